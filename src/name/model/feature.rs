//! What the model sees of a unit: features of its word, which depend on nothing around it, and features of its place.
#![allow(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "words are cut where a letter begins, and a list is indexed by its own places"
)]

use std::borrow::Cow;

use super::super::dictionary::{self, Known};
use super::super::frame::Frame;
use super::super::unit::Unit;
use super::weights::Feature;
use crate::lexicon::hash::{bytes, mix, quick};
use crate::lexicon::vocabulary::{Bearer, bearers};
use crate::lexicon::{Class, ClassSet, Vocabulary};
use crate::name::Name;
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::{Shape, TokenKind};

/// How far before a unit a word may stand that tells what it is of: "Sprecher von Brelo".
pub(super) const CUE: usize = 2;

/// What features of several words are made of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub lower: u64,
    pub shape: u64,
    /// All that the dictionaries say of it.
    pub classes: u64,
    /// The first of the groups of classes that it belongs to.
    pub group: u64,
    /// What the dictionaries say that it means; 0 is nothing.
    pub sense: u64,
    /// It is a word of grammar, which says little of what stands beyond it.
    pub link: bool,
}

/// Groups of classes that say of a word what it is near a name, the most telling first.
const GROUPS: &[ClassSet] = &[
    ClassSet::of(&[Class::Month, Class::Weekday, Class::Season, Class::DayPart, Class::TimeUnit, Class::Holiday]),
    ClassSet::of(&[Class::Title]),
    ClassSet::of(&[Class::Role]),
    ClassSet::of(&[Class::LegalForm]),
    ClassSet::of(&[Class::GivenName]),
    ClassSet::of(&[Class::Surname]),
    ClassSet::of(&[Class::Country]),
    ClassSet::of(&[Class::Place]),
    ClassSet::of(&[Class::Organisation]),
    ClassSet::of(&[Class::OrganisationHead]),
    ClassSet::of(&[Class::PlaceHead]),
    ClassSet::of(&[Class::PlaceAdjective]),
    ClassSet::of(&[Class::Demonym]),
    ClassSet::of(&[Class::NameParticle]),
    ClassSet::of(&[Class::Adposition]),
    ClassSet::of(&[Class::Article, Class::IndefiniteArticle]),
    ClassSet::of(&[Class::Demonstrative, Class::Possessive, Class::Quantifier, Class::Indefinite]),
    ClassSet::of(&[Class::Pronoun, Class::RelativePronoun, Class::Interrogative]),
    ClassSet::of(&[Class::Coordinator]),
    ClassSet::of(&[Class::Subordinator]),
    ClassSet::of(&[Class::Auxiliary, Class::Modal]),
    ClassSet::of(&[Class::SourceBefore, Class::SourceAfter, Class::Medium]),
    ClassSet::of(&[Class::Cardinal, Class::OrdinalWord, Class::Scale, Class::Fraction]),
    ClassSet::of(&[Class::Currency, Class::MeasureUnit]),
    ClassSet::of(&[Class::Noun, Class::NounEnding]),
    ClassSet::of(&[Class::Verb]),
    ClassSet::of(&[Class::Adjective]),
    ClassSet::of(&[Class::Adverb, Class::Negation]),
    ClassSet::of(&[Class::Address]),
    ClassSet::of(&[Class::NameWord]),
    ClassSet::of(&[Class::GivenWord]),
];

/// What a group is called in features where it is guessed from a word's ending.
const GUESSED: u64 = 64;

/// The kinds of features of one word.
#[derive(Clone, Copy)]
enum Kind {
    Bias,
    Form,
    Lower,
    Ending,
    Start,
    Shape,
    Group,
    Classes,
    Tag,
    Length,
    Known,
    Sense,
}

/// Classes of words whose meaning tells what a name beside them is of.
const TELLING: ClassSet = ClassSet::of(&[Class::Role, Class::Noun, Class::Verb]);

