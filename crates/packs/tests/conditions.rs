//! The conditions that rule authors find ready in `lexicons/basis.toml` mean
//! what `docs/rules.md` says.
//!
//! Each is probed by a rule that needs it; the compiler's own proof then shows
//! that the condition, and nothing else, decides.

use std::path::Path;

use bezint_pack::{Level, PackFile, compile, prove, read_folder};

const HEAD: &str = r#"
[pack]
id = "proef"
version = "1"
employers = ["rijk"]
title = { nl = "Proef", en = "Probe" }
contact = { nl = "je chef", en = "your boss" }
"#;

/// What stands between the marks is "opvang", wherever the condition holds.
fn probe(condition: &str, yes: [&str; 3], no: [&str; 3]) {
    let texts = |all: [&str; 3]| all.map(|t| format!("\"{t}\"")).join(", ");
    let rule = format!(
        "{HEAD}\n[[rule]]\nid = \"probe\"\nseverity = \"warning\"\nnorms = [\"U-2.3\"]\nany = [\"opvang\"]\nneed = [\"{condition}\"]\n\
         message = {{ nl = \"Zo.\", en = \"So.\" }}\nadvice = {{ nl = \"Zo.\", en = \"So.\" }}\nyes = [{}]\nno = [{}]\n",
        texts(yes),
        texts(no)
    );
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    let mut files = read_folder(&packs).expect("the packs can be read");
    let shared = ["norms/", "lexicons/basis.toml", "lexicons/emoji.toml"];
    files.retain(|f| shared.iter().any(|s| f.name.starts_with(s)));
    files.push(PackFile {
        name: "proef.toml".into(),
        pack: "proef".into(),
        text: rule,
    });
    let compiled = compile(&files).unwrap_or_else(|d| panic!("{condition}: {d:?}"));
    let said = prove(&compiled).expect("the tables load");
    let errors: Vec<String> = said
        .iter()
        .filter(|d| d.level == Level::Error)
        .map(ToString::to_string)
        .collect();
    assert!(errors.is_empty(), "{condition}\n{}", errors.join("\n"));
}

#[test]
fn the_past_is_told_by_words_of_time() {
    probe(
        "@verleden",
        [
            "Gisteren ging de [[opvang]] dicht",
            "De [[opvang]] van vroeger was een school",
            "Vorige week was de [[opvang]] vol",
        ],
        [
            "De opvang gaat dicht",
            "Morgen gaat de opvang open",
            "Gisteren geschaatst. De opvang is vol",
        ],
    );
}

#[test]
fn the_present_is_told_by_words_of_time() {
    probe(
        "@nu",
        [
            "Nu is de [[opvang]] vol",
            "De [[opvang]] is momenteel dicht",
            "Vandaag gaat de [[opvang]] open",
        ],
        [
            "De opvang is vol",
            "Gisteren ging de opvang dicht",
            "Nu even koffie. De opvang is vol",
        ],
    );
}

#[test]
fn the_future_is_told_by_words_of_time_and_by_auxiliaries() {
    probe(
        "@toekomst",
        [
            "Morgen is de [[opvang]] dicht",
            "De [[opvang]] gaat binnenkort open",
            "Die [[opvang]] zal hier verdwijnen",
        ],
        [
            "De opvang is vol",
            "Gisteren ging de opvang dicht",
            "Straks voetbal. De opvang is vol",
        ],
    );
}

#[test]
fn what_somebody_else_said_is_reported_or_quoted() {
    probe(
        "@aangehaald",
        [
            "De minister zei dat de [[opvang]] dichtgaat",
            "Volgens de krant is de [[opvang]] vol",
            "Rutte zei: de [[opvang]] gaat open",
        ],
        [
            "De opvang gaat dicht",
            "Ik zeg niks over de opvang",
            "Volgens mij regent het. De opvang is vol",
        ],
    );
}

#[test]
fn a_wink_marks_irony() {
    probe(
        "@ironie",
        [
            "De [[opvang]] is natuurlijk nooit vol 😉",
            "Tuurlijk joh, de [[opvang]] is gratis",
            "Yeah right, die [[opvang]] komt er morgen",
        ],
        [
            "De opvang is vol",
            "De opvang is leuk ❤️",
            "Lekker gefietst 😂. De opvang is vol",
        ],
    );
}
