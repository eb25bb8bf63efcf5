//! The `bezint` command as its callers see it, above all with bad input.

mod author;

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn bezint(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bezint"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let input = input.to_vec();
    // The command may stop before it has read everything.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    output
}

fn refused(arguments: &[&str], input: &[u8], says: &str) {
    let output = bezint(arguments, input);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{arguments:?} succeeds");
    assert!(error.contains(says), "{arguments:?} says: {error}");
    assert!(!error.contains("panicked"), "{arguments:?} says: {error}");
}

#[test]
fn the_contract_of_json_lines() {
    let post = r#"{"id":"a-1","text":"🎉 Dit stuk is nog vertrouwelijk maar ik deel het toch.","lang":"nl","platform":"x","profile":"rijk","function":"overig","capacity":"prive","topics":[]}"#;
    let output = bezint(&["check", "--jsonl"], post.as_bytes());
    let line: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
    assert_eq!(line["id"], "a-1");
    let warning = &line["warnings"][0];
    let (start, end) = (
        warning["start"].as_u64().expect("a number"),
        warning["end"].as_u64().expect("a number"),
    );
    assert!(start < end && end <= 56, "{warning}");
    assert!(
        ["hint", "warning", "serious"].contains(&warning["severity"].as_str().expect("a word"))
    );
    for field in ["rule", "message"] {
        assert!(
            warning[field].as_str().is_some_and(|t| !t.is_empty()),
            "{warning}"
        );
    }
    assert!(
        warning["norms"].as_array().is_some_and(|n| !n.is_empty()),
        "{warning}"
    );
    assert!(
        warning["stelregel"]
            .as_array()
            .is_some_and(|n| !n.is_empty()),
        "{warning}"
    );
}

#[test]
fn what_the_caller_got_wrong_is_told_with_the_remedy() {
    refused(
        &["check", "--profile", "provincie", "x"],
        b"",
        "use one of: rijk, defensie, bz, gemeente",
    );
    refused(
        &["check", "--topics", "leger", "x"],
        b"",
        "use one of: defensie",
    );
    refused(&["check"], b"\xff\xfe", "not UTF-8");
    refused(&["check", "--jsonl"], b"{\"id\": 1", "line 1");
    refused(
        &["check", "--jsonl"],
        b"{\"id\":\"a\",\"text\":\"x\",\"profile\":\"y\"}",
        "post a",
    );
    refused(
        &["check", "--jsonl"],
        b"{\"id\":\"a\"}",
        "missing field `text`",
    );
    refused(
        &["check", "--jsonl"],
        b"[]",
        "one JSON object with id and text",
    );
    refused(
        &["check", "--function", "chef", "x"],
        b"",
        "use one of: communicatie",
    );
    refused(
        &["check", "--capacity", "chef", "x"],
        b"",
        "use one of: prive",
    );
    refused(
        &["pack", "test", "--only", "geen/"],
        b"",
        "`bezint coverage` lists the rules",
    );
    refused(
        &["forms", "--words", "no-such-list"],
        b"",
        "give the path of a text file",
    );
    refused(
        &["scan", "no-such-file.txt"],
        b"",
        "give the path of a text file",
    );
    refused(&["eval", "no-such-file.jsonl"], b"", "cannot be read");
    refused(&["--packs", "no-such-folder", "check", "x"], b"", "--packs");
    refused(&["forms", "no-such-lexicon"], b"", "there are:");
    let long = "Stg. geheim. ".repeat(2_000);
    refused(&["explain"], long.as_bytes(), "give at most 20000");
    refused(&["explain"], b"\xff\xfe", "iconv");
    refused(
        &["explain", "--profile", "provincie", "x"],
        b"",
        "use one of",
    );
    refused(&["scan", "--profile", "provincie", "x"], b"", "use one of");
}

#[test]
fn a_broken_pack_is_named_by_file_and_line() {
    let folder = Folder::new("broken");
    folder.write("x/a.toml", b"[pack]\nid = 3\n");
    refused(
        &["--packs", &folder.path(), "check", "x"],
        b"",
        "x/a.toml:2",
    );
}

