-- CreateTable
CREATE TABLE "join_checks" (
    "shopId" UUID NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "items" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,
    "missingEvents" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "join_checks_pkey" PRIMARY KEY ("shopId")
);

-- AddForeignKey
ALTER TABLE "join_checks" ADD CONSTRAINT "join_checks_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "shops"("id") ON DELETE CASCADE ON UPDATE CASCADE;
