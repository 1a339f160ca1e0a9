//! Persons that a construction gives away, whatever words their names are made of.

use super::Name;
use super::run;
use super::site::Site;
use super::unit::{FUNCTION, TIME, Unit, is_roman};
use crate::answer::{EntityType, Rule};
use crate::lang::Lang;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Vocabulary};
use crate::reading::verb::FINITE;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: super::Read;

    /// A person behind a form of address, also by a name that is a word, a month or an office elsewhere. An office alone
    /// behind it is no name ("Herr Minister"), unless it is a surname too.
    pub(super) PERSON_ADDRESS = "person.address" {
        pattern: "form of address [titles | offices] name [names]",
        precedence: 5,
        begins: [Address],
        read: addressed,
        fires: [
            De "Frau [Sommer](PER) kam am Montag.",
            De "Herr [Bauer](PER) und Frau Dr. [April](PER) sagten als Zeugen aus.",
            En "Mrs [May](PER) came on Monday.",
            En "Mr [van Tarlow](PER) called Mr [Baker](PER) a liar.",
        ],
        silent: [
            De "Die Frau Anfang dreißig kam am Montag.",
            De "Guten Tag, Herr Minister, wie geht es Ihnen?",
            De "Herr und Frau sprachen im Mai miteinander.",
            En "The mrs may come in May.",
            En "Mr President, may I speak?",
        ],
    }

    /// A person whose names are words, months or offices elsewhere.
    pub(super) PERSON_WORDS = "person.words" {
        pattern: "given name, surname; one of them is a word, or the surname a month",
        precedence: 5,
        begins: [GivenName, GivenWord],
        read: given,
        fires: [
            De "[Julia Mai](PER) gewann im Juni den Titel.",
            De "Der Preis ging an [Rosa Sommer](PER) und [Wolf Schneider](PER).",
            En "[June March](PER) will speak in June.",
            En "[Will Young](PER) may sue [Mark Rich](PER).",
            En "The prize went to [Sunny Tarlow](PER).",
        ],
        silent: [
            De "Er kaufte Rosa Papier.",
            De "Sie heiratete im Juni oder Mai 2012.",
            En "Will Young people vote?",
            En "Rose beds bloom in May.",
        ],
    }

    /// A person by a name with a particle in it.
    pub(super) PERSON_PARTICLE = "person.particle" {
        pattern: "given name [names] particle, unknown capitalised word",
        precedence: 5,
        begins: [GivenName],
        fires: [
            De "[Ursula von der Heyden](PER) empfing die Delegation.",
            De "Das Schloss gehört [Leopold von und zu Hohenegg](PER).",
            En "[Leopold van Tarlow](PER) died in May.",
        ],
        silent: [
            De "Das Bild zeigt [Ursula](PER) von der Seite.",
            De "Der Zug brachte [Leopold](PER) von [Hamburg](LOC) nach [Kiel](LOC).",
            En "He saw [Leopold](PER) de facto in May.",
        ],
    }

    /// A person by a name that begins with particles, of which the first has a capital.
    pub(super) PERSON_PARTICLES = "person.particles" {
        pattern: "[given names] Particle particle, capitalised word",
        precedence: 6,
        begins: [NameParticle],
        read: led_by_particles,
        fires: [
            De "[Van der Hellen](PER) will das Amt im Juli antreten.",
            De "Die Wahl gewann [Alexander Van der Hellen](PER).",
            En "[Van der Laan](PER) won the race.",
        ],
        silent: [
            De "Der Zug fuhr von der Heide nach [Kiel](LOC).",
            De "Von der Heide fuhr der Zug nach [Kiel](LOC).",
            En "The van de facto stood still.",
        ],
    }

    /// A person in a headline of capitals, where they say nothing: by a given name before an unknown word.
    pub(super) PERSON_CAPITALS = "person.capitals" {
        pattern: "GIVEN NAME, UNKNOWN WORD",
        precedence: 5,
        begins: [GivenName],
        fires: [
            De "HAFENCHEFIN [EMMA TARLOW](PER) TRITT ZURÜCK",
            En "HARBOUR CHIEF [EMMA TARLOW](PER) RESIGNS IN MAY",
        ],
        silent: [
            De "HAFENCHEFIN TRITT ZURÜCK",
            En "HARBOUR CHIEF RESIGNS IN MAY",
        ],
    }

    /// A regent or pope by the number behind the name.
    pub(super) PERSON_REGENT = "person.regent" {
        pattern: "given name, Roman numeral",
        precedence: 5,
        begins: [GivenName, GivenWord],
        fires: [
            De "[Friedrich II.](PER) war der Sohn von [Heinrich VI.](PER) und lebte lange.",
            En "[Harald V](PER) opened the bridge.",
        ],
        silent: [
            De "In Teil II. lobt er [Friedrich](PER).",
            En "Volume V opens with a letter.",
        ],
    }
}

/// How many given names a person may have.
const MOST_GIVEN: usize = 3;

