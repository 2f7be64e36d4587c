-- CreateTable
CREATE TABLE "feeds" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT 'tsv',
    "fileId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'on',
    "username" TEXT,
    "sealedPassword" TEXT,
    "currentVersionId" UUID,
    "gate" TEXT,
    "gatedVersionId" UUID,
    "checkedAt" TIMESTAMPTZ(3),
    "fetchedAt" TIMESTAMPTZ(3),
    "fetchedStatus" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_versions" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "items" INTEGER NOT NULL,
    "leftOut" INTEGER NOT NULL,
    "issueCounts" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "feed_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_issues" (
    "id" BIGSERIAL NOT NULL,
    "shopId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "itemId" TEXT,
    "productId" TEXT,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "attribute" TEXT,
    "value" TEXT NOT NULL,

    CONSTRAINT "feed_issues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_syncs" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "isOpen" BOOLEAN,
    "isCancelled" BOOLEAN NOT NULL DEFAULT false,
    "operationId" TEXT,
    "objects" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "reached" BIGINT NOT NULL DEFAULT 0,
    "outOf" BIGINT,
    "items" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "phaseAt" TIMESTAMPTZ(3) NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "catalog_syncs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_items" (
    "shopId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "variantId" TEXT NOT NULL,
    "part" SMALLINT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "price" TEXT,
    "salePrice" TEXT,
    "availability" TEXT,
    "leftOut" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "untoldSince" TIMESTAMPTZ(3),

    CONSTRAINT "catalog_items_pkey" PRIMARY KEY ("shopId","feedId","itemId")
);

-- CreateIndex
CREATE UNIQUE INDEX "feeds_fileId_key" ON "feeds"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "feeds_shopId_country_locale_currency_key" ON "feeds"("shopId", "country", "locale", "currency");

-- CreateIndex
CREATE INDEX "feed_versions_shopId_feedId_createdAt_idx" ON "feed_versions"("shopId", "feedId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "feed_issues_shopId_versionId_severity_code_idx" ON "feed_issues"("shopId", "versionId", "severity", "code");

-- CreateIndex
CREATE UNIQUE INDEX "catalog_syncs_shopId_isOpen_key" ON "catalog_syncs"("shopId", "isOpen");

-- CreateIndex
CREATE INDEX "catalog_syncs_shopId_requestedAt_idx" ON "catalog_syncs"("shopId", "requestedAt" DESC);

-- CreateIndex
CREATE INDEX "catalog_syncs_operationId_idx" ON "catalog_syncs"("operationId");

-- CreateIndex
CREATE INDEX "catalog_items_shopId_feedId_part_idx" ON "catalog_items"("shopId", "feedId", "part");

-- CreateIndex
CREATE INDEX "catalog_items_shopId_feedId_productId_idx" ON "catalog_items"("shopId", "feedId", "productId");

-- AddForeignKey
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_versions" ADD CONSTRAINT "feed_versions_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_versions" ADD CONSTRAINT "feed_versions_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_issues" ADD CONSTRAINT "feed_issues_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_issues" ADD CONSTRAINT "feed_issues_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_issues" ADD CONSTRAINT "feed_issues_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "feed_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_syncs" ADD CONSTRAINT "catalog_syncs_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Pinterest has not heard of, by feed, the oldest first. Most items have nothing to tell.
CREATE INDEX "catalog_items_untold_idx" ON "catalog_items"("shopId", "feedId", "untoldSince") WHERE "untoldSince" IS NOT NULL;
