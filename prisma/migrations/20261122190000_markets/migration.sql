-- Feeds of further markets: how their shoppers meet the shop, and why such a feed is off.
ALTER TABLE "feeds" ADD COLUMN     "problem" TEXT,
ADD COLUMN     "marketId" TEXT,
ADD COLUMN     "storeLocale" TEXT,
ADD COLUMN     "rootUrl" TEXT,
ADD COLUMN     "asksCountry" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "chosenAt" TIMESTAMPTZ(3);
