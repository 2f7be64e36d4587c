import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { memo } from "react";

import {
  namesNothing,
  parseCatalogForm,
  parseFeedChoice,
  statusOfChoice,
  type CatalogPage,
} from "~/catalog/catalog-page";
import { answerCatalogForm, findCatalog } from "~/catalog/catalog-page.server";
import { isSyncOpen } from "~/catalog/sync";
import { CatalogFeed } from "~/components/catalog-feed";
import { CatalogSync } from "~/components/catalog-sync";
import { FeedList } from "~/components/feed-list";
import { ItemChecksCard } from "~/components/item-checks";
import { JoinCheckCard } from "~/components/join-check";
import { reachableAction, watchedLoader, type Arrived } from "~/components/page-frame";
import { useFreshData } from "~/components/use-fresh-data";
import { useWords } from "~/components/words";
import { env } from "~/env.server";
import { refusal } from "~/refusal";
import { requireMerchant } from "~/shopify/merchant.server";

/** A reading shows its progress; otherwise little changes while somebody looks. */
const FRESH_MS = { running: 1_500, quiet: 30_000 };

/** The page of the catalog, once when it is opened and again while it is watched. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const chosen = parseFeedChoice(new URL(request.url).searchParams);
  const page = await findCatalog(shop.id, { appUrl: env.SHOPIFY_APP_URL, chosen, now });
  return json(page, statusOfChoice(chosen, page.shown?.feedId));
}

export const clientLoader = watchedLoader<CatalogPage>();

/** Read, Cancel, Publish anyway, Publish again, or another format. What another shop has counts as not there. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseCatalogForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const answer = await answerCatalogForm(shop.id, form.value, now);
  if (answer === null) throw refusal(404, "not_found", "There is no such feed, or not any more.");
  return json(answer, namesNothing(answer) ? 404 : 200);
}

export const clientAction = reachableAction;

export default function Catalog() {
  const found = useLoaderData<typeof clientLoader>();
  useFreshData(found.sync && isSyncOpen(found.sync) ? FRESH_MS.running : FRESH_MS.quiet);
  return <View found={found} />;
}

/** Drawn again when there is something new, not each time that the page has asked. */
const View = memo(function View({ found }: { found: Arrived<CatalogPage> }) {
  const { label } = useWords();
  const { feeds, itemChecks, joinCheck, shown, sync } = found;
  return (
    <Page
      title={label("catalog")}
      backAction={{ content: label("home"), url: "/app" }}
      primaryAction={{ content: label("items_and_columns"), url: "/app/catalog/items" }}
      secondaryActions={[{ content: label("choose_markets"), url: "/app/catalog/markets" }]}
    >
      <BlockStack gap="400">
        <CatalogSync sync={sync} />
        {feeds.length > 1 && <FeedList feeds={feeds} shownId={shown?.feedId ?? null} />}
        {shown && <CatalogFeed key={shown.feedId} feed={shown} />}
        {shown && <ItemChecksCard checks={itemChecks} />}
        {shown && <JoinCheckCard check={joinCheck} />}
      </BlockStack>
    </Page>
  );
});
