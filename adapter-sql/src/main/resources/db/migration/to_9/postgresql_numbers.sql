-- Numbers that were given out, also to rows that are gone, are not given out again.

do $$ begin
  perform setval('ledger_log_entry_seq', last_value, is_called)
  from before_9_ledger_log_entry_seq;
  perform setval('quarantined_document_number_seq', last_value, is_called)
  from before_9_quarantined_document_number_seq;
end $$;
