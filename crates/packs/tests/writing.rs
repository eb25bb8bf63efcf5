//! A text that somebody goes on writing is warned about as if it were new.
//!
//! Lines that did not change are not read again; with the built-in packs that
//! must make no difference, wherever is typed and whoever writes.

use std::path::Path;

use bezint_engine::{Capacity, Checker, Context, Employer, Topic};

/// Texts of labelled posts.
fn posts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/posts/check");
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).expect("there are posts") {
        let file = std::fs::read_to_string(entry.expect("a file").path()).expect("text");
        for line in file.lines() {
            let post: serde_json::Value = serde_json::from_str(line).expect("a post");
            texts.push(post["text"].as_str().expect("its text").to_owned());
        }
    }
    texts.sort();
    texts
}

fn contexts() -> Vec<Context> {
    let of = |employer, capacity, topics, year| Context {
        employer,
        capacity,
        topics,
        year,
        ..Context::default()
    };
    let topic = |name| Topic::default().with(Topic::named(name).expect("a topic"));
    vec![
        of(Employer::Rijk, Capacity::Prive, Topic::default(), 2026),
        of(Employer::Defensie, Capacity::Prive, topic("defensie"), 2026),
        of(
            Employer::Gemeente,
            Capacity::Functie,
            topic("vergunningen"),
            2026,
        ),
        of(Employer::Bz, Capacity::Namens, topic("buitenland"), 2031),
    ]
}

#[test]
fn going_on_writing_warns_as_starting_anew() {
    let (posts, contexts) = (posts(), contexts());
    let load = || Checker::load(bezint_packs::TABLES).expect("the packs load");
    let (mut kept, mut fresh) = (load(), load());
    let mut seed = 11u32;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    let mut written = String::new();
    let mut warned = 0;
    for round in 0..1_500 {
        let mut at = draw(written.len() + 1);
        while !written.is_char_boundary(at) {
            at -= 1;
        }
        let post = &posts[draw(posts.len())];
        match draw(6) {
            0 => written.insert_str(at, &format!("\n{post}\n")),
            1 => written.push_str(&format!("\n\n{post}")),
            2 => written.insert_str(at, post.split(' ').next().unwrap_or_default()),
            3 => written.insert(at, '\n'),
            4 => {
                let to = written[at..].char_indices().nth(draw(40) + 1);
                let to = to.map_or(written.len(), |(more, _)| at + more);
                written.replace_range(at..to, "");
            }
            _ => written.truncate(at),
        }
        if written.len() > 4_000 {
            written.clear();
        }
        let context = &contexts[draw(40) % contexts.len()];
        let warnings = kept.check(&written, context);
        fresh.check("", context);
        assert_eq!(
            (&warnings, kept.steps()),
            (&fresh.check(&written, context), fresh.steps()),
            "{round}: {written:?}"
        );
        warned += warnings.len();
    }
    assert!(warned > 1_000, "{warned}");
}
