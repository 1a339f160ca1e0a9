//! Candidates of one sentence: runs of capitalised units, cut into parts, each judged by its evidence.
#![allow(
    clippy::indexing_slicing,
    reason = "partition points and found places lie within the slice they were found in"
)]

use std::ops::Range;

use super::context::{of_after_head, weigh};
use super::dictionary::Known;
use super::evidence::Evidence;
use super::frame::Frame;
use super::judgement::{self, ORG_APPOSITION};
use super::neighbour::place_before;
use super::run;
use super::site::Site;
use super::unit::PERSON;
use super::weights::Weights;
use crate::answer::EntityType;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

const HEAD: ClassSet = ClassSet::of(&[Class::OrganisationHead, Class::PlaceHead, Class::LegalForm]);
const ORIGIN: ClassSet = ClassSet::of(&[Class::PlaceAdjective, Class::Demonym]);

/// Judges all runs of the sentence, and proposes the dictionary names that lie in none.
pub(super) fn propose(site: &mut Site<'_, '_, '_>) {
    let mut at = 0;
    let mut open = 0;
    while let Some(unit) = site.frame.get(at) {
        if unit.capital()
            && unit.is_word()
            && let Some(run) = run::at(site.analysis, site.frame, at)
        {
            flush(site, &mut open, run.start);
            parts(site, run.clone());
            beyond(site, run.end);
            at = run.end;
            open = open.max(at);
        } else {
            at += 1;
        }
    }
    flush(site, &mut open, site.frame.units.len());
}

/// Proposes the dictionary names that begin before `until`.
fn flush(site: &mut Site<'_, '_, '_>, open: &mut usize, until: usize) {
    let known = site.known;
    let from = known.partition_point(|known| known.units.start < *open);
    for known in known[from..].iter().take_while(|known| known.units.start < until) {
        if believable(site, known) {
            site.push_known(known);
        }
        *open = (*open).max(known.units.end);
    }
    *open = (*open).max(until);
}

/// Proposes the dictionary name that goes on behind a run's end: "Schalke 04".
fn beyond(site: &mut Site<'_, '_, '_>, end: usize) {
    let known = site.known;
    let at = known.partition_point(|known| known.units.end <= end);
    if let Some(known) = known.get(at).filter(|known| known.units.start < end)
        && believable(site, known)
    {
        site.push_known(known);
    }
}

/// A name that is also an ordinary word needs more than its capital.
fn believable(site: &Site<'_, '_, '_>, known: &Known) -> bool {
    if known.user || !known.doubtful {
        return true;
    }
    let Some(unit) = site.frame.get(known.units.start) else {
        return false;
    };
    if !unit.capital() {
        return false;
    }
    if unit.upper() && known.sense.form.has(Form::SHORT) {
        return true;
    }
    if !unit.opens() && !site.frame.is_plain(unit) {
        return true;
    }
    let before = site.frame.before(known.units.start);
    match known.kind() {
        EntityType::Loc => place_before(site, known.units.start),
        // "der „Spiegel“", "von Allianz und Commerzbank", but not "eine Allianz", "die Bahn".
        _ => {
            let quoted = before.is_some_and(|unit| unit.kind == TokenKind::Quote)
                && site.frame.get(known.units.end).is_some_and(|unit| unit.kind == TokenKind::Quote);
            let bare = before.is_some_and(|before| {
                before.is_any(ClassSet::of(&[Class::Adposition, Class::Coordinator]))
                    && !site
                        .analysis
                        .profile(site.frame.sentence)
                        .contractions
                        .contains(&site.analysis.word(before.start as usize))
            });
            quoted || bare && !unit.opens()
        }
    }
}

