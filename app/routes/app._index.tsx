import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";

import { ConnectionCard } from "~/components/connection-card";
import { HomeBanner } from "~/components/home-banner";
import { watchedLoader } from "~/components/page-frame";
import { LatestOrders } from "~/components/latest-orders";
import { PinterestAdvice } from "~/components/pinterest-advice";
import { PixelStatus } from "~/components/pixel-status";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import type { Overview } from "~/conversions/overview";
import { findOverview } from "~/conversions/overview.server";
import { requireMerchant } from "~/shopify/merchant.server";
import type { TrackingMode } from "~/shops/app-settings";
import type { AccountAttention } from "~/shops/pinterest-account";
import { findAccounts } from "~/shops/pinterest-account.server";
import type { SendingMode } from "~/shops/sending";

/** An order takes a second or two; a merchant who watches for one waits no longer than this. */
const FRESH_MS = 5_000;

/** The home page, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const { mode } = shop.appSettings;
  const [overview, { active }] = await Promise.all([
    findOverview(shop.id, now),
    findAccounts(shop.id),
  ]);
  return { ...overview, mode, sending: shop.sending, accountAttention: active?.attention ?? null };
}

export const clientLoader = watchedLoader<
  Overview & {
    mode: TrackingMode;
    sending: SendingMode;
    accountAttention: AccountAttention | null;
  }
>();

export default function Home() {
  const { label } = useWords();
  const { accountAttention, advice, alerts, connection, lines, missing, mode, pixel, sending } =
    useLoaderData<typeof clientLoader>();
  useFreshData(FRESH_MS);
  return (
    <Page title={label("home")}>
      <BlockStack gap="400">
        <ConnectionCard connection={connection} accountAttention={accountAttention} />
        <HomeBanner alerts={alerts} missing={missing} sending={sending} />
        <LatestOrders lines={lines} />
        <Card>
          <PixelStatus pixel={pixel} mode={mode} />
        </Card>
        <PinterestAdvice advice={advice} />
      </BlockStack>
    </Page>
  );
}
