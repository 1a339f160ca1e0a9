//! What holds of the answer to any text at all.

mod support;

use std::collections::BTreeSet;

use faktum::{Document, Extractor, Lang, OffsetUnit, Scratch};
use proptest::collection::vec;
use proptest::prelude::*;
use support::cases::case;
use support::check::check_units;
use support::{ARTICLES, EXTRACTOR, check, checked, document, json};

/// One change to an article, its places as parts of the length.
#[derive(Clone, Debug)]
enum Change {
    Delete(f64, f64),
    Repeat(f64, f64),
    Insert(f64, String),
    Capitals(f64, f64),
}

/// A character boundary near a part of the text.
fn place(text: &str, part: f64) -> usize {
    let mut at = ((text.len() as f64 * part) as usize).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn apply(text: &mut String, change: &Change) {
    let range = |from: f64, length: f64| place(text, from)..place(text, (from + length).min(1.0));
    match change {
        Change::Delete(from, length) => text.replace_range(range(*from, *length), ""),
        Change::Repeat(from, length) => {
            let range = range(*from, *length);
            let copy = text[range.clone()].to_string();
            text.insert_str(range.end, &copy);
        }
        Change::Insert(at, piece) => text.insert_str(place(text, *at), piece),
        Change::Capitals(from, length) => {
            let range = range(*from, *length);
            text.replace_range(range.clone(), &text[range].to_uppercase());
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let part = 0.0..1.0f64;
    let length = 0.0..0.1f64;
    prop_oneof![
        (part.clone(), length.clone()).prop_map(|(from, length)| Change::Delete(from, length)),
        (part.clone(), length.clone()).prop_map(|(from, length)| Change::Repeat(from, length)),
        (part.clone(), piece()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (part, length).prop_map(|(from, length)| Change::Capitals(from, length)),
    ]
}

/// What trips rules: marks, numbers, and words that open a construction, without the rest of it.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "„",
        "“",
        "\"",
        "»",
        "'",
        "’s",
        "(",
        ")",
        "[",
        "–",
        "-",
        "…",
        ".",
        "..",
        ",",
        ":",
        ";",
        "€",
        "$",
        "%",
        "§",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{301}",
        "\u{feff}",
        "\u{0}",
        "👩‍🚀",
        "ß",
        "İ",
        "1",
        "37",
        "1.",
        "3.5",
        "1,000,000",
        "2014",
        "31.2.2015",
        "99:99",
        "0",
        "-5",
        "10^9",
        "1/2",
        "½",
        "zwischen",
        "between",
        "und",
        "and",
        "von",
        "bis",
        "from",
        "to",
        "laut",
        "according to",
        "dass",
        "that",
        "sagte",
        "said",
        "Januar",
        "January",
        "letzten",
        "last",
        "Millionen",
        "million",
        "Prozent",
        "per cent",
        "Jahr",
        "year",
        "nicht",
        "not",
        "Dr.",
        "GmbH",
        "(ABC)",
        "A",
    ];
    prop_oneof![
        vec(prop::sample::select(PIECES), 1..8).prop_map(|pieces| pieces.concat()),
        vec(prop::sample::select(PIECES), 1..8).prop_map(|pieces| pieces.join(" ")),
        any::<String>(),
    ]
}

/// The words and marks of the rules' examples, in one language: what rules look for.
fn vocabulary(lang: Lang) -> Vec<String> {
    let examples = faktum::rules().iter().flat_map(|rule| rule.fires.iter().chain(rule.silent));
    let texts =
        examples.filter(|example| example.lang == lang).map(|example| case("example", 0, example.text, None).text);
    let words: BTreeSet<String> = texts.flat_map(|text| words(&text)).collect();
    words.into_iter().collect()
}

/// The words of a text, and its marks by themselves.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in text.split_whitespace() {
        let mut rest = piece;
        while let Some(first) = rest.chars().next() {
            let length = rest.find(|c: char| !c.is_alphanumeric()).filter(|length| *length > 0);
            let (word, behind) =
                rest.split_at(length.unwrap_or(if first.is_alphanumeric() { rest.len() } else { first.len_utf8() }));
            words.push(word.to_string());
            rest = behind;
        }
    }
    words
}

/// Words that rules look for, in an order that nobody means, some in capitals, with blanks of any number between them.
fn salad(lang: Lang) -> impl Strategy<Value = String> {
    let word =
        (prop::sample::select(vocabulary(lang)), 0..12u8, prop::sample::select(&[" ", " ", " ", " ", "", "  ", "\n"]));
    vec(word, 2..14).prop_map(|words| {
        let shaped = words.into_iter().map(|(word, shape, blank)| match shape {
            0 => word.to_uppercase() + blank,
            1 => word.to_lowercase() + blank,
            _ => word + blank,
        });
        shaped.collect()
    })
}

