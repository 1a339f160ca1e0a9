//! Which mentions name the same thing.

use std::borrow::Cow;

use super::Name;
use crate::analysis::Analysis;
use crate::candidate::Candidate;
use crate::document::{Entity, EntityId, Mention, MentionId};

/// Joins the names that name the same thing.
pub(crate) fn resolve<'t>(
    analysis: &Analysis<'_, 't>,
    names: Vec<Candidate<Name>>,
) -> (Vec<Mention<'t>>, Vec<Entity<'t>>) {
    let (mut mentions, mut entities) = (Vec::new(), Vec::new());
    for name in names {
        let entity = EntityId(entities.len() as u32);
        let text = analysis.slice(name.span.start, name.span.end);
        let entry = name.item.sense.map(|sense| analysis.entry(sense));
        entities.push(Entity {
            kind: name.item.kind,
            name: Cow::Borrowed(text),
            aliases: Vec::new(),
            mentions: vec![MentionId(mentions.len() as u32)],
            reference: entry.filter(|entry| !entry.id.is_empty()).map(|entry| Cow::Owned(entry.id.to_string())),
        });
        mentions.push(Mention {
            span: name.span,
            text,
            kind: name.item.kind,
            subtype: entry.filter(|entry| !entry.tag.is_empty()).map(|entry| Cow::Owned(entry.tag.to_string())),
            entity,
            confidence: f32::from(name.item.confidence) / 100.0,
            rule: name.rule,
        });
    }
    (mentions, entities)
}
