-- CreateTable
CREATE TABLE "item_check_runs" (
    "shopId" UUID NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "feedId" UUID,
    "place" INTEGER NOT NULL DEFAULT 0,
    "passAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "item_check_runs_pkey" PRIMARY KEY ("shopId")
);

-- CreateTable
CREATE TABLE "item_checks" (
    "shopId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "itemId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_checks_pkey" PRIMARY KEY ("shopId","feedId","code","itemId")
);

-- CreateIndex
CREATE INDEX "item_checks_shopId_feedId_itemId_idx" ON "item_checks"("shopId", "feedId", "itemId");

-- AddForeignKey
ALTER TABLE "item_check_runs" ADD CONSTRAINT "item_check_runs_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_checks" ADD CONSTRAINT "item_checks_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_checks" ADD CONSTRAINT "item_checks_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;
