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

/// A pattern as a message shows it.
pub(crate) fn shortened(pattern: &str) -> String {
    const SHOWN: usize = 200;
    match pattern.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &pattern[..end]),
        None => pattern.to_owned(),
    }
}

/// Remarks told at most; nobody reads more at once.
pub(crate) const MOST_REMARKS: usize = 200;

/// The first remarks, and how many there were besides.
pub(crate) fn first(mut all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let more = all.len().saturating_sub(MOST_REMARKS);
    if more > 0 {
        let at = Origin {
            file: all[MOST_REMARKS].file.clone(),
            line: all[MOST_REMARKS].line,
        };
        all.truncate(MOST_REMARKS);
        all.push(at.error(
            "more",
            "",
            format!("{more} more remarks, from here on"),
            "mend the first ones; many of the others may follow from them",
        ));
    }
    all
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
