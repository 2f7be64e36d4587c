import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { BackfillCard, isUnderWay, latestRun } from "~/components/backfill-card";
import { DeadLetters } from "~/components/dead-letters";
import { DecisionExport } from "~/components/decision-export";
import { LedgerSection } from "~/components/ledger-section";
import { reachableAction, watchedLoader } from "~/components/page-frame";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import {
  parseConversionsForm,
  parseConversionsQuery,
  type ConversionsPage,
} from "~/conversions/conversions-page";
import { answerConversionsForm, findConversions } from "~/conversions/conversions-page.server";
import { requireMerchant } from "~/shopify/merchant.server";

/** A run shows its progress; otherwise orders settle by themselves, and nobody waits for one here. */
const FRESH_MS = { running: 1_500, quiet: 15_000 };

/** The page of conversions, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const query = parseConversionsQuery(new URL(request.url).searchParams);
  return findConversions(shop.id, query, now);
}

export const clientLoader = watchedLoader<ConversionsPage>();

/** Check, Send, Cancel, or Send again. What another shop has counts as not there. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseConversionsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  return answerConversionsForm(shop.id, form.value, now);
}

export const clientAction = reachableAction;

export default function Conversions() {
  const { label } = useWords();
  const { backfills, connectionState, ledger, letters, query, today } =
    useLoaderData<typeof clientLoader>();
  const run = latestRun(backfills);
  useFreshData(run && isUnderWay(run) ? FRESH_MS.running : FRESH_MS.quiet);
  return (
    <Page title={label("conversions")} backAction={{ content: label("home"), url: "/app" }}>
      <BlockStack gap="400">
        <LedgerSection page={ledger} state={query.ledger.state} />
        <DeadLetters
          letters={letters}
          reason={query.reason}
          isFirstPage={query.lettersAfter === null}
        />
        <BackfillCard backfills={backfills} connectionState={connectionState} />
        <DecisionExport today={today} />
      </BlockStack>
    </Page>
  );
}
