//! Folding: the one spelling under which a word is stored and looked up.
//!
//! For: case, accents, ligatures, curly quotes, full-width forms and
//! zero-width characters. Not for: stretched letters, which [`squeeze`]
//! handles only when the plain spelling is unknown, since "mooooi" is a
//! spelling of "mooi" but "see" is not one of "se".

/// What one character becomes: nothing, one character or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded(pub Option<char>, pub Option<char>);

const fn one(c: char) -> Folded {
    Folded(Some(c), None)
}

/// Folds one character. Characters that carry no meaning in a word (soft
/// hyphen, zero-width space, variation selectors, combining marks) vanish.
pub fn fold_char(c: char) -> Folded {
    if c.is_ascii() {
        return one(if c == '`' {
            '\''
        } else {
            c.to_ascii_lowercase()
        });
    }
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            Folded(None, None)
        }
        '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' => Folded(None, None),
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => one('a'),
        'æ' | 'Æ' => Folded(Some('a'), Some('e')),
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => one('c'),
        'ď' | 'Ď' | 'đ' | 'Đ' => one('d'),
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' => {
            one('e')
        }
        'ğ' | 'Ğ' => one('g'),
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'ı' | 'İ' => one('i'),
        'ĳ' | 'Ĳ' => Folded(Some('i'), Some('j')),
        'ł' | 'Ł' => one('l'),
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => one('n'),
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => one('o'),
        'œ' | 'Œ' => Folded(Some('o'), Some('e')),
        'ř' | 'Ř' => one('r'),
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' => one('s'),
        'ß' => Folded(Some('s'), Some('s')),
        'ť' | 'Ť' | 'ţ' | 'Ţ' => one('t'),
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' => one('u'),
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => one('y'),
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => one('z'),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{b4}' => one('\''),
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => one('"'),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => one(' '),
        '\u{2010}' | '\u{2011}' => one('-'),
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
            one(ascii.to_ascii_lowercase())
        }
        _ => one(c),
    }
}

/// Folds a whole string, for lexicon entries.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let Folded(first, second) = fold_char(c);
        out.extend(first);
        out.extend(second);
    }
    out
}

/// Whether [`squeeze`] may shorten the word.
pub fn is_stretched(word: &str) -> bool {
    let bytes = word.as_bytes();
    !word.is_ascii() || bytes.windows(3).any(|w| w[0] == w[1] && w[1] == w[2])
}

/// Shortens every run of three or more equal letters: the n-th to two letters
/// where bit n of `double` is set, to one elsewhere. Returns `None` when the
/// word has no such run.
pub fn squeeze(word: &str, mut double: u32) -> Option<String> {
    if word.len() < 3 || !is_stretched(word) {
        return None;
    }
    let mut out = String::with_capacity(word.len());
    let mut run = (0, '\0');
    let mut changed = false;
    let mut held = 0;
    for c in word.chars().chain(core::iter::once('\0')) {
        if c == run.1 {
            run.0 += 1;
            held += 1;
            continue;
        }
        let letters = if run.0 >= 3 && run.1.is_alphabetic() {
            changed = true;
            let letters = 1 + (double & 1) as usize;
            double >>= 1;
            letters
        } else {
            held
        };
        out.extend(core::iter::repeat_n(run.1, letters));
        run = (1, c);
        held = 1;
    }
    changed.then(|| out.trim_start_matches('\0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_case_accents_ligatures_and_quotes() {
        assert_eq!(fold("Café ’t Ĳ"), "cafe 't ij");
        assert_eq!(fold("ge\u{ad}heim\u{200b}"), "geheim");
        assert_eq!(fold("ＮＡＴＯ"), "nato");
        assert_eq!(fold("financie\u{308}n"), "financien");
    }

    #[test]
    fn stretched_letters_shrink_and_ordinary_doubles_stay() {
        assert_eq!(squeeze("sukkelll", 0).as_deref(), Some("sukkel"));
        assert_eq!(squeeze("mooooi", u32::MAX).as_deref(), Some("mooi"));
        assert_eq!(squeeze("lekker", 0), None);
    }
}
