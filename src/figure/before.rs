//! What a figure counts or measures, where the noun stands before it.

use std::ops::Range;

use super::noun;
use super::range::is_change;
use crate::answer::FigureKind;
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, NounKind, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Sentence;
use crate::reading::phrase::{self, Phrase};
use crate::text::{Shape, TokenKind};

/// "Umsatz von | 750 Millionen Euro", "a fine of | 150,000 euros".
pub(super) fn of_noun(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    const LONGEST: usize = 4;
    let at = (1..=LONGEST).rev().find_map(|back| {
        let at = from.checked_sub(back).filter(|at| *at > s.start)?;
        let end = s.adposition(at, &[Adposition::Of])?;
        // "von insgesamt 500 Euro", but "Dauer von inzwischen 85 Tagen"
        let adverb =
            || s.is_any(end, ClassSet::of(&[Class::Approx, Class::Adverb])) && !s.is(from + 1, Class::TimeUnit);
        (end == from || end + 1 == from && (s.is(end, Class::Article) || adverb())).then_some(at)
    })?;
    let nearest = phrase::before(s, at)?;
    // "stieg bei Kindern | von 5 auf 7"
    let governed = s.before(nearest.tokens.start).is_some_and(|before| s.is(before, Class::Adposition));
    if governed && phrase::leads_on(s.analysis, at) {
        return None;
    }
    let phrase = if named(s, nearest.head) { governing(s, nearest.head)? } else { nearest };
    (!parent(s, &phrase) && !s.is_any(phrase.head, groups::TIME)).then(|| thing(s, phrase))?
}

/// "eine Beteiligung | an der Nordwerk AG", "a stake | in Nordwerk": the noun on which a name hangs by its preposition.
fn governing(s: &Sentence<'_, '_>, head: usize) -> Option<Phrase> {
    /// How many words a name may have, with its article.
    const LONGEST: usize = 6;
    let first = s.start.max(head.saturating_sub(LONGEST)) + 1;
    let at = (first..=head).rev().find(|at| s.is_any(*at, groups::LINK) || s.shape(*at) == Shape::Lower)?;
    let article = usize::from(s.is(at, Class::Article) && !s.is(at, Class::Adposition));
    let preposition = at - article;
    s.adposition(preposition, &[Adposition::In, Adposition::At])?;
    phrase::before(s, preposition).filter(|phrase| !named(s, phrase.head))
}

/// What a noun that only carries an amount is said of: "Kredit | in einem Ausmaß", "output | at a level"; any other noun
/// itself.
fn thing(s: &Sentence<'_, '_>, phrase: Phrase) -> Option<Phrase> {
    let carrier = phrase.sense.is_some_and(|sense| s.analysis.noun_kind(sense) == Some(NounKind::Carrier));
    // "Schmuck | im Wert": where nothing has it, the value itself
    let inside = s.adposition_before(phrase.tokens.start, &[Adposition::In]).is_some();
    let value = inside && phrase.sense.is_some_and(|sense| s.analysis.means(sense, &["total-value", "value"]));
    match carried(s, &phrase).filter(|_| carrier || value) {
        None if !carrier => Some(phrase),
        thing => thing,
    }
}

/// What a carrier of an amount is said of.
pub(super) fn carried(s: &Sentence<'_, '_>, phrase: &Phrase) -> Option<Phrase> {
    let start = phrase.tokens.start;
    let article = start > s.start && s.is_any(start - 1, groups::DETERMINER) && !s.is(start - 1, Class::Adposition);
    let at = (start - usize::from(article)).checked_sub(1).filter(|at| *at > s.start)?;
    s.adposition(at, &[Adposition::In, Adposition::At, Adposition::With])?;
    phrase::before(s, at).filter(|phrase| !s.is_any(phrase.head, groups::UNIT))
}

