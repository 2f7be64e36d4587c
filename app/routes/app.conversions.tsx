import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { memo } from "react";

import { DecisionExport } from "~/components/decision-export";
import { EventExport } from "~/components/event-export";
import { EventFilters } from "~/components/event-filters";
import { EventList } from "~/components/event-list";
import { EventViews } from "~/components/event-views";
import { reachableAction, watchedLoader, type Arrived } from "~/components/page-frame";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import {
  namesNothing,
  parseConversionsForm,
  parseConversionsQuery,
  type ConversionsPage,
} from "~/conversions/conversions-page";
import { answerConversionsForm, findConversions } from "~/conversions/conversions-page.server";
import { requireMerchant } from "~/shopify/merchant.server";

/** Events settle by themselves, and nobody waits for one here. */
const FRESH_MS = 15_000;

/** The list of conversions, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const query = parseConversionsQuery(new URL(request.url).searchParams);
  return findConversions(shop.id, query, now);
}

export const clientLoader = watchedLoader<ConversionsPage>();

/** Send again, or a view saved or deleted. What another shop has counts as not there. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseConversionsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const answer = await answerConversionsForm(shop.id, form.value, now);
  return json(answer, namesNothing(form.value, answer) ? 404 : 200);
}

export const clientAction = reachableAction;

export default function Conversions() {
  useFreshData(FRESH_MS);
  return <View found={useLoaderData<typeof clientLoader>()} />;
}

/** Drawn again when there is something new, not each time that the page has asked. */
const View = memo(function View({ found }: { found: Arrived<ConversionsPage> }) {
  const { label } = useWords();
  const { filter, page, query, today, views } = found;
  return (
    <Page
      title={label("conversions")}
      backAction={{ content: label("home"), url: "/app" }}
      secondaryActions={[
        { content: label("explain"), url: "/app/conversions/explain" },
        { content: label("past_orders_title"), url: "/app/conversions/past-orders" },
      ]}
    >
      <BlockStack gap="400">
        <EventViews query={query} views={views} />
        <EventFilters filter={filter} query={query} />
        <EventList key={query} page={page} query={query} />
        <EventExport query={query} />
        <DecisionExport today={today} />
      </BlockStack>
    </Page>
  );
});
