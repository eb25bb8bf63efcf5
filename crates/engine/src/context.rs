//! Who writes, as what, about whose dossier.
//!
//! For: the settings that decide whether a sentence is free or not. The three
//! kinds of function are those of the BIOS article "Sociale media &
//! Integriteit"; the capacities follow stelregel 3 of the Uitgangspunten.

/// Employer profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Employer {
    /// Central government in general.
    #[default]
    Rijk,
    /// Ministry of Defence.
    Defensie,
    /// Ministry of Foreign Affairs.
    Bz,
    /// A municipality.
    Gemeente,
}

/// In what capacity the account is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Capacity {
    /// On personal title.
    #[default]
    Prive,
    /// Taking part because of one's function.
    Functie,
    /// On behalf of the organisation, with a mandate.
    Namens,
}

/// Kind of function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Function {
    /// Communications and press staff.
    Communicatie,
    /// Office holders, top officials, senior policy advisers, heads of post.
    Top,
    /// Everyone else.
    #[default]
    Overig,
}

macro_rules! names {
    ($type:ty, $($name:literal => $value:path),+) => {
        impl $type {
            /// All values, in the order of their bits in masks.
            pub const ALL: &[$type] = &[$($value),+];

            /// The name used in settings, packs and labelled posts.
            pub const fn name(self) -> &'static str {
                match self { $($value => $name),+ }
            }

            /// The value with this name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some($value),)+ _ => None }
            }

            /// Its bit in a mask.
            pub const fn bit(self) -> u8 {
                1 << self as u8
            }
        }
    };
}

names!(Employer, "rijk" => Employer::Rijk, "defensie" => Employer::Defensie,
    "bz" => Employer::Bz, "gemeente" => Employer::Gemeente);
names!(Capacity, "prive" => Capacity::Prive, "functie" => Capacity::Functie,
    "namens" => Capacity::Namens);
names!(Function, "communicatie" => Function::Communicatie, "top" => Function::Top,
    "overig" => Function::Overig);

/// The policy areas one can call one's own.
pub const TOPICS: &[&str] = &[
    "defensie",
    "buitenland",
    "asiel",
    "justitie",
    "politie",
    "financien",
    "belastingen",
    "onderwijs",
    "zorg",
    "jeugdzorg",
    "landbouw",
    "natuur",
    "klimaat",
    "energie",
    "infrastructuur",
    "wonen",
    "ruimtelijke-ordening",
    "sociale-zaken",
    "economie",
    "cultuur",
    "digitalisering",
    "vergunningen",
    "handhaving",
    "openbare-orde",
    "afval",
    "verkeer",
];

/// Areas that border on each other, each pair once: being neighbours is mutual.
const NEIGHBOURS: &[(&str, &[&str])] = &[
    ("defensie", &["buitenland"]),
    ("buitenland", &["asiel"]),
    ("asiel", &["justitie"]),
    ("justitie", &["politie", "jeugdzorg"]),
    ("politie", &["openbare-orde", "handhaving"]),
    ("financien", &["belastingen", "economie"]),
    ("belastingen", &["sociale-zaken"]),
    ("onderwijs", &["cultuur", "jeugdzorg"]),
    ("zorg", &["jeugdzorg", "sociale-zaken"]),
    ("landbouw", &["natuur"]),
    ("natuur", &["klimaat"]),
    ("klimaat", &["energie"]),
    ("infrastructuur", &["verkeer", "ruimtelijke-ordening"]),
    ("wonen", &["ruimtelijke-ordening"]),
    ("ruimtelijke-ordening", &["vergunningen"]),
    ("sociale-zaken", &["economie"]),
    ("vergunningen", &["handhaving"]),
    ("handhaving", &["openbare-orde", "afval", "verkeer"]),
];

/// Per area those that border on it.
const ADJACENT: [Topic; TOPICS.len()] = {
    let mut adjacent = [Topic(0); TOPICS.len()];
    let mut i = 0;
    while i < NEIGHBOURS.len() {
        let (name, near) = NEIGHBOURS[i];
        let one = number_of(name);
        let mut j = 0;
        while j < near.len() {
            let other = number_of(near[j]);
            adjacent[one].0 |= 1 << other;
            adjacent[other].0 |= 1 << one;
            j += 1;
        }
        i += 1;
    }
    adjacent
};

/// The number of an area that is in the list, while this is compiled.
const fn number_of(name: &str) -> usize {
    let mut number = 0;
    while !same(TOPICS[number].as_bytes(), name.as_bytes()) {
        number += 1;
    }
    number
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// A set of policy areas; bit `n` stands for `TOPICS[n]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Topic(pub u32);

impl Topic {
    /// The set that holds only the area with this name.
    pub fn named(name: &str) -> Option<Topic> {
        TOPICS
            .iter()
            .position(|t| *t == name)
            .map(|i| Topic(1 << i))
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Topic) -> Topic {
        Topic(self.0 | other.0)
    }

    /// Numbers of the areas in the set.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        (0..TOPICS.len()).filter(move |i| self.0 & (1 << i) != 0)
    }

    /// Areas that border on those in the set: work on one is easily taken for
    /// work on the other.
    #[must_use]
    pub fn adjacent(self) -> Topic {
        let mut out = Topic::default();
        for number in self.numbers() {
            out = out.with(ADJACENT[number]);
        }
        Topic(out.0 & !self.0)
    }
}

/// Everything about the writer that a check depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Employer profile.
    pub employer: Employer,
    /// Capacity on this account.
    pub capacity: Capacity,
    /// Kind of function.
    pub function: Function,
    /// Own policy areas.
    pub topics: Topic,
    /// On mission or on an official visit.
    pub abroad: bool,
    /// The year it is; the engine has no clock. 0 when unknown.
    pub year: u16,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn being_neighbours_is_mutual_and_no_area_is_its_own_neighbour() {
        for (a, name) in TOPICS.iter().enumerate() {
            let area = Topic::named(name).expect("a policy area");
            let near = area.adjacent();
            assert_eq!(near.0 & area.0, 0, "{name}");
            for b in near.numbers() {
                let back = Topic(1 << b).adjacent();
                assert_ne!(back.0 & (1 << a), 0, "{name} and {}", TOPICS[b]);
            }
        }
        let health = Topic::named("zorg").expect("a policy area");
        let youth = Topic::named("jeugdzorg").expect("a policy area");
        assert_ne!(health.adjacent().0 & youth.0, 0);
    }
}
