//! Packs made to be slow or huge: each is refused by name, or compiles within
//! bounds that are counted and the same on every machine.
//!
//! What is said stands in `tests/golden/hostile/*.out`; `BEZINT_BLESS=1` writes
//! it after reading.

use std::fmt::Write;
use std::path::Path;

use bezint_engine::{Checker, Context};
use bezint_pack::{Compiled, PackFile, compile, prove, read_folder};

const HEAD: &str = r#"[pack]
id = "x"
version = "1"
title = { nl = "X", en = "X" }
contact = { nl = "je chef", en = "your boss" }
[source.s]
title = { nl = "Bron", en = "Source" }
[norm."N-1"]
source = "s"
section = { nl = "1", en = "1" }
surface = ["text"]
title = { nl = "Niet lekken", en = "No leaks" }
statement = { nl = "Lek niet", en = "Do not leak" }
"#;

/// A rule with these patterns and further fields.
fn rule(id: &str, any: &str, fields: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\nseverity = \"warning\"\nnorms = [\"N-1\"]\nany = [{any}]\n{fields}\
         message = {{ nl = \"Zo\", en = \"So\" }}\nadvice = {{ nl = \"Zo\", en = \"So\" }}\n\
         yes = [\"een [[lek]]\", \"dit [[lek]]\", \"dat [[lek]]\"]\nno = [\"x\", \"y\", \"z\"]\n"
    )
}

fn file(text: String) -> PackFile {
    PackFile {
        name: "x/a.toml".into(),
        pack: "x".into(),
        text,
    }
}

fn pack(text: &str) -> Vec<PackFile> {
    vec![file(format!("{HEAD}{text}"))]
}

fn compiles(text: &str) -> Compiled {
    compile(&pack(text)).unwrap_or_else(|d| panic!("{}", d[0]))
}

/// So many things, with commas between.
fn list(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(", ")
}

fn lexicons(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut out, i| {
        let _ = writeln!(out, "[lexicon.l{i}]\n{}", one(i));
        out
    })
}

/// Compares what is said of a pack with the recorded words.
fn refused(name: &str, files: &[PackFile]) {
    let said: String = match compile(files) {
        Err(diagnostics) => diagnostics.iter().map(|d| format!("{d}\n")).collect(),
        Ok(compiled) => prove(&compiled)
            .expect("compiled tables load")
            .iter()
            .filter(|d| d.code == "too-much-to-prove")
            .map(|d| format!("{d}\n"))
            .collect(),
    };
    let expected = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../../tests/golden/hostile/{name}.out"));
    assert!(
        said.contains("error[") && said.contains("--> x/a.toml:"),
        "{name}: {said}"
    );
    assert!(said.contains("help: "), "{name}: {said}");
    assert!(said.len() < 50_000, "{name}: {} bytes are said", said.len());
    if std::env::var_os("BEZINT_BLESS").is_some() {
        std::fs::write(&expected, &said).expect("the folder can be written");
    }
    let recorded = std::fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(said, recorded, "{name}");
}

