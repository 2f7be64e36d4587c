import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";

import { SettingsIndex } from "~/components/settings-index";
import { useWords } from "~/components/words";
import { requireMerchant } from "~/shopify/merchant.server";
import { findConnection } from "~/shops/connection.server";
import { findAccounts } from "~/shops/pinterest-account.server";

/** The list of the settings, with how the connection stands. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const [{ state }, { offered }] = await Promise.all([
    findConnection(shop.id),
    findAccounts(shop.id),
  ]);
  return { connectionState: state, isOffered: offered !== null };
}

export default function Settings() {
  const { label } = useWords();
  return (
    <Page title={label("settings")} backAction={{ content: label("home"), url: "/app" }}>
      <SettingsIndex {...useLoaderData<typeof loader>()} />
    </Page>
  );
}
