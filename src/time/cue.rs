//! Words beside a name that say which one of many days, weeks or months it means.

use std::ops::Range;

use jiff::civil::Date;

use crate::lexicon::class::{Adposition, Auxiliary, Unit, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::verb::Tense;
use crate::rule::Candidate;
use crate::text::{Shape, TokenKind};

use super::context::{Context, Mention};
use super::feast;
use super::found::Expression;
use super::search::{ahead, just_passed, nearest};
use super::share::joined;
use super::stamp::Stamp;
use super::tense;
use super::value::Name;

/// Words that begin a new statement.
const STATEMENT: ClassSet = groups::AUXILIARY.or(&[Class::Coordinator, Class::Subordinator]);

impl Context<'_, '_, '_> {
    /// The day that a weekday explains: "heute, Sonntag", "yesterday (Sunday)".
    pub(super) fn apposed(&self, time: &Candidate<Expression>, sentence: usize) -> Option<Date> {
        let last = self.last.filter(|last| last.sentence == sentence && last.end + 1 == time.tokens.start)?;
        let mark = self.analysis.kind(last.end) == TokenKind::Open || self.analysis.word(last.end) == ",";
        let relative = self.analysis.is(last.end.checked_sub(1)?, Class::Relative);
        match last.stamp {
            Stamp::Day(day) if mark && relative => Some(day),
            _ => None,
        }
    }

    /// Whether an expression is what the day before it in the sentence comes after: "on Saturday, after a show on Friday".
    pub(super) fn is_after(&self, time: &Candidate<Expression>, sentence: usize) -> bool {
        const CLOSE: usize = 6;
        let Some(last) = self.last.filter(|last| last.sentence == sentence && last.end < time.tokens.start) else {
            return false;
        };
        let from = last.end.max(time.tokens.start.saturating_sub(CLOSE));
        let after = (from..time.tokens.start).find(|at| self.analysis.is_adposition(*at, Adposition::After));
        matches!(last.stamp, Stamp::Day(_))
            && after.is_some_and(|after| (after + 1..time.tokens.start).all(|at| !self.analysis.is_any(at, STATEMENT)))
    }

    /// Whether a day is the one that a thing is meant for, of which the clause tells: "the service planned for Saturday was
    /// cancelled", "für das Wochenende hat sie zu Protesten aufgerufen".
    pub(super) fn is_meant_for(&self, time: &Candidate<Expression>, tense: Option<Tense>) -> bool {
        let analysis = self.analysis;
        let end = time.tokens.end;
        let meant = self.is_behind(time.tokens.start, &[Adposition::For]);
        // What is planned lies ahead, unless its participle only describes the thing.
        let told = || {
            analysis
                .senses_of(end, Class::Auxiliary)
                .any(|sense| sense.form.has(Form::PAST) || Auxiliary::from_value(sense.value) == Some(Auxiliary::Have))
        };
        // "set Friday as the deadline"
        let named = analysis.is_adposition(end, Adposition::As)
            && (end + 1..end + 3).any(|at| analysis.is_concept(at, &["deadline"]));
        named || (meant && (tense != Some(Tense::Future) || told()))
    }

    /// Whether one of the adpositions stands before a token, at most an article between.
    fn is_behind(&self, token: usize, wanted: &[Adposition]) -> bool {
        let analysis = self.analysis;
        let article = token
            .checked_sub(1)
            .is_some_and(|at| analysis.is(at, Class::Article) && !analysis.is(at, Class::Adposition));
        token.checked_sub(1 + usize::from(article)).is_some_and(|at| analysis.is_any_adposition(at, wanted))
    }

    /// Whether the adposition stands right before an expression.
    fn is_right_behind(&self, time: &Candidate<Expression>, wanted: Adposition) -> bool {
        time.tokens.start.checked_sub(1).is_some_and(|before| self.analysis.is_adposition(before, wanted))
    }

    /// "vom 2. Juli", not "vom 2. bis 5. Juli".
    fn is_of(&self, time: &Candidate<Expression>) -> bool {
        self.is_right_behind(time, Adposition::Of) && !self.analysis.is_adposition(time.tokens.end, Adposition::Until)
    }

    /// Whether a name describes the noun behind it: "an expected May election".
    pub(super) fn describes(&self, tokens: Range<usize>) -> bool {
        const BEFORE: ClassSet = ClassSet::of(&[Class::Adjective, Class::Article, Class::Possessive, Class::Verb]);
        const OTHER: ClassSet = ClassSet::of(&[Class::Adposition, Class::Verb, Class::Auxiliary, Class::Adverb]);
        let analysis = self.analysis;
        analysis.is(tokens.end, Class::Noun)
            && analysis.shape(tokens.end) == Shape::Lower
            && !analysis.is_any(tokens.end, OTHER)
            && tokens.start.checked_sub(1).is_some_and(|before| analysis.is_any(before, BEFORE))
    }

    pub(super) fn is_verb_final(&self, time: &Candidate<Expression>) -> bool {
        self.analysis.profile(self.analysis.sentence_of(time.tokens.start)).verb_final
    }

    /// Where a period begins whose end an expression is: "from Monday to …".
    pub(super) fn beginning(&self, time: &Candidate<Expression>, sentence: usize) -> Option<Date> {
        let near = |last: &Mention| last.sentence == sentence && last.end < time.tokens.start;
        let last = self.last.filter(|last| near(last) && last.stamp.is_within(Unit::Season))?;
        let until = self.analysis.is_adposition(last.end, Adposition::Until)
            || matches!(self.analysis.kind(last.end), TokenKind::Dash | TokenKind::Hyphen);
        (until && joined(self.analysis, last.end, time.tokens.start))
            .then(|| last.stamp.limits().map(|(begin, _)| begin))
            .flatten()
    }

    /// Whether the present of a clause tells of its day as a timetable does: "The board has its meeting on Friday", not "The town is
    /// calm after the attack on Friday".
    pub(super) fn is_scheduled(&self, time: &Candidate<Expression>) -> bool {
        const REACH: usize = 8;
        const OTHER: ClassSet = ClassSet::of(&[Class::Noun, Class::Adjective, Class::Adverb]);
        const LEADS: ClassSet = ClassSet::of(&[Class::Modal, Class::Negation]);
        const NOUN_PLACE: ClassSet = groups::DETERMINER.or(&[Class::Adjective, Class::Adposition, Class::Quantifier]);
        const BACK: &[Adposition] = &[
            Adposition::After,
            Adposition::Since,
            Adposition::Before,
            Adposition::From,
            Adposition::Of,
            Adposition::Over,
            Adposition::During,
        ];
        let analysis = self.analysis;
        let first =
            analysis.sentences.get(analysis.sentence_of(time.tokens.start)).map_or(0, |s| s.tokens.start as usize);
        let on = time.tokens.start.checked_sub(1).filter(|on| analysis.is_adposition(*on, Adposition::On));
        let end = on.unwrap_or(time.tokens.start);
        for at in (first..end).rev().take(REACH) {
            let present = analysis
                .senses(at)
                .iter()
                .any(|sense| matches!(sense.class, Class::Verb | Class::Auxiliary) && sense.form.has(Form::PRESENT));
            // "they meet"
            let subject = at.checked_sub(1).is_some_and(|before| analysis.is(before, Class::Pronoun));
            if present && (subject || !analysis.is_any(at, OTHER)) {
                let behind = |back: usize| at.checked_sub(back).is_some_and(|before| analysis.is_any(before, LEADS));
                let noun = at.checked_sub(1).is_some_and(|before| analysis.is_any(before, NOUN_PLACE));
                return !noun && !behind(1) && !behind(2);
            }
            if analysis.is_any_adposition(at, BACK) || analysis.kind(at) != TokenKind::Word {
                return false;
            }
        }
        false
    }

    /// The tense of an expression's clause; what belongs to a noun ("Friday's", "vom Sonntag") is not the clause's.
    pub(super) fn tense(&self, time: &Candidate<Expression>) -> Option<Tense> {
        let genitive = self.analysis.kind(time.tokens.end) == TokenKind::Word
            && self.analysis.word(time.tokens.end).starts_with(['\'', '’']);
        let tense = tense::of(self.analysis, time.tokens.clone());
        // "until Tuesday", "as soon as Tuesday" look ahead from whatever the clause tells.
        let behind = |wanted| self.is_right_behind(time, wanted);
        let until = (behind(Adposition::Until) && !behind(Adposition::To)) || behind(Adposition::As);
        // "wird seit Montag vermisst": what began goes on.
        if tense == Some(Tense::Future) && self.is_since(time) {
            return Some(Tense::Present);
        }
        let told = tense == Some(Tense::Past)
            && (self.is_verb_final(time) || self.is_fronted(time.tokens.start.saturating_sub(1)));
        if until && tense != Some(Tense::Future) && !told && !self.narrative {
            return Some(Tense::Future);
        }
        if (genitive || self.is_of(time)) && tense != Some(Tense::Future) {
            Some(Tense::Past)
        } else if genitive {
            None
        } else {
            tense
        }
    }

    /// "das Urteil vom 2. Juli", not "vom 2. bis 5. Juli": a day that says which one of many a thing is.
    pub(super) fn dates_noun(&self, time: &Candidate<Expression>) -> bool {
        self.is_of(time) && time.tokens.start.checked_sub(2).is_some_and(|noun| self.analysis.is(noun, Class::Noun))
    }

    /// The participle of a noun phrase with a day in it: whether it tells what was done ("die am 20. Juli veröffentlichte
    /// Studie") or what goes on ("das am 30. Juni auslaufende Programm").
    pub(super) fn attribute(&self, time: &Candidate<Expression>) -> Option<bool> {
        const CLOSE: usize = 5;
        let analysis = self.analysis;
        let (start, end) = (time.tokens.start, time.tokens.end);
        let first = start.checked_sub(2).filter(|_| self.is_verb_final(time))?;
        let within = |wanted| analysis.is_adposition(first + 1, wanted);
        if !(within(Adposition::On) || within(Adposition::In)) || !analysis.is_any(first, groups::DETERMINER) {
            return None;
        }
        (end..end + CLOSE).take_while(|at| analysis.kind(*at) == TokenKind::Word).find_map(|at| {
            let done = analysis.senses_of(at, Class::Verb).any(|sense| {
                sense.form.has(Form::ATTRIBUTIVE.and(Form::PARTICIPLE))
                    && analysis.verb_kind(*sense) != Some(VerbKind::Plan)
            });
            let word = analysis.word(at);
            let stem = word.trim_end_matches(['e', 'm', 'n', 'r', 's']);
            let goes_on = analysis.shape(at) == Shape::Lower && stem.len() < word.len() && stem.ends_with("end");
            (done || goes_on).then_some(done)
        })
    }

    /// The year of a day of history, such as "the September 11 attacks", "nach dem 11. September": said without a year, and
    /// not of a day some weeks away.
    pub(super) fn year_of_history(&self, time: &Candidate<Expression>, name: Name) -> Option<i16> {
        const FAR: i64 = 60;
        let Name::Day { month, day, weekday: None } = name else { return None };
        let year = feast::year_of_history(month, day)?;
        let analysis = self.analysis;
        let date = self.reference.filter(|date| date.year() > year)?;
        let day = nearest(date, name)?;
        let far = !just_passed(date, day, FAR) && (ahead(date, day, FAR) || !ahead(date, day, 0));
        let cued = || {
            let start = time.tokens.start;
            let after = self.is_behind(start, &[Adposition::After, Adposition::Since, Adposition::Before]);
            let attack = |at: usize| analysis.is_concept(at, &["attack", "terrorist-attack"]);
            after || attack(time.tokens.end) || attack(time.tokens.end + 1) || start.checked_sub(2).is_some_and(attack)
        };
        (far && cued()).then_some(year)
    }

    /// Whether "seit" stands before.
    pub(super) fn is_since(&self, time: &Candidate<Expression>) -> bool {
        self.is_right_behind(time, Adposition::Since)
    }

    /// Whether a phrase opens its clause, before the verb: "Until Thursday, they had …", "it was not until Tuesday that …".
    pub(super) fn is_fronted(&self, at: usize) -> bool {
        const LEAD: ClassSet = groups::LINK.or(&[Class::Adverb]);
        let analysis = self.analysis;
        let begin =
            analysis.sentences.get(analysis.sentence_of(at)).map_or(0, |sentence| sentence.tokens.start as usize);
        let mut first = at;
        while first > begin
            && at - first < 2
            && analysis.is_any(first - 1, LEAD)
            && !analysis.is(first - 1, Class::Verb)
        {
            first -= 1;
        }
        first == begin
            || matches!(analysis.kind(first - 1), TokenKind::Quote | TokenKind::Open | TokenKind::Dash)
            || analysis.is(first - 1, Class::Negation)
            || (first..at).any(|at| analysis.is(at, Class::Negation))
    }
}
