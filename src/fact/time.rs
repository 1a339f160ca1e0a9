//! The time of a fact.
#![allow(
    clippy::indexing_slicing,
    reason = "partition points, and numbers of items found by their place, lie within the lists they were found in"
)]

use std::cell::Cell;
use std::ops::Range;

use smallvec::SmallVec;

use super::choice::Choice;
use super::comparison::is_of_compared;
use super::context::Context;
use super::dating::{dates_noun, is_in_attribute, is_of_name, is_of_noun, is_of_superlative, may_hang_on_noun};
use crate::answer::{FactTime, Figure, FigureKind, Period, PeriodId, Rule, Span, Time, TimeId, TimeSource, TimeType};
use crate::clause::{Clause, ClauseKind, Tense};
use crate::lexicon::class::{Adposition, Coordinator, Subordinator};
use crate::lexicon::{Class, ClassSet, groups};
use crate::reading::phrase::modifies_attribute;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// The period nearest to the figure or verb in its clause; where there is one, single times beside it are not asked,
    /// unless it is an open one behind a comma.
    PERIOD = "fact.time.period" {
        pattern: "clause with a period",
        fires: [
            De "Die Firma erhielt [von Mai bis Juli 2014](time 2014-05/2014-07) 37 Berichte.",
            De "[Seit Mai 2014](time 2014-05) erhielt die Firma 37 Berichte.",
            En "The company received 37 reports [between May and July 2014](time 2014-05/2014-07).",
            En "[Since May 2014](time 2014-05) the company has received 37 reports.",
        ],
        silent: [
            De "Die Firma erhielt im Juli 2014 37 Berichte.",
            De "Im Juli 2014 erhielt die Firma 37 Berichte, die meisten seit Mai 2011.",
            En "The company received 37 reports in July 2014.",
            En "The company received 37 reports in July 2014, the most since May 2011.",
        ],
    }

    /// The date or set nearest to the figure or verb in its clause, of dates that resolve before others.
    NEAREST = "fact.time.nearest" {
        pattern: "clause with a time that is no duration",
        fires: [
            De "Die Firma erhielt im [Mai 2014](time 2014-05) 37 Berichte.",
            En "The company received 37 reports in [May 2014](time 2014-05).",
        ],
        silent: [
            De "Die Firma erhielt von Mai bis Juli 2014 37 Berichte.",
            En "The company received 37 reports between May and July 2014.",
        ],
    }

    /// A window of time, where the clause tells no date: a length of time that is no figure. One that is a figure says how
    /// long, not when.
    WINDOW = "fact.time.window" {
        pattern: "clause with a duration that is no figure",
        fires: [
            De "In [den letzten 24 Stunden](time PT24H) kamen 37 Berichte.",
            En "Within [24 hours](time PT24H) 37 reports came in.",
        ],
        silent: [
            De "Die Behörde prüfte 24 Stunden lang 37 Berichte.",
            De "Die Behörde erhielt 37 Berichte, den niedrigsten Wert in den letzten 400 Tagen.",
            En "The agency received 37 reports, the lowest tally over the past 400 days.",
            En "The agency examined 37 reports for 24 hours.",
        ],
    }

    /// A subordinate clause of time without a time of its own has that of its main clause.
    MAIN_CLAUSE = "fact.time.main-clause" {
        pattern: "main clause with a time + \"when\" | \"while\" | \"as\" + clause",
        fires: [
            De "Der Sturm kam am [Montag](time 2015-06-08), als 37 Menschen im Wald waren.",
            En "The storm came on [Monday](time 2015-06-08), when 37 people were in the forest.",
        ],
        silent: [
            De "Der Sturm kam am Montag, weil 37 Menschen im Wald waren.",
            En "The storm came on Monday, because 37 people were in the forest.",
        ],
    }

    /// An infinitive or participle without a time of its own has that of the clause that governs it, unless that says
    /// something.
    INFINITIVE = "fact.time.infinitive" {
        pattern: "main clause with a time + infinitive clause | participle clause",
        fires: [
            De "Im [Mai](time 2015-05) beschloss die Firma, 37 Ermittler einzustellen.",
            En "In [May](time 2015-05) the court forced the company to pay 37 million euros.",
            En "In [May](time 2015-05) the company closed, dismissing 37 people.",
        ],
        silent: [
            De "Im Mai sagte die Firma zu, 37 Ermittler einzustellen.",
            En "In May the court asked the company to pay 37 million euros.",
        ],
    }

    /// A time in front of a main clause holds for the one that goes on behind it as well.
    LEADING = "fact.time.leading" {
        pattern: "time + verb …, main clause",
        fires: [
            De "Im [Mai](time 2015-05) kamen viele Besucher, 300 blieben länger.",
            En "In [May](time 2015-05) many visitors came, and 300 stayed.",
        ],
        silent: [
            De "Viele Besucher kamen im Mai, 300 blieben länger.",
            En "Many visitors came in May, and 300 stayed.",
        ],
    }

    /// A day holds for all that the same subject did in the same tense; so does any time that is all a clause says of its subject.
    COORDINATE = "fact.time.coordinate" {
        pattern: "clause with a day | \"be\" + time + \"and\" + verb of the same tense without a subject of its own",
        fires: [
            De "Die Polizei nahm am [Montag](time 2015-06-08) einen Mann fest und fand [300](figure) Flaschen.",
            En "The police arrested a man on [Monday](time 2015-06-08) and found [300](figure) bottles.",
            En "The first war was in [1985](time 1985) and lasted [300 days](figure).",
        ],
        silent: [
            De "Die Firma wurde am Montag gegründet und hat 300 Mitarbeiter.",
            De "Die Firma baute 2010 ein Haus und entließ 300 Mitarbeiter.",
            En "The firm was founded on Monday and has 300 workers.",
            En "The firm built a house in 2010 and dismissed 300 workers.",
        ],
    }

    /// A clause that leaves its finite verb out has the time of the clause whose verb it shares.
    SHARED = "fact.time.shared" {
        pattern: "clause with a time + clause that shares its verb",
        fires: [
            De "Im [Mai 2014](time 2014-05) wurden neun Menschen getötet und [37](figure) verletzt.",
            En "In [May 2014](time 2014-05) the firm sold 52 cars, its rival only [37](figure).",
        ],
        silent: [
            De "Im Mai 2014 wurden neun Menschen getötet und im Juni 37 verletzt.",
            En "In May 2014 the firm sold 52 cars and in June it sold 37.",
        ],
    }

    /// A time behind a word of comparison is that of what the figure is compared with.
    COMPARED = "fact.time.compared" {
        pattern: "figure … \"than\" | \"against\" … time",
        fires: [
            De "Die Firma erhielt [300](figure) Berichte, mehr als im Jahr 2013.",
            En "The firm received [300](figure) reports, more than in 2013.",
        ],
        silent: [
            De "Die Firma erhielt 300 Berichte, die meisten im Jahr 2013.",
            En "The firm received 300 reports, most of them in 2013.",
        ],
    }

    /// A time between a verb of saying and what is said is when somebody says it.
    OF_SAYING = "fact.time.of-saying" {
        pattern: "verb of saying, time, content without a conjunction",
        languages: [En],
        fires: [
            En "The firm said on Monday it would cut [300](figure) jobs.",
        ],
        silent: [
            En "The firm said it would cut 300 jobs on Monday.",
        ],
    }
}

