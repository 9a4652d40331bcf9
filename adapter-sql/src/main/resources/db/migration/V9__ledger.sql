-- The ledger of version 9, for SQLite and PostgreSQL.
--
-- Types are SQLite's. On PostgreSQL, int is 32 bits wide, integer is bigint, text is collated byte by
-- byte, so that it sorts as in a file, and blob is bytea.
-- A column's name says its unit where there is one:
--   _us  microseconds since 1970, UTC, or a duration in microseconds
--   _picousd  10^-12 US dollars     _microusd  10^-6 US dollars
-- An amount that is summed has two columns, _microusd and the rest in _picousd: the sum of no number of
-- rows overflows.

create table schema_version (
  version integer not null primary key,
  applied_us integer not null
) strict;

-- Settings of the ledger and positions of long work, by name.
create table setting (
  name text not null primary key,
  value text not null
) strict;

-- Texts that many entries share, by number. Number 0 means that the record states none.
create table dimension_value (
  number int not null primary key,
  dimension text not null,
  value text not null
) strict;
create unique index dimension_value_of on dimension_value (dimension, value);
insert into dimension_value (number, dimension, value) values
  (1, 'trust', 'record'), (2, 'trust', 'provisional'), (3, 'trust', 'unknown'),
  (4, 'byok', 'false'), (5, 'byok', 'true'),
  (6, 'cancelled', 'false'), (7, 'cancelled', 'true'),
  (8, 'account', 'default');

-- One row a generation; the entry that counts is current.
create table generation (
  id text not null primary key,
  current integer not null,
  -- 1 if the source returned the current content, or that of an earlier revision, for this id: then an
  -- imported copy does not replace it.
  collected int not null,
  -- Seconds between creation and the last fetch of the record, or the last time it was enqueued for
  -- a refresh. Null if the generation has inline usage only.
  read_age_s integer
) strict, without rowid;

-- Every revision, never changed. Beside an entry that replaces another stands that one again with sign
-- -1: the sum of sign * figure over all entries counts each generation once, and over the entries
-- recorded until a moment it is the sum as the ledger knew it then.
create table entry (
  seq integer not null primary key,
  -- 1, or -1 for the repetition of an entry that a correction cancels.
  sign int not null,
  -- The id of the generation.
  generation text not null,
  revision int not null,
  -- The entry of the revision before, or that the row cancels.
  previous integer,
  recorded_us integer not null,
  received_us integer not null,
  created_us integer not null,
  -- Days since 1970, UTC.
  day int not null,
  -- record, id or receipt: 0, 1, 2
  created_basis int not null,
  -- 1 for the inline usage of a completion, which the generation's own record replaces.
  inline int not null,
  -- 1 if the document was fetched by its id, 0 if it was imported.
  fetched int not null,
  digest_version int not null,
  -- The first 16 bytes of the content digest.
  digest blob not null,

  account int not null,
  model int not null,
  provider int not null,
  byok int not null,
  trust int not null,
  app int not null,
  workspace int not null,
  preset int not null,
  origin int not null,
  api_type int not null,
  finish_reason int not null,
  router int not null,
  tier int not null,
  region int not null,
  cancelled int not null,
  external_user int not null,
  session int not null,
  request_id text,

  -- NULL is unknown, which is not zero.
  spend_picousd integer,
  credits_picousd integer,
  byok_fee_picousd integer,
  byok_upstream_picousd integer,
  cache_discount_picousd integer,
  prompt_tokens integer,
  completion_tokens integer,
  reasoning_tokens integer,
  cached_tokens integer,
  image_tokens integer,
  latency_us integer,
  generation_time_us integer,

  -- One bit a finding by the rules of that version, and one bit a rule that the account's plan decides.
  findings integer not null,
  undecided_findings integer not null,
  findings_version int not null
) strict;
create index entry_created on entry (created_us);
create index entry_external_user on entry (day, external_user) where external_user <> 0;
create index entry_undecided on entry (created_us) where undecided_findings <> 0;
create index entry_session on entry (session) where session <> 0;

-- The money that a finding of an entry puts in question, if it is not zero. It has up to 24 decimals,
-- and each column the next six: _attousd 10^-18, _yoctousd 10^-24 US dollars. All are null if unknown.
create table finding_money (
  seq integer not null,
  -- The finding's bit.
  finding int not null,
  money_microusd integer,
  money_picousd integer,
  money_attousd integer,
  money_yoctousd integer,
  primary key (seq, finding)
) strict, without rowid;

