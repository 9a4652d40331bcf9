-- Single dimensions are summed by days only: most quarters of an hour have about as many rows of a
-- dimension as they have entries, from which a report reads the quarters at the edges of its days.

drop table rollup_quarter_by;
