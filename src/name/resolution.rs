//! Which mentions name the same thing.
#![allow(clippy::indexing_slicing, reason = "texts, groups and entities are parallel to the names")]

use std::borrow::Cow;

use super::index::{Index, Text};
use super::own::thing;
use super::part;
use super::role;
use super::{Again, Name};
use crate::answer::{Data, Entity, EntityId, EntityType, List, Mention, MentionId};
use crate::lexicon::gazetteer::How;
use crate::lexicon::{Class, Form, Sense};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::Shape;

/// Joins the names that name the same thing: by what they stand for, by dictionary entry, by form, by surname.
pub(crate) fn resolve<'t>(
    analysis: &Analysis<'_, 't>,
    names: &[Candidate<Name>],
) -> (Vec<Mention<'t>>, Vec<Entity<'t>>) {
    let mut texts: Vec<&'t str> = names.iter().map(|name| base(analysis, name)).collect();
    cut_genitives(analysis, names, &mut texts);
    let group = groups(analysis, names, &texts);

    let mut entities: Vec<Entity<'t>> = Vec::with_capacity(names.len());
    let mut mentions: Vec<Mention<'t>> = Vec::with_capacity(names.len());
    // For each name that stands for a group, its entity.
    let mut entity_of: Vec<Option<EntityId>> = vec![None; names.len()];
    for (at, name) in names.iter().enumerate() {
        let id = *entity_of[group[at]].get_or_insert_with(|| {
            let root = &names[group[at]];
            entities.push(Entity {
                kind: root.item.kind,
                name: Cow::Borrowed(texts[group[at]]),
                aliases: Vec::new(),
                mentions: List::new(),
                reference: reference(analysis, root),
                candidates: candidates(analysis, root),
                data: data(analysis, root),
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
            text: analysis.slice(name.span.start, name.span.end).into(),
            kind: name.item.kind,
            subtype: subtype(analysis, &name.item),
            entity: id,
            confidence: f32::from(name.item.confidence) / 100.0,
            rule: name.rule,
            part: part::is_inside(analysis, name),
            variant: variant(analysis, &name.item),
            role: role::beside(analysis, names, at).and_then(|span| analysis.phrase(span)),
        });
    }
    (mentions, entities)
}

fn reference(analysis: &Analysis<'_, '_>, name: &Candidate<Name>) -> Option<Cow<'static, str>> {
    match name.item.own {
        Some(own) => own_text(own.row.and_then(|row| Some(analysis.dictionary(row)?.id(row.entry)))),
        None => analysis.id(name.item.sense?),
    }
}

fn subtype(analysis: &Analysis<'_, '_>, name: &Name) -> Option<Cow<'static, str>> {
    match name.own {
        Some(own) => own_text(own.row.and_then(|row| Some(analysis.dictionary(row)?.entry(row.entry).subtype))),
        None => analysis.tag(name.sense?),
    }
}

/// A text of a user's dictionary, which an answer may outlive.
fn own_text(text: Option<&str>) -> Option<Cow<'static, str>> {
    text.filter(|text| !text.is_empty()).map(|text| Cow::Owned(text.to_string()))
}

/// The entries that a name may mean where nothing tells which.
fn candidates(analysis: &Analysis<'_, '_>, name: &Candidate<Name>) -> Vec<Cow<'static, str>> {
    let Some(found) = name.item.own.filter(|own| own.row.is_none()).and_then(|own| analysis.own.get(own.found)) else {
        return Vec::new();
    };
    let mut ids: Vec<Cow<'static, str>> = Vec::new();
    for row in &found.references {
        let id = own_text(analysis.dictionary(*row).map(|dictionary| dictionary.id(row.entry)));
        ids.extend(id.filter(|id| !ids.contains(id)));
    }
    ids
}

fn data(analysis: &Analysis<'_, '_>, name: &Candidate<Name>) -> Data<'static> {
    let row = name.item.own.and_then(|own| own.row);
    let cells = row.and_then(|row| Some(analysis.dictionary(row)?.entry(row.entry).data)).unwrap_or_default();
    cells.into_iter().map(|(column, text)| (column.to_string(), text.to_string())).collect()
}

fn variant(analysis: &Analysis<'_, '_>, name: &Name) -> Option<Cow<'static, str>> {
    match &analysis.own.get(name.own?.found)?.how {
        How::Variant(why) => Some(Cow::Owned(why.clone())),
        How::Whole | How::Inside => None,
    }
}