-- The original document of each entry with sign 1.
create table document (
  seq integer not null primary key,
  -- The id it was fetched by, if that is another than the generation's.
  requested_id text,
  codec int not null,
  body blob not null
) strict;

-- Sums by quarters of an hour since 1970.
create table rollup_quarter (
  bucket int not null,
  shard int not null,
  account int not null,
  model int not null,
  provider int not null,
  byok int not null,
  trust int not null,
  requests integer not null,
  provisional integer not null,
  unknown_spend integer not null,
  unknown_credits integer not null,
  unknown_byok_upstream integer not null,
  unknown_cache_discount integer not null,
  spend_microusd integer not null,
  spend_picousd integer not null,
  credits_microusd integer not null,
  credits_picousd integer not null,
  byok_fee_microusd integer not null,
  byok_fee_picousd integer not null,
  byok_upstream_microusd integer not null,
  byok_upstream_picousd integer not null,
  cache_discount_microusd integer not null,
  cache_discount_picousd integer not null,
  prompt_tokens integer not null,
  completion_tokens integer not null,
  reasoning_tokens integer not null,
  cached_tokens integer not null,
  image_tokens integer not null,
  generation_time_us integer not null,
  -- Generations with a known generation time, and their completion tokens.
  timed integer not null,
  timed_tokens integer not null,
  primary key (bucket, shard, account, model, provider, byok, trust)
) strict, without rowid;

-- Sums by quarters and by the values of one dimension that is not in rollup_quarter.
create table rollup_quarter_by (
  dimension int not null,
  bucket int not null,
  shard int not null,
  value int not null,
  requests integer not null,
  provisional integer not null,
  unknown_spend integer not null,
  unknown_credits integer not null,
  unknown_byok_upstream integer not null,
  unknown_cache_discount integer not null,
  spend_microusd integer not null,
  spend_picousd integer not null,
  credits_microusd integer not null,
  credits_picousd integer not null,
  byok_fee_microusd integer not null,
  byok_fee_picousd integer not null,
  byok_upstream_microusd integer not null,
  byok_upstream_picousd integer not null,
  cache_discount_microusd integer not null,
  cache_discount_picousd integer not null,
  prompt_tokens integer not null,
  completion_tokens integer not null,
  reasoning_tokens integer not null,
  cached_tokens integer not null,
  image_tokens integer not null,
  generation_time_us integer not null,
  timed integer not null,
  timed_tokens integer not null,
  primary key (dimension, bucket, shard, value)
) strict, without rowid;

-- Sums by days of the ledger's time zone, numbered since 1970. A quarter belongs to the day in which it begins.
create table rollup_day (
  bucket int not null,
  shard int not null,
  account int not null,
  model int not null,
  provider int not null,
  byok int not null,
  trust int not null,
  requests integer not null,
  provisional integer not null,
  unknown_spend integer not null,
  unknown_credits integer not null,
  unknown_byok_upstream integer not null,
  unknown_cache_discount integer not null,
  spend_microusd integer not null,
  spend_picousd integer not null,
  credits_microusd integer not null,
  credits_picousd integer not null,
  byok_fee_microusd integer not null,
  byok_fee_picousd integer not null,
  byok_upstream_microusd integer not null,
  byok_upstream_picousd integer not null,
  cache_discount_microusd integer not null,
  cache_discount_picousd integer not null,
  prompt_tokens integer not null,
  completion_tokens integer not null,
  reasoning_tokens integer not null,
  cached_tokens integer not null,
  image_tokens integer not null,
  generation_time_us integer not null,
  timed integer not null,
  timed_tokens integer not null,
  primary key (bucket, shard, account, model, provider, byok, trust)
) strict, without rowid;

