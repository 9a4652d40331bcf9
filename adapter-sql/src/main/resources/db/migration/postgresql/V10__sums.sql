-- Most sums of a row are zero. Null in their place takes no room in a row.

do $$
declare rollup record;
begin
  for rollup in
    select
      table_name as name,
      string_agg(
        format('alter %1$I drop not null, alter %1$I type bigint using nullif(%1$I, 0)', column_name), ', ')
        as changes
    from information_schema.columns
    where table_schema = current_schema()
      and table_name in (
        'rollup_quarter', 'rollup_day', 'rollup_day_by', 'rollup_day_next', 'rollup_day_by_next')
      and data_type = 'bigint'
      and column_name not in ('requests', 'spend_microusd', 'spend_picousd')
    group by table_name
  loop
    execute format('alter table %I %s', rollup.name, rollup.changes);
  end loop;
end $$;
