-- The read position in each growing file, by its name.
create table followed_text (
  name text not null,
  -- Device and inode, where the system has them.
  identity text,
  -- A digest of the first bytes and their number; a file that begins differently is another file.
  head text not null,
  head_bytes integer not null,
  -- The number of bytes that were read.
  read_bytes integer not null,
  noted_us integer not null,
  primary key (name)
) strict, without rowid;
