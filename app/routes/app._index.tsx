import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { ConnectionCard } from "~/components/connection-card";
import { HomeBanner } from "~/components/home-banner";
import { lastKnown } from "~/components/last-known";
import { LatestOrders } from "~/components/latest-orders";
import { PinterestAdvice } from "~/components/pinterest-advice";
import { useFreshData } from "~/components/use-fresh-data";
import type { WithTextDates } from "~/components/wire-dates";
import type { Overview } from "~/conversions/overview";
import { findOverview } from "~/conversions/overview.server";
import { label } from "~/messages/message";
import { authenticate } from "~/shopify.server";
import { requireShop } from "~/shopify/shop-of-session.server";

/** An order takes a second or two; a merchant who watches for one waits no longer than this. */
const FRESH_MS = 5_000;

/** The home page, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const now = new Date();
  const shop = await requireShop(session, now);
  return findOverview(shop.id, now);
}

const keepLastKnown = lastKnown<WithTextDates<Overview>>();

/** In the browser: a page that is only watched stays when the server cannot be reached. */
export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return keepLastKnown(() => serverLoader<WithTextDates<Overview>>());
}
clientLoader.hydrate = true as const;

export default function Home() {
  const { advice, alerts, connection, lines, missing } = useLoaderData<typeof loader>();
  useFreshData(FRESH_MS);
  return (
    <Page title={label("home")}>
      <BlockStack gap="400">
        <ConnectionCard connection={connection} />
        <HomeBanner alerts={alerts} missing={missing} />
        <LatestOrders lines={lines} />
        <PinterestAdvice advice={advice} />
      </BlockStack>
    </Page>
  );
}