/// "der Verkauf über 6,9 Milliarden", "the sale for $7 billion", "Böen mit 80 km/h", "der Anteil mit 13 Prozent": what costs or
/// has so much, right before the preposition.
pub(super) fn with_noun(s: &Sentence<'_, '_>, kind: FigureKind, from: usize) -> Option<Phrase> {
    // The preposition may have been read as a bound: "über 6,9 Milliarden".
    let at = [from.checked_sub(1)?, from].into_iter().find(|at| *at > s.start && s.is(*at, Class::Adposition))?;
    let wanted: &[Adposition] = match kind {
        FigureKind::Money => &[Adposition::Over, Adposition::For, Adposition::Other],
        FigureKind::Measure | FigureKind::Percent => &[Adposition::With],
        _ => return None,
    };
    s.adposition(at, wanted)?;
    let phrase = phrase::before(s, at).filter(|phrase| !named(s, phrase.head))?;
    let what = s.analysis.noun_kind(phrase.sense?)?;
    let fits = match kind {
        // "Hoch ist der Anteil | mit 13 Prozent"
        FigureKind::Percent => what == NounKind::Measure && is_named_alone(s, &phrase),
        FigureKind::Measure => matches!(what, NounKind::Event | NounKind::Thing),
        // "jewellery | worth £30,000"
        _ => what == NounKind::Event || what == NounKind::Thing && s.adposition(at, &[Adposition::Other]).is_some(),
    };
    fits.then_some(phrase)
}

/// Whether a phrase stands behind its article without an adposition.
fn is_named_alone(s: &Sentence<'_, '_>, phrase: &Phrase) -> bool {
    let article = s.before(phrase.tokens.start).filter(|at| s.is(*at, Class::Article));
    article.is_some_and(|article| {
        !s.is(article, Class::Adposition) && s.before(article).is_none_or(|before| !s.is(before, Class::Adposition))
    })
}

/// "a father of three": the three are no fathers.
fn parent(s: &Sentence<'_, '_>, phrase: &Phrase) -> bool {
    let single = |sense: Sense| sense.form.has(Form::SINGULAR) && s.analysis.noun_kind(sense) == Some(NounKind::Person);
    phrase.sense.is_some_and(single)
}

/// Names measure nothing: "Dortmund von 500 Millionen".
fn named(s: &Sentence<'_, '_>, at: usize) -> bool {
    const NAMES: ClassSet = groups::PERSON.with(groups::NAMED);
    s.is_any(at, NAMES) && !s.is(at, Class::Noun) || s.is(at, Class::LegalForm)
}

/// "Die Zahl der Fälle stieg auf 48", "the number of cases has risen to 48": what "number" is of.
pub(super) fn number_of(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    const WINDOW: usize = 20;
    let first = s.start.max(from.saturating_sub(WINDOW));
    (first..from).rev().find_map(|at| {
        let sense = s.sense(at, Class::Noun)?;
        if s.analysis.noun_kind(sense) != Some(NounKind::Quantity) {
            return None;
        }
        let end = sense.end(at);
        if sense.form.has(Form::COMPOUND) {
            return Some(Phrase { tokens: at..end, head: at, sense: Some(sense) });
        }
        let genitive = s.is(end, Class::Article) || s.adposition(end, &[Adposition::Of, Adposition::From]).is_some();
        if genitive { noun::after(s, end, true).filter(|phrase| phrase.tokens.end <= from) } else { None }
    })
}

/// "Die Zahl der Einbrüche ging um ein Fünftel zurück", "the number of cases fell by 5 percent".
pub(super) fn by_number(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    s.adposition(from.checked_sub(1)?, &[Adposition::By, Adposition::Around, Adposition::To])?;
    number_of(s, from)
}

/// "cut | its workforce | by 300", "raised the rate to 5 percent": what somebody changes, right between verb and amount.
pub(super) fn changed(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let preposition = s.before(from).filter(|_| !s.profile.verb_final)?;
    s.adposition(preposition, &[Adposition::By, Adposition::To, Adposition::From])?;
    let phrase = phrase::before(s, preposition)?;
    let determiner = s.before(phrase.tokens.start).filter(|at| s.is_any(*at, groups::DETERMINER))?;
    s.before(determiner).filter(|verb| is_change(s, *verb)).map(|_| phrase)
}

