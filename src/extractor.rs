//! The extractor and its builder: the way from a text to its answer, on one page.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "regions and sentences are ranges of the text and its tokens that were made from these"
)]

use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::answer::{Answer, Document, Explanation, OffsetUnit, Proposal, Span};
use crate::error::Error;
use crate::fingerprint::{Checksum, Fingerprint, Options};
use crate::lang::{Lang, Profile};
use crate::lexicon::gazetteer::{self, Dictionary, Found, Seeker, is_compiled};
use crate::lexicon::{self, Lexicons, Source, builtin_checksum};
use crate::options::{GlossLang, Names, Stage, Stages};
use crate::reading::Analysis;
use crate::rule::{self, Candidate};
use crate::text::{self, Index, Sentence, Token};
use crate::{clause, detect, fact, figure, name, reading, speech, time};

/// Chooses languages, stages, dictionaries and the shape of the answer. Made by [`Extractor::builder`].
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    languages: Vec<Lang>,
    fallback: Option<Lang>,
    stages: Stages,
    offsets: OffsetUnit,
    gloss: GlossLang,
    names: Names,
    sentence_texts: bool,
    tokens: bool,
    triples: bool,
    parts: bool,
    tolerant: bool,
    dictionaries: Vec<(String, Content)>,
}

/// A dictionary as a caller gives it.
#[derive(Clone, Debug)]
enum Content {
    Bytes(Vec<u8>),
    Compiled(Dictionary),
    /// Why it could not be read.
    Unread(Arc<std::io::Error>),
}

impl Content {
    fn checksum(&self) -> u64 {
        match self {
            Content::Bytes(bytes) => lexicon::hash::checksum(0, bytes),
            Content::Compiled(dictionary) => dictionary.checksum(),
            Content::Unread(_) => 0,
        }
    }
}

impl ExtractorBuilder {
    /// The languages to read; all by default. Text in another one gets an answer with empty layers and a note.
    ///
    /// The language of a [document](Document::lang) that does not name it is told from each of its paragraphs. Without the
    /// feature `detect` nothing is told: with one language to read, such a document is taken to be in it, and with several
    /// it is not read, as its note says.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Lang};
    /// let english = Extractor::builder().languages([Lang::En]).build()?;
    /// let answer = english.extract(&Document::new("Die Polizei hat am Montag mehrere Wohnungen in der Stadt durchsucht."));
    /// assert!(answer.sentences.is_empty() && answer.note.is_some());
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn languages(mut self, languages: impl IntoIterator<Item = Lang>) -> ExtractorBuilder {
        self.languages = languages.into_iter().collect();
        self
    }

    /// The language of short texts, such as headlines, that do not tell theirs; by default they are not read.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Lang};
    /// let extractor = Extractor::builder().fallback_lang(Some(Lang::De)).build()?;
    /// assert_eq!(extractor.extract(&Document::new("Bern – Wien 3:2")).lang, Some(Lang::De));
    /// assert_eq!(extractor.extract(&Document::new("Police arrested 37 people.")).lang, Some(Lang::En));
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn fallback_lang(mut self, lang: Option<Lang>) -> ExtractorBuilder {
        self.fallback = lang;
        self
    }

    /// The stages to run; all by default. What a stage needs runs with it. Sentences are always found.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Stage};
    /// let extractor = Extractor::builder().stages([Stage::Times]).build()?;
    /// let answer = extractor.extract(&Document::new("Police arrested 37 people in March 2014."));
    /// assert_eq!((answer.times[0].value.as_str(), answer.figures.len()), ("2014-03", 0));
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn stages(mut self, stages: impl IntoIterator<Item = Stage>) -> ExtractorBuilder {
        self.stages = Stages::of(&stages.into_iter().collect::<Vec<_>>());
        self
    }

