import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";

import { EventDetail } from "~/components/event-detail";
import { nameOf } from "~/components/event-list";
import { reachableAction } from "~/components/page-frame";
import { useWords } from "~/components/words";
import { namesNothing, parseConversionsForm } from "~/conversions/conversions-page";
import { answerConversionsForm } from "~/conversions/conversions-page.server";
import { findEvent } from "~/conversions/event-detail.server";
import { refusal } from "~/refusal";
import { requireMerchant } from "~/shopify/merchant.server";

export { MissingEvent as ErrorBoundary } from "~/components/missing-event";

/** An event of the list by its row. One that the shop does not have is answered 404. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const detail = await findEvent(shop.id, params["id"] ?? "");
  if (detail === null) throw refusal(404, "unknown_event", "The shop has no such event.");
  return detail;
}

/** Send again. What another shop has counts as not there. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = parseConversionsForm(await request.formData());
  if (form.kind === "unreadable") return form;
  const answer = await answerConversionsForm(shop.id, form.value, now);
  return json(answer, namesNothing(form.value, answer) ? 404 : 200);
}

export const clientAction = reachableAction;

export default function EventPage() {
  const words = useWords();
  const detail = useLoaderData<typeof loader>();
  return (
    <Page
      title={nameOf(words, detail.event)}
      backAction={{ content: words.label("conversions"), url: "/app/conversions" }}
    >
      <EventDetail detail={detail} />
    </Page>
  );
}
