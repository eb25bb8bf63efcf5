//! Numbers of classes by how they are used.
//!
//! For: tables that take little room. Classes in many sets get low numbers,
//! the own class of a spelling a high one in the order of the spellings, and
//! classes that nothing asks for none at all. Not for: what a class means.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use bezint_engine::{ClassId, FIRST_FREE_CLASS, Tables};

/// Renumbers all classes but the built-in ones.
pub(crate) fn renumber(tables: &mut Tables, names: &mut BTreeMap<String, ClassId>) {
    let named: BTreeSet<ClassId> = names.values().copied().collect();
    let own = own_classes(tables, &named);
    let mut uses: BTreeMap<ClassId, usize> = named.iter().map(|&class| (class, 0)).collect();
    every_class(tables, |class| {
        *uses.entry(*class).or_default() += 1;
    });
    let is_own: BTreeSet<ClassId> = own.iter().copied().collect();
    let mut others: Vec<ClassId> = uses.keys().copied().collect();
    others.retain(|class| *class >= FIRST_FREE_CLASS && !is_own.contains(class));
    others.sort_by_key(|class| Reverse(uses[class]));
    let in_order = others.iter().chain(&own).copied();
    let numbers: HashMap<ClassId, ClassId> = in_order.zip(FIRST_FREE_CLASS..).collect();
    tables.first_own = FIRST_FREE_CLASS + others.len() as ClassId;
    tables.classes = FIRST_FREE_CLASS + numbers.len() as ClassId;
    let new = |class: &mut ClassId| *class = numbers.get(class).copied().unwrap_or(*class);
    every_class(tables, new);
    names.values_mut().for_each(new);
    for set in &mut tables.word_classes {
        for list in [&mut set.any, &mut set.nl, &mut set.en, &mut set.cased] {
            list.sort_unstable();
        }
    }
}

/// One class a spelling, by no name, that no spelling before it has.
fn own_classes(tables: &Tables, named: &BTreeSet<ClassId>) -> Vec<ClassId> {
    let mut seen: BTreeSet<ClassId> = BTreeSet::new();
    let mut own = Vec::new();
    for &list in &tables.word_lists {
        let classes = &tables.word_classes[list as usize].any;
        let free = |c: &ClassId| *c >= FIRST_FREE_CLASS && !named.contains(c) && !seen.contains(c);
        own.extend(classes.iter().copied().find(free));
        seen.extend(classes.iter().copied());
    }
    own
}

/// Visits the number of every class that stands in the tables.
fn every_class(tables: &mut Tables, mut visit: impl FnMut(&mut ClassId)) {
    for set in &mut tables.word_classes {
        for list in [&mut set.any, &mut set.nl, &mut set.en, &mut set.cased] {
            list.iter_mut().for_each(&mut visit);
        }
    }
    let phrases = tables.phrases.iter_mut().flatten();
    let mut sequences = Vec::new();
    for phrase in phrases {
        phrase.classes.iter_mut().for_each(&mut visit);
        sequences.push(&mut phrase.sequence);
    }
    sequences.extend(tables.alternatives.iter_mut().flat_map(|a| &mut a.parts));
    for element in sequences.into_iter().flat_map(|s| &mut s.elements) {
        element.classes.iter_mut().for_each(&mut visit);
    }
    tables.regexes.iter_mut().for_each(|r| visit(&mut r.class));
    tables.topics.iter_mut().for_each(&mut visit);
    let weights = tables.weights.iter_mut();
    let weighed = weights.flat_map(|w| w.classes.iter_mut().chain(&mut w.official));
    weighed.for_each(|(class, _)| visit(class));
}
