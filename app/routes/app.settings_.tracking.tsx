import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { reachableAction, unlessUnreachable } from "~/components/page-frame";
import { SettingsPage } from "~/components/settings-page";
import { TrackingForm } from "~/components/tracking-form";
import { useWords } from "~/components/words";
import { answerSettingsForm } from "~/conversions/settings-form.server";
import { requireMerchant } from "~/shopify/merchant.server";
import { findPixel } from "~/shops/pixel.server";
import { parseSettingsForm } from "~/shops/settings-form";
import { toTrackingValues } from "~/shops/settings-values";

/** Who reports, which acts under which names, and which orders. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  return { pixel: await findPixel(shop.id), saved: toTrackingValues(shop) };
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

export default function Tracking() {
  const { label } = useWords();
  const { pixel, saved } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={label("tracking")}>
      <TrackingForm saved={saved} pixel={pixel} />
    </SettingsPage>
  );
}
