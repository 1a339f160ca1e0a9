//! Names in a form in which different spellings of one name are the same, and what tells two spellings apart.
//!
//! Lists of names are written by many hands: without diacritics, in another transliteration, with the surname first. A
//! name's tolerant key is the sorted skeletons of its words; a skeleton is what hardly any spelling changes, the sequence of
//! its consonants, each standing for all ways to write it. Names with the same key are compared word by word: vowels may be
//! others of their kind, and a few may come or go, and more differences than that make another name.

use smallvec::SmallVec;

use super::super::hash::{Hash, mix};

/// The most words of a name that is compared.
const MOST_WORDS: usize = 5;
/// The fewest consonants of a name that is compared.
const FEWEST: usize = 3;
/// For each so many letters behind the first a word may differ from another by one vowel of its kind.
const LETTERS_FOR_EACH: usize = 3;

/// How the letters of a word are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// As they are written: "č" as "ch".
    Marked,
    /// Without their marks: "č" as "c".
    Bare,
    /// "ch" and "kh" as "h", as in "Achmed" and "Rachmani".
    Breathed,
}

const READINGS: [Reading; 3] = [Reading::Marked, Reading::Bare, Reading::Breathed];

/// Ways to write one sound, the longest first, with the letter that stands for them. None is of one language alone:
/// "sh", "sch" and "š" meet where Russian, Arabic and Turkish names are written in German, English or by a standard.
const SOUNDS: &[(&str, &str)] = &[
    ("schtsch", "S"),
    ("shch", "S"),
    ("tsch", "C"),
    ("dsch", "J"),
    ("tch", "C"),
    ("dzh", "J"),
    ("sch", "S"),
    ("ch", "C"),
    ("sh", "S"),
    ("zh", "J"),
    ("kh", "C"),
    ("gh", "g"),
    ("dj", "J"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ts", "z"),
    ("tz", "z"),
    ("cz", "C"),
    ("sz", "S"),
    ("ck", "k"),
    ("ks", "ks"),
    ("x", "ks"),
    ("qu", "kv"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("ß", "s"),
    ("jo", "e"),
    ("yo", "e"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("y", "i"),
    ("j", "i"),
];

/// The base letter of a Latin letter with diacritics, in small letters.
fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'æ' => "a",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' => "i",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'œ' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' => "u",
        'ý' | 'ÿ' => "y",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'ğ' | 'ģ' | 'ĝ' | 'ġ' => "g",
        'ķ' => "k",
        'ł' | 'ĺ' | 'ľ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ŕ' | 'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => "s",
        'ţ' | 'ț' | 'ť' | 'þ' => "t",
        'ź' | 'ž' | 'ż' => "z",
        _ => return None,
    })
}

/// The sound of a letter with a mark, where the letter without it has another: "č" is "ch" and "c".
fn marked(letter: char) -> Option<&'static str> {
    Some(match letter {
        'č' | 'ç' | 'ć' => "C",
        'š' | 'ş' | 'ș' | 'ś' => "S",
        'ž' | 'ż' => "J",
        _ => return None,
    })
}

/// A word in two forms: the letters as they sound, and those without marks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// As it sounds, one letter a sound.
    sound: String,
    /// Its consonants.
    skeleton: String,
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

impl Word {
    fn new(word: &str, reading: Reading) -> Word {
        let mut plain = String::with_capacity(word.len());
        for letter in word.chars().flat_map(char::to_lowercase) {
            match (marked(letter).filter(|_| reading != Reading::Bare), base(letter)) {
                (Some(sound), _) | (None, Some(sound)) => plain.push_str(sound),
                (None, None) if matches!(letter, '\'' | '’' | 'ʼ' | '`') => {}
                (None, None) => plain.push(letter),
            }
        }
        if reading == Reading::Breathed {
            plain = plain
                .replace("sch", "S")
                .replace("tch", "C")
                .replace("shch", "S")
                .replace("ch", "h")
                .replace("kh", "h");
        }
        let mut sound = String::with_capacity(plain.len());
        let mut rest = plain.as_str();
        while let Some(letter) = rest.chars().next() {
            let known = SOUNDS.iter().find(|(written, _)| rest.starts_with(written));
            let (length, heard) =
                known.map_or((letter.len_utf8(), None), |(written, heard)| (written.len(), Some(*heard)));
            for letter in heard.map_or_else(|| letter.to_string(), str::to_string).chars() {
                // Double letters are one.
                if !sound.ends_with(letter) {
                    sound.push(letter);
                }
            }
            rest = rest.get(length..).unwrap_or("");
        }
        // "-ov", "-off" and "-ow".
        if sound.len() > 3 && sound.ends_with("of") {
            sound.pop();
            sound.push('v');
        }
        // "Abdullah" and "Abdulla".
        if sound.len() > 3 && sound.ends_with('h') {
            sound.pop();
        }
        // "h" is heard at the start at most, and "C", "J", "S" are told apart by few hands.
        let consonant = |(at, letter): (usize, char)| match letter {
            'a' | 'e' | 'i' | 'o' | 'u' => None,
            'h' if at > 0 => None,
            'C' | 'S' | 'J' => Some('S'),
            'z' => Some('s'),
            'g' => Some('k'),
            'd' => Some('t'),
            'f' => Some('v'),
            letter => Some(letter),
        };
        let mut skeleton = String::with_capacity(sound.len());
        for letter in sound.char_indices().filter_map(consonant) {
            if !skeleton.ends_with(letter) {
                skeleton.push(letter);
            }
        }
        Word { sound, skeleton }
    }
}

/// The words of a name; initials and particles of one letter say too little.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | '‐' | '‑')).filter(|word| !word.is_empty())
}

