//! Which language each part of a text is in.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "ranges are those of lines of the text, and languages index arrays with a place for each"
)]

use std::ops::Range;
use std::sync::Arc;

use crate::lang::{Lang, Profile};
use crate::lexicon::class::Ending;
use crate::lexicon::{Class, Form, Lexicon, builtin};
use crate::text::{Abbreviation, Sentence, Words};

/// A stretch of whole paragraphs in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    pub range: Range<usize>,
    pub lang: Lang,
}

/// How much of a paragraph is looked at: enough to be sure.
const SAMPLE: usize = 400;
/// How much is enough where it only has to confirm the language of the paragraph before: looking is not cheap.
const CONFIRMED: usize = 100;
/// Paragraphs with fewer letters ("Foto: dpa") take the language of the text around them.
const SHORT: usize = 25;
/// Up to so many bytes, such as a headline's, the words that are known say more than the letters.
const HEADLINE: usize = 120;

/// The parts of a text that are in one of `languages`, in order; parts in other languages are left out.
///
/// With a language given, the whole text is in it. Otherwise each paragraph is looked at by itself, or, where languages
/// cannot be told, the text is in the only one of `languages`. A short text that does not tell its language is in `fallback`.
pub(crate) fn regions(text: &str, given: Option<Lang>, languages: &[Lang], fallback: Option<Lang>) -> Vec<Region> {
    let only = match languages {
        [only] if !TELLS => Some(*only),
        _ => None,
    };
    if let Some(lang) = given.or(only) {
        return if languages.contains(&lang) { vec![Region { range: 0..text.len(), lang }] } else { Vec::new() };
    }
    let mut found: Vec<(Range<usize>, Option<Option<Lang>>)> = Vec::new();
    for range in paragraphs(text) {
        let guess = guess(&text[range.clone()], found.last().and_then(|(_, known)| *known).flatten());
        match found.last_mut() {
            // A short paragraph joins the one before it.
            Some((last, known)) if guess.is_none() || *known == guess => {
                last.end = range.end;
                let _ = known;
            }
            _ => found.push((range, guess)),
        }
    }
    // A short first paragraph, such as a headline, takes the language of what follows.
    if found.len() > 1 && found[0].1.is_none() {
        let first = found.remove(0);
        found[0].0.start = first.0.start;
    }
    if let [(_, guess @ None)] = found.as_mut_slice() {
        *guess = Some(language_of(text, SAMPLE));
    }
    if let [(_, Some(guess @ None))] = found.as_mut_slice() {
        *guess = fallback.filter(|_| text.len() <= HEADLINE);
    }
    found
        .into_iter()
        .filter_map(|(range, guess)| Some(Region { range, lang: guess.flatten()? }))
        .filter(|region| languages.contains(&region.lang))
        .collect()
}

/// The language that most of the sentences' text is in.
pub(crate) fn main_lang(sentences: &[Sentence], profiles: &[&'static Profile]) -> Option<Lang> {
    let mut bytes = [0u64; Lang::ALL.len()];
    for (sentence, profile) in sentences.iter().zip(profiles) {
        if let Some(lang) = profile.lang {
            bytes[lang as usize] += u64::from(sentence.end - sentence.start);
        }
    }
    let most = bytes.iter().max().filter(|most| **most > 0)?;
    bytes.iter().position(|bytes| bytes == most).map(|at| Lang::ALL[at])
}

/// Byte ranges that together cover the text, each ending after a line break (with the blank lines behind it).
fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let rest = &text[start..];
        let line = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let blank = rest[line..].len() - rest[line..].trim_start_matches(['\n', '\r', ' ', '\t']).len();
        let range = start..start + line + blank;
        start = range.end;
        Some(range)
    })
}

/// The language of a paragraph (`Some(None)`: another one), or `None` where it is too short to tell. `before` is that of
/// the paragraph before, which is likely.
fn guess(paragraph: &str, before: Option<Lang>) -> Option<Option<Lang>> {
    let letters = paragraph.chars().take(4 * SHORT).filter(|c| c.is_alphabetic()).count();
    (letters >= SHORT).then(|| {
        before
            .filter(|_| paragraph.len() > CONFIRMED)
            .filter(|before| language_of(paragraph, CONFIRMED) == Some(*before))
            .or_else(|| language_of(paragraph, SAMPLE))
    })
}

