//! Examples checked and clauses proved.
//!
//! For: every `yes` is caught at its mark, every `no` is left alone, and every
//! clause matters: with it left out, some example comes out differently. Not
//! for: measuring quality on posts; see the `eval` command.

use bezint_engine::{
    Capacity, Checker, Clause, Context, Employer, Function, Severity, Topic, Trace, Verdict,
};

use crate::clause::{clause_name, clause_text};
use crate::compile::Compiled;
use crate::diagnostic::{Diagnostic, Level, Origin};
use crate::model::{ExampleRef, ExampleText};
use crate::source::PlacedRule;
use crate::unknown::unknown;
use crate::work::{MOST, Most, Work};

/// The year examples are read in, so that they keep their meaning.
pub const EXAMPLE_YEAR: u16 = 2026;

/// An example ready to be checked.
#[derive(Clone, Debug)]
pub struct Example {
    /// The text without marks.
    pub text: String,
    /// What must be underlined.
    pub mark: Option<String>,
    /// Who writes.
    pub context: Context,
    /// Severity expected.
    pub severity: Option<Severity>,
    /// Line in the file.
    pub line: usize,
    /// Must be caught.
    pub caught: bool,
}

/// The examples of a rule.
pub fn examples(rule: &PlacedRule, compiled: &Compiled, out: &mut Vec<Diagnostic>) -> Vec<Example> {
    let home = compiled
        .packs
        .heads
        .get(&rule.pack)
        .and_then(|h| h.value.employers.first())
        .and_then(|e| Employer::named(e))
        .unwrap_or_default();
    let yes = rule
        .rule
        .yes
        .iter()
        .zip(&rule.yes_lines)
        .map(|(e, l)| (e, l, true));
    let no = rule
        .rule
        .no
        .iter()
        .zip(&rule.no_lines)
        .map(|(e, l)| (e, l, false));
    yes.chain(no)
        .map(|(example, line, caught)| {
            let at = Origin {
                file: rule.at.file.clone(),
                line: *line,
            };
            let full = match example.get_ref() {
                ExampleRef::Short(text) => ExampleText {
                    text: text.clone(),
                    ..ExampleText::default()
                },
                ExampleRef::Full(full) => full.clone(),
            };
            read_example(&full, home, caught, &at, &rule.id, out)
        })
        .collect()
}

fn read_example(
    full: &ExampleText,
    home: Employer,
    caught: bool,
    at: &Origin,
    id: &str,
    out: &mut Vec<Diagnostic>,
) -> Example {
    let mut context = Context {
        employer: home,
        abroad: full.abroad,
        year: EXAMPLE_YEAR,
        ..Context::default()
    };
    if let Some(name) = &full.employer {
        context.employer = Employer::named(name).unwrap_or_else(|| {
            out.push(unknown(
                at,
                "employer",
                name,
                &["rijk", "defensie", "bz", "gemeente"],
                id,
            ));
            home
        });
    }
    if let Some(name) = &full.capacity {
        context.capacity = Capacity::named(name).unwrap_or_else(|| {
            out.push(unknown(
                at,
                "capacity",
                name,
                &["prive", "functie", "namens"],
                id,
            ));
            Capacity::default()
        });
    }
    if let Some(name) = &full.function {
        context.function = Function::named(name).unwrap_or_else(|| {
            out.push(unknown(
                at,
                "function",
                name,
                &["communicatie", "top", "overig"],
                id,
            ));
            Function::default()
        });
    }
    for name in &full.topics {
        match Topic::named(name) {
            Some(t) => context.topics = context.topics.with(t),
            None => out.push(unknown(at, "policy area", name, bezint_engine::TOPICS, id)),
        }
    }
    let (text, mark) = match (full.text.find("[["), full.text.find("]]")) {
        (Some(a), Some(b)) if a < b => {
            let inner = full.text[a + 2..b].to_owned();
            (full.text.replace("[[", "").replace("]]", ""), Some(inner))
        }
        _ => (full.text.clone(), None),
    };
    let empty = mark.as_ref().is_some_and(|m| m.trim().is_empty());
    if caught && (mark.is_none() || empty) {
        out.push(at.error(
            "no-mark",
            id,
            "a yes example without an underline",
            "put [[ ]] around the words that must be underlined",
        ));
    }
    if !caught && mark.is_some() {
        out.push(at.error(
            "mark-in-no",
            id,
            "a no example with an underline",
            "take [[ ]] out, or move the example to yes",
        ));
    }
    if full.text.matches("[[").count() > 1 {
        out.push(at.error(
            "more-marks",
            id,
            "an example with more than one underline",
            "mark one place; show the other in an example of its own",
        ));
    }
    let severity = full.severity.as_deref().and_then(|name| {
        let severity = Severity::named(name);
        if severity.is_none() {
            let known = ["hint", "warning", "serious"];
            out.push(unknown(at, "severity", name, &known, id));
        }
        severity
    });
    Example {
        text,
        mark,
        context,
        severity,
        line: at.line,
        caught,
    }
}

