-- What `faktum collate` does, in DuckDB's SQL: facts of many articles that agree, differ or change over time.
--
--   faktum extract -o ndjson articles/ > answers.ndjson
--   duckdb facts.db < docs/collate.sql        -- reads answers.ndjson, makes the tables tellings and verdicts
--
-- The same rules as there: a fact needs three of what is counted, relation, subject, place and period to be compared; an article
-- that tells several values of one thing is left out; "about" is a tenth more or less.

create or replace table answers as
select id, lang, date, entities, figures, facts
from read_json('answers.ndjson', format = 'newline_delimited', maximum_object_size = 1000000000, ignore_errors = true, columns = {
    id: 'VARCHAR', lang: 'VARCHAR', date: 'DATE',
    entities: 'STRUCT(name VARCHAR, ref VARCHAR)[]',
    figures: 'STRUCT(value JSON, low DOUBLE, high DOUBLE, approx VARCHAR, unit VARCHAR, "of" STRUCT(lemma VARCHAR, concept VARCHAR))[]',
    facts: 'STRUCT(id VARCHAR, "key" VARCHAR, kind VARCHAR, gloss VARCHAR, subject STRUCT(entity VARCHAR), figure VARCHAR,
            "time" STRUCT("begin" VARCHAR, "end" VARCHAR), place STRUCT(entity VARCHAR), source STRUCT("text" VARCHAR, entity VARCHAR),
            change STRUCT("by" VARCHAR, "from" VARCHAR, "to" VARCHAR), negated BOOLEAN, modality VARCHAR, sentence INTEGER,
            span INTEGER[], confidence DOUBLE)[]'
})
where facts is not null;

-- The item that an id names: its letter and its place in its list.
create or replace macro item(list, id) as list[cast(substr(id, 2) as integer) + 1];
create or replace macro called(entities, id) as coalesce(item(entities, id).ref, item(entities, id).name);

-- One row a fact, with what it is told of, when, and the numbers that it may mean.
create or replace table tellings as
with facts as (
    select id as article, lang, date, entities, unnest(facts) as fact, figures from answers
), parts as (
    select *, item(figures, fact.figure) as figure, regexp_extract(fact.key, '^(.*)\|([^|]*)\|([^|]*?)(?:\|not)?$', ['head', 'period', 'relation']) as k
    from facts
), told as (
    select
        fact.kind as kind,
        coalesce(figure."of".concept, lang || ':' || figure."of".lemma) as "of",
        figure.unit as unit,
        nullif(k.relation, '') as relation,
        case fact.figure when fact.change."by" then 'by' when fact.change."from" then 'from' when fact.change."to" then 'to' end as change,
        fact.negated and fact.kind <> 'event' as negated,
        case when fact.modality not in ('asserted', 'reported') then fact.modality end as modality,
        case when fact.kind = 'event' then nullif(regexp_replace(k.head, '^event:', ''), '')
             else called(entities, fact.subject.entity) end as subject,
        called(entities, fact.place.entity) as place,
        nullif(k.period, '') as said,
        datediff('day', try_cast(left(fact."time"."begin", 10) as date), try_cast(left(fact."time"."end", 10) as date)) as days,
        case when fact.kind = 'event' then cast(not fact.negated as varchar)
             else concat_ws('..', cast(figure.value as varchar), figure.low, figure.high) end as value,
        try_cast(figure.value as double) as number,
        figure.approx as approx, figure.low as low, figure.high as high,
        article, lang, date, fact.id as fact, fact.sentence as sentence, fact.span as span, fact.gloss as gloss,
        coalesce(called(entities, fact.source.entity), fact.source."text") as source, fact.confidence as confidence
    from parts
)
select *,
    case when said is null then '' when days is null then 'open' when days < 28 then greatest(days, 1) || 'd'
         else cast(round(days / (365.25 / 12)) as integer) || 'm' end as length,
    coalesce(said, cast(date as varchar)) as period,
    case when kind = 'event' then cast(value = 'true' as integer)
         when number is null then case when approx = 'exact' and low is null and high is null then '-infinity'::double else coalesce(low, '-infinity'::double) end
         when approx = 'exact' then number when approx = 'about' then number - abs(number) * 0.1
         when approx in ('over', 'at_least') then number else '-infinity'::double end as least,
    case when kind = 'event' then cast(value = 'true' as integer)
         when number is null then coalesce(high, 'infinity'::double)
         when approx = 'exact' then number when approx = 'about' then number + abs(number) * 0.1
         when approx in ('under', 'at_most') then number else 'infinity'::double end as most
from told
where ("of" is not null)::integer + (relation is not null)::integer + (subject is not null)::integer + (place is not null)::integer
      + (said is not null)::integer >= 3
  and (kind <> 'event' or (relation is not null and subject is not null));

-- What one article tells of a thing and period, unless it tells several values that cannot all be so.
create or replace view clear as
select * from (
    select *, to_json({kind: kind, "of": "of", unit: unit, relation: relation, change: change, negated: negated,
                       modality: modality, subject: subject, place: place, length: length})::varchar as topic
    from tellings
)
window own as (partition by topic, period, article)
qualify max(least) over own <= min(most) over own;

-- Each value of each period with its articles.
create or replace view numbers as
select topic, length, period, value, max(least) as least, min(most) as most, count(distinct article) as articles,
    list({article: article, date: date, fact: fact, sentence: sentence, span: span, gloss: gloss, source: source,
          confidence: confidence} order by date, article, confidence desc) as told
from clear group by all;

create or replace view periods as
select topic, length, period, max(least) as least, min(most) as most, max(articles) as agreeing
from numbers group by all;

-- agree: a value of one period is told by two articles (of what has no time: on any days). differ: not all of one period's values
-- can be so. change: a value of one period cannot be so in another.
create or replace view changing as
select distinct a.topic from periods a join periods b on a.topic = b.topic and a.period <> b.period and a.least > b.most
where a.length <> 'open';

create or replace table verdicts as
with counted as (
    select topic, period, count(distinct article) as articles from clear group by grouping sets ((topic, period), (topic))
), undated as (
    select topic from (select topic, value, sum(articles) as agreeing, max(least) as least, min(most) as most
                       from numbers where length = '' group by all)
    group by topic having max(agreeing) >= 2 and max(least) <= min(most)
), found as (
    select topic, period, case when least > most then 'differ' else 'agree' end as verdict
    from periods where least > most or (length <> '' and agreeing >= 2)
    union all select topic, null, 'change' from changing
    union all select topic, null, 'agree' from undated where topic not in (from changing)
)
select verdict, found.topic, found.period, articles
from found join counted on found.topic = counted.topic and found.period is not distinct from counted.period
where articles >= 2
order by found.topic, found.period, verdict;

-- What is told of each, a row a value:
select verdict, topic, numbers.period, value, numbers.articles, told
from verdicts join numbers using (topic) where verdicts.period is null or verdicts.period = numbers.period
order by topic, verdict, numbers.period, value;
