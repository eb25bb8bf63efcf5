//! Words of policy areas and names in their innocent meaning, and in the one
//! they stand in the lists for.

use std::path::Path;

use bezint_engine::{Checker, Context, Employer, Severity, TOPICS, Topic, Warning};
use bezint_pack::{Compiled, compile, read_folder, serialise};

/// What a text is about, by the vocabulary of the policy areas.
struct Subjects {
    compiled: Compiled,
    checker: Checker,
}

impl Subjects {
    fn of_the_packs() -> Subjects {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs");
        let compiled =
            compile(&read_folder(&folder).expect("the packs can be read")).expect("they compile");
        let tables = serialise(&compiled.tables).expect("the tables can be written");
        let checker = Checker::load(&tables).expect("the tables load");
        Subjects { compiled, checker }
    }

    fn of(&mut self, text: &str) -> Vec<&'static str> {
        self.checker.check(text, &Context::default());
        let about = |number: &usize| {
            let class = self.compiled.tables.topics[*number];
            !self.checker.places(class).is_empty()
        };
        (0..TOPICS.len())
            .filter(about)
            .map(|number| TOPICS[number])
            .collect()
    }
}

/// Words with another meaning in daily life than in a policy area.
const EVERYDAY: &[&str] = &[
    "Kom veilig thuis allemaal!",
    "The people here have good energy and they are kind",
    "Dat plan kan naar de prullenbak",
    "This meeting was a waste of time for all of us",
    "Wat een drempel om dat te zeggen",
    "Dit is gewoon verkeerd",
    "Ai, dat was niet handig",
    "Wij bouwen graag bruggen tussen mensen",
    "Virgil van Dijk scoort alweer",
    "The Guardian wrote that this was the best book of the year",
    "Job hunting is hard when you are over fifty",
    "I squat every morning before the others wake up",
    "Fijne jaarwisseling en tot volgend jaar",
    "Ik moet nog verlof aanvragen",
    "Vanavond naar het Songfestival kijken",
    "Bladzijde 3 en 1 zijn zoek",
    "Will you come with us to the beach when it is warm",
    "Weekendje Dublin geboekt",
    "Volgende week vakantie in Pisa",
    "De kaasschaaf ligt in de la",
    "Vandaag heb ik de zolder opgeruimd en de kelder moet ik nog ruimen",
    "Het peloton fietste voorbij",
    "Met een QR-code kom je binnen",
    "Wie is er ziek en wie staat er op de wachtlijst voor zwemles?",
    "Reddingsbrigade gehaald, nu vrij zwemmen",
    "Boerenkool met worst vanavond",
];

#[test]
fn everyday_meanings_are_about_no_policy_area() {
    let mut subjects = Subjects::of_the_packs();
    let about: Vec<String> = EVERYDAY
        .iter()
        .filter_map(|text| {
            let found = subjects.of(text);
            (!found.is_empty()).then(|| format!("{text}: {}", found.join(", ")))
        })
        .collect();
    assert!(about.is_empty(), "{}", about.join("\n"));
}

/// The same words where they are the trade of somebody.
const TRADE: &[(&str, &str)] = &[
    ("asiel", "Steeds meer mensen kunnen hier asiel aanvragen"),
    ("asiel", "Asiel blijft het moeilijkste dossier"),
    ("jeugdzorg", "De wachtlijst bij Veilig Thuis groeit"),
    ("energie", "Groene energie wordt duurder"),
    (
        "afval",
        "Het dumpen kost de stad geld, vuilnis dumpen is verboden",
    ),
    ("infrastructuur", "De brug bij Kampen is dicht"),
    ("verkeer", "Een verkeersdrempel bij de school"),
    ("digitalisering", "De inzet van AI bij de balie"),
    ("cultuur", "Bezuinigen op cultuur raakt iedereen"),
    ("sociale-zaken", "Het nieuwe pensioen wordt lager"),
    ("defensie", "De norm van 3,5 procent bbp"),
    ("klimaat", "Boven 1,5 graad is het te laat"),
    ("politie", "De agent sprak de jongen aan"),
    ("buitenland", "Het gaat mis in Jordanië"),
    ("financien", "Een gat in de begroting"),
    ("vergunningen", "Uw aanvraag is afgewezen"),
    ("openbare-orde", "Rellen rond de jaarwisseling"),
];

#[test]
fn the_trade_is_recognised() {
    let mut subjects = Subjects::of_the_packs();
    for (topic, text) in TRADE {
        let found = subjects.of(text);
        assert!(found.contains(topic), "{text}: {found:?}");
    }
}

/// Names of parties, places, ranks and units that are words, in posts of
/// people for whom the name would weigh.
const NAMES: &[(Employer, &str, &str)] = &[
    (
        Employer::Bz,
        "buitenland",
        "Denk eens na, idioot die ik ben, ik vergat mijn fiets",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Denk je nou echt dat ik dat geloof, wat een grap",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Onze lamp op 230 Volt is stuk, wat een ramp",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Forum Groningen is prachtig, ik hou ervan",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Geert van de bakker is een held",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Mona toetjes zijn belachelijk lekker",
    ),
    (Employer::Bz, "buitenland", "CU later, you fool"),
    (
        Employer::Bz,
        "buitenland",
        "Sofia en Jordan zijn verliefd, wat een ramp",
    ),
    (
        Employer::Bz,
        "buitenland",
        "Going through customs took ages, ridiculous",
    ),
    (
        Employer::Rijk,
        "zorg",
        "Working from my home office today, love it",
    ),
    (
        Employer::Rijk,
        "wonen",
        "Morgen naar Best, dat wordt de beste dag",
    ),
    (
        Employer::Gemeente,
        "wonen",
        "Best een leuke dag in Haren gehad, in Bergen was het koud",
    ),
    (
        Employer::Defensie,
        "defensie",
        "De vliegers op het strand waren prachtig, morgen weer",
    ),
    (
        Employer::Defensie,
        "defensie",
        "Mijn zoon is schutter bij de carnavalsvereniging",
    ),
    (
        Employer::Defensie,
        "defensie",
        "Ons peloton wielrenners reed lek, wat een ellende",
    ),
    (
        Employer::Defensie,
        "defensie",
        "Kid at camp said I looked like a slinky 🤣",
    ),
];

#[test]
fn names_that_are_words_weigh_only_as_names() {
    let mut checker = Checker::load(bezint_packs::TABLES).expect("the built-in tables load");
    let loud = |w: &Warning| w.severity >= Severity::Warning;
    for (employer, topic, text) in NAMES {
        let context = Context {
            employer: *employer,
            topics: Topic::named(topic).expect("a policy area"),
            year: 2026,
            ..Context::default()
        };
        assert!(!checker.check(text, &context).iter().any(loud), "{text}");
    }
}
