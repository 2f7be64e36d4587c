-- Orders that the merchant's own servers reported as well are looked for among the few that they reported. An
-- order of a webhook enters no index more.
CREATE INDEX "ledger_lines_ingested_idx" ON "ledger_lines"("shopId", "receivedAt") WHERE "receivedBy" = 'ingest';
