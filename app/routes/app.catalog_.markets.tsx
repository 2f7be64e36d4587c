import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";

import { parseMarketsForm, type MarketsPage } from "~/catalog/markets-page";
import { Markets } from "~/components/markets";
import { reachableAction, watchedLoader } from "~/components/page-frame";
import { useWords } from "~/components/words";
import { requireMerchant } from "~/shopify/merchant.server";
import { answerMarketsForm, findMarketsPage } from "~/shopify/markets-page.server";

/** The markets as Shopify has them, and which have a feed. Where Shopify does not answer, the page says so. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  return findMarketsPage(shop);
}

export const clientLoader = watchedLoader<MarketsPage>();

/** Save: the markets that shall have a feed. What is not offered any more refuses the whole choice. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseMarketsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  return answerMarketsForm(shop, form.value, now);
}

export const clientAction = reachableAction;

export default function MarketsOfCatalog() {
  const { label } = useWords();
  const page = useLoaderData<typeof clientLoader>();
  return (
    <Page title={label("markets")} backAction={{ content: label("catalog"), url: "/app/catalog" }}>
      <Markets page={page} />
    </Page>
  );
}
