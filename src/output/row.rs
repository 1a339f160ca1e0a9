//! A fact in the text's own words: who, does, what, when, where, and who says so.

use std::borrow::Cow;

use super::plain::one_line;
use crate::answer::{Answer, EntityId, Fact, FactTime, Figure, FigureId, Modality, Reference, Span, TimeSource};

/// Facts of a lower confidence are marked for people.
const UNSURE: f32 = 0.7;

/// The longest stretch of text, in bytes, that is shown for figures that stand apart; longer ones are shown in pieces.
const STRETCH: u32 = 160;

/// So many other names of an entity are looked for in the words that refer to it.
const ALIASES: usize = 8;

/// A figure and its noun are shown in one piece where no more bytes stand between them.
const BETWEEN: u32 = 16;

/// The end of a bracket is looked for among so many letters.
const BRACKET: usize = 40;

/// A fact, or the facts of one change.
pub(super) struct Row<'a, 't> {
    /// The fact, or the first one of the change.
    pub fact: &'a Fact<'t>,
    /// The fact's place in the answer.
    pub at: usize,
    pub who: String,
    pub does: String,
    pub what: String,
}

/// The rows of an answer whose spans are bytes of `text`: one for each fact, and one for those that tell of one change.
pub(super) fn rows<'a, 't>(answer: &'a Answer<'t>, text: &'a str) -> impl Iterator<Item = Row<'a, 't>> {
    let new = |at: usize| {
        !answer
            .facts
            .split_at_checked(at)
            .is_some_and(|(earlier, rest)| rest.first().is_some_and(|fact| is_told(earlier, fact)))
    };
    let facts = answer.facts.iter().enumerate().filter(move |(at, _)| new(*at));
    facts.map(move |(at, fact)| Row::of(answer, at, fact, text))
}

/// The figures of a fact's change.
fn change(fact: &Fact<'_>) -> impl Iterator<Item = FigureId> + Clone {
    fact.change.iter().flat_map(|change| [change.by, change.from, change.to]).flatten()
}

/// Whether an earlier fact of the same sentence tells of the same change.
fn is_told(earlier: &[Fact<'_>], fact: &Fact<'_>) -> bool {
    let is_end = |fact: &Fact<'_>| change(fact).any(|figure| fact.figure == Some(figure));
    let same = |other: &Fact<'_>| other.change == fact.change && other.negated == fact.negated && is_end(other);
    is_end(fact) && earlier.iter().rev().take_while(|other| other.sentence == fact.sentence).any(same)
}

impl<'a, 't> Row<'a, 't> {
    pub fn of(answer: &'a Answer<'t>, at: usize, fact: &'a Fact<'t>, text: &str) -> Row<'a, 't> {
        let slots = Slots::of(answer, fact, text);
        let who = slots.who.map(|span| one_line(closed(span, text).of(text))).unwrap_or_default();
        let who = if subject(fact).is_some() { who } else { trimmed(&who).to_string() };
        let does = fact.predicate.as_ref().map(|predicate| one_line(&predicate.text)).unwrap_or_default();
        Row { fact, at, who, does, what: slots.what.join(" … ") }
    }

    /// The fact's sentence, counted from 1.
    pub fn number(&self) -> usize {
        self.fact.sentence as usize + 1
    }

    pub fn is_unsure(&self) -> bool {
        self.fact.confidence < UNSURE
    }

    /// Who, with the name that the words refer to where they do not hold it.
    pub fn who_named(&self, answer: &Answer<'_>) -> String {
        with_name(answer, &self.who, self.fact.subject.as_ref().and_then(|subject| subject.entity))
    }

    /// What keeps the fact from being so: not, planned, possible, conditional.
    pub fn reserve(&self) -> Option<&'static str> {
        Some(match (self.fact.negated, self.fact.modality) {
            (true, _) => "not",
            (_, Modality::Possible) => "possible",
            (_, Modality::Planned) => "planned",
            (_, Modality::Conditional) => "conditional",
            _ => return None,
        })
    }

    /// The value of the fact's time, or its words where it has no place in the calendar.
    pub fn when(&self, answer: &'a Answer<'_>) -> Cow<'a, str> {
        match &self.fact.time {
            Some(time) if time.begin.is_some() || time.end.is_some() => Cow::Borrowed(&time.value),
            Some(time) => Cow::Owned(one_line(words(answer, time))),
            None => Cow::Borrowed(""),
        }
    }

    pub fn place(&self) -> String {
        self.fact.place.as_ref().map(|place| one_line(&place.text)).unwrap_or_default()
    }

    pub fn source(&self, answer: &Answer<'_>) -> String {
        let source = self.fact.source.as_ref();
        source.map(|source| with_name(answer, &source.text, source.entity)).unwrap_or_default()
    }
}

