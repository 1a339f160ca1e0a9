//! Numbers that are no figures: years, dates, times of day, designations, numbering.

use std::ops::Range;

use super::Reading;
use super::amount::bare;
use super::noun;
use super::start::{AMOUNT, IN_DIGITS};
use super::start::{Amount, Figure, Read, Start, build};
use super::unit::Unit;
use crate::answer::{Approximation, Decimal, FigureKind, Rule};
use crate::lexicon::class::{Adposition, Coordinator, Deictic, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Sentence;
use crate::reading::number::Written;
use crate::reading::phrase::{self, Phrase, noun_phrase};
use crate::rule::{Candidate, rules};
use crate::text::{Shape, TokenKind};

rules! {
    reads: Read;

    /// A number word in a name: before another word with a capital, or last behind one.
    pub(super) IN_NAME = "figure.none-in-name" {
        pattern: "Name Number | Number Name",
        languages: [En],
        precedence: 2,
        begins: [Cardinal, Scale, GroupOf],
        read: in_name,
        fires: [
            En "He listened to Radio [Four](none) at night.",
            En "She won the [Six](none) Nations with Wales.",
        ],
        silent: [En "The six nations took part, and four won."],
    }

    /// A number word with a capital that nothing follows which it could count: a team, a mark.
    pub(super) NOMINAL = "figure.none-nominal" {
        pattern: "Number",
        languages: [De],
        precedence: 2,
        begins: [Cardinal],
        read: nominal,
        fires: [De "Die deutsche [Elf](none) siegte."],
        silent: [De "Die elf siegten."],
    }

    /// Digits that a hyphen, a slash, a sign or a word is joined to.
    pub(super) JOINED = "figure.none-joined" {
        pattern: "word - number | word - preposition - number | number / number | § number | # number | scale - noun",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: joined,
        fires: [
            De "Der § [218](none) bleibt im Gesetz.",
            De "Das Virus Covid-[19](none) breitet sich aus.",
            De "Die [Millionen](none)-Metropole wächst.",
            En "It is the #[5](none) song.",
            En "The Covid-[19](none) rules ended.",
            En "They lost the best-of-[seven](none) series.",
        ],
        silent: [
            De "Die 218 Paragrafen bleiben im Gesetz.",
            De "Die Drei-Millionen-Metropole wächst.",
            En "The 19 rules ended.",
        ],
    }

    /// Digits in more than two groups, in two that begin with a nought, or in two of which the first has a sign. "1 234 567"
    /// is one number.
    pub(super) TELEPHONE = "figure.none-telephone" {
        pattern: "0… number | number number number | + number number",
        precedence: 2,
        digits: [Short, Four, Plain, Letters, Sign],
        read: telephone,
        fires: [
            De "Die Hotline [0800](none) 111 0 111 ist besetzt.",
            De "Der Anschluss ist [+49](none) 30 1234.",
            En "Call [0800](none) 1234 for help.",
        ],
        silent: [
            De "Die Hotline zählt 111 Anrufe.",
            En "The hotline took 116 calls.",
        ],
    }

    /// Digits with letters that are no unit.
    pub(super) LETTERS = "figure.none-letters" {
        pattern: "number letters",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: letters,
        fires: [
            De "Das Bild zeigt eine [4](none)x-Linse.",
            En "The [4](none)x relay was won.",
        ],
        silent: [
            De "Das Bild zeigt 4 Linsen.",
            En "The 4 relays were won.",
        ],
    }

    /// How long and wide something is: two numbers with a letter between them that is no unit.
    pub(super) DIMENSIONS = "figure.none-dimensions" {
        pattern: "number letter number [unit]",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: dimensions,
        fires: [
            De "Das Bild hat [1152 x 1920 Pixel](none).",
            En "The cage has [3 x 4 metres](none).",
        ],
        silent: [
            De "Das Bild hat 1920 Pixel.",
            De "Das Seil ist 3 m 20 lang.",
            En "The cage is 4 metres long.",
        ],
    }

    /// The minute of a goal, with its dot or a sum of minutes, and the points of a tie-break.
    pub(super) MATCH_MINUTE = "figure.none-match-minute" {
        pattern: "( number . ) | number + number | 6:7( number )",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: match_minute,
        fires: [
            De "Der Treffer fiel spät ([90](none) + 8).",
            En "Weber ([67](none).) scored.",
            En "Weber scored ([90](none) + 8).",
        ],
        silent: [
            De "Weber traf in 67 Spielen.",
            En "Weber scored in 67 games.",
        ],
    }

    /// A number before a month, an hour's word, an era or a time zone.
    pub(super) CALENDAR = "figure.none-calendar" {
        pattern: "number month | o'clock | am | era | time zone",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: calendar,
        fires: [
            De "Das Spiel endet um [18](none) Uhr.",
            En "The game ends at [6](none) pm.",
            En "On [3](none) May he came.",
        ],
        silent: [
            De "Das Spiel endet nach 18 Runden.",
            En "The game ends after 6 rounds.",
        ],
    }

    /// The day or year behind a month; not what is counted behind a date that has its day.
    pub(super) OF_MONTH = "figure.none-of-month" {
        pattern: "month number",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: of_month,
        fires: [
            De "Er kam im Mai [98](none) wieder.",
            En "He came on May [3](none) with a dog.",
        ],
        silent: [
            De "Bis 3. Oktober 140 Gemälde zu sehen.",
            De "Die Firma strich im Mai 400 Stellen, im Juni 41 Filialen.",
            En "He came in May with 3 dogs.",
            En "In May 400 jobs were cut.",
        ],
    }

    /// A number from 1000 to 2100 that counts nothing.
    pub(super) YEAR = "figure.none-year" {
        pattern: "four digits",
        precedence: 2,
        digits: [Four],
        read: year,
        fires: [
            De "[2014](none) trat das Gesetz in Kraft.",
            De "Die Station bleibt bis [mindestens 2024](none) in Betrieb.",
            En "In [2014](none) the law changed.",
            En "Prices fell to their [1998](none) levels.",
        ],
        silent: [
            De "In Bonn starben 1990 Menschen.",
            De "Die Firma streicht 1200 der 8500 Stellen.",
            En "They planted 1990 trees.",
        ],
    }

    /// A number behind a name or a noun, without anything that it counts.
    pub(super) DESIGNATION = "figure.none-designation" {
        pattern: "name | noun number",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: designation,
        fires: [
            De "Die Boeing [737](none) landete.",
            De "Die Bundesstraße [230](none) ist gesperrt.",
            De "Die Boeing [737](none)-Flotte bleibt am Boden.",
            De "Das iPhone [6](none) Plus ist teuer.",
            De "Die Artikel [5](none) und [6](none) gelten.",
            De "Der Klub machte in Runde [12](none) Fehler.",
            En "The A [45](none) was closed.",
            En "Highway [61](none) was long.",
            En "Article [5](none) protects him.",
            En "Windows [7](none) and [8](none) are old.",
            En "The firm sold its [8210](none) phone.",
        ],
        silent: [
            De "In Bonn landeten 737 Maschinen.",
            De "In den ersten Runden 12 Fehler zu machen, ist schlecht.",
            De "Die Partei legte einen 10-Punkte-Plan vor.",
            De "In Deutschland leben 83,2 Millionen, in Berlin 3,6 Millionen.",
            En "In Seattle 16 people met.",
            En "The firm sold its 8210 phones.",
            En "In Germany 83.2 million live, in Leeds 500,000.",
        ],
    }

    /// A number with a point where the language has a comma: a version.
    pub(super) VERSION = "figure.none-version" {
        pattern: "number . number",
        languages: [De],
        precedence: 2,
        digits: [Marked],
        read: version,
        fires: [
            De "Das Gerät läuft mit Android [4.4](none) Kitkat.",
            De "Das Gerät läuft mit Android [6.0](none) Marshmallow.",
        ],
        silent: [
            De "Das Gerät kam auf 4.400 Aufrufe.",
            De "Das Gerät kam auf 4.4 Millionen Aufrufe.",
        ],
    }

    /// Those who are left in a knockout: four, eight, sixteen or more, with no noun behind the number.
    pub(super) STAGE = "figure.none-stage" {
        pattern: "the last 4 | 8 | 16 | 32 | 64 [noun in the singular] | round of 4 | …",
        precedence: 2,
        begins: [Cardinal],
        digits: [Short],
        read: stage,
        fires: [
            De "Der Klub steht unter den letzten [acht](none).",
            En "They reached the last [16](none).",
            En "They lost their last [16](none) match.",
            En "They reached the round of [sixteen](none).",
            En "He had never reached the last [four](none) at home.",
        ],
        silent: [
            De "Die letzten acht Spiele gingen verloren.",
            De "Die letzten drei kamen zu Fuß.",
            En "The last 16 games were lost.",
            En "The last two came on foot.",
        ],
    }

    /// The number of a court's or an office's file.
    pub(super) FILE = "figure.none-file" {
        pattern: "number Letters number / number",
        languages: [De],
        precedence: 2,
        digits: IN_DIGITS,
        read: file,
        fires: [
            De "Der Beschluss [5](none) StR 123/14 ist rechtskräftig.",
            De "Das Gericht (Az.: [14](none) O 1293/14) vertagt sich.",
        ],
        silent: [De "Die 14 Tore fielen 2013/14."],
    }

    /// Nought joined to a noun, and nought as a mark of a scale.
    pub(super) ZERO = "figure.none-zero" {
        pattern: "zero - noun | (above | below) zero",
        precedence: 2,
        begins: [Cardinal],
        read: zero,
        fires: [
            De "Die Stadt setzt auf [Null](none)-Toleranz.",
            De "Die Werte liegen [unter null](none).",
            En "The [zero](none)-tolerance rule stays.",
            En "Temperatures fell [below zero](none) at night.",
        ],
        silent: [
            De "Der Klub holte null Punkte.",
            En "The club took zero points.",
        ],
    }

    /// The tens of somebody's years, of which only the beginning, middle or end is told.
    pub(super) TENS_OF_AGE = "figure.none-tens-of-age" {
        pattern: "(beginning | middle | end) ten | twenty | …",
        languages: [De],
        precedence: 2,
        begins: [Cardinal],
        read: tens_of_age,
        fires: [
            De "Der Täter ist Ende [dreißig](none).",
            De "Sie ist Mitte [vierzig](none) und ledig.",
        ],
        silent: [
            De "Seit Mitte Mai kamen vierzig.",
            De "Am Ende kamen dreißig.",
        ],
    }

    /// The number of an item, at the head of a line.
    pub(super) NUMBERING = "figure.none-numbering" {
        pattern: "number ) | number :",
        precedence: 2,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: numbering,
        fires: [
            De "[3](none)) Der Antrag wird abgelehnt.",
            En "[3](none)) The motion is rejected.",
        ],
        silent: [
            De "3 Anträge werden abgelehnt.",
            En "3 motions are rejected.",
        ],
    }
}

fn in_name(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start).filter(|amount| amount.parts.written == Written::Words)?;
    let (s, number) = (start.sentence, &amount.parts.number);
    let after = |kind| number.start > s.start && s.kind(number.start - 1) == kind;
    // "League Two", "Radio Four"
    let last = after(TokenKind::Word)
        && s.is_capital(number.start - 1)
        && !s.is_any(number.start - 1, FUNCTION)
        && !s.is_capital(number.end);
    let front = s.is_capital(number.end) && (after(TokenKind::Word) || after(TokenKind::Number));
    exclusion(start, amount, s.is_capital(number.start) && (last || front), &IN_NAME)
}

