//! Names that the text itself defines: "Internet Watch Foundation (IWF)", "IWF (Internet Watch Foundation)".
//!
//! A definition holds for the whole document and outranks every dictionary.
#![allow(clippy::indexing_slicing, reason = "numbers of units come from the frame's own range")]

use std::ops::Range;

use super::frame::Frame;
use super::site::Site;
use super::unit::Unit;
use super::{Again, Name};
use crate::answer::{EntityType, Rule, Span};
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::rule::{Candidate, rules};
use crate::text::TokenKind;

rules! {
    reads: super::Read;

    /// The short form that the text gives to a work or event of a user's dictionary, where it does so. The full form remains
    /// the user's (`user.dictionary`), as the built-in dictionaries hold neither works nor events.
    pub(super) MISC_DEFINITION = "misc.definition" {
        pattern: "work or event (short form) | short form (work or event)",
        precedence: 8,
        fires: [
            De "Der Preis Goldener Quellkrug ([GQ](MISC)) ging an sie.",
            En "The award Goldener Quellkrug ([GQ](MISC)) went to her.",
        ],
        silent: [
            De "Der Preis Goldener Quellkrug (im Mai) ging an sie.",
            En "The award Goldener Quellkrug (in May) went to her.",
        ],
    }

    /// An organisation that the text gives a short form to, and that short form. A name of several words with an article
    /// before it is taken for one.
    pub(super) ORG_DEFINITION = "org.definition" {
        pattern: "organisation ([two words] short form) | short form (organisation)",
        precedence: 8,
        fires: [
            De "Die [Internet Watch Foundation](ORG) (kurz [IWF](ORG)) warnt vor Betrug.",
            De "Die [IWF](ORG) ([Internet Watch Foundation](ORG)) warnt vor Betrug.",
            En "The [Allied Metal and Engineering Union](ORG) ([AMEU](ORG)) called a strike.",
        ],
        silent: [
            De "Die Internet Watch Foundation (in London) warnt vor Betrug.",
            En "The Allied Metal and Engineering Union (in London) called a strike.",
        ],
    }

    /// The short form that the text gives to a person of a user's dictionary, where it does so. The full form remains the
    /// user's (`user.dictionary`), as the built-in dictionaries hold no persons.
    pub(super) PERSON_DEFINITION = "person.definition" {
        pattern: "person (short form) | short form (person)",
        precedence: 8,
        fires: [
            De "Der Sänger Quellmar Orbin ([QO](PER)) kommt im Mai.",
            En "The singer Quellmar Orbin ([QO](PER)) comes in May.",
        ],
        silent: [
            De "Der Sänger Quellmar Orbin (aus Wien) kommt im Mai.",
            En "The singer Quellmar Orbin (of Leeds) comes in May.",
        ],
    }

    /// A country or place that the text gives a short form to, and that short form.
    pub(super) PLACE_DEFINITION = "place.definition" {
        pattern: "country or place (short form) | short form (country or place)",
        precedence: 8,
        fires: [
            De "Die [Vereinigten Arabischen Emirate](LOC) ([VAE](LOC)) liefern Öl.",
            En "The [United Arab Emirates](LOC) ([UAE](LOC)) ship oil.",
        ],
        silent: [
            De "Die Vereinigten Arabischen Emirate (am Golf) liefern Öl.",
            En "The United Arab Emirates (on the Gulf) ship oil.",
        ],
    }
}

/// A short form and what it stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Definition<'t> {
    pub short: &'t str,
    pub full: Span,
    pub kind: EntityType,
}

/// The short forms that a text defines.
#[derive(Debug, Default)]
pub(super) struct Definitions<'t> {
    pub names: Vec<Definition<'t>>,
    /// Those of ordinary words: "body mass index (BMI)".
    words: Vec<&'t str>,
}

