//! Compiles `dictionaries/` into one lexicon per language.

fn main() { println!("cargo::rerun-if-changed=dictionaries"); }
