//! How large packs may be.
//!
//! For: refusing, before any work is done, what would make compiling slow or
//! the tables huge. Each figure is some ten times what the built-in packs use.
//! Not for: the shape of a single pattern; the notation has bounds of its own.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Origin};
use crate::expression::{positions, usable};
use crate::model::{ConditionRef, ExampleRef, Lexicon};
use crate::source::{LARGEST_FILE, PackFile, Packs};

/// Bytes of all files together; rules; patterns of rules and their conditions;
/// lexicons and their entries, each counted once for every class it ends up in;
/// regular expressions and what they hold; characters of an example.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) bytes: usize,
    pub(crate) rules: usize,
    pub(crate) patterns: usize,
    pub(crate) entries: usize,
    pub(crate) expressions: usize,
    pub(crate) positions: usize,
    pub(crate) example: usize,
}

pub(crate) const LIMITS: Limits = Limits {
    bytes: 8 * LARGEST_FILE,
    rules: 20_000,
    patterns: 50_000,
    entries: 250_000,
    expressions: 200,
    positions: 2_000,
    example: 10_000,
};

/// Whether the files are too large together: told before any is read.
pub(crate) fn too_large(files: &[PackFile], limits: Limits) -> Option<Diagnostic> {
    let mut total = 0;
    let passes = |file: &&PackFile| {
        total += file.text.len();
        total > limits.bytes
    };
    let file = files.iter().find(passes)?;
    Some(start(file).error(
        "too-large",
        "",
        format!(
            "with this file the packs have more than {} bytes",
            limits.bytes
        ),
        format!(
            "keep them below {} bytes together; leave out packs that are not used",
            limits.bytes
        ),
    ))
}

/// What there is too much of, each with the remedy.
pub(crate) fn exceeded(packs: &Packs, limits: Limits) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    if let Some(rule) = packs.rules.get(limits.rules) {
        out.push(rule.at.error(
            "too-many-rules",
            &rule.id,
            format!("the packs have {} rules", packs.rules.len()),
            format!(
                "keep to {} rules; put patterns with the same message in one rule",
                limits.rules
            ),
        ));
    }
    examples(packs, limits, &mut out);
    patterns(packs, limits, &mut out);
    expressions(packs, limits, &mut out);
    entries(packs, limits, &mut out);
    out
}

fn examples(packs: &Packs, limits: Limits, out: &mut Vec<Diagnostic>) {
    for rule in &packs.rules {
        let examples = rule.rule.yes.iter().zip(&rule.yes_lines);
        let examples = examples.chain(rule.rule.no.iter().zip(&rule.no_lines));
        for (example, line) in examples {
            let text = match example.get_ref() {
                ExampleRef::Short(text) => text,
                ExampleRef::Full(full) => &full.text,
            };
            let length = text.chars().count();
            if length > limits.example {
                let at = Origin {
                    file: rule.at.file.clone(),
                    line: *line,
                };
                out.push(at.error(
                    "long-example",
                    &rule.id,
                    format!("an example has {length} characters"),
                    format!(
                        "keep examples below {} characters: a post that shows one thing",
                        limits.example
                    ),
                ));
            }
        }
    }
}

fn patterns(packs: &Packs, limits: Limits, out: &mut Vec<Diagnostic>) {
    let mut count = 0;
    for placed in &packs.rules {
        let rule = &placed.rule;
        let asked = |c: &ConditionRef| match c {
            ConditionRef::Short(_) => 1,
            ConditionRef::Full(full) => full.patterns.as_slice().len(),
        };
        let conditions: usize = rule.need.iter().chain(&rule.unless).map(asked).sum();
        count += rule.any.len() + rule.absent.len() + conditions;
        if count > limits.patterns {
            out.push(placed.at.error(
                "too-many-patterns",
                &placed.id,
                format!("with this rule the packs have {count} patterns"),
                format!(
                    "keep to {}; put words that mean the same in a lexicon",
                    limits.patterns
                ),
            ));
            return;
        }
    }
}

