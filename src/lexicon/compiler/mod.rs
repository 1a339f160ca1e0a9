//! From dictionary tables to the compiled form that [`Lexicon`](super::Lexicon) reads in place.
//!
//! The build script includes this folder to compile the built-in dictionaries; the library uses it for user
//! dictionaries at run time. It therefore depends on nothing outside the folder but `fst`.
//!
//! The compiled form, all numbers little-endian: magic, the lengths of the sections (u32 each), then the sections
//! fst | lists | entries | strings | index | words (slots, walks, starts, texts, tails) | origins | files. The FST leads from a folded
//! surface to `offset << 8 | count` of a run of 12-byte senses in `lists`; the index leads from ids to their canonical
//! entries; the words are a short cut into the FST. The origins say for each sense of each surface, in the order of the
//! FST, which row of which file it comes from (`file << 24 | line`, u32); the files are their names, each behind its
//! length (u32).

pub mod class;
pub mod compose;
pub mod fold;
pub mod index;
pub mod inflect;
mod rows;
pub mod table;
pub mod words;

use std::collections::{BTreeMap, HashMap};

use class::{Class, Form, Kind};
use inflect::Inflection;
use table::{Table, TableErrors};

/// Begins every compiled lexicon; ends in the version of the format.
pub const MAGIC: &[u8; 8] = b"faktuml8";
/// Bytes of one sense: class, kind, form (u16), value (u32), capitals (u32).
pub const SENSE_BYTES: usize = 12;
/// Bytes of one entry: offset and length (u32, u16) of id, lemma, tag and extra.
pub const ENTRY_BYTES: usize = 24;
/// The number of sections after the header.
pub const SECTIONS: usize = 12;
/// Keys that begin with this byte hold a compound's tail, reversed.
pub const TAIL: u8 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Sense {
    class: Class,
    value: u32,
    capitals: u32,
    form: Form0,
}

/// `Form` with an order, so that compiled lexicons are reproducible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Form0(u16);

/// The row that a sense comes from: the file's number and the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Origin(pub u32);

impl Origin {
    const LINE_BITS: u32 = 24;
    const MOST: u32 = (1 << Origin::LINE_BITS) - 1;

    fn new(file: usize, line: usize) -> Origin {
        let line = u32::try_from(line).map_or(Origin::MOST, |line| line.min(Origin::MOST));
        Origin((file.min(usize::from(u8::MAX)) as u32) << Origin::LINE_BITS | line)
    }

    /// The place of the file among those that were compiled.
    pub fn file(self) -> usize {
        (self.0 >> Origin::LINE_BITS) as usize
    }

    /// The line, from 1.
    pub fn line(self) -> u32 {
        self.0 & Origin::MOST
    }
}

/// A feature of a verb, behind its kind in a table: things do it to persons, or persons to one another.
pub const PERSONS: &str = ":persons";
/// Another one: only somebody, or a body of people, makes that of a thing.
pub const AGENTS: &str = ":agents";
/// A third one: it takes somebody or something from one place to another.
pub const MOVES: &str = ":moves";

/// What a sense with an entry says of its thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct EntryText {
    /// Language-neutral id: concept, "org/europol", ISO code.
    pub id: String,
    /// Base form or canonical name.
    pub lemma: String,
    /// Kind or subtype.
    pub tag: String,
    /// Nouns: plural; verbs: separable prefix, `|`, past participle and features; places: country.
    pub extra: String,
}

/// Collects the rows of any number of tables and compiles them.
pub struct Compiler {
    inflection: &'static Inflection,
    senses: BTreeMap<Vec<u8>, Vec<(Sense, Origin)>>,
    files: Vec<String>,
    /// The row that is being read.
    row: Origin,
    entries: Vec<EntryText>,
    entry_index: HashMap<EntryText, u32>,
    canonical: BTreeMap<(Class, String), u32>,
}

impl Compiler {
    /// An empty lexicon for a language.
    pub fn new(inflection: &'static Inflection) -> Compiler {
        Compiler {
            inflection,
            senses: BTreeMap::new(),
            files: Vec::new(),
            row: Origin::default(),
            entries: Vec::new(),
            entry_index: HashMap::new(),
            canonical: BTreeMap::new(),
        }
    }

    /// Adds the rows of a table, whose header says what they are.
    pub fn add_table(&mut self, file: &str, text: &str) -> Result<(), TableErrors> {
        let text = compose::compose(text);
        let table = Table::parse(file, &text)?;
        self.files.push(file.to_string());
        rows::add(self, &table)
    }

    /// Says which line of the table added last is read now.
    fn begin_row(&mut self, line: usize) {
        self.row = Origin::new(self.files.len().saturating_sub(1), line);
    }

