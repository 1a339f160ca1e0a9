//! Names of one's own: dictionaries of up to millions of rows, compiled once for all languages and used in place.

mod compile;
mod filter;
mod find;
mod fold;
mod format;
mod inside;
mod loose;
mod row;
mod table;

use std::fmt;
use std::sync::Arc;

pub use compile::{Builder, Warning};
pub(crate) use find::{Found, How, Reference, Scratch, Seeker};
pub(crate) use format::is_compiled;
use format::{ALIAS, File, MADE, Part};
pub(crate) use table::is_names;

use super::{read_u16, read_u32};
use crate::answer::EntityType;
use crate::error::Error;
use crate::lang::Lang;

/// Names of one's own, compiled: cheap to clone and to share between threads and extractors.
///
/// A [`Builder`] compiles tables; [`write`](Builder::write) writes what [`from_bytes`](Self::from_bytes) opens. The bytes
/// may be memory-mapped, so that opening millions of rows takes no time and processes share their memory.
///
/// ```
/// use faktum::dictionary::{Builder, Dictionary};
/// use faktum::{Document, Extractor};
///
/// let mut builder = Builder::new();
/// builder.add_table("names.tsv", "name\ttype\tid\tlei\nKranichwerk\torganisation\torg/1\t529900\n");
/// let mut file = Vec::new();
/// builder.write(&mut file)?;
///
/// let dictionary = Dictionary::from_bytes("names.fdict", file)?;
/// let extractor = Extractor::builder().compiled(dictionary).build()?;
/// let answer = extractor.extract(&Document::new("The spokesman of Kranichwerk AG left on Monday."));
/// let entity = &answer.entities[0];
/// assert_eq!((&*entity.name, entity.reference.as_deref()), ("Kranichwerk AG", Some("org/1")));
/// assert_eq!(entity.data.get("lei"), Some("529900"));
/// # Ok::<(), faktum::Error>(())
/// ```
#[derive(Clone)]
pub struct Dictionary {
    inner: Arc<Inner>,
}

struct Inner {
    name: String,
    file: File,
    warnings: Vec<Warning>,
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("name", &self.inner.name).field("rows", &self.rows()).finish()
    }
}

/// One row of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry<'d> {
    /// The name.
    pub name: &'d str,
    /// What kind of thing it names, as answers tell it.
    pub kind: EntityType,
    /// The type as the table has it, such as `person` or a class of one's own.
    pub class: &'d str,
    /// Its id; empty where it has none.
    pub id: &'d str,
    /// The subtype; empty where it has none.
    pub subtype: &'d str,
    /// The languages in whose texts it counts; none for all.
    pub languages: Vec<Lang>,
    /// `case`, `inflect`, `anywhere`, `weak`.
    pub flags: Vec<&'static str>,
    /// Which of several things of one name is meant where nothing else says: the one with the highest.
    pub priority: i16,
    /// The cells of further columns that are not empty.
    pub data: Vec<(&'d str, &'d str)>,
    /// The table it stands in.
    pub file: &'d str,
    /// The line, from 1.
    pub line: u32,
}

impl Dictionary {
    /// Opens a compiled dictionary, of which only the header is read. `name` stands in errors.
    ///
    /// # Errors
    ///
    /// [`Error::Compiled`] where the bytes are no compiled dictionary, of another version, or cut. Any other bytes can be read
    /// without harm; [`verify`](Self::verify) tells whether they are those that were compiled.
    pub fn from_bytes(
        name: impl Into<String>,
        bytes: impl AsRef<[u8]> + Send + Sync + 'static,
    ) -> Result<Dictionary, Error> {
        let name = name.into();
        let file = File::open(&name, Box::new(bytes))?;
        Ok(Dictionary { inner: Arc::new(Inner { name, file, warnings: Vec::new() }) })
    }