/// How many tokens a time may have that is all that is said of something.
const LONGEST_TIME: usize = 4;

/// How many times around a figure are looked at.
const NEAR: usize = 6;

/// When it is so: the period or time nearest to a figure or verb in its clause, else that of the clause which frames it.
pub(super) fn of(context: &Context<'_, '_, '_>, clause: usize, anchor: Span) -> Choice<FactTime> {
    let own = context.clauses.get(clause).map_or(Choice::OPEN, |clause| in_clause(context, clause, anchor));
    own.or_else(|| {
        let framing = framing(context, clause);
        let Some((rule, frame)) = framing.and_then(|(rule, at)| Some((rule, context.clauses.get(at)?))) else {
            return Choice::OPEN;
        };
        let time = in_clause(context, frame, anchor);
        Choice { rule: time.value.is_some().then_some(rule).or(time.rule), ..time }
    })
    .or_else(|| {
        let before = continued(context, clause);
        let time = before.and_then(|before| in_clause(context, before, anchor).value);
        let dates = || before.is_some_and(|before| dates_subject(context, before));
        Choice::of(time.filter(|time| is_day(&time.value) || dates()), &COORDINATE)
    })
}

/// An open period is told by its known end alone; `begin` and `end` say that the other is open.
fn known_end(value: &str) -> String {
    value.strip_prefix("../").or_else(|| value.strip_suffix("/..")).unwrap_or(value).to_string()
}

