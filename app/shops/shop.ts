import type { ShopId } from "~/ids";

import type { AppSettings } from "./app-settings";
import type { ShopConsentPolicy } from "./consent-policy";
import type { SendingMode } from "./sending";
import type { Platform, ShopSettings } from "./settings";

/** What stands in place of the domain of a shop that is being erased; its id follows. */
export const ERASED_DOMAIN = "erased:";

/** The tenant. Every query names it. */
export type Shop = {
  id: ShopId;
  platform: Platform;
  /** The platform's name for it, e.g. `demo.myshopify.com`. */
  shopDomain: string;
  /** The merchant's name for it; `null` until the platform told us. */
  name: string | null;
  /** What the merchant granted at the platform, e.g. `read_orders`. */
  scopes: readonly string[];
  settings: ShopSettings;
  appSettings: AppSettings;
  consentPolicy: ShopConsentPolicy;
  /** What becomes of the acts that are recorded now. */
  sending: SendingMode;
  /** Since when; `null` where it never was otherwise. */
  sendingChangedAt: Date | null;
  /** When its pixel last sent anything, to the minute; `null` before it first did. */
  pixelSeenAt: Date | null;
  /** The last time, where it was uninstalled in between. */
  installedAt: Date;
  /** `null` while it is installed. */
  uninstalledAt: Date | null;
};
