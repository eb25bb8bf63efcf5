//! Phrases of plain words, as a tree over the numbers of their words.
//!
//! For: following the tokens of a text word by word, without looking at a
//! letter again. Not for: phrases with gaps or classes; those are sequences.
//!
//! Nodes stand level by level, the children of a node side by side in the
//! order of their codes. The code of a word is its number, except that the few
//! words which stand in most phrases come first.

use super::bytes::{Reader, Writer};
use super::sets::{Numbering, Numbers};

/// Words with a code of their own.
const COMMON: usize = 128;

/// The code of a word that stands in no phrase.
pub(crate) const NO_CODE: u32 = u32::MAX;

/// The tree.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// Code of each word of the vocabulary.
    codes: Vec<u32>,
    /// By code the node that a phrase starts with, plus one.
    first: Vec<u32>,
    /// Where the children of each node start, and the end.
    children: Vec<u32>,
    /// Code of the word that leads to each node.
    labels: Vec<u32>,
    /// Set of the phrase that ends here; 0 where none does.
    sets: Vec<u32>,
}

/// A place in the tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node(u32);

/// A phrase as it is written: the numbers of its words, and its set.
pub(crate) type Phrase = (Vec<u32>, u32);

fn codes(words: usize, common: &[u32]) -> Option<Vec<u32>> {
    let mut codes: Vec<u32> = (COMMON as u32..(COMMON + words) as u32).collect();
    for (code, &word) in common.iter().enumerate() {
        *codes.get_mut(word as usize)? = code as u32;
    }
    Some(codes)
}

impl Phrases {
    /// Writes phrases over a vocabulary of so many words.
    pub(crate) fn write(
        phrases: &[Phrase],
        words: usize,
        meant: &[(u32, Option<u32>)],
        numbering: &mut Numbering,
        to: &mut Writer,
    ) {
        let mut uses = vec![0u32; words];
        let later = phrases.iter().flat_map(|(words, _)| &words[1..]);
        later.for_each(|&word| uses[word as usize] += 1);
        let mut common: Vec<u32> = (0..words as u32).collect();
        common.sort_by_key(|&word| std::cmp::Reverse(uses[word as usize]));
        common.truncate(COMMON);
        to.number(common.len() as u32);
        common.iter().for_each(|&word| to.number(word));
        let codes = codes(words, &common).unwrap_or_default();
        let code = |word: &u32| codes[*word as usize];
        let mut sorted: Vec<Phrase> = phrases
            .iter()
            .map(|(words, set)| (words.iter().map(code).collect(), *set))
            .collect();
        sorted.sort();
        // Nodes of a level as ranges of the sorted phrases with a beginning in
        // common.
        let (mut counts, mut labels, mut sets) = (Writer::default(), Writer::default(), Vec::new());
        let mut level = vec![(0, sorted.len())];
        for depth in 0.. {
            let mut next = Vec::new();
            for (mut from, to) in level {
                let mut count = 0;
                let mut before = None;
                from += sorted[from..to].partition_point(|(words, _)| words.len() <= depth);
                while from < to {
                    let label = sorted[from].0[depth];
                    let same = sorted[from..to].partition_point(|(w, _)| w[depth] == label);
                    labels.number(before.map_or(label, |b: u32| label - b - 1));
                    before = Some(label);
                    let (words, set) = &sorted[from];
                    sets.push((words.len() == depth + 1).then_some(*set));
                    next.push((from, from + same));
                    from += same;
                    count += 1;
                }
                counts.number(count);
            }
            if next.is_empty() {
                break;
            }
            level = next;
        }
        to.number(sets.len() as u32);
        to.stretch(&counts.0);
        to.stretch(&labels.0);
        numbering.write(sets.iter().copied(), to);
        to.number(meant.len() as u32);
        for &(word, meant) in meant {
            to.number(word);
            to.number(meant.map_or(0, |m| m + 1));
        }
    }

