-- The changes of ../V7__quarantine.sql.

alter table quarantined_document rename to fetched_document;
alter index quarantined_document_pkey rename to fetched_document_pkey;

create table quarantined_document (
  number bigint generated always as identity primary key,
  generation_id text collate "C",
  file text collate "C",
  line bigint,
  field text collate "C",
  body_digest text collate "C" not null,
  first_received_us bigint not null,
  received_at bigint not null,
  received_at_nanos integer not null,
  times bigint not null,
  outcome_at_us bigint,
  outcome_reason text collate "C",
  outcome_message text collate "C" not null,
  body bytea not null,
  check ((generation_id is null) = (file is not null)),
  check ((file is null) = (line is null))
);

create unique index quarantined_document_of_id
  on quarantined_document (generation_id, body_digest)
  where generation_id is not null;
create unique index quarantined_document_of_files
  on quarantined_document (body_digest)
  where generation_id is null;

insert into quarantined_document (
  generation_id, body_digest, first_received_us, received_at, received_at_nanos, times,
  outcome_at_us, outcome_reason, outcome_message, body)
select
  generation_id, body_digest, received_at * 1000000 + received_at_nanos / 1000, received_at,
  received_at_nanos, times, outcome_at_us, outcome_reason, outcome_message, body
from fetched_document
order by received_at, received_at_nanos, generation_id, body_digest;

drop table fetched_document;
