//! The most likely labels of a sentence's units (Viterbi 1967), and the names that they make.
#![allow(clippy::indexing_slicing, reason = "stretches lie within the sentence, and labels are below MOST_LABELS")]

use std::ops::Range;

use super::super::Name;
use super::super::run;
use super::super::site::Site;
use super::super::unit::Unit;
use super::cache::{Cache, Place};
use super::feature::{CUE, Word, of_place, place, proposed};
use super::label::{LABELS, Label, TYPED};
use super::majority::Vote;
use super::weights::{ByLabel, NEVER, REACH, Scores, Weights};
use super::{ORG_MODEL, PERSON_MODEL, PLACE_MODEL, segment};
use crate::answer::{EntityType, Rule};
use crate::lang::Lang;
use crate::lexicon::{Class, Vocabulary};

/// Buffers that one sentence after another can use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    cache: Cache,
    /// Where the words of a stretch are looked for.
    places: Vec<Place>,
    /// The features of a unit's place.
    features: Vec<u64>,
    /// What the rules propose of each unit.
    proposed: Vec<u8>,
    /// The words of a stretch and of the units around it, and what all words say of each.
    words: Vec<Word>,
    sums: Vec<Scores>,
    /// What speaks for the labels of units side by side.
    scores: Vec<Scores>,
    /// How good the best way is to each label of each of them.
    ahead: Vec<ByLabel>,
    /// Their labels, and by how much each is more likely than the next.
    path: Vec<(usize, i32)>,
    /// What speaks for the words that stand by themselves, of the whole text.
    votes: Vec<Vote>,
}

/// A unit is looked at where the words speak so much for a name that begins in it, with what they say of the unit behind, or
/// that goes on in it: what its place says hardly ever outweighs less.
const HOPELESS: i16 = -192;
/// The same for a name's beginning in a word without a capital: few begin so.
const HOPELESS_SMALL: i16 = -32;
/// A name needs a unit for which so much speaks in all.
const LEAST: i16 = -24;
/// How sure the model can be, in hundredths.
const MOST: u8 = 95;
/// What a margin between the best labels and others is divided by, so that it is the logarithm of odds.
const SCALE: f32 = 32.0;

impl Scratch {
    /// Prepares for the lexicons of an extractor, told from others' by its number.
    pub(in super::super) fn begin(&mut self, owner: usize) {
        self.cache.begin(owner);
        self.votes.clear();
    }

    pub(in super::super) fn votes(&self) -> &[Vote] {
        &self.votes
    }
}

/// Adds the names of a sentence that the model finds and no rule proposed: those are the names from `first` on.
pub(in super::super) fn fill(site: &mut Site<'_, '_, '_>, weights: &Weights, scratch: &mut Scratch, first: usize) {
    let (frame, known) = (site.frame, site.known);
    proposed(frame, site.names.get(first..).unwrap_or_default(), &mut scratch.proposed);
    let Some(lang) = site.lang else {
        return;
    };
    let marks = std::mem::take(&mut scratch.proposed);
    segment::each(site.analysis, frame, known, Vocabulary::builtin(lang), &marks, |stretch| {
        read(site, weights, scratch, lang, &marks, stretch);
    });
    scratch.proposed = marks;
}

/// Finds the names of a stretch of units.
fn read(
    site: &mut Site<'_, '_, '_>,
    weights: &Weights,
    scratch: &mut Scratch,
    lang: Lang,
    marks: &[u8],
    stretch: Range<usize>,
) {
    let frame = site.frame;
    let first = stretch.start.saturating_sub(CUE);
    let last = (stretch.end + REACH).min(frame.units.len());
    scratch.words.clear();
    scratch.sums.clear();
    scratch.sums.resize(last - first, Scores::default());
    let units = &frame.units[first..last];
    scratch.places.clear();
    scratch.places.extend(units.iter().map(|unit| Place::of(site.analysis, lang, unit)));
    scratch.cache.approach(&scratch.places);
    for (at, (unit, place)) in units.iter().zip(&scratch.places).enumerate() {
        let seen = scratch.cache.word(*place, site.analysis, weights, lang, unit);
        scratch.words.push(seen.word);
        for (place, scores) in seen.scores.iter().enumerate() {
            if let Some(sum) = (at + place).checked_sub(REACH).and_then(|at| scratch.sums.get_mut(at)) {
                add(sum, scores);
            }
        }
    }
    scratch.scores.clear();
    let mut open = stretch.start;
    for at in stretch.clone() {
        match score(site, weights, scratch, marks, first, at) {
            Some(scores) => {
                if scratch.scores.is_empty() {
                    open = at;
                }
                scratch.scores.push(scores);
            }
            None => names(site, weights, scratch, marks, open),
        }
    }
    names(site, weights, scratch, marks, open);
}

