//! Figures that are a part of another noun phrase: "Sportler aus 35 Nationen", "the 16-year tenure", "Meier (7 Punkte)".

use std::ops::Range;

use super::context::Context;
use crate::answer::{Figure, FigureKind, Rule};
use crate::clause::{Clause, ClauseKind, VerbGroup, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, Direction, Indefinite, NounKind, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::phrase::{Preposition, is_genitive_number, is_possessor, joined_measure, leads_on};
use crate::reading::{Analysis, Sentence};
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// A measure, a length, an amount or a result in front of the noun that it describes. The clause says something of that
    /// noun and not of the figure.
    BEFORE_NOUN = "fact.role.before-noun" {
        pattern: "figure - noun | figure adjective noun | figure noun",
        fires: [
            De "Der [30-Kilometer](figure)-Lauf begann in Bern.",
            De "Die [320 Kilometer](figure) lange Schneise zerschnitt den Wald.",
            En "The [16-year](figure) contract ended in Bern.",
        ],
        silent: [
            De "Der Lauf führte 30 Kilometer durch den Wald.",
            En "The contract ran for 16 years in Bern.",
        ],
    }

    /// A figure in a phrase with a preposition, or in the genitive, that hangs on a noun or on a number that is a part of it:
    /// before the verb where it stands
    /// behind the subject's noun, behind the verb where the preposition is "of". What is measured ("a height of"), counted
    /// in a group or owed ("a fine of") is said with its figure.
    HANGS_ON_NOUN = "fact.role.hangs-on-noun" {
        pattern: "noun + preposition | genitive article + figure",
        fires: [
            De "Sportler aus [35](figure) Nationen gründeten in Bern einen Verband.",
            De "Der Bund plant den Verkauf von [drei](figure) Schiffen.",
            De "Bern gewann vier von [sieben](figure) Spielen.",
            De "Verletzt wurden drei der [zwölf](figure) Insassen.",
            De "Der Bund genehmigte den Verkauf über [6,9 Milliarden Euro](figure).",
            En "Athletes from [35](figure) nations founded a club in Bern.",
            En "The state plans the sale of [three](figure) ships.",
            En "Bern won four of its last [seven](figure) games.",
            En "The agency approved the sale for [6.9 billion dollars](figure).",
        ],
        silent: [
            De "Der Turm erreichte eine Höhe von 107 Metern.",
            De "Sportler gründeten mit 35 Nationen einen Verband.",
            En "The tower reached a height of 107 metres.",
            En "Athletes founded clubs in 35 nations.",
            En "The agency sold the ship for 6.9 billion dollars.",
        ],
    }

    /// A figure in what stands between commas behind the subject and tells who or what that is, or between dashes.
    APPOSITION = "fact.role.apposition" {
        pattern: "subject , determiner … figure … , verb | subject – … figure … – verb",
        fires: [
            De "Die Bank – immerhin [300](figure) Angestellte – erhöhte die Preise.",
            En "One in ten banks – [some 300](figure) firms – raised prices.",
            De "Huber und Weber, die [zwei](figure) größten Banken, erhöhten die Preise.",
            De "Die Gäste – [300](figure) Schüler – besuchten die Stadt.",
            En "Huber and Weber, the world's [two](figure) biggest banks, raised prices.",
            En "The guests - [300](figure) pupils - visited the town.",
        ],
        silent: [
            De "Huber und Weber, die zwei größten Banken.",
            De "Die Bank erhöhte – um 300 Euro – die Preise.",
            En "Huber and Weber raised the prices of the world's two biggest banks.",
        ],
    }

    /// A figure in brackets behind a name or noun; not what it is in another unit, nor by how much a number grew. A number alone
    /// between commas behind a name too.
    BRACKETED = "fact.role.bracketed" {
        pattern: "name | noun ( figure [noun] ) | name , number ,",
        fires: [
            De "Die Spieler Huber ([12](figure) Punkte) und Weber versagten.",
            En "The players Huber ([12](figure) points) and Weber failed.",
            En "Smith, [45](figure), denied the charges.",
        ],
        silent: [
            De "Das Hemd kostete 25 Pfund (33 Dollar).",
            En "The shirt cost 25 pounds (33 dollars).",
            En "Smith sold books, 45, and left.",
        ],
    }
}

