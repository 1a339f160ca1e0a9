//! Names of one's own: what the rows of a table match, what they say in the answer, and what is said of rows that are none.

use faktum::dictionary::{Builder, Dictionary};
use faktum::{Answer, Document, Error, Extractor, Lang};

fn extractor(table: &str) -> Extractor {
    Extractor::builder().dictionary("names.tsv", table).build().unwrap()
}

fn read<'t>(table: &str, lang: Lang, text: &'t str) -> Answer<'t> {
    extractor(table).extract(&Document::new(text).with_lang(lang))
}

/// The mentions of rows with an id, as "text → id".
fn found(table: &str, lang: Lang, text: &str) -> Vec<String> {
    let answer = read(table, lang, text);
    let own = answer.mentions.iter().filter_map(|mention| {
        let id = answer.entities[mention.entity.0 as usize].reference.as_deref()?;
        id.starts_with("x/").then(|| format!("{} → {id}", mention.text))
    });
    own.collect()
}

fn table(rows: &[&str]) -> String {
    let rows: String = rows.iter().enumerate().map(|(at, row)| format!("x/{at}\t{row}\n")).collect();
    format!("id\tname\ttype\tflags\n{rows}")
}

#[test]
fn names_of_every_shape_are_found() {
    let organisations = [
        ("E.ON", "Am Montag hat E.ON seine Preise erhöht."),
        ("E.ON", "Die Preise erhöht auch E.ON."),
        ("Schalke 04", "Am Samstag verlor Schalke 04 mit 2:1."),
        ("Yahoo!", "Im Mai hat Yahoo! das Werk gekauft."),
        ("Yahoo! Inc.", "Im Mai hat die Firma Yahoo! Inc. das Werk gekauft."),
        ("ProSieben/Sat.1", "Der Konzern ProSieben/Sat.1 meldete Verluste."),
        ("Alnatura (Bio)", "Die Kette Alnatura (Bio) wächst weiter."),
        ("Studio 54", "In Berlin öffnet Studio 54 wieder."),
        ("1. FC Lusental", "Am Montag kam der 1. FC Lusental nach Hause."),
        ("3M", "Der Konzern 3M meldete Verluste."),
        ("AT&T", "Das Werk gehört AT&T."),
        ("Müllwerk", "Das sagte Mu\u{308}llwerk am Montag."),
        ("Mu\u{308}llwerk", "Das sagte Müllwerk am Montag."),
        ("Müllwerk", "Das sagte Muellwerk am Montag."),
        ("O'Quarn", "Das sagte O’Quarn am Montag."),
        ("O’Quarn", "Das sagte O'Quarn am Montag."),
        ("Koka-Kola", "Das sagte Koka Kola am Montag."),
        ("Koka Kola", "Das sagte Koka-Kola am Montag."),
        ("Straßwerk", "Das sagte Strasswerk am Montag."),
        ("Strasswerk", "Das sagte Straßwerk am Montag."),
        ("kwark", "Das sagte Kwark am Montag."),
        ("kwark", "Das sagte kwark am Montag."),
        ("Quarnwerk e.V.", "Das sagte der Quarnwerk e.V. am Montag."),
        (".NET Werk", "Das sagte .NET Werk am Montag."),
    ];
    for (name, text) in organisations {
        let found = found(&table(&[&format!("{name}\torganisation\t")]), Lang::De, text);
        assert!(found.len() == 1 && found[0].ends_with("x/0"), "{name} in {text}: {found:?}");
    }
}

#[test]
fn case_is_as_the_row_says() {
    let text = "Das sagten QUARN, Quarn und quarn am Montag.";
    let texts = |row: &str| found(&table(&[row]), Lang::De, text).len();
    assert_eq!(texts("quarn\torganisation\t"), 3);
    assert_eq!(texts("Quarn\torganisation\t"), 2);
    assert_eq!(texts("QUARN\torganisation\t"), 1);
    assert_eq!(texts("Quarn\torganisation\tcase"), 1);
    assert_eq!(texts("quarn\torganisation\tcase"), 1);
    // A ticker is written as it is.
    assert_eq!(texts("Quarn\tticker\t"), 1);
}

