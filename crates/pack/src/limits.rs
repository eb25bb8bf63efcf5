//! How large packs may be.
//!
//! For: refusing, before any work is done, what would make compiling slow or
//! the tables huge. Each figure is some ten times what the built-in packs use.
//! Not for: the shape of a single pattern; the notation has bounds of its own.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Origin};
use crate::model::{ExampleRef, Lexicon};
use crate::source::{LARGEST_FILE, PackFile, Packs};

/// Bytes of one file and of all files together; rules; entries of lexicons,
/// each counted once for every class it ends up in; regular expressions;
/// characters of an example.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) bytes: usize,
    pub(crate) rules: usize,
    pub(crate) entries: usize,
    pub(crate) expressions: usize,
    pub(crate) example: usize,
}

pub(crate) const LIMITS: Limits = Limits {
    bytes: 8 * LARGEST_FILE,
    rules: 20_000,
    entries: 1_000_000,
    expressions: 200,
    example: 10_000,
};

/// What is too large, each with the remedy.
pub(crate) fn exceeded(files: &[PackFile], packs: &Packs, limits: Limits) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut total = 0;
    for file in files {
        let before = total;
        total += file.text.len();
        if total > limits.bytes && before <= limits.bytes {
            out.push(start(file).error(
                "too-large",
                "",
                format!("with this file the packs have {total} bytes"),
                format!(
                    "keep them below {} bytes together; leave out packs that are not used",
                    limits.bytes
                ),
            ));
        }
    }
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
    lexicons(packs, limits, &mut out);
    out
}

fn lexicons(packs: &Packs, limits: Limits, out: &mut Vec<Diagnostic>) {
    let (mut entries, mut expressions) = (0usize, 0usize);
    for (name, lexicon) in &packs.lexicons {
        let before = entries;
        entries += reached(packs, &lexicon.value);
        if entries > limits.entries && before <= limits.entries {
            out.push(lexicon.at.error(
                "too-many-words",
                name,
                format!("with this lexicon the classes have {entries} entries, included ones counted again"),
                format!("keep them below {}; include a class in a pattern, {{a|b}}, rather than in many lexicons", limits.entries),
            ));
        }
        let before = expressions;
        expressions += lexicon.value.regex.len();
        if expressions > limits.expressions && before <= limits.expressions {
            out.push(lexicon.at.error(
                "too-many-expressions",
                name,
                format!("with this lexicon the packs have {expressions} regular expressions"),
                format!(
                    "keep to {}; write words and patterns, which cost nothing where they do not match",
                    limits.expressions
                ),
            ));
        }
    }
}

/// Entries of a lexicon and of all it includes.
fn reached(packs: &Packs, lexicon: &Lexicon) -> usize {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut open = vec![lexicon];
    let mut count = 0;
    while let Some(lexicon) = open.pop() {
        count += [
            &lexicon.word,
            &lexicon.noun,
            &lexicon.adj,
            &lexicon.verb,
            &lexicon.noun_en,
            &lexicon.adj_en,
            &lexicon.verb_en,
            &lexicon.head,
            &lexicon.tail,
        ]
        .iter()
        .map(|list| list.len())
        .sum::<usize>();
        for name in &lexicon.include {
            if let Some(included) = packs.lexicons.get(name)
                && seen.insert(name)
            {
                open.push(&included.value);
            }
        }
    }
    count
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
        entries: 10,
        expressions: 2,
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
        exceeded(&files, &packs, limits)
            .into_iter()
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
