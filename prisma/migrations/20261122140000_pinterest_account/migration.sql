-- CreateTable
CREATE TABLE "pinterest_accounts" (
    "shopId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "businessName" TEXT,
    "isBusiness" BOOLEAN NOT NULL,
    "sealedAccessToken" TEXT NOT NULL,
    "accessExpiresAt" TIMESTAMPTZ(3) NOT NULL,
    "sealedRefreshToken" TEXT,
    "refreshExpiresAt" TIMESTAMPTZ(3),
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attention" TEXT,
    "offeredTo" TEXT,
    "adAccountId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pinterest_accounts_pkey" PRIMARY KEY ("shopId","stage")
);

-- CreateTable
CREATE TABLE "pinterest_sign_ins" (
    "id" UUID NOT NULL,
    "shopId" UUID NOT NULL,
    "shopifyUserId" TEXT NOT NULL,
    "ticketSha256" TEXT NOT NULL,
    "stateSha256" TEXT,
    "cookieSha256" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "pinterest_sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pinterest_sign_ins_ticketSha256_key" ON "pinterest_sign_ins"("ticketSha256");

-- CreateIndex
CREATE UNIQUE INDEX "pinterest_sign_ins_stateSha256_key" ON "pinterest_sign_ins"("stateSha256");

-- CreateIndex
CREATE INDEX "pinterest_sign_ins_shopId_createdAt_idx" ON "pinterest_sign_ins"("shopId", "createdAt");

-- AddForeignKey
ALTER TABLE "pinterest_accounts" ADD CONSTRAINT "pinterest_accounts_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pinterest_sign_ins" ADD CONSTRAINT "pinterest_sign_ins_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
