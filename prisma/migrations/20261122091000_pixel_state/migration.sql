-- AlterTable
ALTER TABLE "shops" ADD COLUMN "pixelState" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN "pixelRefusal" TEXT,
ADD COLUMN "pixelChangedAt" TIMESTAMPTZ(3),
ADD COLUMN "pixelId" TEXT;
