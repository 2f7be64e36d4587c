import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";

import { dataRequestFile } from "~/privacy/export.server";
import { refusal } from "~/refusal";
import { requireMerchant } from "~/shopify/merchant.server";

/** The file of a data request, for the shop that asks with its session token; 404 once it is deleted. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const file = await dataRequestFile(shop.id, params["id"] ?? "");
  if (file === null) throw refusal(404, "not_found", "There is no such file, or not any more.");
  return new Response(file, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": "attachment; filename=data-request.json",
      "cache-control": "no-store",
    },
  });
}

/** In the browser: a file that cannot be had must not replace the settings by an error page. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return { kind: "file", text: await serverLoader<string>() } as const;
  } catch (error) {
    if (error instanceof Response && error.status !== 404) throw error;
    return { kind: "failed" } as const;
  }
}