/// "The death toll rose to 37", "die Inzidenz liegt bei 50": what lies or moves at a bare number.
pub(super) fn moved(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let last = from.checked_sub(1)?;
    s.adposition(
        last,
        &[Adposition::To, Adposition::On, Adposition::At, Adposition::By, Adposition::Around, Adposition::From],
    )?;
    changed(s, from).or_else(|| subject(s, from)).or_else(|| riser(s, from))
}

/// "Shares rose | 12%", "the audience fell | 5 million": what did right before the amount.
pub(super) fn rose(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let verb = s.before(from).filter(|verb| !s.profile.verb_final && is_change(s, *verb))?;
    riser_of(s, verb, from)
}

/// "Deaths rose by 37 to 1,245": the noun before the verb of change; "damit steigen die Zusagen auf …": behind it. A second verb
/// has the subject of the first.
fn riser(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    const WINDOW: usize = 20;
    let first = s.start.max(from.saturating_sub(WINDOW));
    let mut verb = (first..from).rev().find(|&at| is_change(s, at))?;
    let goes_on = |at: usize| s.coordinator(at, &[Coordinator::And, Coordinator::But]).is_some();
    if s.before(verb).is_some_and(goes_on) {
        verb = (first..verb).rev().find(|&at| is_change(s, at)).unwrap_or(verb);
    }
    riser_of(s, verb, from)
}

fn riser_of(s: &Sentence<'_, '_>, verb: usize, from: usize) -> Option<Phrase> {
    if s.profile.verb_final && s.is_any(verb + 1, groups::DETERMINER) {
        return noun::after(s, verb + 1, false).filter(|phrase| phrase.tokens.end <= from);
    }
    // "The bank raised | its forecast to 3 percent": it moves what stands between.
    let object = verb + 1 + usize::from(s.is_any(verb + 1, groups::DETERMINER));
    let determined = object > verb + 1;
    let moves = || {
        let phrase = phrase::bare(s, object, false);
        phrase.is_some_and(|phrase| phrase.tokens.end + 1 == from || determined && phrase.tokens.end < from)
    };
    if !s.profile.verb_final && moves() {
        return None;
    }
    // "The campaign raised | $2 million"
    let raises = |sense: &Sense| s.analysis.means(*sense, &["raise"]);
    if s.senses_of(verb, Class::Verb).any(raises) {
        return None;
    }
    let auxiliary = verb > s.start && s.is_any(verb - 1, groups::AUXILIARY);
    let phrase = phrase::before(s, if auxiliary { verb - 1 } else { verb })?;
    let many = |sense: Sense| sense.form.has(Form::PLURAL) || s.analysis.noun_kind(sense) == Some(NounKind::Group);
    phrase.sense.is_some_and(many).then_some(phrase)
}

