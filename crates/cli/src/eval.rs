//! `bezint eval`: precision, recall and false alarms on labelled posts.
//!
//! A post counts as warned when it gets a warning of severity `warning` or
//! above. It counts as found when one of those cites a norm of the label.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use bezint_engine::{Checker, Severity};
use serde::{Serialize, Serializer};

use crate::post::{Post, print, read_post_file};
use crate::rules::checker;
use crate::{EvalArgs, Outcome};

/// Counts of one group of posts.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Counts {
    /// Posts that deserve a warning.
    deserve: usize,
    /// Of those, warned at all.
    warned: usize,
    /// Of those, warned with a right norm.
    found: usize,
    /// Of those, with a span that overlaps the labelled one.
    overlap: usize,
    /// Posts that must stay quiet.
    quiet: usize,
    /// Of those, warned all the same.
    alarms: usize,
}

impl Counts {
    fn precision(&self) -> f64 {
        ratio(self.warned, self.warned + self.alarms)
    }

    fn recall(&self) -> f64 {
        ratio(self.found, self.deserve)
    }
}

fn ratio(a: usize, b: usize) -> f64 {
    if b == 0 {
        f64::NAN
    } else {
        a as f64 / b as f64
    }
}

/// A post in a list: its id, what is to be said of it, and its text.
#[derive(Serialize)]
struct Listed {
    id: String,
    what: String,
    text: String,
}

/// Counts with the figures made of them; `None` where there is nothing to count.
#[derive(Serialize)]
struct Figures {
    #[serde(flatten)]
    counts: Counts,
    precision: Option<f64>,
    recall: Option<f64>,
    false_alarms: Option<f64>,
    span_overlap: Option<f64>,
}

#[derive(Default, Serialize)]
struct Report {
    #[serde(serialize_with = "with_figures")]
    all: Counts,
    #[serde(serialize_with = "each_with_figures")]
    groups: BTreeMap<String, Counts>,
    missed: Vec<Listed>,
    other_norm: Vec<Listed>,
    alarms: Vec<Listed>,
}

fn figures(counts: Counts) -> Figures {
    let known = |ratio: f64| ratio.is_finite().then_some(ratio);
    Figures {
        counts,
        precision: known(counts.precision()),
        recall: known(counts.recall()),
        false_alarms: known(ratio(counts.alarms, counts.quiet)),
        span_overlap: known(ratio(counts.overlap, counts.warned)),
    }
}

fn with_figures<S: Serializer>(counts: &Counts, to: S) -> Result<S::Ok, S::Error> {
    figures(*counts).serialize(to)
}

fn each_with_figures<S: Serializer>(
    groups: &BTreeMap<String, Counts>,
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_map(groups.iter().map(|(name, c)| (name, figures(*c))))
}

pub(crate) fn run(packs: Option<&Path>, args: &EvalArgs) -> Outcome {
    let mut checker = checker(packs)?;
    let mut report = Report::default();
    for file in &args.posts {
        for post in read_post_file(file)? {
            judge(&mut checker, &post, &mut report)?;
        }
    }
    if report.all.deserve + report.all.quiet == 0 {
        return Err("there is no post in what was given; each line must be one JSON object with id, text, expect and norms".into());
    }
    if args.json {
        print(&serde_json::to_string(&report).map_err(|e| e.to_string())?);
        return Ok(ExitCode::SUCCESS);
    }
    line("all", &report.all);
    for (name, counts) in &report.groups {
        line(name, counts);
    }
    if args.list {
        for (title, list) in [
            ("missed", &report.missed),
            ("found with another norm", &report.other_norm),
            ("false alarms", &report.alarms),
        ] {
            print(&format!("\n{title}: {}", list.len()));
            for post in list {
                let text = post.text.replace('\n', " ⏎ ");
                print(&format!("  {} [{}] {text}", post.id, post.what));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn line(name: &str, c: &Counts) {
    let shown = |ratio: f64| {
        if ratio.is_finite() {
            format!("{ratio:.3}")
        } else {
            "-".to_owned()
        }
    };
    print(&format!(
        "{name:<24} precision {}  recall {} ({}/{})  false alarms {} ({}/{})  span overlap {}",
        shown(c.precision()),
        shown(c.recall()),
        c.found,
        c.deserve,
        shown(ratio(c.alarms, c.quiet)),
        c.alarms,
        c.quiet,
        shown(ratio(c.overlap, c.warned)),
    ));
}

fn judge(checker: &mut Checker, post: &Post, report: &mut Report) -> Result<(), String> {
    let context = post
        .context()
        .map_err(|e| format!("post {}: {e}", post.id))?;
    let norms = &checker.tables().norms;
    let known = |id: &&String| norms.iter().any(|n| n.id == **id);
    if let Some(id) = post.norms.iter().find(|id| !known(id)) {
        return Err(format!(
            "post {}: norm “{id}” does not exist; `bezint coverage` lists the norms",
            post.id
        ));
    }
    let warnings = checker.check(&post.text, &context);
    let loud: Vec<_> = warnings
        .iter()
        .filter(|w| w.severity >= Severity::Warning)
        .collect();
    let tables = checker.tables();
    let cited: Vec<&str> = loud
        .iter()
        .flat_map(|w| &w.norms)
        .map(|n| tables.norms[*n as usize].id.as_str())
        .collect();
    let rules: Vec<&str> = loud
        .iter()
        .map(|w| tables.rules[w.rule as usize].id.as_str())
        .collect();
    let deserves = match post.expect.as_str() {
        "warn" => true,
        "quiet" => false,
        other => {
            return Err(format!(
                "post {}: expect is “{other}”; use one of: warn, quiet",
                post.id
            ));
        }
    };
    let right = cited.iter().any(|n| post.norms.iter().any(|m| m == n));
    let span = post.text.find(&post.span).map(|at| {
        let start = post.text[..at].encode_utf16().count() as u32;
        (start, start + post.span.encode_utf16().count() as u32)
    });
    let overlap =
        span.is_some_and(|(a, b)| loud.iter().any(|w| w.span.start < b && a < w.span.end));
    let mut groups = vec![
        format!("profile {}", post.profile),
        format!("capacity {}", post.capacity),
        format!("lang {}", post.lang),
    ];
    groups.extend(post.norms.first().map(|n| format!("norm {n}")));
    let add = |counts: &mut Counts| {
        if deserves {
            counts.deserve += 1;
            counts.warned += usize::from(!loud.is_empty());
            counts.found += usize::from(right);
            counts.overlap += usize::from(overlap);
        } else {
            counts.quiet += 1;
            counts.alarms += usize::from(!loud.is_empty());
        }
    };
    add(&mut report.all);
    for group in groups {
        add(report.groups.entry(group).or_default());
    }
    let context = format!(
        "{} {} {} {}",
        post.profile,
        post.function,
        post.capacity,
        post.topics.join(",")
    );
    let entry = |what: String| Listed {
        id: post.id.clone(),
        what,
        text: post.text.clone(),
    };
    match (deserves, loud.is_empty(), right) {
        (true, true, _) => report
            .missed
            .push(entry(format!("{context} | {}", post.norms.join(",")))),
        (true, false, false) => report.other_norm.push(entry(format!(
            "{} cited {} for {}",
            rules.join(","),
            cited.join(","),
            post.norms.join(",")
        ))),
        (false, false, _) => report
            .alarms
            .push(entry(format!("{context} | {}", rules.join(",")))),
        _ => {}
    }
    Ok(())
}
