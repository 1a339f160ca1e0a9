//! From a web page, or an article of a feed, to its text.

use std::collections::HashMap;
use std::panic::{self, AssertUnwindSafe};

use dom_smoothie::{Config, Readability, TextMode};
use faktum::metadata::Language;
use serde_json::value::RawValue;

use crate::read::{Article, Form};
use crate::record::Record;

/// Pages with more elements are no articles, and would take long.
const ELEMENTS: usize = 200_000;

/// So many elements may be open at once, as in browsers: each new one looks through those that are, so more would take long.
const OPEN: usize = 512;

/// Elements that are often or always left open, and close each other.
const UNCLOSED: [&str; 21] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "source", "td", "th", "tr", "track", "wbr",
];

/// What stands in a page besides its text.
#[derive(Default)]
struct Page {
    text: String,
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
    site: Option<String>,
}

/// The document of an article whose body is decoded: its headline and its text, as paragraphs.
pub fn read(body: &str, article: &Article, keep: bool) -> Result<Record<'static>, String> {
    if article.form != Form::Plain && left_open(body) > OPEN {
        return Err(format!("more than {OPEN} elements of the page are open at once"));
    }
    let page = match article.form {
        Form::Page => guarded(|| main_text(body))?,
        Form::Fragment => Page { text: guarded(|| without_markup(body))?, ..Page::default() },
        Form::Plain => Page { text: body.to_string(), ..Page::default() },
    };
    let title = article.title.as_deref().filter(|title| left_open(title) <= OPEN);
    let title = title
        .map(|title| guarded(|| without_markup(title)))
        .transpose()?
        .or(page.title)
        .filter(|title| !title.is_empty());
    let author = article.author.clone().or(page.author);
    let input = keep.then(|| {
        let known = [("url", &article.url), ("title", &title), ("author", &author), ("site", &page.site)];
        let known = known.into_iter().filter_map(|(name, value)| Some((name.to_string(), value.clone()?.into())));
        serde_json::Value::Object(known.collect()).to_string()
    });
    let mut record = Record {
        id: article.id.clone().map(Into::into),
        // What a feed says of its articles is right; a page often says what its template came with.
        lang: article.lang.as_deref().and_then(|tag| Language::parse(tag).ok()).unwrap_or_default(),
        text: joined(title.as_deref(), &page.text).into(),
        extracted: true,
        input: input.and_then(|input| RawValue::from_string(input).ok()),
        ..Record::default()
    };
    if let Some(date) = page.date.as_ref().or(article.date.as_ref()) {
        record.read_date(date);
    }
    Ok(record)
}

/// About how many elements are open at once.
fn left_open(html: &str) -> usize {
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut sum, mut most) = (0, 0);
    for tag in html.split('<').skip(1) {
        let (closes, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let (name, rest) = name.split_at(end);
        if name.is_empty() || UNCLOSED.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            continue;
        }
        let own = open.entry(name.to_ascii_lowercase()).or_default();
        if closes && *own > 0 {
            (*own, sum) = (*own - 1, sum - 1);
        } else if !closes && !rest.split('>').next().is_some_and(|attributes| attributes.ends_with('/')) {
            (*own, sum) = (*own + 1, sum + 1);
            most = most.max(sum);
        }
    }
    most
}

/// The headline above the text, unless the text begins with it.
fn joined(title: Option<&str>, text: &str) -> String {
    match title {
        Some(title) if !text.starts_with(title) => [title, text].join("\n\n").trim_end().to_string(),
        _ => text.to_string(),
    }
}

/// What is made of a page by crates that have met fewer pages than there are: a panic is that page's fault alone.
fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(read)).map_err(|_| "the page could not be taken apart".to_string())
}

/// The article of a page; where none can be found, all that the page says.
fn main_text(html: &str) -> Page {
    let config = Config { text_mode: TextMode::Formatted, max_elements_to_parse: ELEMENTS, ..Config::default() };
    let found = Readability::new(html, None, Some(config)).and_then(|mut reader| reader.parse());
    match found {
        Ok(found) => Page {
            text: found.text_content.trim().to_string(),
            title: Some(found.title.trim().to_string()),
            author: found.byline,
            date: found.published_time,
            site: found.site_name,
        },
        Err(_) => Page { text: without_markup(html), ..Page::default() },
    }
}

/// The text of HTML, its blocks as paragraphs.
fn without_markup(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_string();
    }
    let document = dom_query::Document::from(html);
    document.select("head, script, style, noscript, template").remove();
    document.formatted_text().trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_paragraphs_and_entities_characters() {
        let text =
            without_markup("<p>Fish &amp; chips cost <b>5</b>&nbsp;&euro;.</p><script>x</script><p>It rained.</p>");
        assert_eq!(text, "Fish & chips cost 5 €.\n\nIt rained.");
        assert_eq!(without_markup("5 < 6 &amp; 7"), "5 < 6 & 7");
    }

    #[test]
    fn a_headline_stands_above_its_text_once() {
        assert_eq!(joined(Some("Rain"), "It rained."), "Rain\n\nIt rained.");
        assert_eq!(joined(Some("Rain"), "Rain fell."), "Rain fell.");
        assert_eq!(joined(None, "Rain fell."), "Rain fell.");
        assert_eq!(joined(Some("Rain"), ""), "Rain");
    }

    #[test]
    fn pages_that_nest_without_end_are_not_read() {
        let read = |body: &str| super::read(body, &Article::default(), false).map(|record| record.text.into_owned());
        for tag in ["<div>", "<b>", "<span></b>", "<x y='z'>"] {
            assert!(read(&(tag.repeat(100_000) + "It rained.")).is_err(), "{tag}");
        }
        assert_eq!(left_open("<p>a<br>b<p><b c=\"d\">e</b><img/><div/></div> 5 < 6 <i>"), 1);
        assert_eq!(left_open(&("<div>".repeat(7) + &"</div>".repeat(7))), 7);
        assert!(read(&("<div>".repeat(OPEN) + "It rained.")).is_ok());
        assert!(read(&("<p>It rained.<br>".repeat(20_000))).is_ok());
    }
}