fn in_clause(context: &Context<'_, '_, '_>, clause: &Clause, figure: Span) -> Choice<FactTime> {
    let extent = context.analysis.span(clause.extent());
    // A period is made of times, so where none stands there is neither.
    if context.answer.times.get(from(context, extent.start)).is_none_or(|time| time.span.start >= extent.end) {
        return Choice::OPEN;
    }
    let (compared, said) = (Cell::new(false), Cell::new(false));
    let inside = &|span: Span| {
        let at = context.analysis.token_at(span.start);
        let inside = extent.contains(span)
            && !span.overlaps(figure)
            && clause.piece_of(at).is_some_and(|piece| !is_aside(context, clause, piece, figure));
        let other = inside && is_of_compared(context, figure, span);
        compared.set(compared.get() || other);
        let saying = inside && context.speaks(&OF_SAYING, clause.sentence) && is_of_saying(context, figure, span);
        said.set(said.get() || saying);
        inside && !other && !saying
    };
    let period = period(context, extent, |span| inside(span) && !is_in_attribute(context, figure, span), figure);
    // "in 2004, its best year since 2000": in an apposition it says how long something has not been so.
    let member = || context.analysis.span(context.member(&context.analysis.tokens_of(figure)));
    let open = period.as_ref().filter(|(period, _)| period.end.is_none());
    let apart = open.map(|(_, span)| (member(), *span)).filter(|(member, span)| !member.contains(*span));
    let fits = |time: &Time<'_>| {
        // The day on which "das am Montag ausgebrochene Feuer" began is mostly that of the news, but not of what is so or will be.
        let past = clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Past);
        let attribute = (!is_day(&time.value) || !past) && is_in_attribute(context, figure, time.span);
        // "die Wissenschaft *des 21. Jahrhunderts*"
        let age = time.value.len() <= DECADE && is_of_noun(context, time.span) && !is_of_part(context, time.span);
        let other = attribute
            || age
            || dates_noun(context, figure, time)
            || dates_age(context, time)
            || is_put_off_to(context, clause, time.span)
            || is_one_of_years(context, time.span)
            || is_adjective(context, time);
        let periods = &context.answer.periods;
        let since = |period: &Period<'_>| {
            let open = period.end.is_none() && period.span.contains(time.span);
            open && is_of_superlative(context, figure, period.span)
        };
        let since = near(periods, |period| period.span, extent, figure).any(|at| since(&periods[at]));
        locates(time.kind)
            && !other
            && !since
            && apart.is_none_or(|(member, since)| member.contains(time.span) && !since.overlaps(time.span))
    };
    let date = || time(context, extent, inside, figure, fits).map(|time| Choice::new(time, &NEAREST));
    if let Some((period, _)) = period {
        let date = apart.and_then(|_| date());
        return date.unwrap_or_else(|| Choice::new(period, &PERIOD));
    }
    if let Some(date) = date() {
        return date;
    }
    if compared.get() {
        return Choice::empty(&COMPARED);
    }
    if said.get() {
        return Choice::empty(&OF_SAYING);
    }
    let window = time(context, extent, inside, figure, |time| {
        !locates(time.kind)
            && is_window(context, time.span)
            && !is_of_superlative(context, figure, time.span)
            && !is_of_noun(context, time.span)
            && !has_owner(context, time.span)
    });
    window.map_or(Choice::OPEN, |time| Choice::new(time, &WINDOW))
}

