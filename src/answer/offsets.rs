//! The unit in which offsets are given.
#![allow(
    clippy::indexing_slicing,
    reason = "offsets are capped by the text, and there is a checkpoint for each step that begins in it"
)]

use serde::{Deserialize, Serialize};

/// What the offsets of an answer count.
///
/// ```
/// use faktum::OffsetUnit;
/// assert_eq!(serde_json::to_string(&OffsetUnit::Utf16).unwrap(), "\"utf16\"");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as Rust slices a `str`.
    #[default]
    Byte,
    /// Unicode code points, as Python slices a `str`.
    Char,
    /// UTF-16 code units, as JavaScript and Java slice a string.
    Utf16,
}

/// Bytes between two checkpoints.
const STEP: usize = 128;

/// Turns byte offsets of one text into another unit.
#[derive(Debug)]
pub(crate) struct OffsetMap<'a> {
    text: &'a [u8],
    unit: OffsetUnit,
    /// The converted offset of every [`STEP`]th byte; empty where bytes and units are the same.
    checkpoints: Vec<u32>,
}

impl<'a> OffsetMap<'a> {
    pub(crate) fn new(text: &'a str, unit: OffsetUnit) -> Self {
        let bytes = text.as_bytes();
        let mut checkpoints = Vec::new();
        if unit != OffsetUnit::Byte && !text.is_ascii() {
            checkpoints.reserve(bytes.len() / STEP + 1);
            let mut sum = 0;
            for chunk in bytes.chunks(STEP) {
                checkpoints.push(sum);
                sum += count(chunk, unit);
            }
        }
        OffsetMap { text: bytes, unit, checkpoints }
    }

    /// The offset in the map's unit; an offset behind the text is taken for its end.
    pub(crate) fn convert(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        if self.checkpoints.is_empty() {
            return byte as u32;
        }
        let index = (byte / STEP).min(self.checkpoints.len() - 1);
        self.checkpoints[index] + count(&self.text[index * STEP..byte], self.unit)
    }
}

/// Units that begin in a stretch of bytes: one for each leading byte, in UTF-16 two for those of four bytes.
fn count(bytes: &[u8], unit: OffsetUnit) -> u32 {
    let leads = bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80)).sum::<u32>();
    match unit {
        OffsetUnit::Utf16 => leads + bytes.iter().map(|&b| u32::from(b >= 0xF0)).sum::<u32>(),
        _ => leads,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_agree_with_the_standard_library() {
        let text = "Zürich: 5 €, 𝄞 und 👩‍🚀. ".repeat(40);
        for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
            let map = OffsetMap::new(&text, unit);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let want = match unit {
                    OffsetUnit::Byte => at,
                    OffsetUnit::Char => text[..at].chars().count(),
                    OffsetUnit::Utf16 => text[..at].encode_utf16().count(),
                };
                assert_eq!(map.convert(at as u32), want as u32, "{unit:?} {at}");
            }
        }
    }

    #[test]
    fn ascii_needs_no_table() {
        let map = OffsetMap::new("plain", OffsetUnit::Char);
        assert!(map.checkpoints.is_empty());
        assert_eq!((map.convert(3), map.convert(99)), (3, 5));
    }
}
