-- A completion states its figures inline. They stand until the generation's own record comes.
alter table document add column inline integer default 0 not null;
alter table generation add column inline integer default 0 not null;