fn nominal(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start).filter(|amount| amount.parts.written != Written::Digits)?;
    let (s, number) = (start.sentence, &amount.parts.number);
    let noun = number.start > s.start
        && number.len() == 1
        && s.is_capital(number.start)
        && s.is(number.start, Class::Cardinal)
        && !phrase::starts(s, number.end);
    exclusion(start, amount, noun, &NOMINAL)
}

fn joined(start: &Start<'_, '_>) -> Figure {
    if let Some(amount) = bare(start).filter(|amount| amount.parts.written == Written::Words) {
        // "a best-of-seven series"
        let (s, first) = (start.sentence, amount.parts.number.start);
        let joined =
            first > s.start + 3 && s.is_joint(first - 1) && s.is(first - 2, Class::Adposition) && s.is_joint(first - 3);
        return exclusion(start, amount, joined || is_size(s, &amount.parts.number), &JOINED);
    }
    in_digits(start, &JOINED, |number| is_joined(start.sentence, number.start, number.end))
}

fn telephone(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    if start.is_signed() {
        let amount = bare(start)?;
        let end = amount.parts.number.end;
        let more = s.kind(end) == TokenKind::Number || s.is_tight(end) && s.kind(end) == TokenKind::Hyphen;
        return exclusion(start, amount, more, &TELEPHONE);
    }
    in_digits(start, &TELEPHONE, |number| is_telephone(s, number))
}

