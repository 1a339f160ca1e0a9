//! What a document says of the names that its answer has.

use crate::answer::{Answer, Fact, Mention, Span, Statement, StatementId};

/// Leaves of facts and statements those that name something, and the statements that such facts come from.
pub(crate) fn keep_named(answer: &mut Answer<'_>) {
    let mentions = std::mem::take(&mut answer.mentions);
    answer.facts.retain(|fact| is_named(fact, &mentions));
    let mut used = vec![false; answer.statements.len()];
    for source in answer.facts.iter().filter_map(|fact| fact.source.as_ref()) {
        if let Some(used) = used.get_mut(source.statement.0 as usize) {
            *used = true;
        }
    }
    let mut count = 0;
    let mut places = Vec::with_capacity(used.len());
    let mut used = used.into_iter();
    answer.statements.retain(|statement| {
        let stays = used.next() == Some(true) || says(statement, &mentions);
        places.push(StatementId(count));
        count += u32::from(stays);
        stays
    });
    for source in answer.facts.iter_mut().filter_map(|fact| fact.source.as_mut()) {
        source.statement = places.get(source.statement.0 as usize).copied().unwrap_or(source.statement);
    }
    answer.mentions = mentions;
}

fn is_named(fact: &Fact<'_>, mentions: &[Mention<'_>]) -> bool {
    let subject = fact.subject.as_ref().is_some_and(|subject| subject.entity.is_some());
    let place = fact.place.as_ref().is_some_and(|place| place.entity.is_some());
    let source = fact.source.as_ref().is_some_and(|source| source.entity.is_some());
    subject || place || source || names_in(mentions, fact.span)
}

fn says(statement: &Statement<'_>, mentions: &[Mention<'_>]) -> bool {
    let speaker = statement.speaker.as_ref().is_some_and(|speaker| speaker.entity.is_some());
    speaker || statement.content.iter().any(|span| names_in(mentions, *span))
}

fn names_in(mentions: &[Mention<'_>], span: Span) -> bool {
    let from = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions.get(from).is_some_and(|mention| mention.span.start < span.end)
}