/// What rises, falls or lies at a figure: the nearest noun of a measured thing before it.
pub(super) fn subject(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    const WINDOW: usize = 20;
    let first = own_clause(s, s.start.max(from.saturating_sub(WINDOW)), from);
    // "für 8 Millionen Euro", "with 3 percent" say nothing of the subject.
    let last = from.checked_sub(1)?;
    let aside = s.adposition(last, &[Adposition::For, Adposition::With, Adposition::Against]).is_some();
    if aside && s.adposition(last, &[Adposition::Around, Adposition::By, Adposition::To]).is_none() {
        return None;
    }
    // Whether a verb stands between.
    let mut verb = false;
    let mut relative = first..first;
    // "The bank said | its index fell to 51.8": what stands before does not move.
    let says = |at: &usize| {
        let kind = |sense: &Sense| s.analysis.verb_kind(*sense) == Some(VerbKind::Say);
        !s.profile.verb_final
            && s.shape(*at) == Shape::Lower
            && s.senses_of(*at, Class::Verb).any(|sense| sense.form.has(Form::PAST) && kind(sense))
            && !s.is_comma(*at + 1)
    };
    let first = (first..from).rev().find(says).map_or(first, |said| said + 1);
    (first..from).rev().find_map(|at| {
        let behind = verb;
        if relative.contains(&at) {
            return None;
        }
        if verb && s.word(at) == "," {
            relative = relative_before(s, first, at);
        }
        verb |= s.is_any(at, groups::VERBAL) && !s.has_noun_capital(at);
        let sense = s.sense(at, Class::Noun)?;
        // "tickets cost | $85", "the bid values | the firm at 312p": a verb.
        let bare = at == s.start || !s.is_any(at - 1, groups::DETERMINER.or(&[Class::Adjective]));
        let governs = sense.end(at) == from || s.is_any(sense.end(at), groups::DETERMINER);
        if governs && s.is(at, Class::Verb) && bare && !s.has_noun_capital(at) {
            return None;
        }
        // "45 cents per share", "312p a share"
        let per = at > s.start && s.adposition(at - 1, &[Adposition::Per]) == Some(at);
        let priced = || {
            let amount = at.checked_sub(2).filter(|amount| *amount >= s.start);
            amount.is_some_and(|amount| s.is(amount, Class::Currency) || s.kind(amount) == TokenKind::Number)
        };
        if per && (!s.is(at - 1, Class::IndefiniteArticle) || priced()) {
            return None;
        }
        // "would rise": a verb; "Germany's share": none.
        let possessed = || at > s.start + 1 && s.is_tight(at - 1) && !s.is(at - 2, Class::Pronoun);
        // "is expected to fall": an infinitive.
        let led = |before: usize| {
            let infinitive = || s.senses_of(at, Class::Verb).any(|sense| sense.form.has(Form::INFINITIVE));
            s.is_any(before, groups::AUXILIARY.or(&[Class::Pronoun]))
                || s.adposition(before, &[Adposition::To]) == Some(at) && infinitive() && !s.has_noun_capital(at)
        };
        if s.is(at, Class::Verb) && at > s.start && led(at - 1) && !possessed() {
            return None;
        }
        let end = sense.end(at);
        // "wegen seiner Krise": what is measured stands without such a preposition.
        let aside = [Adposition::Because, Adposition::Despite];
        let start = phrase::before(s, end).map_or(at, |phrase| phrase.tokens.start);
        let determined = start > s.start && s.is(start - 1, Class::Possessive);
        if s.profile.verb_final && s.adposition_before(start - usize::from(determined), &aside).is_some() {
            return None;
        }
        // "je nach Entfernung 250 Euro"
        if s.adposition_before(at, &[Adposition::After]).is_some_and(|after| after + 1 == at) {
            return None;
        }
        // "die Preise für | Strom": what is measured is the noun before.
        let measure = |at: usize| {
            s.senses_of(at, Class::Noun).any(|sense| s.analysis.noun_kind(*sense) == Some(NounKind::Measure))
        };
        let of_measure = s.adposition_before(at, &[Adposition::For, Adposition::Of]).filter(|of| of + 1 == at);
        if of_measure.is_some_and(|of| of > first && measure(of - 1)) {
            return None;
        }
        // "the grid costs | users $1" has no such noun, "the dividend | payment rose" ends in another one.
        let another = s.shape(end) == Shape::Lower && s.is(end, Class::Noun) && !s.is(end, Class::Verb);
        let compound = !s.profile.capital_nouns && end < from && another;
        if compound && s.is(at, Class::Verb) {
            return None;
        }
        // "bei einer Geschwindigkeit von 60 km/h hätte der Weg nur | 63 Meter": it has a figure of its own.
        let own = |next: usize| next < from && (s.kind(next) == TokenKind::Number || s.is_any(next, groups::AMOUNT));
        let taken = behind && s.adposition(end, &[Adposition::Of]).is_some_and(own);
        if taken
            || s.analysis.noun_kind(sense) != Some(NounKind::Measure)
            || end > from
            || s.is(at, Class::TimeUnit)
            || s.is(at, Class::MeasureUnit)
        {
            return None;
        }
        phrase::before(s, if compound { end + 1 } else { end })
    })
}

