//! Candidates of one sentence: runs of capitalised units, cut into parts, each judged by its evidence.

use std::ops::Range;

use super::dictionary::Known;
use super::evidence::{self, Evidence, Sum};
use super::unit::{Frame, TIME};
use super::{Name, run};
use crate::analysis::Analysis;
use crate::candidate::Candidate;
use crate::document::EntityType;
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

const HEAD: ClassSet = ClassSet::of(&[Class::OrganisationHead, Class::PlaceHead, Class::LegalForm]);
const ORIGIN: ClassSet = ClassSet::of(&[Class::PlaceAdjective, Class::Demonym]);
const PERSON: ClassSet = ClassSet::of(&[Class::GivenName, Class::Surname]);

/// What the rules of one sentence read and write.
pub(super) struct Site<'s, 'a, 't> {
    pub analysis: &'s Analysis<'a, 't>,
    pub frame: &'s Frame,
    pub known: &'s [Known],
    pub names: &'s mut Vec<Candidate<Name>>,
}

impl Site<'_, '_, '_> {
    pub(super) fn push(&mut self, units: Range<usize>, rule: &'static str, name: Name) {
        let tokens = self.frame.tokens(units);
        if !tokens.is_empty() {
            self.names.push(Candidate::new(self.analysis, tokens, rule, name));
        }
    }

    /// Proposes a dictionary name as it stands.
    pub(super) fn push_known(&mut self, known: &Known) {
        let rule = match known.kind() {
            EntityType::Org => "org.dictionary",
            EntityType::Loc => "place.dictionary",
            EntityType::Per => "person.dictionary",
            EntityType::Misc => "misc.dictionary",
        };
        let confidence = if known.user { 99 } else if known.doubtful { 60 } else { 85 };
        let rank = if known.user { 9 } else { 3 };
        let name = Name { sense: Some(known.sense), rank, ..Name::new(known.kind(), confidence) };
        self.push(known.units.clone(), rule, name);
    }

    /// The dictionary name that covers exactly these units.
    pub(super) fn known_at(&self, units: &Range<usize>) -> Option<&Known> {
        let at = self.known.partition_point(|known| known.units.start < units.start);
        self.known.get(at).filter(|known| known.units == *units)
    }

    /// The dictionary name that begins at a unit.
    pub(super) fn known_from(&self, at: usize) -> Option<&Known> {
        let place = self.known.partition_point(|known| known.units.start < at);
        self.known.get(place).filter(|known| known.units.start == at)
    }
}

/// Judges all runs of the sentence, and proposes the dictionary names that lie in none.
pub(super) fn propose(site: &mut Site<'_, '_, '_>) {
    let mut at = 0;
    let mut open = 0;
    while at < site.frame.units.len() {
        if let Some(run) = run::at(site.analysis, site.frame, at) {
            flush(site, &mut open, run.start);
            parts(site, run.clone());
            at = run.end;
            open = open.max(at);
        } else {
            at += 1;
        }
    }
    flush(site, &mut open, site.frame.units.len());
}

/// Proposes the dictionary names that begin before `until`.
fn flush(site: &mut Site<'_, '_, '_>, open: &mut usize, until: usize) {
    let known = site.known;
    let from = known.partition_point(|known| known.units.start < *open);
    for known in known[from..].iter().take_while(|known| known.units.start < until) {
        if believable(site, known) {
            site.push_known(known);
        }
        *open = (*open).max(known.units.end);
    }
    *open = (*open).max(until);
}

/// A name that is also an ordinary word needs more than its capital.
fn believable(site: &Site<'_, '_, '_>, known: &Known) -> bool {
    if known.user || !known.doubtful {
        return true;
    }
    let Some(unit) = site.frame.get(known.units.start) else {
        return false;
    };
    if !unit.capital() {
        return false;
    }
    if unit.upper() && known.sense.form.has(Form::SHORT) {
        return true;
    }
    match known.kind() {
        EntityType::Loc => place_before(site, known.units.start) || !unit.opens() && !site.frame.capital_nouns,
        _ => !unit.opens() && !site.frame.capital_nouns,
    }
}

