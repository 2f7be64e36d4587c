-- What the browser says of an act is written on the act's row, a moment after it, and no index holds that.
-- Where the row's page has room, the change leaves all indexes alone.
ALTER TABLE "outbox" SET (fillfactor = 50);