/// The name without a genitive ending that a dictionary knows of, or that a person's full name has before a noun: "Emma
/// Hardys Mutter".
fn base<'t>(analysis: &Analysis<'_, 't>, name: &Candidate<Name>) -> &'t str {
    let text = analysis.slice(name.span.start, name.span.end);
    if let Some(found) = name.item.own.and_then(|own| analysis.own.get(own.found)) {
        // A legal form behind it has no ending.
        let ending = if found.span == name.span { usize::from(found.ending) } else { 0 };
        return text.get(..text.len() - ending.min(text.len())).unwrap_or(text);
    }
    let genitive = match name.item.sense {
        Some(sense) => sense.form.has(Form::GENITIVE),
        None => {
            let next = name.tokens.end;
            name.item.kind == EntityType::Per
                && analysis.profile(analysis.sentence_of(name.tokens.start)).bare_genitive
                && text.contains(char::is_whitespace)
                && analysis.is(next, Class::Noun)
                && matches!(analysis.shape(next), Shape::Title)
        }
    };
    let stem = || text.trim_end_matches(['\'', '’']).strip_suffix('s');
    if genitive { stem().unwrap_or(text) } else { text }
}

/// Cuts the ending off full names whose surname stands in the text without it: "Kimi Räikkönens Abschied … Räikkönen".
fn cut_genitives<'t>(analysis: &Analysis<'_, 't>, names: &[Candidate<Name>], texts: &mut [&'t str]) {
    let person = |at: usize| names[at].item.kind == EntityType::Per && names[at].item.own.is_none();
    let ends = |at: usize, texts: &[&str]| {
        person(at)
            && texts[at].ends_with('s')
            && texts[at].contains(char::is_whitespace)
            && analysis.profile(analysis.sentence_of(names[at].tokens.start)).bare_genitive
    };
    if !(0..names.len()).any(|at| ends(at, texts)) {
        return;
    }
    let surnames = (0..names.len()).filter(|at| person(*at)).map(|at| (surname(texts[at]).into(), ()));
    let surnames: Index<Text<'_>, ()> = Index::new(surnames.collect());
    for at in 0..names.len() {
        let stem = texts[at].strip_suffix('s').filter(|_| ends(at, texts));
        if let Some(stem) = stem.filter(|stem| surnames.get(surname(stem)).is_some()) {
            texts[at] = stem;
        }
    }
}

/// The last word of a name.
fn surname(name: &str) -> &str {
    name.rsplit(char::is_whitespace).next().unwrap_or(name)
}

/// For each name, the place of the name that stands for its group.
fn groups(analysis: &Analysis<'_, '_>, names: &[Candidate<Name>], texts: &[&str]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..names.len()).collect();
    let known = Known::new(analysis, names, texts);
    let surname_of = |at: usize| -> &str { surname(texts[at]) };
    let persons = names.iter().enumerate().filter(|(_, name)| name.item.kind == EntityType::Per);
    let full = persons.map(|(at, _)| at).filter(|at| surname_of(*at).len() < texts[*at].len());
    let full: Vec<usize> = full.collect();
    let mut by_surname: Index<Text<'_>, Option<Family>> =
        Index::new(full.iter().map(|at| (surname_of(*at).into(), None)).collect());
    let given_of = |at: usize| -> &str { texts[at].split(char::is_whitespace).next().unwrap_or(texts[at]) };
    let mut by_given: Index<Text<'_>, Bearer> =
        Index::new(full.iter().map(|at| (given_of(*at).into(), Bearer::None)).collect());
    let companies = companies(analysis, names, texts);
    for (at, name) in names.iter().enumerate() {
        let person = name.item.kind == EntityType::Per;
        let several = person && surname_of(at).len() < texts[at].len();
        let last = |surname: &str| by_surname.get(surname).copied().flatten().map(|family| family.root);
        group[at] = if let Some(full) = name.item.full {
            let place = names.partition_point(|other| other.span.end <= full.start);
            let root = names.get(place).filter(|other| other.span.overlaps(full)).map_or(at, |_| place);
            let recent = last(texts[at]).or_else(|| last(texts[at].strip_suffix('s')?));
            match recent {
                Some(recent) if person => recent,
                _ => known.root(analysis, names, texts, root),
            }
        } else {
            let recent = || {
                let bare = |text: &'_ str| text.strip_suffix('s').and_then(last);
                let bearer = by_given.get(texts[at]).copied().and_then(Bearer::one);
                last(texts[at]).or_else(|| bare(texts[at])).or(bearer)
            };
            let recent = if person && !several { recent() } else { None };
            let unknown = name.item.sense.is_none() && name.item.own.is_none();
            let company = || companies.get(texts[at]).filter(|_| unknown && name.item.kind == EntityType::Org).copied();
            recent.or_else(company).unwrap_or_else(|| known.root(analysis, names, texts, at))
        };
        if several && let Some(bearer) = by_given.get_mut(given_of(at)) {
            *bearer = bearer.and(group[at]);
        }
        if let Some(family) = by_surname.get_mut(surname_of(at)) {
            *family = Family::after(*family, group[at], several);
        }
    }
    // A form that stands for another one which stands for a third.
    for at in 0..group.len() {
        let root = group[group[at]];
        group[at] = root;
    }
    group
}

