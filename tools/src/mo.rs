//! Reads compiled message catalogues (GNU gettext `.mo`).

use std::collections::HashMap;

use crate::Result;

/// The messages of a little-endian catalogue, by their id.
pub fn parse(bytes: &[u8]) -> Result<HashMap<String, String>> {
    let word = |at: usize| -> Result<usize> {
        let b = bytes.get(at..at + 4).ok_or("the catalogue ends early")?;
        Ok(u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    };
    if word(0)? != 0x9504_12de {
        return Err("not a message catalogue".into());
    }
    let (count, ids, texts) = (word(8)?, word(12)?, word(16)?);
    let string = |table: usize, i: usize| -> Result<String> {
        let (length, start) = (word(table + 8 * i)?, word(table + 8 * i + 4)?);
        let b = bytes.get(start..start + length).ok_or("the catalogue ends early")?;
        Ok(std::str::from_utf8(b)?.to_owned())
    };
    (0..count).map(|i| Ok((string(ids, i)?, string(texts, i)?))).collect()
}
