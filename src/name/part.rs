//! Names inside compounds: the party in "SPD-Chef", the country in "US-backed".
//!
//! They are found last, beside all that an answer has: a compound is no name, so its part speaks, acts and stands for
//! nothing in a clause.
#![allow(clippy::indexing_slicing, reason = "places in lists were found in these")]

use std::borrow::Cow;
use std::ops::Range;

use super::Name;
use super::compound::{self, Part};
use super::index::Index;
use crate::answer::{Answer, Data, Entity, EntityId, EntityType, List, Mention, MentionId, Outcome, Proposal, Rule};
use crate::options::Names;
use crate::reading::Analysis;
use crate::rule::{Candidate, rules};
use crate::text::TokenKind;

rules! {
    reads: super::Read;

    /// A work or event inside a compound, by its name elsewhere in the text or in a user's dictionary.
    pub(super) MISC_PART = "misc.part" {
        pattern: "[prefix-] name-noun | name-adjective | prefix-name",
        fires: [
            De "Der Preis Goldener Quellkrug (GQ) ging an sie. Die [GQ](MISC)-Jury lobte sie.",
            En "The award Goldener Quellkrug (GQ) went to her. The [GQ](MISC)-winning book sold well.",
        ],
        silent: [
            De "Der Preis Goldener Quellkrug ging an sie. Die GQ-Jury lobte sie.",
            En "The award Goldener Quellkrug went to her. The GQ-winning book sold well.",
        ],
    }

    /// An organisation inside a compound that is no name itself.
    pub(super) ORG_PART = "org.part" {
        pattern: "[prefix-] organisation-noun | organisation-adjective | prefix-organisation",
        fires: [
            De "Der [SPD](ORG)-Chef kam spät.",
            De "Die Rechte der Nicht-[EU](ORG)-Bürger sind klein.",
            En "The [Nato](ORG)-led troops left.",
            En "An ex-[Siemens](ORG) engineer wrote it.",
        ],
        silent: [
            De "Die EU-Kommission und die Firma Müller-Siemens klagten.",
            De "Die Allianz-Partner und der Spiegel-Saal kamen an die Reihe.",
            En "The target-led talks failed.",
        ],
    }

    /// A person inside a compound, by the name that the text has elsewhere.
    pub(super) PERSON_PART = "person.part" {
        pattern: "[prefix-] person-noun | person-adjective | prefix-person, with the name elsewhere in the text",
        fires: [
            De "Silvia Hollweg kam am Montag. Der [Hollweg](PER)-Besuch dauerte lange.",
            En "Helen Tarlow came on Monday. The [Tarlow](PER)-era rules are gone.",
        ],
        silent: [
            De "Silvia Hollweg kam am Montag. Frau Hollweg-Tarnbeck blieb zu Hause.",
            De "Der Hollweg-Besuch dauerte lange.",
            En "The Tarlow-era rules are gone.",
        ],
    }

    /// A country or place inside a compound that is no name itself.
    pub(super) PLACE_PART = "place.part" {
        pattern: "[prefix-] place-noun | place-adjective | prefix-place | country-country",
        fires: [
            De "Der [Berlin](LOC)-Besuch endete am Montag.",
            En "The [Paris](LOC)-based bank closed.",
        ],
        silent: [
            De "Der Brand in der Berlin-Straße war klein.",
            De "Die Essen-Lieferung kam aus dem Stadtteil Berlin-Rudow.",
            En "The Reading-based and orange-based answers differ.",
        ],
    }
}

/// Whether a name that was found stands inside a longer word.
pub(super) fn is_inside(analysis: &Analysis<'_, '_>, name: &Candidate<Name>) -> bool {
    let Range { start, end } = name.tokens;
    let hyphen = |at: usize| analysis.kind(at) == TokenKind::Hyphen && !analysis.space_before(at);
    let whole = analysis.span(start..end) == name.span || analysis.word(end - 1).ends_with(['.', '\'', '’']);
    !whole
        || hyphen(end) && !analysis.space_before(end + 1) && analysis.kind(end + 1) == TokenKind::Word
        || start > 0 && hyphen(start - 1) && !analysis.space_before(start)
}