impl Definitions<'_> {
    /// Prepares for questions.
    pub(super) fn close(&mut self) {
        self.words.sort_unstable();
        self.words.dedup();
    }

    /// Whether a name is a short form of ordinary words. What outranks a definition stays one.
    pub(super) fn exclude(&self, analysis: &Analysis<'_, '_>, name: &Candidate<Name>) -> bool {
        name.rule.precedence < ORG_DEFINITION.precedence
            && self.words.binary_search(&name.span.of(analysis.text)).is_ok()
    }
}

/// The rule of a definition for each type.
fn rule(kind: EntityType) -> &'static Rule {
    match kind {
        EntityType::Per => &PERSON_DEFINITION,
        EntityType::Org => &ORG_DEFINITION,
        EntityType::Loc => &PLACE_DEFINITION,
        EntityType::Misc => &MISC_DEFINITION,
    }
}

/// Finds the definitions of a sentence and proposes both forms.
///
/// Pattern: a name, then brackets that end in its letters, or the letters, then brackets with the name.
///
/// - de: "die Internet Watch Foundation (kurz IWF)", "IWF (Internet Watch Foundation)"
/// - en: "the Allied Metal and Engineering Union (AMEU)"
pub(super) fn find<'t>(site: &mut Site<'_, '_, 't>, definitions: &mut Definitions<'t>) {
    let frame = site.frame;
    if !frame.brackets {
        return;
    }
    for open in 1..frame.units.len() {
        if frame.units[open].kind != TokenKind::Open {
            continue;
        }
        let Some(close) =
            (open + 2..(open + 12).min(frame.units.len())).find(|&at| frame.units[at].kind == TokenKind::Close)
        else {
            continue;
        };
        // Full form first: the short one stands last in the brackets, at most two words before it.
        let pair = if close - open <= 4 && short_form(site.analysis, frame, close - 1) {
            full_before(site, open, close - 1).map(|full| (full, close - 1))
        } else {
            None
        };
        // Short form first: the brackets hold the full one.
        let pair = pair.or_else(|| {
            let short = short_form(site.analysis, frame, open - 1);
            (short && spells(site.analysis, frame, open + 1..close, open - 1)).then_some((open + 1..close, open - 1))
        });
        let Some((full, short)) = pair else {
            if close == open + 2 && of_words(site, open, open + 1) {
                definitions.words.push(site.analysis.span(frame.units[open + 1].tokens()).of(site.analysis.text));
            }
            continue;
        };
        let Some(kind) = kind_of(site, &full) else {
            // "Mehrwertsteuer (MwSt.)"
            if full.len() == 1 && full.end == open && frame.is_plain(&frame.units[full.start]) {
                definitions.words.push(site.analysis.span(frame.units[short].tokens()).of(site.analysis.text));
            }
            continue;
        };
        let span = site.analysis.span(frame.tokens(full.clone()));
        let tokens = frame.units[short].tokens();
        let sense = site.known_at(&full).map(|known| known.sense);
        let text = site.analysis.span(tokens).of(site.analysis.text);
        definitions.names.push(Definition { short: text, full: span, kind });
        let again = if sense.is_some() { Again::Never } else { Again::Form };
        let name = Name::new(kind, 97);
        site.push(full, rule(kind), Name { sense, again, ..name.clone() });
        site.push(short..short + 1, rule(kind), Name { full: Some(span), again: Again::Never, ..name });
    }
}

/// Two to eight letters and digits in one word, two of them capitals at least.
fn short_form(analysis: &Analysis<'_, '_>, frame: &Frame, at: usize) -> bool {
    frame.get(at).is_some_and(|unit| {
        let word = analysis.span(unit.tokens()).of(analysis.text);
        unit.is_word()
            && (2..=8).contains(&word.chars().count())
            && word.chars().filter(|c| c.is_uppercase()).count() >= 2
            && !unit.initial()
    })
}