fn letters(start: &Start<'_, '_>) -> Figure {
    in_digits(start, &LETTERS, |number| has_letters(start.sentence, number.end))
}

fn dimensions(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    let amount = amount_in_digits(start)?;
    let by = amount.parts.number.end;
    let number = |at: usize| s.kind(at) == TokenKind::Number;
    let letter = s.shape(by) == Shape::Lower && s.word(by).chars().count() == 1 && s.classes(by).has_none();
    let end = by + 2 + usize::from(s.is_any(by + 2, groups::UNIT));
    let found = || no_figure(start, amount, amount.from, end, &DIMENSIONS);
    (letter && number(by + 1)).then(found)
}

fn match_minute(start: &Start<'_, '_>) -> Figure {
    in_digits(start, &MATCH_MINUTE, |number| is_match_minute(start.sentence, number.start, number.end))
}

fn calendar(start: &Start<'_, '_>) -> Figure {
    const BEHIND: ClassSet = groups::CLOCK.or(&[Class::Month]);
    in_digits(start, &CALENDAR, |number| start.sentence.is_any(number.end, BEHIND))
}

fn of_month(start: &Start<'_, '_>) -> Figure {
    in_digits(start, &OF_MONTH, |number| is_of_month(start.sentence, number.start, number.end))
}

