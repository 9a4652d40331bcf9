-- What only PostgreSQL needs: sequences, and a view for people with times and exact dollars.

create sequence entry_seq;
create sequence dimension_number start 101;

create view generation_usd as
select
  generation.id,
  to_timestamp(entry.created_us / 1000000) as created_at,
  model.value as model,
  provider.value as provider_name,
  case entry.byok when 4 then false when 5 then true end as is_byok,
  trust.value as trust,
  account.value as account,
  trim_scale(entry.spend_picousd * 0.000000000001) as spend,
  trim_scale(entry.credits_picousd * 0.000000000001) as credits,
  trim_scale(entry.byok_fee_picousd * 0.000000000001) as byok_fee,
  trim_scale(entry.byok_upstream_picousd * 0.000000000001) as byok_upstream,
  trim_scale(entry.cache_discount_picousd * 0.000000000001) as cache_discount
from generation
join entry on entry.seq = generation.current
left join dimension_value as model on model.number = entry.model
left join dimension_value as provider on provider.number = entry.provider
left join dimension_value as trust on trust.number = entry.trust
left join dimension_value as account on account.number = entry.account;
