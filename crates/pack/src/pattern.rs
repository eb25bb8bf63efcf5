//! The pattern notation.
//!
//! ```text
//! {eenheid} ..6 [{vertrek}] ..6 {straks|time}   in order, gaps of up to 6 tokens
//! {mening} & {topic:own}                         both, in any order
//! (in de la|op de plank)                         any of these phrases
//! ik ben (maar)? een                             an optional step
//! ```
//!
//! For: turning one line into steps with names of classes. Not for: looking
//! the names up; that is the compiler's business.

/// What a step asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Atom {
    /// One of these classes by name.
    Classes(Vec<String>),
    /// One of these phrases, each a list of plain words.
    Words(Vec<Vec<String>>),
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it asks for.
    pub atom: Atom,
    /// Tokens that may stand before it.
    pub gap: u8,
    /// May be left out.
    pub optional: bool,
    /// Part of the underline.
    pub mark: bool,
}

/// The longest gap.
pub const LONGEST_GAP: u8 = 20;
/// The most parts joined by `&`.
pub const MOST_PARTS: usize = 4;
/// The most steps in a sequence.
pub const MOST_STEPS: usize = 16;

/// The most classes in a step.
pub const MOST_CLASSES: usize = 50;
/// The most phrases in a group.
pub const MOST_CHOICES: usize = 500;
/// The most words in a phrase of plain words.
pub const MOST_WORDS: usize = 16;
/// The most characters in a word.
pub const LONGEST_WORD: usize = 64;

/// The characters of the longest word, where it is too long.
pub(crate) fn longest_word(text: &str) -> Option<usize> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let longest = words.map(|w| w.chars().count()).max();
    longest.filter(|letters| *letters > LONGEST_WORD)
}

/// Parses a pattern into its parts.
///
/// # Errors
/// What is wrong and how to mend it.
pub fn parse(pattern: &str) -> Result<Vec<Vec<Step>>, (String, String)> {
    if let Some(letters) = longest_word(pattern) {
        return Err((
            format!("a word of {letters} characters"),
            format!("keep words within {LONGEST_WORD} characters; no Dutch word is longer"),
        ));
    }
    let mut parts = Vec::new();
    for part in pattern.split('&') {
        parts.push(sequence(part, pattern)?);
    }
    if parts.len() > MOST_PARTS {
        return Err((
            format!("{} parts joined by &", parts.len()),
            format!("use at most {MOST_PARTS}; what else must hold can be a need"),
        ));
    }
    let marked = |p: &Vec<Step>| p.iter().any(|s| s.mark);
    if parts.iter().filter(|p| marked(p)).count() > 1 {
        return Err((
            "two parts have an underline".into(),
            "put [ ] in only one of the parts joined by &".into(),
        ));
    }
    // The part with the underline leads.
    if let Some(at) = parts.iter().position(marked) {
        let lead = parts.remove(at);
        parts.insert(0, lead);
    }
    Ok(parts)
}

fn sequence(part: &str, whole: &str) -> Result<Vec<Step>, (String, String)> {
    let mut steps: Vec<Step> = Vec::new();
    let mut rest = part.trim_start();
    let (mut gap, mut mark) = (0u8, false);
    if rest.is_empty() {
        return Err((
            format!("an empty part in “{whole}”"),
            "write something on both sides of &".into(),
        ));
    }
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("..") {
            let digits = after
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(after.len());
            gap = after[..digits]
                .parse()
                .ok()
                .filter(|g| *g <= LONGEST_GAP)
                .ok_or_else(|| {
                    (
                        format!("“..{}” is no gap", &after[..digits]),
                        format!("write ..n with n from 1 to {LONGEST_GAP}"),
                    )
                })?;
            if steps.is_empty() {
                return Err((
                    "a pattern cannot start with a gap".into(),
                    "leave the gap out: what stands before does not matter".into(),
                ));
            }
            rest = after[digits..].trim_start();
            if rest.is_empty() {
                return Err((
                    "a pattern cannot end with a gap".into(),
                    "leave the gap out: what follows does not matter".into(),
                ));
            }
            continue;
        }
        match rest.as_bytes()[0] {
            b'[' => {
                if mark {
                    return Err((
                        "[ within [".into(),
                        "close the underline with ] first".into(),
                    ));
                }
                mark = true;
                rest = rest[1..].trim_start();
                continue;
            }
            b']' => {
                if !mark {
                    return Err(("] without [".into(), "open the underline with [".into()));
                }
                mark = false;
                rest = rest[1..].trim_start();
                continue;
            }
            _ => {}
        }
        let (atom, after) = atom(rest)?;
        let (optional, after) = match after.strip_prefix('?') {
            Some(after) => (true, after),
            None => (false, after),
        };
        if optional && steps.is_empty() {
            return Err((
                "the first step cannot be optional".into(),
                "leave it out, or write two patterns".into(),
            ));
        }
        steps.push(Step {
            atom,
            gap,
            optional,
            mark,
        });
        gap = 0;
        rest = after.trim_start();
    }
    if mark {
        return Err((
            "[ is not closed".into(),
            "close the underline with ]".into(),
        ));
    }
    if steps.len() > MOST_STEPS {
        return Err((
            format!("{} steps in one sequence", steps.len()),
            format!("use at most {MOST_STEPS}, with gaps or classes in between"),
        ));
    }
    Ok(steps)
}

