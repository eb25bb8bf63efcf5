//! From packs to tables.
//!
//! For: giving classes their numbers and turning patterns and conditions into
//! what the engine reads. Not for: judging examples; see `prove`.

use std::collections::{BTreeMap, HashMap, HashSet};

use bezint_engine::{
    Builtin, ClassId, FIRST_FREE_CLASS, Norm, Rule, Severity, Shift, Sureness, TOPICS, Tables,
};

use crate::bounds;
use crate::classes::Classes;
use crate::demand::{employers, when};
use crate::diagnostic::{Diagnostic, Level, Origin, first};
use crate::limits::{self, LIMITS};
use crate::model;
use crate::norms::check_norms;
use crate::patterns::Patterns;
use crate::renumber::renumber;
use crate::source::{PackFile, Packs, PlacedRule, read};
use crate::unknown::unknown;

/// Packs compiled: what the engine reads, and what the rest was made from.
#[derive(Debug)]
pub struct Compiled {
    /// For the engine.
    pub tables: Tables,
    /// What the author wrote.
    pub packs: Packs,
    /// Number of each named class.
    pub class_names: BTreeMap<String, ClassId>,
    /// Warnings; errors are returned instead.
    pub remarks: Vec<Diagnostic>,
}

impl Compiled {
    /// The rules that are in the tables, each with its number there.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (&PlacedRule, u32)> {
        let rules = self.tables.rules.iter().zip(0..);
        let numbers: HashMap<&str, u32> = rules.map(|(r, n)| (r.id.as_str(), n)).collect();
        let number = move |placed: &PlacedRule| numbers.get(placed.id.as_str()).copied();
        let rules = self.packs.rules.iter();
        rules.filter_map(move |placed| Some((placed, number(placed)?)))
    }
}

/// Compiles files.
///
/// # Errors
/// All errors found, with the warnings.
pub fn compile(files: &[PackFile]) -> Result<Compiled, Vec<Diagnostic>> {
    let mut out = Vec::new();
    if let Some(too_large) = limits::too_large(files, LIMITS) {
        return Err(vec![too_large]);
    }
    let packs = read(files, &mut out);
    let mut exceeded = limits::exceeded(&packs, LIMITS);
    bounds::exceeded(&packs, &mut exceeded);
    if !exceeded.is_empty() {
        out.extend(exceeded);
        return Err(first(out));
    }
    check_heads(&packs, &mut out);
    check_norms(&packs, &mut out);
    let (tables, class_names) = build(&packs, &mut out);
    if out.iter().any(|d| d.level == Level::Error) {
        return Err(first(out));
    }
    Ok(Compiled {
        tables,
        packs,
        class_names,
        remarks: out,
    })
}

fn check_heads(packs: &Packs, out: &mut Vec<Diagnostic>) {
    for rule in &packs.rules {
        if !packs.heads.contains_key(&rule.pack) {
            out.push(rule.at.error(
                "no-head",
                &rule.id,
                format!("pack “{}” has no [pack] table", rule.pack),
                "add [pack] with id, version, title and contact to one of its files",
            ));
            return;
        }
    }
}

fn build(packs: &Packs, out: &mut Vec<Diagnostic>) -> (Tables, BTreeMap<String, ClassId>) {
    let mut classes = Classes::new(packs, out);
    let mut patterns = Patterns::default();
    classes.add_forms(packs, out);
    let norm_numbers: HashMap<&str, u16> = packs
        .norms
        .keys()
        .enumerate()
        .map(|(i, n)| (n.as_str(), i as u16))
        .collect();
    let norms = packs
        .norms
        .iter()
        .map(|(id, norm)| Norm {
            id: id.clone(),
            employers: employers(&norm.value.employers, &norm.at, id, out),
            stelregels: norm
                .value
                .stelregel
                .iter()
                .fold(0, |m, n| m | 1u8.checked_shl(u32::from(*n)).unwrap_or(0)),
        })
        .collect();
    let mut rules = Vec::new();
    for placed in &packs.rules {
        rules.push(rule(
            packs,
            placed,
            &mut classes,
            &mut patterns,
            &norm_numbers,
            out,
        ));
    }
    override_rules(packs, &mut rules, out);
    let topics = TOPICS
        .iter()
        .map(|t| classes.named(&format!("topic.{t}")).unwrap_or(0))
        .collect();
    let weights = crate::weights::weights(packs, &classes, &rules, out);
    let mut names = classes.names().clone();
    let mut tables = Tables {
        topics,
        norms,
        rules,
        weights,
        ..Tables::default()
    };
    patterns.write(&mut tables);
    classes.keep_only(reachable(&tables), out);
    classes.write(&mut tables, out);
    renumber(&mut tables, &mut names);
    debug_assert!(tables.classes >= FIRST_FREE_CLASS);
    (tables, names)
}

/// The classes that patterns, policy areas and weights ask for.
fn reachable(tables: &Tables) -> HashSet<ClassId> {
    let asked = tables
        .alternatives
        .iter()
        .flat_map(|a| &a.parts)
        .flat_map(|s| &s.elements)
        .flat_map(|e| &e.classes);
    let weighed = tables
        .weights
        .iter()
        .flat_map(|w| w.classes.iter().chain(&w.official))
        .map(|(c, _)| c);
    asked
        .chain(weighed)
        .chain(&tables.topics)
        .copied()
        .collect()
}

