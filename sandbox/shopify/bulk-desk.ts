import { type Route, refuse } from "../loopback-server.ts";
import { answerBulk } from "./admin-endpoint.ts";
import { appFacts } from "./app-facts.ts";
import { BulkOperations, type BulkOperation, USUAL_MANNER } from "./bulk-operations.ts";
import type { ShopifyDesk } from "./desk.ts";

/** The bulk operations of one shop; they begin when somebody asks for them. */
export function bulkOf(desk: ShopifyDesk, domain: string): BulkOperations {
  const known = desk.bulks.get(domain);
  if (known) return known;
  const shopOf = () => desk.shops.get(domain);
  const bulk: BulkOperations = new BulkOperations({
    shop: domain,
    manner: () => shopOf()?.bulkManner ?? USUAL_MANNER,
    now: desk.now,
    answer: (document) => {
      const shop = shopOf();
      if (!shop) return { lines: [], isDenied: true };
      return answerBulk({ app: appFacts(desk), bulk }, shop, document);
    },
    baseUrl: () => desk.ownUrl,
    onEnd: (operation) => void tellEnd(desk, domain, operation),
  });
  desk.bulks.set(domain, bulk);
  return bulk;
}

/** Source: Shopify webhooks 2026-10, `bulk_operations/finish`: states in lower case, and no address. */
async function tellEnd(
  desk: ShopifyDesk,
  domain: string,
  { completedAt, createdAt, errorCode, id, status }: BulkOperation,
): Promise<void> {
  const shop = desk.shops.get(domain);
  if (!shop?.installed || !shop.bulkManner.isTold) return;
  const body = {
    admin_graphql_api_id: id,
    completed_at: completedAt === null ? null : new Date(completedAt).toISOString(),
    created_at: new Date(createdAt).toISOString(),
    error_code: errorCode?.toLowerCase() ?? null,
    status: status.toLowerCase(),
    type: "query",
  };
  await desk.webhooks.send({
    topic: "bulk_operations/finish",
    body: JSON.stringify(body),
    shop: domain,
  });
}

/** Where the files of bulk operations are fetched, as from Shopify's storage: signed, and by ranges. */
export function bulkRoutes(desk: ShopifyDesk): Route[] {
  return [
    {
      method: "GET",
      path: "/bulk-storage/:shop/:file",
      handle: ({ request, response, url }, { shop = "" }) => {
        const text = desk.bulks.get(shop)?.file(url.pathname, url.searchParams) ?? null;
        if (text === null)
          return refuse(response, 403, "ExpiredToken", "The signature has expired.");
        const bytes = Buffer.from(text);
        const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? "") ?? [];
        const start = Number(from ?? 0);
        if (start > 0 && start >= bytes.length) {
          response.writeHead(416, { "content-range": `bytes */${bytes.length}` });
          response.end();
          return;
        }
        const headers = { "content-length": String(bytes.length - start) };
        response.writeHead(start > 0 ? 206 : 200, {
          ...headers,
          ...(start > 0 && {
            "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
          }),
        });
        const manner = desk.shops.get(shop)?.bulkManner;
        const breakAfter = manner?.breakAfterBytes ?? null;
        if (manner && breakAfter !== null && breakAfter < bytes.length - start) {
          manner.breakAfterBytes = null;
          response.write(bytes.subarray(start, start + breakAfter), () => response.destroy());
          return;
        }
        response.end(bytes.subarray(start));
      },
    },
  ];
}
