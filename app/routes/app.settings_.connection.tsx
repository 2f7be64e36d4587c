import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ConnectionForm } from "~/components/connection-form";
import { reachableAction, unlessUnreachable, watchedLoader } from "~/components/page-frame";
import { SettingsPage } from "~/components/settings-page";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import { answerAccountForm } from "~/conversions/account-form.server";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { parseAccountForm } from "~/shops/account-form";
import { findConnection } from "~/shops/connection.server";
import { parseSettingsForm } from "~/shops/settings-form";
import { toConnectionValues } from "~/shops/settings-values";
import { describeAccounts } from "~/shops/sign-in.server";

/** The account is connected in another tab, from which the merchant comes back to this one. */
const FRESH_MS = 15_000;

/** How the connection stands, with everything that is saved but the token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, userId, now } = await requireMerchant(request);
  const [accounts, connection] = await Promise.all([
    describeAccounts(shop.id, userId, now),
    findConnection(shop.id),
  ]);
  return { accounts, connection, saved: toConnectionValues(connection) };
}

/** Save, Test connection, Disconnect, or a button about the account. A refusal saves nothing and says why. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId, now } = await requireMerchant(request);
  const posted = await request.formData();
  const account = parseAccountForm(posted);
  if (account) return answerAccountForm(shop.id, userId, account, now);
  const form = parseSettingsForm(posted);
  if (form.kind !== "parsed") return form;
  return answerSettingsForm(shop.id, form.value, now);
}

export const clientLoader = watchedLoader<typeof loader>();

export const clientAction = reachableAction;

export const shouldRevalidate = unlessUnreachable;

export default function Connection() {
  const { label } = useWords();
  useFreshData(FRESH_MS);
  return (
    <SettingsPage title={label("pinterest_connection")}>
      <ConnectionForm {...useLoaderData<typeof clientLoader>()} />
    </SettingsPage>
  );
}
