//! Points of small signs in an image.
//!
//! For: writing and reading them. Not for: adding them up; see [`crate::weigh`].
//!
//! Points stand in columns, those of one kind of warning together: most are
//! small or nought, which compresses well.

use super::Vocabulary;
use super::bytes::{Reader, Writer};
use crate::tables::ClassId;
use crate::weigh::{ContextSign, Long, Pair, Points, Weights};

/// Weights as they are looked up.
#[derive(Debug)]
pub(crate) struct Weighing {
    /// Everything but words and pairs, of which the lists are empty.
    pub(crate) weights: Weights,
    /// Signs that are words.
    pub(crate) words: Vocabulary,
    /// Their points, one after another.
    points: Vec<i8>,
    pairs: Pairs,
}

/// Signs that are two words.
#[derive(Debug)]
struct Pairs {
    /// Where the pairs of each first word start, and the end.
    starts: Vec<u32>,
    /// Their second words, in order for each first word.
    seconds: Vec<u32>,
    points: Vec<i8>,
}

impl Weighing {
    /// Writes weights.
    pub(crate) fn write(weights: &Weights, to: &mut Writer) {
        to.list(&weights.kinds, |to, &rule| to.number(rule));
        for list in [&weights.base, &weights.thresholds] {
            to.list(list, |to, &points| signed(points, to));
        }
        for points in [weights.least, weights.floor, weights.bottom] {
            signed(points, to);
        }
        for words in [weights.long.from, weights.long.words_a_point] {
            to.number(words);
        }
        let words: Vec<&str> = weights.words.lines().collect();
        Vocabulary::write(&words, to);
        columns(weights, weights.word_points.iter(), to);
        write_pairs(&weights.pairs, to);
        for classes in [&weights.classes, &weights.official] {
            to.list(classes, |to, &(class, _)| to.number(class));
            columns(weights, classes.iter().map(|(_, points)| points), to);
        }
        to.list(&weights.contexts, |to, (sign, _)| {
            to.0.extend([sign.employers, sign.capacities, sign.functions]);
            to.0.push(u8::from(sign.no_topics));
        });
        columns(
            weights,
            weights.contexts.iter().map(|(_, points)| points),
            to,
        );
    }

    /// Reads them; rules and classes have numbers below these.
    pub(crate) fn read(from: &mut Reader<'_>, rules: usize, classes: u32) -> Option<Weighing> {
        let kinds = from.list(|from| from.number().filter(|&k| (k as usize) < rules))?;
        let base: Vec<i32> = from.list(read_signed)?;
        let thresholds: Vec<i32> = from.list(read_signed)?;
        if kinds.len() + 1 != base.len() || thresholds.len() != kinds.len() {
            return None;
        }
        let [least, floor, bottom] = [read_signed(from)?, read_signed(from)?, read_signed(from)?];
        let long = Long {
            from: from.number()?,
            words_a_point: from.number()?,
        };
        let words = Vocabulary::read(from)?;
        let width = base.len();
        let points = rows(from, words.len(), width)?;
        let pairs = read_pairs(from, words.len())?;
        let mut of_classes = || {
            let numbers: Vec<ClassId> = from.list(|from| from.number().filter(|&c| c < classes))?;
            let points = rows(from, numbers.len(), width)?;
            Some(numbers.into_iter().zip(split(&points, width)).collect())
        };
        let (of_classes, of_official) = (of_classes()?, of_classes()?);
        let signs: Vec<ContextSign> = from.list(|from| {
            Some(ContextSign {
                employers: from.byte()?,
                capacities: from.byte()?,
                functions: from.byte()?,
                no_topics: from.byte()? != 0,
            })
        })?;
        let of_contexts = rows(from, signs.len(), width)?;
        Some(Weighing {
            weights: Weights {
                kinds,
                base,
                thresholds,
                least,
                floor,
                bottom,
                long,
                classes: of_classes,
                official: of_official,
                contexts: signs.into_iter().zip(split(&of_contexts, width)).collect(),
                ..Weights::default()
            },
            words,
            points,
            pairs,
        })
    }

    /// How many pairs there are.
    pub(crate) fn pairs(&self) -> usize {
        self.pairs.seconds.len()
    }

    /// The number of two words next to each other, and their points.
    pub(crate) fn pair(&self, (first, second): Pair) -> Option<(usize, i8)> {
        let Pairs {
            starts,
            seconds,
            points,
        } = &self.pairs;
        let (from, to) = (
            *starts.get(first as usize)? as usize,
            *starts.get(first as usize + 1)? as usize,
        );
        let number = from + seconds[from..to].binary_search(&second).ok()?;
        Some((number, points[number]))
    }

