-- A row of tracked is in one index at a time, that of its standing, and a recorded one in none: a
-- claim moves an entry from the first of these to tracked_leased, and recording takes it from there.
drop index tracked_open;
drop index tracked_free;

-- A claim walks it from its beginning, however long the queue is. What lists and counts ask of a row
-- is in it, too; so is the lease, for SQLite would read the row to see that there is none.
create index tracked_free
  on tracked (next_due_us, answer_reason, first_seen_us, lease)
  where state = 'pending' and lease is null;

-- Two terms, because SQLite does not see that one state is in a list of two.
create index tracked_ended
  on tracked (state, answer_reason, first_seen_us)
  where state = 'given_up' or state = 'refused';