/// "Die Halle *– seit Wochen ein Quartier –* bleibt offen": whether a stretch without the verb is put between dashes, away from what is
/// told.
fn is_aside(context: &Context<'_, '_, '_>, clause: &Clause, piece: &Range<usize>, told: Span) -> bool {
    let analysis = context.analysis;
    let dash = |at: usize| analysis.kind(at) == TokenKind::Dash;
    let between = dash(piece.end) && piece.start.checked_sub(1).is_some_and(dash);
    let verb = || clause.verb.as_ref().is_some_and(|verb| piece.contains(&verb.finite));
    between && clause.pieces.len() > 1 && !verb() && !analysis.span(piece.clone()).overlaps(told)
}

/// "won in *2010* and 2012", "2010, 2011 *and 2012*": a year that others are joined to, of which none alone is when it was.
fn is_one_of_years(context: &Context<'_, '_, '_>, time: Span) -> bool {
    let analysis = context.analysis;
    let year = analysis.tokens_of(time);
    let digits = |at: usize| analysis.kind(at) == TokenKind::Number && context.is_time(analysis.span(at..at + 1));
    let joins = |at: usize| analysis.is_coordinator(at, Coordinator::And) || analysis.word(at) == ",";
    // "in 2010 and in 2012"
    let behind = |at: usize| at + usize::from(analysis.is(at, Class::Adposition));
    let next = || joins(year.end) && digits(behind(year.end + 1));
    let before = || {
        let first = year.start - usize::from(year.start > 0 && analysis.is(year.start - 1, Class::Adposition));
        first > 1 && joins(first - 1) && digits(first - 2)
    };
    year.len() == 1 && digits(year.start) && (next() || before())
}

/// "wurde *auf Montag* verschoben", but "in der Nacht *auf Montag*": when something is to be, not when it was put off.
fn is_put_off_to(context: &Context<'_, '_, '_>, clause: &Clause, time: Span) -> bool {
    let analysis = context.analysis;
    let first = analysis.token_at(time.start);
    let on = first.checked_sub(1).map(|at| at - usize::from(analysis.is(at, Class::Article)).min(at));
    on.is_some_and(|on| {
        let to = analysis.is_adposition(on, Adposition::On)
            && !analysis.is_any_adposition(on, &[Adposition::At, Adposition::To]);
        let night = on > 0 && context.is_time(analysis.span(on - 1..on));
        to && !night && !analysis.holds_article(on) && analysis.profile(clause.sentence).verb_final
    })
}

/// "the team's *current* form", "its *recently* launched phone": what only says that something is so now or was before, within a noun
/// phrase.
fn is_adjective(context: &Context<'_, '_, '_>, time: &Time<'_>) -> bool {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time.span);
    let adjective = || analysis.is(tokens.start, Class::Adjective) && analysis.is(tokens.end, Class::Noun);
    time.begin.is_none()
        && tokens.len() == 1
        && analysis.is(tokens.start, Class::TimeRef)
        && (adjective() || modifies_attribute(analysis, tokens.start))
}

/// "der *heute* 19-jährige Schüler": behind a determiner and right before an age a time tells when somebody is of that age.
fn dates_age(context: &Context<'_, '_, '_>, time: &Time<'_>) -> bool {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time.span);
    let figures = &context.answer.figures;
    let next = figures.get(figures.partition_point(|figure| figure.span.start < time.span.end));
    let aged =
        |figure: &Figure<'_>| figure.kind == FigureKind::Age && analysis.token_at(figure.span.start) == tokens.end;
    next.is_some_and(aged)
        && tokens.start.checked_sub(1).is_some_and(|before| analysis.is_any(before, groups::DETERMINER))
}

/// The items around a figure that may lie in an extent of text, by their places: a few on either side.
fn near<T>(items: &[T], span: impl Fn(&T) -> Span, extent: Span, figure: Span) -> Range<usize> {
    let at = items.partition_point(|item| span(item).end <= figure.start);
    let before = items[..at].iter().rev().take(NEAR).take_while(|item| span(item).start >= extent.start).count();
    let behind = items[at..].iter().take(NEAR).take_while(|item| span(item).start < extent.end).count();
    at - before..at + behind
}

