-- What a server keeps in its ledger: who may use it, and the colours of its page.

-- Access tokens of the API. Only the SHA-256 of a token's secret is kept, in hexadecimal digits.
create table access_token (
  name text not null primary key,
  -- read, write or admin.
  scope text not null,
  digest text not null,
  created_us integer not null,
  -- Null if it does not expire.
  expires_us integer
) strict;
create unique index access_token_digest on access_token (digest);

-- Sessions of a browser, each begun with a token, which it ends with.
create table access_session (
  -- SHA-256 of the session's secret.
  digest text not null primary key,
  -- SHA-256 of the token's secret. Unlike its name, no other token ever gets it.
  token_digest text not null,
  expires_us integer not null
) strict;
create index access_session_token on access_session (token_digest);

-- The colour of each value of a dimension that has one, as the number of the colour; 1 or more.
create table colour_slot (
  dimension text not null,
  value text not null,
  slot int not null,
  primary key (dimension, value)
) strict;
create unique index colour_slot_of on colour_slot (dimension, slot);

-- True for an id that is in the queue because it was looked up. The pending ones are counted, by the index alone.
alter table tracked add column looked_up /*boolean*/ integer not null default false;
create index tracked_looked_up on tracked (state, looked_up) where looked_up and state = 'pending';
