-- CreateTable
CREATE TABLE "feed_registrations" (
    "feedId" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "userId" TEXT NOT NULL,
    "pinterestFeedId" TEXT,
    "fetchTime" TEXT NOT NULL,
    "toldHash" TEXT,
    "toldAt" TIMESTAMPTZ(3),
    "resultId" TEXT,
    "resultStatus" TEXT,
    "resultAt" TIMESTAMPTZ(3),
    "original" INTEGER,
    "ingested" INTEGER,
    "errorCounts" JSONB NOT NULL DEFAULT '{}',
    "warnCounts" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_registrations_pkey" PRIMARY KEY ("feedId")
);

-- CreateTable
CREATE TABLE "reported_issues" (
    "id" BIGSERIAL NOT NULL,
    "shopId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "itemId" TEXT,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "attribute" TEXT,
    "value" TEXT NOT NULL,

    CONSTRAINT "reported_issues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_batches" (
    "shopId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "batchId" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_batches_pkey" PRIMARY KEY ("shopId","feedId","batchId")
);

-- CreateTable
CREATE TABLE "refused_items" (
    "shopId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "code" INTEGER,
    "attribute" TEXT,
    "message" TEXT NOT NULL,
    "refusedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refused_items_pkey" PRIMARY KEY ("shopId","feedId","itemId")
);

-- CreateIndex
CREATE INDEX "feed_registrations_shopId_idx" ON "feed_registrations"("shopId");

-- CreateIndex
CREATE INDEX "reported_issues_shopId_feedId_severity_code_idx" ON "reported_issues"("shopId", "feedId", "severity", "code");

-- CreateIndex
CREATE INDEX "item_batches_shopId_feedId_sentAt_idx" ON "item_batches"("shopId", "feedId", "sentAt");

-- AddForeignKey
ALTER TABLE "feed_registrations" ADD CONSTRAINT "feed_registrations_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_registrations" ADD CONSTRAINT "feed_registrations_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_issues" ADD CONSTRAINT "reported_issues_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_issues" ADD CONSTRAINT "reported_issues_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_batches" ADD CONSTRAINT "item_batches_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_batches" ADD CONSTRAINT "item_batches_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_items" ADD CONSTRAINT "refused_items_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_items" ADD CONSTRAINT "refused_items_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;
