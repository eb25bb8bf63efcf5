//! The notation means what `docs/rules.md` says: `tests/core/notation/*.toml`,
//! a rule a case, with what it catches and what it leaves alone.
//!
//! Each case becomes a pack beside the shared lexicons; the compiler's own proof
//! then shows that every example comes out as marked and every clause decides
//! one of them.

use std::path::Path;

use bezint_pack::{Level, PackFile, compile, prove, read_folder};
use toml::{Table, Value};

const HEAD: &str = r#"
[pack]
id = "proef"
version = "1"
employers = []
title = { nl = "Proef", en = "Probe" }
contact = { nl = "je chef", en = "your boss" }
"#;

/// What every rule must have and no case is about.
const REST: &str = r#"
id = "proef"
severity = "warning"
norms = ["U-2.3"]
message = { nl = "Zo.", en = "So." }
advice = { nl = "Zo.", en = "So." }
"#;

/// The pack of a case.
fn pack(case: &Table) -> String {
    let mut pack: Table = HEAD.parse().expect("the head is TOML");
    let mut rule: Table = REST.parse().expect("the rest is TOML");
    for (field, value) in case {
        match field.as_str() {
            "says" => {}
            "lexicon" | "topic" | "condition" | "weigh" => {
                drop(pack.insert(field.clone(), value.clone()))
            }
            _ => drop(rule.insert(field.clone(), value.clone())),
        }
    }
    pack.insert("rule".into(), Value::Array(vec![Value::Table(rule)]));
    pack.to_string()
}

#[test]
fn every_notation_means_what_its_case_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shared = read_folder(&root.join("packs")).expect("the packs can be read");
    let asked = [
        "norms/",
        "lexicons/basis",
        "lexicons/emoji",
        "lexicons/namen",
        "lexicons/plaatsen",
    ];
    shared.retain(|f| asked.iter().any(|name| f.name.starts_with(name)));
    let (mut cases, mut wrong) = (0, Vec::new());
    for name in [
        "forms",
        "patterns",
        "conditions",
        "classes",
        "detectors",
        "weighing",
    ] {
        let path = root.join(format!("../../tests/core/notation/{name}.toml"));
        let text = std::fs::read_to_string(path).expect("the cases can be read");
        let all: Table = text.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
        for case in all["case"].as_array().expect("a list of cases") {
            let case = case.as_table().expect("a case is a table");
            let says = case["says"].as_str().expect("a case says something");
            let mut files = shared.clone();
            files.push(PackFile {
                name: format!("{name}.toml"),
                pack: "proef".into(),
                text: pack(case),
            });
            let said = match compile(&files) {
                Ok(compiled) => prove(&compiled).expect("the tables load"),
                Err(said) => said,
            };
            let errors = said.iter().filter(|d| d.level == Level::Error);
            wrong.extend(errors.map(|d| format!("{name}: {says}\n{}\n  {}", d.message, d.help)));
            cases += 1;
        }
    }
    assert!(cases > 60, "{cases} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
