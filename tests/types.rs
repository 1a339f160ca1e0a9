//! What the public types promise to every caller.

use faktum::*;

/// All public types, with the text they borrow from static.
macro_rules! each {
    ($check:ident: $($type:ty),* $(,)?) => {
        $($check::<$type>();)*
    };
}

#[test]
fn public_types_go_between_threads() {
    fn check<T: Send + Sync + Clone + std::fmt::Debug + 'static>() {}
    each! { check:
        Extractor, ExtractorBuilder, Scratch, Document<'static>, DocumentId<'static>,
        Stage, GlossLang, OffsetUnit, Lang,
        Answer<'static>, Explanation<'static>, Proposal<'static>, Outcome,
        Span, Phrase<'static>, Reference<'static>, List<Span>, List<MentionId, 4>,
        MentionId, EntityId, TimeId, PeriodId, FigureId, StatementId, FactId, ParseIdError,
        Mention<'static>, Entity<'static>, EntityType,
        Time<'static>, TimeType, TimeMod, Period<'static>, Moment, ParseMomentError, Date,
        Figure<'static>, FigureKind, FigureValue, Approximation, Counted<'static>, Decimal, ParseDecimalError,
        Statement<'static>, StatementStyle, Predicate<'static>,
        Fact<'static>, FactKind, FactTime, TimeSource, Source<'static>, Change, Direction, Modality, Triple,
        Rule, &'static Rule, Languages, Example,
    }
}

#[test]
fn errors_are_errors() {
    fn check<T: std::error::Error + Send + Sync + 'static>() {}
    each! { check: Error, ParseDecimalError, ParseMomentError, ParseIdError }
}

#[test]
fn answers_can_be_compared_written_and_read() {
    fn check<T: PartialEq + serde::Serialize + serde::de::DeserializeOwned>() {}
    each! { check:
        OffsetUnit, Lang, Answer<'static>, Explanation<'static>, Proposal<'static>, Outcome, DocumentId<'static>,
        Span, Phrase<'static>, Reference<'static>, List<Span>,
        MentionId, EntityId, TimeId, PeriodId, FigureId, StatementId, FactId,
        Mention<'static>, Entity<'static>, EntityType, Time<'static>, TimeType, TimeMod, Period<'static>, Moment,
        Figure<'static>, FigureKind, FigureValue, Approximation, Counted<'static>, Decimal,
        Statement<'static>, StatementStyle, Predicate<'static>,
        Fact<'static>, FactKind, FactTime, TimeSource, Source<'static>, Change, Direction, Modality, Triple,
        &'static Rule,
    }
}

#[test]
fn values_of_closed_lists_print_as_in_json() {
    assert_eq!(EntityType::Per.to_string(), "PER");
    assert_eq!((TimeType::Date.to_string(), TimeMod::OnOrBefore.to_string()), ("DATE".into(), "ON_OR_BEFORE".into()));
    assert_eq!(
        (FigureKind::OrdinalRank.to_string(), Approximation::AtLeast.to_string()),
        ("ordinal_rank".into(), "at_least".into())
    );
    assert_eq!(format!("{} {} {}", Modality::Reported, Direction::Up, OffsetUnit::Utf16), "reported up utf16");
}

#[test]
fn answers_are_covariant() {
    fn shorten<'s, 't: 's>(answer: Answer<'t>) -> Answer<'s> {
        answer
    }
    let text = String::new();
    let answer = shorten(Extractor::builder().build().unwrap().extract(&Document::new(&text)));
    assert!(answer.facts.is_empty());
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
