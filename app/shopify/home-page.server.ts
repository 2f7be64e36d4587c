import { findCatalogGlance } from "~/catalog/catalog-glance.server";
import type { CatalogGlance } from "~/catalog/catalog-glance";
import { hasDeadLetters } from "~/conversions/dead-letters.server";
import { findFigures } from "~/conversions/figures.server";
import type { Figures, Period } from "~/conversions/figures";
import { findOverview } from "~/conversions/overview.server";
import type { Overview } from "~/conversions/overview";
import { toShopId, type ShopId } from "~/ids";
import type { Connection } from "~/shops/connection";
import { legsOf, nextStep, type LegReason, type LegState, type Signs } from "~/shops/legs";
import type { AccountAttention } from "~/shops/pinterest-account";
import { findActiveAccount } from "~/shops/pinterest-account.server";
import type { PixelRefusal } from "~/shops/pixel";
import type { KnownQuality } from "~/shops/quality-score";
import { findQuality } from "~/shops/quality-score.server";
import type { SendingMode } from "~/shops/sending";
import { guideOf, type GuideState } from "~/shops/setup-guide";
import { findGuideMemory, recordOrderMatched, type GuideMemory } from "~/shops/setup-guide.server";
import type { Shop } from "~/shops/shop";

/** So many of the newest orders stand on the home page; the page of conversions has the others. */
const LATEST_ORDERS = 5;

/** What the home page shows. */
export type HomePage = Pick<Overview, "advice" | "lines" | "missing"> & {
  /** What becomes of new acts. */
  sending: SendingMode;
  /** Where shoppers are. */
  storeUrl: string;
  guide: { steps: GuideState[]; isDismissed: boolean };
  legs: LegState[];
  next: LegReason | null;
  /** What is known more closely of a leg's reasons. */
  details: {
    attention: Connection["attention"];
    refusal: PixelRefusal | null;
    accountAttention: AccountAttention | null;
  };
  figures: Figures;
  /** `null` where no account is connected, or Pinterest was not asked yet. */
  quality: KnownQuality | null;
  hasAccount: boolean;
  catalog: CatalogGlance;
};

/** Everything that the home page shows of a shop. */
export async function findHomePage(shop: Shop, period: Period, now: Date): Promise<HomePage> {
  const [overview, figures, catalog, memory, account, quality, hasRefused] = await readHomePage(
    shop.id,
    period,
    now,
  );
  const isOrderMatched = await findMatched(shop, memory, figures, now);
  const signs = signsOf({ shop, overview, figures, catalog, memory, hasRefused });
  const known = { ...signs, accountAttention: account?.attention ?? null };
  const legs = legsOf(known, now);
  const { advice, connection, lines, missing, pixel } = overview;
  const { accountAttention } = known;
  return {
    ...{ advice, missing, figures, quality, catalog, legs },
    sending: shop.sending,
    storeUrl: shop.settings.storeUrl,
    lines: lines.slice(0, LATEST_ORDERS),
    guide: {
      steps: guideOf(known, legs, { isOrderMatched }),
      isDismissed: memory.dismissedAt !== null,
    },
    next: nextStep(legs),
    details: { attention: connection.attention, refusal: pixel.refusal, accountAttention },
    hasAccount: account !== null,
  };
}

/** No shop has this id. */
const NOBODY = toShopId("00000000-0000-0000-0000-000000000000");

/**
 * Reads the home page of nobody. The database client works out each question when it is asked for the first
 * time, on which the first merchant would wait.
 */
export async function warmUpHomePage(now: Date): Promise<void> {
  await readHomePage(NOBODY, "day", now);
}

function readHomePage(shopId: ShopId, period: Period, now: Date) {
  return Promise.all([
    findOverview(shopId, now),
    findFigures(shopId, period, now),
    findCatalogGlance(shopId, now),
    findGuideMemory(shopId),
    findActiveAccount(shopId),
    findQuality(shopId),
    hasDeadLetters(shopId),
  ]);
}

type Found = {
  shop: Shop;
  overview: Overview;
  figures: Figures;
  catalog: CatalogGlance;
  memory: GuideMemory;
  hasRefused: boolean;
};

function signsOf({ shop, overview, figures, catalog, memory, hasRefused }: Found): Signs {
  const { alerts, connection, lines, pixel } = overview;
  const { placed, reasons, reported } = figures.orders;
  const hasReported =
    memory.orderMatchedAt !== null ||
    reported.now + reported.before > 0 ||
    lines.some(({ state }) => state === "delivered");
  const unknown = reasons.find(({ reason }) => reason === "consent_unknown")?.orders ?? 0;
  return {
    mode: shop.appSettings.mode,
    connectionState: connection.state,
    isProven: connection.lastTest?.result === "accepted" || hasReported,
    accountAttention: null,
    pixel,
    server: {
      isLate: alerts.some(({ code }) => code === "oldest_pending"),
      isSilent: alerts.some(({ code }) => code === "webhooks_stopped"),
      hasRefused,
      hasReported,
    },
    catalog,
    consent: { reviewedAt: memory.consentReviewedAt, orders: placed.now, unknown },
  };
}

/** Once found, it is remembered: later figures need not show it. */
async function findMatched(
  shop: Shop,
  { orderMatchedAt }: GuideMemory,
  { names }: Figures,
  now: Date,
): Promise<boolean> {
  if (orderMatchedAt !== null) return true;
  const checkouts = names.find(({ eventName }) => eventName === "checkout")?.channels;
  if (!checkouts) return false;
  const { both, server } = checkouts;
  const isMatched = shop.appSettings.mode === "both" ? both > 0 : both + server > 0;
  if (isMatched) await recordOrderMatched(shop.id, now);
  return isMatched;
}
