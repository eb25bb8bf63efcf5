//! The `bezint` command as its callers see it, above all with bad input.

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
    refused(&["eval", "no-such-file.jsonl"], b"", "cannot be read");
    refused(&["--packs", "no-such-folder", "check", "x"], b"", "--packs");
    refused(&["forms", "no-such-lexicon"], b"", "there are:");
}

#[test]
fn a_broken_pack_is_named_by_file_and_line() {
    let folder = std::env::temp_dir().join(format!("bezint-broken-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("x")).expect("a folder can be made");
    std::fs::write(folder.join("x/a.toml"), "[pack]\nid = 3\n").expect("a file can be written");
    refused(
        &["--packs", &folder.to_string_lossy(), "check", "tekst"],
        b"",
        "x/a.toml:2",
    );
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
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