/// What packs say about rules of other packs.
fn override_rules(packs: &Packs, rules: &mut Vec<Rule>, out: &mut Vec<Diagnostic>) {
    let numbers = rules.iter().zip(0..);
    let numbers: HashMap<String, usize> = numbers.map(|(r, n)| (r.id.clone(), n)).collect();
    let mut disabled = HashSet::new();
    for (pack, head) in &packs.heads {
        let unknown_rule = |field: &str, id: &str| {
            head.at.error(
                "unknown-rule",
                pack,
                format!("{field} rule “{id}”, which does not exist"),
                "use the full id, pack/rule",
            )
        };
        for (id, severity) in &head.value.severity {
            match (numbers.get(id), Severity::named(severity)) {
                (Some(&rule), Some(severity)) => rules[rule].severity = severity,
                (None, _) => out.push(unknown_rule("[pack.severity] names", id)),
                (_, None) => out.push(unknown(
                    &head.at,
                    "severity",
                    severity,
                    &["hint", "warning", "serious"],
                    pack,
                )),
            }
        }
        for id in &head.value.disable {
            match numbers.contains_key(id) {
                true => drop(disabled.insert(id.as_str())),
                false => out.push(unknown_rule("[pack] disables", id)),
            }
        }
    }
    rules.retain(|r| !disabled.contains(r.id.as_str()));
}

fn rule(
    packs: &Packs,
    placed: &PlacedRule,
    classes: &mut Classes,
    patterns: &mut Patterns,
    norm_numbers: &HashMap<&str, u16>,
    out: &mut Vec<Diagnostic>,
) -> Rule {
    let PlacedRule { rule, id, at, .. } = placed;
    let severity = Severity::named(&rule.severity).unwrap_or_else(|| {
        out.push(unknown(
            at,
            "severity",
            &rule.severity,
            &["hint", "warning", "serious"],
            id,
        ));
        Severity::Hint
    });
    let sureness = match rule.sure.as_deref() {
        None | Some("likely") => Sureness::Likely,
        Some("possible") => Sureness::Possible,
        Some("certain") => Sureness::Certain,
        Some(other) => {
            out.push(unknown(
                at,
                "sure",
                other,
                &["possible", "likely", "certain"],
                id,
            ));
            Sureness::Likely
        }
    };
    check_texts(placed, out);
    let mut norms = Vec::new();
    if rule.norms.is_empty() {
        out.push(at.error(
            "no-norm",
            id,
            "the rule cites no norm",
            "add norms = [\"…\"] with the best first; every warning must name its norm and source",
        ));
    }
    for norm in &rule.norms {
        match norm_numbers.get(norm.as_str()) {
            Some(n) => norms.push(*n),
            None => out.push(at.error(
                "unknown-norm",
                id,
                format!("norm “{norm}” is not defined"),
                "use an id from the [norm] tables, or add the norm with its source and section",
            )),
        }
    }
    let scope = patterns.scope(rule.within.as_ref(), at, id, out);
    if rule.any.is_empty() && !rule.weighed {
        out.push(at.error(
            "no-pattern",
            id,
            "the rule has no pattern",
            "add any = [\"…\"]",
        ));
    }
    let any = rule
        .any
        .iter()
        .zip(&placed.any_lines)
        .filter_map(|(pattern, line)| {
            let at = Origin {
                file: at.file.clone(),
                line: *line,
            };
            let number = patterns.add(pattern.get_ref(), scope, classes, &at, id, out)?;
            patterns.refuse_common(number, pattern.get_ref(), classes, &at, id, out);
            Some(number)
        })
        .collect();
    let mut condition = |c: &model::ConditionRef, out: &mut Vec<Diagnostic>| {
        patterns.condition(packs, c, classes, at, id, out)
    };
    let need = rule.need.iter().filter_map(|c| condition(c, out)).collect();
    let mut unless: Vec<u32> = rule
        .unless
        .iter()
        .filter_map(|c| condition(c, out))
        .collect();
    for absent in &rule.absent {
        unless.extend(condition(&model::ConditionRef::Short(absent.clone()), out));
    }
    let pack_employers = packs
        .heads
        .get(&placed.pack)
        .map(|h| h.value.employers.clone())
        .unwrap_or_default();
    let mut demand = when(&rule.when, at, id, out);
    if demand.employers == 0 && !pack_employers.is_empty() {
        demand.employers = employers(&pack_employers, at, id, out);
    }
    for shift in rule
        .shift
        .iter()
        .filter(|s| !matches!(s.by, -2 | -1 | 1 | 2))
    {
        out.push(at.error(
            "unknown-value",
            id,
            format!("a shift by {} does nothing or too much", shift.by),
            "use by = 1 or 2 to raise the severity, -1 or -2 to lower it",
        ));
    }
    let shifts = rule
        .shift
        .iter()
        .map(|s| Shift {
            when: when(&s.when, at, id, out),
            by: s.by,
        })
        .collect();
    Rule {
        id: id.clone(),
        severity,
        sureness,
        norms,
        any,
        need,
        unless,
        when: demand,
        shifts,
    }
}

fn check_texts(placed: &PlacedRule, out: &mut Vec<Diagnostic>) {
    let PlacedRule { rule, id, at, .. } = placed;
    for (field, text) in [
        ("message.nl", &rule.message.nl),
        ("message.en", &rule.message.en),
        ("advice.nl", &rule.advice.nl),
        ("advice.en", &rule.advice.en),
    ] {
        if text.trim().is_empty() {
            out.push(at.error(
                "no-text",
                id,
                format!("{field} is empty"),
                "say why this deserves a second look and what to do instead, in both languages",
            ));
        }
    }
    for (field, count) in [("yes", rule.yes.len()), ("no", rule.no.len())] {
        if count < 3 {
            out.push(at.error(
                "few-examples",
                id,
                format!("{count} {field} examples"),
                "give at least three that must be caught and three that must not",
            ));
        }
    }
}

/// Number of a built-in class by name.
pub(crate) fn builtin(name: &str) -> Option<ClassId> {
    Builtin::ALL
        .iter()
        .find(|b| b.name() == name)
        .map(|b| *b as ClassId)
}
