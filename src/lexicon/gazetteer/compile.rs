//! From tables of names to the compiled form: what is written of a name once goes to one place, and everything that is
//! looked up is sorted.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Write};

use super::super::compiler::inflect;
use super::super::compiler::table::{TableError, TableErrors};
use super::super::hash::checksum;
use super::fold::{Folded, Folder, is_lower};
use super::format::{
    self, ALIAS, GOES_ON, HAS_INFLECTED, HAS_LOOSE, HAS_LOWER, HEADER, INSIDE, LAST, MADE, MAGIC, Part, SLOT_BYTES,
    SURFACE_BYTES, VERSION,
};
use super::row::{self, ANYWHERE, CASE, INFLECT, Row};
use super::table::{self, Rows};
use super::{Dictionary, filter, inside, loose};
use crate::answer::EntityType;
use crate::error::Error;

/// The longest name that can stand in an answer, in bytes.
const LONGEST_NAME: usize = 256;
/// Marks the beginnings of names among the surfaces.
const BEGINNING: u32 = u32::MAX;
/// Surfaces of one name among which every two are compared.
const COMPARED: usize = 16;

/// A row that is none, or one that will not do what it should: where it stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// The table, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// What is the matter.
    pub message: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Compiles tables of names into a [`Dictionary`].
///
/// ```
/// use faktum::dictionary::Builder;
/// let mut builder = Builder::new();
/// builder.add_table("names.tsv", "name\ttype\tid\nNordwerk AG\torganisation\torg/nordwerk\nNordwerk AG\torganisation\torg/other\n");
/// let dictionary = builder.finish()?;
/// assert_eq!(dictionary.rows(), 2);
/// let warnings = dictionary.warnings();
/// assert_eq!(warnings[0].to_string(), "names.tsv:3: \"Nordwerk AG\" is org/other here and org/nordwerk in names.tsv:2");
/// # Ok::<(), faktum::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Builder {
    files: Vec<String>,
    columns: Vec<String>,
    strings: Strings,
    /// Encoded as in the file.
    entries: Vec<u8>,
    data: Vec<u8>,
    rows: u32,
    surfaces: Vec<Draft>,
    flags: u32,
    tolerant: bool,
    errors: Vec<TableError>,
    warnings: Vec<(u16, u32, String)>,
    folded: Folded,
}

/// Where a surface is written, and whose it is.
#[derive(Clone, Copy, Debug)]
struct Draft {
    text: u32,
    entry: u32,
    flags: u32,
}

/// The strings of the file.
#[derive(Debug)]
struct Strings {
    bytes: Vec<u8>,
    /// Those that many rows share.
    shared: HashMap<String, u32>,
}

impl Default for Strings {
    fn default() -> Strings {
        Strings { bytes: vec![0, 0], shared: HashMap::new() }
    }
}

impl Strings {
    fn add(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let at = self.bytes.len() as u32;
        push_string(&mut self.bytes, text);
        at
    }

    fn share(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        if let Some(at) = self.shared.get(text) {
            return *at;
        }
        let at = self.add(text);
        // Where every row has its own, remembering them gains nothing.
        if self.shared.len() < 1 << 16 {
            self.shared.insert(text.to_string(), at);
        }
        at
    }

    fn get(&self, at: u32) -> &str {
        let bytes = self.bytes.get(at as usize..).unwrap_or(&[]);
        let text = bytes.first_chunk().and_then(|length| bytes.get(2..2 + usize::from(u16::from_le_bytes(*length))));
        text.and_then(|text| std::str::from_utf8(text).ok()).unwrap_or("")
    }
}

fn push_string(bytes: &mut Vec<u8>, text: &str) {
    let text = text.as_bytes().get(..text.len().min(usize::from(u16::MAX))).unwrap_or_default();
    bytes.extend_from_slice(&(text.len() as u16).to_le_bytes());
    bytes.extend_from_slice(text);
}

impl Builder {
    /// A dictionary without rows.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Whether the dictionary can be matched [tolerantly](crate::ExtractorBuilder::tolerant) as well, which makes it larger;
    /// it cannot by default.
    pub fn tolerant(mut self, tolerant: bool) -> Builder {
        self.tolerant = tolerant;
        self
    }