/// Cuts a run at titles, roles and adjectives of origin, and judges each part.
fn parts(site: &mut Site<'_, '_, '_>, run: Range<usize>) {
    let (frame, analysis) = (site.frame, site.analysis);
    let (mut start, end) = (run.start, run.end);
    let head = frame.get(end - 1).is_some_and(|unit| unit.is_any(HEAD) && !unit.is_any(PERSON));
    let mut office = office_before(analysis, frame, start);
    // Where nouns have capitals, an unknown word before a given name is one ("Rennkanutin Anna Veith").
    if frame.capital_nouns
        && let Some(given) = (start + 1..end).find(|&at| frame.get(at).is_some_and(|unit| unit.is(Class::GivenName)))
        && given + 1 < end
        && frame.units[start..given].iter().all(|unit| !unit.is_any(PERSON) && !unit.initial())
        && site.known_from(start).is_none()
        && !head
    {
        start = given;
        office = Some(Evidence::Role);
    }
    let mut at = start;
    while at < end {
        let Some(unit) = frame.get(at) else {
            break;
        };
        if let Some(known) = site.known_from(at).filter(|known| known.units.end > at + 1 && known.units.end <= end) {
            at = known.units.end;
            continue;
        }
        let phrase = [Class::Title, Class::Role]
            .into_iter()
            .filter_map(|class| Some((run::phrase(analysis, frame, at, class)?, class)))
            .max_by_key(|(until, _)| *until)
            .filter(|(until, _)| *until <= end && !head);
        if let Some((until, class)) = phrase {
            let surname = until == end
                && at > start
                && frame.before(at).is_some_and(|before| before.is(Class::GivenName) || before.initial());
            let postfix = until == end && at > start && class == Class::Title;
            if !surname && !postfix && !(at > start && unit.is(Class::GivenName)) {
                if start < at {
                    part(site, start..at, office);
                }
                office = Some(if class == Class::Title { Evidence::Title } else { Evidence::Role });
                start = until;
                at = until;
                continue;
            }
        } else if at == start && unit.is_any(ORIGIN) && !head && site.known_from(at).is_none() && !unit.is_any(PERSON) {
            start = at + 1;
        } else if at == start
            && at + 1 < end
            && unit.opens()
            && unit.is_any(ClassSet::of(&[Class::Adverb, Class::Verb]))
            && !unit.is_any(PERSON)
            && site.known_from(at).is_none()
        {
            start = at + 1;
        }
        at += 1;
    }
    if start < end {
        part(site, start..end, office);
    }
}

/// The title or role whose words end where a run begins.
fn office_before(analysis: &Analysis<'_, '_>, frame: &Frame, start: usize) -> Option<Evidence> {
    let before = frame.before(start)?;
    if before.is(Class::Title) || run::covering(analysis, frame, start.saturating_sub(3), start, Class::Title).is_some() {
        return Some(Evidence::Title);
    }
    (before.is(Class::Role) || run::covering(analysis, frame, start.saturating_sub(4), start, Class::Role).is_some())
        .then_some(Evidence::Role)
}

/// Judges one part of a run.
fn part(site: &mut Site<'_, '_, '_>, units: Range<usize>, office: Option<Evidence>) {
    let frame = site.frame;
    let known = site.known_at(&units).cloned();
    if let Some(known) = &known {
        let person = matches!(office, Some(Evidence::Title)) && known.units.len() == 1 && known.kind() == EntityType::Loc;
        if !person || known.user {
            if believable(site, known) {
                site.push_known(known);
            }
            return;
        }
    }
    let sum = weigh(site, &units, office);
    let weights = site.analysis.profile(frame.sentence).name_weights;
    if let Some((kind, points, loudest)) = sum.decide(weights) {
        let name = Name::new(kind, evidence::confidence(points));
        site.push(units.clone(), evidence::rule(kind, loudest), name);
        return;
    }
    // No name as a whole; dictionary names inside stand where the rest is no name either.
    let from = site.known.partition_point(|known| known.units.start < units.start);
    let known = site.known;
    for known in known[from..].iter().take_while(|known| known.units.end <= units.end) {
        let rest = frame.units.get(known.units.end..units.end).unwrap_or(&[]);
        let alone = rest.is_empty() || known.units.len() > 1 || frame.capital_nouns;
        if (alone || known.user) && believable(site, known) {
            site.push_known(known);
        }
    }
}

