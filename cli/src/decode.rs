//! From bytes to text, in whatever encoding they are.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// The note of an answer whose document was not UTF-8, or held halves of surrogate pairs.
pub const REPLACED: &str = "invalid UTF-8 was replaced by U+FFFD; offsets count the text with the replacements";

/// How far into a page the encoding is looked for that it names, as browsers do.
const DECLARED: usize = 1024;

/// The encoding of what is read.
#[derive(Clone, Copy, Debug)]
pub enum Encoding {
    /// UTF-8; what is none is guessed.
    Auto,
    /// UTF-8; what is none is replaced.
    Utf8,
    Given(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// Reads `auto` and the names that the Encoding Standard has.
    pub fn parse(name: &str) -> Result<Encoding, String> {
        if name.eq_ignore_ascii_case("auto") {
            return Ok(Encoding::Auto);
        }
        match encoding_rs::Encoding::for_label(name.as_bytes()) {
            Some(given) if given == encoding_rs::UTF_8 => Ok(Encoding::Utf8),
            Some(given) => Ok(Encoding::Given(given)),
            None => {
                Err("expected auto, utf-8, windows-1252, iso-8859-15 or another name of the Encoding Standard"
                    .to_string())
            }
        }
    }
}

/// A document's text, and what is to be noted of its encoding.
pub fn decode<'b>(bytes: &'b [u8], named: Option<&str>, encoding: Encoding) -> (Cow<'b, str>, Option<String>) {
    // Nearly all documents are UTF-8, which is quicker to check than to mend.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), None);
    }
    let found = match encoding {
        Encoding::Given(given) => Some(given),
        Encoding::Auto => named
            .and_then(|name| encoding_rs::Encoding::for_label(name.trim().as_bytes()))
            .filter(|named| *named != encoding_rs::UTF_8)
            .or_else(|| guess(bytes)),
        Encoding::Utf8 => None,
    };
    match found {
        None => (String::from_utf8_lossy(bytes), Some(REPLACED.to_string())),
        Some(found) => {
            let (text, used, _) = found.decode(bytes);
            (text, Some(format!("read as {}, since it is no UTF-8; offsets count the text in Unicode", used.name())))
        }
    }
}

/// The encoding that bytes look like; none where they are UTF-8 but for a few.
fn guess(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    (invalid > valid).then(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    })
}

/// The encoding that a page names in its head.
pub fn declared(page: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(page.get(..DECLARED).unwrap_or(page)).to_ascii_lowercase();
    let (_, behind) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let name: String = behind
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    Some(name).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_utf_8_is_guessed_unless_it_nearly_is() {
        let (text, note) = decode(b"Die Polizei durchsuchte in K\xf6ln mehrere B\xfcros.", None, Encoding::Auto);
        assert_eq!(text, "Die Polizei durchsuchte in Köln mehrere Büros.");
        assert!(note.unwrap().starts_with("read as windows-1252"));
        let torn = ["Köln, Düsseldorf, Mün".as_bytes(), b"\xc3"].concat();
        assert_eq!(
            decode(&torn, None, Encoding::Auto),
            ("Köln, Düsseldorf, Mün\u{fffd}".into(), Some(REPLACED.to_string()))
        );
        let Ok(given) = Encoding::parse("ISO-8859-15") else { panic!() };
        assert_eq!(decode(b"5 \xa4", None, given).0, "5 €");
        assert_eq!(decode(b"5 \xa4", Some("iso-8859-15"), Encoding::Auto).0, "5 €");
        assert!(Encoding::parse("klingon").is_err());
    }

    #[test]
    fn a_page_names_its_encoding() {
        assert_eq!(declared(b"<html><meta charset='ISO-8859-1'>").as_deref(), Some("iso-8859-1"));
        assert_eq!(declared(b"<meta content=\"text/html; charset=windows-1252\">").as_deref(), Some("windows-1252"));
        assert_eq!(declared(b"<html>"), None);
    }
}
