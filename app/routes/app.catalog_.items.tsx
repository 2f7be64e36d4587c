import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
} from "@remix-run/react";
import { Page } from "@shopify/polaris";

import { findCatalogSettings } from "~/catalog/catalog-settings.server";
import { toItemsDraft } from "~/catalog/items-draft";
import { parseItemsForm } from "~/catalog/items-form";
import { ItemsForm } from "~/components/items-form";
import { useWords } from "~/components/words";
import { authenticate } from "~/shopify.server";
import { pageWorld } from "~/shopify/page-world.server";
import { answerItemsForm } from "~/shopify/preview-items.server";
import { requireShop } from "~/shopify/shop-of-session.server";

/** The page of items and columns, with everything that is saved. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const shop = await requireShop(session, new Date());
  return { saved: toItemsDraft(await findCatalogSettings(shop.id)) };
}

/** Save, or a look at what a draft would make. A refusal saves nothing and says what to mend. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form = parseItemsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const shop = await requireShop(session, new Date());
  return answerItemsForm(shop, form.value, pageWorld());
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

/** Only a save changes what is saved. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
  formData,
}) =>
  formData?.get("intent") !== "preview" &&
  actionResult?.kind !== "unreachable" &&
  defaultShouldRevalidate;

export default function Items() {
  const { label } = useWords();
  const { saved } = useLoaderData<typeof loader>();
  return (
    <Page
      title={label("items_and_columns")}
      backAction={{ content: label("catalog"), url: "/app/catalog" }}
    >
      <ItemsForm saved={saved} />
    </Page>
  );
}
