//! NDJSON: a document a line.

use std::io::{BufRead, Read};
use std::sync::Arc;

use super::outlet::{Content, Origin, Outlet, Part};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What is read at once.
const BUFFER: usize = 256 * 1024;

/// Reads every line; blank ones are passed over.
pub fn read(reader: impl Read, name: &Arc<str>, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    // Its buffer tells whether another line lies ready.
    let mut reader = std::io::BufReader::with_capacity(BUFFER, reader);
    for number in 1.. {
        let mut bytes = Vec::new();
        let read = reader.read_until(b'\n', &mut bytes)? as u64;
        if read == 0 {
            break;
        }
        if number == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        if bytes.trim_ascii().is_empty() {
            outlet.pass(read);
        } else {
            let origin = Origin { source: name.clone(), part: Part::Line(number) };
            outlet.push(Content::Record(bytes), origin, read)?;
        }
        // Whoever writes line by line and waits for each answer must get it.
        if !reader.buffer().contains(&b'\n') {
            outlet.flush()?;
        }
    }
    Ok(())
}
