//! What differs between languages, as constants and small functions.
//!
//! A rule that names a language belongs here; a rule that names a word belongs in a dictionary.

mod de;
mod en;

use serde::{Deserialize, Serialize};

/// A language that faktum reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Lang {
    /// German.
    De,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order of their lexicons.
    pub const ALL: [Lang; 2] = [Lang::De, Lang::En];

    /// The ISO 639-1 code.
    ///
    /// ```
    /// assert_eq!(faktum::Lang::De.code(), "de");
    /// ```
    pub fn code(self) -> &'static str {
        self.profile().code
    }

    /// The name in English.
    ///
    /// ```
    /// assert_eq!(faktum::Lang::De.name(), "German");
    /// ```
    pub fn name(self) -> &'static str {
        self.profile().name
    }

    /// The language of an ISO 639 code or BCP 47 tag (`de`, `deu`, `ger`, `de-AT`, `en_GB`), in any case; `None` for others.
    ///
    /// ```
    /// use faktum::Lang;
    /// assert_eq!(Lang::from_code("de-AT"), Some(Lang::De));
    /// assert_eq!(Lang::from_code("eng"), Some(Lang::En));
    /// assert_eq!(Lang::from_code("fr"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Lang> {
        let primary = code.split(['-', '_']).next()?;
        Lang::ALL.into_iter().find(|lang| {
            let profile = lang.profile();
            let codes = [profile.code, profile.three_letters, profile.bibliographic];
            codes.iter().any(|code| code.eq_ignore_ascii_case(primary))
        })
    }

    /// The language of a name, in English or in the language itself, in any case; `None` for others.
    ///
    /// ```
    /// use faktum::Lang;
    /// assert_eq!((Lang::from_name("German"), Lang::from_name("deutsch")), (Some(Lang::De), Some(Lang::De)));
    /// assert_eq!(Lang::from_name("French"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Lang> {
        let lower = name.to_lowercase();
        let is_named =
            |lang: &Lang| [lang.name(), lang.profile().own_name].iter().any(|own| own.to_lowercase() == lower);
        Lang::ALL.into_iter().find(is_named)
    }

    pub(crate) fn profile(self) -> &'static Profile {
        match self {
            Lang::De => &de::PROFILE,
            Lang::En => &en::PROFILE,
        }
    }
}