/// The rule by which a figure is a part of another noun phrase.
pub(super) fn of(
    context: &Context<'_, '_, '_>,
    clause: Option<&Clause>,
    figure: &Figure<'_>,
    tokens: &Range<usize>,
) -> Option<&'static Rule> {
    let analysis = context.analysis;
    if stands_before_noun(analysis, figure, tokens) {
        return Some(&BEFORE_NOUN);
    }
    if is_bracketed(analysis, tokens) || is_between_commas(analysis, figure, tokens) {
        return Some(&BRACKETED);
    }
    let verb = clause?.verb.as_ref()?;
    if is_in_apposition(analysis, clause?, verb, tokens.start) || is_between_dashes(analysis, clause?, verb, tokens) {
        return Some(&APPOSITION);
    }
    // "a quake of magnitude | 6.1": the noun before it is its own.
    let label = figure.of.as_ref().map(|of| analysis.tokens_of(of.span));
    let label = label.filter(|of| figure.kind == FigureKind::Count && of.end == tokens.start);
    let own = label.map_or(tokens.start, |label| label.start);
    let start = phrase_start(analysis, own, clause?.piece_of(tokens.start)?.start);
    hangs_on_noun(context, clause?, verb, figure, start).then_some(&HANGS_ON_NOUN)
}

/// "110-kV-Kabel", "320 Kilometer lange Schneise", "16-jährige Amtszeit", "5-2 victory", "16-year tenure".
fn stands_before_noun(analysis: &Analysis<'_, '_>, figure: &Figure<'_>, tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let counted = figure.of.as_ref().map(|of| analysis.tokens_of(of.span));
    let joint =
        analysis.kind(end) == TokenKind::Hyphen && !analysis.space_before(end) && !analysis.space_before(end + 1);
    let measured = matches!(figure.kind, FigureKind::Measure | FigureKind::Duration | FigureKind::Money);
    if joint && (measured || matches!(figure.kind, FigureKind::Score | FigureKind::Count)) {
        return true;
    }
    let capital_nouns = analysis.profile(analysis.sentence_of(end.saturating_sub(1))).capital_nouns;
    match figure.kind {
        // "after a 0.6% | rise"
        FigureKind::Percent if !capital_nouns => {
            let article = tokens.start.checked_sub(1).filter(|at| analysis.is(*at, Class::IndefiniteArticle));
            let governed = article.and_then(|article| article.checked_sub(1));
            let after =
                governed.is_some_and(|at| analysis.is_any_adposition(at, &[Adposition::After, Adposition::Despite]));
            after && counted.is_some_and(|counted| counted.start == end)
        }
        // "a magnitude 6.1 | quake"
        FigureKind::Count if !capital_nouns => {
            let labelled = counted.is_some_and(|counted| counted.end == tokens.start);
            labelled && analysis.is(end, Class::Noun) && !analysis.is_any(end, groups::VERBAL)
        }
        FigureKind::Score => {
            let closed = end + usize::from(analysis.kind(end) == TokenKind::Close);
            counted.is_some_and(|counted| counted.start >= end && counted.start <= closed + 3)
        }
        // "eine zehnminütige Reise": the unit is an adjective.
        FigureKind::Duration if is_unit_adjective(analysis, tokens) => true,
        FigureKind::Measure | FigureKind::Duration if capital_nouns => {
            // "200 Meter bzw. 3,5 Kilometer langer Zaun"
            let sentence = Sentence::new(analysis, analysis.sentence_of(tokens.start));
            let end = sentence.and_then(|sentence| joined_measure(&sentence, end)).unwrap_or(end);
            let modifies = analysis.kind(end) == TokenKind::Word && analysis.shape(end) == Shape::Lower && {
                let attributive = Form::ATTRIBUTIVE;
                let long = is_long(analysis, end);
                let declined = (analysis.profile(analysis.sentence_of(end)).adjective_like)(analysis.word(end));
                declined
                    && !long
                    && (analysis.is(end, Class::Adjective) || analysis.has_form(end, Class::Verb, attributive))
            };
            let noun = analysis.kind(end + 1) == TokenKind::Word && analysis.shape(end + 1) != Shape::Lower;
            modifies && noun
        }
        FigureKind::Measure | FigureKind::Duration | FigureKind::Money if !capital_nouns => {
            let size = usize::from(is_size(analysis, end));
            // "a 16-year tenure", "the seven kilometre long cable"; "a stretch 320 kilometres long"
            counted.as_ref().is_some_and(|counted| counted.start == end || counted.start == end + size)
                || size > 0
                    && figure.kind == FigureKind::Measure
                    && tokens.start > 0
                    && analysis.is(tokens.start - 1, Class::Noun)
                    && !analysis.is_any(tokens.start - 1, groups::VERBAL)
        }
        _ => false,
    }
}