    /// The unit of the answer's spans; bytes by default. Only those let [`Span::of`] slice the text.
    ///
    /// ```
    /// use faktum::{Document, Extractor, OffsetUnit};
    /// let extractor = Extractor::builder().offsets(OffsetUnit::Char).build()?;
    /// let answer = extractor.extract(&Document::new("Müßiggänger nahm die Polizei im März 2014 fest."));
    /// assert_eq!(answer.times[0].span.range(), 32..41);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn offsets(mut self, unit: OffsetUnit) -> ExtractorBuilder {
        self.offsets = unit;
        self
    }

    /// The language of [glosses](crate::Fact::gloss), one that is given or that of the sentence; English by default. Keys do
    /// not depend on it.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Lang};
    /// let extractor = Extractor::builder().gloss(Lang::De).build()?;
    /// let answer = extractor.extract(&Document::new("The agency received 37 reports in March 2014."));
    /// assert_eq!(answer.facts[0].gloss, "\"The agency\": 37 Berichte, März 2014");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn gloss(mut self, lang: impl Into<GlossLang>) -> ExtractorBuilder {
        self.gloss = lang.into();
        self
    }

    /// How names are found: by the model too, unless told otherwise.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Names};
    /// let document = Document::new("Am Abend traf Quarnbek den Trainer in Hamburg.").with_lang(faktum::Lang::De);
    /// let names = |names| {
    ///     let answer = Extractor::builder().names(names).build().unwrap().extract(&document);
    ///     answer.mentions.iter().map(|mention| mention.text.to_string()).collect::<Vec<_>>()
    /// };
    /// assert_eq!(names(Names::Dictionaries), ["Hamburg"]);
    /// assert_eq!(names(Names::Model), ["Quarnbek", "Hamburg"]);
    /// ```
    pub fn names(mut self, names: Names) -> ExtractorBuilder {
        self.names = names;
        self
    }

    /// Whether the answer holds the [texts of its sentences](Answer::sentence_texts); it does not by default.
    ///
    /// ```
    /// use faktum::{Document, Extractor};
    /// let extractor = Extractor::builder().sentence_texts(true).build()?;
    /// let answer = extractor.extract(&Document::new("It rained on Monday. Police arrested 37 people."));
    /// assert_eq!(answer.sentence_texts.unwrap(), ["It rained on Monday.", "Police arrested 37 people."]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn sentence_texts(mut self, sentence_texts: bool) -> ExtractorBuilder {
        self.sentence_texts = sentence_texts;
        self
    }

    /// Whether the answer lists the tokens; it does not by default.
    pub fn tokens(mut self, tokens: bool) -> ExtractorBuilder {
        self.tokens = tokens;
        self
    }

    /// Whether the answer lists the triples; it does not by default.
    pub fn triples(mut self, triples: bool) -> ExtractorBuilder {
        self.triples = triples;
        self
    }

    /// Whether the answer has the names inside compounds too, as mentions that [say so](crate::Mention::part); it does not by
    /// default, except those of one's own dictionaries. Facts and statements are the same either way.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Lang};
    /// let extractor = Extractor::builder().parts(true).build()?;
    /// let document = Document::new("Der SPD-Chef reiste am Montag nach Prag.").with_lang(Lang::De);
    /// let answer = extractor.extract(&document);
    /// let names: Vec<_> = answer.mentions.iter().map(|mention| (&*mention.text, mention.part)).collect();
    /// assert_eq!(names, [("SPD", true), ("Prag", false)]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn parts(mut self, parts: bool) -> ExtractorBuilder {
        self.parts = parts;
        self
    }

    /// Whether names of one's own are also found in spellings that their rows do not have: another transliteration, without
    /// diacritics, the surname first. They are not by default. A mention that only this found [says why](crate::Mention::variant).
    ///
    /// ```
    /// use faktum::{Document, Extractor};
    /// let names = "name\ttype\tid\nMuhammad Quarnbeck\tperson\tper/1\n";
    /// let extractor = Extractor::builder().dictionary("names.tsv", names).tolerant(true).build()?;
    /// let answer = extractor.extract(&Document::new("The lawyer of Mohammed Quarnbek left on Monday."));
    /// assert_eq!(answer.entities[0].reference.as_deref(), Some("per/1"));
    /// assert!(answer.mentions[0].variant.is_some());
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn tolerant(mut self, tolerant: bool) -> ExtractorBuilder {
        self.tolerant = tolerant;
        self
    }

    /// Adds a compiled dictionary of names. It has its rank among the other dictionaries by when it was added.
    pub fn compiled(mut self, dictionary: Dictionary) -> ExtractorBuilder {
        self.dictionaries.push((dictionary.name().to_string(), Content::Compiled(dictionary)));
        self
    }

    /// Adds a dictionary, given as the text of a TSV table whose header says what its rows are, for all languages.
    /// `name` stands in errors. The first dictionary added outranks later ones, and all outrank the built-in ones.
    ///
    /// ```
    /// let extractor = faktum::Extractor::builder()
    ///     .dictionary("own.tsv", "id\tsubtype\tany\ten\tde\norg/nordwerk\tcompany\tNordwerk\t\t\n")
    ///     .build()?;
    /// let document = faktum::Document::new("Nordwerk kündigte 37 Stellen an.").with_lang(faktum::Lang::De);
    /// let answer = extractor.extract(&document);
    /// assert_eq!(answer.entities[0].reference.as_deref(), Some("org/nordwerk"));
    /// # Ok::<(), faktum::Error>(())
    /// ```
    ///
    /// Names can also be given as regular expressions (columns `class` and `pattern`), or as literals that match even
    /// inside a word (`class` and `anywhere`):
    ///
    /// ```
    /// let extractor = faktum::Extractor::builder()
    ///     .dictionary("cases.tsv", "class\tpattern\nmisc.court-case\t\\b\\d+ [A-Z] \\d+/\\d\\d\\b\n")
    ///     .build()?;
    /// let answer = extractor.extract(&faktum::Document::new("The court decided in case 12 K 345/20 on Monday."));
    /// assert_eq!(answer.mentions[0].text, "12 K 345/20");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn dictionary(mut self, name: impl Into<String>, table: impl Into<String>) -> ExtractorBuilder {
        self.dictionaries.push((name.into(), Content::Bytes(table.into().into_bytes())));
        self
    }

    /// Adds a dictionary from a file: a table as [`dictionary`](Self::dictionary) takes it, or a compiled one, which is read
    /// into memory ([`compiled`](Self::compiled) takes one that is mapped). A file that cannot be read is an error of
    /// [`build`](Self::build).
    pub fn dictionary_file(mut self, path: impl AsRef<Path>) -> ExtractorBuilder {
        let path = path.as_ref();
        let content = std::fs::read(path).map_or_else(|error| Content::Unread(Arc::new(error)), Content::Bytes);
        self.dictionaries.push((path.display().to_string(), content));
        self
    }

    /// Opens the dictionaries: a few milliseconds, of which later extractors of the same process are spared most. Own
    /// dictionaries are compiled each time.
    ///
    /// # Errors
    ///
    /// [`Error::Dictionary`] with file, line and column for a bad row, [`Error::Rows`] for several of a table,
    /// [`Error::Compiled`] for a compiled dictionary that cannot be used, [`Error::Read`] for a file that cannot be read.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut languages = self.languages;
        languages.sort();
        languages.dedup();
        let mut dictionaries = self.dictionaries;
        for (name, content) in &mut dictionaries {
            if let Content::Bytes(bytes) = content
                && is_compiled(bytes)
            {
                *content = Content::Compiled(Dictionary::from_bytes(name.clone(), std::mem::take(bytes))?);
            }
        }
        let mut sources = Vec::with_capacity(dictionaries.len());
        let mut checksums = Vec::with_capacity(dictionaries.len());
        for (name, content) in &dictionaries {
            checksums.push(Checksum::new(name.clone(), content.checksum()));
            sources.push(match content {
                Content::Bytes(bytes) => Source::Table(name, lexicon::utf8(name, bytes)?),
                Content::Compiled(dictionary) if self.tolerant && !dictionary.is_tolerant() => {
                    let message = "compiled without the forms that tolerant matching takes; compile it again with them";
                    return Err(Error::Compiled { file: name.clone(), message: message.to_string() });
                }
                Content::Compiled(dictionary) => Source::Compiled(dictionary.clone()),
                Content::Unread(error) => {
                    let source = std::io::Error::new(error.kind(), error.to_string());
                    return Err(Error::Read { file: name.clone(), source });
                }
            });
        }
        let lexicons = Lexicons::open(&languages, sources, self.tolerant)?;
        Ok(Extractor {
            inner: Arc::new(Inner {
                lexicons,
                checksums,
                languages,
                fallback: self.fallback,
                stages: self.stages,
                offsets: self.offsets,
                gloss: self.gloss,
                names: self.names,
                sentence_texts: self.sentence_texts,
                tokens: self.tokens,
                triples: self.triples,
                parts: self.parts,
                tolerant: self.tolerant,
                number: NUMBER.fetch_add(1, Ordering::Relaxed),
                scratches: Mutex::default(),
            }),
        })
    }
}

