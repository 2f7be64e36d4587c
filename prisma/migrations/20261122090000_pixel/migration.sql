-- AlterTable
ALTER TABLE "shops" ADD COLUMN "collectKey" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "shops_collectKey_key" ON "shops"("collectKey");