/// Whether the words before a bracket begin with the letters of the short form inside, and one of them is a small word:
/// "body mass index (BMI)", "öffentlicher Nahverkehr (ÖPNV)".
fn of_words(site: &Site<'_, '_, '_>, open: usize, short: usize) -> bool {
    let Some(unit) = site.frame.get(short).filter(|_| short_form(site.analysis, site.frame, short)) else {
        return false;
    };
    let text = site.analysis.span(unit.tokens()).of(site.analysis.text);
    let letters: Vec<char> = text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect();
    let first = |unit: &Unit| site.analysis.word(unit.start as usize).chars().flat_map(char::to_lowercase).next();
    (open.saturating_sub(letters.len())..open.saturating_sub(1)).any(|start| {
        let Some(units) = site.frame.units.get(start..open) else {
            return false;
        };
        let small = units.iter().any(|unit| unit.is_word() && !unit.capital() && !unit.function());
        let mut rest = letters.iter();
        let starts =
            |unit: &Unit| unit.is_word() && !unit.function() && rest.any(|letter| first(unit) == Some(*letter));
        small && first(&units[0]) == letters.first().copied() && units.iter().all(starts)
    })
}

/// The units before a bracket that the short form spells: the nearest that do.
fn full_before(site: &Site<'_, '_, '_>, open: usize, short: usize) -> Option<Range<usize>> {
    let letters =
        site.frame.get(short)?.tokens().len().max(site.analysis.word(site.frame.get(short)?.start as usize).len());
    (open.saturating_sub(letters + 3)..open).rev().find_map(|start| {
        let unit = site.frame.get(start)?;
        (unit.is_word() && unit.capital() && spells(site.analysis, site.frame, start..open, short))
            .then_some(start..open)
    })
}

/// Whether the letters of the short form stand in the units in order, the first at their start, one at the start of the
/// last capitalised one; all units are words.
fn spells(analysis: &Analysis<'_, '_>, frame: &Frame, full: Range<usize>, short: usize) -> bool {
    let Some(units) = frame.units.get(full) else {
        return false;
    };
    let (Some(first), Some(short)) = (units.first(), frame.get(short)) else {
        return false;
    };
    let Some(last) = units.iter().rev().find(|unit| unit.capital()) else {
        return false;
    };
    if !first.capital() || !units.iter().all(|unit| unit.is_word() || unit.kind == TokenKind::Symbol) {
        return false;
    }
    let text = |span: Span| span.of(analysis.text).chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric());
    let letters = || text(analysis.span(short.tokens()));
    let whole = Span::new(analysis.span(first.tokens()).start, analysis.span(last.tokens()).end);
    if whole.end - whole.start < 2 * (short.end - short.start).max(letters().count() as u32) {
        return false;
    }
    let last_letter = text(analysis.span(last.tokens())).next();
    if text(whole).next() != letters().next() || !letters().any(|c| Some(c) == last_letter) {
        return false;
    }
    let mut full = text(whole);
    letters().all(|letter| full.any(|c| c == letter))
}

/// What a full form names: what a dictionary or its head noun says; a name of several words with an article is a body.
fn kind_of(site: &Site<'_, '_, '_>, full: &Range<usize>) -> Option<EntityType> {
    if let Some(known) = site.known_at(full) {
        return Some(known.kind());
    }
    let units = site.frame.units.get(full.clone())?;
    let heads = ClassSet::of(&[Class::OrganisationHead, Class::LegalForm]);
    if units.iter().any(|unit| unit.capital() && unit.is_any(heads)) {
        return Some(EntityType::Org);
    }
    if units.first()?.is(Class::GivenName) {
        return None;
    }
    let article = site.frame.before(full.start).is_some_and(|unit| unit.is(Class::Article));
    let names = units.iter().filter(|unit| unit.capital()).count();
    let foreign = !units.iter().any(|unit| site.frame.is_plain(unit));
    (article && names >= 2 && foreign).then_some(EntityType::Org)
}
