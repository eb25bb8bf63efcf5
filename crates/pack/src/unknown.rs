//! Names that do not exist.
//!
//! For: saying so, with what was probably meant. Not for: looking names up.

use crate::diagnostic::{Diagnostic, MOST_REMARKS, Origin};

/// That a value does not exist, and those that do.
pub(crate) fn unknown(
    at: &Origin,
    what: &str,
    given: &str,
    known: &[&str],
    subject: &str,
) -> Diagnostic {
    at.error(
        "unknown-value",
        subject,
        format!("{what} “{given}” does not exist"),
        format!("use one of: {}", known.join(", ")),
    )
}

/// Bytes of the longest name for which another one is guessed.
const LONGEST_GUESSED: usize = 64;

/// Tells that a class does not exist, and which one may have been meant.
pub(crate) fn unknown_class<'a>(
    at: &Origin,
    name: &str,
    subject: &str,
    known: impl Iterator<Item = &'a String>,
    out: &mut Vec<Diagnostic>,
) {
    // Where so much is wrong a guess is no help, and each is compared with all.
    let guessed = out.len() < MOST_REMARKS && name.len() <= LONGEST_GUESSED;
    let most = 1 + name.len().min(LONGEST_GUESSED) / 4;
    let near = known
        .filter(|k| guessed && k.len().abs_diff(name.len()) <= most)
        .min_by_key(|k| distance(k, name))
        .filter(|k| distance(k, name) <= most);
    let help = near.map_or_else(
        || "define it as [lexicon.name], or correct the name".to_owned(),
        |n| format!("did you mean “{n}”?"),
    );
    out.push(at.error(
        "unknown-class",
        subject,
        format!("class “{name}” does not exist"),
        help,
    ));
}

/// Edit distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let next = (diagonal + usize::from(ca != *cb))
                .min(row[j] + 1)
                .min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
