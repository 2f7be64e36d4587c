-- CreateTable
CREATE TABLE "catalog_settings" (
    "shopId" UUID NOT NULL,
    "settings" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalog_settings_pkey" PRIMARY KEY ("shopId")
);

-- CreateTable
CREATE TABLE "catalog_samples" (
    "shopId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "products" INTEGER NOT NULL,
    "variants" INTEGER NOT NULL,
    "sampledProducts" INTEGER NOT NULL,
    "sampledVariants" INTEGER NOT NULL,
    "metafields" TEXT[],
    "body" BYTEA NOT NULL,

    CONSTRAINT "catalog_samples_pkey" PRIMARY KEY ("shopId")
);

-- AddForeignKey
ALTER TABLE "catalog_settings" ADD CONSTRAINT "catalog_settings_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_samples" ADD CONSTRAINT "catalog_samples_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
