//! All spellings, in place: looking one up gives its number.
//!
//! For: the one look-up that every token gets. Not for: what a spelling means.
//!
//! Spellings stand in order. Each starts with a capital that says how many bytes
//! of the one before are dropped before its own are added. Spellings are folded
//! and hold no capitals. When the image is loaded the first of every sixteen is
//! written out, so that looking one up need not start at the beginning.

use super::bytes::{Reader, Writer};

/// Spellings in a block.
const BLOCK: usize = 16;
/// Bytes that the last capital says are dropped; another capital follows it.
const MOST: usize = 25;

/// The spellings.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    count: usize,
    packed: Box<[u8]>,
    blocks: Vec<Block>,
    /// The first spellings of all blocks.
    firsts: Vec<u8>,
    /// The beginning of the first spelling of each block.
    keys: Vec<u64>,
}

/// Where the first spelling of a block ends in [`Vocabulary::firsts`], and what
/// comes after it starts in [`Vocabulary::packed`].
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    first: u32,
    rest: u32,
}

/// The first eight bytes as a number of the same order.
fn key(word: &[u8]) -> u64 {
    let mut first = [0; 8];
    if let Some(whole) = word.first_chunk() {
        first = *whole;
    } else {
        first[..word.len()].copy_from_slice(word);
    }
    u64::from_be_bytes(first)
}

fn common(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Spellings one after another: bytes shared with the one before, and the rest.
struct Entries<'a> {
    packed: &'a [u8],
    /// Bytes of the spelling before.
    length: usize,
}

impl<'a> Iterator for Entries<'a> {
    type Item = (usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut dropped = 0;
        let packed = loop {
            let (&capital, packed) = self.packed.split_first()?;
            self.packed = packed;
            let here = usize::from(capital.wrapping_sub(b'A'));
            dropped += here;
            if here != MOST {
                break packed;
            }
        };
        let shared = self.length.saturating_sub(dropped);
        let end = packed.iter().position(u8::is_ascii_uppercase);
        let (rest, packed) = packed.split_at(end.unwrap_or(packed.len()));
        self.packed = packed;
        self.length = shared + rest.len();
        Some((shared, rest))
    }
}

impl Vocabulary {
    /// Writes spellings that are in order, without repeats.
    pub(crate) fn write(spellings: &[&str], to: &mut Writer) {
        let mut packed = Vec::new();
        let mut before: &[u8] = &[];
        for spelling in spellings {
            let word = spelling.as_bytes();
            let shared = common(before, word);
            let dropped = before.len() - shared;
            packed.extend(std::iter::repeat_n(b'A' + MOST as u8, dropped / MOST));
            packed.push(b'A' + (dropped % MOST) as u8);
            packed.extend_from_slice(&word[shared..]);
            before = word;
        }
        to.number(spellings.len() as u32);
        to.stretch(&packed);
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Vocabulary> {
        let count = from.count()?;
        let packed: Box<[u8]> = from.stretch()?.into();
        let all = count.div_ceil(BLOCK);
        let mut vocabulary = Vocabulary {
            count,
            blocks: Vec::with_capacity(all),
            firsts: Vec::new(),
            keys: Vec::with_capacity(all),
            packed: Box::default(),
        };
        // Byte by byte: this goes over all spellings whenever the core starts.
        let (mut word, mut known, mut goes_on) = (Vec::with_capacity(64), 0, true);
        for (at, &byte) in packed.iter().enumerate() {
            if !byte.is_ascii_uppercase() {
                word.push(byte);
                goes_on = false;
                continue;
            }
            if at > 0 && !goes_on {
                vocabulary.begin(known, &word, at);
                known += 1;
            }
            let dropped = usize::from(byte - b'A');
            word.truncate(word.len().saturating_sub(dropped));
            goes_on = dropped == MOST;
        }
        if count > 0 {
            vocabulary.begin(known, &word, packed.len());
            known += 1;
        }
        vocabulary.packed = packed;
        let capital = vocabulary.packed.first().is_none_or(u8::is_ascii_uppercase);
        (known == count && capital).then_some(vocabulary)
    }

    /// Notes the spelling with this number, which ends at `end`, where it is the
    /// first of a block.
    fn begin(&mut self, number: usize, word: &[u8], end: usize) {
        if number.is_multiple_of(BLOCK) {
            self.firsts.extend_from_slice(word);
            self.keys.push(key(word));
            self.blocks.push(Block {
                first: self.firsts.len() as u32,
                rest: end as u32,
            });
        }
    }

    /// How many spellings there are.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// The spellings of a block and of those behind it, but for the first.
    fn behind_first(&self, number: usize) -> Entries<'_> {
        let block = self.blocks.get(number).copied().unwrap_or_default();
        Entries {
            packed: self.packed.get(block.rest as usize..).unwrap_or_default(),
            length: self.first(number).map_or(0, <[u8]>::len),
        }
    }

