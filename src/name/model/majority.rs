//! What the model says of a word in all places of a text, taken together: one word has one type in a text (the majority of
//! its labels; Krishnan and Manning 2006).
#![allow(clippy::indexing_slicing, reason = "places are those of TYPES, and no label is the first")]

use super::super::Name;
use super::super::index::{Index, Text};
use super::decode::rule;
use super::label::{LABELS, Label};
use super::weights::Scores;
use super::{ORG_MODEL, PERSON_MODEL, PLACE_MODEL};
use crate::answer::{EntityType, Span};
use crate::reading::Analysis;
use crate::rule::Candidate;

/// What speaks for each type of a word that stands by itself, against its being no name at all.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Vote {
    span: Span,
    scores: [i32; TYPES.len()],
}

const TYPES: [EntityType; 3] = [EntityType::Per, EntityType::Org, EntityType::Loc];

impl Vote {
    pub(super) fn new(span: Span, scores: &Scores) -> Vote {
        let mut sums = [0; TYPES.len()];
        for (label, score) in LABELS[1..].iter().zip(scores) {
            if let Label::Begin(Some(kind)) = label
                && let Some(at) = TYPES.iter().position(|other| other == kind)
            {
                sums[at] = i32::from(*score);
            }
        }
        Vote { span, scores: sums }
    }
}

/// Gives the names of one word that the model found the type for which most speaks in the whole text, and takes back those for
/// which more speaks against any.
pub(in super::super) fn decide(analysis: &Analysis<'_, '_>, votes: &[Vote], names: &mut Vec<Candidate<Name>>) {
    let found = |name: &Candidate<Name>| [&PERSON_MODEL, &ORG_MODEL, &PLACE_MODEL].contains(&name.rule);
    if !names.iter().any(found) {
        return;
    }
    let rows = votes.iter().map(|vote| (Text::from(vote.span.of(analysis.text)), (1, vote.scores)));
    let sums = Index::joined(rows.collect(), |(places, sum), (_, scores)| {
        *places += 1;
        sum.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
    });
    names.retain_mut(|name| {
        if !found(name) {
            return true;
        }
        let Some((_, sum)) = sums.get(name.span.of(analysis.text)).filter(|(places, _)| *places > 1) else {
            return true;
        };
        let best = (0..TYPES.len()).max_by_key(|at| (sum[*at], std::cmp::Reverse(*at)));
        let Some(best) = best.filter(|best| sum[*best] > 0) else {
            return false;
        };
        name.item.kind = TYPES[best];
        name.rule = rule(TYPES[best]);
        true
    });
}
