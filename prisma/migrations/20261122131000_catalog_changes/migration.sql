-- DropIndex
DROP INDEX "catalog_items_shopId_feedId_productId_idx";

-- AlterTable
ALTER TABLE "feed_versions" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'full';

-- CreateTable
CREATE TABLE "catalog_changes" (
    "shopId" UUID NOT NULL,
    "productId" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalog_changes_pkey" PRIMARY KEY ("shopId","productId")
);

-- AddForeignKey
ALTER TABLE "catalog_changes" ADD CONSTRAINT "catalog_changes_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