    /// The index of an entry, which is stored once.
    pub fn entry(&mut self, entry: EntryText) -> u32 {
        if let Some(at) = self.entry_index.get(&entry) {
            return *at;
        }
        let at = self.entries.len() as u32;
        self.entries.push(entry.clone());
        self.entry_index.insert(entry, at);
        at
    }

    /// Binds a surface and its spelling variants to a sense.
    fn add(&mut self, surface: &str, class: Class, value: u32, form: Form) {
        let (key, capitals) = fold::key(surface);
        self.insert(key, Sense { class, value, capitals, form: Form0(form.0) });
        if let Some(written_out) = (self.inflection.transcription)(surface) {
            let (key, capitals) = fold::key(&written_out);
            self.insert(key, Sense { class, value, capitals, form: Form0(form.0) });
        }
    }

    /// Binds the end of a compound to a sense ("…ministerium").
    fn add_tail(&mut self, tail: &str, class: Class, value: u32, form: Form) {
        let (mut key, _) = fold::key(tail);
        key.push(TAIL);
        key.reverse();
        self.insert(key, Sense { class, value, capitals: 0, form: Form0(form.0) });
    }

    /// Lets an id be looked up; the first entry given for it stays.
    fn add_canonical(&mut self, class: Class, id: &str, entry: u32) {
        self.canonical.entry((class, id.to_string())).or_insert(entry);
    }

    fn insert(&mut self, key: Vec<u8>, sense: Sense) {
        if key.is_empty() {
            return;
        }
        let list = self.senses.entry(key).or_default();
        let same = list.iter_mut().find(|(known, _)| {
            known.class == sense.class && known.value == sense.value && known.capitals == sense.capitals
        });
        if let Some((known, _)) = same {
            known.form.0 |= sense.form.0;
        } else if list.len() < 255 {
            list.push((sense, self.row));
        }
    }

    /// The compiled lexicon.
    pub fn finish(self) -> Vec<u8> {
        let mut lists: Vec<u8> = Vec::new();
        let mut known: HashMap<Vec<Sense>, u64> = HashMap::new();
        let mut map = fst::MapBuilder::memory();
        let mut keys: Vec<Vec<u8>> = Vec::new();
        let mut origins: Vec<u8> = Vec::new();
        for (key, senses) in self.senses {
            let (senses, rows): (Vec<Sense>, Vec<Origin>) = senses.into_iter().unzip();
            rows.iter().for_each(|row| origins.extend_from_slice(&row.0.to_le_bytes()));
            let count = senses.len() as u64;
            let value = *known.entry(senses).or_insert_with_key(|senses| {
                let offset = (lists.len() / SENSE_BYTES) as u64;
                for sense in senses {
                    let entry = self.entries.get(sense.value as usize).filter(|_| sense.class.has_entries());
                    lists.push(sense.class as u8);
                    lists.push(entry.and_then(|entry| Kind::from_name(&entry.tag)).map_or(0, Kind::number));
                    lists.extend_from_slice(&sense.form.0.to_le_bytes());
                    lists.extend_from_slice(&sense.value.to_le_bytes());
                    lists.extend_from_slice(&sense.capitals.to_le_bytes());
                }
                offset << 8 | count
            });
            // Keys come sorted from the map, and writing to memory cannot fail.
            let inserted = map.insert(&key, value);
            debug_assert!(inserted.is_ok());
            keys.push(key);
        }
        let fst = map.into_inner().unwrap_or_default();
        let (mut entries, mut strings) = (Vec::new(), Vec::new());
        let mut offsets: HashMap<String, u32> = HashMap::new();
        for entry in self.entries {
            for text in [entry.id, entry.lemma, entry.tag, entry.extra] {
                let length = text.len().min(usize::from(u16::MAX)) as u16;
                let offset = *offsets.entry(text).or_insert_with_key(|text| {
                    strings.extend_from_slice(text.as_bytes());
                    (strings.len() - text.len()) as u32
                });
                entries.extend_from_slice(&offset.to_le_bytes());
                entries.extend_from_slice(&length.to_le_bytes());
            }
        }
        let mut out = MAGIC.to_vec();
        let ids = self.canonical.iter().map(|((class, id), entry)| (index::hash(*class as u8, id), *entry));
        let index = index::build(&ids.collect::<Vec<_>>());
        let words = words::build(&fst, keys.iter().map(Vec::as_slice));
        let mut files = Vec::new();
        for file in &self.files {
            files.extend_from_slice(&(file.len() as u32).to_le_bytes());
            files.extend_from_slice(file.as_bytes());
        }
        let words::Words { slots, walks, starts, texts, tails } = words;
        let sections = [fst, lists, entries, strings, index, slots, walks, starts, texts, tails, origins, files];
        for section in &sections {
            out.extend_from_slice(&(section.len() as u32).to_le_bytes());
        }
        for section in sections {
            out.extend_from_slice(&section);
        }
        out
    }
}
