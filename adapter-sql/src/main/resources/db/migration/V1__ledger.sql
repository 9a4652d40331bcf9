-- A placeholder, until the ledger's real tables replace it.
create table document (
  id varchar(200) not null primary key,
  received_at bigint not null,
  body blob not null
);
