//! What became of every candidate.
#![allow(
    clippy::indexing_slicing,
    reason = "the numbers are those of the proposals, and every list has a place for each"
)]

use super::candidate::{Candidate, Competes, Layer};
use super::settle::{Scratch, choose};
use crate::answer::{Outcome, Proposal};

/// A candidate of any kind, with its place in the list of proposals.
#[derive(Clone, Copy)]
struct Item {
    layer: Layer,
    excludes: bool,
    at: usize,
}

impl Competes for Item {
    fn layer(&self) -> Layer {
        self.layer
    }

    fn excludes(&self) -> bool {
        self.excludes
    }
}

fn items<T: Competes>(candidates: &[Candidate<T>], from: usize) -> Vec<Candidate<Item>> {
    let item = |(at, candidate): (usize, &Candidate<T>)| Candidate {
        tokens: candidate.tokens.clone(),
        span: candidate.span,
        rule: candidate.rule,
        item: Item { layer: candidate.item.layer(), excludes: candidate.item.excludes(), at: from + at },
    };
    candidates.iter().enumerate().map(item).collect()
}

/// Tells of candidates that have not been settled yet which ones will stay, and which ones the others give way to.
///
/// For explanations only: quadratic in the candidates over the same text.
pub(crate) fn explain<'t, A: Competes, B: Competes, C: Competes>(
    text: &'t str,
    names: &[Candidate<A>],
    times: &[Candidate<B>],
    figures: &[Candidate<C>],
) -> Vec<Proposal<'t>> {
    let mut names = items(names, 0);
    let mut times = items(times, names.len());
    let mut figures = items(figures, names.len() + times.len());
    let all: Vec<Candidate<Item>> = names.iter().chain(&times).chain(&figures).cloned().collect();
    choose(&mut names, &mut times, &mut figures, &mut Scratch::default(), true);
    let kept: Vec<&Candidate<Item>> = names.iter().chain(&times).chain(&figures).collect();
    let mut stays = vec![false; all.len()];
    kept.iter().for_each(|candidate| stays[candidate.item.at] = true);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| (all[*at].span.start, all[*at].span.end, *at));
    let mut place = vec![0; all.len()];
    order.iter().enumerate().for_each(|(to, from)| place[*from] = to);
    let outcome = |candidate: &Candidate<Item>| {
        if stays[candidate.item.at] {
            return if candidate.item.excludes { Outcome::Excluded } else { Outcome::Kept };
        }
        let overlaps = |other: &&&Candidate<Item>| {
            other.tokens.start < candidate.tokens.end
                && candidate.tokens.start < other.tokens.end
                && !other.item.layer.may_share(candidate.item.layer)
        };
        kept.iter().find(overlaps).map_or(Outcome::Excluded, |winner| Outcome::Beaten(place[winner.item.at]))
    };
    let proposal = |at: &usize| {
        let candidate = &all[*at];
        let span = candidate.span;
        Proposal { span, text: span.of(text).into(), rule: candidate.rule, outcome: outcome(candidate) }
    };
    order.iter().map(proposal).collect()
}

/// Puts further proposals, which do not compete for their words, in their places among the others.
pub(crate) fn merge<'t>(proposals: &mut Vec<Proposal<'t>>, more: Vec<Proposal<'t>>) {
    let mut all: Vec<(usize, Proposal<'t>)> = proposals.drain(..).chain(more).enumerate().collect();
    all.sort_by_key(|(at, proposal)| (proposal.span.start, proposal.span.end, *at));
    let mut place = vec![0; all.len()];
    all.iter().enumerate().for_each(|(to, (from, _))| place[*from] = to);
    proposals.extend(all.into_iter().map(|(_, proposal)| match proposal.outcome {
        Outcome::Beaten(by) => Proposal { outcome: Outcome::Beaten(place[by]), ..proposal },
        _ => proposal,
    }));
}
