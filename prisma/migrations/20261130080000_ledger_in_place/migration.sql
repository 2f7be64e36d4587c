-- A delivery changes a line's state and nothing else that an index has, so that the line is changed within its
-- page and no index is touched. An index of the state took that away. The reason alone finds what the list shows.
DROP INDEX "ledger_lines_reason_idx";
CREATE INDEX "ledger_lines_reason_idx" ON "ledger_lines"("shopId", reason, "receivedAt" DESC, id DESC) WHERE reason IS NOT NULL;
