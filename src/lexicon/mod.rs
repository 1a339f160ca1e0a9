//! Looks every token start up once, longest phrase first, and gives each token its classes.
//!
//! A compiled lexicon is an FST from folded surfaces to senses, and a hash table of whole words that leads to the same
//! senses in one step; both are used in place, so opening one costs microseconds. A phrase is walked in the FST from where
//! its first word ends: walking from token starts finds what leftmost-longest matching over bytes would hide.

mod bloom;
mod builtin;
mod cache;
mod class_set;
mod commitment;
pub(crate) mod compiler;
pub(crate) mod gazetteer;
pub(crate) mod groups;
pub(crate) mod hash;
mod lexicons;
mod origin;
pub(crate) mod pattern;
mod scan;
pub(crate) mod vocabulary;
mod words;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use fst::raw::{Fst, Output};

pub(crate) use builtin::{builtin, checksum as builtin_checksum};
pub(crate) use class_set::ClassSet;
pub(crate) use commitment::commits;
pub(crate) use compiler::class::{self, Class, Form, Kind};
use compiler::{AGENTS, ENTRY_BYTES, MAGIC, MOVES, PERSONS, SECTIONS, SENSE_BYTES, index};
pub(crate) use lexicons::{Lexicons, Source, utf8};
pub(crate) use origin::{Key, key, tail_keys};
pub(crate) use scan::{Lexed, Lexeme, Lexemes, Scratch};
pub(crate) use vocabulary::{Known, Vocabulary, is_family};
use words::{Folded, Words};

/// The bytes of a compiled lexicon: embedded in the program or built at run time.
#[derive(Clone, Debug)]
enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<[u8]>),
}

/// One part of those bytes.
#[derive(Clone, Debug)]
struct Section {
    bytes: Bytes,
    range: Range<usize>,
}

impl AsRef<[u8]> for Section {
    fn as_ref(&self) -> &[u8] {
        let bytes: &[u8] = match &self.bytes {
            Bytes::Static(bytes) => bytes,
            Bytes::Shared(bytes) => bytes,
        };
        bytes.get(self.range.clone()).unwrap_or(&[])
    }
}

/// The strings of entries, checked once to be UTF-8.
#[derive(Clone, Debug)]
enum Text {
    Static(&'static str),
    Shared(Arc<str>),
}

/// A compiled lexicon, opened.
pub(crate) struct Lexicon {
    fst: Fst<Section>,
    lists: Section,
    entries: Section,
    strings: Text,
    index: Section,
    words: Words,
    origins: Section,
    files: Section,
    /// Made when an answer is first explained.
    checkpoints: OnceLock<origin::Checkpoints>,
}

/// What a dictionary says of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// Language-neutral: concept, "org/europol", a currency's code.
    pub id: &'a str,
    /// Base form or canonical name.
    pub lemma: &'a str,
    /// Kind or subtype.
    pub tag: &'a str,
    /// Nouns: plural; verbs: separable prefix, `|`, past participle and features; places: country; units: symbol.
    pub extra: &'a str,
}

impl<'a> Entry<'a> {
    /// A verb's separable prefix and its past participle; nothing where it has none.
    pub(crate) fn parts_of_verb(&self) -> (&'a str, &'a str) {
        // Features end alike, and hardly any participle does so.
        let featured = self.extra.ends_with('s');
        let feature = |feature| self.extra.strip_suffix(feature);
        let named = || feature(PERSONS).or_else(|| feature(AGENTS)).or_else(|| feature(MOVES));
        let parts = if featured { named().unwrap_or(self.extra) } else { self.extra };
        parts.split_once('|').unwrap_or((parts, ""))
    }

    /// Whether a verb tells what things do to persons, or persons to one another: "treffen".
    pub(crate) fn is_done_to_persons(&self) -> bool {
        self.extra.ends_with(PERSONS)
    }

    /// Whether a verb tells what only somebody, or a body of people, makes of a thing: "schreiben".
    pub(crate) fn needs_agent(&self) -> bool {
        self.extra.ends_with(AGENTS)
    }

    /// Whether a verb takes somebody or something from one place to another: "kommen", "bringen".
    pub(crate) fn moves(&self) -> bool {
        self.extra.ends_with(MOVES)
    }
}

