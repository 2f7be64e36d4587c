-- New marks wait in a list until whoever makes it too long sorts all of them in. Of four megabytes that takes some
-- tenths of a second, in the middle of a webhook; of these it takes milliseconds.
ALTER INDEX "ledger_lines_customerMarks_idx" SET (gin_pending_list_limit = 128);
