//! Emoji and emoticons.

use super::Scan;
use crate::emoji;
use crate::token::{Flags, Kind};

impl Scan<'_> {
    pub(super) fn emoticon(&mut self, at: usize) -> Option<usize> {
        if at > 0 && self.alnum(at - 1) {
            return None;
        }
        let head: String = (at..self.chars.len().min(at + 4))
            .map(|i| {
                if self.cells[i].upper {
                    self.chars[i].to_ascii_uppercase()
                } else {
                    self.chars[i]
                }
            })
            .collect();
        let (length, stands_for) = emoji::emoticon(&head)?;
        let start = self.out.folded.len() as u32;
        self.out.folded.push_str(stands_for);
        self.add(at, at + length, start, Kind::Emoji, Flags::default());
        Some(at + length)
    }

    pub(super) fn emoji(&mut self, from: usize) -> usize {
        let mut at = from + 1;
        if emoji::flag_letter(self.chars[from]) && self.at(at).is_some_and(emoji::flag_letter) {
            at += 1;
        }
        let to = at;
        while self.at(at).is_some_and(emoji::continues) {
            at += 1;
        }
        let start = self.out.folded.len() as u32;
        self.out.folded.extend(&self.chars[from..to]);
        self.add(from, at, start, Kind::Emoji, Flags::default());
        at
    }
}
