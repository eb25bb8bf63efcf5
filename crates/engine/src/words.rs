//! Looking up spellings.
//!
//! For: short lists, and a cheap "no" to most questions about parts of
//! compounds. Not for: all spellings, which are looked up in the image; nor what
//! a spelling means, which is the entry it points to.

/// Spellings and the entry each points to.
#[derive(Debug)]
pub(crate) struct Words {
    text: Box<str>,
    /// Start of each spelling in `text`, where one a line stands, and the end.
    starts: Vec<u32>,
    lists: Vec<u32>,
    /// Open addressing, at most half full: the number of a spelling plus one in
    /// the low bits, bits of its hash above them.
    slots: Vec<u32>,
    /// Length in bytes of the shortest and the longest spelling.
    lengths: (usize, usize),
    openings: Filter,
    endings: Filter,
}

/// Low bits of a slot.
const NUMBER: u32 = (1 << 22) - 1;
/// Spellings that fit.
const MOST: usize = NUMBER as usize - 1;

/// The hash of a spelling, byte by byte so that spellings are cut and hashed in
/// one go.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    const START: Hash = Hash(0xcbf2_9ce4_8422_2325);

    fn with(self, byte: u8) -> Hash {
        Hash((self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
    }

    fn of(word: &[u8]) -> u64 {
        let hash = word.iter().fold(Hash::START, |hash, &b| hash.with(b));
        hash.spread()
    }

    fn spread(self) -> u64 {
        let hash = (self.0 ^ self.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 32
    }
}

impl Words {
    /// Spellings, one a line, and the entry of each.
    pub(crate) fn new(lines: &str, lists: &[u32]) -> Words {
        let count = lists.len().min(MOST);
        let mut words = Words {
            text: lines.into(),
            starts: Vec::with_capacity(count + 1),
            lists: lists.to_vec(),
            slots: vec![0; (2 * count).next_power_of_two()],
            lengths: (usize::MAX, 0),
            openings: Filter::default(),
            endings: Filter::default(),
        };
        words.starts.push(0);
        let mut hash = Hash::START;
        for (at, &byte) in lines.as_bytes().iter().enumerate() {
            if byte != b'\n' {
                hash = hash.with(byte);
                continue;
            }
            let number = words.starts.len() - 1;
            if number == count {
                break;
            }
            let length = at - words.starts[number] as usize;
            words.insert(number as u32, hash.spread(), length);
            words.starts.push(at as u32 + 1);
            hash = Hash::START;
        }
        words
    }

    /// The same words, also to be looked for at the ends of longer ones.
    pub(crate) fn searched(mut self) -> Words {
        let (shortest, _) = self.lengths;
        let (mut openings, mut endings) = (Filter::new(shortest), Filter::new(shortest));
        for number in 0..self.starts.len() - 1 {
            let word = self.word(number);
            openings.add(&word[..openings.length]);
            endings.add(&word[word.len() - endings.length..]);
        }
        (self.openings, self.endings) = (openings, endings);
        self
    }

    /// Whether there are as many spellings as entries.
    pub(crate) fn complete(&self) -> bool {
        self.starts.len() == self.lists.len() + 1
            && self.starts.last() == Some(&(self.text.len() as u32))
    }

    fn word(&self, number: usize) -> &[u8] {
        let (start, end) = (self.starts[number], self.starts[number + 1]);
        &self.text.as_bytes()[start as usize..end as usize - 1]
    }

    fn insert(&mut self, number: u32, hash: u64, length: usize) {
        let mut at = self.first_slot(hash);
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = tag(hash) | (number + 1);
        let (shortest, longest) = self.lengths;
        self.lengths = (shortest.min(length), longest.max(length));
    }

    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    /// The entry of `word`.
    pub(crate) fn get(&self, word: &str) -> Option<u32> {
        let word = word.as_bytes();
        if word.len() < self.lengths.0 || word.len() > self.lengths.1 {
            return None;
        }
        let hash = Hash::of(word);
        let tag = tag(hash);
        let mut at = self.first_slot(hash);
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            let i = (slot & NUMBER) as usize - 1;
            if slot & !NUMBER == tag && self.word(i) == word {
                return self.lists.get(i).copied();
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The entries of spellings that `word` ends in, with at least `before`
    /// bytes before them.
    pub(crate) fn ends_of(&self, word: &str, before: usize, mut found: impl FnMut(u32)) {
        let (shortest, longest) = self.lengths;
        if word.len() < before.saturating_add(shortest) || !self.endings.may_end(word.as_bytes()) {
            return;
        }
        for split in before.max(word.len().saturating_sub(longest))..=word.len() - shortest {
            if let Some(list) = word.get(split..).and_then(|end| self.get(end)) {
                found(list);
            }
        }
    }

    /// The entries of spellings that `word` starts with, with at least `after`
    /// bytes after them.
    pub(crate) fn starts_of(&self, word: &str, after: usize, mut found: impl FnMut(u32)) {
        let (shortest, longest) = self.lengths;
        if word.len() < after.saturating_add(shortest) || !self.openings.may_start(word.as_bytes())
        {
            return;
        }
        for split in shortest..=longest.min(word.len() - after) {
            if let Some(list) = word.get(..split).and_then(|start| self.get(start)) {
                found(list);
            }
        }
    }
}

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & !NUMBER
}

/// Says of most strings that they are not among those added.
#[derive(Debug, Default)]
struct Filter {
    /// Bytes looked at.
    length: usize,
    bits: Vec<u64>,
}

impl Filter {
    const BITS: usize = 1 << 13;
    const LONGEST: usize = 4;

    fn new(shortest: usize) -> Filter {
        Filter {
            length: shortest.min(Self::LONGEST),
            bits: vec![0; Self::BITS / 64],
        }
    }

    fn place(part: &[u8]) -> (usize, u64) {
        let key = part.iter().fold(0u32, |all, &b| all << 8 | u32::from(b));
        let bit = (key.wrapping_mul(0x9e37_79b1) >> 19) as usize % Self::BITS;
        (bit / 64, 1 << (bit % 64))
    }

    fn add(&mut self, part: &[u8]) {
        let (at, bit) = Self::place(part);
        self.bits[at] |= bit;
    }

    fn has(&self, part: &[u8]) -> bool {
        let (at, bit) = Self::place(part);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }

    fn may_start(&self, word: &[u8]) -> bool {
        word.get(..self.length).is_some_and(|part| self.has(part))
    }

    fn may_end(&self, word: &[u8]) -> bool {
        word.len()
            .checked_sub(self.length)
            .is_some_and(|from| self.has(&word[from..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_are_not() {
        let words = Words::new("bataljon\nberg\nkazerne\nkazernes\n", &[4, 5, 6, 7]);
        assert_eq!(words.get("berg"), Some(5));
        assert_eq!(words.get("kazernes"), Some(7));
        assert_eq!(words.get("bergen"), None);
        assert_eq!(words.get(""), None);
        assert_eq!(Words::new("", &[]).get("berg"), None);
        assert!(words.complete() && Words::new("", &[]).complete());
        for (lines, lists) in [
            ("berg\n", &[1, 2][..]),
            ("berg\ndal\n", &[1]),
            ("berg", &[1]),
        ] {
            assert!(!Words::new(lines, lists).complete(), "{lines:?}");
        }
    }

    #[test]
    fn parts_of_words_leave_something_on_the_other_side() {
        let words = Words::new("berg\nkazerne\n", &[1, 2]).searched();
        let ends = |word| {
            let mut all = Vec::new();
            words.ends_of(word, 3, |list| all.push(list));
            all
        };
        assert_eq!(ends("ijsberg"), [1]);
        assert_eq!(ends("x\u{e9}berg"), [1]);
        assert_eq!(ends("eberg"), [0u32; 0]);
        let mut starts = Vec::new();
        words.starts_of("bergkazerne", 3, |list| starts.push(list));
        assert_eq!(starts, [1]);
        Words::new("", &[])
            .searched()
            .ends_of("ijsberg", 3, |_| panic!("nothing is known"));
    }
}
