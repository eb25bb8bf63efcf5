//! The fields that are one of a few names, and the policy areas.
//!
//! For: names as stored, in the order in which pages show them. Not for: how
//! they are called on screen (`words`).

/// One of a few named values.
pub trait Choice: Copy + Default + PartialEq + 'static {
    /// Which field it is; also the first part of its message keys.
    const FIELD: &'static str;
    /// All values, in the order shown.
    const ALL: &'static [Self];

    /// The name in the settings.
    fn name(self) -> &'static str;

    /// The value with a name.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.name() == name)
    }
}

macro_rules! choice {
    ($(#[$about:meta])* $type:ident, $field:literal, default $default:ident:
     $($(#[$one:meta])* $value:ident = $name:literal),+ $(,)?) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type { $($(#[$one])* $value),+ }

        impl Choice for $type {
            const FIELD: &'static str = $field;
            const ALL: &'static [Self] = &[$(Self::$value),+];

            fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }
        }

        impl Default for $type {
            fn default() -> Self { Self::$default }
        }
    };
}

choice! {
    /// Whose rules apply.
    Employer, "employer", default Rijk:
    /// Central government.
    Rijk = "rijk",
    /// Ministry of Defence.
    Defensie = "defensie",
    /// Ministry of Foreign Affairs.
    Bz = "bz",
    /// A municipality.
    Gemeente = "gemeente",
}

choice! {
    /// As what one writes on a site.
    Capacity, "capacity", default Prive:
    /// For oneself.
    Prive = "prive",
    /// Because of one's function.
    Functie = "functie",
    /// On behalf of the organisation.
    Namens = "namens",
}

choice! {
    /// The kind of function.
    Function, "function", default Overig:
    /// Communications and press.
    Communicatie = "communicatie",
    /// Office holders, top officials, senior advisers, heads of post.
    Top = "top",
    /// All others.
    Overig = "overig",
}

choice! {
    /// A site where Bezint looks.
    Site, "site", default X:
    /// X, once Twitter.
    X = "x",
    /// Facebook.
    Facebook = "facebook",
    /// LinkedIn.
    Linkedin = "linkedin",
}

impl Site {
    /// What the site calls itself, in any language.
    pub const fn title(self) -> &'static str {
        match self {
            Self::X => "X",
            Self::Facebook => "Facebook",
            Self::Linkedin => "LinkedIn",
        }
    }
}

/// The policy areas one can call one's own, in the order shown.
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
