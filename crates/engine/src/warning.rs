//! Warnings, and merging those that overlap.
//!
//! For: one underline a stretch of text, the weightiest first, never more than
//! a handful a post. Not for: words to the writer.

use bezint_text::Span;

use crate::sort;
use crate::tables::{Severity, Sureness};

/// Warnings shown of one post; more would be noise.
pub(crate) const MOST: usize = 6;
/// Other rules named in one warning.
const MOST_ALSO: usize = 32;
/// Norms named in one warning.
const MOST_NORMS: usize = 8;

/// A phrase that deserves a second look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Number of the rule.
    pub rule: u32,
    /// Rules that say something of the same phrase.
    pub also: Vec<u32>,
    /// Severity in this context.
    pub severity: Severity,
    /// How sure.
    pub sureness: Sureness,
    /// The phrase, in UTF-16 code units.
    pub span: Span,
    /// Norms touched that bind this employer, best first (numbers).
    pub norms: Vec<u16>,
}

/// Merges overlapping warnings and puts them in the order of the text.
pub(crate) fn merge(mut all: Vec<Warning>) -> Vec<Warning> {
    sort::by_key(&mut all, |w| {
        (
            std::cmp::Reverse(w.severity),
            std::cmp::Reverse(w.sureness),
            w.span.start,
            std::cmp::Reverse(w.span.end),
            w.rule,
        )
    });
    let mut kept: Vec<Warning> = Vec::new();
    for warning in all {
        let over =
            |k: &&mut Warning| k.span.start < warning.span.end && warning.span.start < k.span.end;
        if let Some(same) = kept.iter_mut().find(over) {
            let room = same.also.len() < MOST_ALSO;
            if room && same.rule != warning.rule && !same.also.contains(&warning.rule) {
                same.also.push(warning.rule);
            }
            for norm in warning.norms {
                if !same.norms.contains(&norm) && same.norms.len() < MOST_NORMS {
                    same.norms.push(norm);
                }
            }
        } else if kept.len() < MOST {
            kept.push(warning);
        }
    }
    sort::by_key(&mut kept, |w| w.span);
    kept
}