fn year(start: &Start<'_, '_>) -> Figure {
    let amount = amount_in_digits(start)?;
    exclusion(start, amount, is_year(start.sentence, amount), &YEAR)
}

fn designation(start: &Start<'_, '_>) -> Figure {
    // "in Leeds 500,000", "in Berlin 3,6 Millionen": a name's number has neither.
    let amount = amount_in_digits(start).filter(|amount| !is_large(start.sentence, amount))?;
    let number = &amount.parts.number;
    let none = is_designation(start.sentence, number.start, number.end, start.floor);
    exclusion(start, amount, none, &DESIGNATION)
}

fn version(start: &Start<'_, '_>) -> Figure {
    let amount = amount_in_digits(start)?;
    let parts = &amount.parts;
    let word = start.sentence.word(parts.number.start);
    let pointed = word.contains('.') && !word.contains(start.sentence.profile.decimal);
    // "6.0", but "4.400"
    let group = word.rsplit('.').next().is_some_and(|digits| digits.len() == 3);
    exclusion(start, amount, pointed && !group && parts.scale == 0, &VERSION)
}

fn stage(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start).filter(|amount| amount.bound == Approximation::Exact && !start.is_signed())?;
    let (s, number) = (start.sentence, &amount.parts.number);
    let last = number.start > s.start + 1
        && s.senses_of(number.start - 1, Class::Deictic).any(|sense| sense.value == Deictic::Last as u32)
        && s.is_any(number.start - 2, groups::DETERMINER);
    // "the round of sixteen"
    let round = s
        .adposition_before(number.start, &[Adposition::Of])
        .and_then(|of| s.before(of))
        .is_some_and(|round| s.analysis.is_concept(round, &["round"]));
    let left =
        amount.parts.value.and_then(Decimal::to_integer).is_some_and(|left| matches!(left, 4 | 8 | 16 | 32 | 64));
    // "their last 16 match"
    let single =
        |phrase: Phrase| phrase.sense.is_some_and(|sense| !sense.form.has(Form::PLURAL)) && !s.profile.capital_nouns;
    let counts = || phrase::bare(s, number.end, true).is_some_and(|phrase| !single(phrase));
    exclusion(start, amount, left && (round || last && !counts()), &STAGE)
}

fn file(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    in_digits(start, &FILE, |number| {
        let letters = number.end;
        let digits = |at: usize| s.kind(at) == TokenKind::Number;
        s.is_capital(letters)
            && s.word(letters).len() <= 4
            && digits(letters + 1)
            && s.word(letters + 2) == "/"
            && s.is_tight(letters + 2)
            && s.is_tight(letters + 3)
            && digits(letters + 3)
    })
}

fn zero(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start).filter(|amount| amount.parts.written == Written::Words)?;
    let (s, end) = (start.sentence, amount.parts.number.end);
    let joined = s.is_joint(end) && s.kind(end + 1) == TokenKind::Word;
    let mark = matches!(amount.bound, Approximation::Over | Approximation::Under) && !phrase::starts(s, end);
    exclusion(start, amount, amount.parts.value == Some(Decimal::ZERO) && (joined || mark), &ZERO)
}

