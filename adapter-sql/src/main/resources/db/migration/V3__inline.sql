-- 1 for the inline usage of a completion, which the generation's own record replaces.
alter table document add column inline integer default 0 not null;
alter table generation add column inline integer default 0 not null;
