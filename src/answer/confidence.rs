//! Leaving out what an answer is not sure of.

use super::*;

impl Answer<'_> {
    /// Leaves out facts and mentions of a confidence below `least`, entities that nothing names any more, and what refers to
    /// them; ids are given anew. Other items have no confidence and stay. Linear in the answer's size.
    ///
    /// ```
    /// use faktum::{Document, Extractor};
    /// let text = "Police arrested 37 people. The minister opened the bridge in Leeds.";
    /// let mut answer = Extractor::builder().build()?.extract(&Document::new(text));
    /// let sure = answer.facts.iter().filter(|fact| fact.confidence >= 0.7).count();
    /// answer.retain_confident(0.7);
    /// assert!(sure > 0 && answer.facts.len() == sure);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn retain_confident(&mut self, least: f32) {
        let facts = places(&self.facts, |fact| fact.confidence >= least);
        self.facts.retain(|fact| fact.confidence >= least);
        for triple in self.triples.iter_mut().flatten() {
            triple.fact = triple.fact.and_then(|FactId(at)| moved(&facts, at)).map(FactId);
        }

        let mentions = places(&self.mentions, |mention| mention.confidence >= least);
        self.mentions.retain(|mention| mention.confidence >= least);
        for entity in &mut self.entities {
            entity.mentions =
                entity.mentions.iter().filter_map(|MentionId(at)| moved(&mentions, *at)).map(MentionId).collect();
        }
        let entities = places(&self.entities, |entity| !entity.mentions.is_empty());
        self.entities.retain(|entity| !entity.mentions.is_empty());
        let renamed = |EntityId(at): EntityId| moved(&entities, at).map(EntityId);
        for mention in &mut self.mentions {
            // Its entity has at least this mention.
            mention.entity = renamed(mention.entity).unwrap_or(mention.entity);
        }
        let speakers = self.statements.iter_mut().filter_map(|statement| statement.speaker.as_mut());
        let parts = self.facts.iter_mut().flat_map(|fact| {
            let places = fact.subject.iter_mut().chain(&mut fact.place).map(|part| &mut part.entity);
            places.chain(fact.source.iter_mut().map(|source| &mut source.entity))
        });
        for entity in speakers.map(|speaker| &mut speaker.entity).chain(parts) {
            *entity = entity.and_then(renamed);
        }
    }
}

/// The new place of each item, where the others are left out.
fn places<T>(items: &[T], keep: impl Fn(&T) -> bool) -> Vec<Option<u32>> {
    let mut next = 0..;
    items.iter().map(|item| if keep(item) { next.next() } else { None }).collect()
}

fn moved(places: &[Option<u32>], at: u32) -> Option<u32> {
    places.get(at as usize).copied().flatten()
}