/// The clause whose time holds for this one too: of a subordinate clause of time the main clause ("der 2. Januar, als
/// …"), of an infinitive what governs it, of a clause without a finite verb the one whose verb it shares, of another main
/// clause the one before with its time in front ("Von Juni bis November …, davon …").
fn framing(context: &Context<'_, '_, '_>, at: usize) -> Option<(&'static Rule, usize)> {
    let clause = context.clauses.get(at)?;
    let (frame, before) = main_before(context, at)?;
    // "Seit Mai ist er da: Sie fand ihn im Wald"
    let past = |clause: &Clause| clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Past);
    let goes_on = || clause.coordinate || past(clause) == past(before);
    let since = || goes_on() || !leads_with_open_period(context, before);
    let leads = || before.verb.as_ref().is_some_and(|verb| leads_with_time(context, before, verb.finite)) && since();
    let rule = match clause.kind {
        ClauseKind::Subordinate(Subordinator::So) if same_tense(clause, before) => &MAIN_CLAUSE,
        ClauseKind::Subordinate(Subordinator::When | Subordinator::While | Subordinator::As) => &MAIN_CLAUSE,
        ClauseKind::Infinitive | ClauseKind::Participle => &INFINITIVE,
        ClauseKind::Main if clause.shared => &SHARED,
        ClauseKind::Main if clause.verb.is_some() && leads() => &LEADING,
        _ => return None,
    };
    Some((rule, frame))
}

fn same_tense(one: &Clause, other: &Clause) -> bool {
    one.verb.as_ref().zip(other.verb.as_ref()).is_some_and(|(one, other)| one.tense == other.tense)
}

/// The clause whose circumstances hold for a clause of time or an infinitive too, by its place.
pub(super) fn frame(context: &Context<'_, '_, '_>, at: usize) -> Option<usize> {
    framing(context, at).map(|(_, frame)| frame)
}

/// The main clause of the sentence before another clause, with its place, unless it says something.
fn main_before<'c>(context: &Context<'c, '_, '_>, at: usize) -> Option<(usize, &'c Clause)> {
    let clause = context.clauses.get(at)?;
    let whole = |before: &Clause| before.kind != ClauseKind::Participle && !(clause.shared && before.shared);
    let near = (0..at).rev().take(NEAR).filter_map(|at| Some((at, context.clauses.get(at)?)));
    let (at, before) = near.into_iter().find(|(_, before)| whole(before))?;
    // "wurden Fälle gemeldet, womit die Zahl stieg": what is said goes on.
    let outcome = clause.kind == ClauseKind::Subordinate(Subordinator::So);
    let says = before.verb.as_ref().is_some_and(|verb| context.says(verb) && !(outcome && verb.passive));
    (before.sentence == clause.sentence && before.kind == ClauseKind::Main && !says).then_some((at, before))
}

/// "fand den Mann | und …": the clause before, where its subject goes on in the same tense. What it does next may be done
/// elsewhere.
fn continued<'c>(context: &Context<'c, '_, '_>, at: usize) -> Option<&'c Clause> {
    let clause = context.clauses.get(at).filter(|clause| clause.kind == ClauseKind::Main && clause.coordinate)?;
    let (_, before) = main_before(context, at)?;
    let (one, other) = before.verb.as_ref().zip(clause.verb.as_ref())?;
    let same = clause.subject.is_some() && clause.subject == before.subject;
    (same && one.tense == other.tense && one.conditional == other.conditional).then_some(before)
}

/// "was in 1585 | and lasted 84 days", "war 1585 …": a clause that says of its subject only when it was.
fn dates_subject(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let is = clause.verb.as_ref().filter(|verb| verb.equates(analysis) && !verb.negated);
    is.is_some_and(|verb| {
        let end = clause.extent().end;
        let start = verb.end() + usize::from(analysis.is(verb.end(), Class::Adposition));
        let time = |at: usize| context.is_time(analysis.span(at..at + 1));
        start < end && end - start <= LONGEST_TIME && time(start) && time(end - 1)
    })
}

