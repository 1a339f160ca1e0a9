//! One line of NDJSON, or row of CSV: the fields that a document may have.

use std::borrow::Cow;
use std::fmt;

use faktum::metadata::{self, Language};
use faktum::{Date, DocumentId};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde_json::value::RawValue;

use crate::surrogate;

/// The names of the fields that are read.
#[derive(Clone, Debug)]
pub struct FieldNames {
    /// The fields that make up the text, each one a paragraph.
    pub text: Vec<String>,
    pub id: String,
    pub lang: String,
    pub date: String,
    /// The other fields are kept.
    pub keep: bool,
}

impl Default for FieldNames {
    fn default() -> FieldNames {
        let [id, lang, date] = ["id", "lang", "date"].map(str::to_string);
        FieldNames { text: vec!["text".to_string()], id, lang, date, keep: false }
    }
}

/// A document as a line gives it.
#[derive(Debug, Default)]
pub struct Record<'l> {
    /// Its id; where it is a number that is none of 64 bits, its digits as they stand in the line.
    pub id: Option<DocumentId<'l>>,
    /// Its language.
    pub lang: Language,
    /// Its date.
    pub date: Option<Date>,
    /// What is to be noted of its date.
    pub date_note: Option<String>,
    /// Its text.
    pub text: Cow<'l, str>,
    /// Its other fields as a JSON object, where they are asked for.
    pub input: Option<Box<RawValue>>,
    /// Halves of surrogate pairs were replaced by U+FFFD.
    pub replaced: bool,
    /// The text stands nowhere as it is: it was taken out of markup.
    pub extracted: bool,
}

impl<'l> Record<'l> {
    /// Reads the date, of which a month is enough. One that cannot be read is noted, and no fault.
    pub fn read_date(&mut self, given: &str) {
        (self.date, self.date_note) = metadata::date_or_month(given);
    }

    /// Reads a line. An error comes with the id, where one stands before the fault.
    pub fn parse(line: &'l str, names: &FieldNames) -> Result<Record<'l>, Fault<'l>> {
        let read = Record::read(line, names);
        // Few lines hold a lone surrogate, and those that do are an error.
        match read.is_err().then(|| surrogate::mend(line)).flatten() {
            None => read,
            Some(mended) => match Record::read(&mended, names) {
                Ok(record) => Ok(Record { replaced: true, ..record.into_owned() }),
                Err((id, message)) => Err((id.map(DocumentId::into_owned), message)),
            },
        }
    }

    fn read(line: &'l str, names: &FieldNames) -> Result<Record<'l>, Fault<'l>> {
        let mut record = Record::default();
        let mut json = serde_json::Deserializer::from_str(line);
        let mut kept = names.keep.then(String::new);
        let fields = Fields { record: &mut record, names, kept: kept.as_mut() };
        let parsed = fields.deserialize(&mut json).and_then(|()| json.end());
        let input = |kept: String| RawValue::from_string(format!("{{{kept}}}"));
        match parsed.and_then(|()| kept.map(input).transpose()) {
            Ok(input) => Ok(Record { input, ..record }),
            // The line is the only one that the parser saw; its number in the file is the caller's to give.
            Err(error) => Err((record.id, error.to_string().replace(" at line 1 column ", " at column "))),
        }
    }

    fn into_owned<'o>(self) -> Record<'o> {
        let Record { id, lang, date, date_note, text, input, replaced, extracted } = self;
        Record {
            id: id.map(DocumentId::into_owned),
            lang,
            date,
            date_note,
            text: Cow::Owned(text.into_owned()),
            input,
            replaced,
            extracted,
        }
    }
}

/// The id of what is no document, and what is wrong with it.
pub type Fault<'l> = (Option<DocumentId<'l>>, String);

