//! `bezint forms`: every form of a lexicon, and how many are real words.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use bezint_pack::{Bound, forms};
use serde_json::json;

use crate::post::{print, read_file};
use crate::rules::compiled;
use crate::{FormsArgs, Outcome};

pub(crate) fn run(packs: Option<&Path>, args: &FormsArgs) -> Outcome {
    let compiled = compiled(packs)?;
    let known: Option<HashSet<String>> = match &args.words {
        Some(path) => Some(read_file(path)?.lines().map(fold).collect()),
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
    let (mut all, mut dutch, mut real) = (0usize, 0usize, 0usize);
    let mut out = serde_json::Map::new();
    for (name, lexicon) in chosen {
        let list = forms(&lexicon.value);
        all += list.len();
        let mut shown = Vec::new();
        for form in &list {
            let single = !form.spelling.contains(' ') && form.lang != Bound::En;
            let is_real = known
                .as_ref()
                .is_none_or(|k| k.contains(&fold(&form.spelling)));
            dutch += usize::from(single);
            real += usize::from(single && is_real);
            shown.push(if single && !is_real {
                format!("{}?", form.spelling)
            } else {
                form.spelling.clone()
            });
        }
        if args.json {
            out.insert(name.clone(), json!(shown));
        } else if args.lexicon.is_some() {
            print(&format!("{name}: {}", shown.join(", ")));
        } else {
            print(&format!("{name}: {} forms", list.len()));
        }
    }
    if args.json {
        print(&json!({ "lexicons": out, "forms": all }).to_string());
    } else {
        print(&format!("{all} forms"));
        if known.is_some() {
            print(&format!(
                "{real} of {dutch} single-word forms not marked English stand in the word list; the others are marked with ?"
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn fold(word: &str) -> String {
    word.trim().to_lowercase()
}
