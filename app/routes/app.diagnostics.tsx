import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { memo } from "react";

import { ConflictsCard } from "~/components/conflicts-card";
import { HeartbeatCard } from "~/components/heartbeat-card";
import { LiveEvents } from "~/components/live-events";
import { reachableAction, watchedLoader, type Arrived } from "~/components/page-frame";
import { SendingBanner } from "~/components/sending-banner";
import { SendingCard } from "~/components/sending-card";
import { ShadowReportCard } from "~/components/shadow-report-card";
import { SupportBundle } from "~/components/support-bundle";
import { TestEventCard } from "~/components/test-event-card";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import { parseDiagnosticsForm, type DiagnosticsPage } from "~/conversions/diagnostics-page";
import { answerDiagnosticsForm, findDiagnostics } from "~/shopify/diagnostics-page.server";
import { requireMerchant } from "~/shopify/merchant.server";

/** The live view has its own stream; the rest changes by the minute. */
const FRESH_MS = 15_000;

/** The page of diagnostics. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  return findDiagnostics(shop, now);
}

export const clientLoader = watchedLoader<DiagnosticsPage>();

/** Switch the mode, send a test event, or look at the storefront. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseDiagnosticsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  return answerDiagnosticsForm(shop, form.value, now);
}

export const clientAction = reachableAction;

export default function Diagnostics() {
  useFreshData(FRESH_MS);
  return <View found={useLoaderData<typeof clientLoader>()} />;
}

/** Drawn again when there is something new, not each time that the page has asked. */
const View = memo(function View({ found }: { found: Arrived<DiagnosticsPage> }) {
  const { label } = useWords();
  const { conflicts, connectionState, heartbeat, sending, shadow } = found;
  return (
    <Page title={label("diagnostics")} backAction={{ content: label("home"), url: "/app" }}>
      <BlockStack gap="400">
        <SendingBanner sending={sending.mode} />
        <LiveEvents />
        <TestEventCard connectionState={connectionState} />
        <SendingCard sending={sending} />
        {(shadow !== null || sending.mode === "shadow") && <ShadowReportCard report={shadow} />}
        <ConflictsCard conflicts={conflicts} />
        <HeartbeatCard heartbeat={heartbeat} />
        <SupportBundle />
      </BlockStack>
    </Page>
  );
});
