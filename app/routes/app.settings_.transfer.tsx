import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";

import { reachableAction, unlessUnreachable } from "~/components/page-frame";
import tableStyles from "~/components/plain-table.css?url";
import { SettingsPage } from "~/components/settings-page";
import { SettingsTransfer } from "~/components/settings-transfer";
import { useWords } from "~/components/words";
import { requireMerchant } from "~/shopify/merchant.server";
import { answerTransferForm } from "~/shopify/settings-transfer.server";
import { parseTransferForm } from "~/shopify/transfer-form.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: tableStyles }];

/** The page on which settings leave a shop as a file and come in as one. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMerchant(request);
  return null;
}

/** A file is compared with the settings, or what was shown of it is applied. A refusal changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const form = await parseTransferForm(request);
  if (form.kind === "unreadable") return form;
  return answerTransferForm(shop.id, form.value, now);
}

export const clientAction = reachableAction;

export const shouldRevalidate = unlessUnreachable;

export default function Transfer() {
  const { label } = useWords();
  return (
    <SettingsPage title={label("transfer")}>
      <SettingsTransfer />
    </SettingsPage>
  );
}
