//! The one rule that decides between candidates.
#![allow(
    clippy::indexing_slicing,
    reason = "a candidate knows its list and its place in it, and the ground spans the tokens of all rivals"
)]

use std::cmp::Reverse;
use std::ops::Range;

use super::candidate::{Candidate, Competes, Layer};
use crate::answer::Span;

/// A candidate as the overlap rule sees it.
#[derive(Debug)]
struct Entry {
    list: u8,
    at: usize,
    tokens: Range<usize>,
    span: Span,
    layer: Layer,
    precedence: u8,
    /// Its length in bytes, or 0 where it has to wait.
    rank: u32,
}

fn entries<T: Competes>(list: u8, candidates: &[Candidate<T>]) -> impl Iterator<Item = Entry> + '_ {
    candidates.iter().enumerate().map(move |(at, candidate)| Entry {
        list,
        at,
        tokens: candidate.tokens.clone(),
        span: candidate.span,
        layer: candidate.item.layer(),
        precedence: candidate.rule.precedence,
        rank: 0,
    })
}

/// Buffers that one document after another can use.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    all: Vec<Entry>,
    /// For each list of candidates, which of them stay.
    kept: [Vec<bool>; 3],
    ground: Vec<Ground>,
}

/// Keeps of all candidates those that win their text, without those that only say what their words are not.
pub(crate) fn settle<A: Competes, B: Competes, C: Competes>(
    names: &mut Vec<Candidate<A>>,
    times: &mut Vec<Candidate<B>>,
    figures: &mut Vec<Candidate<C>>,
    scratch: &mut Scratch,
) {
    choose(names, times, figures, scratch, false);
}

/// Keeps of all candidates those that win their text, and of those that exclude others none unless `excluders`.
///
/// The order is total: figures over a date last, longer before shorter, then by the precedence of their rules, by layer and
/// by place;
/// a candidate stays if no token of it is taken by a layer it may not share text with. O(n log n) in the candidates.
pub(super) fn choose<A: Competes, B: Competes, C: Competes>(
    names: &mut Vec<Candidate<A>>,
    times: &mut Vec<Candidate<B>>,
    figures: &mut Vec<Candidate<C>>,
    scratch: &mut Scratch,
    excluders: bool,
) {
    let Scratch { all, kept, ground } = scratch;
    all.clear();
    all.extend(entries(0, names).chain(entries(1, times)).chain(entries(2, figures)));
    // Each list is nearly in order, which a stable sort takes advantage of.
    all.sort_by_key(|entry| entry.tokens.start);
    for (list, length) in kept.iter_mut().zip([names.len(), times.len(), figures.len()]) {
        list.clear();
        list.resize(length, false);
    }
    let mut rest = all.as_mut_slice();
    // Only candidates over the same text compete, and most stand alone.
    while let Some(first) = rest.first() {
        let mut end = first.tokens.end;
        let mut size = 1;
        while let Some(next) = rest.get(size).filter(|next| next.tokens.start < end) {
            end = end.max(next.tokens.end);
            size += 1;
        }
        let (rivals, behind) = rest.split_at_mut(size);
        match rivals {
            [alone] => kept[usize::from(alone.list)][alone.at] = !alone.tokens.is_empty(),
            _ => decide(rivals, ground, kept),
        }
        rest = behind;
    }
    retain(names, &kept[0], excluders);
    retain(times, &kept[1], excluders);
    retain(figures, &kept[2], excluders);
}

/// What is known of each token under candidates that compete: whether a date lies over it, and which layers took it.
#[derive(Clone, Copy, Debug, Default)]
struct Ground {
    dated: bool,
    owners: u8,
}

