//! From what was read to a document: its text is decoded, its fields are looked up.

use std::borrow::Cow;

use crate::decode::{self, Encoding};
use crate::page;
use crate::read::{Content, Form, Item};
use crate::record::{Fault, FieldNames, Record};

/// The text of what there is of a document, and what is to be noted of its encoding.
pub fn decoded(content: &Content, encoding: Encoding) -> (Cow<'_, str>, Option<String>) {
    match content {
        Content::Text(bytes) | Content::Record(bytes) => decode::decode(bytes, None, encoding),
        Content::Article(article) => {
            let declared = || (article.form == Form::Page).then(|| decode::declared(&article.body)).flatten();
            let named = article.charset.clone().or_else(declared);
            decode::decode(&article.body, named.as_deref(), encoding)
        }
        Content::Fault(_) => Default::default(),
    }
}

/// The document whose content is `text`.
pub fn record<'t>(item: &'t Item, text: &'t str, fields: &FieldNames) -> Result<Record<'t>, Fault<'t>> {
    match &item.content {
        Content::Text(_) => {
            Ok(Record { id: Some((&*item.origin.source).into()), text: text.into(), ..Record::default() })
        }
        Content::Record(_) => Record::parse(text.trim_ascii(), fields),
        Content::Article(article) => {
            page::read(text, article, fields.keep).map_err(|message| (article.id.clone().map(Into::into), message))
        }
        Content::Fault(message) => Err((None, message.clone())),
    }
}