/// "long", "lang": how far something reaches.
fn is_long(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.senses_of(at, Class::Direction).any(|sense| sense.value == Direction::Long as u32)
}

/// "long", "high": what a measure says of a thing.
fn is_size(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.kind(at) == TokenKind::Word && (is_long(analysis, at) || analysis.is(at, Class::Adjective))
}

/// The last word of a length is the adjective of its unit.
fn is_unit_adjective(analysis: &Analysis<'_, '_>, tokens: &Range<usize>) -> bool {
    let Some(last) = tokens.end.checked_sub(1) else {
        return false;
    };
    let whole = analysis.kind(last) == TokenKind::Word
        && analysis.shape(last) == Shape::Lower
        && !analysis.is(last, Class::TimeUnit)
        && analysis.profile(analysis.sentence_of(last)).number_compounds;
    analysis.is(last, Class::UnitAdjective) || whole && !analysis.is_any(last, NUMBER_WORDS)
}

const NUMBER_WORDS: ClassSet = ClassSet::of(&[Class::Cardinal, Class::Scale, Class::Approx, Class::Fraction]);

/// "Jordan Hulls (0 Punkte)", "Jonah Radebaugh (7)"; not "£25 ($33)", "4.840 (+60)".
pub(super) fn is_bracketed(analysis: &Analysis<'_, '_>, tokens: &Range<usize>) -> bool {
    const AMOUNTS: ClassSet = groups::AMOUNT.with(groups::UNIT);
    let Some(open) = tokens.start.checked_sub(1).filter(|open| *open > 0 && analysis.kind(*open) == TokenKind::Open)
    else {
        return false;
    };
    let before = open - 1;
    let closes = (tokens.end..tokens.end + 3).any(|at| analysis.kind(at) == TokenKind::Close);
    closes
        && analysis.kind(before) == TokenKind::Word
        && !analysis.is_any(before, AMOUNTS)
        && analysis.sentence_of(before) == analysis.sentence_of(tokens.start)
}

/// "Smith, | 45, | denied": a number alone between commas behind a name.
fn is_between_commas(analysis: &Analysis<'_, '_>, figure: &Figure<'_>, tokens: &Range<usize>) -> bool {
    let comma = |at: usize| analysis.word(at) == ",";
    let name = |at: usize| {
        analysis.kind(at) == TokenKind::Word
            && analysis.shape(at) != Shape::Lower
            && !analysis.is_any(at, groups::TIME.with(groups::UNIT))
    };
    let first = tokens.start;
    figure.kind == FigureKind::Count
        && figure.of.is_none()
        && tokens.len() == 1
        && first > 1
        && comma(first - 1)
        && comma(tokens.end)
        && name(first - 2)
}

/// "Siemens and Bosch, | the country's two oldest makers, | have …"
fn is_in_apposition(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup, figure: usize) -> bool {
    let comma = |at: usize| analysis.word(at) == ",";
    let (Some(piece), Some(subject)) = (clause.piece_of(figure), clause.subject.as_ref()) else {
        return false;
    };
    comma(subject.end)
        && piece.start == subject.end + 1
        && comma(piece.end)
        && piece.end <= verb.tokens.first().copied().unwrap_or(verb.finite)
        && analysis.is_any(piece.start, groups::DETERMINER)
        && noun_phrase(analysis, piece.start, piece.end).is_some_and(|end| end > figure)
}

/// "One in ten adults – equivalent to | 22 million | people – owns …": what stands between dashes behind the subject, before the verb.
fn is_between_dashes(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup, figure: &Range<usize>) -> bool {
    /// How far behind the figure the second dash may stand.
    const NEAR: usize = 12;
    let Some(subject) = clause.subject.as_ref().map(|subject| subject.end) else {
        return false;
    };
    let dash = |at: usize| {
        matches!(analysis.kind(at), TokenKind::Dash | TokenKind::Hyphen)
            && analysis.space_before(at)
            && analysis.space_before(at + 1)
    };
    let first = verb.tokens.first().copied().unwrap_or(verb.finite);
    dash(subject) && subject < figure.start && (figure.end..first.min(figure.end + NEAR)).any(dash)
}

