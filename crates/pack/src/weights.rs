//! Compiling `[weigh]`: points of small signs.

use std::collections::BTreeMap;

use bezint_engine::{
    Capacity, ContextSign, Employer, Function, Long, Points, Rule, Weights, part, signs,
};

use crate::classes::Classes;
use crate::diagnostic::{Diagnostic, Origin};
use crate::source::Packs;
use crate::unknown::unknown;

/// Turns the points of a pack into weights.
pub(crate) fn weights(
    packs: &Packs,
    classes: &Classes,
    rules: &[Rule],
    out: &mut Vec<Diagnostic>,
) -> Option<Weights> {
    let placed = packs.weigh.as_ref()?;
    let (from, at) = (&placed.value, &placed.at);
    let length = from.kinds.len() + 1;
    let mut points = |sign: &str, given: &[i8]| -> Points {
        if given.len() != length {
            out.push(at.error(
                "points",
                sign,
                format!("“{sign}” has {} numbers", given.len()),
                format!("give {length}: one towards a warning and one for each kind"),
            ));
        }
        given.to_vec()
    };
    let mut words: BTreeMap<&str, Points> = BTreeMap::new();
    words.extend(from.word.iter().map(|(w, p)| (w.as_str(), points(w, p))));
    let class_points = [&from.class, &from.official].map(|signs| -> Vec<(&String, Points)> {
        signs.iter().map(|(c, p)| (c, points(c, p))).collect()
    });
    let context_points: Vec<(&String, Points)> = from
        .context
        .iter()
        .map(|(c, p)| (c, points(c, p)))
        .collect();
    let lists = [
        ("base", from.base.len(), length),
        ("thresholds", from.thresholds.len(), from.kinds.len()),
    ];
    for (name, given, wanted) in lists {
        if given != wanted {
            out.push(at.error(
                "points",
                name,
                format!("{name} has {given} numbers"),
                format!("give {wanted}"),
            ));
        }
    }
    let mut kinds = Vec::new();
    for kind in &from.kinds {
        match rules.iter().position(|r| r.id == *kind) {
            Some(number) => kinds.push(number as u32),
            None => out.push(at.error(
                "unknown-rule",
                kind,
                format!("[weigh] names rule “{kind}”, which does not exist"),
                "use the full id, pack/rule, of a rule with weighed = true",
            )),
        }
    }
    let [of_class, official] = class_points.map(|signs| {
        let mut numbered = Vec::new();
        for (name, points) in signs {
            match classes.named(name) {
                Some(class) => numbered.push((class, points)),
                None => out.push(at.error(
                    "unknown-class",
                    name,
                    format!("class “{name}” does not exist"),
                    "define it as [lexicon.name], or remove it from [weigh]",
                )),
            }
        }
        numbered
    });
    for sign in from.word.keys().filter(|sign| !is_met(sign)) {
        out.push(at.error(
            "long-sign",
            sign,
            format!(
                "“{sign}” is never met: signs are whole words, or six or four letters and a hyphen"
            ),
            "write a word (“vergadering”) or the beginning of one (“vergad-”, “verg-”)",
        ));
    }
    let mut pairs = Vec::new();
    for (pair, points) in &from.pair {
        match pair.split_once(' ').filter(|(a, b)| is_part(a) && is_part(b)) {
            Some(parts) => pairs.push((parts, *points)),
            None => out.push(at.error(
                "long-sign",
                pair,
                format!("“{pair}” is never met: a pair is two words, of which six letters count"),
                "write two words and a hyphen behind the first six letters of a longer one (“heb vergad-”)",
            )),
        }
    }
    // A part needs a number, points or not.
    for part in pairs.iter().flat_map(|((a, b), _)| [a, b]) {
        words.entry(part).or_insert_with(|| vec![0; length]);
    }
    let numbers: BTreeMap<&str, u32> = words.keys().copied().zip(0..).collect();
    let mut pairs: Vec<_> = pairs
        .into_iter()
        .map(|((a, b), points)| ((numbers[a], numbers[b]), points))
        .collect();
    pairs.sort_unstable();
    Some(Weights {
        kinds,
        base: from.base.clone(),
        thresholds: from.thresholds.clone(),
        least: from.least,
        floor: from.floor,
        bottom: from.bottom.unwrap_or(i32::MIN),
        long: from.long.map_or(Long::default(), |long| Long {
            from: long.from,
            words_a_point: long.words_a_point,
        }),
        words: words.keys().flat_map(|word| [word, "\n"]).collect(),
        word_points: words.into_values().collect(),
        pairs,
        classes: of_class,
        official,
        contexts: context_points
            .into_iter()
            .map(|(c, p)| (context_sign(c, at, out), p))
            .collect(),
    })
}

/// Whether any word has this sign.
fn is_met(sign: &str) -> bool {
    match sign.strip_suffix('-') {
        // With one letter more the beginning is not the whole word.
        Some(letters) => signs(&format!("{letters}x"))[1..]
            .iter()
            .chain(&signs(letters)[1..])
            .flatten()
            .any(|met| met == sign),
        None => !sign.is_empty() && !sign.contains(' '),
    }
}

/// Whether a word can be this part of a pair.
fn is_part(sign: &str) -> bool {
    let word = sign.strip_suffix('-').map(|letters| format!("{letters}x"));
    !sign.is_empty() && part(word.as_deref().unwrap_or(sign)) == sign
}

/// Reads `capacity:prive+function:top`.
fn context_sign(text: &str, at: &Origin, out: &mut Vec<Diagnostic>) -> ContextSign {
    let mut sign = ContextSign {
        employers: 0,
        capacities: 0,
        functions: 0,
        no_topics: false,
    };
    for part in text.split('+') {
        let (field, value) = part.split_once(':').unwrap_or((part, ""));
        let known = match field {
            "employer" => Employer::named(value).map(|e| sign.employers |= e.bit()),
            "capacity" => Capacity::named(value).map(|c| sign.capacities |= c.bit()),
            "function" => Function::named(value).map(|f| sign.functions |= f.bit()),
            "topics" if value == "none" => {
                sign.no_topics = true;
                Some(())
            }
            _ => None,
        };
        if known.is_none() {
            let fields = ["employer:…", "capacity:…", "function:…", "topics:none"];
            out.push(unknown(at, "context sign", part, &fields, text));
        }
    }
    sign
}
