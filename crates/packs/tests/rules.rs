//! What every rule of the built-in packs promises.

use std::path::Path;

use bezint_engine::{Checker, Context, Employer};
use bezint_pack::{Compiled, Level, compile, prove, read_folder, serialise};

fn built_in() -> Compiled {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
    compile(&read_folder(&folder).expect("the packs can be read")).expect("the packs compile")
}

#[test]
fn every_example_comes_out_as_marked_and_every_clause_is_needed() {
    let diagnostics = prove(&built_in()).expect("the tables load");
    let errors: Vec<String> = diagnostics
        .iter()
        .filter(|d| d.level == Level::Error)
        .map(ToString::to_string)
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
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