/// Where the phrase of a figure begins: before its determiner and what stands between.
fn phrase_start(analysis: &Analysis<'_, '_>, figure: usize, first: usize) -> usize {
    const INSIDE: ClassSet = groups::DETERMINER.with(groups::MODIFIER).or(&[Class::Deictic, Class::Quantifier]);
    let mut start = figure;
    while start > first && figure - start < 3 && analysis.is_any(start - 1, INSIDE) {
        if analysis.is(start - 1, Class::Adposition) && !analysis.is_any(start - 1, groups::DETERMINER) {
            break;
        }
        start -= 1;
        if analysis.is_any(start, groups::DETERMINER) {
            break;
        }
    }
    start
}

/// Whether the phrase that begins at `start` belongs to the noun before it.
fn hangs_on_noun(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    figure: &Figure<'_>,
    start: usize,
) -> bool {
    let analysis = context.analysis;
    let Some(piece) = clause.piece_of(start) else {
        return false;
    };
    // "die Hälfte der 85.000 Einwohner", "178 der 300 Abgeordneten", "Vertreter dieser drei Länder"
    let genitive = analysis.is_any(start, groups::DETERMINER)
        && start > piece.start
        && is_possessor(analysis, start)
        && analysis.profile(clause.sentence).capital_nouns
        && (governor(context, start, piece.start).is_some()
            || is_part(analysis, start - 1, true)
            || asks_part(analysis, start));
    if genitive {
        return true;
    }
    // "ein Zusammenstoß | zweier Busse"
    if is_genitive_number(analysis, start) && governor(context, start, piece.start).is_some() {
        return true;
    }
    let Some(phrase) = Preposition::before(analysis, start, piece.start) else {
        return false;
    };
    // "stieg bei Kindern | von | 5 auf 7"
    if leads_on(analysis, phrase.start) {
        return false;
    }
    let means = |wanted: &[Adposition]| phrase.means(analysis, wanted);
    let of = means(&[Adposition::Of]);
    // "eine von sieben Einheiten", "four of their last five meetings"
    let definite = analysis.is_any(start, groups::DETERMINER);
    if of
        && phrase.start > piece.start
        && (is_part(analysis, phrase.start - 1, definite) || asks_part(analysis, phrase.start))
    {
        return true;
    }
    let Some(noun) = governor(context, phrase.start, piece.start) else {
        return false;
    };
    // "kürzt die Ausgaben wegen ihrer Krise | um 30 Millionen": a reason rises or falls by nothing.
    let reason = |noun: usize| {
        const NEAR: usize = 4;
        let near = piece.start.max(noun.saturating_sub(NEAR))..noun;
        let because = |at: &usize| {
            analysis.is_adposition(*at, Adposition::Because)
                && prepositional_phrase(analysis, *at, noun + 1) == Some(noun + 1)
        };
        near.into_iter().any(|at| because(&at))
    };
    if means(&[Adposition::Around])
        && matches!(verb.kind(analysis), Some(VerbKind::Up | VerbKind::Down))
        && reason(noun)
    {
        return false;
    }
    // "sprach von 500, die Veranstalter | von 1200 Gästen": the verb that is left out governs it.
    if clause.is_gapped() && clause.subject.as_ref().is_some_and(|subject| subject.end == noun + 1) {
        return false;
    }
    if of && is_transparent(analysis, noun, figure.kind) {
        return is_measure_of_noun(context, noun, piece.start);
    }
    if verb.tokens.contains(&noun) {
        return false;
    }
    // "der Verkauf über 6,9 Milliarden", "the sale for 6.9 billion": the noun is what the money is for.
    let named = || figure.of.as_ref().is_some_and(|of| analysis.tokens_of(of.span).end == phrase.start);
    let costs = figure.kind == FigureKind::Money
        && (means(&[Adposition::Over, Adposition::For]) && named()
            || means(&[Adposition::For]) && analysis.is_noun_of(noun, NounKind::Event)
            || means(&[Adposition::Over]) && analysis.profile(clause.sentence).capital_nouns);
    // The subject and what hangs on it stand before the verb of a main clause; in another one only "of" binds at once.
    const ON_SUBJECT: &[Adposition] = &[Adposition::Of, Adposition::From, Adposition::With, Adposition::For];
    let main = clause.kind == ClauseKind::Main;
    // "Workers at | three plants | walked out": whatever the preposition, where nothing else can stand there.
    let inside = || {
        let subject = clause.subject.as_ref().filter(|subject| subject.start <= noun && start < subject.end);
        let front = main || !analysis.profile(clause.sentence).verb_final;
        figure.kind == FigureKind::Count && front && subject.is_some() && !is_transparent(analysis, noun, figure.kind)
    };
    let beside = || {
        let subject = clause.subject.as_ref();
        subject.is_some_and(|subject| subject.end == noun + 1 || main && subject.start <= noun && noun < start)
    };
    let hangs_on_subject = start < verb.finite
        && piece.contains(&verb.finite)
        && !means(&[Adposition::Around])
        && (inside() || means(if main { ON_SUBJECT } else { &[Adposition::Of] }) && beside());
    // Behind a passive "von" is the one who does it.
    let agent = verb.passive && means(&[Adposition::By]);
    costs || hangs_on_subject || of && !agent
}