    /// Adds the rows of a table: TSV whose header names the columns, or NDJSON with these as fields. `name` stands in errors
    /// and warnings. Bad rows are errors of [`finish`](Self::finish).
    pub fn add_table(&mut self, name: impl Into<String>, table: &str) {
        self.add_table_watched(name, table, |_| {});
    }

    /// The same; `watch` is told at each row how many bytes more were read.
    pub fn add_table_watched(&mut self, name: impl Into<String>, table: &str, mut watch: impl FnMut(usize)) {
        self.files.push(name.into());
        table::read(table, &mut Reader { builder: self, watch: &mut watch });
    }

    /// How many rows were read.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    fn file(&self) -> u16 {
        u16::try_from(self.files.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    fn warn(&mut self, line: u32, message: String) {
        self.warnings.push((self.file(), line, message));
    }

    fn add(&mut self, row: &Row<'_>) {
        if self.strings.bytes.len() > u32::MAX as usize - (1 << 24) || self.rows == u32::MAX / 2 {
            let message = "too many rows for one dictionary: compile them as several".to_string();
            return self.errors.push(table::error(self.files.last().map_or("", |file| file), row.line, 1, message));
        }
        let entry = self.rows;
        self.rows += 1;
        let (id, name) = (self.strings.add(&row.id), self.strings.add(&row.name));
        let (class, subtype) = (self.strings.share(&row.class), self.strings.share(&row.subtype));
        let data = self.add_data(row);
        for field in [id, name, class, subtype, data, row.line] {
            self.entries.extend_from_slice(&field.to_le_bytes());
        }
        self.entries.extend_from_slice(&self.file().to_le_bytes());
        self.entries.extend_from_slice(&row.priority.to_le_bytes());
        self.entries.extend_from_slice(&[row.kind as u8, row.flags, row.languages, 0]);
        if row.flags & INFLECT != 0 {
            self.flags |= HAS_INFLECTED;
        }
        self.add_surface(row, &row.name, name, entry, 0);
        for alias in &row.aliases {
            let text = self.strings.add(alias);
            self.add_surface(row, alias, text, entry, ALIAS);
        }
    }

    fn add_data(&mut self, row: &Row<'_>) -> u32 {
        if row.data.is_empty() {
            return 0;
        }
        let at = self.data.len() as u32 + 1;
        self.data.extend_from_slice(&(row.data.len() as u16).to_le_bytes());
        for (column, cell) in &row.data {
            let text = self.strings.share(cell);
            self.data.extend_from_slice(&(*column as u16).to_le_bytes());
            self.data.extend_from_slice(&text.to_le_bytes());
        }
        at
    }

    /// Adds a name with what is made of it.
    fn add_surface(&mut self, row: &Row<'_>, name: &str, text: u32, entry: u32, flags: u32) {
        if let Some(reason) = self.unmatched(name) {
            return self.warn(row.line, format!("\"{name}\" can match nothing: {reason}"));
        }
        let inside = if row.flags & ANYWHERE != 0 { INSIDE } else { 0 };
        if is_lower(&self.folded.bytes, &self.folded.capitals) {
            self.flags |= HAS_LOWER;
        }
        self.surfaces.push(Draft { text, entry, flags: flags | inside });
        let mut made = Vec::new();
        if row.flags & INFLECT != 0 && row.kind != EntityType::Per {
            made.extend(inflect::ALL.iter().flat_map(|inflection| declined(name, inflection.adjective_endings)));
        }
        if row.flags & CASE == 0 {
            for name in std::iter::once(name.to_string()).chain(made.clone()) {
                made.extend(inflect::ALL.iter().filter_map(|inflection| (inflection.transcription)(&name)));
            }
        }
        for form in made {
            let text = self.strings.add(&form);
            self.surfaces.push(Draft { text, entry, flags: flags | inside | MADE });
        }
    }

    /// Why no text can hold a name.
    fn unmatched(&mut self, name: &str) -> Option<String> {
        if name.len() > LONGEST_NAME {
            return Some(format!("it has {} bytes, and names of more than {LONGEST_NAME} are left out", name.len()));
        }
        self.folded.read(name);
        if !name.chars().any(char::is_alphanumeric) {
            return Some("it has no letter and no digit".to_string());
        }
        let last = name.chars().next_back();
        last.filter(|last| "([{„“\"«»".contains(*last)).map(|last| format!("no word ends in {last}"))
    }

    /// The compiled dictionary, in memory.
    ///
    /// # Errors
    ///
    /// [`Error::Dictionary`] for a bad row, [`Error::Rows`] for several.
    pub fn finish(self) -> Result<Dictionary, Error> {
        let name = self.files.join(", ");
        let compiled = self.compile()?;
        let mut bytes = Vec::with_capacity(compiled.len());
        // Writing to memory cannot fail.
        let _ = compiled.write(&mut bytes);
        let mut dictionary = Dictionary::from_bytes(name, bytes)?;
        dictionary.set_warnings(compiled.warnings);
        Ok(dictionary)
    }

    /// Writes the compiled dictionary, the same bytes for the same tables, and says what is the matter with its rows.
    ///
    /// # Errors
    ///
    /// Those of [`finish`](Self::finish), and [`Error::Read`] where `out` takes no more.
    pub fn write(self, mut out: impl Write) -> Result<Vec<Warning>, Error> {
        let file = self.files.join(", ");
        let compiled = self.compile()?;
        compiled.write(&mut out).map_err(|source| Error::Read { file, source })?;
        Ok(compiled.warnings)
    }

    fn compile(mut self) -> Result<Compiled, Error> {
        let errors = std::mem::take(&mut self.errors);
        if !errors.is_empty() {
            return Err(TableErrors(errors).into());
        }
        let mut parts: [Vec<u8>; Part::COUNT] = std::array::from_fn(|_| Vec::new());
        let mut part = |part: Part, bytes: Vec<u8>| {
            if let Some(slot) = parts.get_mut(part as usize) {
                *slot = bytes;
            }
        };
        let (keys, firsts, lower) = self.keys();
        part(Part::Filter, filter::build(&firsts));
        part(Part::LowerFilter, filter::build(&lower));
        drop((firsts, lower));
        let (slots, ordered) = self.slots(&keys);
        drop(keys);
        part(Part::Slots, slots);
        let [slots, lengths, starts] = self.inside(&ordered);
        part(Part::Inside, slots);
        part(Part::Lengths, lengths);
        part(Part::Starts, starts);
        if self.tolerant {
            self.flags |= HAS_LOOSE;
            let loose = self.loose();
            part(Part::Loose, loose.0);
            part(Part::LooseSurfaces, loose.1);
        }
        let mut encoded = Vec::with_capacity(ordered.len() * SURFACE_BYTES);
        ordered.iter().for_each(|draft| draft.encode(&mut encoded));
        drop(ordered);
        part(Part::Surfaces, encoded);
        self.warn_of_ids();
        part(Part::Strings, std::mem::take(&mut self.strings.bytes));
        part(Part::Entries, std::mem::take(&mut self.entries));
        part(Part::Data, std::mem::take(&mut self.data));
        let names = |names: &[String]| {
            names.iter().fold(Vec::new(), |mut bytes, name| {
                push_string(&mut bytes, name);
                bytes
            })
        };
        part(Part::Columns, names(&self.columns));
        part(Part::Files, names(&self.files));
        let mut warnings = std::mem::take(&mut self.warnings);
        warnings.sort();
        warnings.dedup();
        let warnings = warnings.into_iter().map(|(file, line, message)| Warning {
            file: self.files.get(usize::from(file)).cloned().unwrap_or_default(),
            line,
            message,
        });
        Ok(Compiled { parts, flags: self.flags, rows: self.rows, warnings: warnings.collect() })
    }

    /// The hashes of all names and of their beginnings, sorted; those of their first atoms; and those of first atoms that begin
    /// with a small letter.
    fn keys(&self) -> (Vec<(u64, u32)>, Vec<u64>, Vec<u64>) {
        let mut keys = Vec::with_capacity(self.surfaces.len() * 2);
        let (mut firsts, mut lower) = (Vec::with_capacity(self.surfaces.len()), Vec::new());
        let mut folded = Folded::default();
        for (number, draft) in self.surfaces.iter().enumerate() {
            let name = self.strings.get(draft.text);
            folded.read(name);
            let whole = folded.hash();
            for (at, hash) in folded.prefixes().enumerate() {
                if at == 0 {
                    firsts.push(hash);
                    if is_lower(&folded.bytes, &folded.capitals) {
                        lower.push(hash);
                    }
                }
                if hash != whole {
                    keys.push((hash, BEGINNING));
                }
            }
            keys.push((whole, number as u32));
            // Many names begin alike: their beginnings are kept once before more room is asked for.
            if keys.len() + 64 > keys.capacity() {
                keys.sort_unstable();
                keys.dedup();
                keys.reserve(keys.len() / 2 + 64);
            }
        }
        keys.sort_unstable();
        keys.dedup();
        for hashes in [&mut firsts, &mut lower] {
            hashes.sort_unstable();
            hashes.dedup();
        }
        (keys, firsts, lower)
    }

    /// The hash table, and the surfaces in its order.
    fn slots(&mut self, keys: &[(u64, u32)]) -> (Vec<u8>, Vec<Draft>) {
        let groups = || keys.chunk_by(|one, other| one.0 == other.0);
        let mut table = Table::new(groups().count());
        let mut ordered: Vec<Draft> = Vec::with_capacity(self.surfaces.len());
        for group in groups() {
            let Some((hash, _)) = group.first() else { continue };
            let from = ordered.len();
            let mut value = 0;
            for (_, number) in group {
                match self.surfaces.get(*number as usize) {
                    Some(draft) => self.add_to_group(&mut ordered, from, *draft),
                    None => value = GOES_ON,
                }
            }
            if let Some(last) = ordered.get_mut(from..).and_then(<[Draft]>::last_mut) {
                last.flags |= LAST;
                value |= from as u32 + 1;
            }
            table.add(*hash, value);
        }
        (table.slots, ordered)
    }

    /// Adds a surface to those of its name, unless its row has it already, and warns of rows that say the same or another
    /// thing.
    fn add_to_group(&mut self, ordered: &mut Vec<Draft>, from: usize, draft: Draft) {
        let group = ordered.get(from..).unwrap_or_default();
        // What a row adds stands together.
        let mut own = group.iter().rev().take_while(|other| other.entry == draft.entry);
        if own.any(|other| same_folds(self, other.text, draft.text)) {
            return;
        }
        for other in group.iter().take(COMPARED) {
            if (draft.flags | other.flags) & MADE != 0 || !same_folds(self, other.text, draft.text) {
                continue;
            }
            let ((first, first_file, first_line), (second, file, line)) =
                (self.named(other.entry), self.named(draft.entry));
            let name = self.strings.get(draft.text).to_string();
            let place = format!("{}:{first_line}", self.files.get(usize::from(first_file)).map_or("", |file| file));
            let message = if first == second {
                format!("\"{name}\" stands in {place} already")
            } else {
                format!("\"{name}\" is {second} here and {first} in {place}")
            };
            self.warnings.push((file, line, message));
            break;
        }
        ordered.push(draft);
    }

    /// What tells a row's thing from others, for people, and where the row stands.
    fn named(&self, entry: u32) -> (String, u16, u32) {
        let row = Encoded::of(&self.entries, entry);
        let id = self.strings.get(row.id);
        let thing = if id.is_empty() { format!("a {}", self.strings.get(row.class)) } else { id.to_string() };
        (thing, row.file, row.line)
    }

    /// Warns of ids that rows give to things of different types.
    fn warn_of_ids(&mut self) {
        let mut ids: Vec<(u64, u32)> = (0..self.rows)
            .filter_map(|entry| {
                let id = self.strings.get(Encoded::of(&self.entries, entry).id);
                (!id.is_empty()).then(|| (super::super::hash::bytes(id.bytes()), entry))
            })
            .collect();
        ids.sort_unstable();
        for pair in ids.windows(2) {
            let [(one, first), (other, second)] = pair else { continue };
            let (first, second) = (Encoded::of(&self.entries, *first), Encoded::of(&self.entries, *second));
            let id = self.strings.get(second.id);
            if one == other && first.class != second.class && self.strings.get(first.id) == id {
                let [here, there] = [second.class, first.class].map(|class| self.strings.get(class));
                let file = self.files.get(usize::from(first.file)).map_or("", |file| file);
                let message = format!("{id} is a {here} here and a {there} in {file}:{}", first.line);
                self.warnings.push((second.file, second.line, message));
            }
        }
    }

    /// The table of the names that match inside words, their lengths, and a filter of how they start.
    fn inside(&self, ordered: &[Draft]) -> [Vec<u8>; 3] {
        let mut folded = Folded::default();
        let (mut keys, mut lengths, mut starts) = (Vec::new(), Vec::new(), vec![0; inside::STARTS]);
        let mut first = None;
        for (number, draft) in ordered.iter().enumerate() {
            let start = *first.get_or_insert(number);
            if draft.flags & LAST != 0 {
                first = None;
            }
            if draft.flags & INSIDE != 0 {
                folded.read(self.strings.get(draft.text));
                keys.push((folded.hash(), start as u32 + 1));
                lengths.push(folded.bytes.len() as u16);
                inside::note(&folded.bytes, &mut starts);
            }
        }
        keys.sort_unstable();
        keys.dedup();
        lengths.sort_unstable();
        lengths.dedup();
        let mut table = Table::new(keys.len());
        keys.iter().for_each(|(hash, value)| table.add(*hash, *value));
        if lengths.is_empty() {
            starts = Vec::new();
        }
        [table.slots, lengths.into_iter().flat_map(u16::to_le_bytes).collect(), starts]
    }

    /// The table of names in their tolerant form, and their surfaces.
    fn loose(&self) -> (Vec<u8>, Vec<u8>) {
        let mut keys: Vec<(u64, u32)> = Vec::with_capacity(self.surfaces.len());
        for (number, draft) in self.surfaces.iter().enumerate().filter(|(_, draft)| draft.flags & MADE == 0) {
            let person = Encoded::of(&self.entries, draft.entry).kind == EntityType::Per;
            keys.extend(loose::key(self.strings.get(draft.text), person).map(|key| (key, number as u32)));
        }
        keys.sort_unstable();
        let groups = || keys.chunk_by(|one, other| one.0 == other.0);
        let mut table = Table::new(groups().count());
        let mut surfaces = Vec::with_capacity(keys.len() * SURFACE_BYTES);
        for group in groups() {
            let Some((hash, _)) = group.first() else { continue };
            table.add(*hash, (surfaces.len() / SURFACE_BYTES) as u32 + 1);
            for (at, (_, number)) in group.iter().enumerate() {
                let Some(draft) = self.surfaces.get(*number as usize) else { continue };
                let last = if at + 1 == group.len() { LAST } else { 0 };
                Draft { flags: draft.flags & !LAST | last, ..*draft }.encode(&mut surfaces);
            }
        }
        (table.slots, surfaces)
    }
}

impl Draft {
    fn encode(self, out: &mut Vec<u8>) {
        for field in [self.text, self.entry, self.flags] {
            out.extend_from_slice(&field.to_le_bytes());
        }
    }
}

/// Some fields of an entry that is encoded already.
struct Encoded {
    id: u32,
    class: u32,
    line: u32,
    file: u16,
    kind: EntityType,
}

impl Encoded {
    fn of(entries: &[u8], entry: u32) -> Encoded {
        let at = entry as usize * format::ENTRY_BYTES;
        let bytes = entries.get(at..at + format::ENTRY_BYTES).unwrap_or(&[]);
        let long = |at| super::super::read_u32(bytes, at).unwrap_or(0);
        Encoded {
            id: long(0),
            class: long(8),
            line: long(20),
            file: super::super::read_u16(bytes, 24).unwrap_or(0),
            kind: row::kind(bytes.get(28).copied().unwrap_or(u8::MAX)),
        }
    }
}

/// Whether two names are one to a text.
fn same_folds(builder: &mut Builder, one: u32, other: u32) -> bool {
    let mut folded = std::mem::take(&mut builder.folded);
    folded.read(builder.strings.get(one));
    let (mut at, mut same) = (0, true);
    Folder::new().feed(builder.strings.get(other), |byte, _| {
        same = folded.bytes.get(at).is_none_or(|known| *known == byte) && (at < folded.bytes.len() || byte == b' ');
        at += 1;
        same
    });
    let same = same && at >= folded.bytes.len();
    builder.folded = folded;
    same
}

/// A name with its leading adjectives in every form: "Deutsche Bank", "Deutschen Bank".
fn declined(name: &str, endings: &[&str]) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let Some((_, fronts)) = words.split_last() else {
        return Vec::new();
    };
    // The longest ending first: "er" before "e".
    let mut longest: Vec<&str> = endings.to_vec();
    longest.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
    let stem =
        |word: &'_ str, ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 2).map(str::to_string);
    let Some(ending) = fronts.first().and_then(|word| longest.iter().find(|ending| stem(word, ending).is_some()))
    else {
        return Vec::new();
    };
    let stems: Vec<String> = fronts.iter().map_while(|word| stem(word, ending)).collect();
    let rest = words.get(stems.len()..).unwrap_or_default().join(" ");
    let other = endings.iter().filter(|other| *other != ending);
    other.map(|other| stems.iter().map(|stem| format!("{stem}{other} ")).collect::<String>() + &rest).collect()
}

