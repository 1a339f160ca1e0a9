//! What one place of a document says of a name holds for its other places.

use super::Name;
use super::definition::{self, Definition};
use super::index::Index;
use super::shared_rules::ORG_LEGAL_FORM;
use super::unit::{FUNCTION, unit_end};
use crate::answer::Rule;
use crate::answer::{EntityType, Span};
use crate::lexicon::Class;
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// TODO.
    pub(super) MISC_AGAIN = "misc.again" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) ORG_AGAIN = "org.again" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_SURNAME = "person.surname" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PLACE_AGAIN = "place.again" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// How sure a rule must be, in hundredths, for a name to hold for other places too.
const SURE: u8 = 65;

/// What a form stands for.
#[derive(Clone, Copy, Debug)]
struct Meaning {
    kind: EntityType,
    full: Span,
    defined: bool,
}

/// Proposes the places where a defined short form, a surname or a name found by strong evidence stands again.
pub(super) fn propose<'t>(
    analysis: &Analysis<'_, 't>,
    definitions: &[Definition<'t>],
    names: &mut Vec<Candidate<Name>>,
) {
    let mut forms: Vec<(&'t str, Meaning)> = Vec::with_capacity(definitions.len() + names.len());
    for definition in definitions {
        let meaning = Meaning { kind: definition.kind, full: definition.full, defined: true };
        forms.push((definition.short, meaning));
    }
    forms.extend(names.iter().filter_map(|name| meaning(analysis, name)));
    let forms = Index::new(forms);
    if forms.is_empty() {
        return;
    }
    // Two bytes tell most other words apart without looking them up.
    let mut starts = [false; 256];
    let mut lower = false;
    for form in forms.keys() {
        starts[start_of(form.as_bytes())] = true;
        lower |= !form.starts_with(char::is_uppercase);
    }
    let bytes = analysis.text.as_bytes();
    let mut at = 0;
    while let Some(token) = analysis.tokens.get(at) {
        if token.kind != TokenKind::Word
            || token.shape == Shape::Lower && !lower
            || !starts[start_of(bytes.get(token.start as usize..token.end as usize).unwrap_or(&[]))]
        {
            at += 1;
            continue;
        }
        let sentence = analysis.sentence_of(at);
        let end = analysis.sentences.get(sentence).map_or(at + 1, |sentence| sentence.tokens.end as usize);
        let until = unit_end(analysis, at, end.max(at + 1));
        let joined = at > 0 && analysis.kind(at - 1) == TokenKind::Hyphen && !analysis.space_before(at);
        let text = analysis.span(at..until).of(analysis.text);
        let found = forms.get(text).map(|meaning| (text.len(), meaning)).or_else(|| {
            let stem = text.strip_suffix('s').filter(|_| analysis.profile(sentence).capital_nouns)?;
            Some((text.len(), forms.get(stem)?))
        });
        let here = analysis.span(at..until);
        if let Some((_, meaning)) = found.filter(|(_, meaning)| !joined && meaning.full != here) {
            let ordinary = analysis.is_any(at, FUNCTION)
                || analysis.is(at, Class::Noun) && analysis.profile(sentence).capital_nouns;
            if meaning.defined || !ordinary {
                let rule = if meaning.defined { definition::rule(meaning.kind) } else { again(meaning.kind) };
                let confidence = if meaning.defined { 95 } else { 80 };
                let rank = if meaning.defined { 8 } else { 4 };
                let name = Name { full: Some(meaning.full), rank, ..Name::new(meaning.kind, confidence) };
                names.push(Candidate::new(analysis, at..until, rule, name));
            }
        }
        at = until;
    }
}

/// "EC3", "BaFin": more capitals than one.
fn has_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn again(kind: EntityType) -> &'static Rule {
    match kind {
        EntityType::Per => &PERSON_SURNAME,
        EntityType::Org => &ORG_AGAIN,
        EntityType::Loc => &PLACE_AGAIN,
        EntityType::Misc => &MISC_AGAIN,
    }
}

fn start_of(word: &[u8]) -> usize {
    match word {
        [first, second, ..] => usize::from(first.wrapping_mul(31).wrapping_add(*second)),
        _ => 0,
    }
}

/// The form by which a name can come again: a person's last word, else the name itself where it is one word.
fn meaning<'t>(analysis: &Analysis<'_, 't>, name: &Candidate<Name>) -> Option<(&'t str, Meaning)> {
    // What a noun before it made of a name holds only there.
    if name.rule.name.ends_with(".apposition") && !has_capitals(name.span.of(analysis.text)) {
        return None;
    }
    if name.item.sense.is_some() || name.item.full.is_some() || name.item.confidence < SURE {
        return None;
    }
    let text = name.span.of(analysis.text);
    let several = text.contains(char::is_whitespace);
    let form = match name.item.kind {
        EntityType::Per if several => text.rsplit(char::is_whitespace).next()?,
        // "Tarnbrook" after "Tarnbrook Instruments plc", where no dictionary knows the word as another.
        EntityType::Org if several && name.rule == &ORG_LEGAL_FORM && analysis.senses(name.tokens.start).is_empty() => {
            text.split(char::is_whitespace).next()?
        }
        _ if several => return None,
        _ => text,
    };
    let whole = form.chars().count() >= 3 && !form.ends_with('.') && form.starts_with(char::is_uppercase);
    whole.then_some((form, Meaning { kind: name.item.kind, full: name.span, defined: false }))
}