/// Fills a record, field by field, so that an error leaves what was read before it.
struct Fields<'r, 'l, 'f> {
    record: &'r mut Record<'l>,
    names: &'f FieldNames,
    /// The other fields as they stand in the line, separated by commas.
    kept: Option<&'f mut String>,
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

    fn visit_map<A: MapAccess<'l>>(mut self, mut map: A) -> Result<(), A::Error> {
        let names = self.names;
        let mut texts: Vec<Option<Cow<'l, str>>> = vec![None; names.text.len()];
        while let Some(Text(key)) = map.next_key()? {
            // First, for a caller whose texts stand in a field with one of the other names.
            if let Some(at) = names.text.iter().position(|name| *name == key) {
                let text = map.next_value::<Option<Text>>()?;
                texts.splice(at..=at, [text.map(|Text(text)| text)]);
                continue;
            }
            match &*key {
                key if key == names.id => self.record.id = map.next_value::<Option<Id>>()?.map(|Id(id)| id),
                key if key == names.lang => {
                    let tag = map.next_value::<Option<Text>>()?;
                    let lang = tag.map(|Text(tag)| Language::parse(&tag)).transpose().map_err(A::Error::custom)?;
                    self.record.lang = lang.unwrap_or_default();
                }
                key if key == names.date => {
                    if let Some(Id(given)) = map.next_value::<Option<Id>>()? {
                        self.record.read_date(&given.text());
                    }
                }
                _ => match &mut self.kept {
                    None => {
                        map.next_value::<IgnoredAny>()?;
                    }
                    Some(kept) => {
                        let value = map.next_value::<&RawValue>()?;
                        let comma = if kept.is_empty() { "" } else { "," };
                        let key = serde_json::to_string(&key).map_err(A::Error::custom)?;
                        kept.extend([comma, &key, ":", value.get()]);
                    }
                },
            }
        }
        let mut parts = texts.into_iter().flatten();
        let Some(first) = parts.next() else {
            let fields = names.text.join("\" or \"");
            return Err(A::Error::custom(format_args!("no text: expected a string in the field \"{fields}\"")));
        };
        self.record.text = parts.filter(|part| !part.trim().is_empty()).fold(first, |mut text, part| {
            if !text.is_empty() {
                text.to_mut().push_str("\n\n");
            }
            text.to_mut().push_str(&part);
            text
        });
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

/// A string or a number. No number type holds every number: the digits of one that is no whole number of 64 bits are left as
/// they are.
struct Id<'l>(DocumentId<'l>);

