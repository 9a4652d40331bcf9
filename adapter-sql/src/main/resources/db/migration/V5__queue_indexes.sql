-- Each row of tracked is in one partial index, that of its state, and a recorded row is in none. A
-- claim moves a row from tracked_free to tracked_leased; recording deletes it from there.
drop index tracked_open;
drop index tracked_free;

-- A claim reads it from its start. It covers lists and counts as well; it contains the lease, because
-- SQLite would otherwise read the row to see that it is null.
create index tracked_free
  on tracked (next_due_us, answer_reason, first_seen_us, lease)
  where state = 'pending' and lease is null;

-- Two terms: SQLite does not use an index on "state in (…)" for a query of one state.
create index tracked_ended
  on tracked (state, answer_reason, first_seen_us)
  where state = 'given_up' or state = 'refused';
