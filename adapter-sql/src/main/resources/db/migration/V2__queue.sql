-- The queue with the last outcome, the lease and the history of each id.

-- Every id that was ever tracked. A recorded one stays for its history; it is in no index, so that
-- it slows no query down.
create table tracked (
  id text not null,
  -- pending, recorded, given_up, refused; a pending one with a lease is claimed.
  state text not null,
  -- 1 while a recorded generation waits to be fetched again.
  reread integer not null,
  first_seen_us integer not null,
  -- When it was tracked or requeued last; attempts are counted from then on.
  since_us integer not null,
  next_due_us integer not null,
  attempts integer not null,
  answered_at_us integer,
  answer_reason text,
  answer text,
  -- A random token that proves the claim.
  lease integer,
  leased_until_us integer,
  primary key (id),
  check (state in ('pending', 'recorded', 'given_up', 'refused')),
  check (reread = 0 or state = 'pending'),
  check (lease is null or state = 'pending'),
  check ((lease is null) = (leased_until_us is null))
) strict, without rowid;

-- Events of a generation that its other rows no longer show.
create table ledger_log (
  entry integer not null primary key,
  generation_id text not null,
  at_us integer not null,
  -- tracked, given_up, refused, revived, reread_due, reread, forgotten
  what text not null,
  attempts integer not null,
  answered_at_us integer,
  answer_reason text,
  answer text
) strict;

-- Documents that could not be recorded, byte for byte; the newest few of each id.
create table aside (
  generation_id text not null,
  body_digest text not null,
  received_at integer not null,
  received_at_nanos integer not null,
  times integer not null,
  answered_at_us integer,
  answer_reason text,
  answer text not null,
  body blob not null,
  primary key (generation_id, body_digest)
) strict;

-- The age of a generation when it was fetched last, or enqueued to be fetched again.
alter table generation add column read_age_s integer default 0 not null;

update generation
set read_age_s = (
  select document.received_at - generation.created_at
  from document
  where document.generation_id = generation.id and document.revision = generation.revision);

-- In version 1, one text was both the message for people and the reason.
insert into tracked (
  id, state, reread, first_seen_us, since_us, next_due_us, attempts, answer_reason, answer)
select
  id,
  case when state = 'given_up' and last_answer not like 'not found: %' then 'refused' else state end,
  0,
  first_seen_us,
  first_seen_us,
  next_due_us,
  attempts,
  case
    when state = 'given_up' and last_answer like 'not found: %' then 'not_found'
    when state = 'given_up' then 'rejected'
    when last_answer like 'cannot read the answer: %' then 'unreadable'
    when last_answer like 'the answer is about %' then 'foreign'
    when last_answer like 'Genledger failed: %' then 'fault'
  end,
  case
    when state = 'given_up' and last_answer like 'not found: %' then substr(last_answer, 12)
    else last_answer
  end
from pending;

-- A claim reads the first of these from its start, so its time does not grow with the queue.
create index tracked_free on tracked (next_due_us) where state = 'pending' and lease is null;
create index tracked_leased on tracked (leased_until_us) where lease is not null;
-- Lists and counts read this index only.
create index tracked_open
  on tracked (state, answer_reason, first_seen_us, leased_until_us, next_due_us)
  where state <> 'recorded';

create index ledger_log_of on ledger_log (generation_id, at_us);
create index generation_read_age on generation (read_age_s, created_at);

drop table pending;