/// The overlap rule, for candidates that hang together; the first one begins first.
fn decide(rivals: &mut [Entry], ground: &mut Vec<Ground>, kept: &mut [Vec<bool>; 3]) {
    let start = rivals.first().map_or(0, |entry| entry.tokens.start);
    let within = |entry: &Entry| entry.tokens.start - start..entry.tokens.end - start;
    ground.clear();
    ground.resize(rivals.iter().map(|entry| entry.tokens.end - start).max().unwrap_or(0), Ground::default());
    // Two years with "and" between them are no range of counts: a figure over a date has to wait for it.
    for entry in rivals.iter().filter(|entry| entry.layer == Layer::Time) {
        ground[within(entry)].iter_mut().for_each(|token| token.dated = true);
    }
    for entry in rivals.iter_mut() {
        let waits = entry.layer == Layer::Figure;
        entry.rank = if waits && ground[within(entry)].iter().any(|token| token.dated) {
            0
        } else {
            entry.span.end.saturating_sub(entry.span.start)
        };
    }
    rivals.sort_unstable_by_key(|entry| {
        (Reverse(entry.rank), Reverse(entry.precedence), entry.layer, entry.span.start, entry.list, entry.at)
    });
    for entry in rivals.iter() {
        let taken = &mut ground[within(entry)];
        let may_stand = |token: &Ground| token.owners & entry.layer.bars() == 0;
        if !taken.is_empty() && taken.iter().all(may_stand) {
            taken.iter_mut().for_each(|token| token.owners |= entry.layer.bit());
            kept[usize::from(entry.list)][entry.at] = true;
        }
    }
}

fn retain<T: Competes>(candidates: &mut Vec<Candidate<T>>, kept: &[bool], excluders: bool) {
    let mut flags = kept.iter();
    candidates.retain(|candidate| flags.next().copied().unwrap_or(false) && (excluders || !candidate.item.excludes()));
    let place = |candidate: &Candidate<T>| (candidate.span.start, candidate.span.end);
    if !candidates.is_sorted_by_key(place) {
        candidates.sort_by_key(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::rules;

    rules! {
        reads: fn();

        /// What the tests propose.
        pub(super) TEST = "test" {
            pattern: "anything",
            fires: [],
            silent: [],
        }

        /// What the tests prefer.
        pub(super) PREFERRED = "test.preferred" {
            pattern: "anything",
            precedence: 1,
            fires: [],
            silent: [],
        }
    }

    struct Item(Layer);

    impl Competes for Item {
        fn layer(&self) -> Layer {
            self.0
        }
    }

    fn candidate(tokens: Range<usize>, layer: Layer) -> Candidate<Item> {
        let span = Span::new(tokens.start as u32, tokens.end as u32);
        Candidate { tokens, span, rule: &TEST, item: Item(layer) }
    }

    fn left(candidates: &[Candidate<Item>]) -> Vec<Range<usize>> {
        candidates.iter().map(|candidate| candidate.tokens.clone()).collect()
    }

    #[test]
    fn the_longer_reading_wins() {
        let mut names = vec![candidate(0..2, Layer::Name), candidate(1..2, Layer::Name)];
        let mut times = vec![candidate(1..4, Layer::Time)];
        let mut figures = vec![candidate(3..4, Layer::Figure), candidate(5..6, Layer::Figure)];
        settle(&mut names, &mut times, &mut figures, &mut Scratch::default());
        assert!(left(&names).is_empty());
        assert_eq!(left(&times), [1..4]);
        assert_eq!(left(&figures), [5..6]);
    }

    #[test]
    fn a_duration_is_both_a_time_and_a_figure() {
        let mut names: Vec<Candidate<Item>> = Vec::new();
        let mut times = vec![candidate(0..2, Layer::Duration)];
        let mut figures = vec![candidate(0..2, Layer::DurationFigure), candidate(0..1, Layer::Figure)];
        settle(&mut names, &mut times, &mut figures, &mut Scratch::default());
        assert_eq!((left(&times), left(&figures)), (vec![0..2], vec![0..2]));
    }

    #[test]
    fn of_equally_long_readings_the_preferred_one_stays() {
        let preferred = Candidate { rule: &PREFERRED, ..candidate(0..2, Layer::Name) };
        let mut names = vec![candidate(0..2, Layer::Name), preferred, candidate(0..2, Layer::Name)];
        assert!(RULES.iter().map(|construction| construction.rule.precedence).eq([0, 1]));
        settle::<_, Item, Item>(&mut names, &mut Vec::new(), &mut Vec::new(), &mut Scratch::default());
        assert_eq!(names.iter().map(|name| name.rule).collect::<Vec<_>>(), [&PREFERRED]);
    }
}
