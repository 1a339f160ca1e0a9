//! Sentences with words that no one knows, made of a list of sentences with slots.

use faktum::Span;

use crate::Result;

/// How many sentences are made of a row.
const OF_EACH: usize = 10;

/// What the words of made-up names consist of.
const STARTS: &[&str] = &[
    "b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "kr", "l", "m", "n", "p", "pl", "pr", "qu", "r",
    "s", "sch", "sk", "st", "t", "tr", "v", "w", "z", "",
];
const MIDDLES: &[&str] = &["a", "e", "i", "o", "u", "ei", "au", "ie", "ö", "y", "a", "e", "o"];
const ENDS: &[&str] = &[
    "", "", "", "n", "r", "l", "s", "t", "m", "x", "nd", "rt", "ll", "ck", "st", "lb", "rg", "nt", "k", "p", "th", "ff",
];

/// Frequent surnames that are no words.
const SURNAMES: &[&str] = &[
    "Müller",
    "Schmidt",
    "Meyer",
    "Schulz",
    "Hoffmann",
    "Schröder",
    "Neumann",
    "Krüger",
    "Hofmann",
    "Hartmann",
    "Werner",
    "Krause",
    "Lehmann",
    "Köhler",
    "Maier",
    "Herrmann",
    "Schmitt",
    "Walter",
    "Peters",
    "Lorenz",
    "Smith",
    "Johnson",
    "Williams",
    "Jones",
    "Davis",
    "Wilson",
    "Anderson",
    "Thomas",
    "Taylor",
    "Jackson",
    "Martin",
    "Thompson",
    "Lopez",
    "Lee",
    "Harris",
    "Clark",
    "Lewis",
    "Robinson",
    "Allen",
    "Wright",
    "Nguyen",
    "Campbell",
    "Mitchell",
    "Roberts",
    "Murphy",
    "Kelly",
    "Cooper",
    "Rossi",
    "Ivanov",
    "Nowak",
    "Jensen",
    "Hansen",
];

/// A text, and the names in it with their types.
pub struct Made {
    pub text: String,
    pub names: Vec<(Span, &'static str)>,
}

/// The sentences that rows make. The same rows make the same sentences.
pub fn make(rows: &str) -> Result<Vec<Made>> {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let rows = rows.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
    rows.flat_map(|row| std::iter::repeat_n(row, OF_EACH)).map(|row| fill(row, &mut chance)).collect()
}

/// A row with one of each choice, and with names in its slots.
fn fill(row: &str, chance: &mut Chance) -> Result<Made> {
    let mut made = Made { text: String::new(), names: Vec::new() };
    let row = choose(row, chance)?;
    let mut rest = row.as_str();
    while let Some((before, slot)) = rest.split_once('[') {
        let (slot, behind) = slot.split_once(']').ok_or_else(|| format!("{row}: a slot is open"))?;
        let kind = match slot {
            "ORG" => "ORG",
            "LOC" => "LOC",
            "PER" | "NAME" => "PER",
            _ => return Err(format!("{row}: no slot is {slot}").into()),
        };
        made.text.push_str(before);
        let start = made.text.len();
        if slot == "NAME" {
            made.text.push_str(chance.one_of(SURNAMES))
        } else {
            made.text.push_str(&chance.word())
        }
        made.names.push((Span::new(start as u32, made.text.len() as u32), kind));
        rest = behind;
    }
    made.text.push_str(rest);
    Ok(made)
}

fn choose(row: &str, chance: &mut Chance) -> Result<String> {
    let (mut chosen, mut rest) = (String::new(), row);
    while let Some((before, choices)) = rest.split_once('{') {
        let (choices, behind) = choices.split_once('}').ok_or_else(|| format!("{row}: a choice is open"))?;
        chosen.push_str(before);
        chosen.push_str(chance.one_of(&choices.split('|').collect::<Vec<&str>>()));
        rest = behind;
    }
    chosen.push_str(rest);
    // A choice may be nothing.
    Ok(chosen.split_whitespace().collect::<Vec<&str>>().join(" ").replace(" .", "."))
}

/// Numbers in a fixed order (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        list[(self.0 >> 11) as usize % list.len()]
    }

    /// A word of two or three syllables with a capital.
    fn word(&mut self) -> String {
        let mut word = String::new();
        for syllable in self.one_of(&["12", "123"]).bytes() {
            word.push_str(self.one_of(STARTS));
            word.push_str(self.one_of(MIDDLES));
            if syllable != b'1' {
                word.push_str(self.one_of(ENDS));
            }
        }
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }
}