/// Reads documents. Cheap to clone and to share between threads.
///
/// ```
/// use faktum::{Document, Extractor};
/// let extractor = Extractor::builder().build()?;
/// let document = Document::new("Police arrested 37 people on Monday.").with_date("2024-04-17".parse().unwrap());
/// let answer = extractor.extract(&document);
/// assert_eq!(answer.figures[0].text, "37");
/// assert_eq!(answer.times[0].value, "2024-04-15");
/// # Ok::<(), faktum::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    lexicons: Lexicons,
    /// Of callers' dictionaries.
    checksums: Vec<Checksum>,
    languages: Vec<Lang>,
    fallback: Option<Lang>,
    stages: Stages,
    offsets: OffsetUnit,
    gloss: GlossLang,
    names: Names,
    sentence_texts: bool,
    tokens: bool,
    triples: bool,
    parts: bool,
    tolerant: bool,
    /// Tells this extractor's lexicons from others' in a scratch that served both.
    number: usize,
    scratches: Mutex<Vec<Scratch>>,
}

impl Inner {
    fn regions(&self, document: &Document<'_>) -> Vec<detect::Region> {
        detect::regions(document.text, document.lang, &self.languages, self.fallback)
    }
}

/// The number of the next extractor.
static NUMBER: AtomicUsize = AtomicUsize::new(1);

