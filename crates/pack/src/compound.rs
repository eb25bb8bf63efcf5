//! What compounds would catch, counted over a word list.
//!
//! For: refusing heads and tails that catch words they should not ("plek" is
//! no "lek", "commissie" no "missie"), and printing the catch so that a person
//! can read it. Not for: anything at run time; the word list is used while a
//! pack is made and never shipped.

use std::collections::HashSet;

use serde::Serialize;

use crate::compile::Compiled;
use crate::diagnostic::Diagnostic;

/// Letters that must remain on the other side; the engine's figure.
const SHORTEST_PART: usize = 3;
/// Words shorter than this are never looked at as compounds; the engine's figure.
const SHORTEST_COMPOUND: usize = 6;
/// Share of doubtful words above which a part is refused, in percent.
const MOST_DOUBTFUL: usize = 5;
/// So few doubtful words may be slips of the list.
const FEWEST_DOUBTFUL: usize = 3;
/// Endings that make another word of the same family, not a compound.
const FAMILY: &[&str] = &[
    "achtig", "achtige", "en", "er", "ers", "heid", "ig", "ige", "igen", "igheid", "isch", "ische",
    "je", "jes", "lijk", "lijke", "loos", "loze", "nig", "nige", "nigen", "nigheid", "nigere",
    "nigst", "nigste", "elijk", "elijke", "schap", "schappen", "st", "ster", "sters", "t", "te",
    "tje", "tjes",
];
/// What may stand between the parts of a Dutch compound.
const LINKS: &[&str] = &["", "s", "en", "e", "n", "er"];

/// What one head or tail catches.
#[derive(Clone, Debug, Serialize)]
pub struct Catch {
    /// The lexicon.
    pub lexicon: String,
    /// The part.
    pub part: String,
    /// `head` or `tail`.
    pub end: &'static str,
    /// Words of the list it catches.
    pub caught: Vec<String>,
    /// Of those, words whose rest is no word: probably no compound.
    pub doubtful: Vec<String>,
}

fn known(rest: &str, words: &HashSet<String>) -> bool {
    rest.chars().count() >= 2 && words.contains(rest)
}

/// Whether the part before a head is a word, alone or with a linking sound.
fn known_before(rest: &str, words: &HashSet<String>) -> bool {
    LINKS.iter().any(|link| {
        rest.strip_suffix(link)
            .is_some_and(|r| known(r, words) || known(&format!("{r}en"), words))
    }) || (2..rest.len().saturating_sub(1)).any(|i| {
        rest.is_char_boundary(i)
            && known_single(&rest[i..], words)
            && known_single(&rest[..i], words)
    })
}

fn known_single(rest: &str, words: &HashSet<String>) -> bool {
    LINKS
        .iter()
        .any(|link| rest.strip_suffix(link).is_some_and(|r| known(r, words)))
}

/// Whether a folded word that is not in the list is made of words that are:
/// at least three letters in front, four behind.
pub fn is_compound(word: &str, words: &HashSet<String>) -> bool {
    word.char_indices().skip(3).any(|(at, _)| {
        word[at..].chars().count() >= 4
            && words.contains(&word[at..])
            && known_before(&word[..at], words)
    })
}

/// Whether the part behind a tail is a word.
fn known_after(rest: &str, words: &HashSet<String>) -> bool {
    FAMILY.contains(&rest)
        || LINKS
            .iter()
            .any(|link| rest.strip_prefix(link).is_some_and(|r| known(r, words)))
        || (2..rest.len().saturating_sub(1)).any(|i| {
            rest.is_char_boundary(i) && known_single(&rest[..i], words) && known(&rest[i..], words)
        })
}

/// Counts what every head and tail catches, and refuses the sloppy ones.
/// `words` holds folded words.
pub fn compounds(compiled: &Compiled, words: &HashSet<String>) -> (Vec<Catch>, Vec<Diagnostic>) {
    let mut catches = Vec::new();
    let mut out = Vec::new();
    for (name, lexicon) in &compiled.packs.lexicons {
        let not: HashSet<String> = lexicon
            .value
            .not_compound
            .iter()
            .map(|w| bezint_text::fold(w))
            .collect();
        let parts = lexicon
            .value
            .head
            .iter()
            .map(|p| (p, "head"))
            .chain(lexicon.value.tail.iter().map(|p| (p, "tail")));
        for (entry, end) in parts {
            let part = bezint_text::fold(entry.split(',').next().unwrap_or(entry).trim());
            let catch = count(name, &part, end, words, &not);
            if catch.doubtful.len() >= FEWEST_DOUBTFUL
                && catch.doubtful.len() * 100 > MOST_DOUBTFUL * catch.caught.len()
            {
                let some: Vec<&str> = catch.doubtful.iter().take(8).map(String::as_str).collect();
                out.push(lexicon.at.error(
                    "sloppy-compound",
                    name,
                    format!("“{part}” as {end} catches {} words, of which {} look like no compound: {}", catch.caught.len(), catch.doubtful.len(), some.join(", ")),
                    "list the words that are none under not_compound, or write the compounds you mean as words",
                ));
            }
            catches.push(catch);
        }
    }
    (catches, out)
}

fn count(
    name: &str,
    part: &str,
    end: &'static str,
    words: &HashSet<String>,
    not: &HashSet<String>,
) -> Catch {
    // Words with a hyphen are two tokens and never looked at as one.
    let mut caught: Vec<String> = words
        .iter()
        .filter(|w| w.chars().all(char::is_alphabetic))
        .filter(|w| {
            w.len() >= SHORTEST_COMPOUND
                && w.len() >= part.len() + SHORTEST_PART
                && !not.contains(*w)
        })
        .filter(|w| {
            if end == "head" {
                w.ends_with(part)
            } else {
                w.starts_with(part)
            }
        })
        .cloned()
        .collect();
    caught.sort();
    let doubtful = caught
        .iter()
        .filter(|w| {
            if end == "head" {
                !known_before(&w[..w.len() - part.len()], words)
            } else {
                !known_after(&w[part.len()..], words)
            }
        })
        .cloned()
        .collect();
    Catch {
        lexicon: name.to_owned(),
        part: part.to_owned(),
        end,
        caught,
        doubtful,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::PackFile;

    fn refused(head: &str) -> bool {
        let words: HashSet<String> = "commissie permissie transmissie vredesmissie vrede missie bataljon tankbataljon tank infanterie infanteriebataljon".split(' ').map(str::to_owned).collect();
        let text = format!("[lexicon.x]\nhead = [\"{head}\"]\n");
        let compiled = crate::compile(&[PackFile {
            name: "x.toml".into(),
            pack: "x".into(),
            text,
        }])
        .expect("compiles");
        !compounds(&compiled, &words).1.is_empty()
    }

    #[test]
    fn sloppy_heads_are_refused_and_good_ones_kept() {
        assert!(refused("missie"));
        assert!(!refused("bataljon"));
    }
}