/// One meaning of the tokens from a token on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sense {
    pub class: Class,
    /// How many tokens it spans.
    pub length: u8,
    /// Which of the extractor's lexicons it comes from.
    pub lexicon: u8,
    /// What its entry is of.
    pub kind: Option<Kind>,
    pub form: Form,
    /// The class's number, or the index of an entry.
    pub value: u32,
}

impl Sense {
    /// The token behind it, where it begins at a token.
    pub(crate) fn end(&self, at: usize) -> usize {
        at + usize::from(self.length)
    }
}

/// A sense as a list has it.
#[derive(Clone, Copy, Debug)]
struct Stored {
    class: Class,
    kind: Option<Kind>,
    form: Form,
    value: u32,
    /// The capitals that it asks for.
    capitals: u32,
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("surfaces", &self.fst.len()).finish()
    }
}

/// A surface with the class, the value and the capitals of each sense.
#[cfg(test)]
type Surface = (String, Vec<(Class, u32, u32)>);

impl Lexicon {
    fn open(bytes: Bytes) -> Option<Lexicon> {
        let header = MAGIC.len() + 4 * SECTIONS;
        let whole = Section { range: 0..usize::MAX, bytes: bytes.clone() };
        let all: &[u8] = match &whole.bytes {
            Bytes::Static(bytes) => bytes,
            Bytes::Shared(bytes) => bytes,
        };
        if all.get(..MAGIC.len())? != MAGIC {
            return None;
        }
        let mut at = header;
        let mut section = |number: usize| -> Option<Section> {
            let length = read_u32(all, MAGIC.len() + 4 * number)? as usize;
            let range = at..at.checked_add(length)?;
            at = range.end;
            (range.end <= all.len()).then(|| Section { bytes: bytes.clone(), range })
        };
        let (fst, lists, entries, strings, index) = (section(0)?, section(1)?, section(2)?, section(3)?, section(4)?);
        let (slots, walks, starts) = (section(5)?, section(6)?, section(7)?);
        let words = Words { slots, walks, starts, texts: section(8)?, tails: section(9)? };
        let (origins, files) = (section(10)?, section(11)?);
        let strings = match &bytes {
            Bytes::Static(all) => Text::Static(std::str::from_utf8(all.get(strings.range)?).ok()?),
            Bytes::Shared(_) => Text::Shared(std::str::from_utf8(strings.as_ref()).ok()?.into()),
        };
        Some(Lexicon {
            fst: Fst::new(fst).ok()?,
            lists,
            entries,
            strings,
            index,
            words,
            origins,
            files,
            checkpoints: OnceLock::new(),
        })
    }

    /// Opens bytes that live as long as the program, such as the built-in lexicons.
    pub(crate) fn from_static(bytes: &'static [u8]) -> Option<Lexicon> {
        Lexicon::open(Bytes::Static(bytes))
    }

    /// Opens bytes that were compiled at run time.
    pub(crate) fn from_vec(bytes: Vec<u8>) -> Option<Lexicon> {
        Lexicon::open(Bytes::Shared(bytes.into()))
    }

