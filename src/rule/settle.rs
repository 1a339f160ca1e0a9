//! The one rule that decides between candidates.

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
    weight: u8,
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
        weight: candidate.item.weight().max(candidate.rule.precedence),
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

/// Keeps of all candidates those that win their text.
///
/// The order is total: figures over a date last, longer before shorter, then the heavier, then by layer, then by place;
/// a candidate stays if no token of it is taken by a layer it may not share text with. O(n log n) in the candidates.
pub(crate) fn settle<A: Competes, B: Competes, C: Competes>(
    names: &mut Vec<Candidate<A>>,
    times: &mut Vec<Candidate<B>>,
    figures: &mut Vec<Candidate<C>>,
    scratch: &mut Scratch,
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
    retain(names, &kept[0]);
    retain(times, &kept[1]);
    retain(figures, &kept[2]);
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
        (Reverse(entry.rank), Reverse(entry.weight), entry.layer, entry.span.start, entry.list, entry.at)
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

fn retain<T>(candidates: &mut Vec<Candidate<T>>, kept: &[bool]) {
    let mut flags = kept.iter();
    candidates.retain(|_| flags.next().copied().unwrap_or(false));
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
    }

    struct Item(Layer, u8);

    impl Competes for Item {
        fn layer(&self) -> Layer {
            self.0
        }
        fn weight(&self) -> u8 {
            self.1
        }
    }

    fn candidate(tokens: Range<usize>, layer: Layer, weight: u8) -> Candidate<Item> {
        let span = Span::new(tokens.start as u32, tokens.end as u32);
        Candidate { tokens, span, rule: &TEST, item: Item(layer, weight) }
    }

    fn left(candidates: &[Candidate<Item>]) -> Vec<Range<usize>> {
        candidates.iter().map(|candidate| candidate.tokens.clone()).collect()
    }

    #[test]
    fn the_longer_reading_wins() {
        let mut names = vec![candidate(0..2, Layer::Name, 0), candidate(1..2, Layer::Name, 9)];
        let mut times = vec![candidate(1..4, Layer::Time, 0)];
        let mut figures = vec![candidate(3..4, Layer::Figure, 0), candidate(5..6, Layer::Figure, 0)];
        settle(&mut names, &mut times, &mut figures, &mut Scratch::default());
        assert!(left(&names).is_empty());
        assert_eq!(left(&times), [1..4]);
        assert_eq!(left(&figures), [5..6]);
    }

    #[test]
    fn a_duration_is_both_a_time_and_a_figure() {
        let mut names: Vec<Candidate<Item>> = Vec::new();
        let mut times = vec![candidate(0..2, Layer::Duration, 0)];
        let mut figures = vec![candidate(0..2, Layer::DurationFigure, 0), candidate(0..1, Layer::Figure, 0)];
        settle(&mut names, &mut times, &mut figures, &mut Scratch::default());
        assert_eq!((left(&times), left(&figures)), (vec![0..2], vec![0..2]));
    }
}