    /// The points of a word.
    pub(crate) fn points_of(&self, word: u32) -> &[i8] {
        let width = self.weights.base.len();
        let start = word as usize * width;
        self.points.get(start..start + width).unwrap_or_default()
    }
}

/// Pairs in order: how far each first word is from the one before, the bytes of
/// the second words, the lowest of all together first, and the points. In such
/// columns they compress best.
fn write_pairs(pairs: &[(Pair, i8)], to: &mut Writer) {
    let mut before = 0;
    to.list(pairs, |to, &((first, _), _)| {
        to.number(first - before);
        before = first;
    });
    for byte in 0..4 {
        to.0.extend(
            pairs
                .iter()
                .map(|((_, second), _)| second.to_le_bytes()[byte]),
        );
    }
    to.0.extend(pairs.iter().map(|(_, points)| *points as u8));
}

fn read_pairs(from: &mut Reader<'_>, words: usize) -> Option<Pairs> {
    let known = |word: &u32| (*word as usize) < words;
    let mut first = 0u32;
    let mut starts = Vec::with_capacity(words + 1);
    let count = from.count()?;
    for number in 0..count as u32 {
        first = first.checked_add(from.number()?).filter(known)?;
        starts.resize(starts.len().max(first as usize + 1), number);
    }
    starts.resize(words + 1, count as u32);
    let mut seconds = vec![0; count];
    for byte in 0..4 {
        for (second, &part) in seconds.iter_mut().zip(from.take(count)?) {
            *second |= u32::from(part) << (8 * byte);
        }
    }
    let ordered = starts.windows(2).all(|pair| {
        let seconds = &seconds[pair[0] as usize..pair[1] as usize];
        seconds.is_sorted() && seconds.iter().all(known)
    });
    let points = from.take(count)?.iter().map(|&p| p as i8).collect();
    ordered.then_some(Pairs {
        starts,
        seconds,
        points,
    })
}

fn signed(number: i32, to: &mut Writer) {
    to.number((number << 1 ^ number >> 31) as u32);
}

fn read_signed(from: &mut Reader<'_>) -> Option<i32> {
    let number = from.number()?;
    Some((number >> 1) as i32 ^ -((number & 1) as i32))
}

fn columns<'a>(weights: &Weights, rows: impl Iterator<Item = &'a Points> + Clone, to: &mut Writer) {
    for column in 0..weights.base.len() {
        let points = rows
            .clone()
            .map(|row| row.get(column).copied().unwrap_or(0));
        to.0.extend(points.map(|p| p as u8));
    }
}

/// The points of one sign after another.
fn rows(from: &mut Reader<'_>, count: usize, width: usize) -> Option<Vec<i8>> {
    let bytes = from.take(count.checked_mul(width)?)?;
    let mut points = vec![0; bytes.len()];
    for (column, bytes) in bytes.chunks(count.max(1)).enumerate() {
        for (row, &byte) in bytes.iter().enumerate() {
            points[row * width + column] = byte as i8;
        }
    }
    Some(points)
}

fn split(points: &[i8], width: usize) -> impl Iterator<Item = Points> {
    points.chunks(width).map(<[i8]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_comes_back() {
        let sign = ContextSign {
            employers: 1,
            capacities: 2,
            functions: 4,
            no_topics: true,
        };
        let weights = Weights {
            kinds: vec![3],
            base: vec![-8, 300],
            thresholds: vec![17],
            least: -6,
            floor: 5,
            bottom: i32::MIN,
            long: Long {
                from: 35,
                words_a_point: 4,
            },
            words: "berg\nbergen\n".into(),
            word_points: vec![vec![-3, 4], vec![5, 0]],
            pairs: vec![((0, 0), 3), ((0, 1), -2), ((1, 0), 7)],
            classes: vec![(40, vec![1, -2])],
            official: vec![(39, vec![-1, 2]), (40, vec![3, 0])],
            contexts: vec![(sign, vec![7, 8])],
        };
        let mut to = Writer::default();
        Weighing::write(&weights, &mut to);
        let read = Weighing::read(&mut Reader(&to.0), 4, 41).expect("can be read");
        let word = read.words.find(b"bergen").expect("is there");
        assert_eq!(read.points_of(word), [5, 0]);
        assert_eq!(read.pair((0, 1)), Some((1, -2)));
        assert_eq!(read.pair((1, 0)), Some((2, 7)));
        assert_eq!(read.pair((1, 1)), None);
        let without_words = Weights {
            words: String::new(),
            word_points: Vec::new(),
            pairs: Vec::new(),
            ..weights
        };
        assert_eq!(read.weights, without_words);
        assert!(Weighing::read(&mut Reader(&to.0), 3, 41).is_none());
        assert!(Weighing::read(&mut Reader(&to.0), 4, 40).is_none());
    }
}
