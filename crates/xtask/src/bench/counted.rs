//! Counted instructions of a native check: the same figure on a busy machine
//! as on a quiet one.
//!
//! The pack is generated, so that the figures tell of the engine and not of
//! rules being added; the built-in packs are counted too, by themselves.

use super::{native::bezint, table::Row};
use crate::command::output;
use bezint_tests::{driver::Result, root, target};
use std::path::Path;

/// Posts of which the texts are made.
pub const POSTS: &str = "tests/posts/check";

/// Lengths whose ratio shows that time is linear in the text.
pub const LENGTHS: [usize; 2] = [3_000, 30_000];
/// Numbers of rules whose ratio shows that time hardly grows with them.
pub const RULES: [usize; 2] = [10, 10_000];
/// Rules of the pack whose count is held.
pub const HELD: usize = 400;

/// Instructions by what was checked.
pub struct Counts {
    /// Every post by itself with [`HELD`] generated rules.
    pub engine: u64,
    /// Every post by itself with the built-in packs.
    pub packs: u64,
    /// Texts of [`LENGTHS`] with the built-in packs.
    pub lengths: [u64; 2],
    /// The first of those again, with a letter more at its end.
    pub letter: u64,
    /// Texts in which every token starts a pattern, of [`LENGTHS`].
    pub adversarial: [u64; 2],
    /// Every post by itself with [`RULES`] generated rules.
    pub rules: [u64; 2],
}

impl Counts {
    /// How much more a character of the long text costs than one of the short.
    pub fn per_character(pair: [u64; 2]) -> f64 {
        pair[1] as f64 / pair[0] as f64 * LENGTHS[0] as f64 / LENGTHS[1] as f64
    }

    /// What a letter more costs, of what the whole text costs.
    pub fn of_whole(&self) -> f64 {
        self.letter as f64 / self.lengths[0] as f64
    }

    /// How much more a check costs with many rules than with few.
    pub fn per_rule(&self) -> f64 {
        self.rules[1] as f64 / self.rules[0] as f64
    }
}

/// The files with posts, in order.
pub fn post_files() -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root().join(POSTS))? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "jsonl") {
            files.push(path.display().to_string());
        }
    }
    files.sort();
    Ok(files)
}

/// Counts everything; the release build of `bezint` must be there.
pub fn measure() -> Result<Counts> {
    let folder = target().join("perf");
    std::fs::create_dir_all(&folder)?;
    let tables = |rules: usize| -> Result<String> {
        let file = folder.join(format!("{rules}.tables")).display().to_string();
        let posts = post_files()?;
        let rules = rules.to_string();
        let mut arguments = vec!["bench", "generate", "--rules", &rules, "--out", &file];
        arguments.extend(posts.iter().map(String::as_str));
        output(&bezint()?, &arguments)?;
        Ok(file)
    };
    let generated = |rules: usize| count(&folder, &["--tables", &tables(rules)?]);
    let [short, long] = LENGTHS.map(|n| n.to_string());
    let text = |length: &str| count(&folder, &["--characters", length]);
    let worst = |length: &str| count(&folder, &["--adversarial", "--characters", length]);
    Ok(Counts {
        engine: generated(HELD)?,
        packs: count(&folder, &[])?,
        lengths: [text(&short)?, text(&long)?],
        letter: count(&folder, &["--letter", "--characters", &short])?,
        adversarial: [worst(&short)?, worst(&long)?],
        rules: [generated(RULES[0])?, generated(RULES[1])?],
    })
}

/// Instructions of `counted_check`.
fn count(folder: &Path, arguments: &[&str]) -> Result<u64> {
    let out = folder.join("callgrind.out");
    let to = format!("--callgrind-out-file={}", out.display());
    let bezint = bezint()?;
    let mut line = vec![
        "--tool=callgrind",
        "--quiet",
        "--collect-atstart=no",
        "--toggle-collect=*counted_check*",
        &to,
        &bezint,
        "bench",
        "count",
    ];
    let posts = post_files()?;
    line.extend(arguments);
    line.extend(posts.iter().map(String::as_str));
    output("valgrind", &line)?;
    let written = std::fs::read_to_string(&out)?;
    let total = written
        .lines()
        .find_map(|line| {
            line.strip_prefix("totals: ")
                .or(line.strip_prefix("summary: "))
        })
        .and_then(|n| n.trim().parse().ok());
    match total {
        Some(instructions) if instructions > 0 => Ok(instructions),
        _ => Err("valgrind counted nothing: is the function still called counted_check?".into()),
    }
}

/// The rows of the table.
pub fn rows() -> Result<Vec<Row>> {
    let counts = measure()?;
    let millions = |n: u64| n as f64 / 1e6;
    let one = |what: &str, n: u64| Row::one("instructions", what, millions(n), "million");
    Ok(vec![
        one("all posts, generated pack of 400 rules", counts.engine),
        one("all posts, built-in packs", counts.packs),
        one("3,000 characters, built-in packs", counts.lengths[0]),
        one("30,000 characters, built-in packs", counts.lengths[1]),
        one(
            "a letter more at 3,000 characters, built-in packs",
            counts.letter,
        ),
        Row::one(
            "ratio",
            "instructions a character, 3,000 to 30,000",
            Counts::per_character(counts.lengths),
            "×",
        ),
        Row::one(
            "ratio",
            "the same, every token an anchor",
            Counts::per_character(counts.adversarial),
            "×",
        ),
        Row::one(
            "ratio",
            "instructions, 10 to 10,000 rules",
            counts.per_rule(),
            "×",
        ),
    ])
}
