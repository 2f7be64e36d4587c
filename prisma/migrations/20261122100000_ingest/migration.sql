-- CreateTable
CREATE TABLE "ingest_secrets" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "secretSha256" TEXT NOT NULL,
    "lastFour" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ingest_secrets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE UNLOGGED TABLE "quota_counts" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "quota_counts_pkey" PRIMARY KEY ("key","windowStart")
);

-- CreateIndex
CREATE UNIQUE INDEX "ingest_secrets_secretSha256_key" ON "ingest_secrets"("secretSha256");

-- CreateIndex
CREATE INDEX "ingest_secrets_shopId_idx" ON "ingest_secrets"("shopId");

-- AddForeignKey
ALTER TABLE "ingest_secrets" ADD CONSTRAINT "ingest_secrets_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "outbox_shopId_eventId_key";

-- CreateIndex
CREATE UNIQUE INDEX "outbox_shopId_eventId_eventName_key" ON "outbox"("shopId", "eventId", "eventName");