/// Adds up what speaks for a part.
fn weigh(site: &Site<'_, '_, '_>, units: &Range<usize>, office: Option<Evidence>) -> Sum {
    let (analysis, frame) = (site.analysis, site.frame);
    let mut sum = Sum::default();
    let inside = frame.units.get(units.clone()).unwrap_or(&[]);
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return sum;
    };
    let single = inside.len() == 1;
    let ordinary = inside.iter().filter(|unit| unit.ordinary() && !unit.is_any(PERSON)).count();
    sum.add(if single { Evidence::Single } else { Evidence::Several });
    sum.add_if(inside.len() >= 4, Evidence::Long);
    sum.add_if(single && first.opens(), Evidence::Opens);
    sum.add_if(frame.capital_nouns && single, Evidence::CapitalNouns);
    sum.add_if(frame.capital_nouns && last.compound() && !last.is_any(PERSON), Evidence::NounCompound);
    if single {
        sum.add_if(first.ordinary() && !first.is_any(PERSON), Evidence::OrdinaryAlone);
    } else if ordinary > 0 {
        sum.add(Evidence::OrdinaryInside);
    } else {
        sum.add(Evidence::AllUnknown);
    }

    if first.is(Class::GivenName) {
        sum.add(if single { Evidence::GivenAlone } else { Evidence::GivenFirst });
        let doubtful = first.ordinary() || site.known_from(units.start).is_some();
        sum.add_if(doubtful, Evidence::GivenDoubtful);
    }
    sum.add_if(last.is(Class::Surname), Evidence::SurnameLast);
    sum.add_if(!single && inside.iter().any(|unit| unit.initial()), Evidence::Initial);
    sum.add_if(inside.iter().any(|unit| unit.is(Class::NameParticle) && !unit.capital()), Evidence::Particle);
    if let Some(office) = office {
        sum.add(office);
    }

    let legal = (units.start + 1..units.end).any(|at| run::legal_form(analysis, frame, at) == Some(units.end));
    if legal {
        sum.add(Evidence::LegalForm);
    } else if !single {
        sum.add_if(run::covering(analysis, frame, units.start + 1, units.end, Class::OrganisationHead).is_some(), Evidence::OrganisationHeadLast);
        sum.add_if(run::covering(analysis, frame, units.start + 1, units.end, Class::PlaceHead).is_some(), Evidence::PlaceHeadLast);
        sum.add_if(first.is(Class::OrganisationHead) || of_after_head(site, units), Evidence::OrganisationHeadFirst);
        sum.add_if(first.is(Class::PlaceHead), Evidence::PlaceHeadFirst);
        if let Some(known) = site.known_from(units.start).filter(|known| known.units.end < units.end) {
            sum.add(if known.kind() == EntityType::Loc { Evidence::PlaceFirst } else { Evidence::OrganisationFirst });
        }
    }
    sum.add_if(single && first.upper() && !frame.headline && acronym(analysis, first.start as usize), Evidence::Acronym);
    sum.add_if(inside.iter().any(|unit| unit.kind == TokenKind::Symbol), Evidence::Ampersand);

    let word = analysis.span(last.tokens()).of(analysis.text);
    sum.add_if(last.by_tail(), Evidence::NounTail);
    sum.add_if(inside.iter().any(|unit| unit.shape == Shape::Mixed), Evidence::MixedCase);
    sum.add_if(word.len() >= 12, Evidence::LongWord);
    sum.add_if(word.len() <= 4, Evidence::ShortWord);
    sum.add_if(inside.iter().any(|unit| unit.compound()), Evidence::Hyphen);
    sum.add_if(word.bytes().any(|b| b.is_ascii_digit()), Evidence::Digit);
    sum.add_if(inside.iter().all(|unit| unit.upper()), Evidence::AllCapitals);
    sum.add_if(frame.headline, Evidence::Headline);
    sum.add_if(inside.len() >= 3, Evidence::Three);
    sum.add_if(!single && first.is(Class::Surname), Evidence::SurnameFirst);
    sum.add_if(word.ends_with('s'), Evidence::EndsInS);
    let middle = inside.get(1..inside.len().saturating_sub(1)).unwrap_or(&[]);
    sum.add_if(middle.iter().any(|unit| unit.is(Class::OrganisationHead)), Evidence::HeadInside);
    before(site, units.start, &mut sum);
    after(site, units.end, &mut sum);
    let quoted = frame.before(units.start).is_some_and(|unit| unit.kind == TokenKind::Quote)
        && frame.get(units.end).is_some_and(|unit| unit.kind == TokenKind::Quote);
    sum.add_if(quoted, Evidence::Quoted);
    sum
}

