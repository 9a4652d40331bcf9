-- 1 was inline usage and 0 the generation's own record; now any kind of document has a number:
--   0 record, 1 inline usage of a completion, 2 row of an Activity CSV, 3 span of Broadcast
-- The generation's own record replaces all others.

alter table entry rename column inline to kind;