/// What the dictionaries say that a unit means: the first of its senses that tells.
fn sense(analysis: &Analysis<'_, '_>, unit: &Unit) -> u64 {
    if !unit.is_any(TELLING) {
        return 0;
    }
    let senses = analysis.senses(unit.end as usize - 1);
    let telling = senses.iter().filter(|sense| TELLING.has(sense.class) && sense.length == 1);
    telling.min_by_key(|sense| order(sense.class)).map_or(0, |sense| bytes(analysis.entry(*sense).id.bytes()))
}

fn order(class: Class) -> usize {
    [Class::Role, Class::Noun, Class::Verb].iter().position(|other| *other == class).unwrap_or(3)
}

/// The groups that each class belongs to, as bits.
static GROUPS_OF: [u32; Class::ALL.len()] = {
    let mut groups_of = [0; Class::ALL.len()];
    let mut class = 0;
    while class < groups_of.len() {
        let mut group = 0;
        while group < GROUPS.len() {
            groups_of[class] |= (GROUPS[group].has(Class::ALL[class]) as u32) << group;
            group += 1;
        }
        class += 1;
    }
    groups_of
};

/// The groups that a unit belongs to, as bits, and the first of them.
fn groups(unit: &Unit) -> (u64, u64) {
    let bits = u64::from(unit.classes.iter().fold(0, |bits, class| bits | GROUPS_OF[class]));
    let first = if bits == 0 { 0 } else { u64::from(bits.trailing_zeros()) + 1 };
    let guessed = u64::from(unit.by_tail());
    (bits | guessed << 63, first + guessed * GUESSED)
}

/// An odd number (Steele, Lea and Flood 2014), by which classes are spread over all bits.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// What tells a unit's features as a word from those of others: all that [`of_word`] asks of it. Whether its classes are guessed from
/// its end depends on the phrase that begins there, so that its text alone would not do.
#[inline]
pub(super) fn key(analysis: &Analysis<'_, '_>, unit: &Unit) -> u64 {
    let span = analysis.span(unit.tokens());
    let text = analysis.text.as_bytes().get(span.range()).unwrap_or_default();
    let [low, high] = unit.classes.bits();
    mix(quick(text), low.wrapping_mul(ODD) ^ high.rotate_left(32) ^ unit.traits())
}

/// The features of a unit that depend on no other.
pub(super) fn of_word(
    analysis: &Analysis<'_, '_>,
    vocabulary: Vocabulary,
    unit: &Unit,
    mut found: impl FnMut(Feature),
) -> Word {
    let text = analysis.span(unit.tokens()).of(analysis.text);
    let (bits, group) = groups(unit);
    let small = unit.kind == TokenKind::Word && unit.shape == Shape::Lower;
    let lower = if small { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) };
    let shape = shape(unit, text);
    let known = match unit.kind {
        TokenKind::Word => {
            let hyphen = lower.bytes().rposition(|byte| byte == b'-');
            known(vocabulary, hyphen.map_or(&lower, |hyphen| &lower[hyphen + 1..]))
        }
        _ => 0,
    };
    let word = Word {
        lower: bytes(lower.bytes()),
        shape,
        classes: mix(bits, shape),
        group: (group << KNOWN_BITS | known) << 16 | shape,
        sense: sense(analysis, unit),
        link: small && unit.function(),
    };
    let mut add = |kind: Kind, value: u64, beside: bool| {
        found(Feature { hash: mix(value, kind as u64 + 1 + 100 * u64::from(beside)), beside });
    };
    const HERE: bool = false;
    const BESIDE: bool = true;
    add(Kind::Lower, word.lower, BESIDE);
    add(Kind::Group, word.group, BESIDE);
    if word.sense != 0 {
        add(Kind::Sense, word.sense, BESIDE);
    }
    let mut rest = bits;
    while rest != 0 {
        add(Kind::Classes, u64::from(rest.trailing_zeros()), BESIDE);
        rest &= rest - 1;
    }
    add(Kind::Bias, u64::from(unit.opens()), HERE);
    add(Kind::Shape, shape, BESIDE);
    add(Kind::Known, known << 16 | shape, BESIDE);
    add(Kind::Known, known, BESIDE);
    add(Kind::Classes, word.classes, BESIDE);
    if unit.kind == TokenKind::Word {
        add(Kind::Form, if small { word.lower } else { bytes(text.bytes()) }, HERE);
        add(Kind::Shape, mix(shape, u64::from(unit.opens())), HERE);
        add(Kind::Length, text.len().min(12) as u64, HERE);
        add(Kind::Ending, bytes(ending(&lower, 3).bytes()), BESIDE);
        add(Kind::Ending, bytes(ending(&lower, 4).bytes()), HERE);
        add(Kind::Start, bytes(start(&lower, 3).bytes()), HERE);
        // What follows the last hyphen: "Müller-Straße".
        if unit.compound() {
            for part in lower.split('-') {
                add(Kind::Lower, mix(bytes(part.bytes()), 1), HERE);
            }
        }
        for sense in analysis.senses(unit.start as usize) {
            if dictionary::NAMES.has(sense.class) && usize::from(sense.length) == unit.tokens().len() {
                add(Kind::Tag, bytes(analysis.entry(*sense).tag.bytes()), HERE);
            }
        }
    }
    word
}

