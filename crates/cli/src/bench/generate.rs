//! Packs of realistic shape and any size, the same ones every time.
//!
//! Every rule has a lexicon of its own with fourteen entries, shares one for
//! what is done and one that silences it with nine others, and has two
//! patterns and one `unless`. The words are drawn evenly from all content words
//! of the posts and as many invented ones as make [`VOCABULARY`]: the more
//! rules, the more of a text is known to some rule, as with real packs.

use std::fmt::Write;

use bezint_pack::{PackFile, compile, serialise};

/// Words the lexicons draw from.
const VOCABULARY: usize = 120_000;
/// Rules in one file.
const A_FILE: usize = 50;
/// Rules that share lexicons.
const SHARING: usize = 10;

/// A small generator of numbers, the same on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn word(&mut self) -> String {
        const STARTS: [&str; 16] = [
            "b", "br", "d", "f", "g", "gr", "k", "kl", "l", "m", "p", "r", "st", "t", "v", "w",
        ];
        const VOWELS: [&str; 8] = ["a", "aa", "e", "ie", "o", "oe", "u", "ui"];
        const ENDS: [&str; 8] = ["", "", "n", "l", "r", "s", "t", "ng"];
        (0..2 + self.below(3))
            .map(|_| {
                STARTS[self.below(16)].to_owned() + VOWELS[self.below(8)] + ENDS[self.below(8)]
            })
            .collect()
    }
}

/// The words lexicons are made of.
fn vocabulary(known: &[String]) -> Vec<String> {
    let mut draw = Draw(7);
    let mut words = known.to_vec();
    words.resize_with(VOCABULARY.max(known.len()), || draw.word());
    words
}

fn lexicon(out: &mut String, name: &str, words: &[String], draw: &mut Draw) {
    let mut list = |count: usize| -> String {
        let words: Vec<String> = (0..count)
            .map(|_| format!("{:?}", words[draw.below(words.len())]))
            .collect();
        words.join(", ")
    };
    let (plain, nouns) = (list(10), list(4));
    let _ = writeln!(
        out,
        "[lexicon.\"{name}\"]\nword = [{plain}]\nnoun = [{nouns}]\n"
    );
}

fn files(rules: usize, known: &[String]) -> Vec<PackFile> {
    let words = vocabulary(known);
    let mut draw = Draw(42);
    let mut head = String::from(concat!(
        "[pack]\nid = \"groei\"\nversion = \"1\"\n",
        "title = { nl = \"Groei\", en = \"Growth\" }\n",
        "contact = { nl = \"niemand\", en = \"nobody\" }\n\n",
        "[source.s]\ntitle = { nl = \"Bron\", en = \"Source\" }\n\n",
    ));
    for norm in 0..20 {
        let _ = writeln!(
            head,
            "[norm.\"N-{norm}\"]\nsource = \"s\"\nsection = {{ nl = \"1\", en = \"1\" }}\nstelregel = [{}]\nsurface = [\"text\"]\ntitle = {{ nl = \"Nadenken\", en = \"Thinking\" }}\nstatement = {{ nl = \"Denk na.\", en = \"Think.\" }}\n",
            norm % 4 + 1
        );
    }
    let mut out = vec![file("hoofd", head)];
    for first in (0..rules).step_by(A_FILE) {
        let mut text = String::new();
        for i in first..rules.min(first + A_FILE) {
            if i.is_multiple_of(SHARING) {
                lexicon(
                    &mut text,
                    &format!("daad.{}", i / SHARING),
                    &words,
                    &mut draw,
                );
                lexicon(
                    &mut text,
                    &format!("mag.{}", i / SHARING),
                    &words,
                    &mut draw,
                );
            }
            lexicon(&mut text, &format!("ding.{i}"), &words, &mut draw);
            rule(&mut text, i);
        }
        out.push(file(&format!("deel-{first}"), text));
    }
    out
}

fn file(name: &str, text: String) -> PackFile {
    PackFile {
        name: format!("groei/{name}.toml"),
        pack: "groei".into(),
        text,
    }
}

fn rule(out: &mut String, i: usize) {
    let shared = i / SHARING;
    let severity = ["hint", "warning", "serious"][i % 3];
    let _ = writeln!(
        out,
        r#"[[rule]]
id = "regel.{i}"
severity = "{severity}"
norms = ["N-{}", "N-{}"]
any = ["{{ding.{i}}} ..6 [{{daad.{shared}}}]", "{{daad.{shared}}} ..4 (van|voor|met|the) ..3 {{ding.{i}}}"]
unless = [{{ match = "{{mag.{shared}}}", within = "sentence" }}]
message = {{ nl = "Hier kan meer staan dan je bedoelt.", en = "This may say more than you mean." }}
advice = {{ nl = "Laat het weg of vraag het na.", en = "Leave it out or ask first." }}
yes = ["a", "b", "c"]
no = ["d", "e", "f"]
"#,
        i % 20,
        (i + 7) % 20,
    );
}

/// The serialised tables of a pack with so many rules.
pub(super) fn tables(rules: usize, known: &[String]) -> Result<Vec<u8>, String> {
    let compiled = compile(&files(rules, known)).map_err(|diagnostics| {
        let first = diagnostics.first().map(ToString::to_string);
        format!(
            "the generated pack does not compile: {}",
            first.unwrap_or_default()
        )
    })?;
    serialise(&compiled.tables).map_err(|e| e.to_string())
}
