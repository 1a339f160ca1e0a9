//! Years in digits.

use std::ops::{Range, RangeInclusive};

use super::digits::small;
use crate::lexicon::class::{Adposition, Coordinator, NounKind, Unit};
use crate::lexicon::{Class, ClassSet, Form, groups};
use crate::reading::Sentence;
use crate::reading::phrase::is_possessor;
use crate::text::{Shape, TokenKind};

/// What a number of four digits must be to be a year.
pub(crate) const YEARS: RangeInclusive<i16> = 1000..=2199;

/// A year of four digits. Whether it means one, what stands around it must say.
pub(crate) fn year(word: &str) -> Option<i16> {
    small(word).filter(|year| word.len() == 4 && YEARS.contains(year))
}

/// What a number that looks like a year counts or measures.
pub(crate) const COUNTED: ClassSet = groups::AMOUNT.with(groups::UNIT).or(&[Class::Clock]);

impl Sentence<'_, '_> {
    /// Digits alone, up to four of them.
    pub(crate) fn digits(&self, at: usize) -> Option<i16> {
        if self.kind(at) != TokenKind::Number {
            return None;
        }
        small(self.word(at))
    }

    /// A year of four digits. Whether it means one, the construction must say.
    pub(crate) fn year(&self, at: usize) -> Option<i16> {
        if self.kind(at) == TokenKind::Number { year(self.word(at)).filter(|_| !self.is_signed(at)) } else { None }
    }

    /// Whether tokens are a year of four digits, as far as they themselves tell.
    pub(crate) fn is_year(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 1 && year(self.word(tokens.start)).is_some()
    }

    /// Whether a sign such as "$" stands right before a number.
    pub(crate) fn is_signed(&self, at: usize) -> bool {
        let before = self.before(at).filter(|_| self.is_tight(at));
        before.is_some_and(|before| self.kind(before) == TokenKind::Symbol && !self.is_slash(before))
    }

    /// Whether four digits are a year and not a count: nothing is counted by them, or a word of time stands before them.
    pub(crate) fn means_year(&self, at: usize) -> bool {
        let next = at + 1;
        // "wurden 2013 drei Ärzte getötet": no number stands behind a count.
        let counted = COUNTED.without(ClassSet::of(&[Class::Cardinal]));
        // "the 2005 season"
        let season = matches!(self.meaning(next, Class::TimeUnit), Some((Unit::Season, _)))
            && !self.form(next, Class::TimeUnit).has(Form::PLURAL);
        if (self.is_any(next, counted) && !season)
            || self.is_sign(next)
            || (self.is_dash(next) && self.is_tight(next) && self.kind(next + 1) == TokenKind::Word)
        {
            return false;
        }
        let before = self.before(at);
        if before.is_some_and(|before| {
            self.kind(before) == TokenKind::Symbol
                && matches!(self.word(before), "§" | "#" | "$" | "€" | "£" | "&" | "%")
        }) {
            return false;
        }
        // "at 1600 Park Avenue"
        if before.is_some_and(|before| {
            self.adposition(before, &[Adposition::At]).is_some()
                && self.adposition(before, &[Adposition::In, Adposition::Around]).is_none()
        }) {
            return false;
        }
        if before.is_some_and(|before| {
            self.is_any(before, ClassSet::of(&[Class::Currency, Class::Approx, Class::MeasureUnit]))
                && !self.bounds_year(at)
                && self
                    .adposition(
                        before,
                        &[Adposition::In, Adposition::Around, Adposition::Since, Adposition::Until, Adposition::From],
                    )
                    .is_none()
        }) {
            return false;
        }
        // "About 1000 come from Asia"
        if before.is_some_and(|before| self.is(before, Class::Approx)) && self.is_verb(next) {
            return false;
        }
        let recent = self.year(at).is_some_and(|year| (1700..=2050).contains(&year));
        // "2000 bis 3000 Grad", but "2014 um 0,8 Prozent", "in 2005 and 2.5%"
        let long = self.word(next + 1).len() > 2 && self.word(next + 1).bytes().all(|byte| byte.is_ascii_digit());
        if (self.is(next, Class::Coordinator) || self.adposition(next, &[Adposition::Until]).is_some())
            && (long || self.adposition(next, &[Adposition::Until]).is_some())
            && self.kind(next + 1) == TokenKind::Number
            && self.is_any(next + 2, COUNTED)
        {
            return false;
        }
        // "between 2000 and 3000 people"
        if long && self.year(next + 1).is_none() && self.adposition_before(at, &[Adposition::Between]).is_some() {
            return false;
        }
        // "In Spain 1200 lost their jobs"
        let placed = before.is_some_and(|before| self.is_any(before, groups::PLACE)) && !self.profile.year_alone;
        if placed && self.is_verb(next) && !self.is(next, Class::Auxiliary) {
            return false;
        }
        if self.counts_within_year(at) || self.counts_part(at) || self.counts_change(at) {
            return false;
        }
        // "1984 Menschen", "1,984 people": a plural noun behind the number is what it counts.
        // "the flood of 1953 killed hundreds": a verb with its object
        const OBJECT: ClassSet = groups::DETERMINER.with(groups::NUMBER).with(groups::NOUN);
        let acts = self.form(next, Class::Verb).has(Form::PAST)
            && (self.is_any(next + 1, OBJECT) || self.kind(next + 1) == TokenKind::Number);
        let noun = !acts && self.form(next, Class::Noun).has(Form::PLURAL) || self.is(next, Class::Demonym);
        let adjective = !self.profile.noun_compounds && before.is_some_and(|before| self.is(before, Class::Article));
        // "in 2005 people died": where years need a preposition, it says that the number is one.
        const SINCE: &[Adposition] = &[Adposition::Since, Adposition::Until];
        const SINCE_OR_IN: &[Adposition] = &[Adposition::Since, Adposition::Until, Adposition::In];
        let since = self.adposition_before(at, if self.profile.year_alone { SINCE } else { SINCE_OR_IN });
        // "Anfang 1954 Lieferungen an die Stadt"
        let dated = before.is_some_and(|before| {
            self.is(before, Class::Part) || matches!(self.meaning(before, Class::TimeUnit), Some((Unit::Year, _)))
        });
        let tells = dated || self.dates_noun(at) || (adjective || self.is_second_year(at)) && recent;
        let counts = noun && !tells && self.kind(next) == TokenKind::Word && since.is_none_or(|since| since + 1 != at);
        let capital = self.has_noun_capital(next) && self.shape(next) == Shape::Title;
        let introduced = before.is_none_or(|before| {
            self.is_any(before, groups::CALENDAR.with(groups::LINK).or(&[Class::Subordinator]))
                || matches!(
                    self.kind(before),
                    TokenKind::Open
                        | TokenKind::Dash
                        | TokenKind::Hyphen
                        | TokenKind::Separator
                        | TokenKind::Symbol
                        | TokenKind::Quote
                )
                || self.shape(before) == Shape::Title
                || self.shape(before) == Shape::Upper
        });
        // "war 1974 Karl Huber gewesen"
        let person = || self.is(next, Class::GivenName) && self.has_noun_capital(next + 1);
        (recent || (introduced && before.is_some())) && !counts && (!capital || introduced || person())
            || !recent && !counts && self.stands_alone(at, capital)
    }

