//! What the compiler tells a rule author.
//!
//! Every diagnostic has a stable code, the file and line, what is wrong, and
//! how to mend it.

use std::fmt;

use serde::Serialize;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The pack cannot be used.
    Error,
    /// The pack works; the author should look.
    Warning,
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Error or warning.
    pub level: Level,
    /// Stable code, such as `unknown-class`.
    pub code: &'static str,
    /// File as given to the compiler.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// The rule or lexicon it is about, when there is one.
    pub subject: String,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
        };
        writeln!(f, "{level}[{}]: {}", self.code, self.message)?;
        write!(f, "  --> {}:{}", self.file, self.line)?;
        if !self.subject.is_empty() {
            write!(f, " ({})", self.subject)?;
        }
        if !self.help.is_empty() {
            write!(f, "\n  help: {}", self.help)?;
        }
        Ok(())
    }
}

/// Where in a pack something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// File as given to the compiler.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
}

impl Origin {
    /// A diagnostic about this place.
    pub fn says(
        &self,
        level: Level,
        code: &'static str,
        subject: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            level,
            code,
            file: self.file.clone(),
            line: self.line,
            subject: subject.to_owned(),
            message: message.into(),
            help: help.into(),
        }
    }

    /// An error about this place.
    pub fn error(
        &self,
        code: &'static str,
        subject: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        self.says(Level::Error, code, subject, message, help)
    }
}

/// Where the lines of a file start.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    /// Of `text`.
    pub(crate) fn of(text: &str) -> Lines {
        let ends = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        Lines(ends.map(|(at, _)| at).collect())
    }

    /// The line, from 1, of byte `offset`.
    pub(crate) fn at(&self, offset: usize) -> usize {
        1 + self.0.partition_point(|end| *end < offset)
    }
}
