//! One line of NDJSON: the fields that a document may have.

use std::borrow::Cow;
use std::fmt;

use faktum::{Date, Lang};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde_json::value::RawValue;

use crate::surrogate;

/// The language that a document names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// None.
    #[default]
    Unknown,
    /// One that faktum reads.
    Read(Lang),
    /// Another.
    Other,
}

impl Language {
    /// Reads a code, a tag or a name of a language that is read; of another language its code or tag.
    fn parse(tag: &str) -> Result<Language, String> {
        if let Some(lang) = Lang::from_code(tag).or_else(|| Lang::from_name(tag)) {
            return Ok(Language::Read(lang));
        }
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        // BCP 47: undetermined, several.
        if tag.is_empty() || ["und", "mul"].iter().any(|unknown| primary.eq_ignore_ascii_case(unknown)) {
            return Ok(Language::Unknown);
        }
        if is_tag(tag) {
            return Ok(Language::Other);
        }
        let names = Lang::ALL.map(|lang| format!("{}, {}", lang.code(), lang.name())).join(", ");
        Err(format!("the language \"{tag}\": expected a code or tag such as {names}"))
    }
}

/// Whether it has the form of a BCP 47 tag, with `_` as good as `-`: a code of two or three letters (longer ones are
/// reserved), and parts of up to eight letters and digits behind it.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let code = parts.next().unwrap_or("");
    (2..=3).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// A document as a line gives it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Record<'l> {
    /// Its id; a number as it stands in the line, where it is one.
    pub id: Option<Cow<'l, str>>,
    /// Its language.
    pub lang: Language,
    /// Its date.
    pub date: Option<Date>,
    /// Its text.
    pub text: Cow<'l, str>,
    /// Halves of surrogate pairs were replaced by U+FFFD.
    pub replaced: bool,
}

impl<'l> Record<'l> {
    /// Reads a line. An error comes with the id, where one stands before the fault.
    pub fn parse(line: &'l str, text_field: &str) -> Result<Record<'l>, Fault<'l>> {
        let read = Record::read(line, text_field);
        // Few lines hold a lone surrogate, and those that do are an error.
        match read.is_err().then(|| surrogate::mend(line)).flatten() {
            None => read,
            Some(mended) => match Record::read(&mended, text_field) {
                Ok(record) => Ok(Record { replaced: true, ..record.into_owned() }),
                Err((id, message)) => Err((id.map(owned), message)),
            },
        }
    }

    fn read(line: &'l str, text_field: &str) -> Result<Record<'l>, Fault<'l>> {
        let mut record = Record::default();
        let mut json = serde_json::Deserializer::from_str(line);
        let parsed = Fields { record: &mut record, text_field }.deserialize(&mut json).and_then(|()| json.end());
        match parsed {
            Ok(()) => Ok(record),
            // The line is the only one that the parser saw; its number in the file is the caller's to give.
            Err(error) => Err((record.id, error.to_string().replace(" at line 1 column ", " at column "))),
        }
    }

    fn into_owned<'o>(self) -> Record<'o> {
        let Record { id, lang, date, text, replaced } = self;
        Record { id: id.map(owned), lang, date, text: owned(text), replaced }
    }
}

fn owned<'o>(text: Cow<'_, str>) -> Cow<'o, str> {
    Cow::Owned(text.into_owned())
}

/// The id of a line that is no document, and what is wrong with it.
type Fault<'l> = (Option<Cow<'l, str>>, String);

/// Reads `2015-04-20`, perhaps with a time of day behind it.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let day = text.split(['T', 't', ' ']).next().unwrap_or(text);
    day.parse().map_err(|_| format!("the date \"{text}\": expected YYYY-MM-DD, perhaps with a time behind it"))
}

/// Fills a record, field by field, so that an error leaves what was read before it.
struct Fields<'r, 'l, 'f> {
    record: &'r mut Record<'l>,
    text_field: &'f str,
}

impl<'l> DeserializeSeed<'l> for Fields<'_, 'l, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'l>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for Fields<'_, 'l, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a text")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<(), A::Error> {
        let mut text = None;
        while let Some(Text(key)) = map.next_key()? {
            match &*key {
                // First, for a caller whose texts stand in a field with one of the other names.
                key if key == self.text_field => text = map.next_value::<Option<Text>>()?,
                "id" => self.record.id = map.next_value::<Option<Id>>()?.map(|Id(id)| id),
                "lang" => {
                    let tag = map.next_value::<Option<Text>>()?;
                    let lang = tag.map(|Text(tag)| Language::parse(&tag)).transpose().map_err(A::Error::custom)?;
                    self.record.lang = lang.unwrap_or_default();
                }
                "date" => {
                    let date = map.next_value::<Option<Text>>()?.filter(|Text(date)| !date.is_empty());
                    self.record.date =
                        date.map(|Text(date)| parse_date(&date)).transpose().map_err(A::Error::custom)?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let Some(Text(text)) = text else {
            return Err(A::Error::custom(format_args!(
                "no text: expected a string in the field \"{}\"",
                self.text_field
            )));
        };
        self.record.text = text;
        Ok(())
    }
}

/// A string, borrowed from the line where it has no escapes.
struct Text<'l>(Cow<'l, str>);

impl<'l> Deserialize<'l> for Text<'l> {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Text<'l>, D::Error> {
        deserializer.deserialize_str(Scalar).map(Text)
    }
}

/// A string or a number. An answer's id is a string, and no number type holds every number: its digits are left as they are.
struct Id<'l>(Cow<'l, str>);