/// The words that a fact's time was taken from.
pub(super) fn words<'a>(answer: &'a Answer<'_>, time: &FactTime) -> &'a str {
    match time.from {
        TimeSource::Time(id) => answer.time(id).map_or("", |time| &time.text),
        TimeSource::Period(id) => answer.period(id).map_or("", |period| &period.text),
    }
}

/// Where those words stand.
fn time_span(answer: &Answer<'_>, time: &FactTime) -> Option<Span> {
    match time.from {
        TimeSource::Time(id) => answer.time(id).map(|time| time.span),
        TimeSource::Period(id) => answer.period(id).map(|period| period.span),
    }
}

/// A reference in its own words, with the name of what it refers to where they do not hold it.
pub(super) fn resolved(answer: &Answer<'_>, reference: &Reference<'_>) -> String {
    with_name(answer, &reference.text, reference.entity)
}

fn with_name(answer: &Answer<'_>, text: &str, entity: Option<EntityId>) -> String {
    let line = one_line(text);
    match entity.and_then(|id| answer.entity(id)) {
        Some(entity) => {
            let name = one_line(&entity.name);
            let shared = |known: &str| line.contains(known) || known.contains(&line);
            let says = shared(&name) || entity.aliases.iter().take(ALIASES).any(|alias| shared(alias));
            if says { line } else { format!("{line} ({name})") }
        }
        None => line,
    }
}

/// Where the words stand that are shown for a fact's subject and object.
struct Slots {
    who: Option<Span>,
    what: Vec<String>,
}

impl Slots {
    fn of(answer: &Answer<'_>, fact: &Fact<'_>, text: &str) -> Slots {
        let verbs: &[Span] = fact.predicate.as_ref().map_or(&[], |predicate| &predicate.spans);
        let subject = subject(fact);
        // The object may run over the verb, and hold what stands before it.
        let (before, mut what) = match fact.object.as_ref().map(|object| object.span) {
            None => (None, None),
            Some(object) => part(object, verbs, text),
        };
        let who = subject.or(before);
        if let (Some(object), Some(time)) = (what, fact.time.as_ref().and_then(|time| time_span(answer, time))) {
            // Half a time says nothing.
            if object.start < time.start && time.start < object.end && object.end < time.end {
                what = Some(object.to(time));
            }
        }
        let mut pieces = Vec::new();
        let mut figures: Vec<&Figure<'_>> =
            change(fact).chain(fact.figure).filter_map(|id| answer.figure(id)).collect();
        figures.sort_by_key(|figure| figure.span);
        figures.dedup_by_key(|figure| figure.span);
        figures.retain(|figure| who.is_none_or(|who| !who.contains(figure.span)));
        if let (Some(first), Some(last)) = (figures.first(), figures.last()) {
            let taken = |span: Span| verbs.iter().chain(&subject).any(|verb| verb.overlaps(span));
            let mut stretch = first.span.to(last.span);
            if fact.change.is_some() {
                // "from 910 to 1,280": the word before says what the figure is to the change.
                stretch =
                    Some(word_before(stretch, text).to(stretch)).filter(|longer| !taken(*longer)).unwrap_or(stretch);
            }
            let noun = first.of.as_ref().map(|of| of.span).filter(|of| who.is_none_or(|who| !who.overlaps(*of)));
            for other in [what, noun].into_iter().flatten() {
                let longer = other.to(stretch);
                let near = Some(other) == what || is_near(other, stretch, text);
                if near && longer.len() <= STRETCH && !taken(longer) {
                    stretch = longer;
                } else if !other.overlaps(stretch) {
                    pieces.push(one_line(other.of(text)));
                }
            }
            let leads = verbs.first().is_some_and(|verb| stretch.end <= verb.start);
            if who.is_none() && leads && pieces.is_empty() && figures.len() == 1 {
                // "Around 220 are in Sheffield."
                return Slots { who: Some(stretch), what: pieces };
            }
            if stretch.len() <= STRETCH || figures.len() == 1 {
                pieces.push(one_line(closed(stretch, text).of(text)));
            } else {
                pieces.extend(figures.iter().map(|figure| one_line(&figure.text)));
            }
            return Slots { who, what: pieces };
        }
        if what.is_none() && fact.figure.is_none() {
            what = complement(answer, fact, subject);
            if let Some(rest) = what {
                let words = without(rest, verbs, text);
                return Slots { who, what: Some(words).filter(|words| !words.is_empty()).into_iter().collect() };
            }
        }
        pieces.extend(what.map(|what| one_line(closed(what, text).of(text))));
        Slots { who, what: pieces }
    }
}

