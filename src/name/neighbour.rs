//! What stands before and behind a part of a run.

use super::evidence::Evidence;
use super::run;
use super::site::Site;
use super::unit::TIME;
use super::weights::Sum;
use crate::answer::EntityType;
use crate::lexicon::class::{Adposition, NounKind, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::verb::FINITE;
use crate::text::TokenKind;

/// What stands before a part.
pub(super) fn before(site: &Site<'_, '_, '_>, start: usize, sum: &mut Sum) {
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
        let of = site.analysis.is_any_adposition(unit.start as usize, &[Adposition::In, Adposition::Of]);
        sum.add_if(of && start.checked_sub(2).is_some_and(|noun| is_shares(site, noun)), Evidence::SharesBeside);
    }
    let noun = site.frame.is_noun(unit);
    if noun {
        sum.add_if(unit.is(Class::OrganisationHead), Evidence::OrganisationNounBefore);
        sum.add_if(unit.is(Class::PlaceHead), Evidence::PlaceNounBefore);
    }
    sum.add_if(noun && !unit.function(), Evidence::NounBefore);
    let kind = noun_kind(site, start - 1);
    sum.add_if(kind == Some(NounKind::Group), Evidence::GroupBefore);
    sum.add_if(kind == Some(NounKind::Person) || unit.is(Class::Role), Evidence::PersonNounBefore);
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
    for sense in site.analysis.senses_of(token, Class::Adposition) {
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
pub(super) fn after(site: &Site<'_, '_, '_>, end: usize, sum: &mut Sum) {
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
            let moves = frame.get(end + 1).is_some_and(|next| next.is_any(groups::VERBAL) && !next.capital());
            sum.add_if(moves && is_shares(site, end), Evidence::SharesBeside);
            let kind = noun_kind(site, end);
            sum.add_if(kind == Some(NounKind::Group), Evidence::GroupAfter);
            sum.add_if(kind == Some(NounKind::Person) || unit.is(Class::Role), Evidence::PersonNounAfter);
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
                sum.add_if(place, Evidence::PlaceAfterComma);
            }
        }
        _ => {}
    }
}

/// What the noun at a unit names.
fn noun_kind(site: &Site<'_, '_, '_>, at: usize) -> Option<NounKind> {
    let unit = site.frame.get(at).filter(|unit| unit.is(Class::Noun))?;
    site.analysis.noun_kind(site.analysis.sense(unit.end as usize - 1, Class::Noun)?)
}

/// What only companies have.
fn is_shares(site: &Site<'_, '_, '_>, at: usize) -> bool {
    site.frame.get(at).is_some_and(|unit| site.analysis.is_concept(unit.start as usize, &["stock"]))
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
        let kind = noun_kind(site, at);
        let evidence = if unit.is(Class::PlaceHead) {
            Evidence::IsPlace
        } else if unit.is(Class::Role) || kind == Some(NounKind::Person) {
            Evidence::IsPerson
        } else if unit.is(Class::OrganisationHead) || kind == Some(NounKind::Group) {
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
        && site
            .analysis
            .senses_of(token, Class::Verb)
            .any(|sense| sense.form.has_any(FINITE) && site.analysis.verb_kind(*sense) == Some(VerbKind::Say))
}

/// A preposition of place directly before a unit.
pub(super) fn place_before(site: &Site<'_, '_, '_>, at: usize) -> bool {
    let Some(unit) = site.frame.before(at) else {
        return false;
    };
    let token = unit.start as usize;
    unit.is(Class::Adposition)
        && !unit.is_any(TIME)
        && site.analysis.senses_of(token, Class::Adposition).any(|sense| {
            matches!(
                Adposition::from_value(sense.value),
                Some(Adposition::In | Adposition::Near | Adposition::Into | Adposition::From | Adposition::To)
            )
        })
}