/// The keys of a name, one for each reading that makes another. None where it is too short to be told from others.
pub(super) fn key(name: &str, person: bool) -> impl Iterator<Item = u64> {
    let mut keys: SmallVec<[u64; READINGS.len()]> = SmallVec::new();
    for reading in READINGS {
        let mut skeletons: Vec<String> =
            words(name).take(MOST_WORDS + 1).map(|word| Word::new(word, reading).skeleton).collect();
        let letters: usize = skeletons.iter().map(String::len).sum();
        let fewest = if skeletons.len() > 1 { FEWEST } else { FEWEST + 1 };
        if skeletons.len() > MOST_WORDS || letters < fewest || person && skeletons.len() < 2 {
            continue;
        }
        // Only of persons the surname may stand first.
        if person {
            skeletons.sort_unstable();
        }
        let bytes = skeletons.iter().flat_map(|skeleton| skeleton.bytes().chain([b' ']));
        let key = mix(bytes.fold(Hash::new(), Hash::and).finish(), u64::from(person));
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter()
}

/// How a text's name differs from a row's, as far as both can be the same; `None` where they cannot.
pub(super) fn explain(row: &str, text: &str, person: bool) -> Option<String> {
    let (wanted, here): (Vec<&str>, Vec<&str>) = (words(row).collect(), words(text).collect());
    if wanted.len() != here.len() {
        return None;
    }
    if wanted.len() > MOST_WORDS {
        return None;
    }
    let mut free: Vec<Option<&str>> = here.iter().copied().map(Some).collect();
    let mut reasons = Vec::new();
    let mut moved = false;
    for (at, word) in wanted.iter().enumerate() {
        let places = std::iter::once(at).chain((0..here.len()).filter(|place| *place != at && person));
        let (place, reason) = places.into_iter().find_map(|place| {
            let other = (*free.get(place)?)?;
            Some((place, difference(word, other)?))
        })?;
        moved |= place != at;
        if let Some(slot) = free.get_mut(place) {
            *slot = None;
        }
        if !reason.is_empty() {
            reasons.push(reason);
        }
    }
    if moved {
        reasons.insert(0, "words in another order".to_string());
    }
    Some(format!("{row}: {}", reasons.join("; ")))
}

/// How one word differs from another; nothing where it does not, and `None` where it is another name.
fn difference(row: &str, text: &str) -> Option<String> {
    if row.to_lowercase() == text.to_lowercase() {
        return Some(String::new());
    }
    let plain = |word: &str| -> String {
        let lower = word.chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’' | 'ʼ' | '`'));
        lower.map(|letter| base(letter).map_or_else(|| letter.to_string(), str::to_string)).collect()
    };
    if plain(row) == plain(text) {
        return Some(format!("\"{text}\" for \"{row}\", other diacritics"));
    }
    // "Möller" is no "Müller".
    let marks =
        |word: &str| -> String { word.chars().flat_map(char::to_lowercase).filter(|c| base(*c).is_some()).collect() };
    let (here, there) = (marks(row), marks(text));
    if !here.is_empty() && !there.is_empty() && here != there {
        return None;
    }
    let same = |one, other| alike(&Word::new(row, one), &Word::new(text, other));
    let any = READINGS.iter().any(|one| READINGS.iter().any(|other| same(*one, *other)));
    any.then(|| format!("\"{text}\" for \"{row}\", another transliteration"))
}

/// Whether two words sound alike: the same consonants, and vowels of one kind but for a few.
fn alike(one: &Word, other: &Word) -> bool {
    if one.skeleton != other.skeleton {
        return false;
    }
    let (one, other) = (one.sound.as_bytes(), other.sound.as_bytes());
    // The vowel at the end tells names apart: "Anna" and "Anne", "Mario" and "Maria".
    let ends = |word: &[u8]| word.last().copied().filter(|letter| is_vowel(*letter));
    let starts = |word: &[u8]| word.first().is_some_and(|letter| is_vowel(*letter));
    let most = one.len().max(other.len()).saturating_sub(1) / LETTERS_FOR_EACH;
    ends(one) == ends(other) && starts(one) == starts(other) && cost(one, other) <= most
}

/// The least cost of making one word of another: one for a letter that is another of its kind, two for one that comes or
/// goes, three for any other, and for "au" that is "eu".
fn cost(one: &[u8], other: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).map(|at| 2 * at).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut diagonal = row.first().copied().unwrap_or(0);
        if let Some(first) = row.first_mut() {
            *first = 2 * (at + 1);
        }
        for (place, known) in other.iter().enumerate() {
            let [left, above] =
                [row.get(place), row.get(place + 1)].map(|cost| cost.copied().unwrap_or(usize::MAX / 2));
            let before_u = one.get(at + 1) == Some(&b'u') && other.get(place + 1) == Some(&b'u');
            let exchanged =
                if before_u && is_vowel(*letter) && letter != known { 3 } else { exchange(*letter, *known) };
            let best = (diagonal + exchanged).min(left + 2).min(above + 2);
            diagonal = above;
            if let Some(slot) = row.get_mut(place + 1) {
                *slot = best;
            }
        }
    }
    row.last().copied().unwrap_or(0)
}

/// What it costs to write one letter for another.
fn exchange(one: u8, other: u8) -> usize {
    let kinds: [&[u8]; 7] = [b"ae", b"ei", b"ou", b"CSJ", b"zs", b"gk", b"dt"];
    match one == other {
        true => 0,
        false if kinds.iter().any(|kind| kind.contains(&one) && kind.contains(&other)) => 1,
        false => 3,
    }
}
