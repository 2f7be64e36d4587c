import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { FailedPage } from "~/components/failed-page";
import { requireMerchant } from "~/shopify/merchant.server";

/** An address of the app under which there is nothing, such as an old bookmark. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireMerchant(request);
  return json(null, 404);
}

export default function NoSuchPage() {
  return <FailedPage isMissing />;
}