/// Adds the names inside compounds to an answer.
pub(crate) fn add<'t>(analysis: &Analysis<'_, 't>, answer: &mut Answer<'t>, how: Names) {
    let parts = compound::find(analysis, answer, how);
    if parts.is_empty() {
        return;
    }
    let entities = entities(analysis, answer, &parts);
    for (part, id) in parts.into_iter().zip(entities) {
        let entity = &mut answer.entities[id.0 as usize];
        let text = part.span.of(analysis.text);
        if entity.name != text && entity.aliases.iter().all(|alias| alias != text) {
            entity.aliases.push(text.into());
        }
        answer.mentions.push(Mention {
            span: part.span,
            text: text.into(),
            kind: part.kind,
            subtype: part.subtype,
            entity: id,
            confidence: part.confidence,
            rule: rule(part.kind),
            part: true,
            variant: None,
            role: None,
        });
    }
    answer.mentions.sort_by_key(|mention| mention.span.start);
    answer.entities.iter_mut().for_each(|entity| entity.mentions = List::new());
    for (at, mention) in answer.mentions.iter().enumerate() {
        answer.entities[mention.entity.0 as usize].mentions.push(MentionId(at as u32));
    }
}

/// The names inside compounds as proposals.
pub(crate) fn explain<'t>(answer: &Answer<'t>) -> Vec<Proposal<'t>> {
    let ours = answer.mentions.iter().filter(|mention| mention.rule == rule(mention.kind));
    let proposal = |mention: &Mention<'t>| Proposal {
        span: mention.span,
        text: mention.text.clone(),
        rule: mention.rule,
        outcome: Outcome::Kept,
    };
    ours.map(proposal).collect()
}

fn rule(kind: EntityType) -> &'static Rule {
    match kind {
        EntityType::Per => &PERSON_PART,
        EntityType::Org => &ORG_PART,
        EntityType::Loc => &PLACE_PART,
        EntityType::Misc => &MISC_PART,
    }
}

/// The entity of each part: that of the same form or dictionary entry, else a new one.
fn entities<'t>(analysis: &Analysis<'_, 't>, answer: &mut Answer<'t>, parts: &[Part<'_>]) -> Vec<EntityId> {
    let ids: Vec<Option<Cow<'_, str>>> = parts.iter().map(|part| analysis.id(part.sense?)).collect();
    let references = answer.entities.iter().map(|entity| (entity.kind, entity.reference.clone()));
    let mut keys: Vec<(EntityType, Option<Cow<'_, str>>)> = references.collect();
    let known = keys.len();
    keys.extend(parts.iter().zip(&ids).map(|(part, id)| (part.kind, id.clone())));
    let rows = keys.iter().enumerate().filter_map(|(at, (kind, id))| {
        let entity = (at < known).then_some(EntityId(at as u32));
        Some(((*kind as u8, id.as_deref()?), entity))
    });
    let mut by_entry = Index::new(rows.collect());
    let mut found = Vec::with_capacity(parts.len());
    for (part, id) in parts.iter().zip(&ids) {
        let mut place = id.as_deref().and_then(|id| by_entry.get_mut((part.kind as u8, id)));
        let known = part.entity.or_else(|| *place.as_deref()?);
        let entity = known.unwrap_or_else(|| {
            answer.entities.push(Entity {
                kind: part.kind,
                name: part.span.of(analysis.text).into(),
                aliases: Vec::new(),
                mentions: List::new(),
                reference: part.sense.and_then(|sense| analysis.id(sense)),
                candidates: Vec::new(),
                data: Data::default(),
            });
            EntityId(answer.entities.len() as u32 - 1)
        });
        if let Some(place) = &mut place {
            **place = Some(entity);
        }
        found.push(entity);
    }
    found
}
