//! Phrases of plain words, as a tree over the numbers of their words.
//!
//! For: following the tokens of a text word by word, without looking at a
//! letter again. Not for: phrases with gaps or classes; those are sequences.
//!
//! Nodes stand level by level, the children of a node side by side in the
//! order of their codes. The code of a word is its number, except that the few
//! words which stand in most phrases come first.

use super::bytes::{Reader, Writer};
use super::sets::{Given, Has, Numbering, Numbers};
use crate::tables::WordClasses;

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
pub(crate) type Phrase = (Vec<u32>, WordClasses);

/// The codes of the words that stand in phrases: those of the common ones,
/// given by their place among all of these, and then the rest.
fn codes(words: &[Has], common: &[u32]) -> Option<(Vec<u32>, usize)> {
    let count = words.iter().filter(|word| word.in_phrase).count();
    let mut codes: Vec<u32> = (COMMON as u32..(COMMON + count) as u32).collect();
    for (code, &word) in common.iter().enumerate() {
        *codes.get_mut(word as usize)? = code as u32;
    }
    let mut codes = codes.into_iter();
    let code = |word: &Has| {
        let code = if word.in_phrase { codes.next() } else { None };
        code.unwrap_or(NO_CODE)
    };
    Some((words.iter().map(code).collect(), COMMON + count))
}

impl Phrases {
    /// Writes phrases over a vocabulary; `meant` are words that stand for
    /// another, or for none in any phrase.
    pub(crate) fn write(
        phrases: &[Phrase],
        words: &[Given],
        meant: &[(u32, Option<u32>)],
        numbering: &mut Numbering,
        to: &mut Writer,
    ) {
        let mut uses = vec![0u32; words.len()];
        let later = phrases.iter().flat_map(|(words, _)| &words[1..]);
        later.for_each(|&word| uses[word as usize] += 1);
        uses = words
            .iter()
            .zip(uses)
            .filter_map(|(word, uses)| word.in_phrase.then_some(uses))
            .collect();
        let mut common: Vec<u32> = (0..uses.len() as u32).collect();
        common.sort_by_key(|&word| std::cmp::Reverse(uses[word as usize]));
        common.truncate(COMMON);
        to.list(&common, |to, &word| to.number(word));
        let has = |word: &Given| Has {
            in_phrase: word.in_phrase,
            ..Has::default()
        };
        let has: Vec<Has> = words.iter().map(has).collect();
        let (codes, _) = codes(&has, &common).unwrap_or_default();
        let code = |word: &u32| codes[*word as usize];
        let mut sorted: Vec<Phrase> = phrases
            .iter()
            .map(|(words, set)| (words.iter().map(code).collect(), set.clone()))
            .collect();
        sorted.sort_by(|a, b| a.0.cmp(&b.0));
        // Nodes of a level as ranges of the sorted phrases with a beginning in
        // common. What is alike is written together: how many children there
        // are and whether a phrase ends, the first child, the distance to the
        // child before.
        let [mut shapes, mut firsts, mut others] = [(); 3].map(|()| Writer::default());
        let mut nodes = 0u32;
        let mut given = Vec::with_capacity(sorted.len());
        let mut level = vec![(0, sorted.len())];
        for depth in 0.. {
            let mut next = Vec::new();
            for (mut from, to) in level {
                let mut count = 0;
                let mut before = None;
                let ends = sorted[from..to].partition_point(|(words, _)| words.len() <= depth);
                given.extend(
                    sorted[from..from + ends]
                        .iter()
                        .take(1)
                        .map(|(_, set)| Given {
                            set: set.clone(),
                            ..Given::default()
                        }),
                );
                from += ends;
                while from < to {
                    let label = sorted[from].0[depth];
                    let same = sorted[from..to].partition_point(|(w, _)| w[depth] == label);
                    match before {
                        None => firsts.number(label),
                        Some(before) => others.number(label - before - 1),
                    }
                    before = Some(label);
                    next.push((from, from + same));
                    from += same;
                    count += 1;
                }
                shapes.number(count << 1 | u32::from(ends > 0));
                nodes += count;
            }
            if next.is_empty() {
                break;
            }
            level = next;
        }
        to.number(nodes);
        to.stretch(&shapes.0);
        to.stretch(&firsts.0);
        to.stretch(&others.0);
        numbering.write(given.into_iter(), to);
        let (mut next, mut meant_next) = (0, 0);
        to.list(meant, |to, &(word, meant)| {
            to.near(word, &mut next);
            meant_next = word;
            to.near(meant.unwrap_or(word), &mut meant_next);
        });
    }

