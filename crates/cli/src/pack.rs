//! `bezint pack test` and `bezint pack compile`.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use bezint_engine::{Checker, TOPICS};
use bezint_pack::{Catch, Diagnostic, Level, compounds, prove, serialise};
use serde_json::json;

use crate::Outcome;
use crate::post::{print, read_file};
use crate::rules::{files, no_rule};

/// Packs that do not compile: prints why.
fn refused(diagnostics: &[Diagnostic], as_json: bool) -> ExitCode {
    if as_json {
        print(&json!({ "diagnostics": diagnostics, "errors": errors(diagnostics) }).to_string());
    } else {
        show(diagnostics);
        print(&format!(
            "the packs do not compile: {} errors",
            errors(diagnostics)
        ));
    }
    ExitCode::FAILURE
}

fn show(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        print(&diagnostic.to_string());
    }
}

fn errors(diagnostics: &[Diagnostic]) -> usize {
    diagnostics
        .iter()
        .filter(|d| d.level == Level::Error)
        .count()
}

pub(crate) fn test(
    packs: Option<&Path>,
    as_json: bool,
    only: &str,
    words: Option<&Path>,
) -> Outcome {
    let files = files(packs)?;
    let compiled = match bezint_pack::compile(&files) {
        Ok(compiled) => compiled,
        Err(diagnostics) => return Ok(refused(&diagnostics, as_json)),
    };
    let rules = || {
        compiled
            .packs
            .rules
            .iter()
            .filter(|r| r.id.starts_with(only))
    };
    if let (Some(folder), true) = (packs, compiled.packs.rules.is_empty()) {
        return Err(no_rule(folder));
    }
    if rules().next().is_none() {
        return Err(format!(
            "no rule begins with “{only}”; `bezint coverage` lists the rules by their full id, pack/rule"
        ));
    }
    let mut diagnostics = compiled.remarks.clone();
    diagnostics.extend(prove(&compiled).map_err(|e| e.to_string())?);
    let mut catches = Vec::new();
    if let Some(path) = words {
        let list: HashSet<String> = read_file(path)?.lines().map(bezint_text::fold).collect();
        let (found, sloppy) = compounds(&compiled, &list);
        catches = found;
        diagnostics.extend(sloppy);
    }
    diagnostics.retain(|d| d.subject.starts_with(only));
    let examples: usize = rules().map(|r| r.rule.yes.len() + r.rule.no.len()).sum();
    let errors = errors(&diagnostics);
    let warnings = diagnostics.len() - errors;
    if as_json {
        print(
            &json!({
                "rules": rules().count(),
                "examples": examples,
                "errors": errors,
                "warnings": warnings,
                "diagnostics": diagnostics,
                "compounds": words.map(|_| &catches),
            })
            .to_string(),
        );
    } else {
        show(&diagnostics);
        show_catches(&catches, words.is_some());
        print(&format!(
            "{} rules, {examples} examples: {errors} errors, {warnings} warnings",
            rules().count()
        ));
    }
    Ok(if errors > 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Prints what the heads and tails of compounds catch, for a person to read.
fn show_catches(catches: &[Catch], counted: bool) {
    for catch in catches {
        print(&format!(
            "{} {} “{}” catches {}: {}",
            catch.lexicon,
            catch.end,
            catch.part,
            catch.caught.len(),
            catch.caught.join(" ")
        ));
        if !catch.doubtful.is_empty() {
            print(&format!("  perhaps none: {}", catch.doubtful.join(" ")));
        }
    }
    if counted {
        let caught: usize = catches.iter().map(|c| c.caught.len()).sum();
        let doubtful: usize = catches.iter().map(|c| c.doubtful.len()).sum();
        print(&format!(
            "{} parts of compounds catch {caught} words of the list, {doubtful} of them doubtful",
            catches.len()
        ));
    }
}

pub(crate) fn compile(packs: Option<&Path>, out: Option<&Path>, as_json: bool) -> Outcome {
    let files = files(packs)?;
    let started = Instant::now();
    let compiled = match bezint_pack::compile(&files) {
        Ok(compiled) => compiled,
        Err(diagnostics) => return Ok(refused(&diagnostics, as_json)),
    };
    let bytes = serialise(&compiled.tables).map_err(|e| e.to_string())?;
    let milliseconds = started.elapsed().as_millis();
    if let Some(path) = out {
        std::fs::write(path, &bytes)
            .map_err(|e| format!("{} cannot be written: {e}", path.display()))?;
    }
    let tables = &compiled.tables;
    let phrases: usize = tables.phrases.iter().map(Vec::len).sum();
    let counts = json!({
        "rules": tables.rules.len(),
        "patterns": tables.alternatives.len(),
        "conditions": tables.conditions.len(),
        "words": tables.word_lists.len(),
        "phrases": phrases,
        "bytes": bytes.len(),
        "milliseconds": milliseconds,
    });
    if as_json {
        print(&counts.to_string());
    } else {
        print(&format!(
            "{} rules, {} patterns, {} conditions, {} words, {phrases} phrases, {} bytes, compiled in {milliseconds} ms",
            tables.rules.len(),
            tables.alternatives.len(),
            tables.conditions.len(),
            tables.word_lists.len(),
            bytes.len(),
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the examples with what the engine makes of them here, so that
/// another host of the engine can be compared with this one.
pub(crate) fn examples(packs: Option<&Path>) -> Outcome {
    let compiled = crate::rules::compiled(packs)?;
    let mut checker = Checker::new(compiled.tables.clone()).map_err(|e| e.to_string())?;
    for placed in &compiled.packs.rules {
        for example in bezint_pack::examples(placed, &compiled, &mut Vec::new()) {
            let context = &example.context;
            let warnings: Vec<_> = checker
                .check(&example.text, context)
                .iter()
                .map(|w| {
                    let rule = &compiled.tables.rules[w.rule as usize].id;
                    json!({ "rule": rule, "severity": w.severity.name(), "start": w.span.start, "end": w.span.end })
                })
                .collect();
            let topics: Vec<&str> = context.topics.numbers().map(|n| TOPICS[n]).collect();
            let context = json!({
                "employer": context.employer.name(),
                "capacity": context.capacity.name(),
                "function": context.function.name(),
                "topics": topics,
                "abroad": context.abroad,
                "year": context.year,
                "off": [],
            });
            print(&json!({ "rule": placed.id, "text": example.text, "context": context, "warnings": warnings }).to_string());
        }
    }
    Ok(ExitCode::SUCCESS)
}
