//! WARC: the pages and texts of a web archive, by ISO 28500.

use std::io::{self, BufRead, Read};
use std::sync::Arc;

use anyhow::{Context, bail};
use flate2::read::MultiGzDecoder;
use httparse::{EMPTY_HEADER, Header, Response, Status};

use super::outlet::{Article, Content, Form, Origin, Outlet, Part};
use super::unpack::Reader;

/// The headers that a record or response may have.
const HEADERS: usize = 128;

/// How long the headers of a record may be.
const LONGEST_HEAD: usize = 64 * 1024;

/// How much of a packed page is unpacked: what a stranger packed may be a thousand times as long.
const LONGEST_PAGE: u64 = 64 * 1024 * 1024;

/// Reads every record, and passes on the pages and plain texts that were answers to requests, or were made of them. Other
/// records are no documents.
pub fn read(mut reader: Reader, name: &Arc<str>, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    for number in 1.. {
        let Some(head) = head(&mut reader).with_context(|| format!("record {number}"))? else { break };
        let fault = || format!("record {number}: no header of WARC");
        let mut headers = [EMPTY_HEADER; HEADERS];
        let fields = head.iter().position(|byte| *byte == b'\n').and_then(|end| head.get(end + 1..));
        let Some(fields) = fields.filter(|_| head.starts_with(b"WARC/")) else { bail!(fault()) };
        let Status::Complete((_, headers)) = httparse::parse_headers(fields, &mut headers).with_context(fault)? else {
            bail!(fault())
        };
        let length: u64 =
            value(headers, "Content-Length").and_then(|length| length.parse().ok()).with_context(fault)?;
        let mut block = Vec::new();
        reader.by_ref().take(length).read_to_end(&mut block)?;
        if (block.len() as u64) < length {
            bail!("record {number} ends too early");
        }
        let read = length + head.len() as u64;
        match document(headers, block) {
            None => outlet.pass(read),
            Some(content) => {
                let origin = Origin { source: name.clone(), part: Part::Record(number) };
                outlet.push(content, origin, read)?;
            }
        }
    }
    Ok(())
}

/// The lines of a record's head with the blank one behind them; `None` at the end.
fn head(reader: &mut Reader) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    loop {
        let before = head.len();
        let most = (LONGEST_HEAD - before.min(LONGEST_HEAD)) as u64;
        let read = reader.by_ref().take(most).read_until(b'\n', &mut head)?;
        let blank = head.get(before..).unwrap_or_default().trim_ascii().is_empty();
        match (read, blank) {
            (0, _) if head.is_empty() => return Ok(None),
            (0, _) => return Err(io::ErrorKind::UnexpectedEof.into()),
            // Those that end the record before.
            (_, true) if before == 0 => head.clear(),
            (_, true) => return Ok(Some(head)),
            _ => {}
        }
    }
}

fn value<'h>(headers: &[Header<'h>], name: &str) -> Option<&'h str> {
    let header = headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
    std::str::from_utf8(header.value).ok().map(str::trim)
}

/// The document of a record, where it is one.
fn document(headers: &[Header<'_>], block: Vec<u8>) -> Option<Content> {
    let url = value(headers, "WARC-Target-URI").map(|url| url.trim_matches(['<', '>']).to_string());
    let date = value(headers, "WARC-Date").map(str::to_string);
    let (body, kind) = match value(headers, "WARC-Type")? {
        "response" => response(&block)?,
        "resource" | "conversion" => (block, value(headers, "Content-Type")?.to_string()),
        _ => return None,
    };
    let (media, parameters) = kind.split_once(';').unwrap_or((&kind, ""));
    let form = match media.trim().to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => Form::Page,
        "text/plain" => Form::Plain,
        _ => return None,
    };
    let charset = parameters.split_once("charset=").map(|(_, name)| name.trim_matches(['"', ' ', ';']).to_string());
    let article = Article { body, form, charset, id: url.clone(), url, date, ..Article::default() };
    Some(Content::Article(Box::new(article)))
}

/// The body of an HTTP response with its media type, where it is an answer that somebody asked for.
fn response(block: &[u8]) -> Option<(Vec<u8>, String)> {
    let mut headers = [EMPTY_HEADER; HEADERS];
    let mut response = Response::new(&mut headers);
    let Status::Complete(end) = response.parse(block).ok()? else { return None };
    if response.code != Some(200) {
        return None;
    }
    let mut body = block.get(end..)?.to_vec();
    let is = |name: &str, wanted: &str| {
        value(response.headers, name).is_some_and(|value| value.eq_ignore_ascii_case(wanted))
    };
    if is("Transfer-Encoding", "chunked") {
        body = joined(&body).unwrap_or(body);
    }
    if is("Content-Encoding", "gzip") {
        let mut unpacked = Vec::new();
        if MultiGzDecoder::new(body.as_slice()).take(LONGEST_PAGE).read_to_end(&mut unpacked).is_ok() {
            body = unpacked;
        }
    }
    Some((body, value(response.headers, "Content-Type")?.to_string()))
}

/// The chunks of a body without what stands between them; `None` where they are none, as in archives that joined them.
fn joined(mut chunks: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let Status::Complete((start, length)) = httparse::parse_chunk_size(chunks).ok()? else { return None };
        if length == 0 {
            return Some(body);
        }
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        body.extend_from_slice(chunks.get(start..end)?);
        chunks = chunks.get(end..)?.strip_prefix(b"\r\n")?;
    }
}
