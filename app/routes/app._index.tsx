import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";

import { ConnectionCard } from "~/components/connection-card";
import { HomeBanner } from "~/components/home-banner";
import { lastKnown } from "~/components/last-known";
import { LatestOrders } from "~/components/latest-orders";
import { PinterestAdvice } from "~/components/pinterest-advice";
import { PixelStatus } from "~/components/pixel-status";
import { useFreshData } from "~/components/use-fresh-data";
import type { WithTextDates } from "~/components/wire-dates";
import type { Overview } from "~/conversions/overview";
import { findOverview } from "~/conversions/overview.server";
import { label } from "~/messages/message";
import { authenticate } from "~/shopify.server";
import { requireShop } from "~/shopify/shop-of-session.server";
import type { TrackingMode } from "~/shops/app-settings";
import type { AccountAttention } from "~/shops/pinterest-account";
import { findAccounts } from "~/shops/pinterest-account.server";

/** An order takes a second or two; a merchant who watches for one waits no longer than this. */
const FRESH_MS = 5_000;

/** The home page, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const now = new Date();
  const shop = await requireShop(session, now);
  const { mode } = shop.appSettings;
  const [overview, { active }] = await Promise.all([
    findOverview(shop.id, now),
    findAccounts(shop.id),
  ]);
  return { ...overview, mode, accountAttention: active?.attention ?? null };
}

type Shown = WithTextDates<
  Overview & { mode: TrackingMode; accountAttention: AccountAttention | null }
>;

const keepLastKnown = lastKnown<Shown>();

/** In the browser: a page that is only watched stays when the server cannot be reached. */
export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return keepLastKnown(() => serverLoader<Shown>());
}
clientLoader.hydrate = true as const;

export default function Home() {
  const { accountAttention, advice, alerts, connection, lines, missing, mode, pixel } =
    useLoaderData<typeof loader>();
  useFreshData(FRESH_MS);
  return (
    <Page title={label("home")}>
      <BlockStack gap="400">
        <ConnectionCard connection={connection} accountAttention={accountAttention} />
        <HomeBanner alerts={alerts} missing={missing} />
        <LatestOrders lines={lines} />
        <Card>
          <PixelStatus pixel={pixel} mode={mode} />
        </Card>
        <PinterestAdvice advice={advice} />
      </BlockStack>
    </Page>
  );
}