#[test]
fn too_much_text() {
    let long = "x".repeat((2 << 20) + 1);
    refused("large-file", &[file(format!("# {long}"))]);
    let files = vec![file("# vol\n".repeat(300_000)); 10];
    refused("large-packs", &files);
    let folder = std::env::temp_dir().join(format!("bezint-large-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("x")).expect("a folder can be made");
    let hundred_megabytes = "# vol en leeg\n".repeat(7_500_000);
    std::fs::write(folder.join("x/a.toml"), hundred_megabytes).expect("a file can be written");
    let files = read_folder(&folder).expect("the folder can be read");
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    assert!(files[0].text.len() < 3 << 20, "only the beginning is read");
    refused("large-file", &files);
}

#[test]
fn too_deep() {
    let deep = |open: &str, close: &str| {
        let (open, close) = (open.repeat(50_000), close.repeat(50_000));
        pack(&format!("[lexicon.a]\nword = {open}{close}\n"))
    };
    refused("deep-lists", &deep("[", "]"));
    refused("deep-tables", &deep("{ a = ", " }"));
    refused(
        "deep-names",
        &pack(&format!(
            "[lexicon.a{}]\nword = [\"a\"]\n",
            ".a".repeat(50_000)
        )),
    );
    let open = "[".repeat(50_000);
    refused(
        "deep-underlines",
        &pack(&rule("r", &format!("\"{open}lek\""), "")),
    );
    let open = "(".repeat(50_000);
    refused(
        "deep-groups",
        &pack(&rule("r", &format!("\"{open}lek\""), "")),
    );
}

#[test]
fn too_much_in_one_pattern() {
    let choices = |n| {
        (0..n)
            .map(|i| format!("w{i}"))
            .collect::<Vec<_>>()
            .join("|")
    };
    let one = |pattern: String| pack(&rule("r", &format!("\"{pattern}\""), ""));
    refused("choices", &one(format!("lek ({})", choices(200_000))));
    refused("classes", &one(format!("lek {{{}}}", choices(1_000))));
    refused("steps", &one("lek ..20 ".repeat(10_000) + "lek"));
    refused("parts", &one("lek & ".repeat(10_000) + "lek"));
    refused("gap", &one("lek ..4000000000 lek".to_owned()));
    refused("word", &one(format!("lek{}", "k".repeat(100_000))));
    refused("phrase", &one(format!("lek ({})", "a ".repeat(1_000))));
    refused(
        "window",
        &pack(&rule("r", "\"lek & dicht\"", "within = 100000\n")),
    );
}

#[test]
fn too_much_in_one_entry() {
    let one = |field: &str, entry: String| pack(&format!("[lexicon.a]\n{field} = [\"{entry}\"]\n"));
    refused("entry-word", &one("word", "k".repeat(1_500)));
    refused(
        "entry-verb",
        &one("verb", format!("{}en", "lek".repeat(500))),
    );
    refused("entry-head", &one("head", "k".repeat(65)));
    refused("entry-long", &one("word", "ik ".repeat(1_000)));
    refused("entry-phrase", &one("word", "ik lek ".repeat(9)));
}

#[test]
fn too_many_of_anything() {
    let rules: String = (0..20_001)
        .map(|i| rule(&format!("r{i}"), "\"lek\"", ""))
        .collect();
    let rules: Vec<PackFile> = rules
        .split_inclusive("no = [\"x\", \"y\", \"z\"]\n")
        .collect::<Vec<_>>()
        .chunks(5_000)
        .map(|chunk| file(chunk.concat()))
        .collect();
    refused("rules", &rules);
    refused(
        "patterns",
        &pack(&rule("r", &list(100_000, |i| format!("\"lek w{i}\"")), "")),
    );
    let silenced = format!("unless = [{}]\n", list(100_000, |i| format!("\"w{i}\"")));
    refused("conditions", &pack(&rule("r", "\"lek\"", &silenced)));
    let one = format!(
        "unless = [{{ match = [{}] }}]\n",
        list(1_000, |i| format!("\"w{i}\""))
    );
    refused("condition", &pack(&rule("r", "\"lek\"", &one)));
    let many: String = (0..2_000)
        .map(|i| rule(&format!("r{i}"), &list(100, |j| format!("\"a{j}\"")), ""))
        .collect();
    refused("patterns-of-all", &pack(&many));
    let norms =
        rule("r", "\"lek\"", "").replace("\"N-1\"", &list(10_000, |i| format!("\"N-{i}\"")));
    refused("norms", &pack(&norms));
    let kinds = format!(
        "[weigh]\nkinds = [{}]\nbase = [0]\nthresholds = [{}]\nleast = 1\nfloor = 1\n",
        list(10_000, |i| format!("\"x/r{i}\"")),
        list(10_000, |_| "1".to_owned())
    );
    refused("kinds", &pack(&kinds));
}

#[test]
fn classes_that_include_each_other() {
    let circle = lexicons(200, |i| {
        format!("word = [\"w{i}\"]\ninclude = [\"l{}\"]\n", (i + 1) % 200)
    });
    let compiled = compiles(&(circle + &rule("r", "\"lek {l7}\"", "")));
    let mut checker = Checker::new(compiled.tables).expect("the tables load");
    assert_eq!(checker.check("lek w150", &Context::default()).len(), 1);
    let chain = lexicons(20_000, |i| {
        format!("include = [\"l{}\"]\nword = [\"w{i}\"]\n", i + 1)
    });
    refused(
        "includes",
        &pack(&format!("{chain}[lexicon.l20000]\nword = [\"a\"]\n")),
    );
    let all = lexicons(1_000, |i| {
        format!(
            "word = [\"w{i}\"]\ninclude = [{}]\n",
            list(1_000, |j| format!("\"l{j}\""))
        )
    });
    let files: Vec<PackFile> = [HEAD.to_owned(), all[..all.len() / 8].to_owned()]
        .map(file)
        .into();
    // Cut anywhere: what is left is no TOML, which is told as well.
    assert!(compile(&files).is_err());
    let some = lexicons(150, |i| {
        format!(
            "word = [\"w{i}\"]\ninclude = [{}]\n",
            list(150, |j| format!("\"l{j}\""))
        )
    });
    compiles(&some);
    let circle = lexicons(3_000, |i| {
        format!("word = [\"{{l{}}} w{i}\"]\n", (i + 1) % 3_000)
    });
    refused("phrase-circle", &pack(&circle));
    let unknown = lexicons(5_000, |i| format!("include = [\"m{i}\"]\n"));
    refused("unknown-classes", &pack(&unknown));
}

#[test]
fn expressions() {
    let one = |regex: &str| pack(&format!("[lexicon.a]\nregex = ['{regex}']\n"));
    refused("regex-repetitions", &one("((a{100}){100}){100}"));
    refused("regex-long", &one(&"[a-z]".repeat(1_000)));
    refused("regex-nothing", &one("[0-9]*"));
    refused(
        "regex-many-large",
        &pack(&format!(
            "[lexicon.a]\nregex = [{}]\n",
            list(100, |_| "'[a-z]{100}'".into())
        )),
    );
    refused("regex-deep", &one(&"(".repeat(10_000)));
    let many = format!(
        "[lexicon.a]\nregex = [{}]\n",
        list(10_000, |i| format!("'a{i}'"))
    );
    refused("regex-many", &pack(&many));
}

#[test]
fn a_rule_with_too_much_to_prove() {
    let any = list(200, |i| format!("\"{{l0}} ..20 {{l0}} ..20 w{i}\""));
    let words = list(1_000, |i| format!("\"w{i}\""));
    let text = (0..900)
        .map(|i| format!("w{i}"))
        .collect::<Vec<_>>()
        .join(" ");
    let yes = list(200, |i| format!("\"[[w{i}]] {text}\""));
    let rule = rule("r", &any, "").replace("yes = [", &format!("yes = [{yes}, "));
    refused(
        "proving",
        &pack(&format!("[lexicon.l0]\nword = [{words}]\n{rule}")),
    );
}

/// Checks with patterns that fit nearly everywhere.
fn checked(text: &str, fields: &str) -> (usize, bool, u64) {
    let words = list(400, |i| format!("\"w{i}\""));
    let step = "{l0|l1|l2|l3}";
    let wide = format!("{step} ..20 {step} ..20 {step} ..20 {step} ..20 lek");
    let any = list(200, |i| format!("\"{wide} w{i}\""));
    let classes = lexicons(4, |_| format!("word = [{words}, \"lek\"]"));
    let first = rule("eerst", "\"gevonden\"", fields);
    let compiled = compiles(&format!("{classes}{first}{}", rule("r", &any, "")));
    let mut checker = Checker::new(compiled.tables).expect("the tables load");
    let warnings = checker.check(text, &Context::default()).len();
    (warnings, checker.is_done(), checker.steps())
}

#[test]
fn a_text_costs_no_more_than_its_tokens_allow_whatever_the_rules_ask() {
    let words = |n: usize| {
        (0..n)
            .map(|i| format!("w{} lek ", i % 400))
            .collect::<String>()
    };
    for count in [50, 500, 5_000, 20_000] {
        let (_, done, steps) = checked(&words(count), "");
        let tokens = 2 * count as u64;
        assert!(!done, "{count} words are looked at in full");
        assert!(
            steps <= 2 * (20_000 + 400 * tokens),
            "{steps} steps for {tokens} tokens"
        );
        assert_eq!(checked(&words(count), ""), checked(&words(count), ""));
    }
    assert!(
        checked("een lek in w1", "").1,
        "an ordinary text is looked at in full"
    );
}

#[test]
fn at_the_bound_warnings_are_missed_and_none_is_made_up() {
    let crowd: String = (0..2_000).map(|i| format!("w{} lek ", i % 400)).collect();
    let silenced =
        "unless = [\"{l0} ..20 {l1} ..20 {l2} ..20 {l3} ..20 {l0} ..20 {l1} ..20 stil\"]\n";
    // Found and judged before the steps ran out: shown.
    let (warnings, done, _) = checked(&format!("gevonden. {crowd}"), "");
    assert_eq!((warnings, done), (1, false));
    // What would keep it quiet was not looked at in full: not shown.
    let (warnings, done, _) = checked(&format!("gevonden. {crowd} stil"), silenced);
    assert_eq!((warnings, done), (0, false));
    let (warnings, done, _) = checked("gevonden w1 en w2", silenced);
    assert_eq!((warnings, done), (1, true));
}

#[test]
fn an_example_that_costs_too_much_is_told() {
    let words = list(400, |i| format!("\"w{i}\""));
    let step = "{l0|l1|l2|l3}";
    let wide = format!("{step} ..20 {step} ..20 {step} ..20 {step} ..20 lek");
    let any = list(200, |i| format!("\"{wide} w{i}\""));
    let crowd: String = (0..100).map(|i| format!(" w{i} lek")).collect();
    let slow = rule("r", &any, "").replace("no = [", &format!("no = [\"{crowd}\", "));
    let classes = lexicons(4, |_| format!("word = [{words}]"));
    let compiled = compiles(&(classes + &slow));
    let said = prove(&compiled).expect("the tables load");
    let slow = said.iter().find(|d| d.code == "too-slow").expect("is told");
    assert!(slow.line > 1 && slow.help.contains("narrower"), "{slow}");
}

#[test]
fn expressions_cost_no_more_than_the_text_allows() {
    let regexes = list(10, |i| format!("'([a-z0-9 ]{{1,180}}x{i}|[0-9])'"));
    let text = format!(
        "[lexicon.a]\nregex = [{regexes}]\n{}",
        rule("r", "\"lek {a}\"", "")
    );
    let mut checker = Checker::new(compiles(&text).tables).expect("the tables load");
    let digits = "1 2 3 4 lek ".repeat(2_000);
    assert_eq!(checker.check(&digits, &Context::default()), []);
    assert!(!checker.is_done());
    checker.check("lek 1", &Context::default());
    assert!(checker.is_done());
}
