-- AlterTable
ALTER TABLE "feed_registrations" ADD COLUMN     "words" TEXT;

-- AlterTable
ALTER TABLE "feed_versions" ADD COLUMN     "notesKey" TEXT;
