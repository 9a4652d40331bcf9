-- Gives tables, columns and event kinds the names that the code uses. Each content digest gets the
-- version of its algorithm; earlier ledgers used version 1.

drop view generation_usd;

alter table document add column digest_version integer default 1 not null;
alter table generation add column digest_version integer default 1 not null;
alter table generation rename column own_key_upstream_picousd to byok_upstream_picousd;

-- 1 while a recorded generation waits to be fetched again.
alter table tracked rename column reread to refresh;
alter table tracked rename column answered_at_us to outcome_at_us;
alter table tracked rename column answer_reason to outcome_reason;
alter table tracked rename column answer to outcome_message;

-- tracked, given_up, refused, requeued, refresh_due, refreshed, forgotten
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

-- Documents that could not be recorded, byte for byte; the newest few of each id.
alter table aside rename to quarantined_document;
alter table quarantined_document rename column answered_at_us to outcome_at_us;
alter table quarantined_document rename column answer_reason to outcome_reason;
alter table quarantined_document rename column answer to outcome_message;

-- The read position in each growing file.
alter table followed_text rename to tail_position;
alter table tail_position rename column read_bytes to offset_bytes;
alter table tail_position rename column noted_us to read_at_us;

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
  case when byok_upstream_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(byok_upstream_picousd < 0, '-', ''), abs(byok_upstream_picousd / 1000000000000), abs(byok_upstream_picousd % 1000000000000)), '0'), '.') end as byok_upstream,
  case when usage_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(usage_picousd < 0, '-', ''), abs(usage_picousd / 1000000000000), abs(usage_picousd % 1000000000000)), '0'), '.') end as usage,
  case when total_cost_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(total_cost_picousd < 0, '-', ''), abs(total_cost_picousd / 1000000000000), abs(total_cost_picousd % 1000000000000)), '0'), '.') end as total_cost,
  case when upstream_inference_cost_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(upstream_inference_cost_picousd < 0, '-', ''), abs(upstream_inference_cost_picousd / 1000000000000), abs(upstream_inference_cost_picousd % 1000000000000)), '0'), '.') end as upstream_inference_cost,
  case when cache_discount_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(cache_discount_picousd < 0, '-', ''), abs(cache_discount_picousd / 1000000000000), abs(cache_discount_picousd % 1000000000000)), '0'), '.') end as cache_discount
from generation;
