-- Numbers of documents that were dropped are not given out again.

delete from sqlite_sequence where name = 'quarantined_document';
insert into sqlite_sequence (name, seq)
select 'quarantined_document', seq from sqlite_sequence
where name = 'before_9_quarantined_document';
