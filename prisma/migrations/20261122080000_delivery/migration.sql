-- Prisma's schema knows no partial indexes, so these two stand here alone. A row leaves both when it is
-- settled, so they stay as small as what is open, however long the history.

-- What is open, or waits for a person: by when it may be tried, for the wake-ups, the holds and the
-- figures. It takes the place of an index over all states.
DROP INDEX "outbox_shopId_state_nextAttemptAt_idx";
CREATE INDEX "outbox_open_idx" ON "outbox"("shopId", state, "nextAttemptAt") WHERE state IN ('waiting', 'pending', 'held', 'dead_letter');

-- What a lane sends next: a batch is read from its beginning, in the order in which it is sent.
CREATE INDEX "outbox_due_idx" ON "outbox"("shopId", "occurredAt", id, "nextAttemptAt") WHERE state = 'pending';

-- A line is written once and changed once, when its event is settled. No index holds what changes, so
-- where its page has room the change leaves all five indexes alone.
ALTER TABLE "ledger_lines" SET (fillfactor = 50);
