-- The first version of the ledger.
--
-- STRICT lets a column hold its own type and nothing else; INTEGER is SQLite's 64-bit whole number.
-- A column's name says its unit where there is one:
--   _picousd  10^-12 US dollars     _ns  nanoseconds     _us  microseconds since 1970, UTC
--   _at       seconds since 1970, UTC: datetime(created_at, 'unixepoch')

create table schema_version (
  version integer not null primary key,
  applied_at integer not null
) strict;

-- Every document byte for byte; a correction is a further revision beside the earlier ones.
create table document (
  generation_id text not null,
  revision integer not null,
  requested_id text,
  received_at integer not null,
  received_at_nanos integer not null,
  content_digest text not null,
  body blob not null,
  primary key (generation_id, revision)
) strict;

-- The newest document of each generation, in columns with OpenRouter's names. NULL is a field that
-- OpenRouter did not state. An amount finer than a picodollar is rounded half-even.
create table generation (
  id text not null,
  revision integer not null,
  recorded_at integer not null,
  content_digest text not null,

  -- The whole second and its fraction: exact, and a quarter of an hour is found by one division.
  created_at integer not null,
  created_at_nanos integer not null,
  -- Where the time comes from: record, id (which contains a second) or receipt of the document.
  created_basis text not null,

  upstream_id text,
  request_id text,
  session_id text,
  response_cache_source_id text,

  app_id integer,
  origin text,
  http_referer text,
  user_agent text,
  external_user text,
  workspace_id text,
  preset_id text,

  model text,
  provider_name text,
  router text,
  service_tier text,
  data_region text,
  web_search_engine text,
  provider_responses_count integer not null,

  api_type text,
  streamed integer,
  cancelled integer,
  finish_reason text,
  native_finish_reason text,

  latency_ns integer,
  moderation_latency_ns integer,
  generation_time_ns integer,

  tokens_prompt integer,
  tokens_completion integer,
  native_tokens_prompt integer,
  native_tokens_completion integer,
  native_tokens_reasoning integer,
  native_tokens_cached integer,
  native_tokens_completion_images integer,
  num_media_prompt integer,
  num_input_audio_prompt integer,
  num_media_completion integer,
  num_search_results integer,
  num_fetches integer,

  -- As stated.
  is_byok integer,
  usage_picousd integer,
  total_cost_picousd integer,
  upstream_inference_cost_picousd integer,
  cache_discount_picousd integer,
  -- As posted: the spend and its parts. NULL is unknown, which is not zero.
  spend_picousd integer,
  credits_picousd integer,
  own_key_upstream_picousd integer,

  -- The names of unknown fields, separated by commas; the document has their values.
  unknown_fields text,
  primary key (id),
  foreign key (id, revision) references document (generation_id, revision)
) strict;

-- The ids whose metadata is to be fetched. Recording a generation deletes its row.
create table pending (
  id text not null,
  state text not null,
  first_seen_us integer not null,
  next_due_us integer not null,
  attempts integer not null,
  last_answer text,
  leased_until_us integer,
  primary key (id),
  check (state in ('pending', 'given_up'))
) strict, without rowid;

-- A claim reads the first of these from its start, so its time does not grow with the queue.
create index pending_unclaimed on pending (state, next_due_us) where leased_until_us is null;
create index pending_claimed on pending (leased_until_us) where leased_until_us is not null;

-- A view for people: times and exact dollars.
create view generation_usd as
select
  id,
  strftime('%Y-%m-%dT%H:%M:%SZ', created_at, 'unixepoch') as created_at,
  model,
  provider_name,
  is_byok,
  case when spend_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(spend_picousd < 0, '-', ''), abs(spend_picousd / 1000000000000), abs(spend_picousd % 1000000000000)), '0'), '.') end as spend,
  case when credits_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(credits_picousd < 0, '-', ''), abs(credits_picousd / 1000000000000), abs(credits_picousd % 1000000000000)), '0'), '.') end as credits,
  case when own_key_upstream_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(own_key_upstream_picousd < 0, '-', ''), abs(own_key_upstream_picousd / 1000000000000), abs(own_key_upstream_picousd % 1000000000000)), '0'), '.') end as own_key_upstream,
  case when usage_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(usage_picousd < 0, '-', ''), abs(usage_picousd / 1000000000000), abs(usage_picousd % 1000000000000)), '0'), '.') end as usage,
  case when total_cost_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(total_cost_picousd < 0, '-', ''), abs(total_cost_picousd / 1000000000000), abs(total_cost_picousd % 1000000000000)), '0'), '.') end as total_cost,
  case when upstream_inference_cost_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(upstream_inference_cost_picousd < 0, '-', ''), abs(upstream_inference_cost_picousd / 1000000000000), abs(upstream_inference_cost_picousd % 1000000000000)), '0'), '.') end as upstream_inference_cost,
  case when cache_discount_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(cache_discount_picousd < 0, '-', ''), abs(cache_discount_picousd / 1000000000000), abs(cache_discount_picousd % 1000000000000)), '0'), '.') end as cache_discount
from generation;