/// What speaks for each label of a unit, of which `first` is the first whose words are known; none where nothing can.
fn score(
    site: &Site<'_, '_, '_>,
    weights: &Weights,
    scratch: &mut Scratch,
    marks: &[u8],
    first: usize,
    at: usize,
) -> Option<Scores> {
    let here = at - first;
    let begins =
        best_of(scratch.sums.get(here)?, 0) + scratch.sums.get(here + 1).map_or(0, |next| best_of(next, 1).max(0));
    let goes_on = !scratch.scores.is_empty() && best_of(&scratch.sums[here], 1) > HOPELESS;
    let capital = site.frame.get(at).is_some_and(Unit::capital);
    if begins <= if capital { HOPELESS } else { HOPELESS_SMALL } && !goes_on {
        return None;
    }
    let mut sum = scratch.sums[here];
    let word = |at: Option<usize>| at.and_then(|at| scratch.words.get(at)).copied().unwrap_or_default();
    let (cue, left, right) = (word(here.checked_sub(CUE)), word(here.checked_sub(1)), word(Some(here + 1)));
    let place = place(site.frame, site.known, marks, at);
    let features = &mut scratch.features;
    features.clear();
    of_place([&cue, &left, &scratch.words[here], &right], &place, |hash| features.push(hash));
    weights.add_of_place(features, &mut sum);
    Some(sum)
}

/// Proposes the names of the units from `start` on whose scores are known, and forgets the scores.
fn names(site: &mut Site<'_, '_, '_>, weights: &Weights, scratch: &mut Scratch, marks: &[u8], start: usize) {
    if scratch.scores.is_empty() {
        return;
    }
    let found = decode(weights, scratch);
    vote(site, scratch, start, found);
    scratch.scores.clear();
    if !found {
        return;
    }
    let path = &scratch.path;
    let mut at = 0;
    while let Some(&(label, mut margin)) = path.get(at) {
        let Label::Begin(Some(kind)) = LABELS[label] else {
            at += 1;
            continue;
        };
        let inside = path[at + 1..].iter().take_while(|(label, _)| LABELS[*label] == Label::Inside(Some(kind)));
        let length = 1 + inside.inspect(|(_, sure)| margin = margin.min(*sure)).count();
        let units = start + at..start + at + length;
        at += length;
        let sure = ((100.0 / (1.0 + (-margin as f32 / SCALE).exp())) as u8).min(MOST);
        // "Prag/Wien" are two.
        let (first, second) = (units.start..units.start + 1, units.end - 1..units.end);
        if length == 3
            && is_slash(site, first.end)
            && [&first, &second].iter().all(|part| site.known_at(part).is_some())
        {
            push(site, marks, first, kind, sure);
            push(site, marks, second, kind, sure);
        } else {
            push(site, marks, units, kind, sure);
        }
    }
}

fn is_slash(site: &Site<'_, '_, '_>, at: usize) -> bool {
    site.frame.get(at).is_some_and(|unit| site.analysis.word(unit.start as usize) == "/")
}

/// Proposes the name of units that nothing else is proposed of, by the dictionary's row where it is one of its kind.
fn push(site: &mut Site<'_, '_, '_>, marks: &[u8], units: Range<usize>, kind: EntityType, sure: u8) {
    if marks[units.clone()].iter().any(|proposed| *proposed != 0) || is_common(site, &units) {
        return;
    }
    match site.known_at(&units).filter(|known| known.kind() == kind) {
        Some(known) => site.push(units, known.rule(), Name { confidence: sure, ..known.name() }),
        None => site.push(units, rule(kind), Name::new(kind, sure)),
    }
}

/// Keeps what speaks for the units that are no part of a name of several.
fn vote(site: &Site<'_, '_, '_>, scratch: &mut Scratch, start: usize, found: bool) {
    let Scratch { scores, path, votes, .. } = scratch;
    let label = |at: usize| if found { path.get(at).map(|(label, _)| LABELS[*label]) } else { None };
    for (at, scores) in scores.iter().enumerate() {
        let inside = |at| matches!(label(at), Some(Label::Inside(_)));
        let unit = site.frame.get(start + at).filter(|unit| unit.is_word() && unit.capital());
        if let Some(unit) = unit.filter(|_| !inside(at) && !inside(at + 1)) {
            votes.push(Vote::new(site.analysis.span(unit.tokens()), scores));
        }
    }
}

