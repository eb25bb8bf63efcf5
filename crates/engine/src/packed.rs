//! How lists of words are written so that they take little room.
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

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Lines(#[serde(with = "super::lines")] String);

    fn packed() -> (Lines, Vec<u8>) {
        let lines = Lines("berg\nbergen\nberging\ncaf\u{3b1}\ncaf\u{3b2}\n".into());
        let bytes = postcard::to_allocvec(&lines).expect("lines can be written");
        (lines, bytes)
    }

    #[test]
    fn what_is_packed_comes_back() {
        let (lines, bytes) = packed();
        assert_eq!(postcard::from_bytes::<Lines>(&bytes), Ok(lines));
    }

    #[test]
    fn damaged_lines_are_refused_without_panic() {
        let (_, bytes) = packed();
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] = value;
                let _ = postcard::from_bytes::<Lines>(&damaged);
            }
            assert!(postcard::from_bytes::<Lines>(&bytes[..at]).is_err());
        }
    }
}