fn news() -> impl Strategy<Value = String> {
    (0..ARTICLES.len(), vec(change(), 1..12)).prop_map(|(article, changes)| {
        let mut text = ARTICLES[article].clone();
        changes.iter().for_each(|change| apply(&mut text, change));
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_answer_that_fits(text in any::<String>()) {
        checked(&text);
    }

    #[test]
    fn pieces_without_sense_have_an_answer_that_fits(text in piece(), german in any::<bool>()) {
        let lang = if german { faktum::Lang::De } else { faktum::Lang::En };
        check(&EXTRACTOR.extract(&document(&text).with_lang(lang)), &text);
    }

    #[test]
    fn words_of_rules_have_an_answer_that_fits(german in vec(salad(Lang::De), 32), english in vec(salad(Lang::En), 32)) {
        for (texts, lang) in [(german, Lang::De), (english, Lang::En)] {
            for text in &texts {
                check(&EXTRACTOR.extract(&document(text).with_lang(lang)), text);
            }
        }
    }

    #[test]
    fn damaged_news_has_an_answer_that_fits(text in news()) {
        checked(&text);
    }

    #[test]
    fn damaged_news_cut_anywhere_has_an_answer_that_fits(text in news(), cut in 0.0..1.0f64) {
        let at = place(&text, cut);
        checked(&text[at..]);
        checked(&text[..at]);
    }

    #[test]
    fn no_document_leaves_a_trace_in_the_next(texts in vec(news(), 2..4)) {
        let mut scratch = Scratch::default();
        for text in &texts {
            let again = EXTRACTOR.extract_with(&mut scratch, &document(text));
            prop_assert_eq!(json(&again), json(&EXTRACTOR.extract(&document(text))));
        }
    }

    #[test]
    fn units_differ_in_spans_alone(text in news()) {
        let bytes = EXTRACTOR.extract(&document(&text));
        for unit in [OffsetUnit::Char, OffsetUnit::Utf16] {
            let extractor = Extractor::builder().offsets(unit).tokens(true).triples(true).parts(true).build().unwrap();
            check_units(&bytes, &extractor.extract(&document(&text)), &text);
        }
    }
}

#[test]
fn words_that_stand_oddly_have_an_answer_that_fits() {
    let odd = [
        // The phrase behind "laut" is a preposition alone.
        "des secretary Laut VON 1 kommen.",
        // As many blanks as words, but not one between any two.
        "steht nach a  i &Schätzung",
    ];
    for text in odd {
        check(&EXTRACTOR.extract(&document(text).with_lang(Lang::De)), text);
    }
}

/// A word with the phrase that begins at it and without: what is known of the one says nothing of the other.
#[test]
fn a_word_is_read_alike_whatever_was_read_before() {
    let alone = "Am Montag begannen Verhandlungen mit der Sozialistischen Arbeiterpartei (PSOE) über eine Regierung.";
    let phrase = "Am Montag begannen Angriffe auf die Arbeiterpartei Kurdistans (PKK) im Norden.";
    let texts = [alone, phrase].into_iter().map(str::to_string);
    let cases = ["de/name.cases", "de/fact.cases"].into_iter().flat_map(support::cases::read).map(|case| case.text);
    let texts: Vec<String> = texts.chain(cases).collect();
    let read =
        |scratch: &mut Scratch, text: &str| json(&EXTRACTOR.extract_with(scratch, &document(text).with_lang(Lang::De)));
    let (mut forwards, mut backwards) = (Scratch::default(), Scratch::default());
    let first: Vec<String> = texts.iter().map(|text| read(&mut forwards, text)).collect();
    let mut second: Vec<String> = texts.iter().rev().map(|text| read(&mut backwards, text)).collect();
    second.reverse();
    assert!(first == second, "{:?}", first.iter().zip(&second).find(|(one, other)| one != other));
}

#[test]
fn threads_change_nothing() {
    let halves = ARTICLES.iter().flat_map(|article| {
        let middle = place(article, 0.5);
        [article.as_str(), &article[..middle], &article[middle..]]
    });
    let documents: Vec<Document> = halves.cycle().take(200).map(document).collect();
    let answers = |threads: usize| -> Vec<String> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| EXTRACTOR.extract_batch(&documents)).iter().map(json).collect()
    };
    let one = answers(1);
    // Nor do the documents that are read together.
    let alone = |document: &Document<'_>| json(&EXTRACTOR.extract(document));
    assert!(one.iter().eq(&documents.iter().map(alone).collect::<Vec<_>>()), "a document answers differently alone");
    for threads in [2, 4] {
        assert!(answers(threads) == one, "{threads} threads answer differently from one");
    }
}

#[test]
fn a_text_may_break_off_anywhere() {
    for article in ARTICLES.iter() {
        let line_starts = article.match_indices("\n\n").map(|(at, _)| at + 2);
        for start in line_starts {
            let paragraph = article[start..].split("\n\n").next().unwrap();
            for (end, _) in paragraph.char_indices().step_by(2) {
                checked(&paragraph[..end]);
            }
        }
    }
}

#[test]
fn the_examples_have_answers_that_fit() {
    for article in ARTICLES.iter() {
        let answer = checked(article);
        assert!(answer.lang.is_some() && answer.sentences.len() > 10);
    }
}
