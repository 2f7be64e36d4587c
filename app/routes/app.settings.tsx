import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { countPublishedItems } from "~/catalog/feed.server";
import { DataRequests } from "~/components/data-requests";
import { SettingsForm } from "~/components/settings-form";
import { answerAccountForm } from "~/conversions/account-form.server";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { label } from "~/messages/message";
import { listDataRequests } from "~/privacy/export.server";
import { authenticate } from "~/shopify.server";
import { requireShop } from "~/shopify/shop-of-session.server";
import { parseAccountForm } from "~/shops/account-form";
import { findConnection } from "~/shops/connection.server";
import { findPixel } from "~/shops/pixel.server";
import { parseSettingsForm, toSettingsValues } from "~/shops/settings-form";
import { describeAccounts } from "~/shops/sign-in.server";

/** The settings page, with everything that is saved but the token, and the open data requests. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const shop = await requireShop(session, new Date());
  const [accounts, connection, dataRequests, pixel, publishedItems] = await Promise.all([
    describeAccounts(shop.id, sessionToken.sub, new Date()),
    findConnection(shop.id),
    listDataRequests(shop.id),
    findPixel(shop.id),
    countPublishedItems(shop.id),
  ]);
  const saved = toSettingsValues(connection, shop);
  return { accounts, connection, dataRequests, pixel, publishedItems, saved };
}

/**
 * Save, Test connection, Disconnect, a new key, or a button about the Pinterest account. A refusal saves
 * nothing and says what to mend.
 */
export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const posted = await request.formData();
  const account = parseAccountForm(posted);
  const shop = await requireShop(session, new Date());
  if (account) return answerAccountForm(shop.id, sessionToken.sub, account, new Date());
  const form = parseSettingsForm(posted);
  if (form.kind !== "parsed") return form;
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
  const { dataRequests, ...form } = useLoaderData<typeof loader>();
  return (
    <Page title={label("settings")} backAction={{ content: label("home"), url: "/app" }}>
      <BlockStack gap="400">
        <SettingsForm {...form} />
        <DataRequests requests={dataRequests} />
      </BlockStack>
    </Page>
  );
}