/// Where a fact's subject stands. Of an age that describes somebody only the entity is told.
fn subject(fact: &Fact<'_>) -> Option<Span> {
    fact.subject.as_ref().map(|subject| subject.span).filter(|span| !span.is_empty())
}

/// An object's words before the verb, and those behind it; all of them behind where it holds no verb but follows one.
fn part(object: Span, verbs: &[Span], text: &str) -> (Option<Span>, Option<Span>) {
    let inside = || verbs.iter().filter(|verb| object.overlaps(**verb));
    let (first, last) = (inside().map(|verb| verb.start).min(), inside().map(|verb| verb.end).max());
    let (Some(first), Some(last)) = (first, last) else {
        let leads = verbs.first().is_some_and(|verb| object.end <= verb.start);
        return if leads { (Some(object), None) } else { (None, Some(object)) };
    };
    let filled = |span: Span| Some(span).filter(|span| !span.of(text).trim().is_empty());
    (filled(Span::new(object.start, first)), filled(Span::new(last.min(object.end), object.end)))
}

/// What an event's clause says behind its subject, up to who says so.
fn complement(answer: &Answer<'_>, fact: &Fact<'_>, subject: Option<Span>) -> Option<Span> {
    let start = subject?.end;
    let statement = fact.source.as_ref().and_then(|source| answer.statement(source.statement));
    let saying = statement.into_iter().flat_map(|statement| {
        let cue = statement.cue.iter().flat_map(|cue| cue.spans.iter().copied());
        statement.speaker.iter().map(|speaker| speaker.span).chain(cue)
    });
    let end = saying.map(|span| span.start).filter(|at| *at > start).min();
    let end = end.unwrap_or(fact.span.end).min(fact.span.end).min(start.saturating_add(STRETCH));
    Some(Span::new(start, end)).filter(|span| !span.is_empty())
}

/// The words of a stretch without those of the verb, and without marks at its ends.
fn without(stretch: Span, verbs: &[Span], text: &str) -> String {
    let (mut words, mut at) = (String::new(), stretch.start);
    // The end may lie within a character.
    let end = (0..4).map(|less| stretch.end.saturating_sub(less)).find(|end| text.is_char_boundary(*end as usize));
    let end = end.unwrap_or(stretch.start);
    for verb in verbs.iter().filter(|verb| stretch.overlaps(**verb)) {
        words.push_str(Span::new(at, verb.start).of(text));
        words.push(' ');
        at = at.max(verb.end);
    }
    words.push_str(Span::new(at, end).of(text));
    let mut line = one_line(&words);
    if end < stretch.end || stretch.len() >= STRETCH {
        let whole = line.rfind(' ').unwrap_or(line.len());
        line.truncate(whole);
        return format!("{} …", trimmed(&line));
    }
    trimmed(&line).to_string()
}

/// Words without the marks at their ends, and without brackets in front of them.
fn trimmed(line: &str) -> &str {
    let line = match line.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((_, rest)) => rest,
        None => line,
    };
    let begins = |c: char| c.is_alphanumeric() || matches!(c, '(' | '„' | '“' | '"' | '‘' | '$' | '€' | '£');
    let line = line.trim_start_matches(|c: char| !begins(c));
    line.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '–' | '—' | '-' | '(' | '„')
    })
}

