-- Copies all tables of version 8 but generations and their documents, which need decoding.

insert into schema_version (version, applied_us)
select version, applied_at * 1000000 from before_9_schema_version;

insert into tracked (
  id, state, refresh, first_seen_us, since_us, next_due_us, attempts, outcome_at_us, outcome_reason,
  outcome_message, lease, leased_until_us)
select
  id, state, refresh, first_seen_us, since_us, next_due_us, attempts, outcome_at_us, outcome_reason,
  outcome_message, lease, leased_until_us
from before_9_tracked
order by id;

insert into ledger_log (
  entry, generation_id, at_us, kind, attempts, outcome_at_us, outcome_reason, outcome_message)
select
  entry, generation_id, at_us, kind, attempts, outcome_at_us, outcome_reason, outcome_message
from before_9_ledger_log
order by entry;

insert into quarantined_document (
  number, generation_id, file, line, field, body_digest, first_received_us, received_us, times,
  outcome_at_us, outcome_reason, outcome_message, body)
select
  number, generation_id, file, line, field, body_digest, first_received_us,
  received_at * 1000000 + received_at_nanos / 1000, times, outcome_at_us, outcome_reason,
  outcome_message, body
from before_9_quarantined_document
order by number;

insert into tail_position (name, identity, offset_bytes, checksum, since_us)
select name, identity, offset_bytes, checksum, since_us from before_9_tail_position;

-- Earlier versions counted days in UTC.
insert into setting (name, value) values ('timezone', 'UTC');
