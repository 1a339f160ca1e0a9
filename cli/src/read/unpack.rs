//! Opening what is packed: gzip and Zstandard, told by their first bytes.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// A source that is being read.
pub type Reader = Box<dyn BufRead + Send>;

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// The longest of what is asked for at the head of a source.
const LONGEST: usize = 16;
/// What is read at once.
const BUFFER: usize = 256 * 1024;

/// A reader, and the first bytes that it gives: as many as come at once, and no fewer than tell a packed source.
pub struct Head {
    pub bytes: Vec<u8>,
    rest: Box<dyn Read + Send>,
    /// It was packed.
    #[cfg_attr(not(feature = "parquet"), allow(dead_code, reason = "only Parquet goes back to the file"))]
    pub packed: bool,
}

impl Head {
    pub fn of(mut rest: Box<dyn Read + Send>) -> io::Result<Head> {
        let mut bytes = vec![0; BUFFER];
        let mut length = rest.read(&mut bytes)?;
        // Nobody waits for more who has an answer.
        while (1..LONGEST).contains(&length) && begins(bytes.get(..length).unwrap_or_default()) {
            match rest.read(bytes.get_mut(length..).unwrap_or_default())? {
                0 => break,
                more => length += more,
            }
        }
        bytes.truncate(length);
        Ok(Head { bytes, rest, packed: false })
    }

    /// All of it.
    pub fn reader(self) -> Reader {
        Box::new(Cursor::new(self.bytes).chain(BufReader::with_capacity(BUFFER, self.rest)))
    }
}

/// Whether more bytes could make these the head of a packed source.
fn begins(bytes: &[u8]) -> bool {
    [GZIP, ZSTANDARD].iter().any(|magic| bytes.len() < magic.len() && magic.starts_with(bytes))
}

/// Unpacks a source where it is packed.
pub fn unpack(source: Box<dyn Read + Send>) -> io::Result<Head> {
    let head = Head::of(source)?;
    let unpacked: Box<dyn Read + Send> = if head.bytes.starts_with(GZIP) {
        Box::new(MultiGzDecoder::new(head.reader()))
    } else if head.bytes.starts_with(ZSTANDARD) {
        Box::new(Frames { decoder: FrameDecoder::new(), reader: head.reader() })
    } else {
        return Ok(head);
    };
    Ok(Head { packed: true, ..Head::of(unpacked)? })
}

/// The frames of Zstandard one after another, of which a file may hold several.
struct Frames {
    decoder: FrameDecoder,
    reader: Reader,
}

impl Frames {
    /// Begins the next frame that holds data; tells whether there is one.
    fn next(&mut self) -> io::Result<bool> {
        while !self.reader.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.reader) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.reader.by_ref().take(u64::from(length)), &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::new(io::ErrorKind::InvalidData, error)),
            }
        }
        Ok(false)
    }
}

impl Read for Frames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.decoder.read(buffer)?;
            if read > 0 || buffer.is_empty() || (self.decoder.is_finished() && !self.next()?) {
                return Ok(read);
            }
            let blocks = self.decoder.decode_blocks(&mut self.reader, BlockDecodingStrategy::UptoBlocks(1));
            blocks.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        }
    }
}
