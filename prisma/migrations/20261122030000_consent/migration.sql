-- AlterTable
ALTER TABLE "shops" ADD COLUMN     "consentPolicy" JSONB,
ADD COLUMN     "pixelSeenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ledger_lines" ADD COLUMN     "consent" JSONB;

-- CreateTable
CREATE TABLE "consent_snapshots" (
    "shopId" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "marketing" BOOLEAN,
    "analytics" BOOLEAN,
    "preferences" BOOLEAN,
    "saleOfData" BOOLEAN,
    "region" TEXT,
    "source" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "externalId" TEXT,
    "platformEventId" TEXT,
    "browserSent" BOOLEAN NOT NULL DEFAULT false,
    "browserSentAt" TIMESTAMPTZ(3),
    "sealed" TEXT,

    CONSTRAINT "consent_snapshots_pkey" PRIMARY KEY ("shopId","eventId")
);

-- CreateIndex
CREATE INDEX "consent_snapshots_receivedAt_idx" ON "consent_snapshots"("receivedAt");

-- AddForeignKey
ALTER TABLE "consent_snapshots" ADD CONSTRAINT "consent_snapshots_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
