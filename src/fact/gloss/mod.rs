//! The gloss of a fact: figure, counted noun, topic, period, place, and the source in brackets; of a clause, its own words.
//!
//! - counts: "37 reports, Jan–Apr 2014 (Internet Watch Foundation)"
//! - measures: "revenue up to GBP 418 million, Q3 2022", "share down from 24 %"
//! - ages: "Anna Weber aged 34"
//! - events, and figures among the words of a clause: "Europol: published a report on 30 cases, Mar 2015"
//! - other figures: "majority of 30: the party lost its majority of 30"

mod adjunct;
mod apart;
mod circumstance;
mod deed;
mod event;
mod excerpt;
mod quantity;
mod rest;
mod within;

use smallvec::SmallVec;

use super::context::Context;
use super::{modality, negation, wording};
use crate::answer::{Fact, Figure, FigureKind, FigureUse, Modality, Reference, Span};
use crate::lang::{GlossWords, Lang};
use crate::lexicon::{Class, ClassSet, builtin, groups};
use crate::options::GlossLang;
use crate::reading::phrase::Preposition;
use crate::text::Shape;

/// Predicates that say of what is counted only that it is there or that somebody has it.
const EXISTS: &[&str] = &["be", "have", "receive"];

/// Appends the gloss in the language asked for.
pub(super) fn write(context: &Context<'_, '_, '_>, fact: &Fact<'_>, wanted: GlossLang, out: &mut String) {
    let source = context.analysis.lang(fact.sentence as usize);
    let lang = match wanted {
        GlossLang::In(lang) => lang,
        GlossLang::Source => source.unwrap_or(Lang::En),
    };
    let words = &lang.profile().gloss;
    let apart = context.figure(fact);
    let same = source == Some(lang);
    let mut writer = Writer { context, lang, source, words, same, apart, within: None, told: SmallVec::new(), out };
    let mut with_deed = None;
    let denied = match apart {
        Some(figure) if figure.of.is_none() && writer.is_told(fact) => {
            let told = if fact.change.is_none() { writer.in_clause(fact, figure) } else { None };
            told.unwrap_or_else(|| writer.told(fact, figure))
        }
        // "die fünfköpfige Familie": one of them.
        Some(figure)
            if figure.usage == FigureUse::Attribute && figure.kind == FigureKind::Count && figure.of.is_some() =>
        {
            let end = figure.of.as_ref().map_or(figure.span.end, |of| of.span.end);
            writer.quoted(&[Span { end: end.max(figure.span.end), ..figure.span }]);
            false
        }
        // "promised to hire 37 people": hired are none yet.
        Some(figure) if writer.is_governed(fact, figure) => {
            writer.in_clause(fact, figure).unwrap_or_else(|| writer.event(fact, fact.object.as_ref()))
        }
        Some(figure) => writer.circumstance(fact, figure).unwrap_or_else(|| {
            let doer = writer.doer(fact, figure);
            writer.quantity(fact, figure);
            let (object, denied) = writer.deed(fact, figure);
            with_deed = object;
            if !doer && is_source(fact) {
                denied
            } else if fact.change.is_some() {
                writer.moved_by(fact, figure).unwrap_or(denied)
            } else if doer {
                writer.fuller(fact, figure).unwrap_or(denied)
            } else {
                denied || writer.told.is_empty() && writer.surroundings(fact, figure)
            }
        }),
        None => writer.event(fact, fact.object.as_ref()),
    };
    if let Some(time) = fact.time.as_ref().filter(|time| time.begin.is_some() || time.end.is_some()) {
        writer.out.push_str(", ");
        let begin = time.begin.as_ref().map(|begin| begin.date());
        let ahead = begin.zip(context.answer.date).is_some_and(|(begin, date)| begin > date);
        wording::time(writer.out, time, ahead, words);
    }
    // "ging in die Kirche": told with its verb.
    let object = fact.object.as_ref().filter(|_| fact.figure.is_none()).map(|object| object.span);
    let told = |span: Span| {
        let among = writer.told.iter().any(|told| told.overlaps(span));
        among || object.or(with_deed).is_some_and(|object| object.overlaps(span))
    };
    let place = fact.place.as_ref().filter(|place| !told(place.span)).map(|place| writer.place(place));
    let denied = denied || fact.negated && fact.change.is_none() && negation::is_told(context, fact);
    let not = (fact.negated && !denied).then_some(words.not);
    for part in [place, not, mood(fact, words)].into_iter().flatten() {
        writer.out.push_str(", ");
        writer.out.push_str(part);
    }
    if let Some(source) = &fact.source {
        let entity = source.entity.and_then(|id| context.answer.entity(id));
        writer.out.push_str(" (");
        writer.out.push_str(entity.map_or(&source.text, |entity| &entity.name));
        writer.out.push(')');
    }
}

/// "*The agency* said that *it* had received 37 reports": whether a fact is about who says it.
fn is_source(fact: &Fact<'_>) -> bool {
    fact.source.as_ref().zip(fact.subject.as_ref()).is_some_and(|(source, subject)| {
        source.text == subject.text || source.entity.is_some() && source.entity == subject.entity
    })
}

fn mood(fact: &Fact<'_>, words: &GlossWords) -> Option<&'static str> {
    match fact.modality {
        Modality::Planned => Some(words.planned),
        Modality::Possible => Some(words.possible),
        Modality::Conditional => Some(words.conditional),
        // "is said to have": the verb tells it itself.
        Modality::Reported if fact.source.is_none() && !modality::tells_report(fact) => Some(words.reported),
        Modality::Asserted | Modality::Reported => None,
    }
}

/// A gloss as it grows, with what its words are taken from.
struct Writer<'c, 'a, 't> {
    context: &'c Context<'c, 'a, 't>,
    lang: Lang,
    /// The language of the text.
    source: Option<Lang>,
    words: &'static GlossWords,
    /// The gloss is in the language of the text.
    same: bool,
    /// The figure that is told by itself, and not among the words of its clause.
    apart: Option<&'c Figure<'c>>,
    /// The figure that is told among the words of its clause, as an amount.
    within: Option<&'c Figure<'c>>,
    /// What was told of the clause.
    told: SmallVec<[Span; 8]>,
    out: &'c mut String,
}