/// "University of X", "Department of the Y": a head noun before "of" inside.
fn of_after_head(site: &Site<'_, '_, '_>, units: &Range<usize>) -> bool {
    units.clone().skip(1).any(|at| {
        site.frame.get(at).is_some_and(|unit| !unit.capital() && unit.is(Class::Adposition))
            && site.frame.before(at).is_some_and(|unit| unit.is(Class::OrganisationHead))
    })
}

fn acronym(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    (2..=6).contains(&analysis.word(token).len())
}

/// What stands before a part.
fn before(site: &Site<'_, '_, '_>, start: usize, sum: &mut Sum) {
    let Some(unit) = site.frame.before(start) else {
        return;
    };
    match unit.kind {
        TokenKind::Separator => {
            let comma = site.analysis.word(unit.start as usize) == ",";
            sum.add_if(comma, Evidence::CommaBefore);
            if comma {
                beside(site, start.checked_sub(2), false, sum);
            }
            return;
        }
        TokenKind::Open => sum.add(Evidence::BracketBefore),
        TokenKind::Word => {}
        _ => return,
    }
    sum.add_if(unit.is(Class::Article), Evidence::Article);
    sum.add_if(unit.is_any(DETERMINER), Evidence::Determiner);
    sum.add_if(place_before(site, start), Evidence::PlacePreposition);
    sum.add_if(says(site, start - 1), Evidence::SaysBefore);
    if unit.is(Class::Coordinator) {
        sum.add(Evidence::ConjunctionBefore);
        beside(site, start.checked_sub(2), false, sum);
    }
    if unit.is(Class::Adposition) {
        let of_person = site.analysis.senses(unit.start as usize).iter().any(|sense| {
            sense.class == Class::Adposition
                && matches!(
                    Adposition::from_value(sense.value),
                    Some(Adposition::Of | Adposition::By | Adposition::With | Adposition::From | Adposition::Against)
                )
        });
        sum.add(if of_person { Evidence::PersonPreposition } else { Evidence::Preposition });
    }
    let noun = site.frame.capital_nouns && unit.capital() || !unit.capital() && unit.is(Class::Noun);
    if site.frame.capital_nouns && noun {
        sum.add_if(unit.is(Class::OrganisationHead), Evidence::OrganisationNounBefore);
        sum.add_if(unit.is(Class::PlaceHead), Evidence::PlaceNounBefore);
    }
    sum.add_if(noun && !unit.function(), Evidence::NounBefore);
    if !unit.capital() && !unit.function() {
        sum.add_if(unit.is(Class::Verb), Evidence::VerbBefore);
        sum.add_if(unit.is(Class::Adjective) || !unit.ordinary(), Evidence::AdjectiveBefore);
    }
    sum.add_if(unit.is_any(ClassSet::of(&[Class::Auxiliary, Class::Modal])), Evidence::VerbBefore);
}

/// A name of a known kind beside a comma or conjunction.
fn beside(site: &Site<'_, '_, '_>, at: Option<usize>, after: bool, sum: &mut Sum) {
    let Some(at) = at else {
        return;
    };
    let known = if after {
        site.known_from(at)
    } else {
        let place = site.known.partition_point(|known| known.units.end <= at);
        site.known.get(place).filter(|known| known.units.end == at + 1)
    };
    sum.add_if(known.is_some_and(|known| known.kind() == EntityType::Loc), Evidence::PlaceBeside);
    let given = |at: usize| site.frame.get(at).is_some_and(|unit| unit.is(Class::GivenName));
    let person = given(at) || !after && at > 0 && given(at - 1);
    sum.add_if(known.is_none() && person, Evidence::PersonBeside);
}