/// What the lists of words and, where they lack it, of names have of a word in lower case; 0 is nothing.
fn known(vocabulary: Vocabulary, word: &str) -> u64 {
    match vocabulary.find(word) {
        Some(known) => known as u64,
        // A genitive: "Bushs".
        None => match bearers(word) {
            0 => word.strip_suffix('s').map_or(0, bearers) << 2,
            bears => bears << 2,
        },
    }
}

/// How many bits tell what is known of a word.
const KNOWN_BITS: u32 = 2 + Bearer::ALL.len() as u32;

/// The kinds of features of a unit's place.
#[derive(Clone, Copy)]
enum Joint {
    Words,
    Groups,
    Classes,
    Shapes,
    Run,
    Known,
    KnownBeside,
    Headline,
    Proposed,
    Sense,
    Cue,
    Before,
}

/// The features of a unit's place among its neighbours: given the two words before it, that at it and that behind it.
pub(super) fn of_place([cue, left, word, right]: [&Word; 4], place: &Place, mut found: impl FnMut(u64)) {
    let mut add = |joint: Joint, number: u64, a: u64, b: u64, c: u64| {
        found(mix(mix(mix(a, joint as u64 + 50), b ^ number << 48), c));
    };
    add(Joint::Words, 0, left.lower, word.lower, 0);
    add(Joint::Words, 1, word.lower, right.lower, 0);
    add(Joint::Groups, 0, left.group, word.group, right.group);
    add(Joint::Classes, 0, left.classes, word.classes, 0);
    add(Joint::Classes, 1, word.classes, right.classes, 0);
    if left.sense != 0 {
        add(Joint::Sense, 0, left.sense, word.group, 0);
    }
    if right.sense != 0 {
        add(Joint::Sense, 1, right.sense, word.group, 0);
    }
    if left.link && cue.sense != 0 {
        add(Joint::Cue, 0, cue.sense, left.lower, 0);
        add(Joint::Cue, 1, cue.sense, left.group, word.group);
    }
    add(Joint::Shapes, 0, left.shape, word.shape, right.shape);
    add(Joint::Before, 0, cue.lower, 0, 0);
    add(Joint::Before, 1, cue.group, left.group, word.group);
    add(Joint::Run, 0, u64::from(place.before), u64::from(place.behind), word.group);
    if place.known != 0 {
        add(Joint::Known, 0, place.known, 0, 0);
        add(Joint::KnownBeside, 0, place.known, left.group, 0);
        add(Joint::KnownBeside, 1, place.known, right.group, 0);
    }
    if place.headline {
        add(Joint::Headline, 0, word.group, 0, 0);
    }
    let [before, here, behind] = place.proposed.map(u64::from);
    if before | here | behind != 0 {
        add(Joint::Proposed, 0, here, 0, 0);
        add(Joint::Proposed, 1, here, before, behind);
        add(Joint::Proposed, 2, here, word.group, 0);
        add(Joint::Proposed, 3, here, word.lower, 0);
        add(Joint::Proposed, 4, here, left.group, 0);
        add(Joint::Proposed, 5, here, right.group, 0);
        add(Joint::Proposed, 6, here, left.lower, 0);
    }
}

