//! Forms of Dutch verbs.
//!
//! An entry is an infinitive: `"werken"` (weak, by rule), `"vertrekken
//! (vertrok, vertrokken)"` (past singular, participle), `"zeggen (zei, zeiden,
//! gezegd)"` (past singular and plural, participle), each with `|` behind the
//! particle of a separable verb: `"op|stijgen (steeg, gestegen)"`. Behind `=`
//! stands the stem of a borrowed weak verb: `"liken = like"`.

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

/// Unstressed prefixes that take no "ge-". Those of the second row are meant
/// where no `|` says that they come off.
const PREFIXES: &[&str] = &[
    "be", "ge", "her", "ont", "ver", "er", //
    "achter", "door", "mis", "om", "onder", "over", "vol", "voor", "weer",
];

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
                .collect::<Vec<String>>(),
        ),
        None => (entry.trim(), Vec::new()),
    };
    let (infinitive, given_stem) = match infinitive.split_once('=') {
        Some((verb, stem)) => (verb.trim(), Some(stem.trim())),
        None => (infinitive, None),
    };
    let (particle, bare) = divided(infinitive, &strong);
    let strong: Vec<String> = strong
        .into_iter()
        .map(|form| without_particle(form, particle.as_deref()))
        .collect();
    let stem = given_stem.map_or_else(|| stem(bare), str::to_owned);
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
        [] => weak(bare, &stem),
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
        words.push(with_vowel_ending(&whole, "e"));
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

/// The particle and the verb behind it. Without `|` the past tense may tell:
/// "toegeven (gaf toe, toegegeven)".
fn divided<'a>(infinitive: &'a str, strong: &[String]) -> (Option<String>, &'a str) {
    if let Some((particle, bare)) = infinitive.split_once('|') {
        return (Some(particle.to_owned()), bare);
    }
    let apart = strong
        .iter()
        .find_map(|form| form.split_once(' '))
        .and_then(|(_, particle)| Some((particle, infinitive.strip_prefix(particle)?)));
    match apart {
        Some((particle, bare)) => (Some(particle.to_owned()), bare),
        None => (None, infinitive),
    }
}

/// A past form as given with or without the particle: "gaf toe" and "gaf",
/// "toegegeven" and "gegeven".
fn without_particle(form: String, particle: Option<&str>) -> String {
    let Some(particle) = particle else {
        return form;
    };
    form.strip_suffix(particle)
        .and_then(|f| f.strip_suffix(' '))
        .or_else(|| form.strip_prefix(particle).filter(|f| f.len() > 3))
        .unwrap_or(&form)
        .to_owned()
}

/// Whether a verb has a prefix that leaves no room for "ge-". The rest must
/// have a vowel of its own: "beloven", not "bellen".
fn prefixed(bare: &str) -> bool {
    PREFIXES.iter().any(|p| {
        bare.strip_prefix(p)
            .and_then(|rest| rest.strip_suffix("en"))
            .is_some_and(|rest| {
                let diphthong = p.ends_with('e') && rest.starts_with(['e', 'i', 'u']);
                !diphthong && rest.contains(|c: char| "aeiouyë".contains(c))
            })
    }) && !matches!(
        bare,
        "ergeren" | "bedelen" | "erkeren" | "oversten" | "omelen"
    )
}

fn weak(bare: &str, stem: &str) -> (Vec<String>, String) {
    let sound = bare
        .strip_suffix("en")
        .or_else(|| bare.strip_suffix('n'))
        .unwrap_or(stem);
    let voiced = sound.ends_with(['v', 'z']);
    let t = takes_t(sound) && !voiced;
    let (past, end) = if t { ("te", "t") } else { ("de", "d") };
    let past = vec![format!("{stem}{past}"), format!("{stem}{past}n")];
    let ended = if stem.ends_with(end) {
        stem.to_owned()
    } else {
        format!("{stem}{end}")
    };
    let participle = if prefixed(bare) {
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
    fn a_separable_verb_may_be_given_in_full() {
        let short = forms("toe|geven (gaf, gaven, gegeven)");
        assert_eq!(forms("toegeven (gaf toe, gaven toe, toegegeven)"), short);
        assert_eq!(forms("toe|geven (gaf, gaven, toegegeven)"), short);
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
        has(
            "adverteren",
            &["adverteer", "adverteert", "adverteerde", "geadverteerd"],
        );
        has("onderhandelen", &["onderhandelt", "onderhandeld"]);
        has("gooien", &["gooi", "gooit", "gooide", "gegooid"]);
        has("misbruiken", &["misbruikte", "misbruikt"]);
        has("voor|bereiden", &["voorbereidde", "voorbereid"]);
        has("zetten", &["gezet", "gezette"]);
        has("liken = like", &["like", "liket", "likete", "geliket"]);
        has("appen = app", &["app", "appt", "appte", "geappt"]);
        has(
            "managen = manage",
            &["manage", "managet", "managede", "gemanaged"],
        );
        assert_eq!(
            forms("op|stijgen (steeg, gestegen)").finite,
            ["stijg", "stijgt", "stijgen", "steeg", "stegen"]
        );
    }
}