fn tens_of_age(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start).filter(|amount| amount.bound == Approximation::Exact && !start.is_signed())?;
    let (s, number) = (start.sentence, &amount.parts.number);
    let tens = amount.parts.value.and_then(Decimal::to_integer).is_some_and(|n| (10..100).contains(&n) && n % 10 == 0);
    let part = number.start > s.start && s.is(number.start - 1, Class::Part);
    exclusion(start, amount, tens && part && !phrase::starts(s, number.end), &TENS_OF_AGE)
}

fn numbering(start: &Start<'_, '_>) -> Figure {
    in_digits(start, &NUMBERING, |number| is_numbering(start.sentence, number.start, number.end))
}

/// No figure, where that holds for the tokens of an amount in digits.
#[inline]
fn in_digits(start: &Start<'_, '_>, rule: &'static Rule, is_none: impl FnOnce(&Range<usize>) -> bool) -> Figure {
    let amount = amount_in_digits(start)?;
    exclusion(start, amount, is_none(&amount.parts.number), rule)
}

/// A number in digits, or a range, without a unit; a sign makes a figure of any.
#[inline]
fn amount_in_digits<'s>(start: &'s Start<'_, '_>) -> Option<&'s Amount> {
    bare(start).filter(|amount| amount.parts.written == Written::Digits && !start.is_signed())
}

/// The amount as no figure, where it is none.
#[inline]
fn exclusion(start: &Start<'_, '_>, amount: &Amount, is_none: bool, rule: &'static Rule) -> Figure {
    if is_none { Some(no_figure(start, amount, amount.from, amount.parts.number.end, rule)) } else { None }
}

/// The tokens of an amount as no figure.
#[inline(never)]
pub(super) fn no_figure(
    start: &Start<'_, '_>,
    amount: &Amount,
    from: usize,
    end: usize,
    rule: &'static Rule,
) -> Candidate<Reading> {
    let kind = FigureKind::Count;
    let mut none = build(start.sentence, from, end, amount.bound, &amount.parts, kind, Unit::Absent, rule);
    none.item.excludes = true;
    none
}

/// The day or year behind a month: "May 3", "Mai 98"; not what is counted behind a date that has its day, "bis 3. Oktober
/// | 140 Gemälde".
fn is_of_month(s: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    if start == s.start || !s.is(start - 1, Class::Month) {
        return false;
    }
    let dated = start >= s.start + 2 && matches!(s.kind(start - 2), TokenKind::Number | TokenKind::Ordinal);
    // "im Mai 400 Stellen", "seit März 21 Menschen", "bis Juli 300": no day, and no year.
    let day = !s.profile.ordinal_dot && s.digits(start).is_some_and(|day| day <= 31);
    let counts = || phrase::bare(s, end, true).is_some_and(|phrase| phrase.head == end || phrase.sense.is_some());
    let large =
        s.kind(start) == TokenKind::Number && s.digits(start).is_none_or(|number| (100..1000).contains(&number));
    !(dated && s.is_any(end, groups::NOUN) || !day && s.year(start).is_none() && (large || counts()))
}

/// Part of a longer token sequence: "Covid-19", "2015/2016", "50+1-Regel", "+49-30-1234", "A-380".
fn is_joined(s: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    let mark = |at: usize| {
        matches!(s.kind(at), TokenKind::Hyphen | TokenKind::Dash | TokenKind::Symbol | TokenKind::Separator)
            && s.word(at) != ","
    };
    let before = start > s.start && s.is_tight(start) && {
        let own_sign = !s.is_tight(start - 1);
        match s.kind(start - 1) {
            TokenKind::Word => !s.is(start - 1, Class::Approx),
            TokenKind::Number => true,
            _ => mark(start - 1) && !(own_sign && s.kind(start - 1) != TokenKind::Word),
        }
    };
    let behind = mark(end) && s.is_tight(end) && s.is_tight(end + 1) && s.kind(end + 1) == TokenKind::Number;
    // "a 3-for-2 split"
    let behind = behind || s.is_joint(end) && s.is(end + 1, Class::Adposition) && s.is_joint(end + 2);
    let symbol = start > s.start
        && s.kind(start - 1) != TokenKind::Word
        && matches!(s.word(start - 1), "§" | "§§" | "#" | "/" | "№");
    before || behind || symbol
}