#[test]
fn inflected_forms_match_where_the_row_asks() {
    let found = |row: &str, lang, text| found(&table(&[row]), lang, text).len();
    // The genitive of a name needs no asking, unless the word is another.
    assert_eq!(found("Quarnwerk\torganisation\t", Lang::De, "Das Ende des Quarnwerks naht."), 1);
    assert_eq!(found("Hau\tperson\t", Lang::De, "Das Haus brennt."), 0);
    let text = "Das Ende der Quarnischen Bank naht.";
    assert_eq!(found("Quarnische Bank\torganisation\t", Lang::De, text), 0);
    assert_eq!(found("Quarnische Bank\torganisation\tinflect", Lang::De, text), 1);
    assert_eq!(found("Quarnett\tproduct\t", Lang::De, "Die Quarnette sind verkauft."), 0);
    assert_eq!(found("Quarnett\tproduct\tinflect", Lang::De, "Die Quarnette sind verkauft."), 1);
    assert_eq!(found("Quarnett\tproduct\t", Lang::En, "The Quarnetts are sold out."), 0);
    assert_eq!(found("Quarnett\tproduct\tinflect", Lang::En, "The Quarnetts are sold out."), 1);
    assert_eq!(found("Quarnett\tproduct\t", Lang::En, "The Quarnett's price fell."), 1);
}

#[test]
fn names_match_anywhere_where_the_row_asks() {
    let row = |flags: &str| table(&[&format!("Quarnwerk\torganisation\t{flags}")]);
    let text = "Der Quarnwerkskandal und das Altquarnwerk: Quarnwerk schweigt.";
    assert_eq!(found(&row(""), Lang::De, text), ["Quarnwerk → x/0"]);
    assert_eq!(found(&row("anywhere"), Lang::De, text), ["Quarnwerk → x/0", "Quarnwerk → x/0"]);
    let table = table(&["übel\tmisc.word\tanywhere"]);
    assert_eq!(found(&table, Lang::De, "Das Mülleimerübelwort und Kübel."), ["übel → x/0", "übel → x/0"]);
}

#[test]
fn the_id_stays_in_every_form() {
    let row = table(&["Kranichwerk\torganisation\t"]);
    let text = "Die Kranichwerk AG wächst. Das Ende des Kranichwerks naht. Die Kranichwerk-Tochter schweigt. \
                KRANICHWERK wächst. Auch Kranichwerk wächst.";
    let answer = read(&row, Lang::De, text);
    let own: Vec<_> = answer.entities.iter().filter(|entity| entity.reference.as_deref() == Some("x/0")).collect();
    assert_eq!((own.len(), own[0].mentions.len()), (1, 5), "{own:?}");
    assert_eq!(own[0].name, "Kranichwerk AG");
    assert_eq!(own[0].aliases, ["Kranichwerk", "KRANICHWERK"]);

    let full = table(&["Kranichwerk AG\torganisation\t"]);
    let text = "Die Kranichwerk AG wächst. Auch Kranichwerk wächst.";
    assert_eq!(read(&full, Lang::De, text).entities.len(), 1);

    let person = table(&["Silvia Quarnbeck\tperson\t"]);
    let text = "Am Montag kam Silvia Quarnbeck nach Hause. Der Wagen von Quarnbeck stand im Hof. Das sagte Quarnbeck.";
    let answer = read(&person, Lang::De, text);
    let own = answer.mentions.iter().filter(|m| answer.entities[m.entity.0 as usize].reference.is_some());
    assert_eq!(own.count(), 3, "{answer:?}");
}

#[test]
fn persons_are_not_found_in_longer_surnames() {
    let person = table(&["Quarn\tperson\t"]);
    assert_eq!(found(&person, Lang::De, "Das sagte Silvia Quarn-Rottluff am Montag."), [""; 0]);
    assert_eq!(found(&person, Lang::De, "Das sagte die Quarn-Vertraute am Montag."), ["Quarn → x/0"]);
}

