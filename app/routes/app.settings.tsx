import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { DataRequests } from "~/components/data-requests";
import { SettingsForm } from "~/components/settings-form";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { label } from "~/messages/message";
import { listDataRequests } from "~/privacy/export.server";
import { authenticate } from "~/shopify.server";
import { requireShop } from "~/shopify/shop-of-session.server";
import { findConnection } from "~/shops/connection.server";
import { findPixel } from "~/shops/pixel.server";
import { parseSettingsForm, toSettingsValues } from "~/shops/settings-form";

/** The settings page, with everything that is saved but the token, and the open data requests. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const shop = await requireShop(session, new Date());
  const [connection, dataRequests, pixel] = await Promise.all([
    findConnection(shop.id),
    listDataRequests(shop.id),
    findPixel(shop.id),
  ]);
  return { connection, dataRequests, pixel, saved: toSettingsValues(connection, shop) };
}

/** Save, Test connection, Disconnect or a new key. A refusal saves nothing and says what to mend. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = parseSettingsForm(await request.formData());
  if (form.kind !== "parsed") return form;
  const shop = await requireShop(session, new Date());
  return answerSettingsForm(shop.id, form.value, new Date());
}

/** In the browser: an unreachable server must not cost the merchant what is typed in. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (error instanceof Response) throw error;
    return { kind: "unreachable" } as const;
  }
}

/** Asking an unreachable server again would replace the form by an error page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => actionResult?.kind !== "unreachable" && defaultShouldRevalidate;

export default function Settings() {
  const { connection, dataRequests, pixel, saved } = useLoaderData<typeof loader>();
  return (
    <Page title={label("settings")} backAction={{ content: label("home"), url: "/app" }}>
      <BlockStack gap="400">
        <SettingsForm connection={connection} pixel={pixel} saved={saved} />
        <DataRequests requests={dataRequests} />
      </BlockStack>
    </Page>
  );
}
