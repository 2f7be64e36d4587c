import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";

import { IngestSecrets } from "~/components/ingest-secrets";
import { env } from "~/env.server";
import { label } from "~/messages/message";
import { authenticate } from "~/shopify.server";
import { requireShop } from "~/shopify/shop-of-session.server";
import { parseIngestSecretForm } from "~/shops/ingest-secret-form";
import { answerIngestSecretForm, listIngestSecrets } from "~/shops/ingest-secret.server";

/** The page for a merchant's developers: where their servers report events, and with which secrets. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const shop = await requireShop(session, new Date());
  const secrets = await listIngestSecrets(shop.id);
  return { secrets, ingestUrl: new URL("/ingest", env.SHOPIFY_APP_URL).href };
}

/** Create a secret, which is in the answer this once, or revoke one. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = parseIngestSecretForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const shop = await requireShop(session, new Date());
  return answerIngestSecretForm(shop.id, form.value, new Date());
}

export default function ServerEvents() {
  const { secrets, ingestUrl } = useLoaderData<typeof loader>();
  return (
    <Page title={label("server_events")} backAction={{ content: label("home"), url: "/app" }}>
      <IngestSecrets secrets={secrets} ingestUrl={ingestUrl} />
    </Page>
  );
}
