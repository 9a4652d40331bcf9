-- What leaves a ledger for a lake of several ledgers: every entry with the texts of its dimensions. The figures of an entry that a
-- correction cancels are negated, so that every sum over entries is a plain sum, and one over the entries recorded until a moment
-- is the sum as the ledger knew it then. Null is unknown or not stated.

create view entry_feed as
select
  entry.seq,
  entry.sign,
  entry.generation,
  entry.revision,
  entry.recorded_us,
  entry.created_us,
  case entry.kind when 1 then 'inline' when 2 then 'activity' when 3 then 'broadcast' else 'record' end as kind,
  account_text.value as account,
  model_text.value as model,
  provider_text.value as provider,
  byok_text.value as byok,
  trust_text.value as trust,
  app_text.value as app,
  workspace_text.value as workspace,
  preset_text.value as preset,
  origin_text.value as origin,
  api_type_text.value as api_type,
  finish_reason_text.value as finish_reason,
  router_text.value as router,
  tier_text.value as tier,
  region_text.value as region,
  cancelled_text.value as cancelled,
  external_user_text.value as external_user,
  session_text.value as session,
  entry.request_id,
  entry.sign * entry.spend_picousd as spend_picousd,
  entry.sign * entry.credits_picousd as credits_picousd,
  entry.sign * entry.byok_fee_picousd as byok_fee_picousd,
  entry.sign * entry.byok_upstream_picousd as byok_upstream_picousd,
  entry.sign * entry.cache_discount_picousd as cache_discount_picousd,
  entry.sign * entry.prompt_tokens as prompt_tokens,
  entry.sign * entry.completion_tokens as completion_tokens,
  entry.sign * entry.reasoning_tokens as reasoning_tokens,
  entry.sign * entry.cached_tokens as cached_tokens,
  entry.sign * entry.image_tokens as image_tokens,
  entry.sign * entry.latency_us as latency_us,
  entry.sign * entry.generation_time_us as generation_time_us
from entry
left join dimension_value as account_text on account_text.number = entry.account
left join dimension_value as model_text on model_text.number = entry.model
left join dimension_value as provider_text on provider_text.number = entry.provider
left join dimension_value as byok_text on byok_text.number = entry.byok
left join dimension_value as trust_text on trust_text.number = entry.trust
left join dimension_value as app_text on app_text.number = entry.app
left join dimension_value as workspace_text on workspace_text.number = entry.workspace
left join dimension_value as preset_text on preset_text.number = entry.preset
left join dimension_value as origin_text on origin_text.number = entry.origin
left join dimension_value as api_type_text on api_type_text.number = entry.api_type
left join dimension_value as finish_reason_text on finish_reason_text.number = entry.finish_reason
left join dimension_value as router_text on router_text.number = entry.router
left join dimension_value as tier_text on tier_text.number = entry.tier
left join dimension_value as region_text on region_text.number = entry.region
left join dimension_value as cancelled_text on cancelled_text.number = entry.cancelled
left join dimension_value as external_user_text on external_user_text.number = entry.external_user
left join dimension_value as session_text on session_text.number = entry.session;
