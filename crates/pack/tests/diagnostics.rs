//! What the compiler says about broken packs: `tests/golden/*.toml` beside the
//! expected words in `*.out`. Run with `BEZINT_BLESS=1` to write the latter
//! after reading them.

use std::path::Path;

use bezint_pack::{PackFile, compile, prove};

fn said(name: &str, text: &str) -> String {
    let file = PackFile {
        name: format!("x/{name}.toml"),
        pack: "x".into(),
        text: text.to_owned(),
    };
    let diagnostics = match compile(&[file]) {
        Err(diagnostics) => diagnostics,
        Ok(compiled) => {
            let mut all = compiled.remarks.clone();
            all.extend(prove(&compiled).expect("compiled tables load"));
            all
        }
    };
    diagnostics.iter().map(|d| format!("{d}\n")).collect()
}

#[test]
fn every_broken_pack_is_told_what_is_wrong_and_how_to_mend_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let bless = std::env::var_os("BEZINT_BLESS").is_some();
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder is there")
        .filter_map(|f| {
            f.ok()?
                .path()
                .file_name()?
                .to_str()?
                .strip_suffix(".toml")
                .map(str::to_owned)
        })
        .collect();
    names.sort();
    assert!(names.len() >= 40, "{} cases", names.len());
    let mut wrong = Vec::new();
    for name in &names {
        let text = std::fs::read_to_string(folder.join(format!("{name}.toml")))
            .expect("a case can be read");
        let expected = folder.join(format!("{name}.out"));
        let said = said(name, &text);
        assert!(!said.is_empty(), "{name}: nothing is said");
        assert!(
            said.contains("help:"),
            "{name}: no remedy is named in\n{said}"
        );
        if bless {
            std::fs::write(&expected, &said).expect("the folder can be written");
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("--- {name}\n{said}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "other words than expected:\n{}",
        wrong.join("\n")
    );
}