    /// Compares the checksum, for which all bytes are read.
    ///
    /// # Errors
    ///
    /// [`Error::Compiled`] where the bytes are not those that were compiled.
    pub fn verify(&self) -> Result<(), Error> {
        if self.file().is_whole() {
            return Ok(());
        }
        let message = "the file is damaged: its checksum is another; compile it again".to_string();
        Err(Error::Compiled { file: self.inner.name.clone(), message })
    }

    /// The checksum that its header has.
    pub(crate) fn checksum(&self) -> u64 {
        self.file().checksum
    }

    /// The name that it was opened with.
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// How many rows it has.
    pub fn rows(&self) -> u32 {
        self.file().rows
    }

    /// Whether it can be matched [tolerantly](crate::ExtractorBuilder::tolerant).
    pub fn is_tolerant(&self) -> bool {
        self.file().has(format::HAS_LOOSE)
    }

    /// What was the matter with its rows when it was compiled; nothing is known of a dictionary that was opened.
    pub fn warnings(&self) -> &[Warning] {
        &self.inner.warnings
    }

    /// The rows with a name, whatever its capitals, or with an alias that is the same.
    pub fn find(&self, name: &str) -> Vec<Entry<'_>> {
        let mut folded = fold::Folded::default();
        folded.read(name);
        let seeker = Seeker { dictionaries: std::slice::from_ref(self), text: "", tokens: &[], tolerant: false };
        let capitals = vec![true; folded.bytes.len()];
        let mut found = find::References::new();
        seeker.verified(0, Part::Slots, folded.hash(), &folded.bytes, &capitals, 0, None, &mut found);
        found.into_iter().map(|reference| self.entry(reference.entry)).collect()
    }

    /// All rows, in the order of the tables.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.rows()).map(|entry| self.entry(entry))
    }

    /// The names of a row beside its first, for every row, in the order of [`entries`](Self::entries).
    pub fn aliases(&self) -> Vec<Vec<&str>> {
        let count = self.rows().min((self.file().part(Part::Entries).len() / format::ENTRY_BYTES) as u32);
        let mut aliases = vec![Vec::new(); count as usize];
        let surfaces = (0..).map_while(|number| self.file().surface(Part::Surfaces, number));
        for surface in surfaces.filter(|surface| surface.flags & ALIAS != 0 && surface.flags & MADE == 0) {
            if let Some(list) = aliases.get_mut(surface.entry as usize) {
                list.push(self.file().string(surface.text));
            }
        }
        aliases.iter_mut().for_each(|list| list.sort_unstable());
        aliases
    }

    pub(crate) fn entry(&self, number: u32) -> Entry<'_> {
        let file = self.file();
        let (bytes, flags) = (file.entry(number), self.flags(number));
        let languages = self.languages(number);
        Entry {
            name: file.entry_string(number, 1),
            kind: self.kind(number),
            class: file.entry_string(number, 2),
            id: self.id(number),
            subtype: file.entry_string(number, 3),
            languages: Lang::ALL.into_iter().filter(|lang| languages & row::language_bit(*lang) != 0).collect(),
            flags: row::FLAGS.iter().filter(|(_, flag)| flags & flag != 0).map(|(name, _)| *name).collect(),
            priority: self.priority(number),
            data: file.data(number),
            file: file.name_in(Part::Files, usize::from(read_u16(bytes, 24).unwrap_or(0))),
            line: read_u32(bytes, 20).unwrap_or(0),
        }
    }

    pub(crate) fn id(&self, entry: u32) -> &str {
        self.file().entry_string(entry, 0)
    }

    pub(crate) fn priority(&self, entry: u32) -> i16 {
        read_u16(self.file().entry(entry), 26).unwrap_or(0) as i16
    }

    pub(crate) fn is_weak(&self, entry: u32) -> bool {
        self.flags(entry) & row::WEAK != 0
    }

    fn file(&self) -> &File {
        &self.inner.file
    }

    fn set_warnings(&mut self, warnings: Vec<Warning>) {
        if let Some(inner) = Arc::get_mut(&mut self.inner) {
            inner.warnings = warnings;
        }
    }
}
