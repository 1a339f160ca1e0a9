//! The compiled form of a dictionary, which is used in place.
//!
//! All numbers are little-endian. The header: magic (seven bytes), the format's version (one byte), the length of the whole,
//! the checksum of all behind the header (u64 each), flags and the number of rows (u32 each), then offset and length of
//! each section (u64 each). The sections, each filled up to a multiple of eight bytes:
//!
//! - strings: each behind its length (u16); the first is the empty one;
//! - entries, 32 bytes a row: where its id, name, type, subtype and data are (u32 each; all but the last in the strings),
//!   line (u32), file, priority (u16, i16), kind, flags, languages, 0 (u8);
//! - surfaces, 12 bytes each, those of one name together: where its spelling is in the strings, entry, flags (u32 each);
//! - slots, 8 bytes each, a hash table of names and their beginnings: the hash's upper half, then the first surface's number
//!   plus one, with the highest bit set where longer names begin so (u32 each);
//! - filter: a Bloom filter of the first atoms of names; lower filter: of those that begin with a small letter;
//! - data: for a row with data the number of cells (u16), then of each the column (u16) and its string (u32);
//! - columns and files: their names as strings, one behind the other;
//! - inside: the slots of names that match inside words, without the bit; lengths: those of their folded bytes (u16 each);
//!   starts: a bit for each hash of how they start;
//! - loose: the slots of names in their tolerant form, and the surfaces that these lead to.
//!
//! Nothing is checked when a file is opened but the header; every access stays within its section, so that any bytes can
//! be read.

use std::ops::Range;

use super::super::hash::checksum;
use super::super::{read_u16, read_u32, read_u64};
use crate::error::Error;

/// Begins every compiled dictionary.
pub(super) const MAGIC: &[u8; 7] = b"\x89faktum";
/// The version of the format.
pub(super) const VERSION: u8 = 1;
/// Bytes of an entry.
pub(super) const ENTRY_BYTES: usize = 32;
/// Bytes of a surface.
pub(super) const SURFACE_BYTES: usize = 12;
/// Bytes of a slot.
pub(super) const SLOT_BYTES: usize = 8;
/// Set in a slot where longer names begin so.
pub(super) const GOES_ON: u32 = 1 << 31;
/// Bytes before the places of the sections.
const FIXED: usize = 32;
/// Bytes of the header.
pub(super) const HEADER: usize = FIXED + 16 * Part::COUNT;
/// A search looks at no more slots than this; the fullest table has fewer in a row.
const PROBES: usize = 4096;

/// Some row begins in lower case.
pub(super) const HAS_LOWER: u32 = 1;
/// Some row asks for inflected forms.
pub(super) const HAS_INFLECTED: u32 = 1 << 1;
/// The names are there in their tolerant form too.
pub(super) const HAS_LOOSE: u32 = 1 << 2;

/// The sections, in their order.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Strings,
    Entries,
    Surfaces,
    Slots,
    Filter,
    LowerFilter,
    Data,
    Columns,
    Files,
    Inside,
    Lengths,
    Starts,
    Loose,
    LooseSurfaces,
}

impl Part {
    pub(super) const COUNT: usize = 14;
}

/// Bytes of a compiled dictionary, wherever they are.
pub(super) type Bytes = Box<dyn AsRef<[u8]> + Send + Sync>;

/// A compiled dictionary whose header was read.
pub(super) struct File {
    bytes: Bytes,
    parts: [Range<usize>; Part::COUNT],
    pub flags: u32,
    pub rows: u32,
    /// Of all behind the header.
    pub checksum: u64,
}

