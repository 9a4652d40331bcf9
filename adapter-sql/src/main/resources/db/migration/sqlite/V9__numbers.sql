-- What only SQLite needs: the last numbers given out, and a view for people with times and exact dollars.

create table counter (
  name text not null primary key,
  value integer not null
) strict, without rowid;
insert into counter values ('entry_seq', 0), ('dimension_number', 100);

create view generation_usd as
select
  generation.id,
  strftime('%Y-%m-%dT%H:%M:%SZ', entry.created_us / 1000000, 'unixepoch') as created_at,
  model.value as model,
  provider.value as provider_name,
  case entry.byok when 4 then 0 when 5 then 1 end as is_byok,
  trust.value as trust,
  account.value as account,
  case when entry.spend_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(entry.spend_picousd < 0, '-', ''), abs(entry.spend_picousd / 1000000000000), abs(entry.spend_picousd % 1000000000000)), '0'), '.') end as spend,
  case when entry.credits_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(entry.credits_picousd < 0, '-', ''), abs(entry.credits_picousd / 1000000000000), abs(entry.credits_picousd % 1000000000000)), '0'), '.') end as credits,
  case when entry.byok_fee_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(entry.byok_fee_picousd < 0, '-', ''), abs(entry.byok_fee_picousd / 1000000000000), abs(entry.byok_fee_picousd % 1000000000000)), '0'), '.') end as byok_fee,
  case when entry.byok_upstream_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(entry.byok_upstream_picousd < 0, '-', ''), abs(entry.byok_upstream_picousd / 1000000000000), abs(entry.byok_upstream_picousd % 1000000000000)), '0'), '.') end as byok_upstream,
  case when entry.cache_discount_picousd is not null then rtrim(rtrim(printf('%s%d.%012d', iif(entry.cache_discount_picousd < 0, '-', ''), abs(entry.cache_discount_picousd / 1000000000000), abs(entry.cache_discount_picousd % 1000000000000)), '0'), '.') end as cache_discount
from generation
join entry on entry.seq = generation.current
left join dimension_value as model on model.number = entry.model
left join dimension_value as provider on provider.number = entry.provider
left join dimension_value as trust on trust.number = entry.trust
left join dimension_value as account on account.number = entry.account;
