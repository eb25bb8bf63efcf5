//! A post and the context it is written in, as JSON lines and as arguments.

use std::io::{Read, Write};

use bezint_engine::{Capacity, Context, Employer, Function, TOPICS, Topic};
use clap::Args;
use serde::Deserialize;

/// The largest text read, in bytes.
pub(crate) const LARGEST: usize = 64 << 20;

/// A labelled post. Only `id`, `text` and the context are used for checking.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Post {
    pub(crate) id: String,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) lang: String,
    #[serde(default)]
    pub(crate) profile: String,
    #[serde(default)]
    pub(crate) function: String,
    #[serde(default)]
    pub(crate) capacity: String,
    #[serde(default)]
    pub(crate) topics: Vec<String>,
    #[serde(default)]
    pub(crate) expect: String,
    #[serde(default)]
    pub(crate) norms: Vec<String>,
    #[serde(default)]
    pub(crate) span: String,
}

/// Who writes, as arguments.
#[derive(Args, Clone, Debug)]
pub(crate) struct ContextArgs {
    /// Employer: rijk, defensie, bz or gemeente.
    #[arg(long, default_value = "rijk")]
    profile: String,
    /// Capacity: prive, functie or namens.
    #[arg(long, default_value = "prive")]
    capacity: String,
    /// Kind of function: communicatie, top or overig.
    #[arg(long, default_value = "overig")]
    function: String,
    /// Own policy areas, with commas between.
    #[arg(long, value_delimiter = ',')]
    topics: Vec<String>,
    /// On mission or official visit.
    #[arg(long)]
    abroad: bool,
}

impl ContextArgs {
    /// The context, or what is wrong with it.
    pub(crate) fn context(&self) -> Result<Context, String> {
        let mut context = context(&self.profile, &self.capacity, &self.function, &self.topics)?;
        context.abroad = self.abroad;
        Ok(context)
    }
}

/// The year the clock of this machine shows.
fn year() -> u16 {
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |d| d.as_secs());
    1970 + u16::try_from(seconds / 31_556_952).unwrap_or(0)
}

fn named<T>(what: &str, given: &str, found: Option<T>, known: &[&str]) -> Result<T, String> {
    found.ok_or_else(|| {
        format!(
            "{what} “{given}” does not exist; use one of: {}",
            known.join(", ")
        )
    })
}

/// A context from names. An empty name stands for the default.
pub(crate) fn context(
    profile: &str,
    capacity: &str,
    function: &str,
    topics: &[String],
) -> Result<Context, String> {
    let or = |given: &str, default: &str| {
        if given.is_empty() {
            default.to_owned()
        } else {
            given.to_owned()
        }
    };
    let (profile, capacity, function) = (
        or(profile, "rijk"),
        or(capacity, "prive"),
        or(function, "overig"),
    );
    let mut own = Topic::default();
    for topic in topics.iter().filter(|t| !t.is_empty()) {
        own = own.with(named("policy area", topic, Topic::named(topic), TOPICS)?);
    }
    Ok(Context {
        employer: named(
            "profile",
            &profile,
            Employer::named(&profile),
            &["rijk", "defensie", "bz", "gemeente"],
        )?,
        capacity: named(
            "capacity",
            &capacity,
            Capacity::named(&capacity),
            &["prive", "functie", "namens"],
        )?,
        function: named(
            "function",
            &function,
            Function::named(&function),
            &["communicatie", "top", "overig"],
        )?,
        topics: own,
        abroad: false,
        year: year(),
    })
}

impl Post {
    /// The context of the post.
    pub(crate) fn context(&self) -> Result<Context, String> {
        context(&self.profile, &self.capacity, &self.function, &self.topics)
    }
}

/// Standard input as text.
pub(crate) fn standard_input() -> Result<String, String> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(LARGEST as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| format!("standard input cannot be read: {e}"))?;
    if bytes.len() > LARGEST {
        return Err(format!(
            "standard input holds more than {LARGEST} bytes; split it"
        ));
    }
    as_text(bytes, "standard input")
}

/// Bytes as text, without a byte order mark.
fn as_text(bytes: Vec<u8>, name: &str) -> Result<String, String> {
    let text = String::from_utf8(bytes).map_err(|e| {
        format!(
            "{name} is not UTF-8 (byte {}); convert it first, for instance with iconv -t utf-8",
            e.utf8_error().valid_up_to()
        )
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Posts in JSON lines; empty lines are passed over.
pub(crate) fn read_posts(text: &str, name: &str) -> Result<Vec<Post>, String> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty());
    lines
        .map(|(i, line)| {
            serde_json::from_str(line).map_err(|e| {
                format!(
                    "{name}, line {}: {e}; each line must be one JSON object with id and text",
                    i + 1
                )
            })
        })
        .collect()
}

/// A file of posts.
pub(crate) fn read_post_file(path: &std::path::Path) -> Result<Vec<Post>, String> {
    read_posts(&read_file(path)?, &path.display().to_string())
}

/// A file as text.
pub(crate) fn read_file(path: &std::path::Path) -> Result<String, String> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path)
        .map_err(|e| format!("{name} cannot be read: {e}; give the path of a text file"))?;
    as_text(bytes, &name)
}

/// Prints to standard output; a reader that closes the pipe ends the program
/// quietly.
pub(crate) fn print(text: &str) {
    if writeln!(std::io::stdout(), "{text}").is_err() {
        std::process::exit(0);
    }
}
