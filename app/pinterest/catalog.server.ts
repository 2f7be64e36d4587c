import { z } from "zod";

import { callApi, everyPage, PAGE_SIZE, type ApiAnswer, type ApiCall } from "./call.server";
import {
  wireFeedSchema,
  wireFeedsSchema,
  wireItemBatchSchema,
  wireItemIssuesPageSchema,
  wireProcessingResultsSchema,
  type ItemBatch,
  type ProcessingResult,
  type RegisteredFeed,
  type ReportedIssue,
  type WireFeed,
  type WireFeedChange,
  type WireItemBatch,
} from "./catalog";

/**
 * Whose catalog is meant.
 *
 * @property adAccountId acts for the owner of this ad account, where the user has a role on it; `null`: for
 *   the user's own catalog.
 */
export type CatalogAccess = { accessToken: string; adAccountId: string | null };

/** Source: Pinterest API v5.23, `feeds/list`. */
export function listFeeds(access: CatalogAccess): Promise<ApiAnswer<readonly RegisteredFeed[]>> {
  return everyPage((bookmark) =>
    callApi(
      call(access, "feeds/list", "GET", "/catalogs/feeds", { page_size: PAGE_SIZE, bookmark }),
      wireFeedsSchema,
    ),
  );
}

/** Source: Pinterest API v5.23, `feeds/create`. Pinterest refuses a second feed of the same name. */
export function createFeed(
  access: CatalogAccess,
  feed: WireFeed,
): Promise<ApiAnswer<RegisteredFeed>> {
  const request = call(access, "feeds/create", "POST", "/catalogs/feeds");
  return callApi({ ...request, json: feed }, wireFeedSchema);
}

/** Source: Pinterest API v5.23, `feeds/update`. */
export function updateFeed(
  access: CatalogAccess,
  feedId: string,
  change: WireFeedChange,
): Promise<ApiAnswer<RegisteredFeed>> {
  const request = call(access, "feeds/update", "PATCH", feedPath(feedId));
  return callApi({ ...request, json: change }, wireFeedSchema);
}

/** Deletes a feed and every pin that came of it. Source: Pinterest API v5.23, `feeds/delete`. */
export function deleteFeed(access: CatalogAccess, feedId: string): Promise<ApiAnswer<unknown>> {
  return callApi(call(access, "feeds/delete", "DELETE", feedPath(feedId)), z.unknown());
}

/** The fetches of a feed, the newest first. Source: Pinterest API v5.23, `feed_processing_results/list`. */
export async function listProcessingResults(
  access: CatalogAccess,
  feedId: string,
): Promise<ApiAnswer<readonly ProcessingResult[]>> {
  // The bookmark of this list does nothing, says its description: there is a first page only.
  const path = `${feedPath(feedId)}/processing_results`;
  const answer = await callApi(
    call(access, "feed_processing_results/list", "GET", path),
    wireProcessingResultsSchema,
  );
  if (answer.kind !== "done") return answer;
  const newest = answer.value.items.toSorted((one, other) => +other.createdAt - +one.createdAt);
  return { kind: "done", value: newest };
}

/** Examples of what was wrong with rows, up to 20 a code. Source: Pinterest API v5.23, `items_issues/list`. */
export async function listItemIssues(
  access: CatalogAccess,
  resultId: string,
): Promise<ApiAnswer<readonly ReportedIssue[]>> {
  const path = `/catalogs/processing_results/${encodeURIComponent(resultId)}/item_issues`;
  const answer = await everyPage((bookmark) =>
    callApi(
      call(access, "items_issues/list", "GET", path, { page_size: PAGE_SIZE, bookmark }),
      wireItemIssuesPageSchema,
    ),
  );
  return answer.kind === "done" ? { kind: "done", value: answer.value.flat() } : answer;
}

/** Source: Pinterest API v5.23, `items_batch/post`. Taken is not done: the result is asked for later. */
export function postItemBatch(
  access: CatalogAccess,
  batch: WireItemBatch,
): Promise<ApiAnswer<ItemBatch>> {
  const request = call(access, "items_batch/post", "POST", "/catalogs/items/batch");
  return callApi({ ...request, json: batch }, wireItemBatchSchema);
}

/** Source: Pinterest API v5.23, `items_batch/get`. */
export function fetchItemBatch(
  access: CatalogAccess,
  batchId: string,
): Promise<ApiAnswer<ItemBatch>> {
  const path = `/catalogs/items/batch/${encodeURIComponent(batchId)}`;
  return callApi(call(access, "items_batch/get", "GET", path), wireItemBatchSchema);
}

function feedPath(feedId: string): string {
  return `/catalogs/feeds/${encodeURIComponent(feedId)}`;
}

function call(
  { accessToken, adAccountId }: CatalogAccess,
  operation: string,
  method: ApiCall["method"],
  path: string,
  query: Record<string, string | undefined> = {},
): ApiCall {
  return {
    ...{ operation, method, path, purpose: "catalog" },
    query: { ...query, ad_account_id: adAccountId ?? undefined },
    access: { bearer: accessToken },
  };
}
