-- The ledger's page of one state: what was left out, which may be one line in a hundred thousand. The
-- predicate names the reason and not the state, because no delivery changes it: an index that knows the
-- state would cost each delivered line an entry in every index.
CREATE INDEX "ledger_lines_left_out_idx" ON "ledger_lines"("shopId", "receivedAt" DESC, id DESC) WHERE reason IS NOT NULL;

-- Retention has a period for each shop.
DROP INDEX "consent_snapshots_receivedAt_idx";
CREATE INDEX "consent_snapshots_shopId_receivedAt_idx" ON "consent_snapshots"("shopId", "receivedAt");
-- Retention: what still has its sealed part.
CREATE INDEX "consent_snapshots_sealed_idx" ON "consent_snapshots"("shopId", "receivedAt") WHERE sealed IS NOT NULL;