/// Buffers that one extraction after another can use; holds nothing of a document that a later one could see.
///
/// [`Extractor::extract`] takes one from a pool; a thread that reads many documents and has its own waits for no other
/// thread. What a document of more than a mebibyte needs is freed with it. A clone has empty buffers.
#[derive(Debug, Default)]
pub struct Scratch {
    /// One for each document of a block.
    texts: Vec<TextScratch>,
    /// The names that are proposed in each.
    names: Vec<Vec<Candidate<name::Name>>>,
    lexicon: lexicon::Scratch,
    seeker: gazetteer::Scratch,
    layers: LayerScratch,
}

impl Clone for Scratch {
    fn clone(&self) -> Scratch {
        Scratch::default()
    }
}

impl Scratch {
    /// Keeps the buffers behind a block, if they are not too large.
    fn keep(&mut self, block: &[Document<'_>]) {
        if block.iter().any(|document| document.text.len() > KEPT) {
            *self = Scratch::default();
        }
    }
}

/// How many bytes a document may have whose buffers are kept for the next one. Those of a longer one take twenty times
/// its length, and filling them costs far more than asking for them; each is freed as soon as its stage is done.
const KEPT: usize = 1 << 20;

/// How many bytes of text and how many documents make a block, which each stage reads as a whole before the next one: enough
/// for a stage's code to stay near, and few enough for what was read to stay near as well.
const BLOCK: usize = 12 << 10;
const MOST_OF_BLOCK: usize = 16;

/// Documents in blocks, in order; one that is longer than a block is one of its own.
fn blocks<'d, 't>(documents: &'d [Document<'t>]) -> impl Iterator<Item = &'d [Document<'t>]> {
    let mut rest = documents;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fit = |document: &&Document<'t>| {
            bytes += document.text.len();
            bytes <= BLOCK
        };
        let length = rest.iter().take(MOST_OF_BLOCK).take_while(fit).count().max(1);
        let block;
        (block, rest) = rest.split_at_checked(length)?;
        Some(block)
    })
}

/// What the first two stages make of a text.
#[derive(Debug, Default)]
struct TextScratch {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    index: Index,
    profiles: Vec<&'static Profile>,
    lexemes: lexicon::Lexemes,
    phrases: reading::Memory,
    own: Vec<Found>,
}

/// What the layers above them need.
#[derive(Debug, Default)]
struct LayerScratch {
    entities: name::Scratch,
    times: Vec<Candidate<time::Expression>>,
    figures: Vec<Candidate<figure::Reading>>,
    overlap: rule::Scratch,
    clauses: clause::Scratch,
}

