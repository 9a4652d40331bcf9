-- Quarantined documents get a number and an origin: the id they were fetched for, or the file that an
-- import read.

alter table quarantined_document rename to fetched_document;

create table quarantined_document (
  -- Never given to a second document, so that a script cannot drop another one than it read.
  number integer not null primary key autoincrement,
  generation_id text,
  file text,
  line integer,
  field text,
  body_digest text not null,
  first_received_us integer not null,
  received_at integer not null,
  received_at_nanos integer not null,
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

-- The time of the last receipt is the only one that earlier versions stored.
insert into quarantined_document (
  generation_id, body_digest, first_received_us, received_at, received_at_nanos, times,
  outcome_at_us, outcome_reason, outcome_message, body)
select
  generation_id, body_digest, received_at * 1000000 + received_at_nanos / 1000, received_at,
  received_at_nanos, times, outcome_at_us, outcome_reason, outcome_message, body
from fetched_document
order by received_at, received_at_nanos, generation_id, body_digest;

drop table fetched_document;
