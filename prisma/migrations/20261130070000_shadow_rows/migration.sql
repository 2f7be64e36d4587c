-- The comparison of shadow mode begins at its rows, of whatever state they are. A shop that never was in it
-- has none here.
CREATE INDEX "outbox_shadow_idx" ON "outbox"("shopId", "createdAt") WHERE sending = 'shadow';
