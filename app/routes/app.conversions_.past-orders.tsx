import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { BackfillCard, isUnderWay, latestRun } from "~/components/backfill-card";
import { reachableAction, watchedLoader } from "~/components/page-frame";
import { SendingBanner } from "~/components/sending-banner";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import {
  namesNothing,
  parseConversionsForm,
  type PastOrdersPage,
} from "~/conversions/conversions-page";
import { answerConversionsForm, findPastOrders } from "~/conversions/conversions-page.server";
import { requireMerchant } from "~/shopify/merchant.server";

/** A run shows its progress; otherwise nothing happens by itself. */
const FRESH_MS = { running: 1_500, quiet: 15_000 };

/** The page of past orders, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  return findPastOrders(shop, now);
}

export const clientLoader = watchedLoader<PastOrdersPage>();

/** Check, Send, or Cancel. What another shop has counts as not there. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseConversionsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const answer = await answerConversionsForm(shop.id, form.value, now);
  return json(answer, namesNothing(form.value, answer) ? 404 : 200);
}

export const clientAction = reachableAction;

export default function PastOrders() {
  const { label } = useWords();
  const { backfills, connectionState, sending } = useLoaderData<typeof clientLoader>();
  const run = latestRun(backfills);
  useFreshData(run && isUnderWay(run) ? FRESH_MS.running : FRESH_MS.quiet);
  return (
    <Page
      title={label("past_orders_title")}
      backAction={{ content: label("conversions"), url: "/app/conversions" }}
    >
      <BlockStack gap="400">
        <SendingBanner sending={sending} />
        <BackfillCard backfills={backfills} connectionState={connectionState} />
      </BlockStack>
    </Page>
  );
}
