import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";

import { decisionFile } from "~/conversions/decision-file.server";
import { refusal } from "~/refusal";
import { requireMerchant } from "~/shopify/merchant.server";

/** What was decided on a shop's orders of some days, as CSV; for the shop of the session token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireMerchant(request);
  const file = decisionFile(shop.id, new URL(request.url).searchParams);
  if (file.kind === "refused") throw refusal(400, file.problem, "Give first and last as days.");
  return new Response(createReadableStreamFromReadable(file.content), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": "attachment; filename=decisions.csv",
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
