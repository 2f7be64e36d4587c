import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";

import { isSyncOpen, parseCatalogForm, type CatalogPage } from "~/catalog/catalog-page";
import { answerCatalogForm, findCatalog } from "~/catalog/catalog-page.server";
import { CatalogFeed } from "~/components/catalog-feed";
import { CatalogSync } from "~/components/catalog-sync";
import { JoinCheckCard } from "~/components/join-check";
import { lastKnown } from "~/components/last-known";
import { useFreshData } from "~/components/use-fresh-data";
import type { WithTextDates } from "~/components/wire-dates";
import { env } from "~/env.server";
import { label } from "~/messages/message";
import { authenticate } from "~/shopify.server";
import { requireShop } from "~/shopify/shop-of-session.server";

/** A reading shows its progress; otherwise little changes while somebody looks. */
const FRESH_MS = { running: 1_500, quiet: 30_000 };

/** The page of the catalog, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const now = new Date();
  const shop = await requireShop(session, now);
  return findCatalog(shop.id, env.SHOPIFY_APP_URL, now);
}

const keepLastKnown = lastKnown<WithTextDates<CatalogPage>>();

/** In the browser: a page that is only watched stays when the server cannot be reached. */
export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return keepLastKnown(() => serverLoader<WithTextDates<CatalogPage>>());
}
clientLoader.hydrate = true as const;

/** Read, Cancel, Publish anyway, Publish again, or another format. What another shop has counts as not there. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = parseCatalogForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const now = new Date();
  const shop = await requireShop(session, now);
  return answerCatalogForm(shop.id, form.value, now);
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

export default function Catalog() {
  const { feeds, joinCheck, sync } = useLoaderData<typeof clientLoader>();
  useFreshData(sync && isSyncOpen(sync) ? FRESH_MS.running : FRESH_MS.quiet);
  return (
    <Page
      title={label("catalog")}
      backAction={{ content: label("home"), url: "/app" }}
      secondaryActions={[{ content: label("items_and_columns"), url: "/app/catalog/items" }]}
    >
      <BlockStack gap="400">
        <CatalogSync sync={sync} />
        {feeds.map((feed) => (
          <CatalogFeed key={feed.feedId} feed={feed} />
        ))}
        {feeds.length > 0 && <JoinCheckCard check={joinCheck} />}
      </BlockStack>
    </Page>
  );
}
