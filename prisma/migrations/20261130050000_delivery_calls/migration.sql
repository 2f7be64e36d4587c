-- CreateTable
CREATE TABLE "delivery_calls" (
    "id" BIGSERIAL NOT NULL,
    "shopId" UUID NOT NULL,
    "adAccountId" TEXT NOT NULL,
    "credentialVersion" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "status" INTEGER,
    "answer" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "requestId" TEXT,
    "words" TEXT,

    CONSTRAINT "delivery_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delivery_calls_shopId_startedAt_idx" ON "delivery_calls"("shopId", "startedAt");

-- AddForeignKey
ALTER TABLE "delivery_calls" ADD CONSTRAINT "delivery_calls_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From an event to its calls. No index holds them: the statement that settles a row writes them too.
ALTER TABLE "outbox" ADD COLUMN     "callIds" BIGINT[],
ADD COLUMN     "callWords" JSONB;
