-- The primary keys and sequences of the renamed tables, whose names the new tables get.

alter index schema_version_pkey rename to before_9_schema_version_pkey;
alter index document_pkey rename to before_9_document_pkey;
alter index generation_pkey rename to before_9_generation_pkey;
alter index tracked_pkey rename to before_9_tracked_pkey;
alter index ledger_log_pkey rename to before_9_ledger_log_pkey;
alter index quarantined_document_pkey rename to before_9_quarantined_document_pkey;
alter index tail_position_pkey rename to before_9_tail_position_pkey;
alter sequence ledger_log_entry_seq rename to before_9_ledger_log_entry_seq;
alter sequence quarantined_document_number_seq rename to before_9_quarantined_document_number_seq;