impl Extractor {
    /// An extractor with the built-in dictionaries, all stages and byte offsets, unless told otherwise.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder {
            languages: Lang::ALL.to_vec(),
            fallback: None,
            stages: Stages::ALL,
            offsets: OffsetUnit::Byte,
            gloss: GlossLang::default(),
            names: Names::default(),
            sentence_texts: false,
            tokens: false,
            triples: false,
            parts: false,
            tolerant: false,
            dictionaries: Vec::new(),
        }
    }

    /// Reads one document, in time linear in its length. It cannot fail: what could not be read is said in the answer's
    /// [`note`](Answer::note), and texts of 4 GiB and more are not read.
    pub fn extract<'t>(&self, document: &Document<'t>) -> Answer<'t> {
        self.extract_with(&mut self.lend().scratch, document)
    }

    /// What its answers depend on besides their documents: the version, the dictionaries and what was chosen.
    pub fn fingerprint(&self) -> Fingerprint {
        let inner = &*self.inner;
        let built_in: Vec<(Lang, u64)> = inner.languages.iter().map(|lang| (*lang, builtin_checksum(*lang))).collect();
        let options = Options {
            detect: cfg!(feature = "detect"),
            fallback_lang: inner.fallback,
            stages: inner.stages.list(),
            offsets: inner.offsets,
            gloss: inner.gloss,
            names: inner.names,
            sentence_texts: inner.sentence_texts,
            tokens: inner.tokens,
            triples: inner.triples,
            parts: inner.parts,
            tolerant: inner.tolerant,
        };
        Fingerprint::new(&built_in, inner.checksums.clone(), options)
    }

    /// Buffers from the pool, warm from an earlier document where there was one.
    fn lend(&self) -> Loan<'_> {
        Loan { extractor: self, scratch: self.scratches().pop().unwrap_or_default() }
    }

    /// The buffers that no extraction uses at the moment: never more than ran at the same time.
    fn scratches(&self) -> MutexGuard<'_, Vec<Scratch>> {
        self.inner.scratches.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads documents on all threads of rayon's current pool. The answers stand in the order of the documents and are
    /// the same for any number of threads. Needs the feature `parallel`, which is on by default.
    ///
    /// ```
    /// use faktum::{Document, Extractor};
    /// let extractor = Extractor::builder().build()?;
    /// let texts = ["Police arrested 37 people.", "Die Polizei nahm 37 Menschen fest."];
    /// let answers = extractor.extract_batch(&texts.map(Document::new));
    /// assert_eq!(answers[0].facts[0].key, answers[1].facts[0].key);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    #[cfg(feature = "parallel")]
    pub fn extract_batch<'t>(&self, documents: &[Document<'t>]) -> Vec<Answer<'t>> {
        use rayon::prelude::*;
        let blocks: Vec<_> = blocks(documents).collect();
        let answers: Vec<Vec<Answer<'t>>> = blocks
            .into_par_iter()
            .map_init(|| self.lend(), |loan, block| self.extract_batch_with(&mut loan.scratch, block))
            .collect();
        answers.into_iter().flatten().collect()
    }

    /// Reads documents on this thread with buffers that the caller keeps. Small ones are read together, stage by stage, which
    /// takes less time than one after the other; the answers are the same.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Scratch};
    /// let extractor = Extractor::builder().build()?;
    /// let texts = ["Police arrested 37 people.", "Two of them were released on Monday."];
    /// let answers = extractor.extract_batch_with(&mut Scratch::default(), &texts.map(Document::new));
    /// assert_eq!(answers[1], extractor.extract(&Document::new(texts[1])));
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn extract_batch_with<'t>(&self, scratch: &mut Scratch, documents: &[Document<'t>]) -> Vec<Answer<'t>> {
        let mut answers = Vec::with_capacity(documents.len());
        for block in blocks(documents) {
            self.read(scratch, block, &mut answers, None);
            scratch.keep(block);
        }
        answers
    }

    /// Reads one document with buffers that the caller keeps for the next one, of this extractor or another.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Scratch};
    /// let extractor = Extractor::builder().build()?;
    /// let mut scratch = Scratch::default();
    /// for text in ["Police arrested 37 people.", "Two of them were released on Monday."] {
    ///     assert_eq!(extractor.extract_with(&mut scratch, &Document::new(text)).facts.len(), 1);
    /// }
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn extract_with<'t>(&self, scratch: &mut Scratch, document: &Document<'t>) -> Answer<'t> {
        let answer = self.read_one(scratch, document, None);
        scratch.keep(std::slice::from_ref(document));
        answer
    }

    /// Reads one document and tells how the answer came about: what every rule of names, times and figures proposed, and
    /// what became of it.
    ///
    /// ```
    /// use faktum::{Document, Extractor, Outcome};
    /// let extractor = Extractor::builder().build()?;
    /// let explanation = extractor.explain(&Document::new("Police arrested 37 people on Monday."));
    /// let kept: Vec<_> =
    ///     explanation.proposals.iter().filter(|proposal| proposal.outcome == Outcome::Kept).map(|kept| &*kept.text).collect();
    /// assert_eq!(kept, ["37", "Monday"]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn explain<'t>(&self, document: &Document<'t>) -> Explanation<'t> {
        let (mut loan, mut proposals) = (self.lend(), Vec::new());
        let answer = self.read_one(&mut loan.scratch, document, Some(&mut proposals));
        // A text that was not read left the buffers as they were.
        let text = loan.scratch.texts.first().filter(|_| !answer.sentences.is_empty());
        let lookups = text.map_or(Vec::new(), |text| {
            reading::lookups(&text.analysis(document.text, &loan.scratch.lexicon, &self.inner))
        });
        let mut explanation = Explanation { answer, proposals, lookups };
        explanation.convert_offsets(document.text);
        explanation
    }

    /// Reads one document.
    fn read_one<'t>(
        &self,
        scratch: &mut Scratch,
        document: &Document<'t>,
        proposals: Option<&mut Vec<Proposal<'t>>>,
    ) -> Answer<'t> {
        let mut answers = Vec::with_capacity(1);
        self.read(scratch, std::slice::from_ref(document), &mut answers, proposals);
        answers.pop().unwrap_or_else(|| Answer::empty(document))
    }

    /// Reads the documents of a block.
    fn read<'t>(
        &self,
        scratch: &mut Scratch,
        block: &[Document<'t>],
        answers: &mut Vec<Answer<'t>>,
        proposals: Option<&mut Vec<Proposal<'t>>>,
    ) {
        let regions = |document: &Document<'t>| {
            let regions = self.inner.regions(document).into_iter();
            regions.map(|region| (region.range, region.lang.profile()))
        };
        self.read_regions(scratch, block, regions, answers, proposals);
    }

    /// Reads those parts of a block's documents whose language is known, stage by stage.
    fn read_regions<'t, R: Iterator<Item = (Range<usize>, &'static Profile)>>(
        &self,
        scratch: &mut Scratch,
        block: &[Document<'t>],
        regions: impl Fn(&Document<'t>) -> R,
        answers: &mut Vec<Answer<'t>>,
        mut proposals: Option<&mut Vec<Proposal<'t>>>,
    ) {
        let inner = &*self.inner;
        let first = answers.len();
        answers.extend(block.iter().map(Answer::empty));
        let answers = &mut answers[first..];
        answers.iter_mut().for_each(|answer| answer.offsets = inner.offsets);
        // Offsets are 32 bits wide. So long a document has a block of its own.
        if let ([document], [answer]) = (block, &mut *answers)
            && u32::try_from(document.text.len()).is_err()
        {
            answer.note = Some("not read: longer than 4 GiB".into());
            return;
        }
        let Scratch { texts, names, lexicon, seeker, layers } = scratch;
        texts.resize_with(texts.len().max(block.len()), TextScratch::default);
        names.resize_with(texts.len(), Vec::new);
        lexicon.begin(inner.number);
        for ((read, document), answer) in texts.iter_mut().zip(block).zip(&mut *answers) {
            read.read(document.text, regions(document), lexicon, seeker, inner);
            read.describe(document, answer, inner);
        }
        for ((read, document), names) in texts.iter().zip(block).zip(&mut *names) {
            names.clear();
            if inner.stages.entities {
                let analysis = read.analysis(document.text, lexicon, inner);
                name::propose(&analysis, names, &mut layers.entities, inner.names, inner.number);
            }
        }
        for (((read, document), names), answer) in texts.iter().zip(block).zip(names).zip(&mut *answers) {
            let analysis = read.analysis(document.text, lexicon, inner);
            layers.find(&analysis, names, document, answer, inner, proposals.as_deref_mut());
        }
        for ((read, document), answer) in texts.iter().zip(block).zip(answers) {
            let analysis = read.analysis(document.text, lexicon, inner);
            layers.tell(&analysis, answer, inner, proposals.as_deref_mut());
            answer.convert_offsets(document.text);
        }
    }
}

impl LayerScratch {
    /// Decides between names, times and figures, and finds what they stand for.
    fn find<'t>(
        &mut self,
        analysis: &Analysis<'_, 't>,
        names: &mut Vec<Candidate<name::Name>>,
        document: &Document<'t>,
        answer: &mut Answer<'t>,
        inner: &Inner,
        proposals: Option<&mut Vec<Proposal<'t>>>,
    ) {
        let LayerScratch { entities, times, figures, overlap, .. } = self;
        let stages = inner.stages;
        times.clear();
        figures.clear();
        if stages.times {
            time::propose(analysis, times);
        }
        if stages.figures {
            figure::propose(analysis, figures, proposals.is_some());
        }
        if let Some(proposals) = proposals {
            *proposals = rule::explain(analysis.text, names, times, figures);
        }
        rule::settle(names, times, figures, overlap);

        let long = analysis.text.len() > KEPT;
        if stages.entities {
            (answer.mentions, answer.entities) = name::resolve(analysis, names);
        }
        if long {
            (*names, *entities, *overlap) = Default::default();
        }
        if stages.times {
            answer.date = document.date.or_else(|| time::date_line(analysis, times));
            (answer.times, answer.periods) = time::resolve(analysis, times, answer.date);
        }
        if long {
            *times = Vec::new();
        }
        if stages.figures {
            answer.figures = figure::bind(analysis, figures);
        }
        if long {
            *figures = Vec::new();
        }
    }

    /// Finds clauses, and what they say.
    fn tell<'t>(
        &mut self,
        analysis: &Analysis<'_, 't>,
        answer: &mut Answer<'t>,
        inner: &Inner,
        mut proposals: Option<&mut Vec<Proposal<'t>>>,
    ) {
        let (stages, scratch) = (inner.stages, &mut self.clauses);
        let clauses =
            if stages.statements || inner.triples { clause::clauses(analysis, scratch) } else { Default::default() };
        if stages.statements {
            answer.statements = speech::find(analysis, clauses, &answer.mentions);
            if let Some(proposals) = proposals.as_deref_mut() {
                rule::merge(proposals, speech::explain(analysis, clauses, &answer.mentions));
            }
        }
        let clauses = if (stages.facts || inner.triples) && !clauses.is_empty() {
            clause::participles(analysis, scratch)
        } else {
            Default::default()
        };
        if stages.facts {
            answer.facts = fact::assemble(analysis, clauses, answer, inner.gloss);
        }
        if inner.names == Names::Own {
            fact::keep_named(answer);
        }
        if inner.triples {
            answer.triples = Some(fact::triples(analysis, clauses, answer));
        }
        if stages.entities && inner.parts {
            name::part::add(analysis, answer, inner.names);
            if let Some(proposals) = proposals {
                rule::merge(proposals, name::part::explain(answer));
            }
        }
    }
}