fn outcome(traces: &[Trace], number: u32) -> Outcome {
    let mut out: Vec<_> = traces
        .iter()
        .filter(|t| t.rule == number)
        .filter_map(|t| match t.verdict {
            Verdict::Fires(severity) => Some((t.mark, severity)),
            Verdict::Silenced(_) => None,
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn marked(checker: &Checker, text: &str, mark: (u32, u32)) -> String {
    let tokens = checker.text().tokens();
    let (start, end) = (
        tokens[mark.0 as usize].span.start,
        tokens[mark.1 as usize - 1].span.end,
    );
    let units: Vec<u16> = text
        .encode_utf16()
        .skip(start as usize)
        .take((end - start) as usize)
        .collect();
    String::from_utf16_lossy(&units)
}

/// Checks every example of every rule and proves every clause.
///
/// # Errors
/// When the tables cannot be loaded.
pub fn prove(compiled: &Compiled) -> Result<Vec<Diagnostic>, bezint_engine::LoadError> {
    prove_within(compiled, MOST)
}

fn prove_within(
    compiled: &Compiled,
    most: Most,
) -> Result<Vec<Diagnostic>, bezint_engine::LoadError> {
    let mut out = Vec::new();
    let mut checker = Checker::new(compiled.tables.clone())?;
    let mut work = Work::new(most);
    for (placed, number) in compiled.numbered() {
        work.next_rule();
        let examples = examples(placed, compiled, &mut out);
        let ended = check_examples(&mut checker, placed, number, &examples, &mut work, &mut out)
            .and_then(|traces| {
                prove_clauses(
                    &mut checker,
                    placed,
                    number,
                    (&examples, &traces),
                    &mut work,
                    &mut out,
                )
            });
        if ended.is_none() {
            out.push(work.too_much(placed));
        }
        if work.is_over() {
            return Ok(out);
        }
    }
    out.extend(crate::cover::covered(compiled, &mut checker));
    Ok(out)
}

/// The firing matches of one example.
type Outcome = Vec<((u32, u32), Severity)>;

/// What becomes of each example; nothing where that takes too much work.
fn check_examples(
    checker: &mut Checker,
    placed: &PlacedRule,
    number: u32,
    examples: &[Example],
    work: &mut Work,
    out: &mut Vec<Diagnostic>,
) -> Option<Vec<Outcome>> {
    let mut all = Vec::with_capacity(examples.len());
    for example in examples {
        let at = Origin {
            file: placed.at.file.clone(),
            line: example.line,
        };
        let traces = checker.explain(&example.text, &example.context);
        let fired = outcome(&traces, number);
        if !work.took(checker) {
            return None;
        }
        let short: String = example.text.chars().take(60).collect();
        if !checker.is_done() {
            out.push(at.error(
                "too-slow",
                &placed.id,
                format!("the rules ask more of “{short}” than a text may cost"),
                "make the patterns narrower: fewer classes in a step, shorter gaps, rarer words",
            ));
        }
        match (example.caught, fired.first()) {
            (true, None) => {
                let help = silenced_by(&traces, number, placed);
                out.push(at.error(
                    "not-caught",
                    &placed.id,
                    format!("“{short}” is not caught"),
                    help,
                ));
            }
            (true, Some(_)) => {
                let found: Vec<String> = fired
                    .iter()
                    .map(|(m, _)| marked(checker, &example.text, *m))
                    .collect();
                if let Some(mark) = &example.mark
                    && !found.contains(mark)
                {
                    out.push(at.error(
                        "other-mark",
                        &placed.id,
                        format!(
                            "“{short}”: “{}” is underlined instead of “{mark}”",
                            found.join("” and “")
                        ),
                        "move [[ ]] in the example or [ ] in the pattern",
                    ));
                }
                if let Some(severity) = example.severity
                    && !fired.iter().any(|(_, s)| *s == severity)
                {
                    out.push(at.error(
                        "other-severity",
                        &placed.id,
                        format!("“{short}” comes out as {}", fired[0].1.name()),
                        "mend the shift or the expected severity",
                    ));
                }
            }
            (false, Some((mark, _))) => {
                let found = marked(checker, &example.text, *mark);
                let which: Vec<usize> = traces
                    .iter()
                    .filter(|t| t.rule == number && matches!(t.verdict, Verdict::Fires(_)))
                    .map(|t| t.alternative + 1)
                    .collect();
                out.push(at.error(
                    "caught",
                    &placed.id,
                    format!("“{short}” is caught at “{found}” by pattern {which:?}"),
                    "narrow the pattern or add an unless",
                ));
            }
            (false, None) => {}
        }
        all.push(fired);
    }
    Some(all)
}

fn silenced_by(traces: &[Trace], number: u32, placed: &PlacedRule) -> String {
    let clause = traces
        .iter()
        .filter(|t| t.rule == number)
        .find_map(|t| match t.verdict {
            Verdict::Silenced(clause) => Some(clause),
            Verdict::Fires(_) => None,
        });
    match clause {
        Some(clause) => format!(
            "a pattern matches, but {}, “{}”, keeps it quiet",
            clause_name(clause, placed),
            clause_text(clause, placed)
        ),
        None => "no pattern matches; try the words with `bezint explain`".to_owned(),
    }
}

/// Leaves out every clause in turn; nothing where that takes too much work.
fn prove_clauses(
    checker: &mut Checker,
    placed: &PlacedRule,
    number: u32,
    (examples, with): (&[Example], &[Outcome]),
    work: &mut Work,
    out: &mut Vec<Diagnostic>,
) -> Option<()> {
    let rule = checker.tables().rules[number as usize].clone();
    let asked = !matches!(&placed.rule.when, w if w.employer.is_empty() && w.capacity.is_empty() && w.function.is_empty() && w.topics.is_empty() && w.topic.is_empty() && w.abroad.is_none());
    let mut clauses: Vec<Clause> = Vec::new();
    clauses.extend(asked.then_some(Clause::When));
    clauses.extend((0..rule.need.len()).map(Clause::Need));
    clauses.extend((0..rule.unless.len()).map(Clause::Unless));
    clauses.extend((0..rule.shifts.len()).map(Clause::Shift));
    clauses.extend((0..rule.any.len()).map(Clause::Any));
    for clause in clauses {
        let mut matters = false;
        for (e, with) in examples.iter().zip(with) {
            let traces = checker.without(number, clause, &e.text, &e.context);
            if !work.took(checker) {
                return None;
            }
            if outcome(&traces, number) != *with {
                matters = true;
                break;
            }
        }
        if matters {
            continue;
        }
        let name = clause_name(clause, placed);
        if let Clause::Any(i) = clause {
            let at = Origin {
                file: placed.at.file.clone(),
                line: placed.any_lines.get(i).copied().unwrap_or(placed.at.line),
            };
            out.push(at.says(
                Level::Warning,
                "pattern-untested",
                &placed.id,
                format!(
                    "no example needs {name}: “{}”",
                    placed.rule.any[i].get_ref()
                ),
                "add a yes example that only this pattern catches, or remove it",
            ));
        } else {
            out.push(placed.at.error(
                "clause-untested",
                &placed.id,
                format!(
                    "no example needs {name}, “{}”: without it all come out the same",
                    clause_text(clause, placed)
                ),
                "add an example that this clause decides, or remove the clause",
            ));
        }
    }
    Some(())
}