fn expressions(packs: &Packs, limits: Limits, out: &mut Vec<Diagnostic>) {
    let (mut count, mut asked) = (0, 0);
    for (name, lexicon) in &packs.lexicons {
        count += lexicon.value.regex.len();
        if count > limits.expressions {
            out.push(lexicon.at.error(
                "too-many-expressions",
                name,
                format!("with this lexicon the packs have {count} regular expressions"),
                format!(
                    "keep to {}; write words and patterns, which cost nothing where they do not match",
                    limits.expressions
                ),
            ));
            return;
        }
        // Those that cannot be used by themselves are told later.
        let each = lexicon.value.regex.iter().filter(|r| usable(r).is_ok());
        asked += each.map(|r| usize::from(positions(r))).sum::<usize>();
        if asked > limits.positions {
            out.push(lexicon.at.error(
                "large-expressions",
                name,
                format!("with this lexicon the regular expressions ask for {asked} characters"),
                format!(
                    "keep them within {} together, repetitions counted; write words and patterns",
                    limits.positions
                ),
            ));
            return;
        }
    }
}

fn entries(packs: &Packs, limits: Limits, out: &mut Vec<Diagnostic>) {
    let mut left = limits.entries;
    for (name, lexicon) in &packs.lexicons {
        let Some(rest) = without_reached(packs, &lexicon.value, left) else {
            out.push(lexicon.at.error(
                "too-many-words",
                name,
                format!(
                    "with this lexicon the classes have more than {} entries, included ones counted again",
                    limits.entries
                ),
                format!("keep them below {}; name classes in a pattern, {{a|b}}, rather than include them in many lexicons", limits.entries),
            ));
            return;
        };
        left = rest;
    }
}

/// What is left of `left` when the entries of a lexicon and of all it includes
/// are taken off, each class itself counted as one; nothing where they are more.
fn without_reached(packs: &Packs, lexicon: &Lexicon, mut left: usize) -> Option<usize> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut open = vec![lexicon];
    while let Some(lexicon) = open.pop() {
        left = left.checked_sub(1 + lexicon.entries().count())?;
        for name in &lexicon.include {
            if let Some(included) = packs.lexicons.get(name)
                && seen.insert(name)
            {
                open.push(&included.value);
            }
        }
    }
    Some(left)
}

fn start(file: &PackFile) -> Origin {
    Origin {
        file: file.name.clone(),
        line: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::read;

    const SMALL: Limits = Limits {
        bytes: 2_000,
        rules: 2,
        patterns: 10,
        entries: 13,
        expressions: 2,
        positions: 100,
        example: 100,
    };

    /// The one thing said about a pack, as code, place and remedy.
    fn said(text: &str, limits: Limits) -> Vec<String> {
        let files = [PackFile {
            name: "x/a.toml".into(),
            pack: "x".into(),
            text: text.to_owned(),
        }];
        let mut out = Vec::new();
        let packs = read(&files, &mut out);
        assert_eq!(out, [], "the pack can be read");
        too_large(&files, limits)
            .into_iter()
            .chain(exceeded(&packs, limits))
            .inspect(|d| assert!(!d.help.is_empty()))
            .map(|d| format!("{}:{} {}", d.file, d.line, d.code))
            .collect()
    }

    fn rule(id: &str, example: &str) -> String {
        format!(
            "[[rule]]\nid = \"{id}\"\nseverity = \"hint\"\nnorms = [\"N\"]\nany = [\"x\"]\n\
             message = {{ nl = \"a\", en = \"a\" }}\nadvice = {{ nl = \"a\", en = \"a\" }}\nyes = [\"{example}\"]\nno = []\n"
        )
    }

    #[test]
    fn what_is_too_large_is_told_by_file_and_line() {
        let rules = rule("a", "x") + &rule("b", "x");
        assert_eq!(said(&rules, SMALL), Vec::<String>::new());
        assert_eq!(
            said(&(rules + &rule("c", "x")), SMALL),
            ["x/a.toml:19 too-many-rules"]
        );
        assert_eq!(
            said(&rule("a", &"x ".repeat(51)), SMALL),
            ["x/a.toml:8 long-example"]
        );
        assert_eq!(
            said(&format!("# {}\n", "x".repeat(2_000)), SMALL),
            ["x/a.toml:1 too-large"]
        );
        assert_eq!(
            said("[lexicon.a]\nregex = [\"a\", \"b\", \"c\"]\n", SMALL),
            ["x/a.toml:1 too-many-expressions"]
        );
    }

    #[test]
    fn included_words_count_for_every_class_they_are_in() {
        let five = "[lexicon.a]\nword = [\"a\", \"b\", \"c\", \"d\", \"e\"]\n";
        let twice = format!("{five}[lexicon.b]\ninclude = [\"a\"]\n");
        assert_eq!(said(&twice, SMALL), Vec::<String>::new());
        let thrice = format!("{twice}[lexicon.c]\ninclude = [\"b\"]\n");
        assert_eq!(said(&thrice, SMALL), ["x/a.toml:5 too-many-words"]);
    }
}