/// "Die Steuer, | über die man streitet, | soll um 5 Prozent sinken": the relative clause that ends at a comma, in a language whose
/// verb ends it; what it tells of is not what is measured behind it.
fn relative_before(s: &Sentence<'_, '_>, first: usize, comma: usize) -> Range<usize> {
    let ends = s.profile.verb_final && comma > first && s.is_any(comma - 1, groups::VERBAL);
    let opens = (first..comma).rev().find(|at| s.word(*at) == ",").filter(|_| ends);
    let relative = |at: usize| s.is(at, Class::RelativePronoun);
    let preposition = |at: usize| s.is(at, Class::Adposition);
    opens
        .filter(|opens| relative(opens + 1) || preposition(opens + 1) && relative(opens + 2))
        .map_or(first..first, |opens| opens..comma)
}

/// Where the clause of a token begins that a conjunction joins to another with a subject of its own: "shares fell, | and the firm
/// cut …"; a token before which no such clause begins.
fn own_clause(s: &Sentence<'_, '_>, first: usize, from: usize) -> usize {
    let joins = |at: usize| s.coordinator(at, &[Coordinator::And, Coordinator::But]);
    let verb = |at: usize| s.is_any(at, groups::VERBAL) && !s.has_noun_capital(at);
    let begins =
        |at: &usize| joins(*at).is_some_and(|next| s.is_any(next, groups::DETERMINER) && (next + 1..from).any(verb));
    (first..from).rev().find(begins).unwrap_or(first)
}

/// "The figure was 990.5", "der Wert ist 50": what a bare number is said to be.
pub(super) fn stated(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let verb = from.checked_sub(1)?;
    let be = s.analysis.is_auxiliary(verb, Auxiliary::Be);
    let phrase = phrase::before(s, verb).filter(|_| be)?;
    let kind = s.analysis.noun_kind(phrase.sense?)?;
    matches!(kind, NounKind::Measure | NounKind::Quantity | NounKind::Carrier).then_some(phrase)
}

/// "Kredite der Nordbank (| 1,3 Millionen Euro)", "Frauen (| 40 Prozent)": the noun before the
/// brackets in which an amount stands alone, or that on which the name before them hangs.
pub(super) fn bracketed(s: &Sentence<'_, '_>, from: usize, behind: usize) -> Option<Phrase> {
    /// How many words a name may have, with what joins it.
    const LONGEST: usize = 5;
    let open = s.before(from).filter(|open| s.kind(*open) == TokenKind::Open && s.kind(behind) == TokenKind::Close)?;
    let known =
        |phrase: &Phrase| phrase.sense.is_some() && !named(s, phrase.head) && !s.is_any(phrase.head, groups::TIME);
    let nearest = phrase::before(s, open)?;
    if known(&nearest) {
        return Some(nearest);
    }
    let first = s.start.max(nearest.head.saturating_sub(LONGEST)) + 1;
    let of = (first..nearest.head).rev().find(|at| s.shape(*at) == Shape::Lower)?;
    let joins = s.adposition(of, &[Adposition::Of]).is_some()
        || s.profile.genitive_case && phrase::is_possessor(s.analysis, of);
    phrase::before(s, of).filter(|phrase| joins && known(phrase))
}

/// "Deaths: 37".
pub(super) fn behind_colon(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let last = from.checked_sub(1)?;
    if s.word(last) == ":" {
        return phrase::before(s, last);
    }
    None
}