#[test]
fn one_name_of_several_things_stays_open_unless_the_document_tells() {
    let rows = "id\tname\ttype\taliases\tpriority\tflags\n\
                x/city\tQuarnau\tplace\t\t\t\nx/club\tQuarnau\torganisation\tFC Quarnau|1. FC Quarnau\t\t\n";
    let answer = read(rows, Lang::De, "Am Montag spielte man gegen Quarnau.");
    let entity = &answer.entities[0];
    assert_eq!((entity.reference.as_deref(), &*entity.candidates), (None, &["x/city".into(), "x/club".into()][..]));
    let answer = read(rows, Lang::De, "Der FC Quarnau kam. Am Montag spielte man gegen Quarnau.");
    assert_eq!((answer.entities.len(), answer.entities[0].reference.as_deref()), (1, Some("x/club")));

    let first = rows.replace("place\t\t\t", "place\t\t5\t");
    let answer = read(&first, Lang::De, "Am Montag spielte man gegen Quarnau.");
    assert_eq!(answer.entities[0].reference.as_deref(), Some("x/city"));
    let weak = rows.replace("place\t\t\t", "place\t\t\tweak");
    let answer = read(&weak, Lang::De, "Am Montag spielte man gegen Quarnau.");
    assert_eq!(answer.entities[0].reference.as_deref(), Some("x/club"));
}

#[test]
fn a_weak_name_needs_something_that_speaks_for_it() {
    let rows =
        "id\tname\ttype\taliases\tflags\nx/0\tAllianz\torganisation\tAllianz Quarn\t\nx/1\tGabel\tperson\t\tweak\n";
    assert_eq!(found(rows, Lang::De, "Die Gabel lag neben dem Löffel."), [""; 0]);
    assert_eq!(found(rows, Lang::De, "Der Minister Peter Gabel kam."), [""; 0]);
    assert_eq!(found(rows, Lang::De, "Herr Gabel kam am Montag."), ["Gabel → x/1"]);
}

