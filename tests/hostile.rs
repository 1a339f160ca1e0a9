//! Texts that nobody writes: each must be read in a time that grows with its length alone.
//!
//! `benches/scaling.rs` measures the growth. Here the bound is so wide that a slow machine keeps it and a rule that looks
//! at everything for everything does not.

mod support;

use std::time::{Duration, Instant};

use faktum::{Extractor, Lang};
use support::{EXTRACTOR, check, document};

const LENGTH: usize = 64 * 1024;
const BOUND: Duration = Duration::from_secs(10);

fn reads(piece: &str) {
    let text = piece.repeat(LENGTH / piece.len() + 1);
    for lang in [None, Some(Lang::De), Some(Lang::En)] {
        let mut document = document(&text);
        document.lang = lang;
        let start = Instant::now();
        let answer = EXTRACTOR.extract(&document);
        let took = start.elapsed();
        assert!(took < BOUND, "{:?} times {}: {took:?} in {lang:?}", piece, LENGTH / piece.len());
        check(&answer, &text);
    }
}

macro_rules! hostile {
    ($($name:ident: $($piece:expr),+;)+) => {
        $(#[test]
        fn $name() {
            $(reads($piece);)+
        })+
    };
}

hostile! {
    one_word: "a ", "Wort ", "und ", "the ", "Bank ", "nicht ";
    one_number: "1 ", "1", "1, ", "1. ", "1.000.", "3,5", "2014 ", "1-", "1:", "1/", "10 000 ", "-1";
    number_words: "hundert", "hundred ", "ein", "Millionen ", "zwei und ", "one hundred and ", "half a ";
    number_rows: "1.", "1,", "zwei ", "2-", "(3 ", "hundert und ", "3 von ", "3 of ", "3 neue ", "3 bis ", "300 ", "½";
    months: "Januar ", "January ", "3. März ", "März 2014, ", "2014-01-01 ", "12:30 ", "Montag bis ", "last ", "vor ";
    ranges: "zwischen 1 und ", "between 1 and ", "von 1 bis ", "from 1 to ", "1–2–", "1 bis ";
    quotation_marks: "\"", "„", "“", "»", "«", "'", "’", "„ “", "\"a\" ", "„a ", "“a ", "a” ";
    sources_behind_marks: "\"\" so Polizei ", "a› so Polizei ", "’’ laut Polizei ";
    brackets: "(", ")", "[", "(a", "a)", "(ABC) ", "A (", "((1 ";
    punctuation: ".", "...", ",", ", ", "-", "–", "…", ":", "; ", "!?", "§", "€ ", "% ", "@", "#", "/";
    capitals: "A", "ABC ", "A. ", "A.B.", "MONTAG ", "Müller ", "Bank AG ", "Dr. ", "von der ", "& ";
    no_blanks: "Straßenbahnhaltestelle", "x.y", "a-b", "www.a.de/", "a@b.c", "ß", "中", "👩‍🚀", "\u{301}", "\u{200b}";
    line_breaks: "\n", "\r\n", "\n \n", "a\n", "1\n", "\u{2028}", "\t";
    clauses: "dass ", "that ", "that he said ", "dass er sagte, ", "who ", "der, ", "weil ", "if ", "said ", "sagte ", "laut ";
    sources: "laut A sagte B, dass ", "according to A, ", "A said that B said that ", "\"a\", sagte A, ", "er sie es ";
    names: "Hans ", "Hans Müller ", "Hans Müller und ", "Internet Watch Foundation (IWF) ", "Bank of ", "the Bank of ";
}

/// Marks that open and close quotations, in every form that the reader knows.
const MARKS: [&str; 13] = ["\"", "“", "”", "„", "‚", "‘", "’", "«", "»", "‹", "›", "'", "`"];
const SEPARATORS: [&str; 7] = [", ", "; ", ": ", " - ", " ", "\n", ","];

/// Empty cells of a table, and what else alternates marks with marks or separators: a search from each mark to the
/// sentence's end would look at all of them for each.
#[test]
fn quotation_marks_alternate() {
    const SHORT: usize = 96 * 1024;
    let sentences = "The town paid 3 million euros for it. Peter Smith, the mayor, said it was safe. ";
    let cells = [("\"\",", ""), ("\"\",\"\";", ""), (": \" ", ""), ("\"\",", sentences), ("\"a\",", sentences)];
    let pairs = MARKS.iter().zip(MARKS.iter().cycle().skip(3)).map(|(one, other)| format!("{one}{other}"));
    let separated = MARKS.iter().enumerate().flat_map(|(at, mark)| {
        SEPARATORS.iter().skip(at % 2).step_by(2).map(move |separator| format!("{mark}{separator}"))
    });
    let texts = cells.iter().map(|(unit, before)| (unit.to_string(), *before));
    let texts = texts.chain(pairs.chain(separated).map(|unit| (unit, "")));
    let start = Instant::now();
    for (at, (unit, before)) in texts.enumerate() {
        let text = format!("{before}{}", unit.repeat(SHORT / unit.len()));
        let mut document = document(&text);
        document.lang = Some([Lang::De, Lang::En][at % 2]);
        check(&EXTRACTOR.extract(&document), &text);
    }
    assert!(start.elapsed() < BOUND, "{:?}", start.elapsed());
}

/// Two rows behind each other, where each part of the second may look at the whole first.
#[test]
fn one_row_behind_another() {
    let rows = [("er ", "als\" wird Jahr, die,, erklärte "), ("‘", "[‹ wonach\" den "), (", ", "laut Polizei ")];
    for (first, second) in rows {
        let text = [first, second].map(|row| row.repeat(LENGTH / 2 / row.len())).concat();
        let mut document = document(&text);
        document.lang = Some(Lang::De);
        let start = Instant::now();
        let answer = EXTRACTOR.extract(&document);
        assert!(start.elapsed() < BOUND, "{first:?} and {second:?}");
        check(&answer, &text);
        // The answer grows with the text, too: no statement has all of it.
        let speakers = answer.statements.iter().filter_map(|statement| statement.speaker.as_ref());
        let longest = speakers.map(|speaker| speaker.text.len()).max().unwrap_or_default();
        assert!(longest <= 2_000, "{first:?} and {second:?}: {longest}");
    }
}

#[test]
fn many_different_names_are_resolved_in_time() {
    let syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"];
    let name = |number: usize| {
        let word: String = (0..4).map(|place| syllables[number / 10usize.pow(place) % 10]).collect();
        format!("{}{}", word[..1].to_uppercase(), &word[1..])
    };
    let mut text = String::new();
    for number in 0.. {
        text += &format!("Peter {} von der {} AG sagte dies. ", name(number), name(number + 7));
        if text.len() > LENGTH {
            break;
        }
    }
    reads(&text);
}

#[test]
fn a_dictionary_of_names_with_one_beginning_is_built_in_time() {
    let rows: String = (0..150_000).map(|number| format!("organisation\tNordwerk{number}\n")).collect();
    let start = Instant::now();
    let extractor = Extractor::builder().dictionary("own.tsv", format!("class\tanywhere\n{rows}")).build().unwrap();
    assert!(start.elapsed() < BOUND, "{:?}", start.elapsed());
    let answer = extractor.extract(&document("The Nordwerk149999 group and Nordwerk7 were told on Monday."));
    let names = answer.mentions.iter().map(|mention| &*mention.text);
    assert_eq!(names.collect::<Vec<_>>(), ["Nordwerk149999", "Nordwerk7"]);
}
