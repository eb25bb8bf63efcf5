//! `bezint forms`: every form of a lexicon, and how many are real words.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use bezint_pack::{Bound, Form, Made, forms, is_compound};
use bezint_text::fold;
use serde_json::json;

use crate::post::{print, read_file};
use crate::rules::compiled;
use crate::{FormsArgs, Outcome};

pub(crate) fn run(packs: Option<&Path>, args: &FormsArgs) -> Outcome {
    let compiled = compiled(packs)?;
    let known: Option<HashSet<String>> = match &args.words {
        Some(path) => Some(read_file(path)?.lines().map(|w| fold(w.trim())).collect()),
        None => None,
    };
    let chosen: Vec<_> = compiled
        .packs
        .lexicons
        .iter()
        .filter(|(n, _)| args.lexicon.as_ref().is_none_or(|l| l == *n))
        .collect();
    if chosen.is_empty() {
        let names: Vec<&str> = compiled.packs.lexicons.keys().map(String::as_str).collect();
        return Err(format!(
            "lexicon “{}” does not exist; there are: {}",
            args.lexicon.as_deref().unwrap_or_default(),
            names.join(", ")
        ));
    }
    let mut count = Count::default();
    let mut out = serde_json::Map::new();
    for (name, lexicon) in chosen {
        let list = forms(&lexicon.value);
        let shown: Vec<String> = list.iter().map(|f| count.add(f, known.as_ref())).collect();
        if args.json {
            out.insert(name.clone(), json!(shown));
        } else if args.lexicon.is_some() {
            print(&format!("{name}: {}", shown.join(", ")));
        } else {
            print(&format!("{name}: {} forms", list.len()));
        }
    }
    if args.json {
        let checked = known.is_some().then(|| {
            json!({ "inflected": count.inflected, "listed": count.listed, "compounds": count.compounds })
        });
        print(&json!({ "lexicons": out, "forms": count.all, "checked": checked }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    print(&format!("{} forms", count.all));
    if known.is_some() {
        print(&format!(
            "{} Dutch words are made by rule: {} stand in the word list, {} are compounds of words in it, {} are neither and marked with ?",
            count.inflected,
            count.listed,
            count.compounds,
            count.inflected - count.listed - count.compounds
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// How many forms there are, and what a word list says of those made by rule.
#[derive(Default)]
struct Count {
    all: usize,
    inflected: usize,
    listed: usize,
    compounds: usize,
}

impl Count {
    /// Counts a form and gives it as it is shown.
    fn add(&mut self, form: &Form, known: Option<&HashSet<String>>) -> String {
        self.all += 1;
        let dutch =
            form.made == Made::Inflected && form.lang != Bound::En && !form.spelling.contains(' ');
        let Some(known) = known.filter(|_| dutch) else {
            return form.spelling.clone();
        };
        self.inflected += 1;
        let word = fold(&form.spelling);
        if known.contains(&word) {
            self.listed += 1;
        } else if is_compound(&word, known) {
            self.compounds += 1;
        } else {
            return format!("{}?", form.spelling);
        }
        form.spelling.clone()
    }
}
