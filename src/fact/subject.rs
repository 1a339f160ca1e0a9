//! The subject of a figure's fact.

use std::ops::Range;

use super::context::Context;
use super::memo::Memo;
use super::role;
use crate::answer::{EntityType, Figure, Reference};
use crate::clause::{Clause, noun_phrase};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Pronoun};

/// How far into a clause "es kam zu …" is looked for, in tokens.
const NEAR: usize = 60;

/// Who or what the clause says it of; nothing where that is the counted noun itself.
pub(super) fn of<'t>(
    context: &Context<'_, '_, 't>,
    memo: &mut Memo<'t>,
    at: usize,
    figure: &Figure<'t>,
    tokens: &Range<usize>,
) -> Option<Reference<'t>> {
    let clause = context.clauses.get(at)?;
    if let Some(subject) = gapped(context, clause, tokens) {
        return Some(subject);
    }
    let subject = memo.subject(context, at)?;
    let counted = figure.of.as_ref().map(|of| of.span);
    let pronoun = is_pronoun(context, &subject, &[Pronoun::It, Pronoun::HeIt, Pronoun::SheThey, Pronoun::They]);
    // "Die Kapazität reicht aus; sie liegt bei 7,1 Gigawatt": the pronoun is the measured noun.
    let extent = context.analysis.span(clause.extent());
    let measured = pronoun && counted.is_some_and(|of| !extent.contains(of));
    (!measured && !subject.span.overlaps(figure.span) && counted.is_none_or(|of| !subject.span.overlaps(of)))
        .then_some(subject)
}

impl<'t> Context<'_, '_, 't> {
    /// The subject that a clause has, with its entity; "es kam zu einem Streit" is about the quarrel, and an "it" that
    /// stands for nothing is none.
    pub(super) fn subject(&self, clause: &Clause) -> Option<Reference<'t>> {
        let subject = self.reference(clause.subject.clone()?);
        let Some(verb) = clause.verb.as_ref().filter(|_| is_pronoun(self, &subject, &[Pronoun::It])) else {
            return Some(subject);
        };
        if self.verb_kind(Some(verb)) == "occur" {
            return introduced(self, clause);
        }
        (!role::is_copula(self.analysis, verb)).then_some(subject)
    }
}

fn is_pronoun(context: &Context<'_, '_, '_>, subject: &Reference<'_>, wanted: &[Pronoun]) -> bool {
    let tokens = context.analysis.tokens_of(subject.span);
    tokens.len() == 1
        && context
            .analysis
            .senses_of(tokens.start, Class::Pronoun)
            .any(|sense| Pronoun::from_value(sense.value).is_some_and(|pronoun| wanted.contains(&pronoun)))
}

/// "Es kam zu einem Streit zwischen zwei Gruppen": the noun phrase behind "to".
fn introduced<'t>(context: &Context<'_, '_, 't>, clause: &Clause) -> Option<Reference<'t>> {
    let analysis = context.analysis;
    let near = clause.pieces.iter().flat_map(|piece| piece.clone().map(|token| (token, piece.end))).take(NEAR);
    for (token, end) in near {
        let to = analysis.senses_of(token, Class::Adposition).find(|sense| sense.value == Adposition::To as u32);
        if let Some(to) = to {
            let start = token + usize::from(to.length);
            return Some(context.reference(start..noun_phrase(analysis, start, end)?));
        }
    }
    None
}

/// "Bayern macht 750 Millionen Umsatz, Dortmund von 500 Millionen und Leipzig von 300": a name that takes the subject's
/// place where the verb is left out.
fn gapped<'t>(context: &Context<'_, '_, 't>, clause: &Clause, tokens: &Range<usize>) -> Option<Reference<'t>> {
    let analysis = context.analysis;
    let verb = clause.verb.as_ref()?;
    if tokens.start <= verb.finite + 2 {
        return None;
    }
    // A preposition or a short measured noun may stand between the name and the figure: "of 500 million", "a revenue of".
    let piece = clause.piece_of(tokens.start)?;
    let near = piece.start.max(tokens.start.saturating_sub(6));
    let mentions = &context.answer.mentions;
    let end = analysis.span(tokens.clone()).start;
    let at = mentions.partition_point(|mention| mention.span.end <= end).checked_sub(1)?;
    let mention = mentions.get(at).filter(|mention| mention.kind != EntityType::Misc)?;
    let name = analysis.tokens_of(mention.span);
    let opens = name.start == piece.start && piece.start > verb.finite
        || name.start > piece.start && name.start > verb.finite + 1 && analysis.is(name.start - 1, Class::Coordinator);
    let between = name.end..tokens.start;
    let linked = !between.is_empty()
        && between.clone().all(|token| {
            analysis.is(token, Class::Adposition)
                || analysis.is(token, Class::Article)
                || analysis.is(token, Class::Noun)
        })
        && analysis.is_adposition(tokens.start - 1, Adposition::Of);
    (name.start >= near && opens && linked).then(|| context.reference(name))
}
