import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { BackfillCard, isUnderWay, latestRun } from "~/components/backfill-card";
import { DeadLetters } from "~/components/dead-letters";
import { DecisionExport } from "~/components/decision-export";
import { lastKnown } from "~/components/last-known";
import { LedgerSection } from "~/components/ledger-section";
import { useFreshData } from "~/components/use-fresh-data";
import type { WithTextDates } from "~/components/wire-dates";
import {
  parseConversionsForm,
  parseConversionsQuery,
  type ConversionsPage,
} from "~/conversions/conversions-page";
import { answerConversionsForm, findConversions } from "~/conversions/conversions-page.server";
import { label } from "~/messages/message";
import { authenticate } from "~/shopify.server";
import { requireShop } from "~/shopify/shop-of-session.server";

/** A run shows its progress; otherwise orders settle by themselves, and nobody waits for one here. */
const FRESH_MS = { running: 1_500, quiet: 15_000 };

/** The page of conversions, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const now = new Date();
  const shop = await requireShop(session, now);
  const query = parseConversionsQuery(new URL(request.url).searchParams);
  return findConversions(shop.id, query, now);
}

const keepLastKnown = lastKnown<WithTextDates<ConversionsPage>>();

/** In the browser: a page that is only watched stays when the server cannot be reached. */
export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return keepLastKnown(() => serverLoader<WithTextDates<ConversionsPage>>());
}
clientLoader.hydrate = true as const;

/** Check, Send, Cancel, or Send again. What another shop has counts as not there. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = parseConversionsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const shop = await requireShop(session, new Date());
  return answerConversionsForm(shop.id, form.value, new Date());
}

/** In the browser: an unreachable server must not replace the page by an error. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (error instanceof Response) throw error;
    return { kind: "unreachable" } as const;
  }
}

export default function Conversions() {
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