/// That a phrase has too many words.
pub(crate) fn too_many_words(words: usize) -> (String, String) {
    (
        format!("a phrase of {words} words"),
        format!("use at most {MOST_WORDS}; its beginning will do"),
    )
}

fn atom(rest: &str) -> Result<(Atom, &str), (String, String)> {
    if let Some(inner) = rest.strip_prefix('{') {
        let end = inner.find('}').ok_or_else(|| {
            (
                "{ is not closed".to_owned(),
                "close the class with }".to_owned(),
            )
        })?;
        let names: Vec<String> = inner[..end]
            .split('|')
            .map(|n| n.trim().to_owned())
            .collect();
        if names.iter().any(String::is_empty) {
            return Err((
                "an empty class name".into(),
                "write {name} or {name|other}".into(),
            ));
        }
        if names.len() > MOST_CLASSES {
            return Err((
                format!("{} classes in one step", names.len()),
                format!("use at most {MOST_CLASSES}; a lexicon can include the others"),
            ));
        }
        return Ok((Atom::Classes(names), &inner[end + 1..]));
    }
    if let Some(inner) = rest.strip_prefix('(') {
        let end = inner.find(')').ok_or_else(|| {
            (
                "( is not closed".to_owned(),
                "close the group with )".to_owned(),
            )
        })?;
        if inner[..end].contains(['{', '[', '(']) {
            return Err((
                "a group can hold only plain words".into(),
                "make a lexicon of it and write {name}".into(),
            ));
        }
        let phrases: Vec<Vec<String>> = inner[..end].split('|').map(words).collect();
        if phrases.iter().any(Vec::is_empty) {
            return Err((
                "an empty choice in a group".into(),
                "write (one|other words)?  with ? when it may be absent".into(),
            ));
        }
        if phrases.len() > MOST_CHOICES {
            return Err((
                format!("{} choices in one group", phrases.len()),
                format!("use at most {MOST_CHOICES}; make a lexicon of it and write {{name}}"),
            ));
        }
        if let Some(long) = phrases.iter().find(|p| p.len() > MOST_WORDS) {
            return Err(too_many_words(long.len()));
        }
        return Ok((Atom::Words(phrases), &inner[end + 1..]));
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '{' | '}' | '(' | ')'))
        .unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let (word, after) = match word.strip_suffix('?') {
        Some(w) if !w.is_empty() => (w, &rest[end - 1..]),
        _ => (word, after),
    };
    let list = words(word);
    if list.is_empty() {
        return Err((
            format!("“{word}” is no word"),
            "write words, {classes}, (groups), gaps ..n, [ ] and &".into(),
        ));
    }
    Ok((Atom::Words(vec![list]), after))
}

/// The folded words of a plain text.
pub(crate) fn words(text: &str) -> Vec<String> {
    let text = bezint_text::Text::new(text);
    text.tokens()
        .iter()
        .map(|t| text.word(t).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_gaps_marks_and_parts() {
        let parts = parse("{a|b} ..6 [naar huis] (nu|zo meteen)? & {c}").expect("parses");
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0].len(), 4);
        assert_eq!(parts[0][1].gap, 6);
        assert!(parts[0][1].mark && parts[0][2].mark && !parts[0][3].mark && parts[0][3].optional);
    }

    #[test]
    fn the_part_with_the_underline_leads() {
        let parts = parse("{a} & [{b}]").expect("parses");
        assert_eq!(parts[0][0].atom, Atom::Classes(vec!["b".into()]));
    }

    #[test]
    fn mistakes_are_named() {
        for bad in [
            "..3 x", "x ..", "x ..99 y", "{x", "(x", "[x", "x]", "x & ", "x? y", "(a|)", "{a|}",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
