//! The columns of an answer's items: their names and nesting are those of the JSON contract.

use std::fmt::Display;

use arrow_array::types::{Float32Type, Float64Type, Int32Type};
use faktum::{
    Change, Counted, Entity, EntityId, Fact, FactId, FactTime, Figure, FigureId, FigureUse, FigureValue, Mention,
    MentionId, Period, PeriodId, Phrase, Predicate, Reference, Source, Statement, StatementId, Time, TimeId,
    TimeSource, Triple,
};

use crate::column::{Column, Flags, Lists, Maps, Moments, Numbers, Shown, Spans, Texts, number, structs};

fn shown<T: Display>(value: &Option<T>) -> Option<&dyn Display> {
    value.as_ref().map(|value| value as &dyn Display)
}

fn id(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn exact(value: &FigureValue) -> Option<f64> {
    match value {
        FigureValue::Number(decimal) => number(*decimal),
        _ => None,
    }
}

fn score(value: &FigureValue) -> Option<&str> {
    match value {
        FigureValue::Score(score) => Some(score),
        _ => None,
    }
}

structs! {
    Mentions of (usize, &'v Mention<'v>), |(at, mention)| {
        id: Shown = Some(&MentionId(id(at))),
        span: Spans = Some(mention.span),
        text: Texts = Some(&mention.text),
        kind as "type": Shown = Some(&mention.kind),
        subtype: Texts = mention.subtype.as_deref(),
        entity: Shown = Some(&mention.entity),
        confidence: Numbers<Float32Type> = Some(mention.confidence),
        rule: Texts = Some(mention.rule.name),
        part: Flags = Some(mention.part),
        variant: Texts = mention.variant.as_deref(),
        role: Phrases = mention.role.as_ref(),
    }

    Entities of (usize, &'v Entity<'v>), |(at, entity)| {
        id: Shown = Some(&EntityId(id(at))),
        kind as "type": Shown = Some(&entity.kind),
        name: Texts = Some(&entity.name),
        aliases: Lists<Texts> = Some(&mut entity.aliases.iter().map(|alias| &**alias)),
        mentions: Lists<Shown> = Some(&mut entity.mentions.iter().map(|mention| mention as &dyn Display)),
        reference as "ref": Texts = entity.reference.as_deref(),
        candidates: Lists<Texts> = Some(&mut entity.candidates.iter().map(|candidate| &**candidate)),
        data: Maps = Some(&entity.data),
    }

    Times of (usize, &'v Time<'v>), |(at, time)| {
        id: Shown = Some(&TimeId(id(at))),
        span: Spans = Some(time.span),
        text: Texts = Some(&time.text),
        kind as "type": Shown = Some(&time.kind),
        value: Texts = Some(&time.value),
        modifier as "mod": Shown = shown(&time.modifier),
        freq: Texts = time.freq.as_deref(),
        quant: Texts = time.quant.as_deref(),
        begin: Moments = time.begin,
        end: Moments = time.end,
        rule: Texts = Some(time.rule.name),
    }

    Periods of (usize, &'v Period<'v>), |(at, period)| {
        id: Shown = Some(&PeriodId(id(at))),
        span: Spans = Some(period.span),
        text: Texts = Some(&period.text),
        times: Lists<Shown> = Some(&mut period.times.iter().map(|time| time as &dyn Display)),
        value: Texts = Some(&period.value),
        begin: Moments = period.begin,
        end: Moments = period.end,
        rule: Texts = Some(period.rule.name),
    }

    CountedNouns of &'v Counted<'v>, |of| {
        span: Spans = Some(of.span),
        text: Texts = Some(&of.text),
        lemma: Texts = Some(&of.lemma),
        concept: Texts = of.concept.as_deref(),
    }

    /// JSON has a score ("2:1") as a value; here `value` holds numbers only.
    Figures of (usize, &'v Figure<'v>), |(at, figure)| {
        id: Shown = Some(&FigureId(id(at))),
        span: Spans = Some(figure.span),
        text: Texts = Some(&figure.text),
        kind: Shown = Some(&figure.kind),
        value: Numbers<Float64Type> = figure.value.as_ref().and_then(exact),
        score: Texts = figure.value.as_ref().and_then(score),
        low: Numbers<Float64Type> = figure.low.and_then(number),
        high: Numbers<Float64Type> = figure.high.and_then(number),
        approx: Shown = Some(&figure.approx),
        unit: Texts = figure.unit.as_deref(),
        of: CountedNouns = figure.of.as_ref(),
        usage: Shown = Some(&figure.usage).filter(|usage| **usage != FigureUse::Amount).map(|usage| usage as &dyn Display),
        rule: Texts = Some(figure.rule.name),
    }

    References of &'v Reference<'v>, |reference| {
        span: Spans = Some(reference.span),
        text: Texts = Some(&reference.text),
        entity: Shown = shown(&reference.entity),
    }

    Phrases of &'v Phrase<'v>, |phrase| {
        span: Spans = Some(phrase.span),
        text: Texts = Some(&phrase.text),
    }

    Predicates of &'v Predicate<'v>, |predicate| {
        spans: Lists<Spans> = Some(&mut predicate.spans.iter().copied()),
        text: Texts = Some(&predicate.text),
        lemma: Texts = Some(&predicate.lemma),
        concept: Texts = predicate.concept.as_deref(),
    }

    Statements of (usize, &'v Statement<'v>), |(at, statement)| {
        id: Shown = Some(&StatementId(id(at))),
        style: Shown = Some(&statement.style),
        speaker: References = statement.speaker.as_ref(),
        medium: Phrases = statement.medium.as_ref(),
        cue: Predicates = statement.cue.as_ref(),
        content: Lists<Spans> = Some(&mut statement.content.iter().copied()),
        rule: Texts = Some(statement.rule.name),
    }

    FactTimes of &'v FactTime, |time| {
        value: Texts = Some(&time.value),
        begin: Moments = time.begin,
        end: Moments = time.end,
        from: Shown = match &time.from {
            TimeSource::Time(id) => Some(id),
            TimeSource::Period(id) => Some(id),
            _ => None,
        },
    }

    Sources of &'v Source<'v>, |source| {
        text: Texts = Some(&source.text),
        entity: Shown = shown(&source.entity),
        statement: Shown = Some(&source.statement),
    }

    Changes of &'v Change, |change| {
        direction: Shown = Some(&change.direction),
        by: Shown = shown(&change.by),
        from: Shown = shown(&change.from),
        to: Shown = shown(&change.to),
    }

    Facts of (usize, &'v Fact<'v>), |(at, fact)| {
        id: Shown = Some(&FactId(id(at))),
        key: Texts = Some(&fact.key),
        kind: Shown = Some(&fact.kind),
        gloss: Texts = Some(&fact.gloss),
        subject: References = fact.subject.as_ref(),
        predicate: Predicates = fact.predicate.as_ref(),
        object: Phrases = fact.object.as_ref(),
        figure: Shown = shown(&fact.figure),
        time: FactTimes = fact.time.as_ref(),
        place: References = fact.place.as_ref(),
        source: Sources = fact.source.as_ref(),
        change: Changes = fact.change.as_ref(),
        negated: Flags = Some(fact.negated),
        modality: Shown = Some(&fact.modality),
        sentence: Numbers<Int32Type> = i32::try_from(fact.sentence).ok(),
        span: Spans = Some(fact.span),
        rules: Lists<Texts> = Some(&mut fact.rules.iter().map(|rule| rule.name)),
        confidence: Numbers<Float32Type> = Some(fact.confidence),
    }

    Triples of &'v Triple, |triple| {
        subject: Texts = Some(&triple.subject),
        predicate: Texts = Some(&triple.predicate),
        object: Texts = Some(&triple.object),
        fact: Shown = shown(&triple.fact),
        span: Spans = Some(triple.span),
    }
}