/// "Millionen-Metropole", "einen Milliarden-Deal": how large something is, without a number.
fn is_size(s: &Sentence<'_, '_>, number: &Range<usize>) -> bool {
    const SIZE: ClassSet = ClassSet::of(&[Class::OpenAmount, Class::Scale]);
    let size = number.end - 1;
    let alone = size == number.start || size == number.start + 1 && s.is(number.start, Class::IndefiniteArticle);
    alone && s.is_any(size, SIZE) && s.is_capital(size) && s.is_joint(size + 1) && s.is_capital(size + 2)
}

/// "0800 111 0 111": digits in more than two groups, or behind a nought.
fn is_telephone(s: &Sentence<'_, '_>, tokens: &Range<usize>) -> bool {
    let at = tokens.start;
    const MOST: usize = 6;
    let number = |at: usize| s.kind(at) == TokenKind::Number;
    let grouped = number(at + 1) || at > s.start && number(at - 1);
    if !number(at) || !grouped {
        return false;
    }
    let mut first = at;
    while first > s.start && at - first < MOST && number(first - 1) {
        first -= 1;
    }
    let mut end = at + 1;
    while end - first < 2 * MOST && number(end) {
        end += 1;
    }
    let year = s.year(first).is_some();
    let whole = (first..end).all(|at| s.word(at).bytes().all(|byte| byte.is_ascii_digit()));
    // "1 234 567"
    if *tokens == (first..end) && !s.word(first).starts_with('0') {
        return false;
    }
    let telephone = s.word(first).starts_with('0') || end - first > 2;
    // "3 1/2"
    let fraction = s.word(end) == "/" && s.is_tight(end);
    whole && !year && !fraction && telephone
}

/// "18h", "4x", "3er": letters at the digits that are no unit.
fn has_letters(s: &Sentence<'_, '_>, end: usize) -> bool {
    s.is_tight(end) && s.kind(end) == TokenKind::Word
}

/// "(67.)", "(90.+8)", "(90 + 8)": the minute of a goal.
fn is_match_minute(s: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    let dot = s.kind(end) == TokenKind::Terminal && s.is_tight(end);
    let closed = dot && (s.kind(end + 1) == TokenKind::Close || s.word(end + 1) == "," || s.word(end + 1) == "+");
    // "6:7(1)": the points of a tie-break.
    if start > s.start + 1
        && s.kind(start - 1) == TokenKind::Open
        && s.is_tight(start - 1)
        && s.word(start - 2).contains(':')
    {
        return true;
    }
    let sum = |at: usize| s.kind(at + 1) == TokenKind::Number && s.word(at) == "+";
    closed && end == start + 1
        || sum(end)
        || start > s.start + 1 && sum(start - 1) && !matches!(s.kind(start - 2), TokenKind::Open)
}

/// A bare number that may be a year, unless something counted follows or an approximator stands before it.
fn is_year(s: &Sentence<'_, '_>, amount: &Amount) -> bool {
    let (start, end) = (amount.parts.number.start, amount.parts.number.end);
    if !s.is_year(&amount.parts.number) || s.counts_part(start) || s.counts_change(start) {
        return false;
    }
    if amount.bound != Approximation::Exact {
        return !phrase::starts(s, end) && s.means_year(start);
    }
    // "WM 2006 erstmals Stellung", "a 1998 Department of Transport document": what it counts must follow at once.
    let counted = phrase::bare(s, end, true).is_some_and(|phrase| {
        let first = phrase.head == end || s.is_any(end, ClassSet::of(&[Class::Adjective, Class::Quantifier]));
        first && (s.has_noun_capital(phrase.head) || is_plural(s, &phrase))
    });
    // "zählte 500, die Veranstalter | 1200 Teilnehmer"
    const EARLIEST: i16 = 1500;
    let early = || s.digits(start).is_some_and(|year| year < EARLIEST);
    let named = start > s.start + 1 && phrase_end(s, start - 1) && !(counted && (early() || ends_source(s, start)));
    // "the 2000 and 2003 results"
    let joined = !s.profile.capital_nouns
        && start > s.start + 1
        && s.coordinator(start - 1, &[Coordinator::And, Coordinator::Or]).is_some()
        && s.year(start - 2).zip(s.year(start)).is_some_and(|(first, second)| first < second);
    s.means_year(start) || joined || named || s.dates_noun(start) || !counted && !s.counts_within_year(start)
}