    /// "Das Schloss wurde | 1620 zerstört", "war | 1585 Sitz des Rates": an older year, where years need no preposition, right behind a
    /// verb of one that has its subject before it; `capital` where a noun follows, which must be of one only.
    fn stands_alone(&self, at: usize, capital: bool) -> bool {
        const CLOSED: ClassSet = groups::DETERMINER.or(&[Class::Adposition]);
        let next = at + 1;
        let one = |verb: usize| {
            let form = self.form(verb, Class::Verb).and(self.form(verb, Class::Auxiliary));
            self.is_verb(verb) && !form.has(Form::PLURAL) && !(self.profile.infinitive_like)(self.word(verb))
        };
        // "fand 1585 neue Quellen"
        let attribute = || {
            self.shape(next) == Shape::Lower
                && (self.profile.adjective_like)(self.word(next))
                && !self.is_any(next, CLOSED)
                && self.shape(next + 1) != Shape::Lower
        };
        self.profile.year_alone
            && self.year(at).is_some_and(|year| (1200..1700).contains(&year))
            && self.before(at).is_some_and(one)
            && (!capital || self.is(next, Class::Noun))
            && !attribute()
    }

    /// Whether an approximator with a preposition of time stands before a recent year: "bis mindestens | 2024".
    fn bounds_year(&self, at: usize) -> bool {
        let Some((_, from)) = self.sense_before(at, Class::Approx, self.start) else { return false };
        let until = |before| {
            self.adposition(before, &[Adposition::Until, Adposition::Since]).is_some()
                && self.adposition(before, &[Adposition::To]).is_none()
        };
        self.year(at).is_some_and(|year| (1900..=2100).contains(&year)) && self.before(from).is_some_and(until)
    }

    /// "Davon starben | 2000 im Jahr 2011 und 1700 im Jahr davor", "1700 in the year before": another year stands right behind the
    /// number; where it is digits alone, a verb stands before the number.
    pub(crate) fn counts_within_year(&self, at: usize) -> bool {
        let Some(behind) = self.adposition(at + 1, &[Adposition::In]) else {
            return false;
        };
        let noun = if self.is(behind, Class::Article) { behind + 1 } else { behind };
        if matches!(self.meaning(noun, Class::TimeUnit), Some((Unit::Year, _))) {
            return true;
        }
        self.before(at).is_some_and(|verb| self.is_verb(verb)) && self.year(behind).is_some()
    }

