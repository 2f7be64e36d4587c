-- An order's event has its line in the ledger, and every other event stands for itself in the list.
ALTER TABLE "outbox" ADD COLUMN     "isOrder" BOOLEAN NOT NULL DEFAULT true;
UPDATE "outbox" o SET "isOrder" = false
 WHERE "eventName" <> 'checkout'
    OR NOT EXISTS (SELECT FROM "ledger_lines" l WHERE l."shopId" = o."shopId" AND l."eventId" = o."eventId");

-- Prisma's schema knows no partial indexes, so those of the list stand here alone. An order's row is in
-- none of the first two: its line is listed in its place.

-- The list: acts of one name, the latest first. All names are read side by side.
CREATE INDEX "outbox_acts_idx" ON "outbox"("shopId", "eventName", "createdAt" DESC, id DESC) WHERE NOT "isOrder";
-- The list: acts that were left out, by state and reason.
CREATE INDEX "outbox_acts_left_out_idx" ON "outbox"("shopId", state, reason, "createdAt" DESC, id DESC) WHERE NOT "isOrder" AND reason IS NOT NULL;
-- The list: orders that were left out, by state and reason. No delivery enters or leaves it.
CREATE INDEX "ledger_lines_reason_idx" ON "ledger_lines"("shopId", state, reason, "receivedAt" DESC, id DESC) WHERE reason IS NOT NULL;

-- CreateIndex
CREATE INDEX "ledger_lines_shopId_orderName_idx" ON "ledger_lines"("shopId", "orderName");

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_shopId_name_key" ON "saved_views"("shopId", "name");

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
