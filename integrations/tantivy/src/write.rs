//! Writing the index: lines in, articles and facts into it.

use std::collections::HashSet;
use std::io::BufRead;

use anyhow::Context;
use faktum::{Document, Extractor};
use tantivy::collector::Count;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{IndexWriter, ReloadPolicy, Searcher, Term};

use crate::input::Input;
use crate::{Store, document};

/// Articles after which the index is committed: what is read again where the job ends early.
pub const COMMIT: usize = 10_000;
/// Articles that are read at once, on all threads.
const AT_ONCE: usize = 256;
/// Bytes that the index may hold before it writes a segment.
const MEMORY: usize = 100_000_000;

/// What became of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles that are new or anew in the index.
    pub written: usize,
    /// Their facts.
    pub facts: usize,
    /// Articles that stood in the index already, read by the same extractor.
    pub unchanged: usize,
    /// Lines that could not be read.
    pub failed: usize,
}

impl Store {
    /// Indexes articles from NDJSON (`id`, `text`, perhaps `lang` and `date`), and commits whenever it has written `commit` of
    /// them. What an id had before is replaced; what is up to date is left, so that a job that was stopped goes on where it
    /// was. Lines that cannot be read go to `failed` with their number.
    pub fn index(
        &self,
        extractor: &Extractor,
        mut lines: impl BufRead,
        commit: usize,
        mut failed: impl FnMut(usize, serde_json::Error),
    ) -> anyhow::Result<Counts> {
        let mut writer: IndexWriter = self.index.writer(MEMORY)?;
        let reader = self.index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let fingerprint = extractor.fingerprint().id;
        let mut counts = Counts::default();
        let mut batch: Vec<Input> = Vec::new();
        // What the reader does not see yet.
        let mut uncommitted = HashSet::new();
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let more = lines.read_until(b'\n', &mut line).with_context(|| format!("line {number}"))? > 0;
            if !line.trim_ascii().is_empty() {
                match Input::parse(line.trim_ascii(), &fingerprint) {
                    Err(error) => {
                        counts.failed += 1;
                        failed(number, error);
                    }
                    Ok(input) if !uncommitted.contains(&input.id) && self.has(&reader.searcher(), &input.stamp)? => {
                        counts.unchanged += 1;
                    }
                    Ok(input) => {
                        uncommitted.insert(input.id.clone());
                        batch.push(input);
                    }
                }
            }
            let due = !more || uncommitted.len() >= commit;
            if due || batch.len() >= AT_ONCE {
                self.write(&writer, extractor, &batch, &mut counts)?;
                batch.clear();
            }
            if due {
                writer.commit()?;
                reader.reload()?;
                uncommitted.clear();
            }
            if !more {
                break;
            }
        }
        writer.wait_merging_threads()?;
        Ok(counts)
    }

    /// Whether an article of this stamp is in the index.
    fn has(&self, searcher: &Searcher, stamp: &str) -> tantivy::Result<bool> {
        let query = TermQuery::new(Term::from_field_text(self.fields.stamp, stamp), IndexRecordOption::Basic);
        Ok(searcher.search(&query, &Count)? > 0)
    }

    fn write(
        &self,
        writer: &IndexWriter,
        extractor: &Extractor,
        batch: &[Input],
        counts: &mut Counts,
    ) -> tantivy::Result<()> {
        let documents: Vec<Document<'_>> = batch.iter().map(Input::document).collect();
        for (input, answer) in batch.iter().zip(extractor.extract_batch(&documents)) {
            writer.delete_term(Term::from_field_text(self.fields.id, &input.id));
            writer.add_document(document::article(&self.fields, input, &answer))?;
            for fact in &answer.facts {
                writer.add_document(document::fact(&self.fields, input, &answer, fact))?;
            }
            counts.written += 1;
            counts.facts += answer.facts.len();
        }
        Ok(())
    }
}
