//! What speaks for a part of a run: its own words, and what stands around it.

use std::ops::Range;

use super::evidence::Evidence;
use super::neighbour::{after, before};
use super::run;
use super::site::Site;
use super::unit::PERSON;
use super::weights::Sum;
use crate::answer::EntityType;
use crate::lexicon::Class;
use crate::reading::Analysis;
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
    sum.add_if(last.compound() && !last.is_any(PERSON), Evidence::NounCompound);
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
