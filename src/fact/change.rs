//! How a quantity moved: "stieg um 22 auf 3.288", "rose from 3 to 5 percent".

use super::context::Context;
use crate::answer::{Change, Direction, Fact, FigureId};
use crate::lang::GlossWords;
use crate::lexicon::Class;
use crate::lexicon::class::Adposition;

/// What a figure is in its change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    From,
    To,
    By,
}

/// Gives the facts of a clause with a verb of change their common change.
pub(super) fn link(context: &Context<'_, '_, '_>, facts: &mut [Fact<'_>]) {
    let mut at = 0;
    while at < facts.len() {
        // Facts of figures stand in the order of the text, so those of one clause are neighbours.
        let end = at + facts[at..].iter().take_while(|fact| fact.span == facts[at].span).count();
        if let Some(change) = change(context, &facts[at..end]) {
            for fact in &mut facts[at..end] {
                let part_of = [change.by, change.from, change.to].contains(&fact.figure);
                if fact.figure.is_some() && part_of {
                    fact.change = Some(change.clone());
                }
            }
        }
        at = end;
    }
}

fn change(context: &Context<'_, '_, '_>, facts: &[Fact<'_>]) -> Option<Change> {
    let direction = direction(context, facts.iter().find(|fact| fact.predicate.is_some())?)?;
    let mut change = Change { direction, by: None, from: None, to: None };
    for fact in facts {
        let Some((id, part)) = fact.figure.and_then(|id| Some((id, part(context, id)?))) else {
            continue;
        };
        let slot = match part {
            Part::By => &mut change.by,
            Part::From => &mut change.from,
            Part::To => &mut change.to,
        };
        slot.get_or_insert(id);
    }
    (change.by.is_some() || change.from.is_some() || change.to.is_some()).then_some(change)
}

fn direction(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> Option<Direction> {
    let predicate = fact.predicate.as_ref()?;
    let first = context.analysis.token_at(predicate.spans.first()?.start);
    let clause = context.clause_of(first)?;
    match context.verb_kind(clause.verb.as_ref()) {
        "up" | "double" | "triple" => Some(Direction::Up),
        "down" | "halve" => Some(Direction::Down),
        _ => None,
    }
}

/// The words that show a figure's part in its change: "up", "down to".
pub(super) fn words(fact: &Fact<'_>, words: &GlossWords) -> Option<&'static str> {
    let change = fact.change.as_ref()?;
    let up = change.direction == Direction::Up;
    Some(match fact.figure? {
        id if change.by == Some(id) => {
            if up {
                words.up_by
            } else {
                words.down_by
            }
        }
        id if change.to == Some(id) => {
            if up {
                words.up_to
            } else {
                words.down_to
            }
        }
        id if change.from == Some(id) => {
            if up {
                words.up_from
            } else {
                words.down_from
            }
        }
        _ => return None,
    })
}

/// What the preposition before a figure says; one right behind a verb of change without a preposition is the amount.
fn part(context: &Context<'_, '_, '_>, figure: FigureId) -> Option<Part> {
    let analysis = context.analysis;
    let first = analysis.token_at(context.answer.figures.get(figure.0 as usize)?.span.start);
    for back in 1..=3.min(first) {
        let token = first - back;
        // "von" is also "by", which is the rarest of its meanings beside a verb of change.
        let parts = || {
            analysis.senses_of(token, Class::Adposition).filter_map(|sense| {
                match Adposition::from_value(sense.value)? {
                    Adposition::From | Adposition::Of => Some(Part::From),
                    Adposition::To | Adposition::On | Adposition::Until => Some(Part::To),
                    Adposition::By | Adposition::Around => Some(Part::By),
                    _ => None,
                }
            })
        };
        if let Some(part) = parts().min() {
            return Some(part);
        }
        if analysis.is(token, Class::Verb) {
            return Some(Part::By);
        }
    }
    None
}