/// Buffers that go back to the pool when they are no longer used.
struct Loan<'e> {
    extractor: &'e Extractor,
    scratch: Scratch,
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        self.extractor.scratches().push(std::mem::take(&mut self.scratch));
    }
}

#[cfg(any(test, feature = "training"))]
impl Extractor {
    /// What the first two stages make of a document.
    pub(crate) fn analyse<'a, 't>(&'a self, scratch: &'a mut Scratch, document: &Document<'t>) -> Analysis<'a, 't> {
        let regions = self.inner.regions(document);
        let regions = regions.into_iter().map(|region| (region.range, region.lang.profile()));
        let Scratch { texts, lexicon, seeker, .. } = scratch;
        texts.resize_with(texts.len().max(1), TextScratch::default);
        lexicon.begin(self.inner.number);
        texts[0].read(document.text, regions, lexicon, seeker, &self.inner);
        texts[0].analysis(document.text, lexicon, &self.inner)
    }
}

#[cfg(test)]
impl Extractor {
    /// An extractor for a language that no built-in dictionary has.
    pub(crate) fn trying(
        profile: &'static Profile,
        inflection: &'static lexicon::compiler::inflect::Inflection,
        tables: &[(&str, &str)],
    ) -> Result<Extractor, Error> {
        let mut extractor = Extractor::builder().languages([]).build()?;
        let inner = Arc::get_mut(&mut extractor.inner).expect("a new extractor is not shared");
        inner.lexicons.add(profile, inflection, tables, None)?;
        Ok(extractor)
    }