/// The language of a text's first bytes; of a short text the one whose words it has, of which one word may be chance.
fn language_of(text: &str, bytes: usize) -> Option<Lang> {
    let by_letters = language_of_letters(text, bytes);
    if !TELLS || text.len() > HEADLINE {
        return by_letters;
    }
    match (by_letters, language_of_words(text)) {
        (Some(letters), Some((words, lead))) if letters != words && lead < 2 => Some(letters),
        (_, Some((words, _))) => Some(words),
        (letters, None) => letters,
    }
}

/// The language that knows more of a text's words than any other, and at least every third; and how many more.
fn language_of_words(text: &str) -> Option<(Lang, usize)> {
    let mut known = [0; Lang::ALL.len()];
    let mut words = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1) {
        words += 1;
        for lang in Lang::ALL {
            let mut senses = builtin(lang).lookup(word);
            known[lang as usize] += usize::from(senses.any(|(class, ..)| !is_name(class)));
        }
    }
    let best = Lang::ALL.into_iter().max_by_key(|lang| known[*lang as usize])?;
    let most = known[best as usize];
    let others = Lang::ALL.into_iter().filter(|lang| *lang != best).map(|lang| known[lang as usize]);
    let lead = most - others.max().unwrap_or(0);
    (lead > 0 && 3 * most >= words).then_some((best, lead))
}

/// Whether words of a class stand in texts of any language.
fn is_name(class: Class) -> bool {
    matches!(
        class,
        Class::NameParticle
            | Class::GivenName
            | Class::Surname
            | Class::Organisation
            | Class::Country
            | Class::Place
            | Class::Person
            | Class::Misc
            | Class::LegalForm
            | Class::Currency
            | Class::MeasureUnit
    )
}

/// Why nothing of a text was read.
pub(crate) fn why_unread(given: Option<Lang>, languages: &[Lang]) -> &'static str {
    if given.is_none() && languages.len() > 1 && !TELLS {
        "not read: its language is not given"
    } else {
        "not read: neither German nor English"
    }
}

/// Whether languages can be told from texts.
const TELLS: bool = cfg!(feature = "detect");

#[cfg(not(feature = "detect"))]
fn language_of_letters(_: &str, _: usize) -> Option<Lang> {
    None
}

/// The language whose letters a text's first bytes have.
#[cfg(feature = "detect")]
fn language_of_letters(text: &str, bytes: usize) -> Option<Lang> {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let told = whichlang::detect_language(&text[..end]).three_letter_code();
    Lang::ALL.into_iter().find(|lang| lang.profile().three_letters == told)
}

/// What the text stage asks of a language's lexicons.
pub(crate) struct SentenceWords<'a>(pub &'a [(u8, Arc<Lexicon>)]);

impl SentenceWords<'_> {
    fn any(&self, word: &str, wanted: impl Fn(Class, u32) -> bool) -> bool {
        self.0.iter().any(|(_, lexicon)| lexicon.lookup(word).any(|(class, _, value)| wanted(class, value)))
    }

    /// Whether the last letter of a sign is a capital only here: "RS6", "5G".
    fn is_written_small(&self, letters: &str, wanted: Class) -> bool {
        let last = letters.char_indices().next_back().filter(|(_, last)| last.is_ascii_uppercase());
        last.is_some_and(|(at, last)| {
            let small =
                [letters.get(..at).unwrap_or_default(), last.to_ascii_lowercase().encode_utf8(&mut [0; 4])].concat();
            self.sign(&small, wanted)
        })
    }

    /// Whether letters are a sign of a class, no word.
    fn sign(&self, letters: &str, wanted: Class) -> bool {
        self.0.iter().any(|(_, lexicon)| {
            lexicon.lookup(letters).any(|(class, form, _)| class == wanted && form.has(Form::SHORT))
        })
    }
}

