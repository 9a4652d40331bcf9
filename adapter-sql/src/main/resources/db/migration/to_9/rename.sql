-- Renames the tables of version 8 out of the way of those of version 9. Both exist until every
-- generation is copied and compared.

drop view generation_usd;

drop index generation_read_age;
drop index tracked_free;
drop index tracked_leased;
drop index tracked_ended;
drop index ledger_log_of;
drop index quarantined_document_of_id;
drop index quarantined_document_of_files;

alter table schema_version rename to before_9_schema_version;
alter table document rename to before_9_document;
alter table generation rename to before_9_generation;
alter table tracked rename to before_9_tracked;
alter table ledger_log rename to before_9_ledger_log;
alter table quarantined_document rename to before_9_quarantined_document;
alter table tail_position rename to before_9_tail_position;
