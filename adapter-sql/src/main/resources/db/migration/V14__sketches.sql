-- Sketches of the durations of a day of the ledger's time zone, from which percentiles are computed: by the dimensions that the
-- other rollups sum together, so that they answer the same queries. A body lists the buckets that are not empty, each with its
-- count (SketchBody.java); null is a sketch of no duration. Those of all shards add up. The program fills the table.
create table rollup_sketch (
  bucket int not null,
  shard int not null,
  account int not null,
  model int not null,
  provider int not null,
  byok int not null,
  trust int not null,
  latency blob,
  generation_time blob,
  primary key (bucket, shard, account, model, provider, byok, trust)
) strict, without rowid;

-- A change of the time zone that was interrupted begins anew.
drop table if exists rollup_day_next;
drop table if exists rollup_day_by_next;
delete from setting where name in ('timezone_next', 'timezone_next_quarter');
