//! Any bytes as a line of NDJSON: a document or an error, and a document as `serde_json` alone reads it.
#![no_main]

use faktum_fuzz::record::{FieldNames, Record};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let content = String::from_utf8_lossy(data);
    let line = content.trim_ascii();
    let record = match Record::parse(line, &FieldNames::default()) {
        Ok(record) => record,
        Err((_, message)) => {
            assert!(!message.is_empty());
            return;
        }
    };
    // What no field asks for need not be a value: a number out of range, half of a surrogate pair.
    let Ok(value) = serde_json::from_str::<Value>(line) else { return };
    assert!(!record.replaced, "a line that can be read was mended");
    assert_eq!(value["text"], *record.text);
    match (&value["id"], record.id) {
        (Value::String(id), Some(read)) => assert_eq!(*id, read.text()),
        (Value::Number(_), Some(read)) => assert!(line.contains(&*read.text())),
        (id, read) => assert!(id.is_null() && read.is_none(), "{id}, {read:?}"),
    }
});
