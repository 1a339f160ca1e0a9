//! What is written again, what is left, and what becomes of a job that is killed.

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use faktum::{Extractor, Names};
use faktum_tantivy::{COMMIT, Store, extractor};

use crate::{Shelf, found, line};

const OLD: &str = "Police arrested 37 people.";
const NEW: &str = "Police arrested 38 people.";

#[test]
fn an_id_is_replaced_and_what_is_up_to_date_is_left() {
    let shelf = Shelf::of(&[("a", OLD), ("b", OLD)]);
    let again = shelf.add(&[("a", OLD), ("b", NEW), ("c", OLD)]);
    assert_eq!((again.written, again.unchanged), (2, 1));
    assert_eq!(shelf.ids(&["--number", "37"]), ["a", "c"]);
    assert_eq!(shelf.search(&["--number", "38"]).len(), 1);
    assert_eq!(shelf.search(&["--facts", "--number", "38"]).len(), 1);
    assert_eq!(shelf.search(&["police"]).len(), 3);
}

#[test]
fn of_lines_with_one_id_the_last_holds() {
    let shelf = Shelf::of(&[("a", OLD)]);
    for commit in [1, COMMIT] {
        let lines = line("a", NEW) + &line("a", OLD);
        shelf.store.index(&extractor().unwrap(), lines.as_bytes(), commit, |_, error| panic!("{error}")).unwrap();
        assert_eq!((shelf.search(&["police"]).len(), shelf.search(&["--number", "37"]).len()), (1, 1));
    }
}

#[test]
fn what_another_extractor_read_is_read_again() {
    let shelf = Shelf::of(&[("a", OLD)]);
    let other = Extractor::builder().tokens(true).names(Names::Dictionaries).build().unwrap();
    let counts = shelf.store.index(&other, line("a", OLD).as_bytes(), COMMIT, |_, error| panic!("{error}")).unwrap();
    assert_eq!((counts.written, counts.unchanged, shelf.search(&["police"]).len()), (1, 0, 1));
}

#[test]
fn a_job_that_was_killed_goes_on_from_its_last_commit() {
    const ALL: usize = 11;
    const COMMITTED: usize = 8;
    let lines: Vec<String> = (0..ALL).map(|id| line(&id.to_string(), OLD)).collect();
    let folder = tempfile::tempdir().unwrap();
    // The input does not end, so that the job waits for more when it is killed.
    let mut job = command(&folder, &["--commit", "4"]).stdin(Stdio::piped()).spawn().unwrap();
    job.stdin.as_mut().unwrap().write_all(lines.concat().as_bytes()).unwrap();
    let articles = |store: &Store| found(store, &["police"]).len();
    wait(&mut job, || Store::open(folder.path()).is_ok_and(|store| articles(&store) == COMMITTED));
    job.kill().unwrap();
    job.wait().unwrap();

    let store = Store::open(folder.path()).unwrap();
    assert_eq!((articles(&store), found(&store, &["--facts"]).len()), (COMMITTED, COMMITTED));
    let input = lines.concat();
    let counts = store.index(&extractor().unwrap(), input.as_bytes(), 4, |_, error| panic!("{error}")).unwrap();
    assert_eq!((counts.written, counts.unchanged), (ALL - COMMITTED, COMMITTED));
    assert_eq!((articles(&store), found(&store, &["--facts"]).len()), (ALL, ALL));
}

#[test]
fn lines_that_cannot_be_read_are_named_and_the_others_indexed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("articles.ndjson");
    let date = r#"{"id": "b", "text": "", "date": "soon"}"#;
    std::fs::write(&path, line("a", OLD) + "\n{\"id\": 1}\n" + date + "\n" + &line("c", OLD)).unwrap();
    let output = command(&folder, &[path.to_str().unwrap()]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains("articles.ndjson:3: invalid type: integer `1`, expected a string at column")
            && said.contains("articles.ndjson:4: the date \"soon\""),
        "{said}"
    );
    assert_eq!(found(&Store::open(folder.path()).unwrap(), &["police"]).len(), 2);
}

/// The command that indexes into a folder.
fn command(folder: &tempfile::TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faktum-tantivy"));
    command.arg("--index").arg(folder.path()).arg("index").args(arguments);
    command
}

/// Waits for something that a job does.
fn wait(job: &mut Child, is_done: impl Fn() -> bool) {
    let begin = Instant::now();
    while !is_done() {
        assert_eq!(job.try_wait().unwrap(), None, "the job ended");
        assert!(begin.elapsed() < Duration::from_secs(60), "the job does not commit");
        sleep(Duration::from_millis(20));
    }
}