/// The names that a legal form ends, by their first word where no dictionary knows it: "Tarnbrook" for "Tarnbrook Instruments
/// plc", wherever that stands.
fn companies<'n>(analysis: &Analysis<'_, '_>, names: &[Candidate<Name>], texts: &[&'n str]) -> Index<Text<'n>, usize> {
    let ended = |name: &Candidate<Name>| {
        let company = name.item.kind == EntityType::Org && name.item.again == Again::FirstWord;
        company && name.item.full.is_none() && analysis.senses(name.tokens.start).is_empty()
    };
    let found = names.iter().zip(texts).enumerate().filter(|(_, (name, _))| ended(name));
    Index::new(found.filter_map(|(at, (_, text))| Some((text.split_once(char::is_whitespace)?.0.into(), at))).collect())
}

/// Whom a surname alone means: the last that was named in full, until it has stood for one ("Verstappen siegte. Sein Vater
/// Jos Verstappen jubelte. Verstappen …").
#[derive(Clone, Copy, Debug)]
struct Family {
    root: usize,
    settled: bool,
}

impl Family {
    /// After a name with the surname: in full, or alone.
    fn after(family: Option<Family>, root: usize, full: bool) -> Option<Family> {
        match family {
            Some(family) if full && family.settled => Some(family),
            Some(family) if !full => Some(Family { settled: family.settled || family.root == root, ..family }),
            _ => full.then_some(Family { root, settled: false }),
        }
    }
}

/// Who bears a given name in a text: none so far, one, or several, of whom the name alone tells none.
#[derive(Clone, Copy, Debug)]
enum Bearer {
    None,
    One(usize),
    Several,
}

impl Bearer {
    fn and(self, group: usize) -> Bearer {
        match self {
            Bearer::None => Bearer::One(group),
            Bearer::One(other) if other == group => self,
            _ => Bearer::Several,
        }
    }

    fn one(self) -> Option<usize> {
        if let Bearer::One(group) = self { Some(group) } else { None }
    }
}

/// The names that stand for a form or a dictionary's entry.
struct Known<'n> {
    /// By text and type: the first.
    by_form: Index<(Text<'n>, u8), usize>,
    /// By class and id: the fullest; the first of equals.
    by_entry: Index<(u8, &'n str), usize>,
    /// By the thing that a user's dictionary says it is: the fullest; the first of equals.
    by_thing: Index<u64, usize>,
}

impl<'n> Known<'n> {
    fn new(analysis: &Analysis<'n, '_>, names: &[Candidate<Name>], texts: &[&'n str]) -> Known<'n> {
        let own = || names.iter().enumerate().filter(|(_, name)| name.item.full.is_none());
        let (mut by_form, mut by_entry) = (Vec::with_capacity(names.len()), Vec::with_capacity(names.len()));
        by_form.extend(own().map(|(at, name)| ((Text::from(texts[at]), name.item.kind as u8), at)));
        by_entry.extend(own().filter_map(|(at, name)| Some((key(analysis, name.item.sense?), at))));
        by_entry.sort_by_key(|(_, at)| std::cmp::Reverse(texts[*at].len()));
        let mut by_thing: Vec<(u64, usize)> =
            own().filter_map(|(at, name)| Some((thing(analysis, name.item.own?.row?), at))).collect();
        by_thing.sort_by_key(|(_, at)| std::cmp::Reverse(texts[*at].len()));
        Known { by_form: Index::new(by_form), by_entry: Index::new(by_entry), by_thing: Index::new(by_thing) }
    }

    fn root(&self, analysis: &Analysis<'_, '_>, names: &[Candidate<Name>], texts: &[&str], at: usize) -> usize {
        let Some(name) = names.get(at) else {
            return at;
        };
        if let Some(row) = name.item.own.and_then(|own| own.row) {
            return self.by_thing.get(thing(analysis, row)).copied().unwrap_or(at);
        }
        if let Some(sense) = name.item.sense {
            return self.by_entry.get(key(analysis, sense)).copied().unwrap_or(at);
        }
        let kind = name.item.kind as u8;
        let stem = texts[at].strip_suffix('s').and_then(|stem| self.by_form.get((Text::from(stem), kind)));
        stem.or_else(|| self.by_form.get((Text::from(texts[at]), kind))).copied().unwrap_or(at)
    }
}

/// What tells a dictionary's entry from others.
fn key<'a>(analysis: &Analysis<'a, '_>, sense: Sense) -> (u8, &'a str) {
    (sense.class as u8, analysis.entry(sense).id)
}
