//! RSS and Atom: an article of a feed is a document.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use faktum::metadata;
use feed_rs::model::{Entry, Feed, Text};
use feed_rs::parser::Builder;

use super::outlet::{Article, Content, Form, Origin, Outlet, Part};
use super::unpack::Reader;

/// Reads a feed, and passes its articles on.
pub fn read(reader: Reader, name: &Arc<str>, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    let feed = Builder::new().timestamp_parser(day).build().parse(reader)?;
    let Feed { language, entries, .. } = feed;
    for (at, entry) in entries.into_iter().enumerate() {
        let origin = Origin { source: name.clone(), part: Part::Entry(at as u64 + 1) };
        let article = article(entry, language.as_deref());
        let read = article.body.len() as u64;
        outlet.push(Content::Article(Box::new(article)), origin, read)?;
    }
    Ok(())
}

/// The day that stands there, in whatever zone.
fn day(text: &str) -> Option<DateTime<Utc>> {
    let day = metadata::date(text)?;
    let day =
        NaiveDate::from_ymd_opt(day.year().into(), day.month().unsigned_abs().into(), day.day().unsigned_abs().into());
    Some(day?.and_hms_opt(0, 0, 0)?.and_utc())
}

/// What a feed gives of an article: all of it, or a summary.
fn article(entry: Entry, language: Option<&str>) -> Article {
    let body = entry.content.and_then(|content| content.body).filter(|body| !body.trim().is_empty());
    let body = body.or(entry.summary.map(|summary| summary.content)).unwrap_or_default();
    Article {
        form: if body.contains(['<', '&']) { Form::Fragment } else { Form::Plain },
        body: body.into_bytes(),
        charset: None,
        id: Some(entry.id).filter(|id| !id.is_empty()),
        url: entry.links.into_iter().next().map(|link| link.href),
        title: entry.title.map(|Text { content, .. }| content),
        author: entry.authors.into_iter().next().and_then(|author| author.name),
        date: entry.published.or(entry.updated).map(|time| time.date_naive().to_string()),
        lang: entry.language.or_else(|| language.map(str::to_string)),
    }
}