    pub(crate) fn read(
        from: &mut Reader<'_>,
        words: usize,
        numbers: &mut Numbers,
    ) -> Option<Phrases> {
        let common: Vec<u32> = (0..from.count()?)
            .map(|_| from.number())
            .collect::<Option<_>>()?;
        let mut codes = codes(words, &common)?;
        let count = from.count()?;
        let (mut counts, mut deltas) = (Reader(from.stretch()?), Reader(from.stretch()?));
        if count > deltas.0.len() {
            return None;
        }
        let roots = counts.number().filter(|&r| r as usize <= count)? as usize;
        let mut labels = Vec::with_capacity(count);
        let mut siblings = |many: usize, labels: &mut Vec<u32>| {
            let mut next = 0u32;
            for _ in 0..many {
                let label = next.checked_add(deltas.number()?)?;
                labels.push(label);
                next = label.checked_add(1)?;
            }
            Some(())
        };
        siblings(roots, &mut labels)?;
        let mut children = Vec::with_capacity(count + 1);
        for _ in 0..count {
            children.push(labels.len() as u32);
            siblings(counts.number()? as usize, &mut labels)?;
        }
        children.push(labels.len() as u32);
        if labels.len() != count {
            return None;
        }
        let mut first = vec![0; COMMON + words];
        for (node, &label) in labels[..roots].iter().enumerate() {
            *first.get_mut(label as usize)? = node as u32 + 1;
        }
        let sets = numbers.read(from, count)?;
        for _ in 0..from.count()? {
            let (word, meant) = (from.number()?, from.number()?);
            *codes.get_mut(word as usize)? = match meant.checked_sub(1) {
                Some(meant) => *codes.get(meant as usize)?,
                None => NO_CODE,
            };
        }
        counts.finished()?;
        deltas.finished()?;
        Some(Phrases {
            codes,
            first,
            children,
            labels,
            sets,
        })
    }

    /// The code of a word of the vocabulary.
    pub(crate) fn code(&self, word: u32) -> u32 {
        self.codes[word as usize]
    }

    /// Where phrases start that begin with the word of this code.
    pub(crate) fn start(&self, code: u32) -> Option<Node> {
        let node = self.first.get(code as usize).copied().unwrap_or(0);
        node.checked_sub(1).map(Node)
    }

    /// Where the word of this code leads from a node.
    pub(crate) fn step(&self, node: Node, code: u32) -> Option<Node> {
        let (from, to) = self.range(node);
        let labels = &self.labels[from..to];
        let at = labels.partition_point(|&label| label < code);
        (labels.get(at) == Some(&code)).then_some(Node((from + at) as u32))
    }

    fn range(&self, Node(node): Node) -> (usize, usize) {
        let node = node as usize;
        (
            self.children[node] as usize,
            self.children[node + 1] as usize,
        )
    }

    /// The set of the phrase that ends here; 0 where none does.
    pub(crate) fn set(&self, Node(node): Node) -> u32 {
        self.sets[node as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_followed_word_by_word() {
        let all: Vec<Phrase> = vec![
            (vec![3, 1], 2),
            (vec![3, 1, 4], 5),
            (vec![3, 900], 1),
            (vec![7, 1], 2),
        ];
        let mut to = Writer::default();
        let mut numbering = Numbering::default();
        Phrases::write(
            &all,
            1_000,
            &[(8, Some(7)), (9, None)],
            &mut numbering,
            &mut to,
        );
        let mut numbers = Numbers::new(numbering.order.len() + 1);
        let tree = Phrases::read(&mut Reader(&to.0), 1_000, &mut numbers).expect("can be read");
        let set = |words: &[u32]| {
            let mut node = tree.start(tree.code(words[0]))?;
            for &word in &words[1..] {
                node = tree.step(node, tree.code(word))?;
            }
            Some(
                tree.set(node)
                    .checked_sub(1)
                    .map(|n| numbering.order[n as usize]),
            )
        };
        assert_eq!(set(&[3, 1]), Some(Some(2)));
        assert_eq!(set(&[3, 1, 4]), Some(Some(5)));
        assert_eq!(set(&[3, 900]), Some(Some(1)));
        assert_eq!(set(&[7, 1]), Some(Some(2)));
        assert_eq!(set(&[8, 1]), Some(Some(2)), "8 stands for 7");
        assert_eq!(set(&[3]), Some(None), "no phrase ends here");
        assert_eq!((set(&[1]), set(&[7, 9]), set(&[3, 7])), (None, None, None));
    }
}
