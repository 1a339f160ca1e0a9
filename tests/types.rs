//! What the public types promise to every caller.

use faktum::*;

#[test]
fn public_types_go_between_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Extractor>();
    check::<ExtractorBuilder>();
    check::<Scratch>();
    check::<Error>();
    check::<Answer<'static>>();
    check::<Document<'static>>();
    check::<Mention<'static>>();
    check::<Entity<'static>>();
    check::<Time<'static>>();
    check::<Period<'static>>();
    check::<Figure<'static>>();
    check::<Statement<'static>>();
    check::<Fact<'static>>();
    check::<Triple>();
    check::<Decimal>();
    check::<ParseDecimalError>();
    check::<Span>();
    check::<Lang>();
    check::<Stage>();
    check::<GlossLang>();
    check::<OffsetUnit>();
}

#[test]
fn errors_name_their_place_and_their_cause() {
    fn check<E: std::error::Error>(error: &E) -> String {
        error.to_string()
    }
    let error = Extractor::builder().dictionary("own.tsv", "class\tsurface\n\nmonth.13x\tMärz\n").build().unwrap_err();
    assert!(check(&error).starts_with("own.tsv:3:1: "), "{error}");
    let error = Extractor::builder().dictionary_file("no/such.tsv").build().unwrap_err();
    assert!(matches!(error, Error::Read { .. }) && check(&error).starts_with("no/such.tsv: "), "{error}");
}

#[test]
fn stages_that_are_not_asked_for_do_not_run() {
    let text = "The agency said on Monday that it had received 37 reports.";
    let document = Document::new(text).with_date("2015-04-20".parse().unwrap());
    let times = Extractor::builder().stages([Stage::Times]).build().unwrap().extract(&document);
    assert!(!times.times.is_empty());
    assert!(
        times.figures.is_empty() && times.mentions.is_empty() && times.statements.is_empty() && times.facts.is_empty()
    );
    let nothing = Extractor::builder().stages([]).build().unwrap().extract(&document);
    assert!(nothing.times.is_empty() && !nothing.sentences.is_empty());
}
