//! The JSON Schema of answers is the one that is committed: `SCHEMA=write cargo test --test schema --features schema`.

use std::fs;
use std::path::Path;

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/answer.schema.json");
    let schema = serde_json::to_string_pretty(&faktum::output::json::schema()).unwrap() + "\n";
    if std::env::var("SCHEMA").is_ok_and(|wanted| wanted == "write") {
        fs::write(&path, &schema).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap() == schema, "docs/answer.schema.json is not current");
}