impl<'l> Deserialize<'l> for Id<'l> {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Id<'l>, D::Error> {
        let json = <&RawValue>::deserialize(deserializer)?.get();
        let unexpected = match json.as_bytes().first() {
            Some(b'"') => return serde_json::from_str(json).map(|Text(id)| Id(id.into())).map_err(D::Error::custom),
            Some(b'-' | b'0'..=b'9') => {
                let number = json.parse::<i64>().ok().filter(|number| number.to_string() == json);
                return Ok(Id(number.map_or_else(|| json.into(), DocumentId::from)));
            }
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
    use faktum::Lang;

    use super::*;

    fn fields(text: &str) -> FieldNames {
        FieldNames { text: text.split(',').map(str::to_string).collect(), ..FieldNames::default() }
    }

    #[test]
    fn fields_may_be_absent_null_or_unknown() {
        let record =
            Record::parse(r#"{"id":null,"extra":{"a":[1]},"text":"März","date":null}"#, &fields("text")).unwrap();
        assert_eq!((record.id, record.lang, record.date, &*record.text), (None, Language::Unknown, None, "März"));
        assert!(record.input.is_none());
    }

    #[test]
    fn ids_may_be_numbers_and_dates_have_times() {
        let line = r#"{"id":7,"lang":"de-AT","date":"2015-04-20T10:00:00+02:00","body":"a\nb","text":1}"#;
        let record = Record::parse(line, &fields("body")).unwrap();
        assert_eq!(record.id, Some(7.into()));
        assert_eq!(record.lang, Language::Read(Lang::De));
        assert_eq!(record.date, Date::new(2015, 4, 20).ok());
        assert_eq!(record.text, "a\nb");
    }

    #[test]
    fn other_fields_are_kept_as_they_stand() {
        let input = |line: &str| {
            Record::parse(line, &FieldNames { keep: true, ..fields("text") }).unwrap().input.unwrap().get().to_string()
        };
        let line =
            r#"{"url":"http://a/\u00e4","id":7,"n":1.10,"text":"","title":"\"x\"","tags":[ 1,{"a":null}],"lang":"de"}"#;
        assert_eq!(input(line), r#"{"url":"http://a/\u00e4","n":1.10,"title":"\"x\"","tags":[ 1,{"a":null}]}"#);
        assert_eq!(input(r#"{"text":""}"#), "{}");
        assert_eq!(input(r#"{"a\n\"b":1,"text":"\ud83d"}"#), r#"{"a\n\"b":1}"#);
    }

    #[test]
    fn fields_may_have_other_names_and_several_make_up_a_text() {
        let names = FieldNames { id: "key".into(), lang: "l".into(), date: "published".into(), ..fields("title,body") };
        let line = r#"{"body":"Rain.","key":"a","id":1,"l":"de","published":1429488000,"title":"Weather"}"#;
        let record = Record::parse(line, &names).unwrap();
        assert_eq!(
            (&*record.text, record.id, record.lang),
            ("Weather\n\nRain.", Some("a".into()), Language::Read(Lang::De))
        );
        assert_eq!(record.date, Date::new(2015, 4, 20).ok());
        let text = |line| Record::parse(line, &names).unwrap().text.into_owned();
        assert_eq!(text(r#"{"title":"","body":"Rain."}"#), "Rain.");
        assert_eq!(text(r#"{"title":"Weather","body":null}"#), "Weather");
        let (_, message) = Record::parse("{}", &names).unwrap_err();
        assert!(message.contains("\"title\" or \"body\""), "{message}");
    }

    #[test]
    fn a_date_that_cannot_be_read_is_noted_and_a_month_is_its_first_day() {
        let read = |date: &str| {
            let line = format!(r#"{{"date":{date},"text":""}}"#);
            let record = Record::parse(&line, &FieldNames::default()).unwrap();
            (record.date, record.date_note)
        };
        assert_eq!(read("\"soon\""), (None, Some("the date \"soon\" could not be read".to_string())));
        let (date, note) = read("\"2015-04\"");
        assert_eq!(date, Date::new(2015, 4, 1).ok());
        assert_eq!(note.as_deref(), Some("the date \"2015-04\" has no day; times count from 2015-04-01"));
        assert_eq!(read("\" \""), (None, None));
        assert_eq!(read("null"), (None, None));
    }

    #[test]
    fn languages_that_are_not_read_are_told_from_none() {
        let lang =
            |tag: &str| Record::parse(&format!(r#"{{"text":"","lang":"{tag}"}}"#), &fields("text")).unwrap().lang;
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
            let (id, message) = Record::parse(&line, &fields("text")).unwrap_err();
            assert_eq!(id.as_ref().map(|id| id.text()).as_deref(), Some("a"));
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
            assert_eq!(
                Record::parse(&line, &fields("text")).unwrap().id.as_ref().map(|id| id.text()).as_deref(),
                Some(id)
            );
            let (kept, _) = Record::parse(&line, &fields("none")).unwrap_err();
            assert_eq!(kept.as_ref().map(|id| id.text()).as_deref(), Some(id));
        }
        for id in ["true", "[1]", "{}", "01", "- 1"] {
            assert!(Record::parse(&format!(r#"{{"id":{id},"text":""}}"#), &fields("text")).is_err(), "{id}");
        }
        let (_, message) = Record::parse(r#"{"id":["a"],"text":""}"#, &fields("text")).unwrap_err();
        assert!(message.starts_with("invalid type: sequence, expected a string or a number at column "), "{message}");
    }

    #[test]
    fn lone_surrogates_are_replaced() {
        let record = Record::parse(r#"{"id":"\ud83d","text":"\ude00 \ud83d\ude00 \\ud83d"}"#, &fields("text")).unwrap();
        assert_eq!(
            (record.id.as_ref().map(|id| id.text()).as_deref(), &*record.text),
            (Some("\u{fffd}"), "\u{fffd} 😀 \\ud83d")
        );
        assert!(record.replaced);
        let (id, message) = Record::parse(r#"{"id":"a\ud83d","text":"\ud83d",}"#, &fields("text")).unwrap_err();
        assert_eq!(
            (id.as_ref().map(|id| id.text()).as_deref(), message.as_str()),
            (Some("a\u{fffd}"), "trailing comma at column 33")
        );
        // A field that is not read may hold anything, and nothing is replaced.
        assert!(!Record::parse(r#"{"text":"a","title":"\ud83d"}"#, &fields("text")).unwrap().replaced);
    }

    #[test]
    fn errors_keep_the_id_that_stands_before_them() {
        let error = |line| Record::parse(line, &fields("text")).unwrap_err();
        assert_eq!(error(r#"{"id":"a","text":"#).0.as_ref().map(|id| id.text()).as_deref(), Some("a"));
        let (id, message) = error(r#"{"text":"a"} {"#);
        assert_eq!(id, None);
        assert_eq!(message, "trailing characters at column 14");
        assert!(error("[1]").1.contains("expected an object with a text"));
        assert!(error(r#"{"id":"a"}"#).1.starts_with("no text: expected a string in the field \"text\""));
        assert!(error(r#"{"text":5}"#).1.contains("expected a string"));
    }
}
