//! Matching sequences and alternatives.
//!
//! For: finding where the steps of a pattern stand, in order, within gaps.
//! Not for: conditions or context. Work per starting place is bounded by the
//! gaps, so matching is linear in the text.

use bezint_text::Text;

use crate::effort::Effort;
use crate::image::{Parts, Patterns, Step, Steps};
use crate::places::{Place, Places};
use crate::sort;
use crate::tables::{ClassId, Scope};

/// A match: tokens `start..end`, of which `mark` is underlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) mark: (u32, u32),
}

/// Matches of one sequence kept per text; a text with more is odd anyway.
const MOST: usize = 256;
/// Partial matches followed at once from one starting place.
const WIDEST: usize = 24;

#[derive(Clone, Copy)]
struct Partial {
    end: u32,
    mark: Option<(u32, u32)>,
}

/// Memory for partial matches, kept from sequence to sequence.
#[derive(Default)]
pub(crate) struct Matcher {
    /// What the text may still cost.
    pub(crate) effort: Effort,
    live: Vec<Partial>,
    next: Vec<Partial>,
    /// Classes that stand in the text, of all steps but the first, and where
    /// those of each step end.
    there: Vec<ClassId>,
    ends: Vec<usize>,
    /// Groups in which the rarest of the needed steps stands, in order.
    groups: Vec<u32>,
}

/// The number that tokens must share to be within `scope` of each other.
fn group(text: &Text, token: u32, scope: Scope) -> u32 {
    let token = &text.tokens()[token as usize];
    match scope {
        Scope::Clause => token.clause,
        Scope::Sentence | Scope::Before(_) | Scope::After(_) => token.sentence,
        Scope::Paragraph => token.paragraph,
        Scope::Text | Scope::Near(_) => 0,
    }
}

/// Sequences never leave their sentence, whatever the scope of the parts.
fn sequence_scope(scope: Scope) -> Scope {
    if scope == Scope::Clause {
        Scope::Clause
    } else {
        Scope::Sentence
    }
}

fn widen(mark: Option<(u32, u32)>, place: Place) -> Option<(u32, u32)> {
    Some(mark.map_or((place.start, place.end), |(a, b)| {
        (a.min(place.start), b.max(place.end))
    }))
}

/// Adds every match of a sequence to `out`, one a starting place: the one that
/// ends first.
pub(crate) fn match_sequence(
    on: &Places,
    text: &Text,
    patterns: &Patterns,
    steps: Steps,
    scope: Scope,
    matcher: &mut Matcher,
    out: &mut Vec<Found>,
) {
    let scope = sequence_scope(scope);
    let Matcher {
        effort,
        live,
        next,
        there,
        ends,
        groups,
    } = matcher;
    let Some((first, rest)) = patterns.steps(steps).split_first() else {
        return;
    };
    if rest.is_empty() {
        effort.spend(patterns.classes(first).len());
        let places = patterns
            .classes(first)
            .iter()
            .flat_map(|&class| on.at(class));
        out.extend(places.take(MOST.saturating_sub(out.len())).map(|p| Found {
            start: p.start,
            end: p.end,
            mark: (p.start, p.end),
        }));
        effort.spend(out.len());
        in_order(out);
        return;
    }
    there.clear();
    ends.clear();
    for step in rest {
        effort.spend(patterns.classes(step).len());
        there.extend(patterns.classes(step).iter().filter(|c| on.has(**c)));
        ends.push(there.len());
    }
    // A match stays within one group: elsewhere no start need be tried.
    let mut rarest: Option<(usize, &[ClassId])> = None;
    let mut from_class = 0;
    for (element, &to_class) in rest.iter().zip(&*ends) {
        let classes = &there[from_class..to_class];
        from_class = to_class;
        let count = classes.iter().map(|&class| on.at(class).len()).sum();
        if !element.optional && rarest.is_none_or(|(least, _)| count < least) {
            rarest = Some((count, classes));
        }
    }
    groups.clear();
    if let Some((_, classes)) = rarest {
        let places = classes.iter().flat_map(|&class| on.at(class));
        groups.extend(places.map(|place| group(text, place.start, scope)));
        effort.spend(groups.len());
        if !groups.is_sorted() {
            sort::by_key(groups, |group| *group);
        }
    }
    for &class in patterns.classes(first) {
        for &place in on.at(class) {
            if out.len() >= MOST || !effort.spend(1) {
                return;
            }
            let group_id = group(text, place.start, scope);
            if rarest.is_some() && groups.binary_search(&group_id).is_err() {
                continue;
            }
            let mark = if first.mark { widen(None, place) } else { None };
            live.clear();
            live.push(Partial {
                end: place.end,
                mark,
            });
            let mut from_class = 0;
            for (element, &to_class) in rest.iter().zip(&*ends) {
                let classes = &there[from_class..to_class];
                from_class = to_class;
                effort.spend(live.len() * classes.len());
                next.clear();
                if element.optional {
                    next.extend_from_slice(live);
                }
                for partial in &*live {
                    let from = partial.end;
                    let to = from + u32::from(element.gap);
                    for &class in classes {
                        let list = on.at(class);
                        if list.last().is_none_or(|p| p.start < from) {
                            continue;
                        }
                        let begin = list.partition_point(|p| p.start < from);
                        for &step in list[begin..].iter().take_while(|p| p.start <= to) {
                            if group(text, step.start, scope) != group_id || next.len() >= WIDEST {
                                break;
                            }
                            let mark = if element.mark {
                                widen(partial.mark, step)
                            } else {
                                partial.mark
                            };
                            next.push(Partial {
                                end: step.end,
                                mark,
                            });
                        }
                    }
                }
                effort.spend(next.len());
                if next.len() > 1 {
                    sort::by_key(next, |p| p.end);
                    next.dedup_by_key(|p| p.end);
                }
                std::mem::swap(live, next);
                if live.is_empty() {
                    break;
                }
            }
            if let Some(best) = live.first() {
                let mark = best.mark.unwrap_or((place.start, best.end));
                out.push(Found {
                    start: place.start,
                    end: best.end,
                    mark,
                });
            }
        }
    }
    in_order(out);
}

