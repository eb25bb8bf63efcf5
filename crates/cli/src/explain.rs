//! `bezint explain`: which rule, which pattern, which words, and what kept it
//! quiet.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use bezint_engine::{Capacity, Checker, Clause, Context, TOPICS, Trace, Verdict, signs_of_text};
use bezint_pack::{Compiled, clause_name, clause_text};
use serde_json::json;

use crate::post::{print, standard_input};
use crate::rules::compiled;
use crate::{ExplainArgs, Outcome};

/// Characters of the longest text that is explained.
const LONGEST: usize = 20_000;

pub(crate) fn run(packs: Option<&Path>, args: &ExplainArgs) -> Outcome {
    let compiled = compiled(packs)?;
    let mut checker = Checker::new(compiled.tables.clone()).map_err(|e| e.to_string())?;
    let text = match &args.text {
        Some(text) => text.clone(),
        None => standard_input()?,
    };
    let context = args.context.context()?;
    let length = text.chars().count();
    if length > LONGEST {
        return Err(format!(
            "the text has {length} characters and explain says something of each word; give at most {LONGEST}, the part with the match. `bezint check` takes longer texts"
        ));
    }
    let traces = checker.explain(&text, &context);
    let rows: Vec<serde_json::Value> = traces
        .iter()
        .filter_map(|t| row(&compiled, &checker, &text, t))
        .collect();
    let weighing = weighing(&compiled, &mut checker, &text, &context);
    let shown = shown(&mut checker, &text, &context);
    let complete = checker.is_done();
    let subjects = subjects(&compiled, &checker, &context);
    if args.json {
        let words = classes(&compiled, &checker);
        print(
            &json!({ "shown": shown, "complete": complete, "matches": rows, "words": words, "topics": subjects, "weighing": weighing })
                .to_string(),
        );
        return Ok(ExitCode::SUCCESS);
    }
    for (name, distance, words) in &subjects {
        print(&format!("about {name} ({distance}): {}", words.join(", ")));
    }
    if subjects.is_empty() {
        print("about no policy area");
    }
    print("words and their classes:");
    for (word, classes) in classes(&compiled, &checker) {
        print(&format!("  {word:<20} {}", classes.join(", ")));
    }
    if rows.is_empty() {
        print("no rule has a pattern that matches");
    }
    for row in rows {
        let get = |k: &str| row[k].as_str().unwrap_or_default().to_owned();
        print(&format!(
            "{} pattern {}: “{}”",
            get("rule"),
            row["pattern"],
            get("source")
        ));
        print(&format!(
            "  matched “{}”, underlines “{}”",
            get("matched"),
            get("underlined")
        ));
        print(&format!("  {}", get("outcome")));
    }
    if let Some(weighing) = weighing {
        let number = |k: &str| weighing[k].as_i64().unwrap_or_default();
        print(&format!(
            "weighs {} points, of which the text {}; a warning from {}; patterns are only a hint where the text has less than {}, certain and serious ones less than {}",
            number("points"),
            number("of_text"),
            number("threshold"),
            number("floor"),
            number("bottom"),
        ));
        let signs = weighing["signs"].as_array().into_iter().flatten();
        let list: Vec<String> = signs
            .map(|s| {
                format!(
                    "{} {:+}",
                    s[0].as_str().unwrap_or_default(),
                    s[1].as_i64().unwrap_or_default()
                )
            })
            .collect();
        print(&format!("  {}", list.join(", ")));
    }
    if !complete {
        print(
            "not all was looked for: the rules ask more of this text than a text may cost, see docs/rules.md, Limits",
        );
    }
    if shown.is_empty() {
        print("shown to the writer: nothing");
    }
    for warning in &shown {
        let get = |k: &str| warning[k].as_str().unwrap_or_default();
        let norms = warning["norms"].as_array().into_iter().flatten();
        let norms: Vec<&str> = norms.filter_map(|n| n.as_str()).collect();
        print(&format!(
            "shown to the writer: {} “{}” by {}, citing {}",
            get("severity"),
            get("underlined"),
            get("rule"),
            norms.join(", ")
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// What is left of the matches for the writer: overlaps merged, patterns that
/// are not certain lowered, norms of other employers left out.
fn shown(checker: &mut Checker, text: &str, context: &Context) -> Vec<serde_json::Value> {
    let warnings = checker.check(text, context);
    let tables = checker.tables();
    warnings
        .iter()
        .map(|w| {
            let norms: Vec<&str> = w
                .norms
                .iter()
                .map(|n| tables.norms[*n as usize].id.as_str())
                .collect();
            json!({
                "rule": tables.rules[w.rule as usize].id,
                "severity": w.severity.name(),
                "underlined": crate::check::cut(text, w.span.start, w.span.end).1,
                "norms": norms,
            })
        })
        .collect()
}

/// What the post weighs and by which signs, the heaviest first.
fn weighing(
    compiled: &Compiled,
    checker: &mut Checker,
    text: &str,
    context: &Context,
) -> Option<serde_json::Value> {
    let weighed = checker.weigh(text, context)?;
    let weights = compiled.tables.weights.as_ref()?;
    let from = &compiled.packs.weigh.as_ref()?.value;
    let first = |points: &[i8]| points.first().copied().unwrap_or(0);
    let of_words = signs_of_text(checker.text()).filter_map(|sign| {
        let of_word = from.word.get(&sign).map(|points| first(points));
        Some((
            format!("“{sign}”"),
            of_word.or(from.pair.get(&sign).copied())?,
        ))
    });
    let met: BTreeMap<String, i8> = of_words.collect();
    let mut signs: Vec<(String, i8)> = met.into_iter().collect();
    let classes = from.class.iter().zip(&weights.classes);
    signs.extend(
        classes
            .filter(|(_, (c, _))| !checker.places(*c).is_empty())
            .map(|((n, p), _)| (format!("{{{n}}}"), first(p))),
    );
    let official = from.official.iter().zip(&weights.official);
    signs.extend(
        official
            .filter(|(_, (c, _))| {
                context.capacity != Capacity::Prive && !checker.places(*c).is_empty()
            })
            .map(|((n, p), _)| (format!("{{{n}}} on an official account"), first(p))),
    );
    let contexts = from.context.iter().zip(&weights.contexts);
    signs.extend(
        contexts
            .filter(|(_, (c, _))| c.holds(context))
            .map(|((n, p), _)| (n.clone(), first(p))),
    );
    signs.retain(|(_, p)| *p != 0);
    signs.sort_by_key(|(_, p)| -i32::from(p.abs()));
    Some(
        json!({ "points": weighed.points, "of_text": weighed.of_text, "threshold": weighed.threshold, "floor": weights.floor, "bottom": weights.bottom, "signs": signs }),
    )
}

/// The policy areas a text is about, how far each is from the writer's own,
/// and the words that tell.
fn subjects(
    compiled: &Compiled,
    checker: &Checker,
    context: &Context,
) -> Vec<(&'static str, &'static str, Vec<String>)> {
    let text = checker.text();
    let near = context.topics.adjacent();
    let mut out = Vec::new();
    for (number, &name) in TOPICS.iter().enumerate() {
        let class = compiled.tables.topics[number];
        let words: Vec<String> = checker
            .places(class)
            .iter()
            .map(|&(a, b)| {
                let tokens = &text.tokens()[a as usize..b as usize];
                let words: Vec<&str> = tokens.iter().map(|t| text.word(t)).collect();
                words.join(" ")
            })
            .collect();
        let within = |set: bezint_engine::Topic| set.numbers().any(|n| n == number);
        let distance = match (within(context.topics), within(near)) {
            (true, _) => "own",
            (false, true) => "adjacent",
            (false, false) => "far",
        };
        if !words.is_empty() {
            out.push((name, distance, words));
        }
    }
    out.sort_by_key(|(_, distance, _)| match *distance {
        "own" => 0,
        "adjacent" => 1,
        _ => 2,
    });
    out
}

fn row(
    compiled: &Compiled,
    checker: &Checker,
    text: &str,
    trace: &Trace,
) -> Option<serde_json::Value> {
    let id = &compiled.tables.rules[trace.rule as usize].id;
    let placed = compiled.packs.rules.iter().find(|r| r.id == *id)?;
    let outcome = match trace.verdict {
        Verdict::Fires(severity) => format!("fires, severity {}", severity.name()),
        Verdict::Silenced(clause) => {
            let name = clause_name(clause, placed);
            let why = match clause {
                Clause::When | Clause::Need(_) => format!("{name} does not hold"),
                _ => format!("{name} holds"),
            };
            match clause_text(clause, placed) {
                said if said.is_empty() => format!("kept quiet: {why}"),
                said => format!("kept quiet: {why}, “{said}”"),
            }
        }
    };
    let tokens = checker.text().tokens();
    let words = |(a, b): (u32, u32)| {
        let (start, end) = (
            tokens[a as usize].span.start,
            tokens[b as usize - 1].span.end,
        );
        crate::check::cut(text, start, end).1
    };
    Some(json!({
        "rule": id,
        "pattern": trace.alternative + 1,
        "source": placed.rule.any.get(trace.alternative).map_or("weighing", |p| p.get_ref()),
        "matched": words(trace.tokens),
        "underlined": words(trace.mark),
        "fires": matches!(trace.verdict, Verdict::Fires(_)),
        "outcome": outcome,
    }))
}

/// Each token with the named classes that start at it.
fn classes(compiled: &Compiled, checker: &Checker) -> Vec<(String, Vec<String>)> {
    let text = checker.text();
    let mut out: Vec<(String, Vec<String>)> = text
        .tokens()
        .iter()
        .map(|t| (text.word(t).to_owned(), Vec::new()))
        .collect();
    let builtins = bezint_engine::Builtin::ALL
        .iter()
        .map(|b| (b.name().to_owned(), *b as u32));
    let named = compiled.class_names.iter().map(|(n, c)| (n.clone(), *c));
    for (name, class) in builtins.chain(named) {
        for (start, end) in checker.places(class) {
            let length = end - start;
            let label = if length > 1 {
                format!("{name} ({length} words)")
            } else {
                name.clone()
            };
            out[start as usize].1.push(label);
        }
    }
    out
}