    /// Reads a document that is in the language tried.
    pub(crate) fn try_on<'t>(&self, profile: &'static Profile, document: &Document<'t>) -> Answer<'t> {
        let whole = |document: &Document<'t>| std::iter::once((0..document.text.len(), profile));
        let mut answers = Vec::new();
        self.read_regions(&mut self.lend().scratch, std::slice::from_ref(document), whole, &mut answers, None);
        answers.pop().expect("a document has an answer")
    }
}

impl TextScratch {
    /// The view of what was read last.
    fn analysis<'a, 't>(&'a self, text: &'t str, lexicon: &'a lexicon::Scratch, inner: &'a Inner) -> Analysis<'a, 't> {
        Analysis {
            text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            index: &self.index,
            profiles: &self.profiles,
            lexed: lexicon.lexed(&self.lexemes),
            lexicons: &inner.lexicons,
            own: &self.own,
            phrases: &self.phrases,
        }
    }

    /// Finds the tokens and sentences of parts of a text, each in its language, with their classes.
    fn read(
        &mut self,
        text: &str,
        regions: impl Iterator<Item = (Range<usize>, &'static Profile)>,
        lexicon: &mut lexicon::Scratch,
        seeker: &mut gazetteer::Scratch,
        inner: &Inner,
    ) {
        self.tokens.clear();
        self.sentences.clear();
        self.profiles.clear();
        self.phrases.clear();
        for (range, profile) in regions {
            let lexicons = inner.lexicons.of(profile);
            let words = detect::SentenceWords(lexicons);
            text::segment(
                &text[range.clone()],
                range.start as u32,
                profile,
                &words,
                &mut self.tokens,
                &mut self.sentences,
            );
            self.profiles.resize(self.sentences.len(), profile);
        }
        self.own.clear();
        if !inner.lexicons.names.is_empty() {
            self.find_own(text, seeker, inner);
        }
        self.index.read(&self.tokens, &self.sentences);
        lexicon.read(&mut self.lexemes, |lexicon| {
            for (sentence, profile) in self.sentences.iter().zip(&self.profiles) {
                let tokens = &self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
                lexicon.scan(text, tokens, inner.lexicons.of(profile));
            }
        });
    }

    /// Tells the answer what was read, as far as it is asked for.
    fn describe<'t>(&self, document: &Document<'t>, answer: &mut Answer<'t>, inner: &Inner) {
        let text = document.text;
        answer.sentences.extend(self.sentences.iter().map(|s| Span::new(s.start, s.end)));
        if inner.sentence_texts {
            answer.sentence_texts = Some(answer.sentences.iter().map(|span| span.of(text).into()).collect());
        }
        if inner.tokens {
            answer.tokens = Some(self.tokens.iter().map(|t| Span::new(t.start, t.end)).collect());
        }
        answer.lang = detect::main_lang(&self.sentences, &self.profiles).or(document.lang);
        if self.sentences.is_empty() && !text.trim().is_empty() {
            answer.note = Some(detect::why_unread(document.lang, &inner.languages).into());
        }
    }
}

