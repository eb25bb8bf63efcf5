//! Texts to measure with, made of real-looking posts.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bezint_engine::{Capacity, Context, Employer, Function, Topic};
use bezint_text::{Kind, Text, is_function_word};

use crate::post::{Post, read_post_file};

/// The posts of all files.
pub(super) fn posts(files: &[PathBuf]) -> Result<Vec<Post>, String> {
    let mut all = Vec::new();
    for file in files {
        all.extend(read_post_file(file)?);
    }
    if all.is_empty() {
        return Err("the files hold no posts".into());
    }
    Ok(all)
}

/// Different posts one after another, from the `first` on, cut to a length in
/// characters.
pub(super) fn joined(posts: &[Post], first: usize, characters: usize) -> String {
    let mut out = String::new();
    let mut left = characters;
    for i in 0.. {
        let post = &posts[(first + i) % posts.len()].text;
        let taken = post.chars().count().min(left);
        out.extend(post.chars().take(taken));
        left -= taken;
        if left == 0 {
            break;
        }
        out.push('\n');
        left -= 1;
        if left == 0 {
            break;
        }
    }
    out
}

/// A text in which every token starts a pattern and hardly any pattern ends.
pub(super) fn adversarial(words: &[String], characters: usize) -> String {
    let mut out = String::with_capacity(characters);
    for word in words.iter().cycle() {
        if out.len() + word.len() > characters {
            break;
        }
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// The content words of all posts, sorted.
pub(super) fn vocabulary(files: &[PathBuf]) -> Result<Vec<String>, String> {
    let mut words = BTreeSet::new();
    for post in posts(files)? {
        let text = Text::new(&post.text);
        for token in text.tokens().iter().filter(|t| t.kind == Kind::Word) {
            let word = text.word(token);
            let plain = word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
            if plain && !is_function_word(word) {
                words.insert(word.to_owned());
            }
        }
    }
    Ok(words.into_iter().collect())
}

/// A context that differs from text to text.
pub(super) fn context(i: usize) -> Context {
    Context {
        employer: Employer::ALL[i % Employer::ALL.len()],
        capacity: Capacity::ALL[i / 4 % Capacity::ALL.len()],
        function: Function::ALL[i / 12 % Function::ALL.len()],
        topics: Topic(1 << (i % 26)),
        abroad: i.is_multiple_of(7),
        year: 2026,
    }
}