-- Sums by days and by the values of one dimension.
create table rollup_day_by (
  dimension int not null,
  bucket int not null,
  shard int not null,
  value int not null,
  requests integer not null,
  provisional integer not null,
  unknown_spend integer not null,
  unknown_credits integer not null,
  unknown_byok_upstream integer not null,
  unknown_cache_discount integer not null,
  spend_microusd integer not null,
  spend_picousd integer not null,
  credits_microusd integer not null,
  credits_picousd integer not null,
  byok_fee_microusd integer not null,
  byok_fee_picousd integer not null,
  byok_upstream_microusd integer not null,
  byok_upstream_picousd integer not null,
  cache_discount_microusd integer not null,
  cache_discount_picousd integer not null,
  prompt_tokens integer not null,
  completion_tokens integer not null,
  reasoning_tokens integer not null,
  cached_tokens integer not null,
  image_tokens integer not null,
  generation_time_us integer not null,
  timed integer not null,
  timed_tokens integer not null,
  primary key (dimension, bucket, shard, value)
) strict, without rowid;

-- Findings by days since 1970, UTC: how many generations have one, and the money in question.
create table rollup_finding (
  day int not null,
  shard int not null,
  -- The finding's bit; or -1 - version for all generations that were judged by one version of the rules.
  finding int not null,
  generations integer not null,
  unknown_money integer not null,
  money_microusd integer not null,
  money_picousd integer not null,
  money_attousd integer not null,
  money_yoctousd integer not null,
  primary key (day, shard, finding)
) strict, without rowid;

-- Every id that was ever tracked. A recorded one stays for its history; it is in no index, so that
-- it slows no query down.
create table tracked (
  id text not null,
  account text default 'default' not null,
  -- pending, recorded, given_up, refused; a pending one with a lease is claimed.
  state text not null,
  -- 1 while a recorded generation waits to be fetched again.
  refresh /*boolean*/ integer not null,
  first_seen_us integer not null,
  -- When it was tracked or requeued last; attempts are counted from then on.
  since_us integer not null,
  next_due_us integer not null,
  attempts int not null,
  outcome_at_us integer,
  outcome_reason text,
  outcome_message text,
  -- A random token that proves the claim.
  lease integer,
  leased_until_us integer,
  primary key (id),
  check (state in ('pending', 'recorded', 'given_up', 'refused')),
  check (not refresh or state = 'pending'),
  check (lease is null or state = 'pending'),
  check ((lease is null) = (leased_until_us is null))
) strict, without rowid;

-- Each row of tracked is in one partial index, that of its state, and a recorded row is in none. A
-- claim moves a row from tracked_free to tracked_leased; recording deletes it from there. A claim reads
-- tracked_free from its start. It covers lists and counts as well; it contains the lease, because SQLite
-- would otherwise read the row to see that it is null.
create index tracked_free
  on tracked (next_due_us, outcome_reason, first_seen_us, lease)
  where state = 'pending' and lease is null;
create index tracked_leased on tracked (leased_until_us) where lease is not null;
-- Two terms: SQLite does not use an index on "state in (…)" for a query of one state.
create index tracked_ended
  on tracked (state, outcome_reason, first_seen_us)
  where state = 'given_up' or state = 'refused';

-- Events of a generation that its other rows no longer show.
create table ledger_log (
  entry integer not null primary key autoincrement,
  generation_id text not null,
  at_us integer not null,
  -- tracked, given_up, refused, requeued, refresh_due, refreshed, forgotten
  kind text not null,
  attempts int not null,
  outcome_at_us integer,
  outcome_reason text,
  outcome_message text
) strict;
create index ledger_log_of on ledger_log (generation_id, at_us);

-- Documents that could not be recorded, with the id they were fetched for, or the file that an import read.
create table quarantined_document (
  -- Never given to a second document, so that a script cannot drop another one than it read.
  number integer not null primary key autoincrement,
  generation_id text,
  file text,
  line integer,
  field text,
  body_digest text not null,
  first_received_us integer not null,
  received_us integer not null,
  times integer not null,
  outcome_at_us integer,
  outcome_reason text,
  outcome_message text not null,
  body blob not null,
  check ((generation_id is null) = (file is not null)),
  check ((file is null) = (line is null))
) strict;
-- The same bytes are one document of an id, and one document of all files.
create unique index quarantined_document_of_id
  on quarantined_document (generation_id, body_digest)
  where generation_id is not null;
create unique index quarantined_document_of_files
  on quarantined_document (body_digest)
  where generation_id is null;

-- The read position in each growing file, by its name.
create table tail_position (
  name text not null primary key,
  -- Device and inode, where the system has them.
  identity text not null,
  offset_bytes integer not null,
  -- CRC-32 of the last bytes before the offset.
  checksum integer not null,
  -- Rotated files that were last written before this time have been read.
  since_us integer not null
) strict;
