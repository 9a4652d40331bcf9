-- The changes of ../V6__names.sql.

alter table document add column digest_version integer default 1 not null;
alter table generation add column digest_version integer default 1 not null;
alter table generation rename column own_key_upstream_picousd to byok_upstream_picousd;
alter view generation_usd rename column own_key_upstream to byok_upstream;

alter table tracked rename column reread to refresh;
alter table tracked rename column answered_at_us to outcome_at_us;
alter table tracked rename column answer_reason to outcome_reason;
alter table tracked rename column answer to outcome_message;

alter table ledger_log rename column what to kind;
alter table ledger_log rename column answered_at_us to outcome_at_us;
alter table ledger_log rename column answer_reason to outcome_reason;
alter table ledger_log rename column answer to outcome_message;
update ledger_log
set kind = case kind
  when 'revived' then 'requeued'
  when 'reread_due' then 'refresh_due'
  else 'refreshed'
end
where kind in ('revived', 'reread_due', 'reread');

alter table aside rename to quarantined_document;
alter index aside_pkey rename to quarantined_document_pkey;
alter table quarantined_document rename column answered_at_us to outcome_at_us;
alter table quarantined_document rename column answer_reason to outcome_reason;
alter table quarantined_document rename column answer to outcome_message;

alter table followed_text rename to tail_position;
alter index followed_text_pkey rename to tail_position_pkey;
alter table tail_position rename column read_bytes to offset_bytes;
alter table tail_position rename column noted_us to read_at_us;