    /// "on | 2004 results", "its 1960 levels": a recent year before what was measured or happened, where such years stand.
    pub(crate) fn dates_noun(&self, at: usize) -> bool {
        const BEFORE: ClassSet = groups::DETERMINER.or(&[Class::Adposition]);
        let recent = self.year(at).is_some_and(|year| (1900..=2050).contains(&year) && year % 100 != 0);
        let kind = self.sense(at + 1, Class::Noun).and_then(|sense| self.analysis.noun_kind(sense));
        recent
            && !self.profile.noun_compounds
            && self.before(at).is_none_or(|before| self.is_any(before, BEFORE))
            && matches!(kind, Some(NounKind::Measure | NounKind::Quantity | NounKind::Carrier | NounKind::Event))
    }

    /// "the 2002 and | 2004 finals": behind a year and "and", where the first has its article.
    fn is_second_year(&self, at: usize) -> bool {
        let first = at.checked_sub(2).filter(|first| *first > self.start);
        !self.profile.noun_compounds
            && first.is_some_and(|first| {
                self.year(first).is_some()
                    && self.is(first - 1, Class::Article)
                    && self.coordinator(first + 1, &[Coordinator::And]) == Some(at)
            })
    }

    fn is_verb(&self, at: usize) -> bool {
        self.is_any(at, groups::VERBAL) && !self.is(at, Class::Noun) && self.shape(at) == Shape::Lower
    }

    /// "1200 | of its 8500 jobs", "1200 | der 8500 Stellen", "1200 | seiner 8500 Stellen": a part of a larger number.
    pub(crate) fn counts_part(&self, at: usize) -> bool {
        let of = self.adposition(at + 1, &[Adposition::Of]).filter(|next| self.is_any(*next, groups::DETERMINER));
        let own = self.profile.genitive_case && self.is(at + 1, Class::Possessive);
        let determiner = of.or_else(|| (own || is_possessor(self.analysis, at + 1)).then_some(at + 1));
        let Some(whole) = determiner.map(|determiner| determiner + 1) else {
            return false;
        };
        // "2500", "8,500"
        let larger = self.digits(whole).is_none_or(|whole| self.digits(at).is_some_and(|part| part < whole));
        self.kind(whole) == TokenKind::Number && larger && self.is_any(whole + 1, groups::NOUN.with(groups::ATTRIBUTE))
    }

    /// Whether a number is one of the two in "from 1000 to 2000 jobs", "von 1000 auf 2000 Stellen".
    pub(crate) fn counts_change(&self, at: usize) -> bool {
        let first = || {
            let to = self.before(at)?;
            self.adposition(to, &[Adposition::To, Adposition::Until, Adposition::On]).filter(|next| *next == at)?;
            self.before(to)
        };
        self.changes(at) || first().is_some_and(|first| self.changes(first))
    }

    /// "from | 1000 to 2000 jobs", "von | 1000 auf 2000": what is counted stands behind the second number, or one of the two is
    /// no year. Two years are none of "from 2010 to 2014 prices rose".
    fn changes(&self, at: usize) -> bool {
        let next = at + 1;
        let on = self.adposition(next, &[Adposition::On]);
        let Some(second) = on.or_else(|| self.adposition(next, &[Adposition::To, Adposition::Until])) else {
            return false;
        };
        let recent = |at: usize| self.year(at).is_none_or(|year| (1700..=2050).contains(&year));
        // "der Ausbruch von 1883 auf 1000"
        let round = self.year(at).is_none_or(|year| year % 50 == 0);
        let years = recent(at) && (recent(second) || !round);
        // "von 1000 auf 2000" alone
        let counted = self.form(second + 1, Class::Noun).has(Form::PLURAL);
        self.kind(second) == TokenKind::Number
            && (on.is_some() || !years)
            && (counted || on.is_some() && !years)
            && self.adposition_before(at, &[Adposition::From]).is_some_and(|from| from + 1 == at)
    }

    /// Whether an adposition stands right behind an amount: "$650m | over seven years".
    pub(crate) fn spreads_amount(&self, at: usize) -> bool {
        /// How many tokens brackets may hold.
        const LONGEST: usize = 6;
        let amount = |last: usize| self.kind(last) == TokenKind::Number || self.is_any(last, COUNTED);
        // "$650m (£340m) over seven years"
        let bracket = |last: usize| {
            let open = (last.saturating_sub(LONGEST)..last).rev().find(|open| self.kind(*open) == TokenKind::Open);
            let open = open.filter(|_| self.kind(last) == TokenKind::Close);
            open.and_then(|open| self.before(open)).is_some_and(amount)
        };
        self.is(at, Class::Adposition) && self.before(at).is_some_and(|last| amount(last) || bracket(last))
    }

    /// Whether a sign such as "%" stands at a token.
    pub(crate) fn is_sign(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Symbol && !self.is_slash(at)
    }
}
