-- CreateTable
CREATE TABLE "backfill_runs" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOpen" BOOLEAN,
    "days" INTEGER NOT NULL,
    "createdFrom" TIMESTAMPTZ(3) NOT NULL,
    "createdUntil" TIMESTAMPTZ(3) NOT NULL,
    "after" TEXT,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "reachedAt" TIMESTAMPTZ(3),
    "tally" JSONB NOT NULL DEFAULT '{}',
    "faults" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "backfill_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "backfill_runs_shopId_isOpen_key" ON "backfill_runs"("shopId", "isOpen");

-- AddForeignKey
ALTER TABLE "backfill_runs" ADD CONSTRAINT "backfill_runs_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
