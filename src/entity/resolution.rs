//! Which mentions name the same thing.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Name;
use crate::analysis::Analysis;
use crate::candidate::Candidate;
use crate::document::{Entity, EntityId, EntityType, Mention, MentionId};
use crate::lexicon::Form;

/// Joins the names that name the same thing: by what they stand for, by dictionary entry, by form, by surname.
pub(crate) fn resolve<'t>(
    analysis: &Analysis<'_, 't>,
    names: Vec<Candidate<Name>>,
) -> (Vec<Mention<'t>>, Vec<Entity<'t>>) {
    let texts: Vec<&'t str> = names.iter().map(|name| base(analysis, name)).collect();
    let group = groups(analysis, &names, &texts);

    let mut entities: Vec<Entity<'t>> = Vec::new();
    let mut mentions: Vec<Mention<'t>> = Vec::with_capacity(names.len());
    let mut entity_of: HashMap<usize, EntityId> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        let id = *entity_of.entry(group[at]).or_insert_with(|| {
            let root = &names[group[at]];
            entities.push(Entity {
                kind: root.item.kind,
                name: Cow::Borrowed(texts[group[at]]),
                aliases: Vec::new(),
                mentions: Vec::new(),
                reference: reference(analysis, root),
            });
            EntityId(entities.len() as u32 - 1)
        });
        if let Some(entity) = entities.get_mut(id.0 as usize) {
            entity.mentions.push(MentionId(at as u32));
            if entity.name != texts[at] && entity.aliases.iter().all(|alias| alias != texts[at]) {
                entity.aliases.push(Cow::Borrowed(texts[at]));
            }
        }
        mentions.push(Mention {
            span: name.span,
            text: analysis.slice(name.span.start, name.span.end),
            kind: name.item.kind,
            subtype: name.item.sense.and_then(|sense| analysis.tag(sense)),
            entity: id,
            confidence: f32::from(name.item.confidence) / 100.0,
            rule: name.rule,
        });
    }
    (mentions, entities)
}

fn reference(analysis: &Analysis<'_, '_>, name: &Candidate<Name>) -> Option<Cow<'static, str>> {
    analysis.id(name.item.sense?)
}

/// The name without a genitive ending that a dictionary knows of.
fn base<'t>(analysis: &Analysis<'_, 't>, name: &Candidate<Name>) -> &'t str {
    let text = analysis.slice(name.span.start, name.span.end);
    match name.item.sense {
        Some(sense) if sense.form.has(Form::GENITIVE) => {
            text.trim_end_matches(['\'', '’']).strip_suffix('s').unwrap_or(text)
        }
        _ => text,
    }
}

/// For each name, the place of the name that stands for its group.
fn groups(analysis: &Analysis<'_, '_>, names: &[Candidate<Name>], texts: &[&str]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..names.len()).collect();
    // The fullest form of a form or entry stands for it; the first of equals.
    let mut by_form: HashMap<(EntityType, &str), usize> = HashMap::new();
    let mut by_entry: HashMap<(u8, &str), usize> = HashMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| name.item.full.is_none()) {
        if let Some(sense) = name.item.sense {
            let best = by_entry.entry((sense.class as u8, analysis.entry(sense).id)).or_insert(at);
            if texts[at].len() > texts[*best].len() {
                *best = at;
            }
        }
        by_form.entry((name.item.kind, texts[at])).or_insert(at);
    }
    let mut last_by_surname: HashMap<&str, usize> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        let person = name.item.kind == EntityType::Per;
        let surname = texts[at].rsplit(char::is_whitespace).next().unwrap_or(texts[at]);
        let several = surname.len() < texts[at].len();
        group[at] = if let Some(full) = name.item.full {
            let place = names.partition_point(|other| other.span.end <= full.start);
            let root = names.get(place).filter(|other| other.span.overlaps(full)).map_or(at, |_| place);
            let stem = texts[at].strip_suffix('s');
            let recent = last_by_surname.get(texts[at]).or_else(|| last_by_surname.get(stem?));
            match recent {
                Some(&recent) if person => recent,
                _ => root_of(names, texts, &by_entry, &by_form, analysis, root),
            }
        } else if person && !several && last_by_surname.contains_key(surname) {
            last_by_surname.get(surname).copied().unwrap_or(at)
        } else {
            root_of(names, texts, &by_entry, &by_form, analysis, at)
        };
        if person && several {
            last_by_surname.insert(surname, group[at]);
        }
    }
    // A form that stands for another one which stands for a third.
    for at in 0..group.len() {
        let root = group[group[at]];
        group[at] = root;
    }
    group
}

fn root_of(
    names: &[Candidate<Name>],
    texts: &[&str],
    by_entry: &HashMap<(u8, &str), usize>,
    by_form: &HashMap<(EntityType, &str), usize>,
    analysis: &Analysis<'_, '_>,
    at: usize,
) -> usize {
    let Some(name) = names.get(at) else {
        return at;
    };
    if let Some(sense) = name.item.sense {
        return by_entry.get(&(sense.class as u8, analysis.entry(sense).id)).copied().unwrap_or(at);
    }
    let stem = texts[at].strip_suffix('s').and_then(|stem| by_form.get(&(name.item.kind, stem)));
    stem.or_else(|| by_form.get(&(name.item.kind, texts[at]))).copied().unwrap_or(at)
}