    fn first(&self, number: usize) -> Option<&[u8]> {
        let end = self.blocks.get(number)?.first as usize;
        let start = match number.checked_sub(1) {
            Some(before) => self.blocks[before].first as usize,
            None => 0,
        };
        self.firsts.get(start..end)
    }

    /// The last block whose first spelling is not after `word`.
    fn block_of(&self, word: &[u8]) -> Option<usize> {
        let key = key(word);
        let from = self.keys.partition_point(|&k| k < key);
        let (mut low, mut high) = (from, self.keys.partition_point(|&k| k <= key));
        while low < high {
            let middle = (low + high) / 2;
            if self.first(middle).is_some_and(|first| first <= word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.checked_sub(1)
    }

    /// The number of `word`.
    pub(crate) fn find(&self, word: &[u8]) -> Option<u32> {
        let block = self.block_of(word)?;
        let first = self.first(block)?;
        // Bytes that `word` and the spelling before have in common.
        let mut matched = common(first, word);
        if matched == first.len() && matched == word.len() {
            return Some((block * BLOCK) as u32);
        }
        let numbers = block * BLOCK + 1..(block + 1) * BLOCK;
        for (number, (shared, rest)) in numbers.zip(self.behind_first(block)) {
            // A spelling that shares more than matched differs where the one
            // before did, one that shares less comes after the word.
            if shared < matched {
                return None;
            }
            if shared == matched {
                let wanted = &word[matched..];
                let here = common(wanted, rest);
                matched += here;
                match (rest.get(here), wanted.get(here)) {
                    (None, None) => return Some(number as u32),
                    (Some(a), Some(b)) if a > b => return None,
                    (Some(_), None) => return None,
                    _ => {}
                }
            }
        }
        None
    }

    /// The spellings with these numbers, which must be in order, one a line.
    pub(crate) fn lines(&self, numbers: &[u32]) -> Option<String> {
        let mut lines = Vec::new();
        let mut word = Vec::new();
        let (mut next, mut entries) = (0, self.behind_first(0));
        for &wanted in numbers {
            let wanted = wanted as usize;
            next = next.max(wanted / BLOCK * BLOCK);
            while next <= wanted {
                if next.is_multiple_of(BLOCK) {
                    word.clear();
                    word.extend_from_slice(self.first(next / BLOCK)?);
                    entries = self.behind_first(next / BLOCK);
                } else {
                    let (shared, rest) = entries.next()?;
                    word.truncate(shared);
                    word.extend_from_slice(rest);
                }
                next += 1;
            }
            lines.extend_from_slice(&word);
            lines.push(b'\n');
        }
        String::from_utf8(lines).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(spellings: &[&str]) -> Vocabulary {
        let mut to = Writer::default();
        Vocabulary::write(spellings, &mut to);
        Vocabulary::read(&mut Reader(&to.0)).expect("what is written can be read")
    }

    #[test]
    fn every_spelling_is_found_and_no_other() {
        let mut all: Vec<String> = (0..3_000u32)
            .map(|i| {
                format!(
                    "{:x}voorzitterschapsverkiezing{}",
                    i / 7 * 7919 % 4096,
                    i % 7
                )
            })
            .collect();
        all.extend(["a", "é", "voorzitter", "voorzitters", "zz"].map(str::to_owned));
        all.sort();
        all.dedup();
        let spellings: Vec<&str> = all.iter().map(String::as_str).collect();
        let vocabulary = vocabulary(&spellings);
        assert_eq!(vocabulary.len(), all.len());
        for (number, word) in all.iter().enumerate() {
            assert_eq!(vocabulary.find(word.as_bytes()), Some(number as u32));
            let longer = format!("{word}x");
            assert_eq!(vocabulary.find(longer.as_bytes()), None, "{longer}");
            let shorter = &word.as_bytes()[..word.len() - 1];
            assert_eq!(
                vocabulary.find(shorter).map(|n| n as usize),
                all.iter().position(|w| w.as_bytes() == shorter)
            );
        }
        assert_eq!(vocabulary.find(b""), None);
        let wanted: Vec<u32> = (0..all.len() as u32).step_by(17).collect();
        let lines = vocabulary.lines(&wanted).expect("they are there");
        let expected = wanted.iter().map(|&n| &*all[n as usize]);
        assert!(lines.lines().eq(expected));
    }

    #[test]
    fn an_empty_vocabulary_knows_nothing() {
        assert_eq!(vocabulary(&[]).find(b"berg"), None);
    }
}
