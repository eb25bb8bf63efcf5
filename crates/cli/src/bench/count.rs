//! A check whose instructions can be counted.

use std::hint::black_box;

use bezint_engine::{Checker, Context};

use super::CountArgs;
use super::texts::{adversarial, context, joined, posts, vocabulary};
use crate::post::print;

/// Only what happens in here is counted.
#[inline(never)]
fn counted_check(checker: &mut Checker, texts: &[(String, Context)]) -> usize {
    let mut warnings = 0;
    for (text, context) in texts {
        warnings += black_box(checker.check(text, context)).len();
    }
    warnings
}

pub(super) fn run(args: &CountArgs) -> Result<(), String> {
    let mut checker = match &args.tables {
        None => Checker::load(bezint_packs::TABLES),
        Some(file) => Checker::load(
            &std::fs::read(file).map_err(|e| format!("{} cannot be read: {e}", file.display()))?,
        ),
    }
    .map_err(|e| e.to_string())?;
    let posts = posts(&args.posts)?;
    let mut texts: Vec<(String, Context)> = match args.characters {
        Some(n) if args.adversarial => {
            vec![(adversarial(&vocabulary(&args.posts)?, n), context(0))]
        }
        Some(n) => vec![(joined(&posts, 0, n), context(0))],
        None => posts
            .iter()
            .enumerate()
            .map(|(i, p)| (p.text.clone(), context(i)))
            .collect(),
    };
    // What is made once (regular expressions, memory) is no part of a check.
    let mut steps = (0, 0);
    for (text, context) in &texts {
        checker.check(text, context);
        steps = steps.max((checker.steps(), checker.text().tokens().len()));
    }
    if args.letter {
        texts.iter_mut().for_each(|(text, _)| text.push('n'));
    } else {
        // Nothing of what is counted has been read already.
        checker.check("", &Context::default());
    }
    let characters: usize = texts.iter().map(|(t, _)| t.chars().count()).sum();
    let warnings = counted_check(&mut checker, &texts);
    print(&format!(
        "{characters} characters, {warnings} warnings; at most {} steps, for {} tokens",
        steps.0, steps.1
    ));
    Ok(())
}
