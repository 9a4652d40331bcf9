-- How far growing texts were read, by the name under which they are followed.
create table followed_text (
  name text not null,
  -- Device and inode, where the system has such.
  identity text,
  -- A digest of the first bytes, and how many these are: a text that begins otherwise is another.
  head text not null,
  head_bytes integer not null,
  -- All bytes before this one were read.
  read_bytes integer not null,
  noted_us integer not null,
  primary key (name)
) strict, without rowid;
