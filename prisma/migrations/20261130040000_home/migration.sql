-- Which parts of an event Pinterest can match or measure it by, as bits. Null where a row was written before
-- this was noted, or is of an event that is not sent.
ALTER TABLE "outbox" ADD COLUMN "parts" INTEGER;

-- CreateTable
CREATE TABLE "event_figures" (
    "shopId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "eventName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "browserSent" BOOLEAN NOT NULL,
    "isErased" BOOLEAN NOT NULL,
    "events" INTEGER NOT NULL,
    "described" INTEGER NOT NULL,
    "parts" INTEGER[],

    CONSTRAINT "event_figures_pkey" PRIMARY KEY ("shopId","hour","eventName","state","browserSent","isErased")
);

-- CreateTable
CREATE TABLE "order_figures" (
    "shopId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "value" DECIMAL(24,4) NOT NULL,

    CONSTRAINT "order_figures_pkey" PRIMARY KEY ("shopId","hour","state","reason","currency")
);

-- CreateTable
CREATE TABLE "figure_counts" (
    "shopId" UUID NOT NULL,
    "countedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "figure_counts_pkey" PRIMARY KEY ("shopId")
);

-- CreateTable
CREATE TABLE "setup_guides" (
    "shopId" UUID NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3),
    "consentReviewedAt" TIMESTAMPTZ(3),
    "orderMatchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "setup_guides_pkey" PRIMARY KEY ("shopId")
);

-- CreateTable
CREATE TABLE "quality_scores" (
    "shopId" UUID NOT NULL,
    "adAccountId" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "scores" JSONB NOT NULL,

    CONSTRAINT "quality_scores_pkey" PRIMARY KEY ("shopId")
);

-- CreateIndex
CREATE INDEX "event_figures_hour_idx" ON "event_figures"("hour");

-- CreateIndex
CREATE INDEX "order_figures_hour_idx" ON "order_figures"("hour");

-- AddForeignKey
ALTER TABLE "event_figures" ADD CONSTRAINT "event_figures_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_figures" ADD CONSTRAINT "order_figures_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_counts" ADD CONSTRAINT "figure_counts_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setup_guides" ADD CONSTRAINT "setup_guides_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_scores" ADD CONSTRAINT "quality_scores_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
