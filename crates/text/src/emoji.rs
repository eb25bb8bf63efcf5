//! Emoji and emoticons as one token each.
//!
//! For: telling where an emoji starts and ends, and giving skin tones,
//! variation selectors and emoticons one spelling. Not for: what an emoji
//! means; that is said in lexicons.

/// Whether `c` can start an emoji.
pub fn starts(c: char) -> bool {
    c >= '\u{203c}'
        && matches!(u32::from(c),
        0x1f300..=0x1faff | 0x2600..=0x27bf | 0x1f1e6..=0x1f1ff | 0x2b05..=0x2b55
        | 0x23e9..=0x23fa | 0x231a..=0x231b | 0x203c | 0x2049 | 0x1f000..=0x1f2ff)
}

/// Whether `c` belongs to the emoji before it: skin tone, selector, joiner.
pub fn continues(c: char) -> bool {
    matches!(u32::from(c), 0x1f3fb..=0x1f3ff | 0xfe0e | 0xfe0f | 0x20e3)
}

/// Whether `c` is one of the letters flags are made of.
pub fn flag_letter(c: char) -> bool {
    matches!(u32::from(c), 0x1f1e6..=0x1f1ff)
}

/// An emoticon at the start of `rest`: its length in bytes and the emoji it
/// stands for.
pub fn emoticon(rest: &str) -> Option<(usize, &'static str)> {
    const LIST: [(&str, &str); 14] = [
        (":-)", "🙂"),
        (":)", "🙂"),
        (";-)", "😉"),
        (";)", "😉"),
        (":-(", "🙁"),
        (":(", "🙁"),
        (":-D", "😃"),
        (":D", "😃"),
        (":-P", "😛"),
        (":P", "😛"),
        (":p", "😛"),
        (":'(", "😢"),
        ("<3", "❤"),
        ("xD", "😆"),
    ];
    LIST.iter()
        .find(|(from, _)| {
            rest.starts_with(from) && !rest[from.len()..].starts_with(|c: char| c.is_alphanumeric())
        })
        .map(|(from, to)| (from.len(), *to))
}