const DETERMINER: ClassSet = ClassSet::of(&[
    Class::Article,
    Class::Demonstrative,
    Class::Possessive,
    Class::Quantifier,
    Class::Indefinite,
    Class::Cardinal,
    Class::OrdinalWord,
    Class::Deictic,
]);

/// What stands after a part.
fn after(site: &Site<'_, '_, '_>, end: usize, sum: &mut Sum) {
    let (frame, analysis) = (site.frame, site.analysis);
    let Some(unit) = frame.get(end) else {
        sum.add(Evidence::EndAfter);
        return;
    };
    match unit.kind {
        TokenKind::Terminal => sum.add(Evidence::EndAfter),
        TokenKind::Word if analysis.word(unit.start as usize).starts_with(['\'', '’']) => sum.add(Evidence::GenitiveAfter),
        TokenKind::Word if says(site, end) => sum.add(Evidence::SaysAfter),
        TokenKind::Word => {
            let verb = unit.is_any(ClassSet::of(&[Class::Verb, Class::Auxiliary, Class::Modal])) && !unit.is(Class::Noun);
            sum.add_if(verb && !unit.capital(), Evidence::VerbAfter);
            sum.add_if(unit.is(Class::Noun), Evidence::NounAfter);
            if unit.is(Class::Coordinator) {
                sum.add(Evidence::ConjunctionAfter);
                beside(site, Some(end + 1), true, sum);
            }
        }
        TokenKind::Number => sum.add(Evidence::NumberAfter),
        TokenKind::Open | TokenKind::Separator => {
            let closes = frame.get(end + 2).is_some_and(|next| matches!(next.kind, TokenKind::Close | TokenKind::Separator));
            let age = frame.get(end + 1).is_some_and(|next| {
                let word = analysis.word(next.start as usize);
                next.kind == TokenKind::Number && word.len() <= 2 && closes
            });
            sum.add_if(age, Evidence::AgeAfter);
            sum.add(if unit.kind == TokenKind::Open { Evidence::BracketAfter } else { Evidence::CommaAfter });
            beside(site, Some(end + 1), true, sum);
            if unit.kind == TokenKind::Separator && analysis.word(unit.start as usize) == "," {
                let role = (end + 1..end + 4).find(|&at| {
                    frame.get(at).is_some_and(|unit| unit.is(Class::Role) || run::phrase(analysis, frame, at, Class::Role).is_some())
                });
                let plain = role.is_some_and(|role| {
                    (end + 1..role).all(|at| {
                        frame.get(at).is_some_and(|unit| {
                            unit.is_any(ClassSet::of(&[Class::Article, Class::Possessive, Class::Adjective, Class::PlaceAdjective]))
                        })
                    })
                });
                sum.add_if(plain, Evidence::RoleAfter);
                let place = site.known_from(end + 1).is_some_and(|known| known.kind() == EntityType::Loc && !known.doubtful);
                sum.add_if(place && !frame.capital_nouns, Evidence::PlaceAfterComma);
            }
        }
        _ => {}
    }
}

/// A form of a verb of saying.
fn says(site: &Site<'_, '_, '_>, at: usize) -> bool {
    let Some(unit) = site.frame.get(at) else {
        return false;
    };
    let token = unit.start as usize;
    unit.is(Class::Verb)
        && site.analysis.senses(token).iter().any(|sense| {
            sense.class == Class::Verb
                && sense.form.has_any(Form::PRESENT.and(Form::PAST))
                && site.analysis.entry(*sense).tag == "say"
        })
}

/// A preposition of place directly before a unit.
pub(super) fn place_before(site: &Site<'_, '_, '_>, at: usize) -> bool {
    let Some(unit) = site.frame.before(at) else {
        return false;
    };
    let token = unit.start as usize;
    unit.is(Class::Adposition)
        && !unit.is_any(TIME)
        && site.analysis.senses(token).iter().any(|sense| {
            sense.class == Class::Adposition
                && matches!(
                    Adposition::from_value(sense.value),
                    Some(Adposition::In | Adposition::Near | Adposition::Into)
                )
        })
}