impl<'l> Deserialize<'l> for Id<'l> {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Id<'l>, D::Error> {
        let json = <&RawValue>::deserialize(deserializer)?.get();
        let unexpected = match json.as_bytes().first() {
            Some(b'"') => return serde_json::from_str(json).map(|Text(id)| Id(id)).map_err(D::Error::custom),
            Some(b'-' | b'0'..=b'9') => return Ok(Id(json.into())),
            Some(b'{') => Unexpected::Map,
            Some(b'[') => Unexpected::Seq,
            _ => Unexpected::Bool(json == "true"),
        };
        Err(D::Error::invalid_type(unexpected, &"a string or a number"))
    }
}

struct Scalar;

impl<'l> Visitor<'l> for Scalar {
    type Value = Cow<'l, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'l str) -> Result<Cow<'l, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cow<'l, str>, E> {
        Ok(Cow::Owned(text.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_may_be_absent_null_or_unknown() {
        let record = Record::parse(r#"{"id":null,"extra":{"a":[1]},"text":"März","date":null}"#, "text").unwrap();
        assert_eq!(record, Record { text: "März".into(), ..Record::default() });
    }

    #[test]
    fn ids_may_be_numbers_and_dates_have_times() {
        let line = r#"{"id":7,"lang":"de-AT","date":"2015-04-20T10:00:00+02:00","body":"a\nb","text":1}"#;
        let record = Record::parse(line, "body").unwrap();
        assert_eq!(record.id.as_deref(), Some("7"));
        assert_eq!(record.lang, Language::Read(Lang::De));
        assert_eq!(record.date, Date::new(2015, 4, 20).ok());
        assert_eq!(record.text, "a\nb");
    }

    #[test]
    fn languages_that_are_not_read_are_told_from_none() {
        let lang = |tag: &str| Record::parse(&format!(r#"{{"text":"","lang":"{tag}"}}"#), "text").unwrap().lang;
        assert_eq!(lang("EN-gb"), Language::Read(Lang::En));
        for german in ["de", "deu", "GER", "de-AT", "German", "deutsch"] {
            assert_eq!(lang(german), Language::Read(Lang::De), "{german}");
        }
        for unknown in ["", "und", "UND", "mul", "und-Latn"] {
            assert_eq!(lang(unknown), Language::Unknown, "{unknown}");
        }
        for other in ["fr", "fra", "pt_BR", "zh-Hant-TW", "gsw", "sl-rozaj-biske-1994"] {
            assert_eq!(lang(other), Language::Other, "{other}");
        }
    }

    #[test]
    fn what_is_no_tag_of_a_language_is_an_error() {
        for tag in ["German?!", "Germn", "French", "d", "de?", "fr-", "fr--CH", "fr-Französisch", "12", " "] {
            let line = format!(r#"{{"id":"a","lang":"{tag}","text":""}}"#);
            let (id, message) = Record::parse(&line, "text").unwrap_err();
            assert_eq!(id.as_deref(), Some("a"));
            let expected = format!("the language \"{tag}\": expected a code or tag such as de, German, en, English");
            assert!(message.starts_with(&expected), "{message}");
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        let numbers =
            ["12345678901234567890123", "9007199254740993", "1.10", "1e3", "-0", "0.1000000000000000055", "1e999"];
        for id in numbers {
            let line = format!(r#"{{"id": {id} ,"text":""}}"#);
            assert_eq!(Record::parse(&line, "text").unwrap().id.as_deref(), Some(id));
            let (kept, _) = Record::parse(&line, "none").unwrap_err();
            assert_eq!(kept.as_deref(), Some(id));
        }
        for id in ["true", "[1]", "{}", "01", "- 1"] {
            assert!(Record::parse(&format!(r#"{{"id":{id},"text":""}}"#), "text").is_err(), "{id}");
        }
        let (_, message) = Record::parse(r#"{"id":["a"],"text":""}"#, "text").unwrap_err();
        assert!(message.starts_with("invalid type: sequence, expected a string or a number at column "), "{message}");
    }

    #[test]
    fn lone_surrogates_are_replaced() {
        let record = Record::parse(r#"{"id":"\ud83d","text":"\ude00 \ud83d\ude00 \\ud83d"}"#, "text").unwrap();
        assert_eq!((record.id.as_deref(), &*record.text), (Some("\u{fffd}"), "\u{fffd} 😀 \\ud83d"));
        assert!(record.replaced);
        let (id, message) = Record::parse(r#"{"id":"a\ud83d","text":"\ud83d",}"#, "text").unwrap_err();
        assert_eq!((id.as_deref(), message.as_str()), (Some("a\u{fffd}"), "trailing comma at column 33"));
        // A field that is not read may hold anything, and nothing is replaced.
        assert!(!Record::parse(r#"{"text":"a","title":"\ud83d"}"#, "text").unwrap().replaced);
    }

    #[test]
    fn errors_keep_the_id_that_stands_before_them() {
        let error = |line| Record::parse(line, "text").unwrap_err();
        assert_eq!(error(r#"{"id":"a","text":"#).0.as_deref(), Some("a"));
        let (id, message) = error(r#"{"id":"a","date":"20.4.2015","text":""}"#);
        assert_eq!(id.as_deref(), Some("a"));
        assert!(message.starts_with("the date \"20.4.2015\": expected YYYY-MM-DD"), "{message}");
        let (id, message) = error(r#"{"text":"a"} {"#);
        assert_eq!(id, None);
        assert_eq!(message, "trailing characters at column 14");
        assert!(error("[1]").1.contains("expected an object with a text"));
        assert!(error(r#"{"id":"a"}"#).1.starts_with("no text: expected a string in the field \"text\""));
        assert!(error(r#"{"text":5}"#).1.contains("expected a string"));
    }
}
