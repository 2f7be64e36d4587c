import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AlertsForm } from "~/components/alerts-form";
import { reachableAction, unlessUnreachable } from "~/components/page-frame";
import { SettingsPage } from "~/components/settings-page";
import { useWords } from "~/components/words";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { parseSettingsForm } from "~/shops/settings-form";
import { toAlertsValues } from "~/shops/settings-values";

/** What the home page tells of, and from when on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  return { saved: toAlertsValues(shop) };
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

export default function Alerts() {
  const { label } = useWords();
  const { saved } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={label("alerts")}>
      <AlertsForm saved={saved} />
    </SettingsPage>
  );
}