fn in_order(found: &mut Vec<Found>) {
    if !found.is_sorted_by_key(|f| (f.start, f.end)) {
        sort::by_key(found, |f| (f.start, f.end));
    }
    found.dedup();
}

/// Whether `a` and `b` stand close enough together.
fn together(text: &Text, a: &Found, b: &Found, scope: Scope) -> bool {
    let apart = a.end <= b.start || b.end <= a.start;
    apart
        && match scope {
            Scope::Near(tokens) => {
                let distance = if a.end <= b.start {
                    b.start - a.end
                } else {
                    a.start - b.end
                };
                distance <= u32::from(tokens)
            }
            _ => group(text, a.start, scope) == group(text, b.start, scope),
        }
}

/// Whether each of these steps stands somewhere in the text.
pub(crate) fn present<'a>(
    on: &Places,
    patterns: &Patterns,
    mut steps: impl Iterator<Item = &'a Step>,
) -> bool {
    steps.all(|step| on.has_any(patterns.classes(step)))
}

/// Adds every match of `alternative` to `out`: each match of its first part
/// for which all other parts stand close enough.
pub(crate) fn match_alternative(
    on: &Places,
    text: &Text,
    patterns: &Patterns,
    alternative: &Parts,
    matcher: &mut Matcher,
    out: &mut Vec<Found>,
) {
    if !present(on, patterns, patterns.needed(alternative)) {
        return;
    }
    let Some((&first, others)) = patterns.parts(alternative).split_first() else {
        return;
    };
    match_sequence(on, text, patterns, first, alternative.scope, matcher, out);
    if others.is_empty() || out.is_empty() {
        return;
    }
    let mut lists = Vec::with_capacity(others.len());
    for &part in others {
        let mut found = Vec::new();
        match_sequence(
            on,
            text,
            patterns,
            part,
            alternative.scope,
            matcher,
            &mut found,
        );
        if found.is_empty() {
            out.clear();
            return;
        }
        lists.push(found);
    }
    let scope = alternative.scope;
    out.retain(|pivot| {
        lists.iter().all(|list| {
            let near = within_reach(text, list, pivot, scope);
            matcher.effort.spend(near.len());
            near.iter().any(|other| together(text, pivot, other, scope))
        })
    });
}

/// The stretch of `list`, which is in order, that can be together with `pivot`.
fn within_reach<'a>(text: &Text, list: &'a [Found], pivot: &Found, scope: Scope) -> &'a [Found] {
    if matches!(scope, Scope::Near(_)) {
        return list;
    }
    let here = group(text, pivot.start, scope);
    let from = list.partition_point(|other| group(text, other.start, scope) < here);
    let to = list.partition_point(|other| group(text, other.start, scope) <= here);
    &list[from..to]
}
