//! Places named by their head noun, which is an ordinary word where nouns have capitals, so that no run holds it.

use super::Name;
use super::site::Site;
use super::unit::{TIME, Unit};
use crate::answer::{EntityType, Rule};
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: super::Read;

    /// A place by the adjective of another place, or of one that no dictionary knows, before its head noun, with a house
    /// number.
    pub(super) PLACE_ADJECTIVE = "place.adjective" {
        pattern: "adjective of a place, head noun of places [house number]",
        languages: [De],
        precedence: 2,
        begins: [PlaceHead],
        read: head_phrase,
        fires: [
            De "Im [Krefelder Hafen](LOC) brannte ein Schiff.",
            De "Das Feuer brach in der [Lindower Straße 90](LOC) aus.",
        ],
        silent: [
            De "Im alten Hafen brannte ein Schiff.",
            De "Lindower Straßen sind schmal.",
        ],
    }

    /// A street or square that bears a name before its head noun, joined by hyphens, with a house number.
    pub(super) PLACE_NAMESAKE = "place.namesake" {
        pattern: "name - head noun of places [house number]",
        languages: [De],
        precedence: 2,
        begins: [PlaceHead],
        fires: [
            De "Ein Zelt stand auf dem [Emma-Hardy-Platz](LOC) in der Stadt.",
        ],
        silent: [
            De "Ein Zelt stand auf dem Park-Platz in der Stadt.",
        ],
    }

    /// A street in one word with its house number.
    pub(super) PLACE_ADDRESS = "place.address" {
        pattern: "compound with a head noun of places, house number",
        languages: [De],
        precedence: 2,
        begins: [PlaceHead],
        fires: [
            De "Das Feuer brach in der [Mozartgasse 12](LOC) aus.",
        ],
        silent: [
            De "Auf der Mozartgasse 30 Autos zu zählen, dauerte lange.",
            De "Das Feuer brach in einer Gasse aus.",
        ],
    }
}

fn head_phrase(site: &mut Site<'_, '_, '_>, at: usize, head: &Unit) {
    if site.is_plural(head, Class::PlaceHead) {
        return;
    }
    let found = adjective_head(site, at, head).or_else(|| compound(site, at, head));
    if let Some((start, rule)) = found {
        let end = house_number(site, at + 1);
        site.push(start..end, rule, Name::new(EntityType::Loc, 75));
    }
}

/// A capitalised word of no known class, or an adjective of a place, before a head noun, with a house number.
///
/// de: "Neuendorfer Straße 90", "Starnberger See", not "Deutsche Städte" at the sentence's start.
fn adjective_head(site: &Site<'_, '_, '_>, at: usize, head: &Unit) -> Option<(usize, &'static Rule)> {
    let before = site.frame.before(at)?;
    let adjective = before.is(Class::PlaceAdjective) && !before.is(Class::Demonym);
    let unknown = !before.ordinary() && !before.is_any(NAME) && ends_as_adjective(site, before);
    let named = before.is_word() && before.capital() && !before.is_any(TIME) && !head.by_tail();
    (named && (adjective || unknown)).then_some((at - 1, &PLACE_ADJECTIVE))
}

/// Classes that a name's first word has, rather than an adjective of a place.
const NAME: ClassSet =
    ClassSet::of(&[Class::GivenName, Class::Organisation, Class::Country, Class::Place, Class::Surname]);

/// An unknown word before a head noun is an adjective of a place if it inflects as one.
fn ends_as_adjective(site: &Site<'_, '_, '_>, unit: &Unit) -> bool {
    let word = site.analysis.span(unit.tokens()).of(site.analysis.text);
    site.analysis.profile(site.frame.sentence).place_adjective_endings.iter().any(|ending| word.ends_with(ending))
}

/// One word or a compound with a hyphen that ends in a head noun: "Goethestraße 12", "Willy-Brandt-Platz".
///
/// With a hyphen, its first part must be a name; without, a house number must follow.
fn compound(site: &Site<'_, '_, '_>, at: usize, head: &Unit) -> Option<(usize, &'static Rule)> {
    let named = head.compound() && {
        let first = head.start as usize;
        let single = |class| site.analysis.senses_of(first, class).any(|sense| sense.length == 1);
        let known = site.analysis.senses(first).iter().any(|sense| sense.length == 1 && !NAME.has(sense.class));
        head.tokens().len() >= 5 && (single(Class::GivenName) || single(Class::Surname) || !known)
    };
    if named {
        return Some((at, &PLACE_NAMESAKE));
    }
    let numbered = house_number(site, at + 1) > at + 1;
    (numbered && (head.by_tail() || head.compound())).then_some((at, &PLACE_ADDRESS))
}

/// Behind a house number, "90c" or "12", if one stands at a unit; else the unit itself.
fn house_number(site: &Site<'_, '_, '_>, at: usize) -> usize {
    let number = site.frame.get(at).is_some_and(|unit| {
        let word = site.analysis.word(unit.start as usize);
        unit.kind == TokenKind::Number && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    // "Auf der Hauptstraße 30 Autos": a noun behind the number would be counted.
    let counted = site.frame.get(at + 1).is_some_and(|unit| unit.is_word() && !unit.function());
    if number && !counted { at + 1 } else { at }
}