    /// Reads phrases over a vocabulary.
    pub(crate) fn read(
        from: &mut Reader<'_>,
        words: &[Has],
        numbers: &mut Numbers,
    ) -> Option<Phrases> {
        let common: Vec<u32> = from.list(Reader::number)?;
        let (mut codes, all) = codes(words, &common)?;
        let count = from.number()? as usize;
        let mut stretch = || from.stretch().map(Reader);
        let (mut shapes, mut firsts, mut others) = (stretch()?, stretch()?, stretch()?);
        if count > firsts.0.len() + others.0.len() {
            return None;
        }
        let mut labels = Vec::with_capacity(count);
        let mut siblings = |many: u32, labels: &mut Vec<u32>| {
            let mut next = 0u32;
            for number in 0..many {
                let from = if number == 0 {
                    &mut firsts
                } else {
                    &mut others
                };
                let label = next.checked_add(from.number()?)?;
                labels.push(label);
                next = label.checked_add(1)?;
            }
            Some(())
        };
        let roots = shapes.number()? >> 1;
        siblings(roots, &mut labels)?;
        let mut children = Vec::with_capacity(count + 1);
        let mut sets = Vec::with_capacity(count);
        for _ in 0..count {
            let shape = shapes.number()?;
            children.push(labels.len() as u32);
            siblings(shape >> 1, &mut labels)?;
            sets.push(shape & 1);
        }
        children.push(labels.len() as u32);
        if labels.len() != count
            || children
                .iter()
                .zip(1..)
                .any(|(&c, node)| c < node.min(count as u32))
        {
            return None;
        }
        let mut first = vec![0; all];
        for (node, &label) in labels[..roots as usize].iter().enumerate() {
            *first.get_mut(label as usize)? = node as u32 + 1;
        }
        let ends = sets.iter().filter(|&&ends| ends > 0).count();
        let mut given = numbers.read(from, ends)?.into_iter();
        for set in sets.iter_mut().filter(|set| **set > 0) {
            *set = given.next()?.set;
        }
        let mut next = 0;
        for _ in 0..from.count()? {
            let word = from.near(&mut next)?;
            let meant = from.near(&mut word.clone())?;
            *codes.get_mut(word as usize)? = if meant == word {
                NO_CODE
            } else {
                *codes.get(meant as usize)?
            };
        }
        shapes.finished()?;
        firsts.finished()?;
        others.finished()?;
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
        let classes = |class| WordClasses {
            any: vec![class],
            ..WordClasses::default()
        };
        let all: Vec<Phrase> = vec![
            (vec![3, 1], classes(1)),
            (vec![3, 1, 4], classes(2)),
            (vec![3, 900], classes(3)),
            (vec![7, 1], classes(1)),
        ];
        let mut words = vec![Given::default(); 1_000];
        for word in [1, 3, 4, 7, 900] {
            words[word].in_phrase = true;
        }
        let (mut to, mut numbering) = (Writer::default(), Numbering::default());
        let meant = [(8, Some(7)), (9, None)];
        Phrases::write(&all, &words, &meant, &mut numbering, &mut to);
        let has: Vec<Has> = words
            .iter()
            .map(|word| Has {
                in_phrase: word.in_phrase,
                ..Has::default()
            })
            .collect();
        let mut numbers = Numbers::new(4, 0);
        let tree = Phrases::read(&mut Reader(&to.0), &has, &mut numbers).expect("can be read");
        let set = |words: &[u32]| {
            let mut node = tree.start(tree.code(words[0]))?;
            for &word in &words[1..] {
                node = tree.step(node, tree.code(word))?;
            }
            let set = tree.set(node).checked_sub(1);
            Some(set.map(|set| numbering.order[set as usize].any[0]))
        };
        assert_eq!(set(&[3, 1]), Some(Some(1)));
        assert_eq!(set(&[3, 1, 4]), Some(Some(2)));
        assert_eq!(set(&[3, 900]), Some(Some(3)));
        assert_eq!(set(&[7, 1]), Some(Some(1)));
        assert_eq!(set(&[8, 1]), Some(Some(1)), "8 stands for 7");
        assert_eq!(set(&[3]), Some(None), "no phrase ends here");
        assert_eq!((set(&[1]), set(&[7, 9]), set(&[3, 7])), (None, None, None));
    }
}