/// Cuts a run at titles, roles and adjectives of origin, and judges each part.
fn parts(site: &mut Site<'_, '_, '_>, run: Range<usize>) {
    let (frame, analysis) = (site.frame, site.analysis);
    let (mut start, end) = (run.start, run.end);
    let head = frame.get(end - 1).is_some_and(|unit| unit.is_any(HEAD) && !unit.by_tail() && !unit.is_any(PERSON))
        || of_after_head(site, &run);
    let mut office = office_before(analysis, frame, start);
    // "Secretary of State | Emma Hardy": the last words of an office are no part of a name.
    let covers = |until: &usize| {
        run::covering(analysis, frame, start.saturating_sub(3), *until, Class::Role).is_some_and(|at| at < start)
    };
    if let Some(until) = (start + 1..end).find(covers) {
        start = until;
        office = Some(Evidence::Role);
    }
    // An unknown word before a given name may be a noun ("Rennkanutin Anna Veith").
    if frame.nouns_have_capitals()
        && let Some(given) = (start + 1..end).find(|&at| frame.get(at).is_some_and(|unit| unit.is(Class::GivenName)))
        && given + 1 < end
        && frame.units[start..given].iter().all(|unit| !unit.is_any(PERSON) && !unit.initial())
        && site.known_from(start).is_none()
        && !head
    {
        start = given;
        office = Some(Evidence::Role);
    }
    let mut at = start;
    while at < end {
        let Some(unit) = frame.get(at) else {
            break;
        };
        if let Some(known) = site.known_from(at).filter(|known| known.units.end > at + 1 && known.units.end <= end) {
            at = known.units.end;
            continue;
        }
        let phrase = [Class::Title, Class::Role]
            .into_iter()
            .filter_map(|class| Some((run::phrase(analysis, frame, at, class)?, class)))
            .max_by_key(|(until, _)| *until)
            .filter(|(until, _)| *until <= end && !head);
        if let Some((until, class)) = phrase {
            let surname = until == end
                && at > start
                && frame.before(at).is_some_and(|before| before.is(Class::GivenName) || before.initial());
            let postfix = until == end && at > start && class == Class::Title;
            let given = at > start && unit.is(Class::GivenName);
            if !surname && !postfix && !given {
                if start < at {
                    part(site, start..at, office);
                }
                office = Some(if class == Class::Title { Evidence::Title } else { Evidence::Role });
                start = until;
                at = until;
                continue;
            }
        } else if at == start && !unit.is_any(PERSON) && site.known_from(at).is_none() {
            let origin = unit.is_any(ORIGIN) && !head;
            let opener = at + 1 < end && unit.opens() && unit.is_any(ClassSet::of(&[Class::Adverb, Class::Verb]));
            if origin || opener {
                start = at + 1;
            }
        }
        at += 1;
    }
    if start < end {
        part(site, start..end, office);
    }
}

/// The title or role whose words end where a run begins.
fn office_before(analysis: &Analysis<'_, '_>, frame: &Frame, start: usize) -> Option<Evidence> {
    let before = frame.before(start)?;
    if before.is(Class::Title) || run::covering(analysis, frame, start.saturating_sub(3), start, Class::Title).is_some()
    {
        return Some(Evidence::Title);
    }
    (before.is(Class::Role) || run::covering(analysis, frame, start.saturating_sub(4), start, Class::Role).is_some())
        .then_some(Evidence::Role)
}

/// Judges one part of a run.
fn part(site: &mut Site<'_, '_, '_>, units: Range<usize>, office: Option<Evidence>) {
    let frame = site.frame;
    let known = site.known_at(&units).cloned();
    if let Some(known) = &known {
        let person =
            matches!(office, Some(Evidence::Title)) && known.units.len() == 1 && known.kind() == EntityType::Loc;
        if !person || known.user {
            if believable(site, known) {
                site.push_known(known);
            }
            return;
        }
    }
    // "künftig als GmbH & Co. KG"
    if run::legal_form(site.analysis, frame, units.start) == Some(units.end) {
        return;
    }
    if known.is_none() && acronym_of_body(site, &units) {
        site.push(units, &ORG_APPOSITION, judgement::acronym_behind_noun());
        return;
    }
    let sum = weigh(site, &units, office);
    if let Some((rule, name)) = judgement::of(sum, Weights::of(site.lang)) {
        site.push(units, rule, name);
        return;
    }
    // No name as a whole; dictionary names inside stand where the rest is no name either.
    let from = site.known.partition_point(|known| known.units.start < units.start);
    let known = site.known;
    for known in known[from..].iter().take_while(|known| known.units.end <= units.end) {
        // "Visit London", but not "the London Marathon" or "Old Goa".
        let opens = frame.get(units.start).is_some_and(|unit| unit.opens());
        let alone = known.units.end == units.end && (known.units.start == units.start || opens);
        let alone = alone || frame.capitals_say_little();
        if (alone || known.user) && believable(site, known) {
            site.push_known(known);
        }
    }
}

/// A short name with capitals or digits inside, directly behind the head noun of a body: "das Kompetenzzentrum EC3".
fn acronym_of_body(site: &Site<'_, '_, '_>, units: &Range<usize>) -> bool {
    let (Some(unit), Some(before)) = (site.frame.get(units.start), site.frame.before(units.start)) else {
        return false;
    };
    site.speaks(&ORG_APPOSITION)
        && units.len() == 1
        && !unit.compound()
        && !unit.initial()
        && matches!(unit.shape, Shape::Upper | Shape::Mixed)
        && !unit.ordinary()
        && before.capital()
        && before.is(Class::OrganisationHead)
}
