//! Companies that a construction gives away, whatever words their names are made of.

use std::ops::Range;

use super::site::Site;
use super::unit::{FUNCTION, TIME, Unit};
use super::{Again, Name, run};
use crate::answer::EntityType;
use crate::lexicon::{Class, ClassSet, Form, Vocabulary};
use crate::reading::verb::FINITE;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: super::Read;

    /// An organisation with its legal form, which leaves little doubt; its first word stands for it elsewhere
    /// (`org.first-word`). What it is, before a name that is no word, is no part of the name ("der Autobauer Brelo AG").
    pub(super) ORG_LEGAL_FORM = "org.legal-form" {
        pattern: "capitalised words [&] [,] legal form",
        precedence: 4,
        begins: [LegalForm],
        read: with_legal_form,
        fires: [
            De "Im Mai kaufte die [Brelotec GmbH](ORG) zwei Hallen.",
            De "Gegen die [Kranichwerk AG](ORG) und die [Huber & Söhne OHG](ORG) wird ermittelt.",
            De "Der Vorstand der [Pfeiffer HandelsgmbH](ORG) schwieg.",
            En "In May [Tarlow Brothers](ORG) bought two halls.",
            En "[Tarnbrook Instruments Ltd](ORG) and [Nordlund AB](ORG) are hiring.",
            En "The court fined [J. Tarlow & Daughters Ltd](ORG) in May.",
            En "[Tarlow plc](ORG) said so.",
        ],
        silent: [
            De "Im Mai gründete sie eine GmbH mit zwei Hallen.",
            De "Sie firmiert im Mai als GmbH & Co. KG.",
            En "In May his brothers bought two halls.",
            En "The limited edition sold out.",
            En "In May Mr [Tarlow](PER) limited the damage.",
        ],
    }

    /// An organisation whose name is a word too, at a sentence's start without an article before a verb in the singular:
    /// a thing of that name would have its article there.
    pub(super) ORG_SUBJECT = "org.subject" {
        pattern: "organisation that is a word too, finite verb",
        precedence: 4,
        begins: [Organisation],
        read: subject,
        fires: [
            De "[Bahn](ORG) streicht neuntausend Stellen.",
            De "[Bahn](ORG) senkte die Preise.",
            En "[Apple](ORG) rose in late trading.",
            En "[Shell](ORG) closed two refineries.",
        ],
        silent: [
            De "Bahnen und Busse stehen still.",
            De "Spiegel hängen an der Wand.",
            En "Orange is the colour of the season.",
            En "Target practice begins at dawn.",
        ],
    }
}

/// What goes no further back than itself: words of grammar and of time, and the end of another name.
const STOPS: ClassSet = FUNCTION.with(TIME).with(ClassSet::of(&[Class::LegalForm, Class::Adverb]));
/// What a company is, before its name.
const KIND: ClassSet = ClassSet::of(&[Class::Noun, Class::Role, Class::OrganisationHead, Class::Title]);
/// How many words such a name has at most.
const LONGEST: usize = 7;

fn with_legal_form(site: &mut Site<'_, '_, '_>, at: usize, form: &Unit) {
    let frame = site.frame;
    let Some(mut end) = run::legal_form(site.analysis, frame, at) else {
        return;
    };
    // "plc" is written small, "limited" then is another word; "e.V." stands behind whole titles, which the model knows better.
    let other_word = !form.capital() && (form.ordinary() || frame.nouns_have_capitals());
    let before = frame.before(at);
    let capitals = frame.headline && form.upper() && before.is_some_and(Unit::upper);
    if form.opens() || other_word || capitals || before.is_some_and(|before| before.is(Class::LegalForm)) {
        return;
    }
    // "Brelo Holding AG"
    while let Some(until) = run::legal_form(site.analysis, frame, end) {
        end = until;
    }
    let comma = at > 0 && frame.get(at - 1).is_some_and(|unit| unit.kind == TokenKind::Separator);
    let last = at - usize::from(comma);
    let mut start = last;
    while start > 0 && last - start < LONGEST {
        let Some(unit) = frame.get(start - 1) else {
            break;
        };
        let joins = unit.kind == TokenKind::Symbol
            && start < last
            && matches!(site.analysis.word(unit.start as usize), "&" | "+")
            && start > 1
            && frame.get(start - 2).is_some_and(|before| before.is_word() && before.capital());
        let word = unit.is_word() && unit.capital() && (unit.initial() || !unit.is_any(STOPS));
        if !joins && !word || unit.opens() && unit.ordinary() && !frame.nouns_have_capitals() && start < last {
            break;
        }
        start -= 1;
    }
    start = behind_kind(site, start..last);
    let single = last - start == 1 && frame.get(start).is_some_and(|unit| unit.is_any(ClassSet::of(&[Class::Role])));
    if start < last && !single {
        let name = Name { again: Again::FirstWord, ..Name::new(EntityType::Org, 90) };
        site.push(start..end, &ORG_LEGAL_FORM, name);
    }
}

/// Where nouns have capitals, the unit behind the nouns that say what the company is, if what follows is no word.
fn behind_kind(site: &Site<'_, '_, '_>, units: Range<usize>) -> usize {
    let frame = site.frame;
    let Some(vocabulary) = site.lang.filter(|_| frame.nouns_have_capitals()).map(Vocabulary::builtin) else {
        return units.start;
    };
    let word = |at: usize| frame.get(at).map_or("", |unit| site.analysis.word(unit.end as usize - 1));
    let says_what =
        |at: usize| frame.get(at).is_some_and(|unit| unit.is_any(KIND) && !unit.is(Class::NameWord) && !unit.initial());
    let mut start = units.start;
    while start + 1 < units.end && says_what(start) && (start + 1..units.end).any(|at| !vocabulary.has(word(at))) {
        start += 1;
    }
    start
}

fn subject(site: &mut Site<'_, '_, '_>, at: usize, unit: &Unit) {
    let analysis = site.analysis;
    let Some(known) = site.known_from(at).filter(|known| known.doubtful && known.kind() == EntityType::Org) else {
        return;
    };
    let known = known.clone();
    let verb = site.frame.get(known.units.end).is_some_and(|verb| {
        !verb.capital()
            && !verb.is_any(ClassSet::of(&[Class::Auxiliary, Class::Modal, Class::Adposition]))
            && !analysis.has_form(verb.start as usize, Class::Noun, Form::PLURAL)
            && analysis.senses_of(verb.start as usize, Class::Verb).any(|sense| {
                sense.form.has_any(FINITE)
                    && !sense.form.has(Form::INFINITIVE)
                    && (!sense.form.has(Form::PLURAL) || sense.form.has(Form::SINGULAR))
            })
    });
    if unit.opens() && verb && !site.frame.headline {
        site.push(known.units.clone(), &ORG_SUBJECT, Name { confidence: 85, ..known.name() });
    }
}
