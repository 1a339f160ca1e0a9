//! Inflected forms from base forms, by the rules of each language.

pub mod de;
pub mod en;

use super::class::Form;

/// How the dictionaries of a language inflect.
#[derive(Debug)]
pub struct Inflection {
    /// The language: its folder of dictionaries, and its columns in tables of several languages.
    pub code: &'static str,
    /// The lemma and forms of a cell's noun.
    pub noun: fn(&str) -> Result<(String, Forms), String>,
    /// Tells a noun's notation from words that are written with a slash ("A/S", "and/or").
    pub is_noun: fn(&str) -> bool,
    /// Names of units and currencies are nouns even where a cell gives no forms.
    pub bare_nouns: bool,
    /// Compounds are written as one word, so a noun may be the end of another.
    pub compounds: bool,
    /// The lemma, prefix and forms of a cell's verb.
    pub verb: fn(&str) -> Result<Verb, String>,
    /// What `~` stands for, the base form's ending first.
    pub adjective_endings: &'static [&'static str],
    /// Another spelling of a surface: "Muenchen" for "München".
    pub transcription: fn(&str) -> Option<String>,
    /// The genitive of a name, where it is one word with it.
    pub name_genitive: fn(&str) -> Option<String>,
    /// The adjectives of a city's name.
    pub city_adjectives: fn(&str) -> Vec<String>,
}

/// Every language that has dictionaries.
pub const ALL: [&Inflection; 2] = [&de::INFLECTION, &en::INFLECTION];

impl Inflection {
    /// The inflection of a language by its code.
    pub fn of(code: &str) -> Option<&'static Inflection> {
        ALL.into_iter().find(|inflection| inflection.code == code)
    }

    /// Every form of a surface in which `~` stands for an adjective's ending; the surface alone where it has none.
    pub fn adjective(&self, surface: &str) -> Vec<String> {
        if surface.contains('~') {
            self.adjective_endings.iter().map(|ending| surface.replace('~', ending)).collect()
        } else {
            vec![surface.to_string()]
        }
    }

    /// A surface with the ending of an adjective's base form.
    pub fn base(&self, surface: &str) -> String {
        surface.replace('~', self.adjective_endings.first().unwrap_or(&""))
    }
}

/// Forms with their features; a form that several cells of a paradigm share has the features of all.
#[derive(Default)]
pub struct Forms(pub Vec<(String, Form)>);

impl Forms {
    /// Adds a form, or its features to the same form.
    pub fn add(&mut self, surface: impl Into<String>, form: Form) {
        let surface = surface.into();
        match self.0.iter_mut().find(|(known, _)| *known == surface) {
            Some((_, features)) => *features = features.and(form),
            None => self.0.push((surface, form)),
        }
    }
}

/// A verb's paradigm, with what separates and reflects.
pub struct Verb {
    /// The infinitive as one word.
    pub lemma: String,
    /// The separable prefix, or nothing.
    pub prefix: String,
    /// The forms.
    pub forms: Forms,
}