#[test]
fn columns_travel_into_the_answer() {
    let rows = "lei\tlanguage\tname\tclass\tid\tsubtype\tlist\n\
                529900\t\tKranichwerk\torganisation\tx/0\tcompany\t\nA1\ten\tQuarnbeck\tvessel\tx/1\t\tEU\n";
    let answer = read(rows, Lang::En, "Kranichwerk sold Quarnbeck on Monday.");
    let [first, second] = &answer.entities[..] else { panic!("{answer:?}") };
    assert_eq!(first.data.iter().collect::<Vec<_>>(), [("lei", "529900")]);
    assert_eq!(second.data.iter().collect::<Vec<_>>(), [("lei", "A1"), ("list", "EU")]);
    assert_eq!(answer.mentions[0].subtype.as_deref(), Some("company"));
    assert_eq!(answer.mentions[1].subtype.as_deref(), Some("vessel"));
    let json = serde_json::to_string(&answer).unwrap();
    assert!(json.contains(r#""data":{"lei":"A1","list":"EU"}"#), "{json}");
    assert_eq!(serde_json::from_str::<Answer<'static>>(&json).unwrap(), answer);
    let german = found(rows, Lang::De, "Kranichwerk verkaufte am Montag Quarnbeck.");
    assert_eq!(german, ["Kranichwerk → x/0"]);
}

#[test]
fn ndjson_says_the_same() {
    let lines = "{\"name\":\"Kranichwerk\",\"type\":\"organisation\",\"id\":\"x/0\",\"aliases\":[\"KW Quarn\"],\"since\":1999}\n\
                 {\"type\":\"person\",\"name\":\"Silvia Quarnbeck\",\"id\":\"x/1\",\"flags\":\"case\"}\n";
    let answer = read(lines, Lang::De, "Silvia Quarnbeck leitet KW Quarn.");
    assert_eq!(answer.entities.iter().filter_map(|e| e.reference.as_deref()).collect::<Vec<_>>(), ["x/1", "x/0"]);
    assert_eq!(answer.entities[1].data.get("since"), Some("1999"));
}

#[test]
fn every_bad_row_is_reported() {
    let errors = |table: &str| match Extractor::builder().dictionary("n.tsv", table).build().unwrap_err() {
        Error::Rows { rows, .. } => rows.iter().map(ToString::to_string).collect(),
        error => vec![error.to_string()],
    };
    let bad = errors("name\ttype\tflags\nA\tperson\tcsae\nB\tperson\n\tpreson\t\nC\tperson\t\n");
    assert_eq!(bad.len(), 4, "{bad:?}");
    assert_eq!(bad[0], "n.tsv:2:10: \"csae\" is no flag: expected some of case, inflect, anywhere, weak");
    assert_eq!(bad[1], "n.tsv:3:3: 2 cells, expected 3 (name, type, flags)");
    assert_eq!(bad[2], "n.tsv:4:1: the name is empty");
    assert!(bad[3].starts_with("n.tsv:4:2: \"preson\" is no type; did you mean person?"), "{bad:?}");
    let lines = errors("{\"name\":\"A\"}\n{\"name\":\"Ä\",\"type\":\"person\",}\n");
    assert_eq!(lines[0], "n.tsv:1:1: expected a field type or class");
    assert_eq!(lines[1], "n.tsv:2:29: expected an object of JSON: trailing comma");
    assert!(errors("name\ttype\talises\n")[0].contains("did you mean aliases?"));
    // Tables of words report all of theirs too.
    assert_eq!(errors("class\tsurface\nmonht.3\tMärz\nmonth.x\tMai\n").len(), 2);
}

#[test]
fn rows_that_do_nothing_or_contradict_are_warned_of() {
    let mut builder = Builder::new();
    builder.add_table("a.tsv", "name\ttype\tid\nQuarn\tperson\tx/0\n---\tperson\tx/1\nquarn\tperson\tx/0\n");
    builder.add_table("b.tsv", "name\ttype\tid\nQuarn\torganisation\tx/2\nQuarnwerk\tplace\tx/0\n");
    let dictionary = builder.finish().unwrap();
    let warnings: Vec<String> = dictionary.warnings().iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "a.tsv:3: \"---\" can match nothing: it has no letter and no digit",
            "a.tsv:4: \"quarn\" stands in a.tsv:2 already",
            "b.tsv:2: \"Quarn\" is x/2 here and x/0 in a.tsv:2",
            "b.tsv:3: x/0 is a place here and a person in a.tsv:4",
        ]
    );
}

fn compiled(table: &str) -> Vec<u8> {
    let mut builder = Builder::new().tolerant(true);
    builder.add_table("names.tsv", table);
    let mut bytes = Vec::new();
    builder.write(&mut bytes).unwrap();
    bytes
}

const ROWS: &str = "name\ttype\tid\taliases\tflags\tlei\n\
                    Kranichwerk\torganisation\tx/0\tKW Quarn|E.ON\tanywhere|inflect\t5299\n\
                    Silvia Quarnbeck\tperson\tx/1\tS. Quarnbeck\t\t\nQuarnau\tplace\tx/2\t\tcase\t\n";

#[test]
fn compiled_files_are_the_same_and_say_what_is_wrong_with_them() {
    let bytes = compiled(ROWS);
    assert_eq!(bytes, compiled(ROWS));
    let open = |bytes: &[u8]| Dictionary::from_bytes("n.fdict", bytes.to_vec());
    let error = |bytes: &[u8]| open(bytes).unwrap_err().to_string();
    let dictionary = open(&bytes).unwrap();
    dictionary.verify().unwrap();
    let names: Vec<_> = dictionary.entries().map(|entry| (entry.name, entry.id, entry.line)).collect();
    assert_eq!(names, [("Kranichwerk", "x/0", 2), ("Silvia Quarnbeck", "x/1", 3), ("Quarnau", "x/2", 4)]);
    assert_eq!(dictionary.aliases()[0], ["E.ON", "KW Quarn"]);
    let cut = error(&bytes[..bytes.len() - 8]);
    assert!(cut.starts_with("n.fdict: the file is cut: it has"), "{cut}");
    assert!(error(&bytes[..20]).contains("is cut"));
    let mut other = bytes.clone();
    other[7] = 9;
    assert!(error(&other).contains("format 9, this one reads 1"));
    assert_eq!(error(b"name\ttype\n"), "n.fdict: no compiled dictionary");
    let mut damaged = bytes.clone();
    *damaged.last_mut().unwrap() ^= 1;
    assert!(open(&damaged).unwrap().verify().unwrap_err().to_string().contains("its checksum is another"));

    let text = "Die Kranichwerk AG, der Kranichwerkskandal und Silvia Quarnbeck aus Quarnau.";
    let by_table = read(ROWS, Lang::De, text);
    let by_file = Extractor::builder().compiled(dictionary).build().unwrap();
    assert_eq!(by_file.extract(&Document::new(text).with_lang(Lang::De)), by_table);
}

#[test]
fn no_bytes_of_a_file_do_harm() {
    let bytes = compiled(ROWS);
    let text = "Die Kranichwerk AG, der Kranichwerkskandal, E.ON und Silvia Quarnbeck aus Quarnau. Quarnbeck Silvia.";
    let mut seed = 7u64;
    let mut random = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    for round in 0..3000 {
        let mut mutated = bytes.clone();
        for _ in 0..1 + random(8) {
            let at = if round % 2 == 0 { random(mutated.len()) } else { random(240) };
            mutated[at] = [0, 1, 0x7f, 0x80, 0xff, random(256) as u8][random(6)];
        }
        if let Ok(dictionary) = Dictionary::from_bytes("n.fdict", mutated) {
            let _ = dictionary.verify();
            assert!(dictionary.entries().take(100).map(|entry| entry.data.len()).sum::<usize>() < 1 << 24);
            dictionary.aliases();
            if let Ok(extractor) = Extractor::builder().compiled(dictionary.clone()).tolerant(true).build() {
                extractor.extract(&Document::new(text).with_lang(Lang::De));
            }
        }
    }
}

/// Whether a text's name is taken for a row's, and why.
fn variant(row: &str, name: &str) -> Option<String> {
    let table = format!("id\tname\ttype\nx/0\t{row}\tperson\n");
    let extractor = Extractor::builder().dictionary("names.tsv", table).tolerant(true).build().unwrap();
    let text = format!("Am Montag traf {name} den Minister.");
    let answer = extractor.extract(&Document::new(&text).with_lang(Lang::De));
    let own =
        answer.mentions.iter().find(|m| answer.entities[m.entity.0 as usize].reference.as_deref() == Some("x/0"))?;
    Some(own.variant.as_deref().unwrap_or("").to_string())
}

#[test]
fn variants_are_told_from_other_names() {
    let pairs = include_str!("corpus/variants.tsv").lines().skip_while(|line| line.starts_with('#')).skip(1);
    let [mut right, mut missed, mut wrong] = [const { Vec::new() }; 3];
    for line in pairs {
        let [same, row, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        match (same == "yes", variant(row, text).is_some()) {
            (true, true) => right.push(line),
            (true, false) => missed.push(line),
            (false, true) => wrong.push(line),
            (false, false) => {}
        }
    }
    let share = |part: usize, rest: usize| part as f64 / (part + rest) as f64;
    let (recall, precision) = (share(right.len(), missed.len()), share(right.len(), wrong.len()));
    println!("recall {recall:.3}, precision {precision:.3}\nmissed {missed:#?}\nwrong {wrong:#?}");
    assert!(recall >= 0.9 && precision >= 0.95, "recall {recall:.3}, precision {precision:.3}");
}

#[test]
fn each_variant_is_explained() {
    assert_eq!(variant("Silvia Quarnbäck", "Silvia Quarnbäck").as_deref(), Some(""));
    let why = variant("Muhammad Quarnbäck", "Quarnback, Mohammed").unwrap();
    let parts =
        "\"Mohammed\" for \"Muhammad\", another transliteration; \"Quarnback\" for \"Quarnbäck\", other diacritics";
    assert_eq!(why, format!("Muhammad Quarnbäck: words in another order; {parts}"));
    let plain = Extractor::builder().dictionary("n.tsv", "name\ttype\nSilvia Quarnbäck\tperson\n").build().unwrap();
    let answer = plain.extract(&Document::new("Am Montag traf Quarnback Silvia den Minister.").with_lang(Lang::De));
    assert!(answer.mentions.iter().all(|mention| mention.variant.is_none()));
}

#[test]
fn the_table_of_the_manual_does_what_it_says() {
    let manual = include_str!("../dictionaries/README.md");
    let table = manual.split("```tsv\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let mut builder = Builder::new();
    builder.add_table("names.tsv", table);
    let dictionary = builder.finish().unwrap();
    assert_eq!((dictionary.rows(), dictionary.warnings()), (7, &[][..]));
    let text = "Kranichwerk verklagt die Bank. Das Ende der Quarnischen Bank (QBK) naht, sagte Silvia Quarnbeck. \
                Der Seefalkenskandal betrifft auch das Gesetz, die Regeln des Datenwegegesetzes. Quarnbeck schweigt.";
    let extractor = Extractor::builder().compiled(dictionary).build().unwrap();
    let answer = extractor.extract(&Document::new(text).with_lang(Lang::De));
    let mut ids: Vec<_> = answer.entities.iter().filter_map(|entity| entity.reference.as_deref()).collect();
    ids.sort_unstable();
    let wanted = ["law/dwg", "org/kranichwerk", "org/qb", "per/quarnbeck", "ship/seefalke", "tick/qbk"];
    assert_eq!(ids, wanted, "{answer:#?}");
    let first = &answer.entities[0];
    assert_eq!(first.data.get("lei"), Some("529900T8BM49AURSDO55"));
}

#[test]
fn screening_gives_only_what_has_to_do_with_the_names() {
    let table = table(&["Kranichwerk\torganisation\t"]);
    let builder = Extractor::builder().dictionary("n.tsv", table).names(faktum::Names::Own);
    let text = "Die Polizei in Hamburg nahm 37 Menschen fest. Kranichwerk entließ 20 Mitarbeiter. \
                Angela Merkel sagte, 40 Menschen seien verletzt. Der Sprecher der Kranichwerk AG sagte, 50 seien gegangen.";
    let answer = builder.build().unwrap().extract(&Document::new(text).with_lang(Lang::De));
    assert!(answer.entities.iter().all(|entity| entity.reference.as_deref() == Some("x/0")), "{answer:?}");
    assert_eq!(answer.mentions.len(), 2);
    let sentences: Vec<u32> = answer.facts.iter().map(|fact| fact.sentence).collect();
    assert!(sentences.contains(&1) && !sentences.contains(&0) && !sentences.contains(&2), "{sentences:?}");
    for fact in &answer.facts {
        assert!(fact.source.as_ref().is_none_or(|source| answer.statement(source.statement).is_some()));
    }
}

#[test]
fn rows_are_named_where_an_answer_is_explained() {
    let extractor = extractor("name\ttype\tid\nKranichwerk\torganisation\tx/0\n");
    let explanation = extractor.explain(&Document::new("Das sagte Kranichwerk am Montag.").with_lang(Lang::De));
    let lookup = explanation.lookups.iter().find(|lookup| lookup.class == "organisation.x/0").unwrap();
    assert_eq!(lookup.origin.as_ref().unwrap().to_string(), "names.tsv:2");
}

#[test]
fn many_rows_of_one_name_take_no_time() {
    let rows: String = (0..50_000).map(|at| format!("Silvia Quarnbeck\tperson\tx/{at}\n")).collect();
    let answer = read(&format!("name\ttype\tid\n{rows}"), Lang::De, "Das sagte Silvia Quarnbeck am Montag.");
    assert_eq!((answer.entities[0].reference.as_deref(), answer.entities[0].candidates.len()), (None, 64));
}