/// "how many | of the 150", "wie viele | der 150": what is asked for is a part of what follows.
fn asks_part(analysis: &Analysis<'_, '_>, end: usize) -> bool {
    const WORDS: u8 = 2;
    let at = end.checked_sub(usize::from(WORDS));
    at.is_some_and(|at| analysis.senses_of(at, Class::Interrogative).any(|sense| sense.length == WORDS))
}

/// "one", "einer", "half", "119": a part of what follows; "die meisten", "some", "die Mehrheit" of what is definite.
fn is_part(analysis: &Analysis<'_, '_>, at: usize, definite: bool) -> bool {
    use Indefinite::{Couple, Few, Many, Most, Several, Some};
    let some = |sense: &Sense| {
        let amount = Indefinite::from_value(sense.value);
        amount.is_some_and(|amount| matches!(amount, Couple | Few | Many | Most | Several | Some))
    };
    analysis.is_any(at, ClassSet::of(&[Class::IndefiniteArticle, Class::Fraction, Class::Cardinal]))
        || analysis.kind(at) == TokenKind::Number
        || definite && analysis.senses_of(at, Class::Indefinite).any(some)
}

/// The noun that ends right before a token, and no time or place.
fn governor(context: &Context<'_, '_, '_>, at: usize, first: usize) -> Option<usize> {
    const NO_NOUN: ClassSet = groups::PERSON.with(groups::PLACE).or(&[
        Class::DayPart,
        Class::Month,
        Class::Season,
        Class::TimeUnit,
        Class::Weekday,
    ]);
    let analysis = context.analysis;
    let noun = at.checked_sub(1).filter(|noun| *noun >= first)?;
    let capital = analysis.profile(analysis.sentence_of(noun)).capital_nouns;
    let is_noun = analysis.kind(noun) == TokenKind::Word
        && if capital { analysis.shape(noun) != Shape::Lower } else { analysis.is(noun, Class::Noun) };
    // "keiner der 14 Insassen": they are what it tells of.
    let none = analysis.is_any(noun, groups::QUANTITY.or(&[Class::Negation]));
    (is_noun && !none && !analysis.is_any(noun, NO_NOUN) && !context.is_time(analysis.span(noun..noun + 1)))
        .then_some(noun)
}

/// Whether a noun is said together with the figure behind it: "eine Höhe von", "a group of", "a fine of".
fn is_transparent(analysis: &Analysis<'_, '_>, noun: usize, kind: FigureKind) -> bool {
    let known = analysis.senses_of(noun, Class::Noun).any(|sense| {
        matches!(
            analysis.noun_kind(*sense),
            Some(NounKind::Measure | NounKind::Quantity | NounKind::Carrier | NounKind::Group)
        )
    });
    // "his wife of 41 years"
    let lasts = kind == FigureKind::Duration && !analysis.is_noun_of(noun, NounKind::Person);
    known || lasts || matches!(kind, FigureKind::Money | FigureKind::Percent) || analysis.is(noun, Class::GroupOf)
}

/// "Landzungen mit einer Größe von 50 Hektar": what is measured hangs on another noun itself; "nach einem Rückgang von 5 Prozent": or
/// on what the clause is not about.
fn is_measure_of_noun(context: &Context<'_, '_, '_>, noun: usize, first: usize) -> bool {
    let analysis = context.analysis;
    let start = phrase_start(analysis, noun, first);
    let preposition = Preposition::before(analysis, start, first);
    const ASIDE: &[Adposition] = &[Adposition::After, Adposition::Because, Adposition::Despite];
    // "aus Höhen von 10 Metern"
    if preposition.is_some_and(|aside| aside.means(analysis, ASIDE) && !aside.means(analysis, &[Adposition::From])) {
        return true;
    }
    let with = preposition.filter(|phrase| phrase.means(analysis, &[Adposition::With, Adposition::Of]));
    with.is_some_and(|phrase| governor(context, phrase.start, first).is_some())
}
