//! German.

use super::{GlossWords, Lang, Noun, Profile};

pub(super) static PROFILE: Profile = Profile {
    lang: Some(Lang::De),
    code: "de",
    three_letters: "deu",
    bibliographic: "ger",
    name: "German",
    own_name: "Deutsch",
    place_adjective_endings: &["er"],
    contractions: &[
        "im", "am", "zum", "zur", "beim", "vom", "ins", "ans", "aufs", "fürs", "ums", "durchs", "übers", "unterm",
        "überm", "vors",
    ],
    decimal: ',',
    group: '.',
    ordinal_dot: true,
    day_first: true,
    capital_nouns: true,
    of_joins_names: false,
    grammatical_gender: true,
    bare_genitive: true,
    name_endings: &[("s", true), ("es", false), ("en", false), ("er", false), ("e", false), ("n", false)],
    decade_article: true,
    time_article: false,
    weekend_article: false,
    year_alone: true,
    noun_compounds: true,
    genitive_case: true,
    verb_final: true,
    reported_mood: true,
    it_is_nobody: true,
    be_perfect: true,
    clitics: &["'s"],
    fused: &[],
    number_endings: &[
        "er", "ern", "ers", "te", "ten", "ter", "tes", "tem", "ste", "sten", "ster", "stes", "stem", "mal", "fach",
    ],
    number_compounds: true,
    number_fronts: &[
        *b"ac",
        *b"dr",
        *b"ei",
        *b"el",
        *b"fu",
        [b'f', 0xc3],
        *b"hu",
        *b"ne",
        *b"nu",
        *b"se",
        *b"si",
        *b"ta",
        *b"vi",
        *b"ze",
        *b"zw",
    ],
    noun_lemma,
    adjective_like,
    oblique_adjective: |word| word.ends_with("en"),
    oblique_determiner: |word| {
        word.ends_with("em") || word.ends_with("en") && !word.ends_with("jenigen") && !word.ends_with("selben")
    },
    oblique_possessive: |word| word.ends_with("es") || word.ends_with("er") && !is_any(word, &["unser", "euer"]),
    nominative: |determiner, adjective| {
        masculine(determiner) && adjective.ends_with('e')
            || is_any(determiner, &["ein", "kein"]) && adjective.ends_with("er")
    },
    masculine,
    relative_gender,
    relative_person: |_| None,
    dative_plural: |word| word.ends_with('n') && !word.ends_with("en"),
    accusative: |word| !word.ends_with("em") && !word.ends_with("er"),
    finite_like,
    infinitive_like: |word| word.ends_with("en"),
    adverb_like,
    superlative_like: |word| ["ste", "sten", "ster", "stes", "stem"].iter().any(|ending| word.ends_with(ending)),
    plural_like: |word| ["heiten", "keiten", "schaften", "ungen"].iter().any(|ending| word.ends_with(ending)),
    multiple_before_article: false,
    to_may_change: false,
    gender_endings: &["in", "innen"],
    genitive_endings: &["s", "es", "ses", "n", "en", "ns"],
    past_form: participle,
    simple_participle,
    decade_endings: &["er", "ern", "ers"],
    before_is_ago: true,
    half_to_hour: true,
    night_to_day: true,
    approx_in_times: true,
    genitive_apostrophe: true,
    gloss: GlossWords {
        months: ["Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        ordinal_mark: ".",
        week: "Woche",
        weekend: "Wochenende",
        seasons: &[("SP", "Frühling"), ("SU", "Sommer"), ("FA", "Herbst"), ("WI", "Winter")],
        decade: "er",
        century: |out, number| out.push_str(&format!("{number}. Jahrhundert")),
        before_christ: "v. Chr.",
        since: "seit",
        starting: "ab",
        until: "bis",
        about: "rund",
        over: "mehr als",
        under: "weniger als",
        at_least: "mindestens",
        at_most: "höchstens",
        aged: "Alter",
        rank: "Rang",
        times: ["Mal", "Mal"],
        not: "nicht",
        planned: "geplant",
        possible: "möglich",
        conditional: "bedingt",
        reported: "berichtet",
        more: "mehr",
        less: "weniger",
        up_by: "plus",
        up_to: "gestiegen auf",
        up_from: "gestiegen von",
        down_by: "minus",
        down_to: "gesunken auf",
        down_from: "gesunken von",
        scales: &[(12, "Billionen"), (9, "Milliarden"), (6, "Millionen")],
        time_units: &[
            ("year", "Jahr", "Jahre"),
            ("month", "Monat", "Monate"),
            ("week", "Woche", "Wochen"),
            ("day", "Tag", "Tage"),
            ("hour", "Stunde", "Stunden"),
            ("minute", "Minute", "Minuten"),
            ("second", "Sekunde", "Sekunden"),
        ],
    },
};

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

fn masculine(determiner: &str) -> bool {
    is_any(determiner, &["der", "dieser", "jener"])
}

/// "der" stands for "den Mann" or "eines Mannes", "die" for "eine Frau" or "der Leute", "das" for "ein Kind".
fn relative_gender(pronoun: &str, noun: Noun<'_>) -> bool {
    const MASCULINE: u8 = 1;
    const NEUTER: u8 = 2;
    const FEMININE: u8 = 4;
    const PLURAL: u8 = 8;
    const ANY: u8 = MASCULINE | NEUTER | FEMININE | PLURAL;
    let wanted = match pronoun {
        "der" | "er" | "welcher" => MASCULINE,
        "das" | "welches" => NEUTER,
        "die" | "sie" | "welche" => FEMININE | PLURAL,
        _ => ANY,
    };
    let found = match noun {
        Noun::Man => MASCULINE,
        Noun::Woman => FEMININE,
        Noun::Place => NEUTER,
        Noun::Behind { determiner, oblique } => match determiner {
            word if is_any(word, &["das", "ans", "aufs", "fürs", "ins", "ums"]) => NEUTER,
            word if is_any(word, &["eine", "einer", "zur"]) => FEMININE,
            word if is_any(word, &["ein", "ihr", "kein", "mein", "sein", "unser"]) => MASCULINE | NEUTER,
            word if word.ends_with('m') || word.ends_with("es") => MASCULINE | NEUTER,
            word if word.ends_with("en") => MASCULINE | PLURAL,
            word if word.ends_with("er") && oblique => FEMININE | PLURAL,
            word if word.ends_with("er") => MASCULINE | FEMININE | PLURAL,
            word if word.ends_with('e') => FEMININE | PLURAL,
            _ => ANY,
        },
    };
    found & wanted != 0
}

/// "Schätzungen" → "Schätzung", "Läuferinnen" → "Läuferin": plurals that an ending gives away.
fn noun_lemma(word: &str) -> Option<String> {
    const PLURALS: [(&str, usize); 12] = [
        ("innen", 3),
        ("ungen", 2),
        ("heiten", 2),
        ("keiten", 2),
        ("schaften", 2),
        ("ionen", 2),
        ("itäten", 2),
        ("ismen", 0),
        ("ieren", 1),
        ("istinnen", 3),
        ("isten", 2),
        ("enten", 2),
    ];
    let (_, cut) = PLURALS.iter().find(|(ending, cut)| *cut > 0 && word.ends_with(ending))?;
    word.get(..word.len() - cut).map(str::to_string)
}

/// "weitere", "bestätigten", "illegaler": what declines before a noun.
fn adjective_like(word: &str) -> bool {
    ["e", "en", "er", "es", "em"].iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// "jahrelang", "seltsamerweise", "vergeblich".
fn adverb_like(word: &str) -> bool {
    ["artig", "elnd", "ernd", "haft", "ierend", "isch", "lang", "lich", "mals", "mäßig", "wegs", "weise"]
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// "umsorgt", "vorbeizog", "erzeugten": what can stand last in a clause, or behind its subject.
fn finite_like(word: &str) -> bool {
    word.len() > 3 && ["t", "te", "ten", "en"].iter().any(|ending| word.ends_with(ending))
}

/// "durchschwommen" → "geschwommen", "überklettert" → "geklettert", "zerronnen" → "geronnen".
fn simple_participle(word: &str) -> Option<String> {
    const PREFIXES: [&str; 12] =
        ["be", "durch", "ent", "er", "hinter", "miss", "um", "unter", "ver", "wider", "zer", "über"];
    let rest = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).min_by_key(|rest| rest.len())?;
    let participle = rest.len() > 3 && (rest.ends_with("en") || rest.ends_with('t'));
    participle.then(|| format!("ge{rest}"))
}

/// "eingebrochen", "gebaut", "verhandelt", "kontrolliert".
fn participle(word: &str) -> bool {
    const PREFIXES: [&str; 7] = ["be", "ent", "er", "miss", "ver", "zer", "über"];
    let ending = word.ends_with("en") || word.ends_with('t');
    let middle = word
        .get(..word.len().min(10))
        .or_else(|| word.get(..word.len().min(9)))
        .is_some_and(|front| front.contains("ge"));
    word.len() >= 6
        && ending
        && (middle
            || word.ends_with("iert")
            || PREFIXES.iter().any(|prefix| word.starts_with(prefix) && word.ends_with('t')))
}