/// "in der zweiten Hälfte *des 19. Jahrhunderts*": a part of a time, which is one itself.
fn is_of_part(context: &Context<'_, '_, '_>, time: Span) -> bool {
    const PARTS: ClassSet = groups::TIME.or(&[Class::Fraction]);
    let analysis = context.analysis;
    let start = analysis.token_at(time.start);
    let first = start - usize::from(!analysis.is(start, Class::Article)).min(start);
    first.checked_sub(1).is_some_and(|noun| analysis.is_any(noun, PARTS))
}

/// How long the values of decades and centuries are at most.
const DECADE: usize = "201".len();

/// A day or a part of one.
fn is_day(value: &str) -> bool {
    const DAY: usize = "2014-04-20".len();
    value.len() >= DAY && value.get(..DAY).is_some_and(|day| !day.contains('/'))
}

/// Whether a time stands before the verb of a clause.
fn leads_with_time(context: &Context<'_, '_, '_>, clause: &Clause, verb: usize) -> bool {
    let start = context.analysis.span(clause.extent()).start;
    let end = context.analysis.span(verb..verb + 1).start;
    context.answer.times[from(context, start)..].iter().take(2).any(|time| time.span.end <= end && locates(time.kind))
}

/// Whether the first time of a clause is one that has not ended.
fn leads_with_open_period(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let extent = context.analysis.span(clause.extent());
    let periods = &context.answer.periods;
    let first = periods.get(periods.partition_point(|period| period.span.end <= extent.start));
    first.is_some_and(|period| period.end.is_none() && extent.contains(period.span))
}

/// "said | on Monday | it would cut 300 jobs"
fn is_of_saying(context: &Context<'_, '_, '_>, told: Span, time: Span) -> bool {
    let Some(statement) = context.statement_of(told).and_then(|id| context.statement(id)) else {
        return false;
    };
    let cue = statement.cue.as_ref().and_then(|cue| cue.spans.last());
    let (Some(cue), Some(content)) = (cue, statement.content.first()) else {
        return false;
    };
    cue.end <= time.start && time.end <= content.start
}

fn told_by(context: &Context<'_, '_, '_>, at: usize) -> FactTime {
    let time = &context.answer.times[at];
    FactTime {
        value: known_end(&time.value),
        begin: time.begin,
        end: time.end,
        from: TimeSource::Time(TimeId(at as u32)),
    }
}

fn from(context: &Context<'_, '_, '_>, start: u32) -> usize {
    context.answer.times.partition_point(|time| time.span.end <= start)
}

/// A length of time says how long, not when.
fn locates(kind: TimeType) -> bool {
    kind != TimeType::Duration
}

/// Whether a length of time says when: behind a preposition of time or with a word for the time just gone or to come ("within
/// 24 hours", "the past months"). One that is a figure says how long.
fn is_window(context: &Context<'_, '_, '_>, time: Span) -> bool {
    use Adposition::{In, Of, Over, Since, Within};
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time);
    // "in the almost three months since …"
    let article = |end: usize| end > 0 && analysis.is(end - 1, Class::Article);
    let about = tokens.start.checked_sub(1).filter(|about| analysis.is(*about, Class::Approx) && article(*about));
    let start = about.unwrap_or(tokens.start);
    let opened = start.checked_sub(1 + usize::from(article(start))).is_some_and(|before| {
        analysis.senses_of(before, Class::Adposition).any(|sense| {
            let meaning = Adposition::from_value(sense.value);
            meaning.is_some_and(|meaning| matches!(meaning, In | Of | Over | Since | Within))
        })
    });
    if !opened && !tokens.clone().any(|token| analysis.is(token, Class::Deictic)) {
        return false;
    }
    let figures = &context.answer.figures;
    let from = figures.partition_point(|figure| figure.span.end <= time.start);
    figures.get(from).is_none_or(|figure| !figure.span.overlaps(time))
}

