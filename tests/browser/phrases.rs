//! The posts that scenarios and demo type: one table, so that the words follow
//! the rules and not the other way round.

/// An employer as stored in the settings.
pub type Employer = &'static str;

/// A post with one phrase to look at again, or none.
#[derive(Clone, Copy, Debug)]
pub struct Post {
    /// What is typed.
    pub text: &'static str,
    /// The part that is underlined; `None` for a harmless post.
    pub phrase: Option<&'static str>,
}

impl Post {
    /// How often Backspace is pressed at the end to get into the phrase.
    pub fn back_into_phrase(&self) -> usize {
        let phrase = self.phrase.unwrap_or_default();
        let start = self.text.find(phrase).expect("the phrase is in the text");
        self.text[start..].chars().count() - phrase.chars().count() / 2
    }
}

/// Underlined whoever the employer is.
pub const ALWAYS: Post = Post {
    text: "Help, ik ben mijn rijkspas kwijt en moet zo naar een overleg.",
    phrase: Some("rijkspas kwijt"),
};

/// Worth a thought; the other two are heavier.
pub const HINT: Post = Post {
    text: "Het azc naast de kerk gaat door, de raad is dinsdag om.",
    phrase: Some("gaat door"),
};

/// A warning for who writes in private, nothing for who speaks for the organisation.
pub const WARNING: Post = Post {
    text: "Ach, dat plan heet bij ons dus gewoon de droomfabriek.",
    phrase: Some("heet bij ons"),
};

/// Underlined for nobody.
pub const HARMLESS: Post = Post {
    text: "Lekker gefietst vandaag met de kinderen.",
    phrase: None,
};

/// Underlined for a soldier and not for a desk clerk of a municipality.
pub const DEFENSIE: Post = Post {
    text: "Onze compagnie gaat volgende week naar Litouwen.",
    phrase: Some("Litouwen"),
};

/// A risky post for each employer.
pub const BY_EMPLOYER: [(Employer, Post); 4] = [
    ("rijk", ALWAYS),
    ("defensie", DEFENSIE),
    ("bz", ALWAYS),
    ("gemeente", ALWAYS),
];
