//! Names of users' dictionaries of names: which rows they mean, and what gives way to them.
#![allow(clippy::indexing_slicing, reason = "what was found has a row")]

use std::ops::Range;

use super::dictionary::USER_DICTIONARY;
use super::{Again, Name, Own};
use crate::answer::{EntityType, Span};
use crate::lexicon::gazetteer::{Found, How, Reference};
use crate::lexicon::{Class, hash};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::TokenKind;

/// Puts users' names in the place of all others over the same text.
pub(super) fn propose(analysis: &Analysis<'_, '_>, names: &mut Vec<Candidate<Name>>) {
    if analysis.own.is_empty() {
        return;
    }
    let context = Context::new(analysis, names);
    let own: Vec<Candidate<Name>> = analysis
        .own
        .iter()
        .enumerate()
        .filter_map(|(number, found)| candidate(analysis, &context, number, found))
        .collect();
    names.retain(|name| {
        let behind = own.get(own.partition_point(|own| own.tokens.end <= name.tokens.start)..).unwrap_or_default();
        behind.first().is_none_or(|own| own.tokens.start >= name.tokens.end)
    });
    // What a user names goes before what else the document has of the same form.
    names.splice(0..0, own);
}

fn candidate(analysis: &Analysis<'_, '_>, context: &Context, number: usize, found: &Found) -> Option<Candidate<Name>> {
    let row = match context.choose(analysis, found) {
        Choice::None => return None,
        Choice::Open => None,
        Choice::Row(row) => Some(row),
    };
    let kind = kind(analysis, row.or_else(|| found.references.first().copied())?)?;
    let mut tokens = found.tokens.start as usize..found.tokens.end as usize;
    let mut span = found.span;
    if kind == EntityType::Org && found.ending == 0 && found.how != How::Inside && ends_with_token(analysis, found) {
        // "Kranichwerk AG" is Kranichwerk.
        if let Some(end) = legal_form(analysis, tokens.end) {
            tokens.end = end;
            span = Span::new(span.start, analysis.span(tokens.clone()).end);
        }
    }
    let again = match kind {
        EntityType::Per => Again::Form,
        EntityType::Org if tokens.len() > 1 => Again::FirstWord,
        _ => Again::Never,
    };
    let confidence = if matches!(found.how, How::Variant(_)) { 70 } else { 99 };
    let name = Name { own: Some(Own { found: number, row }), again, ..Name::new(kind, confidence) };
    Some(Candidate { tokens, span, rule: &USER_DICTIONARY, item: name })
}

fn ends_with_token(analysis: &Analysis<'_, '_>, found: &Found) -> bool {
    analysis.tokens.get(found.tokens.end as usize - 1).is_some_and(|token| token.end == found.span.end)
}

/// The end of a legal form that begins at a token, perhaps behind a comma.
fn legal_form(analysis: &Analysis<'_, '_>, at: usize) -> Option<usize> {
    let comma = analysis.kind(at) == TokenKind::Separator && analysis.word(at) == ",";
    let at = at + usize::from(comma);
    let sense = analysis.sense(at, Class::LegalForm).filter(|_| analysis.space_before(at))?;
    analysis.word(at).starts_with(|c: char| c.is_uppercase() || !comma).then_some(at + usize::from(sense.length))
}

fn kind(analysis: &Analysis<'_, '_>, reference: Reference) -> Option<EntityType> {
    Some(analysis.dictionary(reference)?.kind(reference.entry))
}

/// What tells a row's thing from others: its id, where it has one.
pub(super) fn thing(analysis: &Analysis<'_, '_>, reference: Reference) -> u64 {
    match analysis.dictionary(reference).map_or("", |dictionary| dictionary.id(reference.entry)) {
        "" => hash::mix(u64::from(reference.dictionary) << 32 | u64::from(reference.entry), 1),
        id => hash::bytes(id.bytes()),
    }
}

/// What a name means.
enum Choice {
    /// Nothing: it is no name here.
    None,
    /// One of several rows, and nothing tells which.
    Open,
    Row(Reference),
}

/// What the document says of users' names.
struct Context {
    /// The things that are named by names that mean nothing else, sorted.
    sure: Vec<u64>,
    /// What other names lie over, sorted by their first tokens.
    others: Vec<(Range<usize>, EntityType)>,
}

impl Context {
    fn new(analysis: &Analysis<'_, '_>, names: &[Candidate<Name>]) -> Context {
        let unsure = |found: &Found| {
            let weak = found.references.iter().any(|row| is_weak(analysis, *row));
            weak || found.references.iter().any(|row| thing(analysis, *row) != thing(analysis, found.references[0]))
        };
        let (mut sure, mut others) = (Vec::new(), Vec::new());
        if analysis.own.iter().any(unsure) {
            let certain = analysis.own.iter().filter(|found| !unsure(found));
            sure.extend(certain.filter_map(|found| Some(thing(analysis, *found.references.first()?))));
            sure.sort_unstable();
            others.extend(names.iter().map(|name| (name.tokens.clone(), name.item.kind)));
            others.sort_by_key(|(tokens, _)| tokens.start);
        }
        Context { sure, others }
    }

    /// The row that a name means: the only one; else the one that the document names without doubt, that stands first by
    /// priority, or that needs no context.
    fn choose(&self, analysis: &Analysis<'_, '_>, found: &Found) -> Choice {
        let mut rows: Vec<Reference> = found.references.to_vec();
        let certain = |row: &Reference| self.sure.binary_search(&thing(analysis, *row)).is_ok();
        let asked = |row: &Reference| kind(analysis, *row).is_some_and(|kind| self.asks(found, kind));
        rows.retain(|row| !is_weak(analysis, *row) || certain(row) || asked(row));
        if rows.is_empty() {
            return Choice::None;
        }
        let priority = |row: &Reference| analysis.dictionary(*row).map_or(0, |names| names.priority(row.entry));
        let highest = rows.iter().map(priority).max().unwrap_or(0);
        let tests: [&dyn Fn(&Reference) -> bool; 3] =
            [&certain, &|row| priority(row) == highest, &|row| !is_weak(analysis, *row)];
        for test in tests {
            if rows.iter().all(|row| thing(analysis, *row) == thing(analysis, rows[0])) {
                break;
            }
            if rows.iter().any(test) {
                rows.retain(|row| test(row));
            }
        }
        match rows.as_slice() {
            [first, rest @ ..] if rest.iter().all(|row| thing(analysis, *row) == thing(analysis, *first)) => {
                Choice::Row(*first)
            }
            _ => Choice::Open,
        }
    }

    /// Whether something else takes the text for a name of a type; an organisation's may go on behind it.
    fn asks(&self, found: &Found, kind: EntityType) -> bool {
        let (start, end) = (found.tokens.start as usize, found.tokens.end as usize);
        let from = self.others.partition_point(|(tokens, _)| tokens.start < start);
        let same = self.others.iter().skip(from).take_while(|(tokens, _)| tokens.start == start);
        let ends = |tokens: &Range<usize>| tokens.end == end || kind == EntityType::Org && tokens.end > end;
        same.into_iter().any(|(tokens, other)| *other == kind && ends(tokens))
    }
}

fn is_weak(analysis: &Analysis<'_, '_>, row: Reference) -> bool {
    analysis.dictionary(row).is_some_and(|dictionary| dictionary.is_weak(row.entry))
}
