-- Prisma's schema knows no partial indexes, so these three stand here alone. None of them holds a row
-- that is still to be sent.

-- Retention: what was settled long enough ago, shop by shop. It takes the place of an index over all.
DROP INDEX "outbox_settledAt_idx";
CREATE INDEX "outbox_settled_idx" ON "outbox"("shopId", "settledAt") WHERE "settledAt" IS NOT NULL AND state <> 'dead_letter';

-- Retention: what still has its sealed part.
CREATE INDEX "outbox_settled_sealed_idx" ON "outbox"("shopId", "settledAt") WHERE "settledAt" IS NOT NULL AND sealed IS NOT NULL;

-- Dead letters: their list, their redrive, and their retention.
CREATE INDEX "outbox_dead_letters_idx" ON "outbox"("shopId", "settledAt", id) WHERE state = 'dead_letter';

-- CreateTable
CREATE TABLE "warning_counts" (
    "shopId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "parameter" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "events" INTEGER NOT NULL,

    CONSTRAINT "warning_counts_pkey" PRIMARY KEY ("shopId","day","parameter","kind")
);

-- CreateIndex
CREATE INDEX "warning_counts_day_idx" ON "warning_counts"("day");

-- AddForeignKey
ALTER TABLE "warning_counts" ADD CONSTRAINT "warning_counts_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
