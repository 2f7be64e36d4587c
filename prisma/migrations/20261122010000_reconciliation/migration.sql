-- CreateTable
CREATE TABLE "reconciliation_runs" (
    "shopId" UUID NOT NULL,
    "window" TEXT NOT NULL,
    "createdFrom" TIMESTAMPTZ(3) NOT NULL,
    "createdUntil" TIMESTAMPTZ(3) NOT NULL,
    "after" TEXT,

    CONSTRAINT "reconciliation_runs_pkey" PRIMARY KEY ("shopId","window")
);

-- AddForeignKey
ALTER TABLE "reconciliation_runs" ADD CONSTRAINT "reconciliation_runs_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
