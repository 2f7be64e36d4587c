import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { IngestSecrets } from "~/components/ingest-secrets";
import { SettingsPage } from "~/components/settings-page";
import { useWords } from "~/components/words";
import { env } from "~/env.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { parseIngestSecretForm } from "~/shops/ingest-secret-form";
import { answerIngestSecretForm, listIngestSecrets } from "~/shops/ingest-secret.server";

/** The page for a merchant's developers: where their servers report events, and with which secrets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const secrets = await listIngestSecrets(shop.id);
  return { secrets, ingestUrl: new URL("/ingest", env.SHOPIFY_APP_URL).href };
}

/** Create a secret, which is in the answer this once, or revoke one. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseIngestSecretForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const answer = await answerIngestSecretForm(shop.id, form.value, now);
  return json(answer, answer.kind === "revoked" && answer.isGone ? 404 : 200);
}

export default function ServerEvents() {
  const { label } = useWords();
  const { secrets, ingestUrl } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={label("server_events")}>
      <IngestSecrets secrets={secrets} ingestUrl={ingestUrl} />
    </SettingsPage>
  );
}