/// "nach Angaben der Polizei | 500, laut Veranstalter | 1200 Menschen": whether the source of what is counted ends before a token.
fn ends_source(s: &Sentence<'_, '_>, at: usize) -> bool {
    /// How many tokens it may have.
    const LONGEST: usize = 5;
    let from = s.start.max(at.saturating_sub(LONGEST));
    (from..at).any(|first| {
        s.senses_of(first, Class::SourceBefore).any(|sense| {
            let end = sense.end(first);
            end == at || end < at && noun_phrase(s.analysis, end, at) == Some(at)
        })
    })
}

/// A noun with a capital that is no place and no function word: what stands behind it may be its year or what it counts.
fn phrase_end(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.has_noun_capital(at) && !s.is_any(at, FUNCTION) && !s.is_any(at, groups::PLACE.or(&[Class::PlaceAdjective]))
}

fn is_plural(s: &Sentence<'_, '_>, phrase: &Phrase) -> bool {
    let by_form = |sense: Sense| sense.form.has(Form::PLURAL);
    phrase.sense.map_or((s.profile.plural_like)(s.word(phrase.head)), by_form)
}

/// A number behind a name or a noun without anything that it counts: "Landesstraße 1230", "Boeing 737", "TSV 1860".
fn is_designation(s: &Sentence<'_, '_>, start: usize, end: usize, floor: usize) -> bool {
    let Some(last) = start.checked_sub(1).filter(|last| *last >= s.start.max(floor)) else {
        return false;
    };
    // "iOS 7 und 8", "Articles 5 and 6", "Windows 95, 98 and 2000"
    let another = s.coordinator(last, &[Coordinator::And, Coordinator::Or]).is_some() || s.is_comma(last);
    if another && last > s.start + 1 && s.kind(last - 1) == TokenKind::Number && s.year(last - 1).is_none() {
        return !phrase::starts(s, end) && is_designation(s, last - 1, last, floor);
    }
    if s.kind(last) != TokenKind::Word || ends_source(s, start) {
        return false;
    }
    // "bis Juli 300" is neither its day nor its year.
    let dated = last > s.start && matches!(s.kind(last - 1), TokenKind::Number | TokenKind::Ordinal);
    if s.is(last, Class::Month) && !dated && s.digits(start).is_some_and(|number| number >= 100) {
        return false;
    }
    // "A 45", "B 10": a letter with a number, whatever follows.
    if s.is_capital(last) && s.word(last).len() == 1 && last > s.start {
        return true;
    }
    if is_model(s, start, end) {
        return true;
    }
    // "in Runde 12 Fehler": what is counted there says so itself.
    if s.is_label(start) {
        return true;
    }
    if s.is_any(last, FUNCTION) {
        return false;
    }
    // "PlayStation 2 games": where nouns have no capitals, a capital is a name's.
    let unknown = s.classes(last) == ClassSet::default();
    // "the Nord Stream 2 pipeline": the second word of a name is no verb.
    let inside = || last > s.start + 1 && s.has_name_capital(last - 1) && s.shape(end) == Shape::Lower;
    let no_name = s.is_any(last, TIME_OR_PLACE) && !(s.is(last, Class::Verb) && !s.profile.capital_nouns && inside());
    let name = s.has_name_capital(last) && !no_name;
    if name && (unknown || last > s.start) {
        return true;
    }
    // "GTA 5-Erweiterung", "Boeing 737-Flotte"
    let compound = s.is_joint(end) && s.has_noun_capital(end + 1) && !s.is(end + 1, Class::TimeUnit);
    if compound && s.is_capital(last) && !s.is_any(last, TIME_OR_PLACE) {
        return true;
    }
    let named = s.is_capital(last) || s.sense(last, Class::Noun).is_some_and(|sense| !sense.form.has(Form::PLURAL));
    // "Boeing 737 Max": a name goes on behind it.
    const NAMES: ClassSet = ClassSet::of(&[Class::Organisation, Class::Misc]);
    if s.is_any(last, NAMES)
        && phrase::bare(s, end, true).is_some_and(|phrase| phrase.sense.is_none() && phrase.head == end)
    {
        return true;
    }
    // "iPhone 6 Plus": a word with a capital inside is a thing's name where it is no firm's.
    let inner = || s.shape(last) == Shape::Mixed && s.word(last).starts_with(char::is_lowercase);
    let goes_on = || s.is_capital(end) && phrase::bare(s, end, true).is_some_and(|phrase| phrase.head == end);
    if !s.is(last, Class::Organisation) && inner() && s.digits(start).is_some_and(|number| number < 100) && goes_on() {
        return true;
    }
    // "in Rom 120, in Bari 40", "Stärke 4,4"
    let located = s.is_any(last, groups::PLACE) && s.adposition_before(last, &[Adposition::In]).is_some();
    // "Windstärke 11", but "Preis 2014", "Tempo 30"
    let scale = s.word(start).contains(s.profile.decimal) || s.analysis.is_concept(last, &["magnitude", "wind-force"]);
    let measured = scale && noun::labels(s, start).is_some();
    if located || measured {
        return false;
    }
    // "Article 5 protects him": at the head of a sentence a thing's number tells it from others.
    let label = s.sense(last, Class::Noun).is_some_and(|sense| sense.form.has(Form::SINGULAR));
    if last == s.start && label && !s.profile.capital_nouns && !s.is_any(last, TIME_OR_PLACE) {
        return true;
    }
    // "in Seattle 16 Menschen": what is counted follows.
    named && !phrase::starts(s, end) && noun::behind_brackets(s, end).is_none()
}

