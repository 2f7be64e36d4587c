-- The mode in which a shop sends, and the mode in which each act was recorded. What is there was recorded
-- to be reported.
ALTER TABLE "shops" ADD COLUMN "sending" TEXT NOT NULL DEFAULT 'real',
ADD COLUMN "sendingChangedAt" TIMESTAMPTZ(3);
ALTER TABLE "outbox" ADD COLUMN "sending" TEXT NOT NULL DEFAULT 'real';

-- Real events and test events are read apart, each from the beginning of an index of its own, so that
-- neither stands in the way of the other.
DROP INDEX "outbox_due_idx";
CREATE INDEX "outbox_due_idx" ON "outbox"("shopId", "occurredAt", id, "nextAttemptAt") WHERE state = 'pending' AND sending = 'real';
CREATE INDEX "outbox_test_due_idx" ON "outbox"("shopId", "occurredAt", id, "nextAttemptAt") WHERE state = 'pending' AND sending = 'test';

-- What never counted, for the comparison of a day and for the list of one state.
CREATE INDEX "outbox_tried_idx" ON "outbox"("shopId", state, "createdAt") WHERE state IN ('tested', 'shadowed');

-- One row per purpose of which all processes together may do one at a time, so far apart.
CREATE TABLE "turns" (
    "key" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "turns_pkey" PRIMARY KEY ("key")
);

-- When a reconciliation last came to its end. And per topic, when a webhook last came and how many did.
ALTER TABLE "shops" ADD COLUMN "reconciledAt" TIMESTAMPTZ(3);
CREATE INDEX "webhook_receipts_shopId_topic_receivedAt_idx" ON "webhook_receipts"("shopId", "topic", "receivedAt");
