//! Spellings looked up last.
//!
//! For: the words that stand in nearly every text, and the text itself, which
//! is checked again at every key press. Not for: long spellings, which are
//! looked up each time. Spellings are compared whole, never by a hash alone.

/// Spellings that share a place; the one looked up longest ago goes first. With
/// fewer, words of one long text would push each other out over and over.
const WAYS: usize = 4;
/// Places; a power of two.
const PLACES: usize = 4096;
/// Bytes of the longest spelling that is remembered.
const LONGEST: usize = 16;

/// A spelling with zeros behind it. No spelling holds a zero.
type Key = [u64; 2];

/// What a spelling led to, by spelling.
pub(crate) struct Remembered<T> {
    slots: Vec<(Key, T)>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Remembered { slots: Vec::new() }
    }
}

fn key(word: &[u8]) -> Option<Key> {
    if word.is_empty() || word.len() > LONGEST || word.contains(&0) {
        return None;
    }
    let mut bytes = [0; LONGEST];
    bytes[..word.len()].copy_from_slice(word);
    let (halves, _) = bytes.as_chunks();
    Some([u64::from_le_bytes(halves[0]), u64::from_le_bytes(halves[1])])
}

fn place(key: Key) -> usize {
    let mixed = (key[0] ^ key[1].rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 40) as usize % PLACES
}

impl<T: Copy + Default> Remembered<T> {
    /// What `word` leads to; `look_up` is asked where that is not known.
    pub(crate) fn get(&mut self, word: &[u8], look_up: impl FnOnce() -> T) -> T {
        let Some(key) = key(word) else {
            return look_up();
        };
        if self.slots.is_empty() {
            self.slots.resize(PLACES * WAYS, ([0; 2], T::default()));
        }
        let ways = &mut self.slots[place(key) * WAYS..][..WAYS];
        if let Some((_, known)) = ways.iter().find(|way| way.0 == key) {
            return *known;
        }
        ways.rotate_right(1);
        ways[0] = (key, look_up());
        ways[0].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_was_looked_up() {
        let mut remembered = Remembered::<usize>::default();
        for round in 0..3 {
            for i in 0..40_000 {
                let word = format!("woord{}", i * 7919);
                assert_eq!(remembered.get(word.as_bytes(), || i), i, "{word} {round}");
            }
        }
        assert_eq!(remembered.get(b"berg", || 1), 1);
        assert_eq!(remembered.get(b"berg", || 7), 1);
        assert_eq!(remembered.get(b"a\0", || 1), 1);
        assert_eq!(remembered.get(b"a", || 2), 2);
        assert_eq!(remembered.get(b"kindercarnavalsvereniging", || 3), 3);
        assert_eq!(remembered.get(b"kindercarnavalsvereniging", || 4), 4);
    }
}