/// A language as rules see it: its grammar, as far as rules differ by it.
#[derive(Debug)]
pub(crate) struct Profile {
    /// None for a language that is only tried out: rules that name their languages do not hold for it.
    pub lang: Option<Lang>,
    /// The ISO 639-1 code.
    pub code: &'static str,
    /// The ISO 639-3 code, by which a text's language is told.
    pub three_letters: &'static str,
    /// The ISO 639-2/B code, which libraries use.
    pub bibliographic: &'static str,
    /// The name in English.
    pub name: &'static str,
    /// The name in the language itself.
    pub own_name: &'static str,
    /// How adjectives made of places' names end.
    pub place_adjective_endings: &'static [&'static str],
    /// Prepositions that hold an article.
    pub contractions: &'static [&'static str],
    /// The mark between a number's whole and fractional part.
    pub decimal: char,
    /// The mark between a number's groups of three digits (a space is a mark in every language).
    pub group: char,
    /// "3." is the third.
    pub ordinal_dot: bool,
    /// In "1/2/2020" the day stands first.
    pub day_first: bool,
    /// Every noun has a capital, so a capital says little of names.
    pub capital_nouns: bool,
    /// "University of Leeds": the preposition of "of" goes on with a name.
    pub of_joins_names: bool,
    /// "er" and "sie" also stand for things and bodies, by the gender of the noun.
    pub grammatical_gender: bool,
    /// A name's genitive ends in s, without an apostrophe ("Hardys Bericht").
    pub bare_genitive: bool,
    /// How names inflect: the endings that any name may have, marked so, and those of names whose rows ask for it, the longest
    /// first.
    pub name_endings: &'static [(&'static str, bool)],
    /// The article is part of a decade ("den 1990er Jahren").
    pub decade_article: bool,
    /// Whether the article belongs to a time whose head is a common noun: "the end of May", "the next day".
    pub time_article: bool,
    /// The article is part of a weekend ("the weekend").
    pub weekend_article: bool,
    /// A year needs no preposition ("starb 2009"); behind "in" stands a count ("in 2005 Fällen").
    pub year_alone: bool,
    /// Nouns are compounded in one word, so that none describes the one behind it ("Sommerlager", "summer camp").
    pub noun_compounds: bool,
    /// A genitive follows its noun without a preposition ("der erste Tag des Monats").
    pub genitive_case: bool,
    /// The finite verb of a subordinate clause stands at its end.
    pub verb_final: bool,
    /// Reported speech has a mood of its own, so that the indicative behind it is the writer's.
    pub reported_mood: bool,
    /// "es heißt": the neuter pronoun as a speaker is no one in particular; else it may be an organisation.
    pub it_is_nobody: bool,
    /// "ist gekommen": the perfect of some verbs is made with "be".
    pub be_perfect: bool,
    /// What is a word of its own at the end of a word with an apostrophe (`'` stands for any).
    pub clitics: &'static [&'static str],
    /// Two words written as one, with the byte where the second begins.
    pub fused: &'static [(&'static str, usize)],
    /// Letters that belong to the digits before them ("4th", "70er"); other short letters are a unit ("5kg").
    pub number_endings: &'static [&'static str],
    /// Number words are written as one word ("dreitausendfünfhundert"), also with what they count ("zwölfköpfig").
    pub number_compounds: bool,
    /// The first two bytes of the number words that begin such words, in lower case: few words need more than a look.
    pub number_fronts: &'static [[u8; 2]],
    /// The base form of a noun that no dictionary knows, guessed from its ending.
    pub noun_lemma: fn(&str) -> Option<String>,
    /// Whether a lower-case word that no dictionary knows has an adjective's ending.
    pub adjective_like: fn(&str) -> bool,
    /// Whether an adjective behind a masculine article has an ending that no nominative has.
    pub oblique_adjective: fn(&str) -> bool,
    /// Whether a plural noun with this ending is a dative, and no weak noun in the singular.
    pub dative_plural: fn(&str) -> bool,
    /// Whether a determiner with an adjective behind it, as they end, can only begin a subject in the singular.
    pub nominative: fn(&str, &str) -> bool,
    /// Whether a determiner can only begin a subject where its noun is masculine.
    pub masculine: fn(&str) -> bool,
    /// Whether a relative pronoun that is its clause's subject can stand for a noun by its gender.
    pub relative_gender: fn(&str, Noun<'_>) -> bool,
    /// Whether a relative pronoun stands for somebody or for something, where it tells.
    pub relative_person: fn(&str) -> Option<bool>,
    /// Whether a possessive or demonstrative has an ending that no nominative has.
    pub oblique_determiner: fn(&str) -> bool,
    /// Whether a possessive before its noun has an ending that no nominative has.
    pub oblique_possessive: fn(&str) -> bool,
    /// Whether a determiner or adjective with this ending can stand before a direct object.
    pub accusative: fn(&str) -> bool,
    /// Whether a lower-case word that no dictionary knows has a finite verb's ending.
    pub finite_like: fn(&str) -> bool,
    /// Whether a lower-case word that no dictionary knows has an infinitive's ending.
    pub infinitive_like: fn(&str) -> bool,
    /// Whether a lower-case word that no dictionary knows has an adverb's ending.
    pub adverb_like: fn(&str) -> bool,
    /// Ends like an adjective that says of one thing that it is more so than all others.
    pub superlative_like: fn(&str) -> bool,
    /// Whether a word has a plural's ending.
    pub plural_like: fn(&str) -> bool,
    /// A multiple compares right before an article ("twice the price").
    pub multiple_before_article: bool,
    /// "from 3 to 5" may be a change ("rose from 3 to 5") as well as a range.
    pub to_may_change: bool,
    /// What follows a colon, an asterisk or an underscore inside a word ("Bürger:innen").
    pub gender_endings: &'static [&'static str],
    /// What a genitive of a masculine or neuter noun may end in.
    pub genitive_endings: &'static [&'static str],
    /// Whether a word of no dictionary looks like a participle (German) or a past tense (English).
    pub past_form: fn(&str) -> bool,
    /// The participle of the simple verb, where a word looks like one of a verb with a prefix.
    pub simple_participle: fn(&str) -> Option<String>,
    /// What makes a decade of digits ("1990er", "1990s").
    pub decade_endings: &'static [&'static str],
    /// The preposition of "before" also counts back from now ("vor drei Jahren").
    pub before_is_ago: bool,
    /// "halb sieben" is half an hour before seven.
    pub half_to_hour: bool,
    /// "die Nacht auf Dienstag" begins on Monday.
    pub night_to_day: bool,
    /// A word for "about" is part of a length of time ("rund 40 Jahre").
    pub approx_in_times: bool,
    /// A genitive's apostrophe ends the word itself ("Grass' Roman"); else it is a token.
    pub genitive_apostrophe: bool,
    /// The words of glosses.
    pub gloss: GlossWords,
}

/// What is known of a noun's gender.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Noun<'w> {
    /// By the determiner before it, or the preposition that holds one; `oblique` behind a preposition or another noun.
    Behind { determiner: &'w str, oblique: bool },
    /// A man's name.
    Man,
    /// A woman's name.
    Woman,
    /// A place's name without a determiner.
    Place,
}

/// The few words that glosses are made with; what they count comes from the dictionaries.
#[derive(Debug)]
pub(crate) struct GlossWords {
    pub months: [&'static str; 12],
    /// Stands behind the day in a date.
    pub ordinal_mark: &'static str,
    pub week: &'static str,
    pub weekend: &'static str,
    /// The TIMEX3 codes of the seasons with their names.
    pub seasons: &'static [(&'static str, &'static str)],
    /// What stands behind the first year of a decade.
    pub decade: &'static str,
    /// Appends the name of a century by its number.
    pub century: fn(&mut String, u16),
    /// What stands behind a year before the common era.
    pub before_christ: &'static str,
    pub since: &'static str,
    /// Before what begins only after the date of the text.
    pub starting: &'static str,
    pub until: &'static str,
    pub about: &'static str,
    pub over: &'static str,
    pub under: &'static str,
    pub at_least: &'static str,
    pub at_most: &'static str,
    pub aged: &'static str,
    /// Stands before a place in an order.
    pub rank: &'static str,
    /// How often: behind one, and behind more.
    pub times: [&'static str; 2],
    pub not: &'static str,
    pub planned: &'static str,
    pub possible: &'static str,
    pub conditional: &'static str,
    /// Somebody said it who is not named.
    pub reported: &'static str,
    pub more: &'static str,
    pub less: &'static str,
    pub up_by: &'static str,
    pub up_to: &'static str,
    pub up_from: &'static str,
    pub down_by: &'static str,
    pub down_to: &'static str,
    pub down_from: &'static str,
    /// Powers of ten with their names, the largest first.
    pub scales: &'static [(u8, &'static str)],
    /// Units of time: code, singular, plural.
    pub time_units: &'static [(&'static str, &'static str, &'static str)],
}
