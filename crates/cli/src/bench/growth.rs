//! How time, tables and loading grow with rules and with text.

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use bezint_engine::Checker;
use serde_json::{Value, json};

use super::generate::tables;
use super::texts::{adversarial, context, joined, posts, vocabulary};
use crate::post::{Post, print};

/// Characters of the texts with which packs of different sizes are compared.
const COMPARED: usize = 1_000;
const RULES: [usize; 4] = [10, 100, 1_000, 10_000];
const LENGTHS: [usize; 8] = [1, 10, 100, 280, 1_000, 3_000, 30_000, 100_000];
/// Checks of one length, fewer for long texts.
const CHARACTERS_IN_ALL: usize = 3_000_000;

struct Times {
    median: f64,
    p95: f64,
    p99: f64,
}

impl Times {
    fn json(&self) -> Value {
        json!({ "median": self.median, "p95": self.p95, "p99": self.p99 })
    }
}

/// Microseconds that `work` takes for each of `count` numbers.
fn measure(count: usize, mut work: impl FnMut(usize)) -> Times {
    let mut all: Vec<f64> = (0..count)
        .map(|i| {
            let start = Instant::now();
            work(i);
            start.elapsed().as_nanos() as f64 / 1_000.0
        })
        .collect();
    all.sort_by(f64::total_cmp);
    let at = |share: f64| all[((all.len() - 1) as f64 * share).round() as usize];
    Times {
        median: at(0.5),
        p95: at(0.95),
        p99: at(0.99),
    }
}

fn checks(checker: &mut Checker, texts: &[String], count: usize) -> Times {
    let mut run = |i: usize| {
        // Lines that were there before are not read again.
        checker.check("", &context(i));
        black_box(checker.check(&texts[i % texts.len()], &context(i)));
    };
    (0..texts.len().min(count)).for_each(&mut run);
    measure(count, run)
}

fn texts(posts: &[Post], characters: usize) -> Vec<String> {
    let different = (CHARACTERS_IN_ALL / characters.max(100)).clamp(3, 400);
    (0..different)
        .map(|i| joined(posts, i * 17, characters))
        .collect()
}

fn runs(characters: usize) -> usize {
    (CHARACTERS_IN_ALL / characters.max(100)).clamp(20, 4_000)
}

pub(super) fn run(files: &[PathBuf], as_json: bool) -> Result<(), String> {
    let posts = posts(files)?;
    let known = vocabulary(files)?;
    let (mut by_rules, mut by_length) = (Vec::new(), Vec::new());
    let compared = texts(&posts, COMPARED);
    for rules in RULES {
        let bytes = tables(rules, &known)?;
        let load = measure(9, |_| {
            black_box(Checker::load(&bytes).ok());
        });
        let mut checker = Checker::load(&bytes).map_err(|e| e.to_string())?;
        let check = checks(&mut checker, &compared, runs(COMPARED));
        by_rules.push(json!({
            "rules": rules,
            "tables": bytes.len(),
            "load": load.json(),
            "check": check.json(),
        }));
    }
    let mut checker = Checker::load(bezint_packs::TABLES).map_err(|e| e.to_string())?;
    for characters in LENGTHS {
        let check = checks(&mut checker, &texts(&posts, characters), runs(characters));
        let worst = [adversarial(&known, characters)];
        let worst = checks(&mut checker, &worst, runs(characters).min(200));
        by_length.push(json!({
            "characters": characters,
            "check": check.json(),
            "adversarial": worst.json(),
        }));
    }
    let result = json!({ "compared": COMPARED, "rules": by_rules, "lengths": by_length });
    if as_json {
        print(&result.to_string());
        return Ok(());
    }
    print("rules   tables (bytes)   load (ms)   check of 1,000 characters (µs): median, p95");
    for row in result["rules"].as_array().into_iter().flatten() {
        print(&format!(
            "{:>6} {:>15} {:>11.2} {:>10.1} {:>8.1}",
            row["rules"],
            row["tables"],
            row["load"]["median"].as_f64().unwrap_or(0.0) / 1_000.0,
            row["check"]["median"].as_f64().unwrap_or(0.0),
            row["check"]["p95"].as_f64().unwrap_or(0.0),
        ));
    }
    print("characters   check (µs): median, p95   adversarial: median");
    for row in result["lengths"].as_array().into_iter().flatten() {
        print(&format!(
            "{:>10} {:>12.1} {:>10.1} {:>12.1}",
            row["characters"],
            row["check"]["median"].as_f64().unwrap_or(0.0),
            row["check"]["p95"].as_f64().unwrap_or(0.0),
            row["adversarial"]["median"].as_f64().unwrap_or(0.0),
        ));
    }
    Ok(())
}
