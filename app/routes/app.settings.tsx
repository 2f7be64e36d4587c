import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { countPublishedItems } from "~/catalog/feed.server";
import { DataRequests } from "~/components/data-requests";
import { reachableAction } from "~/components/page-frame";
import { SettingsForm } from "~/components/settings-form";
import { useWords } from "~/components/words";
import { answerAccountForm } from "~/conversions/account-form.server";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { listDataRequests } from "~/privacy/export.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { parseAccountForm } from "~/shops/account-form";
import { findConnection } from "~/shops/connection.server";
import { findPixel } from "~/shops/pixel.server";
import { parseSettingsForm, toSettingsValues } from "~/shops/settings-form";
import { describeAccounts } from "~/shops/sign-in.server";

/** The settings page, with everything that is saved but the token, and the open data requests. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, userId, now } = await requireMerchant(request);
  const [accounts, connection, dataRequests, pixel, publishedItems] = await Promise.all([
    describeAccounts(shop.id, userId, now),
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
  const { shop, userId, now } = await requireMerchant(request);
  const posted = await request.formData();
  const account = parseAccountForm(posted);
  if (account) return answerAccountForm(shop.id, userId, account, now);
  const form = parseSettingsForm(posted);
  if (form.kind !== "parsed") return form;
  return answerSettingsForm(shop.id, form.value, now);
}

export const clientAction = reachableAction;

/** Asking an unreachable server again would replace the form by an error page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => actionResult?.kind !== "unreachable" && defaultShouldRevalidate;

export default function Settings() {
  const { label } = useWords();
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
