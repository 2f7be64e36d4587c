import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { memo } from "react";

import { CatalogGlanceCard } from "~/components/catalog-glance";
import { HomeBanner } from "~/components/home-banner";
import { HomeFigures } from "~/components/home-figures";
import { LatestOrders } from "~/components/latest-orders";
import { LegsCard } from "~/components/legs-card";
import { reachableAction, watchedLoader, type Arrived } from "~/components/page-frame";
import { PinterestAdvice } from "~/components/pinterest-advice";
import { SetupGuideCard, ShowGuide } from "~/components/setup-guide";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import { parsePeriod } from "~/conversions/figures";
import { findHomePage, type HomePage } from "~/shopify/home-page.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { parseGuideForm } from "~/shops/setup-guide";
import { answerGuideForm } from "~/shops/setup-guide.server";

/** An order takes a second or two; a merchant who watches for one waits no longer than this. */
const FRESH_MS = 5_000;

/** The home page, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  return findHomePage(shop, parsePeriod(new URL(request.url).searchParams), now);
}

export const clientLoader = watchedLoader<HomePage>();

/** Hide the guide, show it again, or confirm the privacy settings. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseGuideForm(await request.formData());
  if (form.kind === "unreadable") return form;
  return answerGuideForm(shop.id, form.value, now);
}

export const clientAction = reachableAction;

export default function Home() {
  useFreshData(FRESH_MS);
  return <View page={useLoaderData<typeof clientLoader>()} />;
}

/** Drawn again when there is something new, not each time that the page has asked. */
const View = memo(function View({ page }: { page: Arrived<HomePage> }) {
  const { label } = useWords();
  const hasGuide = !page.guide.isDismissed;
  return (
    <Page title={label("home")} {...(hasGuide ? {} : { secondaryActions: <ShowGuide /> })}>
      <BlockStack gap="400">
        {hasGuide && <SetupGuideCard steps={page.guide.steps} storeUrl={page.storeUrl} />}
        <LegsCard {...page} hasGuide={hasGuide} />
        <HomeBanner missing={page.missing} sending={page.sending} />
        <HomeFigures figures={page.figures} quality={page.quality} hasAccount={page.hasAccount} />
        <CatalogGlanceCard catalog={page.catalog} />
        <LatestOrders lines={page.lines} />
        <PinterestAdvice advice={page.advice} />
      </BlockStack>
    </Page>
  );
});
