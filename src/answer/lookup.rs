//! From ids and places to the items of an answer.

use super::*;

/// Looks an item up by its id, which is its place in its list.
macro_rules! by_id {
    ($($(#[$doc:meta])* $name:ident: $id:ident -> $type:ident in $list:ident;)*) => {
        /// Items by their ids, in constant time. The ids that stand in an answer always lead to an item of the same answer;
        /// one from elsewhere may lead to none.
        impl<'t> Answer<'t> {
            $(
                $(#[$doc])*
                pub fn $name(&self, id: $id) -> Option<&$type<'t>> {
                    self.$list.get(id.0 as usize)
                }
            )*
        }
    };
}

by_id! {
    /// The mention of an id.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let answer = extractor.extract(&faktum::Document::new("The agency Europol (EUROPOL) is in The Hague, Europol said."));
    /// let entity = &answer.entities[0];
    /// let texts: Vec<_> = entity.mentions.iter().filter_map(|id| answer.mention(*id)).map(|mention| &*mention.text).collect();
    /// assert_eq!(texts, ["Europol", "EUROPOL", "Europol"]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    mention: MentionId -> Mention in mentions;
    /// The entity of an id.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let answer = extractor.extract(&faktum::Document::new("Angela Merkel said on Monday that 37 people had died."));
    /// let entity = answer.entity(answer.mentions[0].entity).unwrap();
    /// assert_eq!(entity.name, "Angela Merkel");
    /// assert!(answer.entity(faktum::EntityId(99)).is_none());
    /// # Ok::<(), faktum::Error>(())
    /// ```
    entity: EntityId -> Entity in entities;
    /// The time of an id.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let text = "They received 37 reports between January and April 2014.";
    /// let answer = extractor.extract(&faktum::Document::new(text));
    /// let ends: Vec<_> = answer.periods[0].times.iter().filter_map(|id| answer.time(*id)).map(|time| &*time.value).collect();
    /// assert_eq!(ends, ["2014-01", "2014-04"]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    time: TimeId -> Time in times;
    /// The period of an id.
    ///
    /// ```
    /// use faktum::TimeSource;
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let text = "They received 37 reports between January and April 2014.";
    /// let answer = extractor.extract(&faktum::Document::new(text));
    /// let Some(TimeSource::Period(id)) = answer.facts[0].time.as_ref().map(|time| time.from) else { panic!() };
    /// assert_eq!(answer.period(id).unwrap().text, "between January and April 2014");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    period: PeriodId -> Period in periods;
    /// The figure of an id.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let answer = extractor.extract(&faktum::Document::new("Police arrested about 40 people on Monday."));
    /// let figure = answer.facts[0].figure.and_then(|id| answer.figure(id)).unwrap();
    /// assert_eq!((&*figure.text, figure.approx), ("about 40", faktum::Approximation::About));
    /// # Ok::<(), faktum::Error>(())
    /// ```
    figure: FigureId -> Figure in figures;
    /// The statement of an id.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let answer = extractor.extract(&faktum::Document::new("The agency said it received 37 reports."));
    /// let source = answer.facts[0].source.as_ref().unwrap();
    /// let statement = answer.statement(source.statement).unwrap();
    /// assert_eq!(statement.cue.as_ref().unwrap().lemma, "say");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    statement: StatementId -> Statement in statements;
    /// The fact of an id.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().triples(true).build()?;
    /// let answer = extractor.extract(&faktum::Document::new("Police arrested 37 people."));
    /// let fact = answer.triples.as_ref().unwrap()[0].fact.and_then(|id| answer.fact(id)).unwrap();
    /// assert_eq!(fact.key, "count:37:person||arrest");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    fact: FactId -> Fact in facts;
}

/// Items by their places. Spans are in the answer's unit.
impl<'t> Answer<'t> {
    /// The place in [`sentences`](Self::sentences) of the sentence in which a span begins; `None` where it begins between two.
    /// Logarithmic in the sentences.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let text = "It rained on Monday. Police arrested 37 people.";
    /// let answer = extractor.extract(&faktum::Document::new(text));
    /// let sentence = answer.sentence_of(answer.figures[0].span).unwrap();
    /// assert_eq!(sentence, 1);
    /// assert_eq!(answer.sentences[sentence].of(text), "Police arrested 37 people.");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn sentence_of(&self, span: Span) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        self.sentences.get(at).filter(|sentence| sentence.start <= span.start).map(|_| at)
    }

    /// The facts of a sentence, by its place in [`sentences`](Self::sentences), in their order. Linear in the facts.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let text = "It rained on Monday. Police arrested 37 people.";
    /// let answer = extractor.extract(&faktum::Document::new(text));
    /// assert_eq!(answer.facts_in(0).count(), 0);
    /// assert_eq!(answer.facts_in(1).map(|fact| &*fact.gloss).collect::<Vec<_>>(), ["Police: 37 people arrested"]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn facts_in(&self, sentence: usize) -> impl Iterator<Item = &Fact<'t>> {
        self.facts.iter().filter(move |fact| fact.sentence as usize == sentence)
    }

    /// The mentions that lie within a span, such as a sentence, a statement's content or a subject. Logarithmic in the
    /// mentions.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let text = "Angela Merkel flew to Paris. Boris Johnson stayed in London.";
    /// let answer = extractor.extract(&faktum::Document::new(text));
    /// let names: Vec<_> = answer.mentions_in(answer.sentences[1]).iter().map(|mention| &*mention.text).collect();
    /// assert_eq!(names, ["Boris Johnson", "London"]);
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn mentions_in(&self, span: Span) -> &[Mention<'t>] {
        within(&self.mentions, span, |mention| mention.span)
    }

    /// The times that lie within a span. Logarithmic in the times.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let answer = extractor.extract(&faktum::Document::new("It rained in March 2014. It snowed in May 2015."));
    /// assert_eq!(answer.times_in(answer.sentences[1])[0].value, "2015-05");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn times_in(&self, span: Span) -> &[Time<'t>] {
        within(&self.times, span, |time| time.span)
    }

    /// The figures that lie within a span. Logarithmic in the figures.
    ///
    /// ```
    /// # let extractor = faktum::Extractor::builder().build()?;
    /// let answer = extractor.extract(&faktum::Document::new("They found 40 coins. Police arrested 37 people."));
    /// assert_eq!(answer.figures_in(answer.sentences[1])[0].text, "37");
    /// # Ok::<(), faktum::Error>(())
    /// ```
    pub fn figures_in(&self, span: Span) -> &[Figure<'t>] {
        within(&self.figures, span, |figure| figure.span)
    }
}

/// The items within a span, of a list in which they stand in order and apart.
fn within<T>(items: &[T], span: Span, of: impl Fn(&T) -> Span) -> &[T] {
    let from = items.partition_point(|item| of(item).start < span.start);
    let to = items.partition_point(|item| of(item).end <= span.end);
    items.get(from..to).unwrap_or_default()
}
