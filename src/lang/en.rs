//! English.

use super::{GlossWords, Lang, Profile};

pub(super) static PROFILE: Profile = Profile {
    lang: Some(Lang::En),
    code: "en",
    three_letters: "eng",
    bibliographic: "eng",
    name: "English",
    own_name: "English",
    place_adjective_endings: &[],
    contractions: &[],
    decimal: '.',
    group: ',',
    ordinal_dot: false,
    day_first: false,
    capital_nouns: false,
    of_joins_names: true,
    grammatical_gender: false,
    bare_genitive: false,
    name_endings: &[("es", false), ("s", false)],
    decade_article: false,
    time_article: true,
    weekend_article: true,
    year_alone: false,
    noun_compounds: false,
    genitive_case: false,
    verb_final: false,
    reported_mood: false,
    it_is_nobody: false,
    be_perfect: false,
    clitics: &["n't", "'s", "'m", "'ve", "'re", "'ll", "'d"],
    fused: &[("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3)],
    number_endings: &["st", "nd", "rd", "th", "s"],
    number_compounds: false,
    number_fronts: &[],
    noun_lemma,
    adjective_like: |word| {
        ["ed", "ing", "al", "ous", "able", "ible", "ful"].iter().any(|ending| word.ends_with(ending))
    },
    oblique_adjective: |_| false,
    oblique_determiner: |_| false,
    oblique_possessive: |_| false,
    nominative: |_, _| false,
    masculine: |_| false,
    relative_gender: |_, _| true,
    relative_person: |pronoun| match pronoun {
        "who" | "whoever" => Some(true),
        "which" => Some(false),
        _ => None,
    },
    dative_plural: |_| false,
    accusative: |_| true,
    finite_like: |word| word.len() > 4 && word.ends_with("ed"),
    infinitive_like: |_| false,
    adverb_like: |word| word.len() > 4 && word.ends_with("ly"),
    superlative_like: |word| word.ends_with("est") || word.ends_with("orst"),
    plural_like,
    multiple_before_article: true,
    to_may_change: true,
    gender_endings: &[],
    genitive_endings: &[],
    past_form: |word| word.len() >= 5 && word.ends_with("ed"),
    simple_participle: |_| None,
    decade_endings: &["s"],
    before_is_ago: false,
    half_to_hour: false,
    night_to_day: false,
    approx_in_times: false,
    genitive_apostrophe: false,
    gloss: GlossWords {
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ordinal_mark: "",
        week: "week",
        weekend: "weekend",
        seasons: &[("SP", "spring"), ("SU", "summer"), ("FA", "autumn"), ("WI", "winter")],
        decade: "s",
        century,
        before_christ: "BC",
        since: "since",
        starting: "from",
        until: "until",
        about: "about",
        over: "more than",
        under: "less than",
        at_least: "at least",
        at_most: "at most",
        aged: "aged",
        rank: "rank",
        times: ["time", "times"],
        not: "not",
        planned: "planned",
        possible: "possible",
        conditional: "conditional",
        reported: "reported",
        more: "more",
        less: "less",
        up_by: "up",
        up_to: "up to",
        up_from: "up from",
        down_by: "down",
        down_to: "down to",
        down_from: "down from",
        scales: &[(12, "trillion"), (9, "billion"), (6, "million")],
        time_units: &[
            ("year", "year", "years"),
            ("month", "month", "months"),
            ("week", "week", "weeks"),
            ("day", "day", "days"),
            ("hour", "hour", "hours"),
            ("minute", "minute", "minutes"),
            ("second", "second", "seconds"),
        ],
    },
};

fn century(out: &mut String, number: u16) {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    out.push_str(&format!("{number}{ending} century"));
}

/// "harvesters" → "harvester", "bodies" → "body", "crashes" → "crash".
fn noun_lemma(word: &str) -> Option<String> {
    if !plural_like(word) {
        return None;
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return Some(format!("{stem}y"));
    }
    let hissing = ["ches", "shes", "sses", "xes", "zzes"].iter().any(|ending| word.ends_with(ending));
    word.get(..word.len() - if hissing { 2 } else { 1 }).map(str::to_string)
}

/// Ends in the plural's -s.
fn plural_like(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|ending| word.ends_with(ending))
}
