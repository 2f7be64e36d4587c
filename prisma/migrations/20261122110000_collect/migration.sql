-- CreateTable
CREATE TABLE "browser_sent_marks" (
    "shopId" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "eventName" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "browser_sent_marks_pkey" PRIMARY KEY ("shopId","eventId","eventName")
);

-- CreateIndex
CREATE INDEX "browser_sent_marks_receivedAt_idx" ON "browser_sent_marks"("receivedAt");

-- AddForeignKey
ALTER TABLE "browser_sent_marks" ADD CONSTRAINT "browser_sent_marks_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
