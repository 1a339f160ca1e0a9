//! What speaks for a part of a run: its own words, and what stands before and behind it.

use std::ops::Range;

use super::candidates::{PERSON, Site};
use super::evidence::{Evidence, Sum};
use super::run;
use super::unit::TIME;
use crate::analysis::Analysis;
use crate::document::EntityType;
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

/// Adds up what speaks for a part.
pub(super) fn weigh(site: &Site<'_, '_, '_>, units: &Range<usize>, office: Option<Evidence>) -> Sum {
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
        sum.add_if(
            run::covering(analysis, frame, units.start + 1, units.end, Class::OrganisationHead).is_some(),
            Evidence::OrganisationHeadLast,
        );
        sum.add_if(
            run::covering(analysis, frame, units.start + 1, units.end, Class::PlaceHead).is_some(),
            Evidence::PlaceHeadLast,
        );
        sum.add_if(first.is(Class::OrganisationHead) || of_after_head(site, units), Evidence::OrganisationHeadFirst);
        sum.add_if(first.is(Class::PlaceHead), Evidence::PlaceHeadFirst);
        if let Some(known) = site.known_from(units.start).filter(|known| known.units.end < units.end) {
            let place = known.kind() == EntityType::Loc;
            sum.add(if place { Evidence::PlaceFirst } else { Evidence::OrganisationFirst });
            let article = frame.before(units.start).is_some_and(|unit| unit.is(Class::Article));
            sum.add_if(place && article, Evidence::PlaceFirstArticle);
        }
    }
    sum.add_if(
        single && first.upper() && !frame.headline && acronym(analysis, first.start as usize),
        Evidence::Acronym,
    );
    sum.add_if(inside.iter().any(|unit| unit.kind == TokenKind::Symbol), Evidence::Ampersand);

    let word = analysis.span(last.tokens()).of(analysis.text);
    sum.add_if(last.by_tail() && last.is(Class::Noun), Evidence::NounTail);
    sum.add_if(last.by_tail() && last.is(Class::PlaceHead), Evidence::PlaceTail);
    sum.add_if(last.by_tail() && last.is(Class::OrganisationHead), Evidence::OrganisationTail);
    sum.add_if(single && word.ends_with('s'), Evidence::SingleEndsInS);
    sum.add_if(inside.iter().all(|unit| unit.initial()), Evidence::OnlyInitials);
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
pub(super) fn of_after_head(site: &Site<'_, '_, '_>, units: &Range<usize>) -> bool {
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
        preposition(site, unit.start as usize, sum);
    }
    let noun = site.frame.capital_nouns && unit.capital() || !unit.capital() && unit.is(Class::Noun);
    if site.frame.capital_nouns && noun {
        sum.add_if(unit.is(Class::OrganisationHead), Evidence::OrganisationNounBefore);
        sum.add_if(unit.is(Class::PlaceHead), Evidence::PlaceNounBefore);
    }
    sum.add_if(noun && !unit.function(), Evidence::NounBefore);
    let tag = noun_tag(site, start - 1);
    sum.add_if(tag == "group", Evidence::GroupBefore);
    sum.add_if(tag == "person" || unit.is(Class::Role), Evidence::PersonNounBefore);
    if !unit.capital() && !unit.function() {
        sum.add_if(unit.is(Class::Verb), Evidence::VerbBefore);
        sum.add_if(unit.is(Class::Adjective) || !unit.ordinary(), Evidence::AdjectiveBefore);
    }
    sum.add_if(unit.is_any(ClassSet::of(&[Class::Auxiliary, Class::Modal])), Evidence::VerbBefore);
}

