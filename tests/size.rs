//! Texts that nobody writes: the answer to each must be of a size that the text bounds.
//!
//! What the answer copies has bounds of its own; nothing that is long may stand in it as often as there are facts.

mod support;

use std::sync::LazyLock;

use faktum::{Document, Extractor, Lang};
use support::json;

const LENGTH: usize = 64 * 1024;

/// How many times as long as its text an answer may be, besides what stands around it.
const TIMES: usize = 60;
const AROUND: usize = 4 * 1024;

/// As callers build it: without tokens and triples.
static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::builder().build().unwrap());

/// A text of pieces that differ by their number.
fn text(piece: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(LENGTH + 1024);
    for number in 0.. {
        text += &piece(number);
        if text.len() >= LENGTH {
            break;
        }
    }
    text
}

#[track_caller]
fn fits(text: &str) {
    for lang in [Lang::De, Lang::En] {
        let answer = EXTRACTOR.extract(&Document::new(text).with_lang(lang));
        let (size, most) = (json(&answer).len(), TIMES * text.len() + AROUND);
        let begins: String = text.chars().take(40).collect();
        assert!(size <= most, "{begins:?} …: {} times the text in {lang:?}", size / text.len());
    }
}

/// One of the symbols for games, faces and things, each in its turn.
fn symbol(number: usize) -> char {
    char::from_u32(0x1F000 + number as u32 % 0x960).unwrap()
}

#[test]
fn symbols_between_figures() {
    fits(&text(|at| format!("1{}2 Mio.{}Euro {}5 ", symbol(3 * at), symbol(3 * at + 1), symbol(3 * at + 2))));
    fits(&text(|at| format!("5 {}", symbol(at))));
    fits(&text(|at| format!("Die 5 {} ", symbol(at))));
    fits(&text(|at| format!("5 {}{} kommen ", symbol(at), symbol(at + 1))));
}

#[test]
fn lists_without_the_end_of_a_sentence() {
    fits(&text(|at| format!("{} Berichte, ", at % 97)));
    fits(&text(|at| format!("{} new reports about websites and ", at % 97)));
    fits(&text(|at| format!("Wien {at} ")));
    fits(&text(|at| format!("{at}\tBern\t{at} Euro\n")));
    let source = "Laut Anna Weber von der Internet Watch Foundation erhielt die Behörde aus Wien 2014 in Bern ";
    fits(&text(|at| format!("{}{} Berichte, ", if at % 300 == 0 { source } else { "" }, at % 97)));
    let source = "According to Emma Hardy of the Internet Watch Foundation, the agency in London received in 2014 ";
    fits(&text(|at| format!("{}{} long reports, ", if at % 300 == 0 { source } else { "" }, at % 97)));
}

#[test]
fn tables_of_numbers() {
    for piece in ["1 ", "1, ", "1\n", "1%", "½", "5 € ", "(3 ", "zwei ", "1. ", "3 von ", "3 neue ", "2:1 "] {
        fits(&text(|_| piece.into()));
    }
}

#[test]
fn words_without_end() {
    let long = "A".repeat(9000);
    fits(&text(|at| if at == 0 { format!("{long} erhielt ") } else { format!("{} Berichte, ", at % 97) }));
    fits(&text(|at| if at == 0 { format!("The {long} received ") } else { format!("{} new reports and ", at % 97) }));
    fits(&text(|at| format!("{} „{long}“ ({long}) ", if at % 2 == 0 { "Laut" } else { "said" })));
    fits(&text(|at| if at == 0 { format!("Hans {long} sagte, er habe ") } else { format!("{} Berichte, ", at % 97) }));
}

#[test]
fn clauses_and_names_without_end() {
    for piece in ["Rom ", "EU, ", "Hans fiel und stieg und ", "He said she said ", "„Ja“, ", "2014, ", "Wien und "]
    {
        fits(&text(|_| piece.into()));
    }
}
