-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "shops" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT,
    "country" TEXT,
    "currency" TEXT,
    "storeUrl" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "installedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalledAt" TIMESTAMPTZ(3),
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pinterest_connections" (
    "shopId" UUID NOT NULL,
    "tagId" TEXT,
    "adAccountId" TEXT,
    "sealedToken" TEXT,
    "tokenLastFour" TEXT,
    "credentialVersion" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'not_connected',
    "attention" TEXT,
    "testResult" TEXT,
    "testedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pinterest_connections_pkey" PRIMARY KEY ("shopId")
);

-- CreateTable
CREATE TABLE "shopify_sessions" (
    "id" TEXT NOT NULL,
    "shopDomain" TEXT NOT NULL,
    "scope" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "sealedAccessToken" TEXT NOT NULL,
    "sealedRefreshToken" TEXT,
    "refreshExpiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "shopify_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_receipts" (
    "id" BIGSERIAL NOT NULL,
    "shopId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "bodySha256" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_lines" (
    "id" BIGSERIAL NOT NULL,
    "shopId" UUID NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderName" TEXT,
    "eventId" TEXT,
    "receivedBy" TEXT NOT NULL,
    "browserSeen" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "value" TEXT,
    "currency" TEXT,
    "matchKeys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "occurredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "shopId" UUID NOT NULL,
    "eventId" TEXT NOT NULL,
    "eventName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "payload" JSONB,
    "sealed" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "lastError" TEXT,
    "warning" TEXT,
    "browserSent" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_lanes" (
    "shopId" UUID NOT NULL,
    "adAccountId" TEXT NOT NULL,
    "credentialVersion" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "pausedUntil" TIMESTAMPTZ(3),
    "leaseOwner" INTEGER,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_lanes_pkey" PRIMARY KEY ("shopId","adAccountId","credentialVersion")
);

-- CreateIndex
CREATE UNIQUE INDEX "shops_platform_domain_key" ON "shops"("platform", "domain");

-- CreateIndex
CREATE INDEX "shopify_sessions_shopDomain_idx" ON "shopify_sessions"("shopDomain");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_receipts_shopId_topic_dedupeKey_key" ON "webhook_receipts"("shopId", "topic", "dedupeKey");

-- CreateIndex
CREATE INDEX "ledger_lines_shopId_receivedAt_idx" ON "ledger_lines"("shopId", "receivedAt" DESC);

-- CreateIndex
CREATE INDEX "ledger_lines_shopId_eventId_idx" ON "ledger_lines"("shopId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_lines_shopId_orderId_key" ON "ledger_lines"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "outbox_shopId_state_nextAttemptAt_idx" ON "outbox"("shopId", "state", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_shopId_eventId_key" ON "outbox"("shopId", "eventId");

-- AddForeignKey
ALTER TABLE "pinterest_connections" ADD CONSTRAINT "pinterest_connections_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_receipts" ADD CONSTRAINT "webhook_receipts_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_lanes" ADD CONSTRAINT "delivery_lanes_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