/// What is no name behind a form of address.
const NO_NAME: ClassSet = ClassSet::of(&[
    Class::Article,
    Class::IndefiniteArticle,
    Class::Pronoun,
    Class::Possessive,
    Class::Demonstrative,
    Class::Adposition,
    Class::Coordinator,
    Class::Subordinator,
    Class::Part,
    Class::Cardinal,
    Class::OrganisationHead,
    Class::Address,
]);

/// What stands before a noun, so that a form of address is one.
const DETERMINES: ClassSet = groups::BEFORE_NOUN;

fn addressed(site: &mut Site<'_, '_, '_>, at: usize, _: &Unit) {
    let (analysis, frame) = (site.analysis, site.frame);
    if frame.before(at).is_some_and(|before| before.is_any(DETERMINES)) {
        return;
    }
    let mut start = at + 1;
    // "Frau Dr. Hardy", "Mr Justice Holt", "Frau Ministerin Hardy".
    while let Some(until) = [Class::Title, Class::Role]
        .into_iter()
        .filter_map(|class| run::phrase(analysis, frame, start, class))
        .max()
        .filter(|until| frame.get(*until).is_some_and(|next| next.is_word() && next.capital() && !next.is_any(NO_NAME)))
    {
        start = until;
    }
    let Some(first) = particle_end(site, start).or(Some(start)).and_then(|at| frame.get(at)) else {
        return;
    };
    let known = site.known_from(start).is_some_and(|known| known.user);
    let office = first.is_any(ClassSet::of(&[Class::Role, Class::Title])) && !first.is(Class::NameWord);
    let named = first.is_word() && first.capital() && !first.is_any(NO_NAME) && !office && !known;
    if !named || first.is_any(TIME) && !first.is(Class::Month) {
        return;
    }
    let end = names_end(site, start);
    site.push(start..end, &PERSON_ADDRESS, Name::new(EntityType::Per, 92));
}

fn given(site: &mut Site<'_, '_, '_>, at: usize, unit: &Unit) {
    let found = regent(site, at)
        .or_else(|| particle(site, at))
        .or_else(|| capitals(site, at, unit))
        .or_else(|| words(site, at, unit));
    if let Some((end, rule)) = found {
        site.push(at..end, rule, Name::new(EntityType::Per, 88));
    }
}

/// "Friedrich II."; the numeral one needs its dot, as it is a word or an initial without.
fn regent(site: &Site<'_, '_, '_>, at: usize) -> Option<(usize, &'static Rule)> {
    let unit = site.frame.get(at + 1)?;
    let word = site.analysis.span(unit.tokens()).of(site.analysis.text);
    let dotted = site.analysis.profile(site.frame.sentence).ordinal_dot;
    let numeral = is_roman(word) && word != "I" && (dotted || word.len() > 1 || word == "V");
    (numeral && !site.frame.headline).then_some((at + 2, &PERSON_REGENT))
}

/// "Ursula von der Heyden", not "Ursula von der Seite", "Leopold von Hamburg nach Kiel".
fn particle(site: &Site<'_, '_, '_>, at: usize) -> Option<(usize, &'static Rule)> {
    let frame = site.frame;
    let joins =
        |at: usize| frame.get(at).is_some_and(|unit| unit.initial() || unit.is(Class::GivenName) && unit.capital());
    let from = if joins(at + 1) { at + 2 } else { at + 1 };
    let last = particle_end(site, from)?;
    let unit = frame.get(last)?;
    let word = site.analysis.word(unit.end as usize - 1);
    let listed = site.lang.is_some_and(|lang| Vocabulary::builtin(lang).has(word));
    let elsewhere = unit.is_any(FUNCTION.with(TIME).with(ClassSet::of(&[Class::GivenName])))
        || unit.ordinary() && !unit.by_tail()
        || unit.upper()
        || listed
        || site.known_from(last).is_some();
    (unit.is_word() && unit.capital() && !elsewhere).then_some((last + 1, &PERSON_PARTICLE))
}

/// "Van der Hellen", "Alexander Van der Hellen"
fn led_by_particles(site: &mut Site<'_, '_, '_>, at: usize, unit: &Unit) {
    let frame = site.frame;
    let particles = site.analysis.senses_of(unit.start as usize, Class::NameParticle).find(|sense| sense.length > 1);
    // "Von der Heide aus", „Von der Skyline …“: where a sentence begins or before an ordinary word it is a preposition.
    let governs = |name: usize| {
        let ordinary = frame.get(name).is_some_and(Unit::ordinary);
        unit.is(Class::Adposition) && (unit.opens() || ordinary)
    };
    let Some(last) = particles.filter(|_| unit.capital()).and_then(|sense| frame.sense_end(at, *sense)) else {
        return;
    };
    let named = frame.get(last).is_some_and(|name| name.is_word() && name.capital() && !name.is_any(FUNCTION));
    if named && last > at + 1 && !governs(last) {
        let given = |at: &usize| {
            frame.get(*at).is_some_and(|unit| unit.capital() && (unit.is(Class::GivenName) || unit.initial()))
        };
        let start = (0..at).rev().take(MOST_GIVEN).take_while(given).last().unwrap_or(at);
        site.push(start..last + 1, &PERSON_PARTICLES, Name::new(EntityType::Per, 88));
    }
}

