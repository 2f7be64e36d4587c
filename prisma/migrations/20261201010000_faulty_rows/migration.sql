-- The list, searched in the words of an answer. What was delivered has none, so a delivery that nothing
-- hinders enters no index more.
CREATE INDEX "outbox_faulty_idx" ON "outbox"("shopId") WHERE "lastError" IS NOT NULL;
