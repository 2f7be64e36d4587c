import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ConsentReview } from "~/components/consent-review";
import { DataRequests } from "~/components/data-requests";
import { DecisionExport } from "~/components/decision-export";
import { reachableAction, unlessUnreachable } from "~/components/page-frame";
import tableStyles from "~/components/plain-table.css?url";
import { PrivacyForm } from "~/components/privacy-form";
import { SettingsPage } from "~/components/settings-page";
import { useWords } from "~/components/words";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { listDataRequests } from "~/privacy/export.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { parseSettingsForm } from "~/shops/settings-form";
import { toPrivacyValues } from "~/shops/settings-values";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: tableStyles }];

/** What a shopper's choice comes to, what is kept, and customers' requests. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const dataRequests = await listDataRequests(shop.id);
  return { dataRequests, saved: toPrivacyValues(shop), today: now.toISOString().slice(0, 10) };
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

export default function Privacy() {
  const { label } = useWords();
  const { dataRequests, saved, today } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={label("privacy")}>
      <PrivacyForm saved={saved} />
      <ConsentReview />
      <DecisionExport today={today} />
      <DataRequests requests={dataRequests} />
    </SettingsPage>
  );
}
