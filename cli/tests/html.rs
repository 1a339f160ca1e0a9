//! The page to look at.

mod common;

use std::collections::BTreeSet;

use common::{examples, extract, line, output};

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What a browser shows of a piece of markup.
fn shown(markup: &str) -> String {
    let mut text = String::new();
    for (at, piece) in markup.split('<').enumerate() {
        text += if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (entity, c)| text.replace(entity, c))
}

/// The page without its scripts.
fn markup(page: &str) -> String {
    let piece = |(at, piece): (usize, &str)| {
        if at == 0 { piece.to_string() } else { piece.split_once("</script>").unwrap().1.to_string() }
    };
    page.split("<script").enumerate().map(piece).collect()
}

fn text_of(page: &str) -> String {
    let (_, rest) = page.split_once("<div class=\"text\"").unwrap();
    shown(rest.split_once('>').unwrap().1.split("</div>").next().unwrap())
}

#[test]
fn the_page_shows_the_whole_text_and_its_links_lead_to_sentences() {
    for name in ["police-report-de.txt", "watchdog-report-en.txt"] {
        let path = examples().join(name);
        let run = extract("-o html").arg(&path).assert().success();
        let page = String::from_utf8(run.get_output().stdout.clone()).unwrap();
        assert_eq!(text_of(&page), std::fs::read_to_string(&path).unwrap());
        let ids: BTreeSet<&str> = values(&page, "id").into_iter().collect();
        let links = values(&page, "href");
        assert!(links.len() > 40);
        assert!(links.iter().all(|link| ids.contains(&link[1..])), "a link leads nowhere");
        for tag in ["span", "li", "div", "ol", "ul", "article"] {
            let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
            assert_eq!(markup(&page).matches(&open).count(), markup(&page).matches(&close).count(), "{tag}");
        }
        // Nothing is loaded from anywhere.
        assert!(
            !page.contains("src=") && !page.contains("http://") && !page.contains("https://") && !page.contains("url(")
        );
    }
}

#[test]
fn each_item_has_its_record() {
    let page =
        output("-o html --lang en", "Police arrested 37 people in Leeds on Monday. “It is over,” said Ann Smith.");
    let (_, data) = page.split_once("<script type=\"application/json\">").unwrap();
    let records: serde_json::Value = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
    for ids in values(page.split("<script").next().unwrap(), "data-i") {
        assert!(ids.split(' ').all(|id| records[id].as_array().is_some_and(|fields| !fields.is_empty())), "{ids}");
    }
    assert_eq!(records["q0"][0], serde_json::json!(["figure", "37"]));
}

#[test]
fn hostile_texts_are_inert() {
    let text = "Ann </script><script>alert(1)</script> said on Monday: “<img src=x onerror=alert(2)> 37 'people' &amp; \u{202e}more”. \
                Police arrested 37 people \u{0}<!-- in <Leeds & \"York\"";
    let id = "\"><svg onload=alert(3)>]]>";
    let page = output("-i ndjson -o html --lang en", line(id, text));
    assert_eq!(page.matches("<script").count(), 2, "the records and the page's own");
    assert_eq!(page.matches("</script").count(), 2);
    for markup in ["<img", "<svg", "<!-- in", "\u{202e}", "\u{0}", "<Leeds"] {
        assert!(!page.contains(markup), "{markup:?}");
    }
    assert_eq!(text_of(&page), text.replace('\u{202e}', "").replace('\u{0}', "\u{fffd}"));
}

#[test]
fn a_page_holds_all_documents_and_errors_in_their_places() {
    let input = line("a", "Police arrested 37 people.") + "no <b>JSON\n" + &line("c", "It rained.");
    let run = extract("-i ndjson -o html").write_stdin(input).assert().code(1);
    let page = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert_eq!((page.matches("<article>").count(), page.matches("</article>").count()), (3, 3));
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(page.contains("<h2>line 2</h2>") && !page.contains("no <b>"));
    let none = output("-i ndjson -o html", "");
    assert!(none.starts_with("<!DOCTYPE html>") && none.ends_with("</html>\n"));
}

#[test]
fn layers_are_switched_on_as_they_are_asked_for() {
    let page = output("-o html --layer names,times", "It rained.");
    assert!(page.contains("<body class=\"on-names on-times\">"));
    assert_eq!(page.matches(" checked>").count(), 2);
}
