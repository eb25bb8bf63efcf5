//! `bezint coverage`: which norm is served by which rules, in which profile.

use std::path::Path;
use std::process::ExitCode;

use bezint_engine::Employer;
use serde_json::json;

use crate::Outcome;
use crate::post::print;
use crate::rules::compiled;

pub(crate) fn run(packs: Option<&Path>, as_json: bool) -> Outcome {
    let compiled = compiled(packs)?;
    let mut rows = Vec::new();
    let mut missing = 0;
    for (id, norm) in &compiled.packs.norms {
        let norm = &norm.value;
        let by_text = norm.surface.iter().any(|s| s == "text");
        let employers: Vec<&str> = Employer::ALL
            .iter()
            .map(|e| e.name())
            .filter(|e| norm.employers.is_empty() || norm.employers.iter().any(|n| n == e))
            .collect();
        let mut profiles = serde_json::Map::new();
        for employer in employers {
            let bit = Employer::named(employer).map_or(0, Employer::bit);
            let rules: Vec<&str> = compiled
                .packs
                .rules
                .iter()
                .filter(|r| r.rule.norms.contains(id))
                .filter(|r| {
                    compiled.tables.rules.iter().any(|t| {
                        t.id == r.id && (t.when.employers == 0 || t.when.employers & bit != 0)
                    })
                })
                .map(|r| r.id.as_str())
                .collect();
            missing += usize::from(by_text && rules.is_empty());
            profiles.insert(employer.to_owned(), json!(rules));
        }
        let examples: usize = compiled
            .packs
            .rules
            .iter()
            .filter(|r| r.rule.norms.contains(id))
            .map(|r| r.rule.yes.len() + r.rule.no.len())
            .sum();
        rows.push(json!({ "norm": id, "surface": norm.surface, "profiles": profiles, "examples": examples }));
    }
    if as_json {
        print(&json!({ "norms": rows, "missing": missing }).to_string());
    } else {
        for row in &rows {
            let surface: Vec<&str> = row["surface"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|s| s.as_str())
                .collect();
            print(&format!(
                "{} ({}) {} examples",
                row["norm"].as_str().unwrap_or_default(),
                surface.join(", "),
                row["examples"]
            ));
            for (profile, rules) in row["profiles"].as_object().into_iter().flatten() {
                let rules: Vec<&str> = rules
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|s| s.as_str())
                    .collect();
                let text = if rules.is_empty() {
                    if surface.contains(&"text") {
                        "NO RULE".to_owned()
                    } else {
                        format!("served by {}", surface.join(", "))
                    }
                } else {
                    rules.join(", ")
                };
                print(&format!("  {profile:<9} {text}"));
            }
        }
        print(&format!(
            "{} norms, {} rules; text norms without a rule in a profile they bind: {missing}",
            rows.len(),
            compiled.packs.rules.len()
        ));
    }
    Ok(if missing == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
