//! Compiling `[weigh]`: points of small signs.

use bezint_engine::{Capacity, ContextSign, Employer, Function, Points, Rule, Weights, beginning};

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
    let word_points = from.word.iter().map(|(w, p)| points(w, p)).collect();
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
    let mut words = String::new();
    for word in from.word.keys() {
        if beginning(word) != word {
            out.push(at.error(
                "long-sign",
                word,
                format!("“{word}” is never met: only the first letters of a word count"),
                format!("write “{}”", beginning(word)),
            ));
        }
        words.push_str(word);
        words.push('\n');
    }
    Some(Weights {
        kinds,
        base: from.base.clone(),
        thresholds: from.thresholds.clone(),
        least: from.least,
        floor: from.floor,
        words,
        word_points,
        classes: of_class,
        official,
        contexts: context_points
            .into_iter()
            .map(|(c, p)| (context_sign(c, at, out), p))
            .collect(),
    })
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