/// A folder of its own, removed again.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("bezint-{name}-{}", std::process::id()));
        std::fs::create_dir_all(path.join("x")).expect("a folder can be made");
        Folder(path)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("a file can be written");
        path.to_string_lossy().into_owned()
    }

    fn path(&self) -> String {
        self.0.to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

#[test]
fn files_that_hold_nothing_or_no_text_are_told() {
    let folder = Folder::new("files");
    let empty = folder.write("empty.jsonl", b"\n");
    refused(&["eval", &empty], b"", "there is no post");
    let binary = folder.write("binary.txt", b"\xff\xfe");
    refused(&["scan", &binary], b"", "iconv");
    let unlabelled = folder.write("unlabelled.jsonl", b"{\"id\":\"a\",\"text\":\"x\"}");
    refused(&["eval", &unlabelled], b"", "use one of: warn, quiet");
    let mislabelled = folder.write(
        "mislabelled.jsonl",
        b"{\"id\":\"a\",\"text\":\"x\",\"expect\":\"warn\",\"norms\":[\"X-9\"]}",
    );
    refused(&["eval", &mislabelled], b"", "norm “X-9” does not exist");
    refused(
        &["--packs", &folder.path(), "pack", "test"],
        b"",
        "each pack is a folder",
    );
    folder.write("x/a.toml", b"");
    refused(
        &["--packs", &folder.path(), "pack", "test"],
        b"",
        "hold no rule",
    );
    refused(
        &["--packs", &folder.path(), "check", "x"],
        b"",
        "hold no rule",
    );
    folder.write("x/a.toml", b"\xff\xfe");
    refused(&["--packs", &folder.path(), "check", "x"], b"", "a.toml");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let folder = Folder::new("windows");
    let posts = folder.write(
        "posts.jsonl",
        b"\xef\xbb\xbf{\"id\":\"a\",\"text\":\"Stg. geheim\",\"expect\":\"warn\",\"norms\":[\"U-2.3\"]}\r\n\r\n",
    );
    let report = json(&["eval", "--json", &posts], b"");
    assert_eq!(report["all"]["found"], 1, "{report}");
    let lines = folder.write("lines.txt", b"\xef\xbb\xbfStg. geheim\r\n\r\nhoi\r\n");
    let report = json(&["scan", "--json", &lines], b"");
    assert_eq!(
        (&report["lines"], &report["warned"]),
        (&2.into(), &1.into())
    );
    let checked = json(&["check", "--json"], b"\xef\xbb\xbfStg. geheim\r\n");
    assert_eq!(checked["warnings"][0]["start"], 0, "{checked}");
    folder.write(
        "x/a.toml",
        b"\xef\xbb\xbf[pack]\r\nid = \"x\"\r\nversie = \"1\"\r\n",
    );
    refused(&["--packs", &folder.path(), "check", "x"], b"", "a.toml:3");
}

/// What a command prints, as one JSON object.
fn json(arguments: &[&str], input: &[u8]) -> serde_json::Value {
    let output = bezint(arguments, input);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| {
        panic!(
            "{arguments:?}: {e}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )
    })
}

/// The fields that `docs/rules.md` promises to scripts.
#[test]
fn every_command_prints_json_with_the_documented_fields() {
    let folder = Folder::new("json");
    let posts = folder.write(
        "posts.jsonl",
        b"{\"id\":\"a\",\"text\":\"Stg. geheim\",\"expect\":\"quiet\"}\n",
    );
    let words = folder.write("words.txt", b"tankbataljon\ntank\nbataljon\n");
    let text = "Stg. geheim";
    let cases: &[(&[&str], &[&str])] = &[
        (&["check", "--json", text], &["warnings"]),
        (
            &["explain", "--json", text],
            &[
                "shown", "complete", "matches", "words", "topics", "weighing",
            ],
        ),
        (
            &["eval", "--json", &posts],
            &["all", "groups", "missed", "other_norm", "alarms"],
        ),
        (
            &["scan", "--json", "--list", &posts],
            &["lines", "warned", "hinted", "list"],
        ),
        (&["coverage", "--json"], &["norms", "missing"]),
        (
            &["forms", "--json", "eenheid", "--words", &words],
            &["lexicons", "forms", "checked"],
        ),
        (
            &[
                "pack",
                "test",
                "--json",
                "--only",
                "rijk/markering",
                "--words",
                &words,
            ],
            &[
                "rules",
                "examples",
                "errors",
                "warnings",
                "diagnostics",
                "compounds",
            ],
        ),
        (
            &["pack", "compile", "--json"],
            &[
                "rules",
                "patterns",
                "conditions",
                "words",
                "phrases",
                "bytes",
                "milliseconds",
            ],
        ),
    ];
    let page = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md"),
    )
    .expect("the page can be read");
    for (arguments, fields) in cases {
        let printed = json(arguments, b"");
        for field in *fields {
            assert!(!printed[field].is_null(), "{arguments:?} has no {field}");
            assert!(
                page.contains(&format!("`{field}`")),
                "{field} is not documented"
            );
        }
    }
    folder.write("x/a.toml", b"[pack]\nid = 3\n");
    let printed = json(&["--packs", &folder.path(), "pack", "test", "--json"], b"");
    let said = &printed["diagnostics"][0];
    assert_eq!(
        (&said["file"], &said["line"]),
        (&"x/a.toml".into(), &2.into())
    );
    for field in [
        "level", "code", "file", "line", "subject", "message", "help",
    ] {
        assert!(!said[field].is_null(), "{said}");
        assert!(
            page.contains(&format!("`{field}`")),
            "{field} is not documented"
        );
    }
}

#[test]
fn what_kept_a_rule_quiet_is_told_with_its_words() {
    let output = bezint(&["explain", "Wat betekent stg. geheim eigenlijk?"], b"");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("kept quiet: unless"), "{said}");
    assert!(said.contains("shown to the writer: nothing"), "{said}");
}

#[test]
fn ten_megabytes_are_checked() {
    let text = "Lekker gefietst vandaag met de kinderen, het was mooi weer. ".repeat(170_000);
    let output = bezint(&["check"], text.as_bytes());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