/// Behind the particles that begin at a unit: "von und zu", "de la".
fn particle_end(site: &Site<'_, '_, '_>, at: usize) -> Option<usize> {
    let unit = site.frame.get(at)?;
    let token = unit.start as usize;
    let sense = site.analysis.sense(token, Class::NameParticle).filter(|_| !unit.capital())?;
    site.frame.sense_end(at, sense)
}

/// A given name before an unknown word where both are all capitals: "EMMA HARDY".
fn capitals(site: &Site<'_, '_, '_>, at: usize, unit: &Unit) -> Option<(usize, &'static Rule)> {
    let next = site.frame.get(at + 1).filter(|next| unit.upper() && unit.is(Class::GivenName) && next.upper())?;
    let known = next.ordinary() || next.function() || next.compound() || site.known_from(at + 1).is_some();
    let word = site.analysis.word(next.start as usize);
    let long = word.chars().count() > 3 && site.analysis.word(unit.start as usize).chars().count() > 2;
    let listed = site.lang.is_some_and(|lang| Vocabulary::builtin(lang).has(word));
    (next.is_word() && long && !known && !listed).then_some((at + 2, &PERSON_CAPITALS))
}

/// A given name before a surname, one of them a word. At a sentence's start what is also a word of grammar or time needs a
/// finite verb behind both: "Will Young may sue", not "Will Young people vote?".
fn words(site: &Site<'_, '_, '_>, at: usize, unit: &Unit) -> Option<(usize, &'static Rule)> {
    let frame = site.frame;
    let next =
        frame.get(at + 1).filter(|next| next.is_word() && next.capital() && !next.compound() && !next.upper())?;
    let behind = frame.get(at + 2);
    let month = next.is(Class::Month)
        && !unit.is_any(TIME)
        && !behind.is_some_and(|behind| behind.kind == TokenKind::Number || behind.is(Class::Coordinator));
    let noun = || {
        frame.nouns_have_capitals()
            && site.lang.is_some_and(|lang| is_noun(lang, site.analysis.word(next.start as usize)))
    };
    let unknown = unit.is(Class::GivenWord)
        && !next.ordinary()
        && !next.function()
        && !next.is(Class::GivenName)
        && site.known_from(at + 1).is_none()
        && !noun();
    if !(next.is(Class::NameWord) || month || unknown) || site.known_from(at).is_some_and(|known| known.units.len() > 1)
    {
        return None;
    }
    let grammar = unit.is_any(FUNCTION.with(TIME)) && unit.opens();
    let goes_on = !frame.nouns_have_capitals() && behind.is_some_and(|behind| behind.capital() && behind.is_word());
    (!goes_on && (!grammar || is_finite(site, at + 2))).then_some((at + 2, &PERSON_WORDS))
}

/// Whether a word is a noun of a language, by its list of words.
fn is_noun(lang: Lang, word: &str) -> bool {
    Vocabulary::builtin(lang).find(&word.to_lowercase()).is_some()
}

/// Whether a unit is a finite verb and no infinitive.
fn is_finite(site: &Site<'_, '_, '_>, at: usize) -> bool {
    site.frame.get(at).is_some_and(|unit| {
        let token = unit.start as usize;
        let mut verbs = site.analysis.senses_of(token, Class::Verb);
        !unit.capital()
            && (unit.is_any(ClassSet::of(&[Class::Auxiliary, Class::Modal]))
                || verbs.any(|sense| sense.form.has_any(FINITE) && !sense.form.has(Form::INFINITIVE)))
    })
}

/// The end of the names that begin at a unit: given names, initials, particles, and one surname.
fn names_end(site: &Site<'_, '_, '_>, start: usize) -> usize {
    let frame = site.frame;
    let mut at = start;
    for _ in 0..4 {
        if let Some(until) = particle_end(site, at) {
            at = until;
        }
        let Some(unit) = frame.get(at).filter(|unit| unit.is_word() && unit.capital()) else {
            break;
        };
        at += 1;
        let joins = unit.initial() || unit.is(Class::GivenName) && !unit.is(Class::NameWord);
        let Some(next) = frame.get(at) else {
            break;
        };
        let name = next.is_word() && next.capital() && !next.is_any(NO_NAME.with(TIME));
        let particle = particle_end(site, at)
            .and_then(|until| frame.get(until))
            .is_some_and(|unit| unit.is_word() && unit.capital() && !unit.ordinary());
        if !(joins && (name || particle) || name && !next.ordinary() && !next.function()) {
            break;
        }
    }
    at
}
