//! Places named by their head noun, where nouns have capitals and runs do not reach over them.

use super::Name;
use super::candidates::{Site, is_plural};
use super::shared_rules::PLACE_HEAD;
use super::unit::{TIME, Unit};
use crate::answer::EntityType;
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

/// Proposes the places of a sentence that a head noun names.
pub(super) fn propose(site: &mut Site<'_, '_, '_>) {
    if !site.frame.capital_nouns || !site.frame.classes.has(Class::PlaceHead) {
        return;
    }
    for at in 0..site.frame.units.len() {
        let unit = &site.frame.units[at];
        if !unit.is(Class::PlaceHead) || !unit.capital() {
            continue;
        }
        let unit = *unit;
        if !adjective_head(site, at, unit) {
            compound(site, at, unit);
        }
    }
}

/// A capitalised word of no known class, or an adjective of a place, before a head noun, with a house number.
///
/// de: "Neuendorfer Straße 90", "Starnberger See", not "Deutsche Städte" at the sentence's start.
fn adjective_head(site: &mut Site<'_, '_, '_>, at: usize, head: Unit) -> bool {
    let Some(before) = site.frame.before(at) else {
        return false;
    };
    let adjective = before.is(Class::PlaceAdjective) && !before.is(Class::Demonym);
    let unknown = !before.ordinary() && !before.is_any(NAME) && ends_as_adjective(site, before);
    if !before.is_word()
        || !before.capital()
        || before.is_any(TIME)
        || head.by_tail()
        || is_plural(site, &head, Class::PlaceHead)
    {
        return false;
    }
    if !(adjective || unknown) {
        return false;
    }
    let end = house_number(site, at + 1);
    site.push(at - 1..end, &PLACE_HEAD, Name { rank: 2, ..Name::new(EntityType::Loc, 75) });
    true
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
fn compound(site: &mut Site<'_, '_, '_>, at: usize, head: Unit) {
    if is_plural(site, &head, Class::PlaceHead) {
        return;
    }
    let end = house_number(site, at + 1);
    let numbered = end > at + 1;
    let named = head.compound() && {
        let first = head.start as usize;
        let single = |class| site.analysis.senses_of(first, class).any(|sense| sense.length == 1);
        let known = site.analysis.senses(first).iter().any(|sense| sense.length == 1 && !NAME.has(sense.class));
        head.tokens().len() >= 5 && (single(Class::GivenName) || single(Class::Surname) || !known)
    };
    if !(named || numbered && (head.by_tail() || head.compound())) {
        return;
    }
    site.push(at..end, &PLACE_HEAD, Name { rank: 2, ..Name::new(EntityType::Loc, 75) });
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
