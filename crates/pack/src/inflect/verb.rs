//! Forms of Dutch verbs.
//!
//! An entry is an infinitive: `"werken"` (weak, by rule), `"vertrekken
//! (vertrok, vertrokken)"` (past singular, participle), `"zeggen (zei, zeiden,
//! gezegd)"` (past singular and plural, participle), each with `|` behind the
//! particle of a separable verb: `"op|stijgen (steeg, gestegen)"`.

use super::spelling::{stem, with_vowel_ending};

/// The forms of a verb.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verb {
    /// Forms that stand as one word, particle included.
    pub words: Vec<String>,
    /// Finite forms without the particle, for "zegt … toe".
    pub finite: Vec<String>,
    /// The particle of a separable verb.
    pub particle: Option<String>,
    /// Infinitive without the particle, for "toe te zeggen".
    pub bare: String,
}

/// Unstressed prefixes that take no "ge-".
const PREFIXES: &[&str] = &["be", "ge", "her", "ont", "ver", "er"];

/// Present forms of the verbs whose stem no rule gives.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("gaan", &["ga", "gaat", "gaan"]),
    ("staan", &["sta", "staat", "staan"]),
    ("slaan", &["sla", "slaat", "slaan"]),
    ("doen", &["doe", "doet", "doen"]),
    ("zien", &["zie", "ziet", "zien"]),
    ("zijn", &["ben", "bent", "is", "zijn"]),
    ("hebben", &["heb", "hebt", "heeft", "hebben"]),
    ("komen", &["kom", "komt", "komen"]),
    ("krijgen", &["krijg", "krijgt", "krijgen"]),
    ("worden", &["word", "wordt", "worden"]),
    ("houden", &["hou", "houd", "houdt", "houden"]),
    ("mogen", &["mag", "mogen"]),
    ("kunnen", &["kan", "kun", "kunt", "kunnen"]),
    ("zullen", &["zal", "zul", "zult", "zullen"]),
    ("willen", &["wil", "wilt", "willen"]),
];

fn takes_t(stem: &str) -> bool {
    // 't kofschip, on the sound before "en" in the infinitive.
    stem.ends_with("ch") || stem.ends_with(['t', 'k', 'f', 's', 'p', 'x'])
}

/// All forms of an entry.
pub(crate) fn forms(entry: &str) -> Verb {
    let (infinitive, strong) = match entry.split_once('(') {
        Some((a, b)) => (
            a.trim(),
            b.trim_end_matches([')', ' '])
                .split(',')
                .map(|s| s.trim().to_owned())
                .collect(),
        ),
        None => (entry.trim(), Vec::new()),
    };
    let (particle, bare) = match infinitive.split_once('|') {
        Some((p, b)) => (Some(p.to_owned()), b),
        None => (None, infinitive),
    };
    let stem = stem(bare);
    let irregular = IRREGULAR
        .iter()
        .find(|(i, _)| bare == *i || PREFIXES.iter().any(|p| bare.strip_prefix(p) == Some(i)));
    let prefix = irregular.map_or("", |(i, _)| &bare[..bare.len() - i.len()]);
    let present: Vec<String> = match irregular {
        Some((_, forms)) => forms.iter().map(|f| format!("{prefix}{f}")).collect(),
        None if stem.ends_with('t') => vec![stem.clone(), bare.to_owned()],
        None => vec![stem.clone(), format!("{stem}t"), bare.to_owned()],
    };
    let (past, participle) = match strong.as_slice() {
        [] => weak(bare, &stem, particle.is_some()),
        [participle] => (Vec::new(), participle.clone()),
        [single, participle] => (
            vec![single.clone(), with_vowel_ending(single, "en")],
            participle.clone(),
        ),
        [single, plural, participle, ..] => {
            (vec![single.clone(), plural.clone()], participle.clone())
        }
    };
    let joined = |form: &str| format!("{}{form}", particle.as_deref().unwrap_or(""));
    let mut finite = present.clone();
    finite.extend(past);
    let mut words: Vec<String> = finite.iter().map(|f| joined(f)).collect();
    let whole = joined(&participle);
    if !participle.ends_with("en") {
        words.push(format!("{whole}e"));
    }
    words.push(whole);
    words.push(joined(&format!("{bare}d")));
    words.push(joined(&format!("{bare}de")));
    words.dedup();
    Verb {
        words,
        finite,
        particle,
        bare: bare.to_owned(),
    }
}

fn weak(bare: &str, stem: &str, separable: bool) -> (Vec<String>, String) {
    let sound = bare.strip_suffix("en").unwrap_or(stem);
    let voiced = sound.ends_with(['v', 'z']);
    let t = takes_t(stem) && !voiced;
    let (past, end) = if t { ("te", "t") } else { ("de", "d") };
    let past = vec![format!("{stem}{past}"), format!("{stem}{past}n")];
    let ended = if stem.ends_with(end) {
        stem.to_owned()
    } else {
        format!("{stem}{end}")
    };
    let unprefixed = PREFIXES.iter().any(|p| {
        bare.strip_prefix(p).is_some_and(|rest| {
            rest.len() >= 4
                && rest.contains(|c: char| "aeiou".contains(c))
                && !rest.starts_with(|c: char| "e".contains(c) && rest.len() < 5)
        })
    });
    let participle = if unprefixed && !separable && !matches!(bare, "bellen" | "beren" | "erven") {
        ended
    } else {
        format!("ge{ended}")
    };
    (past, participle)
}

#[cfg(test)]
mod tests {
    use super::forms;

    fn has(entry: &str, all: &[&str]) {
        let words = forms(entry).words;
        for form in all {
            assert!(
                words.contains(&(*form).to_owned()),
                "{entry}: {form} not in {words:?}"
            );
        }
    }

    #[test]
    fn weak_strong_and_separable() {
        has(
            "werken",
            &["werk", "werkt", "werken", "werkte", "werkten", "gewerkt"],
        );
        has("lekken", &["lek", "lekt", "lekte", "gelekt"]);
        has("reizen", &["reis", "reist", "reisde", "gereisd", "reizend"]);
        has("beloven", &["beloof", "belooft", "beloofde", "beloofd"]);
        has(
            "vertrekken (vertrok, vertrokken)",
            &["vertrek", "vertrekt", "vertrok", "vertrokken"],
        );
        has(
            "op|stijgen (steeg, gestegen)",
            &["opstijgt", "opsteeg", "opstegen", "opgestegen"],
        );
        has(
            "toe|zeggen (zei, zeiden, gezegd)",
            &["toezegt", "toegezegd", "toezei"],
        );
        has("praten", &["praat", "praatte", "gepraat"]);
        has("bellen", &["bel", "belt", "belde", "gebeld"]);
        assert_eq!(
            forms("op|stijgen (steeg, gestegen)").finite,
            ["stijg", "stijgt", "stijgen", "steeg", "stegen"]
        );
    }
}
