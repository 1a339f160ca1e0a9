//! Parquet: a row is a document, as the JSON object that its columns say.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;

use bytes::Bytes;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};

use super::outlet::{Content, Origin, Outlet, Part};
use super::unpack::Head;
use crate::sources::Place;

/// What a file begins with.
pub const MAGIC: &[u8] = b"PAR1";

/// Reads every row of a file, which is read from its end on: one that is packed or piped in is kept in memory.
pub fn read(place: &Place, head: Head, name: &Arc<str>, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    match place {
        Place::File(path) if !head.packed => rows(File::open(path)?, name, outlet),
        _ => {
            let mut bytes = Vec::new();
            head.reader().read_to_end(&mut bytes)?;
            rows(Bytes::from(bytes), name, outlet)
        }
    }
}

fn rows(file: impl ChunkReader + 'static, name: &Arc<str>, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    let reader = SerializedFileReader::new(file)?;
    for (row, number) in reader.get_row_iter(None)?.zip(1..) {
        let bytes = serde_json::to_vec(&row?.to_json_value())?;
        let read = bytes.len() as u64;
        outlet.push(Content::Record(bytes), Origin { source: name.clone(), part: Part::Row(number) }, read)?;
    }
    Ok(())
}