impl<'c> Writer<'c, '_, '_> {
    /// Appends a word, with a blank where another stands before it.
    fn word(&mut self, word: &str) {
        self.blank();
        self.out.push_str(word);
    }

    fn blank(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'(')) {
            self.out.push(' ');
        }
    }

    /// A place, by the name that the gloss's language has for it where the phrase is only a name.
    fn place<'p>(&self, place: &'p Reference<'_>) -> &'p str {
        let entity = self.context.entity(place);
        let known = entity
            .filter(|entity| entity.name == place.text || entity.aliases.contains(&place.text))
            .and_then(|entity| entity.reference.as_deref());
        let lexicon = builtin(self.lang);
        let name =
            known.and_then(|id| lexicon.canonical(Class::Place, id).or_else(|| lexicon.canonical(Class::Country, id)));
        name.map(|entry| entry.lemma).filter(|name| !name.is_empty()).unwrap_or(&place.text)
    }

    /// Who or what the event is about: the entity's name where the phrase is only that or stands for it, else the phrase.
    fn subject(&mut self, subject: &Reference<'_>) {
        let entity = self.context.entity(subject);
        let named = self.named(subject.span);
        self.blank();
        match entity {
            Some(entity) if named.is_none_or(|named| named == self.without_article(subject.span)) => {
                self.out.push_str(&entity.name);
            }
            _ => self.quoted(&[subject.span]),
        }
    }

    fn without_article(&self, span: Span) -> &'c str {
        let analysis = self.context.analysis;
        let tokens = analysis.tokens_of(span);
        let first = usize::from(tokens.len() > 1 && analysis.is(tokens.start, Class::Article));
        let span = analysis.span(tokens.start + first..tokens.end);
        span.of(analysis.text)
    }

    /// The name that a phrase is.
    fn named(&self, span: Span) -> Option<&'c str> {
        let mentions = &self.context.answer.mentions;
        let at = mentions.partition_point(|mention| mention.span.end <= span.start);
        mentions
            .get(at)
            .filter(|mention| span.contains(mention.span) && mention.span.end == span.end)
            .map(|mention| &*mention.text)
    }

    /// An object with the preposition before it: "auf den Bericht".
    fn with_preposition(&self, object: Span) -> Span {
        let analysis = self.context.analysis;
        let first = analysis.token_at(object.start);
        let preposition = Preposition::before(analysis, first, 0)
            .filter(|found| !analysis.is_any(found.start, ClassSet::of(&[Class::Article, Class::SourceAfter])));
        preposition.map_or(object, |found| Span { start: analysis.span(found.start..first).start, end: object.end })
    }

    /// Words of the text, in quotation marks where the gloss is in another language.
    fn quoted(&mut self, spans: &[Span]) {
        let text = self.context.analysis.text;
        // "don't", "cannot": two tokens of one word.
        let mut words: SmallVec<[Span; 8]> = SmallVec::new();
        for span in spans {
            match words.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => words.push(*span),
            }
        }
        let first = usize::from(self.out.is_empty());
        let moved = words.iter().skip(first).position(|span| self.begins_with_grammar(*span)).map(|at| at + first);
        let of_text = |span: &Span| span.of(text).trim();
        let (before, behind) = words.split_at(moved.unwrap_or(words.len()));
        let mut behind = behind.iter().map(of_text);
        let moved = moved.and_then(|_| behind.next());
        let (first, rest) =
            moved.map(|words| words.split_once(char::is_whitespace).unwrap_or((words, ""))).unwrap_or_default();
        let small = Some(first.to_lowercase());
        let small = small.as_deref().into_iter().chain([rest.trim_start()]).filter(|words| !words.is_empty());
        self.marked(before.iter().map(of_text).chain(small).chain(behind));
    }

    /// "*Am* Montag": whether words begin with a capital only for their place.
    fn begins_with_grammar(&self, span: Span) -> bool {
        const GRAMMAR: ClassSet = groups::CLOSED.with(groups::OPENS_PHRASE);
        let analysis = self.context.analysis;
        let first = analysis.token_at(span.start);
        analysis.takes_capital(first) && analysis.shape(first) == Shape::Title && analysis.is_any(first, GRAMMAR)
    }

    /// Pieces of the text's language, in quotation marks where the gloss is in another one, with a blank for whatever parts the words.
    fn marked<'w>(&mut self, pieces: impl Iterator<Item = &'w str>) {
        let mark = if self.same { "" } else { "\"" };
        self.out.push_str(mark);
        let from = self.out.len();
        for piece in pieces {
            if self.out.len() > from && !piece.starts_with([',', ';']) {
                self.out.push(' ');
            }
            // Other white space is ASCII, or begins with one of these bytes; few pieces have any.
            let parted = |pair: &[u8]| matches!(pair, [0..b' ', _] | [b' ', b' '] | [0xC2 | 0xE1 | 0xE2 | 0xE3, _]);
            if piece.as_bytes().windows(2).any(parted) {
                let start = self.out.len();
                for word in piece.split_whitespace() {
                    if self.out.len() > start {
                        self.out.push(' ');
                    }
                    self.out.push_str(word);
                }
            } else {
                self.out.push_str(piece);
            }
        }
        self.out.push_str(mark);
    }
}