/// Takes the rows of one table.
struct Reader<'b> {
    builder: &'b mut Builder,
    watch: &'b mut dyn FnMut(usize),
}

impl<'t> Rows<'t> for Reader<'_> {
    fn column(&mut self, name: &str) -> usize {
        let known = self.builder.columns.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            // More than a number can tell share the last one.
            if self.builder.columns.len() < usize::from(u16::MAX) {
                self.builder.columns.push(name.to_string());
            }
            self.builder.columns.len() - 1
        })
    }

    fn read(&mut self, bytes: usize) {
        (self.watch)(bytes);
    }

    fn row(&mut self, row: Row<'t>) {
        self.builder.add(&row);
    }

    fn error(&mut self, line: u32, column: usize, message: String) {
        let file = self.builder.files.last().map_or("", |file| file);
        let error = table::error(file, line, column, message);
        self.builder.errors.push(error);
    }
}

/// A hash table that is filled in the order of the hashes.
struct Table {
    slots: Vec<u8>,
    count: usize,
}

impl Table {
    fn new(keys: usize) -> Table {
        // At most two slots of three are taken.
        let count = if keys == 0 { 0 } else { keys * 3 / 2 + 1 };
        Table { slots: vec![0; count * SLOT_BYTES], count }
    }

    fn add(&mut self, hash: u64, value: u32) {
        let mut at = format::first_slot(hash, self.count);
        for _ in 0..self.count {
            if let Some(slot) = self.slots.get_mut(at * SLOT_BYTES..(at + 1) * SLOT_BYTES)
                && slot.get(4..) == Some(&[0; 4])
            {
                let fields = [format::fingerprint(hash).to_le_bytes(), value.to_le_bytes()];
                slot.copy_from_slice(fields.as_flattened());
                return;
            }
            at = if at + 1 == self.count { 0 } else { at + 1 };
        }
    }
}

