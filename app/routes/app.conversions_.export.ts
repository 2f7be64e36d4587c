import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";

import { isCutFile } from "~/conversions/event-list";
import { eventFile } from "~/conversions/event-export.server";
import { requireMerchant } from "~/shopify/merchant.server";

/** The events of a filter as CSV; for the shop of the session token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const file = eventFile(shop.id, new URL(request.url).searchParams);
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": "attachment; filename=conversions.csv",
      "cache-control": "no-store",
    },
  });
}

/** In the browser: a file that cannot be had must not replace the page by an error. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    const text = await serverLoader<string>();
    return { kind: "file", text, isCut: isCutFile(text) } as const;
  } catch (error) {
    if (error instanceof Response && error.status === 401) throw error;
    return { kind: "failed" } as const;
  }
}
