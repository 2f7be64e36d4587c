-- AlterTable
ALTER TABLE "shops" ADD COLUMN "sealedErasureKey" TEXT;

-- AlterTable
ALTER TABLE "ledger_lines" ADD COLUMN "customerMarks" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "erasure_marks" (
    "shopId" UUID NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "erasure_marks_pkey" PRIMARY KEY ("shopId","mark")
);

-- CreateTable
CREATE TABLE "data_requests" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "requestId" TEXT NOT NULL,
    "sealedFile" TEXT NOT NULL,
    "customerMarks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_receipts_receivedAt_idx" ON "webhook_receipts"("receivedAt");

-- CreateIndex
CREATE INDEX "ledger_lines_customerMarks_idx" ON "ledger_lines" USING GIN ("customerMarks");

-- CreateIndex
CREATE INDEX "outbox_settledAt_idx" ON "outbox"("settledAt");

-- CreateIndex
CREATE INDEX "data_requests_receivedAt_idx" ON "data_requests"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "data_requests_shopId_requestId_key" ON "data_requests"("shopId", "requestId");

-- AddForeignKey
ALTER TABLE "erasure_marks" ADD CONSTRAINT "erasure_marks_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
