//! Rules that another rule covers.
//!
//! For: telling an author that everything a rule is shown to catch is caught
//! by another one already, with the same norms and at least the same severity.

use std::collections::BTreeSet;

use bezint_engine::{Checker, Verdict};

use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Level};
use crate::prove::{Example, examples};

/// Warnings about covered rules.
pub(crate) fn covered(compiled: &Compiled, checker: &mut Checker) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (placed, number) in compiled.numbered() {
        let yes: Vec<Example> = examples(placed, compiled, &mut Vec::new())
            .into_iter()
            .filter(|e| e.caught)
            .collect();
        let mut by: Option<BTreeSet<u32>> = None;
        for example in &yes {
            let others = catching(checker, example, number);
            by = Some(match by {
                None => others,
                Some(all) => all.into_iter().filter(|r| others.contains(r)).collect(),
            });
        }
        let own = &compiled.tables.rules[number as usize].norms;
        let covering = by.unwrap_or_default().into_iter().find(|other| {
            let norms = &compiled.tables.rules[*other as usize].norms;
            own.iter().all(|n| norms.contains(n))
        });
        if let Some(other) = covering {
            let name = &compiled.tables.rules[other as usize].id;
            out.push(placed.at.says(
                Level::Warning,
                "covered",
                &placed.id,
                format!("everything this rule is shown to catch is caught by “{name}” too"),
                "add a yes example that only this rule catches, or remove the rule",
            ));
        }
    }
    out
}

/// Other rules that underline the same words at least as heavily.
fn catching(checker: &mut Checker, example: &Example, number: u32) -> BTreeSet<u32> {
    let traces = checker.explain(&example.text, &example.context);
    let fires = |t: &&bezint_engine::Trace| matches!(t.verdict, Verdict::Fires(_));
    let own: Vec<_> = traces
        .iter()
        .filter(fires)
        .filter(|t| t.rule == number)
        .collect();
    let severity = |t: &bezint_engine::Trace| match t.verdict {
        Verdict::Fires(severity) => Some(severity),
        Verdict::Silenced(_) => None,
    };
    traces
        .iter()
        .filter(fires)
        .filter(|t| t.rule != number)
        .filter(|t| {
            own.iter()
                .any(|o| o.mark.0 < t.mark.1 && t.mark.0 < o.mark.1 && severity(t) >= severity(o))
        })
        .map(|t| t.rule)
        .collect()
}