/// "the 7610 phone": digits without a mark that a determiner and one thing stand around are its name, where nouns have no capitals.
fn is_model(s: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    const SMALLEST: usize = 3;
    let definite =
        s.before(start).is_some_and(|at| s.is_any(at, groups::DETERMINER) && !s.is(at, Class::IndefiniteArticle));
    let digits = s.word(start).len() >= SMALLEST && s.word(start).bytes().all(|byte| byte.is_ascii_digit());
    let thing = |sense: Sense| {
        sense.form.has(Form::SINGULAR)
            && !sense.form.has(Form::PLURAL)
            && s.analysis.noun_kind(sense) == Some(NounKind::Thing)
    };
    let one = || phrase::bare(s, end, true).is_some_and(|phrase| phrase.head == end && phrase.sense.is_some_and(thing));
    !s.profile.capital_nouns && definite && digits && end == start + 1 && one()
}

const FUNCTION: ClassSet = groups::DETERMINER.with(groups::AUXILIARY).with(groups::LINK).or(&[
    Class::Adverb,
    Class::Approx,
    Class::Pronoun,
    Class::Quantifier,
    Class::Subordinator,
]);

const TIME_OR_PLACE: ClassSet =
    groups::DAY.with(groups::PLACE).or(&[Class::PlaceAdjective, Class::TimeUnit, Class::Verb]);

/// Whether a number has a scale word, or marks between its thousands and no noun before it: "Mitgliedsnummer 1.268.933".
fn is_large(s: &Sentence<'_, '_>, amount: &Amount) -> bool {
    let number = &amount.parts.number;
    let thousands =
        s.word(number.start).contains(s.profile.group) && amount.parts.value >= Some(Decimal::from(1000u32));
    let labelled = number.start > s.start
        && s.is(number.start - 1, Class::Noun)
        && !s.is_any(number.start - 1, groups::PLACE.or(&[Class::Organisation]));
    amount.parts.scale > 0 || thousands && !labelled
}

/// "1)", "(a) 2." at the head of a line.
fn is_numbering(s: &Sentence<'_, '_>, start: usize, end: usize) -> bool {
    start == s.start && end == start + 1 && (s.kind(end) == TokenKind::Close || s.word(end) == ":")
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn names_dates_and_numbering_count_nothing() {
        assert_eq!(de("In Bonn starben 1990 Menschen."), ["1990|Count|1990|-|Exact|Menschen"]);
        assert_eq!(en("In Seattle 16 people met."), ["16|Count|16|-|Exact|people"]);
        for text in ["Die Boeing 737 flog.", "2017 trat es in Kraft.", "Weber (67.) traf."] {
            assert!(de(text).is_empty(), "{text}");
        }
        for text in ["The A 45 was closed.", "Highway 61 was long.", "In 2014 it ended."] {
            assert!(en(text).is_empty(), "{text}");
        }
    }
}
