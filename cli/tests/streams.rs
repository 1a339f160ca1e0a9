//! How the command behaves at the ends of a pipe.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use common::line;

const PATIENCE: Duration = Duration::from_secs(30);

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_faktum"))
        .arg("extract")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_closed_pipe_ends_quietly() {
    for format in ["text", "json", "ndjson"] {
        let mut child = start(&["--input", "ndjson", "--output", format]);
        let mut input = child.stdin.take().unwrap();
        let feeder = thread::spawn(move || {
            let document = line("a", "Police arrested 37 people on Monday.");
            // Ends when the command does; the bound is for a command that never does.
            (0..2_000_000).take_while(|_| input.write_all(document.as_bytes()).is_ok()).count()
        });
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut String::new()).unwrap();
        drop(output);
        let status = child.wait().unwrap();
        assert!(feeder.join().unwrap() < 2_000_000, "the command read on with nobody listening");
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((status.code(), errors.as_str()), (Some(0), ""));
    }
}

#[test]
fn each_line_is_answered_while_the_input_stays_open() {
    let mut child = start(&["--input", "ndjson", "--output", "ndjson"]);
    let mut input = child.stdin.take().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let (answers, answered) = mpsc::channel();
    thread::spawn(move || output.lines().map_while(Result::ok).all(|answer| answers.send(answer).is_ok()));
    for id in ["a", "b", "c"] {
        input.write_all(line(id, "Police arrested 37 people on Monday.").as_bytes()).unwrap();
        input.flush().unwrap();
        let answer = answered.recv_timeout(PATIENCE).expect("an answer before the next line");
        assert!(answer.contains(&format!("\"id\":\"{id}\"")));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}
