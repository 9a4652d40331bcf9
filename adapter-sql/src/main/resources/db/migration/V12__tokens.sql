-- Counts of generations whose tokens are unknown, and what ratios leave out:
--   unknown_…_tokens  generations that do not state this number of tokens
--   unpriced_…        spend and tokens of generations that do not state spend, prompt and completion
--                     tokens, all three; the price of a token leaves them out
--   unrated_…_tokens  tokens of generations that do not state prompt and cached tokens, both; the
--                     cache hit rate leaves them out
-- And generation_time_us is now the sum of the generations that state their completion tokens, too.
-- Null is zero. The program fills the columns after this script.


alter table rollup_quarter drop column timed;
alter table rollup_quarter add column unknown_prompt_tokens integer;
alter table rollup_quarter add column unknown_completion_tokens integer;
alter table rollup_quarter add column unknown_reasoning_tokens integer;
alter table rollup_quarter add column unknown_cached_tokens integer;
alter table rollup_quarter add column unpriced_microusd integer;
alter table rollup_quarter add column unpriced_picousd integer;
alter table rollup_quarter add column unpriced_tokens integer;
alter table rollup_quarter add column unrated_prompt_tokens integer;
alter table rollup_quarter add column unrated_cached_tokens integer;

alter table rollup_day drop column timed;
alter table rollup_day add column unknown_prompt_tokens integer;
alter table rollup_day add column unknown_completion_tokens integer;
alter table rollup_day add column unknown_reasoning_tokens integer;
alter table rollup_day add column unknown_cached_tokens integer;
alter table rollup_day add column unpriced_microusd integer;
alter table rollup_day add column unpriced_picousd integer;
alter table rollup_day add column unpriced_tokens integer;
alter table rollup_day add column unrated_prompt_tokens integer;
alter table rollup_day add column unrated_cached_tokens integer;

alter table rollup_day_by drop column timed;
alter table rollup_day_by add column unknown_prompt_tokens integer;
alter table rollup_day_by add column unknown_completion_tokens integer;
alter table rollup_day_by add column unknown_reasoning_tokens integer;
alter table rollup_day_by add column unknown_cached_tokens integer;
alter table rollup_day_by add column unpriced_microusd integer;
alter table rollup_day_by add column unpriced_picousd integer;
alter table rollup_day_by add column unpriced_tokens integer;
alter table rollup_day_by add column unrated_prompt_tokens integer;
alter table rollup_day_by add column unrated_cached_tokens integer;

-- A change of the time zone that was interrupted begins anew.
drop table if exists rollup_day_next;
drop table if exists rollup_day_by_next;
delete from setting where name in ('timezone_next', 'timezone_next_quarter');