impl TextScratch {
    /// Finds the names of users' dictionaries, and joins the sentences that such a name seemed to end: "Yahoo! Inc.".
    fn find_own(&mut self, text: &str, scratch: &mut gazetteer::Scratch, inner: &Inner) {
        let seeker =
            Seeker { dictionaries: &inner.lexicons.names, text, tokens: &self.tokens, tolerant: inner.tolerant };
        seeker.find(&self.sentences, &self.profiles, scratch, &mut self.own);
        let mut names = self.own.iter().peekable();
        let mut profiles = self.profiles.iter().copied();
        let (mut joined, mut kept): (Vec<Sentence>, Vec<&'static Profile>) = Default::default();
        let mut open = 0;
        for (sentence, profile) in self.sentences.drain(..).zip(profiles.by_ref()) {
            match joined.last_mut().filter(|_| open > sentence.tokens.start) {
                Some(last) => (last.end, last.tokens.end) = (sentence.end, sentence.tokens.end),
                None => {
                    joined.push(sentence.clone());
                    kept.push(profile);
                }
            }
            while let Some(name) = names.next_if(|name| name.tokens.start < sentence.tokens.end) {
                open = open.max(name.tokens.end);
            }
        }
        (self.sentences, self.profiles) = (joined, kept);
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, MOST_OF_BLOCK, blocks};
    use crate::answer::Document;

    #[test]
    fn blocks_hold_all_documents_in_order() {
        let texts = [0, 1, BLOCK - 1, 1, BLOCK, BLOCK + 1, 5, BLOCK / 2, BLOCK / 2, 1].map(|length| "a".repeat(length));
        let documents: Vec<_> = texts.iter().map(|text| Document::new(text.as_str())).collect();
        let lengths = |documents: &[Document<'_>]| blocks(documents).map(<[_]>::len).collect::<Vec<_>>();
        assert_eq!(lengths(&documents), [3, 1, 1, 1, 2, 2]);
        assert_eq!(lengths(&vec![Document::new(""); 2 * MOST_OF_BLOCK + 1]), [MOST_OF_BLOCK, MOST_OF_BLOCK, 1]);
        assert_eq!(lengths(&[]), [0; 0]);
    }

    #[test]
    fn extractors_go_between_threads() {
        fn check<T: Send + Sync + Clone>() {}
        check::<super::Extractor>();
    }
}