/// What is written.
struct Compiled {
    parts: [Vec<u8>; Part::COUNT],
    flags: u32,
    rows: u32,
    warnings: Vec<Warning>,
}

impl Compiled {
    fn len(&self) -> usize {
        HEADER + self.parts.iter().map(|part| part.len().next_multiple_of(8)).sum::<usize>()
    }

    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let checksum = self.parts.iter().fold(0, |sum, part| {
            let (eights, rest) = part.as_chunks::<8>();
            let sum = checksum(sum, eights.as_flattened());
            checksum(sum, &[rest, padding(part)].concat())
        });
        out.write_all(MAGIC)?;
        out.write_all(&[VERSION])?;
        out.write_all(&(self.len() as u64).to_le_bytes())?;
        out.write_all(&checksum.to_le_bytes())?;
        out.write_all(&self.flags.to_le_bytes())?;
        out.write_all(&self.rows.to_le_bytes())?;
        let mut at = HEADER as u64;
        for part in &self.parts {
            out.write_all(&at.to_le_bytes())?;
            out.write_all(&(part.len() as u64).to_le_bytes())?;
            at += part.len().next_multiple_of(8) as u64;
        }
        self.parts.iter().try_for_each(|part| {
            out.write_all(part)?;
            out.write_all(padding(part))
        })
    }
}

/// What fills a section up.
fn padding(part: &[u8]) -> &'static [u8] {
    [0; 8].get(..part.len().next_multiple_of(8) - part.len()).unwrap_or(&[])
}
