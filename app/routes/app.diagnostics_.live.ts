import type { LoaderFunctionArgs } from "@remix-run/node";

import { liveStream, parseLastId } from "~/conversions/live-stream.server";
import { requireMerchant } from "~/shopify/merchant.server";

/** The events of a shop as they come and change; for the shop of the session token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const after = parseLastId(request.headers.get("last-event-id"));
  return new Response(liveStream(shop.id, after, request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Whoever compresses or gathers it would hold events back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
