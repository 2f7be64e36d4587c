import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";

import { requireMerchant } from "~/shopify/merchant.server";
import { settingsFile } from "~/shopify/settings-transfer.server";

/** The settings that are not bound to one shop, as a file, for the shop that asks with its session token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  return new Response(await settingsFile(shop.id), {
    headers: {
      // Plain text: as JSON, the page would be given what it says instead of the file.
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": "attachment; filename=pin-relay-settings.json",
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