/// Whether two spans overlap or only few words stand between them, and no mark: "19,000 of those affected".
fn is_near(one: Span, other: Span, text: &str) -> bool {
    let between = Span::new(one.end.min(other.end), one.start.max(other.start));
    let words = |c: char| c.is_alphabetic() || c == ' ' || c == '\u{a0}';
    one.overlaps(other) || between.len() <= BETWEEN && between.of(text).chars().all(words)
}

/// The span with the end of a bracket that opens in it: "120 euros ($158; £83)".
fn closed(span: Span, text: &str) -> Span {
    let inside = span.of(text);
    if inside.matches('(').count() <= inside.matches(')').count() {
        return span;
    }
    let behind = text.get(span.end as usize..).unwrap_or_default();
    let near = behind.char_indices().take(BRACKET).find(|(_, c)| matches!(c, ')' | '(' | '\n'));
    match near {
        Some((at, ')')) => Span::new(span.start, span.end + at as u32 + 1),
        _ => span,
    }
}

/// The word before a span on the same line; empty where there is none.
fn word_before(span: Span, text: &str) -> Span {
    let before = Span::new(0, span.start).of(text);
    let word = before.trim_end_matches(' ').rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let gap = before.len() - before.trim_end_matches(' ').len();
    if word.is_empty() || gap == 0 {
        return Span::new(span.start, span.start);
    }
    Span::new(span.start - (word.len() + gap) as u32, span.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Extractor, Lang};

    fn read(lang: Lang, text: &str) -> Vec<[String; 3]> {
        let extractor = Extractor::builder().build().expect("the built-in dictionaries are sound");
        let answer = extractor.extract(&Document::new(text).with_lang(lang));
        rows(&answer, text).map(|row| [row.who, row.does, row.what]).collect()
    }

    #[test]
    fn a_change_is_one_row() {
        assert_eq!(
            read(Lang::En, "The average loss rose from 910 to 1,280 euros."),
            [["The average loss", "rose", "from 910 to 1,280 euros"]]
        );
        assert_eq!(
            read(Lang::De, "Der Preis stieg von 910 auf 1.280 Euro."),
            [["Der Preis", "stieg", "von 910 auf 1.280 Euro"]]
        );
    }

    #[test]
    fn who_and_what_are_the_texts_own_words() {
        assert_eq!(read(Lang::En, "Police arrested 37 people."), [["Police", "arrested", "37 people"]]);
        assert_eq!(read(Lang::De, "Die Polizei nahm 37 Menschen fest."), [["Die Polizei", "nahm fest", "37 Menschen"]]);
    }

    #[test]
    fn a_clause_is_told_without_its_verb() {
        let text = "Merkel ist am Montag nach Paris gereist.";
        let verbs = [Span::new(7, 10), Span::new(32, 39)];
        assert_eq!(without(Span::new(6, 40), &verbs, text), "am Montag nach Paris");
    }

    #[test]
    fn a_figure_and_its_noun_are_one_piece_where_few_words_part_them() {
        let text = "More than 19,000 of those affected (52)";
        assert!(is_near(Span::new(0, 16), Span::new(26, 34), text));
        assert!(!is_near(Span::new(26, 34), Span::new(36, 38), text));
    }

    #[test]
    fn a_bracket_is_closed_where_its_end_is_near() {
        let text = "120 euros ($158; £83) and (more\n)";
        let closed = |start, end| closed(Span::new(start, end), text).of(text);
        assert_eq!(closed(0, 15), "120 euros ($158; £83)");
        assert_eq!(closed(0, 9), "120 euros");
        assert_eq!(closed(27, 32), "(more");
    }

    #[test]
    fn marks_and_brackets_go_from_the_ends_of_a_clause() {
        assert_eq!(trimmed("(BAMF) nun die Zahlen,"), "nun die Zahlen");
        assert_eq!(trimmed("), which is “so”"), "which is “so”");
        assert_eq!(trimmed(" für 3 Euro (netto)."), "für 3 Euro (netto)");
    }
}