/// "saw the last minutes *of the match*": a length of time that something has, where "of" says nothing else.
fn has_owner(context: &Context<'_, '_, '_>, time: Span) -> bool {
    let analysis = context.analysis;
    let end = analysis.tokens_of(time).end;
    analysis.is_adposition(end, Adposition::Of) && !analysis.profile(analysis.sentence_of(end)).genitive_case
}

/// "from 25 in 2012 to | 30 | in 2013": whether a time stands behind a figure with nothing but a preposition between.
fn follows(context: &Context<'_, '_, '_>, figure: Span, time: Span) -> bool {
    let analysis = context.analysis;
    let (end, start) = (analysis.tokens_of(figure).end, analysis.token_at(time.start));
    time.start >= figure.end && (start == end || start == end + 1 && analysis.is(end, Class::Adposition))
}

fn distance(a: Span, b: Span) -> u32 {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

fn period(
    context: &Context<'_, '_, '_>,
    extent: Span,
    inside: impl Fn(Span) -> bool,
    figure: Span,
) -> Option<(FactTime, Span)> {
    let periods = &context.answer.periods;
    let best = near(periods, |period| period.span, extent, figure)
        .filter(|at| {
            let period = &periods[*at];
            let open = period.end.is_none();
            inside(period.span)
                && !is_of_name(context, period.span)
                && !(open && is_of_superlative(context, figure, period.span))
        })
        .min_by_key(|at| distance(periods[*at].span, figure))?;
    let period = &periods[best];
    let time = FactTime {
        value: known_end(&period.value),
        begin: period.begin,
        end: period.end,
        from: TimeSource::Period(PeriodId(best as u32)),
    };
    Some((time, period.span))
}

fn time(
    context: &Context<'_, '_, '_>,
    extent: Span,
    inside: impl Fn(Span) -> bool,
    figure: Span,
    fits: impl Fn(&Time<'_>) -> bool,
) -> Option<FactTime> {
    let times = &context.answer.times;
    let fitting = near(times, |time| time.span, extent, figure);
    let fitting: SmallVec<[usize; 2 * NEAR]> =
        fitting.filter(|at| fits(&times[*at]) && inside(times[*at].span)).collect();
    if fitting.is_empty() {
        return None;
    }
    let member = context.analysis.span(context.member(&context.analysis.tokens_of(figure)));
    let best = fitting.iter().copied().min_by_key(|at| {
        let time = &times[*at];
        // "wird am Montag um 17.30 Uhr": a time of day tells less.
        let own = !time.value.contains('T') && follows(context, figure, time.span);
        let hangs = !own && may_hang_on_noun(context, time.span);
        (time.begin.is_none(), hangs, !member.contains(time.span), !own, distance(time.span, figure))
    })?;
    // "heuer am *3. Mai*": a day or month within a longer time tells more; but "*im März* einen Anstieg *für 2016* vorhersagen".
    let analysis = context.analysis;
    let names_month = |time: &Time<'_>| analysis.tokens_of(time.span).any(|at| analysis.is(at, Class::Month));
    let led_by_for = |time: &Time<'_>| {
        let before = analysis.token_at(time.span.start).checked_sub(1);
        before.is_some_and(|before| analysis.is_adposition(before, Adposition::For))
    };
    let narrower = |at: &usize| {
        let (time, longer) = (&times[*at], &times[best]);
        is_within(time, longer)
            && names_month(time)
            && !led_by_for(longer)
            && (member.contains(time.span) || !member.contains(longer.span))
            && !may_hang_on_noun(context, time.span)
    };
    let best = fitting.iter().copied().find(narrower).unwrap_or(best);
    Some(told_by(context, best))
}

/// Whether a date lies within a longer one, of a month at least.
fn is_within(time: &Time<'_>, longer: &Time<'_>) -> bool {
    const MONTH: usize = "2014-05".len();
    let bounds = |time: &Time<'_>| Some((time.begin?.date(), time.end?.date()));
    let inside = |(begin, end), (first, last)| (first, last) != (begin, end) && first <= begin && end <= last;
    longer.value.len() <= MONTH
        && !time.value.contains('T')
        && bounds(time).zip(bounds(longer)).is_some_and(|(time, longer)| inside(time, longer))
}