/// Whether bytes are those of a compiled dictionary, of whatever version.
pub(crate) fn is_compiled(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl File {
    /// Reads the header.
    pub(super) fn open(name: &str, bytes: Bytes) -> Result<File, Error> {
        let error = |message: String| Error::Compiled { file: name.to_string(), message };
        let all = (*bytes).as_ref();
        if !is_compiled(all) {
            return Err(error("no compiled dictionary".to_string()));
        }
        let cut = |whole: u64| {
            let message = format!("the file is cut: it has {} of {whole} bytes; compile it again", all.len());
            error(message)
        };
        match all.get(MAGIC.len()) {
            Some(&VERSION) => {}
            Some(other) => {
                let message = format!(
                    "compiled by another version of faktum (format {other}, this one reads {VERSION}); compile it again"
                );
                return Err(error(message));
            }
            None => return Err(cut(HEADER as u64)),
        }
        let header = all.get(..HEADER).ok_or_else(|| cut(HEADER as u64))?;
        let long = |at| read_u64(header, at).unwrap_or(0);
        let short = |at| read_u32(header, at).unwrap_or(0);
        let whole = long(8);
        if (all.len() as u64) < whole {
            return Err(cut(whole));
        }
        if all.len() as u64 != whole {
            return Err(error(format!("the file has {} bytes, expected {whole}; compile it again", all.len())));
        }
        let mut parts: [Range<usize>; Part::COUNT] = std::array::from_fn(|_| 0..0);
        for (number, part) in parts.iter_mut().enumerate() {
            let (from, length) = (long(FIXED + 16 * number), long(FIXED + 16 * number + 8));
            let range = from.checked_add(length).filter(|end| *end <= whole).map(|end| from as usize..end as usize);
            *part = range.ok_or_else(|| error("the file is damaged: a section lies outside of it".to_string()))?;
        }
        Ok(File { parts, flags: short(24), rows: short(28), checksum: long(16), bytes })
    }

    /// Whether the content is what was compiled; reads all of it.
    pub(super) fn is_whole(&self) -> bool {
        let all = (*self.bytes).as_ref();
        all.get(HEADER..).is_some_and(|content| checksum(0, content) == self.checksum)
    }

    #[inline]
    pub(super) fn part(&self, part: Part) -> &[u8] {
        let range = self.parts.get(part as usize).cloned().unwrap_or(0..0);
        (*self.bytes).as_ref().get(range).unwrap_or(&[])
    }

    pub(super) fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// A string; empty where there is none.
    pub(super) fn string(&self, at: u32) -> &str {
        string_in(self.part(Part::Strings), at as usize)
    }

    /// One of the four strings of an entry: id, name, type, subtype.
    pub(super) fn entry_string(&self, entry: u32, field: usize) -> &str {
        self.string(read_u32(self.entry(entry), 4 * field).unwrap_or(0))
    }

    /// The bytes of an entry; none where there is none.
    pub(super) fn entry(&self, entry: u32) -> &[u8] {
        let at = entry as usize * ENTRY_BYTES;
        self.part(Part::Entries).get(at..at + ENTRY_BYTES).unwrap_or(&[])
    }

    /// The surface with a number.
    pub(super) fn surface(&self, part: Part, number: u32) -> Option<Surface> {
        let at = number as usize * SURFACE_BYTES;
        let bytes = self.part(part).get(at..at + SURFACE_BYTES)?;
        Some(Surface { text: read_u32(bytes, 0)?, entry: read_u32(bytes, 4)?, flags: read_u32(bytes, 8)? })
    }

    /// The cells of a row's further columns.
    pub(super) fn data(&self, entry: u32) -> Vec<(&str, &str)> {
        let at = read_u32(self.entry(entry), 16).unwrap_or(0) as usize;
        let data = self.part(Part::Data);
        let Some(count) = at.checked_sub(1).and_then(|at| read_u16(data.get(at..)?, 0)) else {
            return Vec::new();
        };
        let cell = |number: usize| {
            let cell = data.get(at + 1 + 6 * number..)?;
            Some((self.name_in(Part::Columns, usize::from(read_u16(cell, 0)?)), self.string(read_u32(cell, 2)?)))
        };
        (0..usize::from(count)).map_while(cell).collect()
    }

    /// One of the names of columns or files.
    pub(super) fn name_in(&self, part: Part, number: usize) -> &str {
        let (bytes, mut at) = (self.part(part), 0);
        for _ in 0..number {
            let Some(length) = bytes.get(at..).and_then(|rest| read_u16(rest, 0)) else {
                return "";
            };
            at += 2 + usize::from(length);
        }
        string_in(bytes, at)
    }

    /// What a hash table says of a hash.
    #[inline]
    pub(super) fn find(&self, part: Part, hash: u64) -> Hits<'_> {
        let slots = self.part(part);
        let count = slots.len() / SLOT_BYTES;
        Hits { slots, count, at: first_slot(hash, count), wanted: fingerprint(hash), left: count.min(PROBES) }
    }
}

/// A way to write a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surface {
    pub text: u32,
    pub entry: u32,
    pub flags: u32,
}

/// The last surface of its name.
pub(super) const LAST: u32 = 1;
/// Not the row's own name but one of its aliases.
pub(super) const ALIAS: u32 = 1 << 1;
/// Made from the row's names when compiling.
pub(super) const MADE: u32 = 1 << 2;
/// Also matches inside a word.
pub(super) const INSIDE: u32 = 1 << 3;

/// The slots of a hash.
pub(super) struct Hits<'f> {
    slots: &'f [u8],
    count: usize,
    at: usize,
    wanted: u32,
    left: usize,
}

impl Iterator for Hits<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        while self.left > 0 {
            self.left -= 1;
            let slot = self.slots.get(self.at * SLOT_BYTES..)?;
            let (known, value) = (read_u32(slot, 0)?, read_u32(slot, 4)?);
            if value == 0 {
                return None;
            }
            self.at = if self.at + 1 == self.count { 0 } else { self.at + 1 };
            if known == self.wanted {
                return Some(value);
            }
        }
        None
    }
}

/// The slot where the search for a hash begins.
pub(super) fn first_slot(hash: u64, slots: usize) -> usize {
    ((u128::from(hash) * slots as u128) >> 64) as usize
}

/// What a slot keeps of a hash: the half that its place says least of.
pub(super) fn fingerprint(hash: u64) -> u32 {
    hash as u32
}

fn string_in(strings: &[u8], at: usize) -> &str {
    let text = strings.get(at..).and_then(|rest| {
        let length = usize::from(read_u16(rest, 0)?);
        std::str::from_utf8(rest.get(2..2 + length)?).ok()
    });
    text.unwrap_or("")
}
