//! What every rule of the built-in packs promises.

use std::path::Path;

use bezint_engine::{Checker, Context, Employer, Severity, Topic, Warning};
use bezint_pack::{Compiled, compile, prove, read_folder, serialise};

fn built_in() -> Compiled {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    compile(&read_folder(&folder).expect("the packs can be read")).expect("the packs compile")
}

#[test]
fn every_example_comes_out_as_marked_every_clause_is_needed_and_no_rule_covers_another() {
    let compiled = built_in();
    let mut remarks = compiled.remarks.clone();
    remarks.extend(prove(&compiled).expect("the tables load"));
    let said: Vec<String> = remarks.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn every_text_norm_has_a_rule_in_every_profile_it_binds() {
    let compiled = built_in();
    let mut missing = Vec::new();
    for (id, norm) in &compiled.packs.norms {
        if !norm.value.surface.iter().any(|s| s == "text") {
            continue;
        }
        for employer in Employer::ALL {
            let binds = norm.value.employers.is_empty()
                || norm.value.employers.iter().any(|e| e == employer.name());
            let served = compiled.packs.rules.iter().any(|r| {
                r.rule.norms.contains(id)
                    && compiled.tables.rules.iter().any(|t| {
                        t.id == r.id
                            && (t.when.employers == 0 || t.when.employers & employer.bit() != 0)
                    })
            });
            if binds && !served {
                missing.push(format!("{id} for {}", employer.name()));
            }
        }
    }
    assert!(missing.is_empty(), "no rule serves {}", missing.join(", "));
}

/// Posts of everyday life by people in whose policy area a word would stand if
/// it meant something else.
const INNOCENT: &[(Employer, &str, &str)] = &[
    (
        Employer::Bz,
        "buitenland",
        "Sorry for posting this nonsense so late, I just love this song",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Stop posting spoilers, it is ridiculous",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Made it to the summit after six hours, stupid blisters",
    ),
    (
        Employer::Bz,
        "buitenland",
        "My new diet regime is a joke, I quit",
    ),
    (
        Employer::Bz,
        "buitenland",
        "De resolutie van deze tv is belachelijk slecht",
    ),
    (
        Employer::Rijk,
        "justitie",
        "The free trial of this app is a joke",
    ),
    (
        Employer::Rijk,
        "justitie",
        "Tennis court was closed again, ridiculous",
    ),
    (
        Employer::Rijk,
        "natuur",
        "Zo'n onzin dat ik bang ben voor insecten",
    ),
    (
        Employer::Rijk,
        "natuur",
        "Het zeiljacht van mijn oom is lek, wat een ramp",
    ),
    (
        Employer::Rijk,
        "financien",
        "Mijn budget voor cadeaus is belachelijk laag dit jaar",
    ),
    (
        Employer::Rijk,
        "landbouw",
        "Onze trekker in de moestuin start weer niet, stom ding",
    ),
    (
        Employer::Rijk,
        "landbouw",
        "Those cows kept us awake all night at the campsite, ridiculous",
    ),
    (
        Employer::Defensie,
        "defensie",
        "Mijn drone is in de sloot gevallen, wat een prutsding",
    ),
    (
        Employer::Rijk,
        "klimaat",
        "Hittegolf in de tent, drama, nooit meer camping",
    ),
];

#[test]
fn words_in_their_innocent_meaning_are_no_policy_area() {
    let mut checker = Checker::load(bezint_packs::TABLES).expect("the built-in tables load");
    for (employer, topic, text) in INNOCENT {
        let context = Context {
            employer: *employer,
            topics: Topic::named(topic).expect("a policy area"),
            year: 2026,
            ..Context::default()
        };
        let loud = |w: &Warning| w.severity >= Severity::Warning;
        assert!(!checker.check(text, &context).iter().any(loud), "{text}");
    }
}

#[test]
fn a_serious_pattern_is_a_hint_where_all_else_is_everyday_life() {
    let mut checker = Checker::load(bezint_packs::TABLES).expect("the built-in tables load");
    let context = Context {
        employer: Employer::Gemeente,
        topics: Topic::named("handhaving").expect("a policy area"),
        year: 2026,
        ..Context::default()
    };
    let mut heaviest = |text: &str| {
        let warnings = checker.check(text, &context);
        warnings.iter().map(|w| w.severity).max()
    };
    let announced = "Morgen alcoholcontrole op de Ringweg";
    assert_eq!(heaviest(announced), Some(Severity::Serious));
    let at_home = "Morgen alcoholcontrole bij ons thuis: twee tantes, een luchtbed, bitterballen \
                   en veel wijn.";
    assert_eq!(heaviest(at_home), Some(Severity::Hint));
}

#[test]
fn the_tables_built_in_are_those_of_the_packs() {
    let fresh = serialise(&built_in().tables).expect("the tables can be written");
    assert!(
        bezint_packs::TABLES == fresh,
        "the built-in tables differ from a fresh compilation"
    );
    let checker = Checker::load(bezint_packs::TABLES).expect("the built-in tables load");
    let rules = checker.tables().rules.len();
    assert!(rules >= 60, "{rules} rules");
}

#[test]
fn shouting_accents_and_emoji_around_a_text_change_no_verdict() {
    let compiled = built_in();
    let mut checker = Checker::new(compiled.tables.clone()).expect("the tables load");
    let quiet = [
        "Lekker gefietst vandaag met de kinderen.",
        "Het geheime recept van oma",
        "Morgen stemmen! Vergeet je stempas niet.",
    ];
    for text in quiet {
        for shown in [
            text.to_owned(),
            text.to_uppercase(),
            format!("🎉 {text} 🎉"),
            text.replace('e', "é"),
        ] {
            for &employer in Employer::ALL {
                let context = Context {
                    employer,
                    year: 2026,
                    ..Context::default()
                };
                assert_eq!(checker.check(&shown, &context), [], "{shown}");
            }
        }
    }
}

#[test]
fn broken_tables_are_refused_and_never_panic() {
    assert!(Checker::load(&[]).is_err());
    let whole = bezint_packs::TABLES;
    assert!(Checker::load(&whole[..whole.len() / 2]).is_err());
    for at in (0..whole.len()).step_by(whole.len() / 200 + 1) {
        let mut broken = whole.to_vec();
        broken[at] ^= 0x55;
        assert!(Checker::load(&broken).is_err(), "byte {at}");
    }
}
