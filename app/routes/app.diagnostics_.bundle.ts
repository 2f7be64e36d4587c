import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";

import { requireMerchant } from "~/shopify/merchant.server";
import { makeSupportBundle } from "~/shopify/support-bundle.server";

/** What support needs to know of a shop, as a file; for the shop of the session token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, now } = await requireMerchant(request);
  const bundle = await makeSupportBundle(shop, now);
  return new Response(JSON.stringify(bundle, null, 2), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": "attachment; filename=pin-relay-support.json",
      "cache-control": "no-store",
    },
  });
}

/** In the browser: a file that cannot be had must not replace the page by an error. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return { kind: "file", text: await serverLoader<string>() } as const;
  } catch (error) {
    if (error instanceof Response && error.status === 401) throw error;
    return { kind: "failed" } as const;
  }
}
