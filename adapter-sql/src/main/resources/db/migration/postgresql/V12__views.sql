-- The view for people names every kind of document.

drop view generation_usd;

create view generation_usd as
select
  generation.id,
  to_timestamp(entry.created_us / 1000000) as created_at,
  cast(to_timestamp(entry.created_us / 1000000) at time zone 'UTC' as date) as day,
  account_text.value as account,
  model_text.value as model,
  provider_text.value as provider,
  app_text.value as app,
  external_user_text.value as external_user,
  session_text.value as session,
  workspace_text.value as workspace,
  preset_text.value as preset,
  origin_text.value as origin,
  api_type_text.value as api_type,
  finish_reason_text.value as finish_reason,
  router_text.value as router,
  tier_text.value as tier,
  region_text.value as region,
  entry.request_id,
  case entry.byok when 4 then false when 5 then true end as byok,
  case entry.cancelled when 6 then false when 7 then true end as cancelled,
  case entry.kind when 1 then 'inline' when 2 then 'activity' when 3 then 'broadcast' else 'record' end as kind,
  trust_text.value as trust,
  entry.revision,
  entry.prompt_tokens,
  entry.completion_tokens,
  entry.reasoning_tokens,
  entry.cached_tokens,
  entry.image_tokens,
  entry.latency_us / 1000 as latency_ms,
  entry.generation_time_us / 1000 as generation_time_ms,
  trim_scale(entry.spend_picousd * 0.000000000001) as spend,
  trim_scale(entry.credits_picousd * 0.000000000001) as credits,
  trim_scale(entry.byok_fee_picousd * 0.000000000001) as byok_fee,
  trim_scale(entry.byok_upstream_picousd * 0.000000000001) as byok_upstream,
  trim_scale(entry.cache_discount_picousd * 0.000000000001) as cache_discount,
  cast(trim_scale(entry.spend_picousd * 0.000000000001) as varchar) as spend_text,
  cast(trim_scale(entry.credits_picousd * 0.000000000001) as varchar) as credits_text,
  cast(trim_scale(entry.byok_fee_picousd * 0.000000000001) as varchar) as byok_fee_text,
  cast(trim_scale(entry.byok_upstream_picousd * 0.000000000001) as varchar) as byok_upstream_text,
  cast(trim_scale(entry.cache_discount_picousd * 0.000000000001) as varchar) as cache_discount_text,
  entry.spend_picousd,
  entry.credits_picousd,
  entry.byok_fee_picousd,
  entry.byok_upstream_picousd,
  entry.cache_discount_picousd
from generation
join entry on entry.seq = generation.current
left join dimension_value as account_text on account_text.number = entry.account
left join dimension_value as model_text on model_text.number = entry.model
left join dimension_value as provider_text on provider_text.number = entry.provider
left join dimension_value as app_text on app_text.number = entry.app
left join dimension_value as external_user_text on external_user_text.number = entry.external_user
left join dimension_value as session_text on session_text.number = entry.session
left join dimension_value as workspace_text on workspace_text.number = entry.workspace
left join dimension_value as preset_text on preset_text.number = entry.preset
left join dimension_value as origin_text on origin_text.number = entry.origin
left join dimension_value as api_type_text on api_type_text.number = entry.api_type
left join dimension_value as finish_reason_text on finish_reason_text.number = entry.finish_reason
left join dimension_value as router_text on router_text.number = entry.router
left join dimension_value as tier_text on tier_text.number = entry.tier
left join dimension_value as region_text on region_text.number = entry.region
left join dimension_value as trust_text on trust_text.number = entry.trust;