/// Which preposition stands before.
fn preposition(site: &Site<'_, '_, '_>, token: usize, sum: &mut Sum) {
    sum.add(Evidence::Preposition);
    let profile = site.analysis.profile(site.frame.sentence);
    sum.add_if(profile.contractions.contains(&site.analysis.word(token)), Evidence::Contraction);
    for sense in site.analysis.senses(token).iter().filter(|sense| sense.class == Class::Adposition) {
        let evidence = match Adposition::from_value(sense.value) {
            Some(Adposition::In | Adposition::Into) => Evidence::PrepIn,
            Some(Adposition::To) => Evidence::PrepTo,
            Some(Adposition::From) => Evidence::PrepFrom,
            Some(Adposition::Of) => Evidence::PrepOf,
            Some(Adposition::By) => Evidence::PrepBy,
            Some(Adposition::With) => Evidence::PrepWith,
            Some(Adposition::At) => Evidence::PrepAt,
            Some(Adposition::On) => Evidence::PrepOn,
            Some(Adposition::Near) => Evidence::PrepNear,
            Some(Adposition::Through) => Evidence::PrepThrough,
            Some(Adposition::For) => Evidence::PrepFor,
            Some(Adposition::Against) => Evidence::PrepAgainst,
            Some(Adposition::After) => Evidence::PrepAfter,
            Some(Adposition::As) => Evidence::PrepAs,
            _ => continue,
        };
        sum.add(evidence);
    }
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
        TokenKind::Word if analysis.word(unit.start as usize).starts_with(['\'', '’']) => {
            sum.add(Evidence::GenitiveAfter)
        }
        TokenKind::Word if says(site, end) => sum.add(Evidence::SaysAfter),
        TokenKind::Word => {
            let verb =
                unit.is_any(ClassSet::of(&[Class::Verb, Class::Auxiliary, Class::Modal])) && !unit.is(Class::Noun);
            sum.add_if(verb && !unit.capital(), Evidence::VerbAfter);
            sum.add_if(unit.is(Class::Noun), Evidence::NounAfter);
            let tag = noun_tag(site, end);
            sum.add_if(tag == "group", Evidence::GroupAfter);
            sum.add_if(tag == "person" || unit.is(Class::Role), Evidence::PersonNounAfter);
            if unit.is(Class::Auxiliary) {
                is_a(site, end, sum);
            }
            if unit.is(Class::Coordinator) {
                sum.add(Evidence::ConjunctionAfter);
                beside(site, Some(end + 1), true, sum);
            }
        }
        TokenKind::Number => sum.add(Evidence::NumberAfter),
        TokenKind::Open | TokenKind::Separator => {
            let closes =
                frame.get(end + 2).is_some_and(|next| matches!(next.kind, TokenKind::Close | TokenKind::Separator));
            let age = frame.get(end + 1).is_some_and(|next| {
                let word = analysis.word(next.start as usize);
                next.kind == TokenKind::Number && word.len() <= 2 && closes
            });
            sum.add_if(age, Evidence::AgeAfter);
            if unit.kind == TokenKind::Open {
                sum.add(Evidence::BracketAfter);
            } else {
                sum.add(Evidence::CommaAfter);
                beside(site, Some(end + 1), true, sum);
            }
            if unit.kind == TokenKind::Separator && analysis.word(unit.start as usize) == "," {
                let role = (end + 1..end + 4).find(|&at| {
                    frame.get(at).is_some_and(|unit| {
                        unit.is(Class::Role) || run::phrase(analysis, frame, at, Class::Role).is_some()
                    })
                });
                let plain = role.is_some_and(|role| {
                    (end + 1..role).all(|at| {
                        frame.get(at).is_some_and(|unit| {
                            unit.is_any(ClassSet::of(&[
                                Class::Article,
                                Class::Possessive,
                                Class::Adjective,
                                Class::PlaceAdjective,
                            ]))
                        })
                    })
                });
                sum.add_if(plain, Evidence::RoleAfter);
                let place =
                    site.known_from(end + 1).is_some_and(|known| known.kind() == EntityType::Loc && !known.doubtful);
                sum.add_if(place && !frame.capital_nouns, Evidence::PlaceAfterComma);
            }
        }
        _ => {}
    }
}

/// The kind of the noun at a unit, empty where there is none.
fn noun_tag<'s>(site: &Site<'s, '_, '_>, at: usize) -> &'s str {
    let Some(unit) = site.frame.get(at).filter(|unit| unit.is(Class::Noun)) else {
        return "";
    };
    let sense = site.analysis.sense(unit.end as usize - 1, Class::Noun);
    sense.map_or("", |sense| site.analysis.label(sense))
}

/// "X is a village in …": the first noun that says what X is, behind an auxiliary and an article.
fn is_a(site: &Site<'_, '_, '_>, verb: usize, sum: &mut Sum) {
    if !site.frame.get(verb + 1).is_some_and(|unit| unit.is(Class::Article)) {
        return;
    }
    for at in verb + 2..verb + 6 {
        let Some(unit) = site.frame.get(at).filter(|unit| unit.is_word() && !unit.function()) else {
            return;
        };
        let tag = noun_tag(site, at);
        let evidence = if unit.is(Class::PlaceHead) {
            Evidence::IsPlace
        } else if unit.is(Class::Role) || tag == "person" {
            Evidence::IsPerson
        } else if unit.is(Class::OrganisationHead) || tag == "group" {
            Evidence::IsGroup
        } else {
            continue;
        };
        sum.add(evidence);
        return;
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
                && site.analysis.label(*sense) == "say"
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
                    Some(Adposition::In | Adposition::Near | Adposition::Into | Adposition::From | Adposition::To)
                )
        })
}