/// Whether units are no name, whatever speaks for one: a legal form alone, an office in capitals ("the CFO"), or short for a
/// thing of which there are others ("an MRI showed", but not "an AP reporter").
fn is_common(site: &Site<'_, '_, '_>, units: &Range<usize>) -> bool {
    if run::legal_form(site.analysis, site.frame, units.start) == Some(units.end) {
        return true;
    }
    let one = site.frame.get(units.start).filter(|_| units.len() == 1);
    let upper = one.is_some_and(|unit| unit.upper() && !unit.compound());
    if upper && one.is_some_and(|unit| unit.is(Class::Role)) {
        return true;
    }
    let before = site.frame.before(units.start).is_some_and(|before| before.is(Class::IndefiniteArticle));
    let behind = site.frame.get(units.end).is_none_or(|behind| !behind.is_word() || behind.function());
    upper && before && behind
}

/// Finds the most likely labels of the units whose scores are known, and by how much each is more likely than the next;
/// tells whether any is of a name with a type.
fn decode(weights: &Weights, scratch: &mut Scratch) -> bool {
    let labels = weights.labels();
    let Scratch { scores, ahead, path, .. } = scratch;
    if !scores.iter().any(|scores| best_of(scores, 0).max(best_of(scores, 1)) > LEAST) {
        return false;
    }
    ahead.clear();
    let mut before = NOWHERE;
    before[0] = 0;
    for scores in scores.iter() {
        let mut here = NOWHERE;
        for (from, way) in before.iter().enumerate().take(labels) {
            better(&mut here, weights.ahead(from), *way);
        }
        here.iter_mut().zip(by_label(scores)).for_each(|(here, score)| *here += score);
        ahead.push(here);
        before = here;
    }
    let (mut label, whole) = likeliest(&before, weights.behind(0));
    path.clear();
    path.resize(scores.len(), (0, 0));
    for at in (0..path.len()).rev() {
        path[at] = (label, 0);
        if let Some(before) = at.checked_sub(1).and_then(|before| ahead.get(before)) {
            label = likeliest(before, weights.behind(label)).0;
        }
    }
    let Some(first) = path.iter().position(|(label, _)| matches!(LABELS[*label], Label::Begin(Some(_)))) else {
        return false;
    };
    let mut behind = *weights.behind(0);
    for (at, (label, margin)) in path.iter_mut().enumerate().skip(first).rev() {
        let mut others = ahead[at];
        others.iter_mut().zip(behind).for_each(|(way, rest)| *way += rest);
        others[*label] = NEVER;
        *margin = whole - others[..labels].iter().fold(NEVER, |best, way| best.max(*way));
        let mut here = NOWHERE;
        for (to, (rest, score)) in behind.iter().zip(by_label(&scores[at])).enumerate().take(labels) {
            better(&mut here, weights.behind(to), score + rest);
        }
        behind = here;
    }
    true
}

/// No way leads to any label.
const NOWHERE: ByLabel = [NEVER; size_of::<ByLabel>() / size_of::<i32>()];

/// Takes for each label the way that goes on from one so good, where it is better than the one known.
#[inline]
fn better(known: &mut ByLabel, ways: &ByLabel, way: i32) {
    known.iter_mut().zip(ways).for_each(|(known, next)| *known = (*known).max(next + way));
}

/// The label that a way goes over best, and how good it is.
#[inline]
fn likeliest(before: &ByLabel, way: &ByLabel) -> (usize, i32) {
    let mut best = (0, before[0] + way[0]);
    for label in 1..LABELS.len() {
        let score = before[label] + way[label];
        if score > best.1 {
            best = (label, score);
        }
    }
    best
}

/// What speaks for each label.
#[inline]
fn by_label(scores: &Scores) -> ByLabel {
    let mut by_label = [0; size_of::<ByLabel>() / size_of::<i32>()];
    by_label[1..].iter_mut().zip(scores).for_each(|(slot, score)| *slot = i32::from(*score));
    by_label
}

/// What speaks most for the beginning (0) or the inside (1) of a name with a type.
#[inline]
fn best_of(scores: &Scores, part: usize) -> i16 {
    scores[part..TYPED].iter().step_by(2).copied().max().unwrap_or(0)
}

/// Adds scores to others.
#[inline]
fn add(sum: &mut Scores, scores: &Scores) {
    sum.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
}

pub(super) fn rule(kind: EntityType) -> &'static Rule {
    match kind {
        EntityType::Per => &PERSON_MODEL,
        EntityType::Loc => &PLACE_MODEL,
        _ => &ORG_MODEL,
    }
}
