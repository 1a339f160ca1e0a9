//! What a caller chooses of an answer: its layers and the language of its glosses.

use serde::{Deserialize, Serialize};

use crate::lang::Lang;

/// A layer of the answer. Each is found only if asked for, together with what it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Stage {
    /// Mentions and entities.
    Entities,
    /// Times and periods.
    Times,
    /// Figures.
    Figures,
    /// Statements; needs entities.
    Statements,
    /// Facts; needs all the others.
    Facts,
}

/// Which stages run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stages {
    pub entities: bool,
    pub times: bool,
    pub figures: bool,
    pub statements: bool,
    pub facts: bool,
}

impl Stages {
    pub(crate) const ALL: Stages = Stages { entities: true, times: true, figures: true, statements: true, facts: true };

    /// The stages themselves.
    pub(crate) fn list(self) -> Vec<Stage> {
        let all = [
            (Stage::Entities, self.entities),
            (Stage::Times, self.times),
            (Stage::Figures, self.figures),
            (Stage::Statements, self.statements),
            (Stage::Facts, self.facts),
        ];
        all.into_iter().filter_map(|(stage, runs)| runs.then_some(stage)).collect()
    }

    pub(crate) fn of(stages: &[Stage]) -> Stages {
        let facts = stages.contains(&Stage::Facts);
        let statements = facts || stages.contains(&Stage::Statements);
        Stages {
            entities: statements || stages.contains(&Stage::Entities),
            times: facts || stages.contains(&Stage::Times),
            figures: facts || stages.contains(&Stage::Figures),
            statements,
            facts,
        }
    }
}

/// How names are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Names {
    /// By the dictionaries and rules alone: the fastest, and each name can be told from the row or rule behind it. Of the names
    /// in German sentences about half are found, in English ones three of five.
    Dictionaries,
    /// By a linear model as well, to which the dictionaries are evidence: it finds about three of four names in German
    /// sentences. Reading takes a third to a half longer.
    #[default]
    Model,
    /// Those of [dictionaries of one's own](crate::ExtractorBuilder::dictionary) only, with the short forms and surnames by which
    /// the document names them again. Facts and statements that have nothing to do with them are left out.
    Own,
}

/// The language in which glosses are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum GlossLang {
    /// The language of the sentence.
    Source,
    /// One language for all.
    #[serde(untagged)]
    In(Lang),
}

impl Default for GlossLang {
    fn default() -> GlossLang {
        GlossLang::In(Lang::En)
    }
}

impl From<Lang> for GlossLang {
    fn from(lang: Lang) -> GlossLang {
        GlossLang::In(lang)
    }
}
