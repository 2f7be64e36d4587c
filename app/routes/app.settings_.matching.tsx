import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { countPublishedItems } from "~/catalog/feed.server";
import { MatchingForm } from "~/components/matching-form";
import { reachableAction, unlessUnreachable } from "~/components/page-frame";
import { SettingsPage } from "~/components/settings-page";
import { useWords } from "~/components/words";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { parseSettingsForm } from "~/shops/settings-form";
import { toMatchingValues } from "~/shops/settings-values";

/** By what Pinterest may know a shopper and an item again. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const publishedItems = await countPublishedItems(shop.id);
  return { publishedItems, saved: toMatchingValues(shop) };
}

/** A button of the page. A refusal saves nothing and says what to mend. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseSettingsForm(await request.formData());
  if (form.kind !== "parsed") return form;
  return answerSettingsForm(shop.id, form.value, now);
}

export const clientAction = reachableAction;

export const shouldRevalidate = unlessUnreachable;

export default function Matching() {
  const { label } = useWords();
  const { publishedItems, saved } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={label("matching_page")}>
      <MatchingForm saved={saved} publishedItems={publishedItems} />
    </SettingsPage>
  );
}
