//! How words and phrases are written so that they take little room.
//!
//! For: the bytes of tables, which are most of what the extension weighs. Not
//! for: looking anything up; when tables are loaded everything is unpacked.

/// Sorted lines: each starts with a capital that says how many bytes it shares
/// with the line before. Spellings are folded and hold no capitals.
pub(crate) mod lines {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    const MOST: usize = 25;

    pub(crate) fn serialize<S: Serializer>(lines: &str, to: S) -> Result<S::Ok, S::Error> {
        let mut out = String::with_capacity(lines.len());
        let mut before = "";
        for line in lines.lines() {
            let pairs = before.bytes().zip(line.bytes());
            let mut shared = pairs.take(MOST).take_while(|(a, b)| a == b).count();
            while !line.is_char_boundary(shared) {
                shared -= 1;
            }
            if line.bytes().any(|b| b.is_ascii_uppercase()) {
                return Err(serde::ser::Error::custom("a spelling is not folded"));
            }
            out.push(char::from(b'A' + shared as u8));
            out.push_str(&line[shared..]);
            before = line;
        }
        out.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        let packed = <&str>::deserialize(from)?;
        let bytes = packed.as_bytes();
        let mut out = String::with_capacity(packed.len() * 2);
        // The line before, without its end, and where the next one is packed.
        let (mut start, mut length, mut at) = (0, 0, 0);
        while at < bytes.len() {
            let shared = usize::from(bytes[at].wrapping_sub(b'A'));
            let mut end = at + 1;
            while end < bytes.len() && !bytes[end].is_ascii_uppercase() {
                end += 1;
            }
            if shared > length || !out.is_char_boundary(start + shared) || at == end {
                return Err(serde::de::Error::custom("shared bytes"));
            }
            let line = out.len();
            out.extend_from_within(start..start + shared);
            out.push_str(packed.get(at + 1..end).unwrap_or_default());
            (start, length, at) = (line, out.len() - line, end);
            out.push('\n');
        }
        Ok(out)
    }
}

/// Numbers of entries, of which the forms of one word mostly have the same:
/// 0 is the next new one, the next few are those used last.
pub(crate) mod numbers {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) const KEPT: usize = 8;

    /// Numbers used last, the latest first.
    #[derive(Default)]
    struct Recent(Vec<u32>);

    impl Recent {
        fn used(&mut self, number: u32, place: Option<usize>) {
            match place {
                Some(place) => drop(self.0.remove(place)),
                None => self.0.truncate(KEPT - 1),
            }
            self.0.insert(0, number);
        }
    }

    pub(crate) fn serialize<S: Serializer>(numbers: &[u32], to: S) -> Result<S::Ok, S::Error> {
        let mut recent = Recent::default();
        let mut new = 0;
        let code = |&number: &u32| {
            let place = recent.0.iter().position(|&r| r == number);
            recent.used(number, place);
            match place {
                _ if number == new => {
                    new += 1;
                    0
                }
                Some(place) => place as u32 + 1,
                None => number + 1 + KEPT as u32,
            }
        };
        let codes: Vec<u32> = numbers.iter().map(code).collect();
        codes.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
        let mut numbers = Vec::<u32>::deserialize(from)?;
        let mut recent = Recent::default();
        let mut new = 0;
        for number in &mut numbers {
            let code = *number as usize;
            let place = code.checked_sub(1).filter(|&p| p < KEPT);
            *number = match place {
                _ if code == 0 => {
                    new += 1;
                    new - 1
                }
                Some(place) => *recent
                    .0
                    .get(place)
                    .ok_or_else(|| serde::de::Error::custom("recent numbers"))?,
                None => *number - 1 - KEPT as u32,
            };
            recent.used(*number, place);
        }
        Ok(numbers)
    }
}

/// Sets of classes, in which a class is mostly the next new one, written as 0.
pub(crate) mod sets {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::tables::WordClasses;

    const BITS: u32 = 6;
    const MOST: usize = (1 << BITS) - 1;

    pub(crate) fn serialize<S: Serializer>(all: &[WordClasses], to: S) -> Result<S::Ok, S::Error> {
        let mut out = Vec::with_capacity(all.len() * 2);
        let mut new = 0;
        for set in all {
            let lists = [&set.any, &set.nl, &set.en, &set.cased];
            if lists.iter().any(|l| l.len() > MOST) {
                return Err(serde::ser::Error::custom("a word has too many classes"));
            }
            let shape = |all: u32, list: &&Vec<u32>| all << BITS | list.len() as u32;
            out.push(lists.iter().rev().fold(0, shape));
            for &class in lists.into_iter().flatten() {
                out.push(if class == new { 0 } else { class + 1 });
                new = new.max(class + 1);
            }
        }
        out.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<WordClasses>, D::Error> {
        let packed = Vec::<u32>::deserialize(from)?;
        let mut numbers = packed.into_iter();
        let mut new = 0u32;
        let mut all = Vec::new();
        while let Some(mut shape) = numbers.next() {
            let mut list = || {
                let length = shape as usize & MOST;
                shape >>= BITS;
                let mut read = |code: u32| {
                    let class = code.checked_sub(1).unwrap_or(new);
                    new = new.max(class.saturating_add(1));
                    class
                };
                let mut list = Vec::with_capacity(length);
                list.extend(numbers.by_ref().take(length).map(&mut read));
                list
            };
            all.push(WordClasses {
                any: list(),
                nl: list(),
                en: list(),
                cased: list(),
            });
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use crate::tables::{Tables, WordClasses};

    #[test]
    fn what_is_packed_comes_back() {
        let set = |any: &[u32], nl: &[u32]| WordClasses {
            any: any.to_vec(),
            nl: nl.to_vec(),
            ..WordClasses::default()
        };
        let tables = Tables {
            words: "berg\nbergen\nberging\ncaf\u{3b1}\ncaf\u{3b2}\n".into(),
            word_lists: vec![0, 1, 0, 2, 1],
            plain_lists: (0..40).map(|n| n * 7 % 11).collect(),
            word_classes: vec![set(&[0, 1], &[2]), set(&[], &[5]), set(&[1, 6, 7], &[])],
            ..Tables::default()
        };
        let bytes = postcard::to_allocvec(&tables).expect("tables can be written");
        assert_eq!(postcard::from_bytes::<Tables>(&bytes), Ok(tables));
    }

    #[test]
    fn damaged_tables_are_refused_without_panic() {
        let tables = Tables {
            words: "berg\nbergen\nbiervat\n".into(),
            word_lists: vec![0, 1, 1],
            word_classes: vec![WordClasses::default(); 3],
            ..Tables::default()
        };
        let bytes = postcard::to_allocvec(&tables).expect("tables can be written");
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] = value;
                let _ = postcard::from_bytes::<Tables>(&damaged);
            }
            assert!(postcard::from_bytes::<Tables>(&bytes[..at]).is_err());
        }
    }
}
