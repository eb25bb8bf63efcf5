//! The commands as a rule author meets them: a pack with a mistake, and without.

use crate::{Folder, bezint, refused};

/// Every command that reads packs ends with the reason, and says where.
#[test]
fn whatever_reads_packs_tells_a_rule_author_what_is_wrong() {
    let folder = Folder::new("author");
    let pack = |any: &str, yes: &str| {
        format!(
            "[pack]\nid = \"x\"\nversion = \"1\"\ntitle = {{ nl = \"X\", en = \"X\" }}\ncontact = {{ nl = \"a\", en = \"a\" }}\n\
             [source.s]\ntitle = {{ nl = \"S\", en = \"S\" }}\n[norm.N]\nsource = \"s\"\nsection = {{ nl = \"1\", en = \"1\" }}\n\
             surface = [\"text\"]\nstatement = {{ nl = \"a\", en = \"a\" }}\n[[rule]]\nid = \"r\"\nseverity = \"hint\"\nnorms = [\"N\"]\n\
             any = [\"{any}\"]\nmessage = {{ nl = \"a\", en = \"a\" }}\nadvice = {{ nl = \"a\", en = \"a\" }}\n\
             yes = [\"{yes}\", \"dit [[lek]]\", \"dat [[lek]]\"]\nno = [\"x\", \"y\", \"z\"]\n"
        )
    };
    let path = folder.path();
    fn with<'a>(path: &'a str, command: &[&'a str]) -> Vec<&'a str> {
        [&["--packs", path], command].concat()
    }
    folder.write("x/a.toml", pack("{lekk}", "een [[lek]]").as_bytes());
    for command in [
        &["check", "x"][..],
        &["explain", "x"],
        &["scan", "x"],
        &["eval", "x"],
        &["coverage"],
        &["forms"],
        &["pack", "examples"],
    ] {
        refused(&with(&path, command), b"", "x/a.toml:17");
        refused(&with(&path, command), b"", "class “lekk” does not exist");
    }
    for command in [&["pack", "test"], &["pack", "compile"]] {
        let output = bezint(&with(&path, command), b"");
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains("x/a.toml:17") && said.contains("help:"),
            "{said}"
        );
    }
    folder.write("x/a.toml", pack("lek", "een [[gat]]").as_bytes());
    let output = bezint(&with(&path, &["pack", "test"]), b"");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("“een gat” is not caught"), "{said}");
    assert!(said.contains("x/a.toml:20"), "{said}");
    folder.write("x/a.toml", pack("lek", "een [[lek]]").as_bytes());
    let output = bezint(&with(&path, &["pack", "test"]), b"");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 rules, 6 examples: 0 errors"), "{said}");
}
