-- For SQLite and PostgreSQL. A tail position is the identity of a file, an offset, and a checksum
-- of the bytes before the offset. The digest of the first bytes cannot be converted to it, so the
-- files of earlier positions are read again from their beginning.

delete from tail_position where identity is null;
update tail_position set offset_bytes = 0, head_bytes = 0;

-- CRC-32 of the last bytes before the offset.
alter table tail_position rename column head_bytes to checksum;
-- Rotated files that were last written before this time have been read.
alter table tail_position rename column read_at_us to since_us;
alter table tail_position drop column head;
