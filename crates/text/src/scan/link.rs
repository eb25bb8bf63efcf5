//! Links and e-mail addresses.

use super::Scan;
use crate::emoji;
use crate::token::Kind;

impl Scan<'_> {
    /// A web or e-mail address that starts at `from`.
    pub(super) fn link(&self, from: usize) -> Option<(usize, Kind)> {
        let run = self.chars[from..]
            .iter()
            .take(300)
            .take_while(|c| !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | ')' | ','));
        let mut to = from;
        let (mut dot, mut at_sign, mut scheme) = (false, false, false);
        for (i, &c) in run.enumerate() {
            if emoji::starts(c) {
                break;
            }
            to = from + i + 1;
            dot |= c == '.';
            at_sign |= c == '@';
            scheme |= c == '/' && i > 2 && self.chars[from + i - 1] == '/';
        }
        if !dot && !scheme {
            return None;
        }
        while to > from && matches!(self.chars[to - 1], '.' | '!' | '?' | ':' | ';' | '\'' | '…')
        {
            to -= 1;
        }
        // Most points end a sentence and stand behind a plain word.
        if !scheme && !self.chars[from..to].contains(&'.') {
            return None;
        }
        let run: String = self.chars[from..to].iter().collect();
        let host = run.strip_prefix("https://").unwrap_or(&run);
        let host = host.strip_prefix("http://").unwrap_or(host);
        let host = host.split(['/', '?', '#']).next().unwrap_or(host);
        let tail = host.rsplit_once('.').map(|(name, tld)| (name.len(), tld));
        let known = tail.is_some_and(|(name, tld)| {
            name >= 2
                && matches!(
                    tld,
                    "nl" | "com"
                        | "org"
                        | "eu"
                        | "net"
                        | "gov"
                        | "int"
                        | "be"
                        | "de"
                        | "uk"
                        | "io"
                        | "info"
                        | "ly"
                        | "me"
                        | "tv"
                        | "frl"
                        | "amsterdam"
                )
        });
        if scheme && run.starts_with("http") {
            Some((to, Kind::Link))
        } else if known {
            Some((to, if at_sign { Kind::Email } else { Kind::Link }))
        } else {
            None
        }
    }
}