impl Words for SentenceWords<'_> {
    fn abbreviation(&self, word_with_dots: &str) -> Option<Abbreviation> {
        let mut senses = self.0.iter().flat_map(|(_, lexicon)| lexicon.lookup(word_with_dots));
        let (_, _, value) = senses.find(|(class, ..)| *class == Class::Abbreviation)?;
        Some(match Ending::from_value(value)? {
            Ending::NeverFinal => Abbreviation::NeverFinal,
            Ending::MayEnd => Abbreviation::MayEnd,
            Ending::BeforeNumber => Abbreviation::BeforeNumber,
        })
    }

    fn opens_sentence(&self, word: &str) -> bool {
        self.any(word, |class, _| {
            matches!(
                class,
                Class::Article
                    | Class::Demonstrative
                    | Class::Possessive
                    | Class::Quantifier
                    | Class::Pronoun
                    | Class::Interrogative
                    | Class::Adposition
                    | Class::Coordinator
                    | Class::Subordinator
                    | Class::Auxiliary
                    | Class::Modal
                    | Class::Negation
                    | Class::Adverb
                    | Class::Indefinite
                    | Class::Relative
                    | Class::TimeRef
            )
        })
    }

    fn month(&self, word: &str) -> bool {
        self.any(word, |class, _| class == Class::Month)
    }

    fn currency(&self, letters: &str) -> bool {
        self.sign(letters, Class::Currency) && !self.is_written_small(letters, Class::Currency)
    }

    fn unit(&self, letters: &str) -> bool {
        let single = letters.len() == 1;
        self.sign(letters, Class::MeasureUnit) && !(single && self.is_written_small(letters, Class::MeasureUnit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Die Polizei hat am Montag mehrere Wohnungen in der Innenstadt durchsucht.\n";
    const ENGLISH: &str = "The police searched several flats in the city centre on Monday morning.\n";
    const FRENCH: &str = "La police a perquisitionné plusieurs appartements dans le centre-ville lundi.\n";

    fn langs(text: &str) -> Vec<(Lang, usize)> {
        regions(text, None, &Lang::ALL, None).into_iter().map(|region| (region.lang, region.range.len())).collect()
    }

    #[test]
    fn a_headline_is_told_by_its_words() {
        let lang = |text, fallback| regions(text, None, &Lang::ALL, fallback).first().map(|region| region.lang);
        for text in
            ["Mayor opens new bridge", "Nordwerk shares fall again", "Minister: no new taxes", "Firm 'hid losses'"]
        {
            assert_eq!(lang(text, None), Some(Lang::En), "{text}");
        }
        for text in [
            "Bürgermeister eröffnet neue Brücke",
            "Nordwerk-Aktie fällt erneut",
            "Minister: keine neuen Steuern",
            "„The Rain in Spring“ ist neu im Kino",
        ] {
            assert_eq!(lang(text, None), Some(Lang::De), "{text}");
        }
        for text in
            ["Le maire inaugure un nouveau pont", "El alcalde inaugura un puente nuevo", "Il sindaco apre il ponte"]
        {
            assert_eq!(lang(text, None), None, "{text}");
        }
        assert_eq!((lang("Bern 3-2 Wien", None), lang("Bern 3-2 Wien", Some(Lang::De))), (None, Some(Lang::De)));
        assert_eq!(lang(&FRENCH.repeat(3), Some(Lang::De)), None, "a text that tells its language needs no other");
    }

    #[test]
    fn each_paragraph_has_its_language() {
        let text = format!("Foto: dpa\n\n{GERMAN}\n{ENGLISH}Kurz\n{FRENCH}");
        let found = langs(&text);
        assert_eq!(found.iter().map(|(lang, _)| *lang).collect::<Vec<_>>(), [Lang::De, Lang::En]);
        assert!(text[..found[0].1].contains("Foto"), "the short first line belongs to the German part");
    }

    #[test]
    fn other_languages_are_left_out_and_a_given_one_is_believed() {
        assert_eq!(langs(FRENCH), []);
        assert_eq!(regions(FRENCH, Some(Lang::En), &Lang::ALL, None).len(), 1);
        assert_eq!(regions(ENGLISH, Some(Lang::En), &[Lang::De], None).len(), 0);
    }
}