    /// The entry of a sense whose class has entries. Inlined, so that only the strings asked for are read.
    #[inline(always)]
    pub(crate) fn entry(&self, index: u32) -> Entry<'_> {
        match &self.strings {
            Text::Static(strings) => self.entry_in(index, strings),
            Text::Shared(strings) => self.entry_in(index, strings),
        }
    }

    /// One string of an entry for an answer, which may outlive the lexicon: borrowed where it is built in.
    #[inline(always)]
    pub(crate) fn lasting(&self, index: u32, field: impl Fn(Entry<'_>) -> &str) -> Cow<'static, str> {
        match &self.strings {
            Text::Static(strings) => Cow::Borrowed(field(self.entry_in(index, strings))),
            Text::Shared(strings) => Cow::Owned(field(self.entry_in(index, strings)).to_owned()),
        }
    }

    #[inline(always)]
    fn entry_in<'s>(&self, index: u32, strings: &'s str) -> Entry<'s> {
        let text = |number| self.text_in(index, number, strings);
        Entry { id: text(0), lemma: text(1), tag: text(2), extra: text(3) }
    }

    /// One of the four strings of an entry.
    #[inline]
    fn text_in<'s>(&self, index: u32, number: usize, strings: &'s str) -> &'s str {
        let at = index as usize * ENTRY_BYTES + number * 6;
        let record = self.entries.as_ref().get(at..at + 6).unwrap_or(&[]);
        let (Some(offset), Some(length)) = (read_u32(record, 0), read_u16(record, 4)) else {
            return "";
        };
        strings.get(offset as usize..offset as usize + usize::from(length)).unwrap_or("")
    }

    /// The first entry that the dictionaries give for an id. Inlined for the same reason.
    #[inline(always)]
    pub(crate) fn canonical(&self, class: Class, id: &str) -> Option<Entry<'_>> {
        self.canonical_index(class, id).map(|at| self.entry(at))
    }

    fn canonical_index(&self, class: Class, id: &str) -> Option<u32> {
        let hash = index::hash(class as u8, id);
        index::find(self.index.as_ref(), hash).find(|at| self.entry(*at).id == id)
    }

    /// The senses of one word or phrase as a whole.
    pub(crate) fn lookup(&self, surface: &str) -> impl Iterator<Item = (Class, Form, u32)> + '_ {
        let (value, capitals) = match Folded::new(surface) {
            Some(word) => (self.words.find(&word).map(|known| known.value), word.capitals),
            None => {
                let (key, capitals) = compiler::fold::key(surface);
                (self.fst.get(&key).map(|output| output.value()), capitals)
            }
        };
        value
            .into_iter()
            .flat_map(|value| self.stored(value))
            .filter(move |sense| capitals & sense.capitals == sense.capitals)
            .map(|sense| (sense.class, sense.form, sense.value))
    }

    /// The longest prefix of a word that has a sense with a class: its bytes and the sense's value. One walk.
    pub(crate) fn prefix(&self, word: &str, class: Class) -> Option<(usize, u32)> {
        let (mut node, mut output, mut best) = (self.fst.root(), Output::zero(), None);
        for (at, c) in word.char_indices() {
            let mut buffer = [0; 4];
            let known = compiler::fold::fold(c.encode_utf8(&mut buffer), |byte, _| match node.find_input(byte) {
                Some(input) => {
                    let transition = node.transition(input);
                    output = output.cat(transition.out);
                    node = self.fst.node(transition.addr);
                    true
                }
                None => false,
            });
            if !known {
                break;
            }
            if node.is_final() {
                let value = output.cat(node.final_output()).value();
                if let Some(sense) = self.stored(value).find(|sense| sense.class == class) {
                    best = Some((at + c.len_utf8(), sense.value));
                }
            }
        }
        best
    }

    /// Every surface that a text can hold as a word or phrase, folded, with its senses' classes, values and capitals.
    #[cfg(test)]
    pub(crate) fn surfaces(&self) -> Vec<Surface> {
        use fst::{IntoStreamer, Streamer};
        let mut surfaces = Vec::new();
        let mut keys = self.fst.into_stream();
        while let Some((key, output)) = keys.next() {
            if key[0] != compiler::TAIL {
                let senses = self.stored(output.value()).map(|sense| (sense.class, sense.value, sense.capitals));
                surfaces.push((String::from_utf8(key.to_vec()).expect("surfaces are UTF-8"), senses.collect()));
            }
        }
        surfaces
    }

    /// The senses of a list.
    fn stored(&self, value: u64) -> impl Iterator<Item = Stored> + '_ {
        let (offset, count) = ((value >> 8) as usize * SENSE_BYTES, (value & 0xff) as usize);
        let lists = self.lists.as_ref();
        let list = lists.get(offset..offset + count * SENSE_BYTES).unwrap_or(&[]);
        list.chunks_exact(SENSE_BYTES).filter_map(|sense| {
            Some(Stored {
                class: *Class::ALL.get(usize::from(*sense.first()?))?,
                kind: Kind::from_number(*sense.get(1)?),
                form: Form(read_u16(sense, 2)?),
                value: read_u32(sense, 4)?,
                capitals: read_u32(sense, 8)?,
            })
        })
    }
}

fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn read_u64(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

fn read_u16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}
