//! Signs: what of a post can have points.

use std::collections::HashMap;

use bezint_engine::{Capacity, Checker, Context, Topic, signs, signs_of_text};
use bezint_pack::Compiled;

/// Numbers of the signs a post has, sorted.
pub(crate) type Signs = Vec<u32>;

/// A sign.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sign {
    /// A word, or its beginning with a hyphen.
    Word(String),
    /// Two words next to each other.
    Pair(String),
    /// A class.
    Class(String),
    /// A class, on an account that speaks in function or for the organisation.
    Official(String),
    /// A part of the context, in the notation of packs.
    Context(String),
}

impl Sign {
    /// How many signs of a word this one stands for: a short word is its own
    /// beginning, and that of six letters that of its beginning too.
    pub(crate) fn stands_for(&self) -> f64 {
        match self {
            Sign::Word(word) if !word.ends_with('-') => {
                signs(word).iter().filter(|sign| sign.is_none()).count() as f64 + 1.0
            }
            _ => 1.0,
        }
    }
}

/// All signs seen.
pub(crate) struct Features {
    numbers: HashMap<Sign, u32>,
    signs: Vec<Sign>,
    classes: Vec<(String, u32)>,
}

/// Posts a sign must stand in to get points.
const LEAST_POSTS: usize = 3;

impl Features {
    pub(crate) fn new(compiled: &Compiled, prefixes: &[String]) -> Features {
        let named = compiled.class_names.iter().filter(|(n, _)| {
            !n.starts_with("topic.")
                && (prefixes.is_empty() || prefixes.iter().any(|p| n.starts_with(p)))
        });
        let mut classes: Vec<(String, u32)> = named.map(|(n, c)| (n.clone(), *c)).collect();
        // Not that there is an emoji at all: who writes posts to be labelled puts one
        // under a slip more often than under an ordinary day, and others do not.
        // Which one it is counts as a word, and a wink, a laugh and anger as classes.
        let built_in = bezint_engine::Builtin::ALL
            .iter()
            .filter(|b| !["first", "emoji"].contains(&b.name()));
        classes.extend(built_in.map(|b| (b.name().to_owned(), *b as u32)));
        Features {
            numbers: HashMap::new(),
            signs: Vec::new(),
            classes,
        }
    }

    fn number(&mut self, sign: Sign) -> u32 {
        if let Some(&n) = self.numbers.get(&sign) {
            return n;
        }
        let n = self.signs.len() as u32;
        self.numbers.insert(sign.clone(), n);
        self.signs.push(sign);
        n
    }

    /// The signs of the text checked last.
    pub(crate) fn read(&mut self, checker: &Checker, context: &Context) -> Signs {
        let mut all: Vec<Sign> = signs_of_text(checker.text())
            .map(|sign| match sign.contains(' ') {
                true => Sign::Pair(sign),
                false => Sign::Word(sign),
            })
            .collect();
        for (name, class) in &self.classes {
            if !checker.places(*class).is_empty() {
                all.push(Sign::Class(name.clone()));
                if context.capacity != Capacity::Prive {
                    all.push(Sign::Official(name.clone()));
                }
            }
        }
        let (employer, capacity, function) = (
            context.employer.name(),
            context.capacity.name(),
            context.function.name(),
        );
        // Not which policy areas, nor how many: whoever labels posts names areas
        // that fit the post, while a writer has the same ones at every post. What
        // counts is whether the text speaks of them, which is a class.
        let mut of_context = vec![
            format!("employer:{employer}"),
            format!("capacity:{capacity}"),
            format!("function:{function}"),
            format!("capacity:{capacity}+function:{function}"),
            format!("employer:{employer}+capacity:{capacity}"),
        ];
        if context.topics == Topic::default() {
            of_context.push("topics:none".to_owned());
        }
        all.extend(of_context.into_iter().map(Sign::Context));
        let mut signs: Signs = all.into_iter().map(|s| self.number(s)).collect();
        signs.sort_unstable();
        signs.dedup();
        signs
    }

    /// A sign in use.
    pub(crate) fn sign(&self, used: &Used, new: usize) -> &Sign {
        &self.signs[used.old[new] as usize]
    }

    /// The signs that stand in enough posts, renumbered.
    pub(crate) fn common<'a>(&self, posts: impl Iterator<Item = &'a Signs>) -> Used {
        let mut counts = vec![0usize; self.signs.len()];
        for signs in posts {
            for &s in signs {
                counts[s as usize] += 1;
            }
        }
        let mut new = vec![None; self.signs.len()];
        let mut old = Vec::new();
        for (s, count) in counts.iter().enumerate() {
            let odd = matches!(&self.signs[s], Sign::Word(w) | Sign::Pair(w) if w.contains(['@', '#', '.']) || w.bytes().any(|b| b.is_ascii_digit()));
            if *count >= LEAST_POSTS && !odd {
                new[s] = Some(old.len() as u32);
                old.push(s as u32);
            }
        }
        Used { new, old }
    }
}

/// Signs in use.
pub(crate) struct Used {
    new: Vec<Option<u32>>,
    /// Number in [`Features::signs`] of each sign in use.
    old: Vec<u32>,
}

impl Used {
    pub(crate) fn count(&self) -> usize {
        self.old.len()
    }

    pub(crate) fn of(&self, signs: &Signs) -> Vec<u32> {
        signs
            .iter()
            .filter_map(|s| self.new.get(*s as usize).copied().flatten())
            .collect()
    }
}
