//! What the pages say, in the language of the browser.
//!
//! For: finding messages of `_locales` by what they are about. Not for: the
//! messages themselves.

use crate::{browser::message, settings::Choice};

/// The message with a key.
pub fn word(key: &str) -> String {
    message(key, Vec::new())
}

/// The message with a key and one thing filled in.
pub fn word_with(key: &str, filled_in: &str) -> String {
    message(key, vec![filled_in.to_owned()])
}

/// Choices that have more to say than their name. Firefox complains on the
/// page's console when a message is asked for that does not exist.
const PARTS: &[&str] = &[
    "capacity_functie_hint",
    "capacity_namens_hint",
    "capacity_namens_short",
    "capacity_prive_hint",
    "employer_gemeente_notice",
    "function_communicatie_hint",
    "function_overig_hint",
    "function_top_hint",
];

/// The message for a choice: `<field>_<name>`, or with `part` (`hint`, `notice`,
/// `short`)
/// `<field>_<name>_<part>`; `None` when it has none.
pub fn of_choice<C: Choice>(choice: C, part: &str) -> Option<String> {
    let key = [C::FIELD, choice.name(), part].join("_");
    let key = key.trim_end_matches('_');
    if !part.is_empty() && !PARTS.contains(&key) {
        return None;
    }
    let said = word(key);
    (!said.is_empty()).then_some(said)
}

/// A choice in one or two words, where there is room for no more.
pub fn short<C: Choice>(choice: C) -> String {
    of_choice(choice, "short")
        .or_else(|| of_choice(choice, ""))
        .unwrap_or_default()
}

/// What a policy area is called.
pub fn topic(topic: &str) -> String {
    word(&format!("topic_{}", topic.replace('-', "_")))
}

/// "1 remark", "3 remarks".
pub fn count(count: u32) -> String {
    match count {
        1 => word("count_one"),
        _ => word_with("count_many", &count.to_string()),
    }
}

/// The language of the messages, `nl` or `en`.
pub fn language() -> String {
    word("language")
}

#[cfg(test)]
mod tests {
    use super::PARTS;

    #[test]
    fn the_parts_asked_for_are_those_there_are() {
        let messages = include_str!("../../../extension/_locales/nl/messages.json");
        let messages: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(messages).expect("the messages are JSON");
        let of_choice = |key: &&String| {
            ["capacity_", "employer_", "function_"]
                .iter()
                .any(|f| key.starts_with(f))
                && ["_hint", "_notice", "_short"]
                    .iter()
                    .any(|p| key.ends_with(p))
        };
        let mut there: Vec<&str> = messages
            .keys()
            .filter(of_choice)
            .map(String::as_str)
            .collect();
        there.sort_unstable();
        assert_eq!(there, PARTS);
    }
}
