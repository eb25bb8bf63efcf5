//! `bezint check`.

use std::path::Path;
use std::process::ExitCode;

use bezint_engine::{Checker, Context, Warning};
use serde_json::{Value, json};

use crate::post::{print, read_posts, standard_input};
use crate::rules::{Texts, checker};
use crate::{CheckArgs, Outcome};

pub(crate) fn run(packs: Option<&Path>, args: &CheckArgs) -> Outcome {
    let mut checker = checker(packs)?;
    let texts = Texts::of(packs)?;
    if args.jsonl {
        let input = standard_input()?;
        for post in read_posts(&input, "standard input")? {
            let context = post
                .context()
                .map_err(|e| format!("post {}: {e}", post.id))?;
            let list = warnings_json(&mut checker, &texts, &post.text, &context, &args.lang);
            print(&json!({ "id": post.id, "warnings": list }).to_string());
        }
        return Ok(ExitCode::SUCCESS);
    }
    let text = match &args.text {
        Some(text) => text.clone(),
        None => standard_input()?,
    };
    let context = args.context.context()?;
    if args.json {
        let list = warnings_json(&mut checker, &texts, &text, &context, &args.lang);
        print(&json!({ "warnings": list }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    report(&mut checker, &texts, &text, &context, &args.lang);
    Ok(ExitCode::SUCCESS)
}

/// The warnings of a text as the contract has them.
fn warnings_json(
    checker: &mut Checker,
    texts: &Value,
    text: &str,
    context: &Context,
    lang: &str,
) -> Vec<Value> {
    let warnings = checker.check(text, context);
    warnings
        .iter()
        .map(|w| warning_json(checker, texts, w, lang))
        .collect()
}

/// A warning as the contract has it.
fn warning_json(checker: &Checker, texts: &Value, warning: &Warning, lang: &str) -> Value {
    let tables = checker.tables();
    let norms: Vec<&str> = warning
        .norms
        .iter()
        .map(|n| tables.norms[*n as usize].id.as_str())
        .collect();
    let rule = &tables.rules[warning.rule as usize].id;
    json!({
        "rule": rule,
        "norms": norms,
        "stelregel": stelregels(checker, warning),
        "severity": warning.severity.name(),
        "start": warning.span.start,
        "end": warning.span.end,
        "message": texts["rules"][rule]["why"][lang],
    })
}

fn stelregels(checker: &Checker, warning: &Warning) -> Vec<u8> {
    let mask = warning
        .norms
        .iter()
        .fold(0, |m, n| m | checker.tables().norms[*n as usize].stelregels);
    (1..=4).filter(|n| mask & (1 << n) != 0).collect()
}

/// Cuts `text` at a span in UTF-16 code units.
pub(crate) fn cut(text: &str, start: u32, end: u32) -> (String, String, String) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |a: usize, b: usize| {
        String::from_utf16_lossy(&units[a.min(units.len())..b.min(units.len())])
    };
    let (start, end) = (start as usize, end as usize);
    (part(0, start), part(start, end), part(end, units.len()))
}

fn report(checker: &mut Checker, texts: &Value, text: &str, context: &Context, lang: &str) {
    let warnings = checker.check(text, context);
    if warnings.is_empty() {
        print(if lang == "nl" {
            "Niets om bij stil te staan."
        } else {
            "Nothing to stop for."
        });
        return;
    }
    for warning in &warnings {
        let tables = checker.tables();
        let rule = &tables.rules[warning.rule as usize].id;
        let (before, phrase, after) = cut(text, warning.span.start, warning.span.end);
        let tail: String = before
            .chars()
            .rev()
            .take(40)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let head: String = after.chars().take(40).collect();
        print(
            &format!("{}: …{tail}[[{phrase}]]{head}…", warning.severity.name()).replace('\n', " "),
        );
        let say = |v: &Value| v[lang].as_str().unwrap_or_default().to_owned();
        print(&format!("  {}", say(&texts["rules"][rule]["why"])));
        print(&format!("  → {}", say(&texts["rules"][rule]["advice"])));
        for norm in &warning.norms {
            let id = &tables.norms[*norm as usize].id;
            let cite = &texts["norms"][id];
            print(&format!(
                "  {id}: {} ({}, {})",
                say(&cite["statement"]),
                say(&cite["source"]),
                say(&cite["section"])
            ));
        }
        print(&format!(
            "  {}: {rule}",
            if lang == "nl" { "regel" } else { "rule" }
        ));
    }
    let contact = texts["contact"][context.employer.name()][lang]
        .as_str()
        .unwrap_or_default();
    print(&format!(
        "{} {contact}",
        if lang == "nl" {
            "Twijfel je?"
        } else {
            "In doubt?"
        }
    ));
}
