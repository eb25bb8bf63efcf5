//! What a norm must be: from a document that is named, served somewhere, with
//! words for the card.
//!
//! For: telling the author what is missing. Not for: which rules cite it.

use crate::diagnostic::{Diagnostic, Level, Origin};
use crate::model::NormText;
use crate::source::Packs;
use crate::unknown::unknown;

/// Where a norm can be served.
const SURFACES: &[&str] = &[
    "text",
    "media",
    "action",
    "settings",
    "journal",
    "self-check",
    "advice",
    "design",
];

/// Words of a title that a card can head without it reading as the norm itself.
const LONGEST_TITLE: usize = 6;

pub(crate) fn check_norms(packs: &Packs, out: &mut Vec<Diagnostic>) {
    for (name, norm) in &packs.norms {
        let (at, norm) = (&norm.at, &norm.value);
        if !packs.sources.contains_key(&norm.source) {
            out.push(at.error(
                "unknown-source",
                name,
                format!(
                    "norm “{name}” cites source “{}”, which is not defined",
                    norm.source
                ),
                "add [source.name] with its title, or correct the name",
            ));
        }
        for surface in &norm.surface {
            if !SURFACES.contains(&surface.as_str()) {
                out.push(unknown(at, "surface", surface, SURFACES, name));
            }
        }
        for number in &norm.stelregel {
            if !(1..=4).contains(number) {
                out.push(at.error(
                    "unknown-value",
                    name,
                    format!("stelregel {number} does not exist"),
                    "use 1 to 4, or leave it out where the norm belongs to none",
                ));
            }
        }
        check_texts(name, at, norm, out);
    }
}

fn check_texts(name: &str, at: &Origin, norm: &NormText, out: &mut Vec<Diagnostic>) {
    let titles = [("title.nl", &norm.title.nl), ("title.en", &norm.title.en)];
    let statements = [
        ("statement.nl", &norm.statement.nl),
        ("statement.en", &norm.statement.en),
    ];
    for (field, text) in titles.iter().chain(&statements) {
        if text.trim().is_empty() {
            out.push(at.error(
                "no-text",
                name,
                format!("{field} is empty"),
                "say in two to six words what the norm is about, and in a sentence what it asks, in both languages",
            ));
        }
    }
    for (field, text) in titles {
        let words = text.split_whitespace().count();
        if words > LONGEST_TITLE {
            out.push(at.says(
                Level::Warning,
                "long-title",
                name,
                format!("{field} has {words} words"),
                format!("the title heads a card: say in at most {LONGEST_TITLE} words what the norm is about; what it asks is the statement"),
            ));
        }
    }
}