/// Where a unit stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// How many units with a capital stand right before it, four at most.
    pub before: u8,
    /// The same behind it.
    pub behind: u8,
    /// The dictionary name of several units that it is part of, and which part.
    pub known: u64,
    pub headline: bool,
    /// What the rules propose of the unit before, of it and of the one behind; 0 is nothing.
    pub proposed: [u8; 3],
}

/// The place of a unit.
pub(super) fn place(frame: &Frame, known: &[Known], proposed: &[u8], at: usize) -> Place {
    let capital = |at: usize| frame.get(at).is_some_and(|unit| unit.is_word() && unit.capital());
    let before = (1..=4).take_while(|back| at >= *back && capital(at - back)).count() as u8;
    let behind = (1..=4).take_while(|ahead| capital(at + ahead)).count() as u8;
    let nearest = known.partition_point(|known| known.units.end <= at);
    let part = known.get(nearest).filter(|known| known.units.start <= at && known.units.len() > 1).map(|known| {
        let (first, last) = (at == known.units.start, at + 1 == known.units.end);
        mix(known.sense.class as u64, 1 + u64::from(first) + 2 * u64::from(last))
    });
    let proposed_at = |at: Option<usize>| at.and_then(|at| proposed.get(at)).copied().unwrap_or(0);
    let proposed = [proposed_at(at.checked_sub(1)), proposed_at(Some(at)), proposed_at(Some(at + 1))];
    Place { before, behind, known: part.unwrap_or(0), headline: frame.headline, proposed }
}

/// What rules propose of each unit of a sentence: a number for the type and the part of the name. Of names that overlap the
/// longest counts, of equals the first.
pub(super) fn proposed(frame: &Frame, names: &[Candidate<Name>], found: &mut Vec<u8>) {
    found.clear();
    found.resize(frame.units.len(), 0);
    let mut order: Vec<(usize, usize)> =
        names.iter().map(|name| name.tokens.len()).enumerate().map(|(at, length)| (length, at)).collect();
    order.sort_by_key(|(length, at)| (std::cmp::Reverse(*length), *at));
    for (_, at) in order {
        let name = &names[at];
        let start = frame.units.partition_point(|unit| (unit.end as usize) <= name.tokens.start);
        let end = frame.units.partition_point(|unit| (unit.start as usize) < name.tokens.end);
        let Some(units) = found.get_mut(start..end).filter(|units| units.iter().all(|unit| *unit == 0)) else {
            continue;
        };
        let last = units.len().saturating_sub(1);
        for (at, unit) in units.iter_mut().enumerate() {
            *unit = 1 + (name.item.kind as u8) * 4 + u8::from(at == 0) * 2 + u8::from(at == last);
        }
    }
}

/// The last letters of a word.
fn ending(word: &str, letters: usize) -> &str {
    word.char_indices().rev().nth(letters - 1).map_or(word, |(at, _)| &word[at..])
}

/// The first letters of a word.
fn start(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(at, _)| &word[..at])
}

/// How a unit is written: its kind, its letters' case, whether it has digits, dots or a hyphen.
fn shape(unit: &Unit, text: &str) -> u64 {
    let case = match unit.shape {
        Shape::None => 0,
        Shape::Lower => 1,
        Shape::Title => 2,
        Shape::Upper => 3,
        Shape::Mixed => 4,
    };
    let digit = u64::from(text.bytes().any(|byte| byte.is_ascii_digit()));
    let dot = u64::from(text.ends_with('.'));
    let short = u64::from(text.len() <= 2);
    let long = u64::from(text.len() >= 6);
    unit.kind as u64
        | case << 4
        | digit << 7
        | dot << 8
        | u64::from(unit.compound()) << 9
        | u64::from(unit.capital()) << 10
        | short << 11
        | long << 12
}
