import type { AnyJob } from "~/queue.server";

import { askAfterItemsJob } from "./ask-after-items.server";
import { backfillShopJob } from "./backfill-shop.server";
import { beginSyncJob } from "./begin-sync.server";
import { checkFeedJob } from "./check-feed.server";
import { checkFeedsJob } from "./check-feeds.server";
import { checkItemsJob } from "./check-items.server";
import { checkJoinsJob } from "./check-joins.server";
import { countFiguresJob } from "./count-figures.server";
import { deliverLaneJob } from "./deliver-lane.server";
import { endGraceJob } from "./end-grace.server";
import { eraseShopJob } from "./erase-shop.server";
import { followConnectionJob } from "./follow-connection.server";
import { forgetByAgeJob } from "./forget-by-age.server";
import { lookAfterAccountJob } from "./look-after-account.server";
import { lookAfterAccountsJob } from "./look-after-accounts.server";
import { readQualityScoreJob } from "./read-quality-score.server";
import { readQualityScoresJob } from "./read-quality-scores.server";
import { readShopProfileJob } from "./read-shop-profile.server";
import { readShopProfilesJob } from "./read-shop-profiles.server";
import { reconcileShopJob } from "./reconcile-shop.server";
import { reconcileShopsJob } from "./reconcile-shops.server";
import { registerFeedJob } from "./register-feed.server";
import { registerFeedsJob } from "./register-feeds.server";
import { removeFeedJob } from "./remove-feed.server";
import { settleVersionJob } from "./settle-version.server";
import { syncCatalogJob } from "./sync-catalog.server";
import { syncCatalogsJob } from "./sync-catalogs.server";
import { syncPixelJob } from "./sync-pixel.server";
import { tellItemsJob } from "./tell-items.server";
import { tellUntoldJob } from "./tell-untold.server";
import { updateProductsJob } from "./update-products.server";

/**
 * Every background job.
 *
 * @param stopping set when the process is about to stop; a process that only enqueues never sets it.
 */
export function listJobs(stopping: AbortSignal): readonly AnyJob[] {
  return [
    deliverLaneJob(stopping),
    endGraceJob,
    followConnectionJob,
    readShopProfileJob,
    readShopProfilesJob,
    lookAfterAccountsJob,
    lookAfterAccountJob,
    registerFeedsJob,
    registerFeedJob,
    removeFeedJob,
    checkFeedsJob,
    checkFeedJob,
    tellItemsJob,
    askAfterItemsJob,
    tellUntoldJob,
    syncPixelJob(stopping),
    reconcileShopsJob,
    reconcileShopJob(stopping),
    backfillShopJob(stopping),
    beginSyncJob,
    syncCatalogJob(stopping),
    syncCatalogsJob,
    updateProductsJob(stopping),
    settleVersionJob,
    checkJoinsJob,
    checkItemsJob(stopping),
    countFiguresJob,
    readQualityScoresJob,
    readQualityScoreJob,
    eraseShopJob,
    forgetByAgeJob,
  ];
}
