//! How much work a text may cost, in counted steps.
//!
//! For: a promise that no pack can make checking slow, whatever its patterns
//! and whatever the text. A step is one thing looked at: a class given to a
//! word, a place where a pattern may start or go on, a match that a condition
//! asks about. Steps are counted and not timed, so that the same text and the
//! same pack end the same way on every machine.
//!
//! What happens at the bound: nothing further is looked for. A match becomes a
//! warning only if everything that could have kept it quiet was looked at, so
//! reaching the bound never makes a warning; it can only miss some. Not for:
//! what the text itself costs (cutting it into tokens, detectors), which is
//! linear already.

/// Steps that any text may cost, in reading each line and in matching. With the
/// built-in packs posts cost some hundreds (`bezint bench count` prints it).
const BASE: u64 = 20_000;
/// Steps that it may cost for each of its tokens.
const A_TOKEN: u64 = 400;

/// The steps a text has left.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Effort {
    granted: u64,
    left: u64,
}

impl Effort {
    /// For matching in a text of so many tokens.
    pub(crate) fn of(tokens: usize) -> Effort {
        Effort::granted(BASE, tokens)
    }

    /// For reading a line of so many tokens. Many short lines do not cost more
    /// than twice what a long one does.
    pub(crate) fn of_line(tokens: usize) -> Effort {
        Effort::granted(BASE.min(A_TOKEN * tokens as u64), tokens)
    }

    fn granted(base: u64, tokens: usize) -> Effort {
        let granted = base + A_TOKEN * tokens as u64;
        Effort {
            granted,
            left: granted,
        }
    }

    /// Spends steps; false when there are none left.
    pub(crate) fn spend(&mut self, steps: usize) -> bool {
        self.left = self.left.saturating_sub(steps as u64);
        self.left > 0
    }

    /// Whether all steps are spent.
    pub(crate) fn is_spent(&self) -> bool {
        self.left == 0
    }

    /// Steps spent so far.
    pub(crate) fn spent(&self) -> u64 {
        self.granted - self.left
    }
}
