import {
  wireAccountSchema,
  wireAdAccountsSchema,
  wireTagsSchema,
  wireWebsitesSchema,
  type Account,
  type AdAccount,
  type ConversionTag,
  type Page,
  type Website,
} from "./account";
import { callApi, type ApiAnswer } from "./call.server";

/** The most that a page may hold. Source: Pinterest API v5.23, `query_page_size`. */
const PAGE_SIZE = "250";

/** Nobody picks from more; a list that never ends is not followed. */
const PAGES_MAX = 8;

/** Whose token it is. Source: Pinterest API v5.23, `user_account/get`. */
export function fetchAccount(accessToken: string): Promise<ApiAnswer<Account>> {
  return callApi(read("user_account/get", "/user_account", accessToken), wireAccountSchema);
}

/** The ad accounts that the token's user may see. Source: Pinterest API v5.23, `ad_accounts/list`. */
export function listAdAccounts(accessToken: string): Promise<ApiAnswer<readonly AdAccount[]>> {
  return everyPage((bookmark) =>
    callApi(
      {
        ...read("ad_accounts/list", "/ad_accounts", accessToken),
        query: { page_size: PAGE_SIZE, bookmark },
      },
      wireAdAccountsSchema,
    ),
  );
}

/** The tags of an ad account that are in use. Source: Pinterest API v5.23, `conversion_tags/list`. */
export async function listConversionTags(
  accessToken: string,
  adAccountId: string,
): Promise<ApiAnswer<readonly ConversionTag[]>> {
  const path = `/ad_accounts/${encodeURIComponent(adAccountId)}/conversion_tags`;
  const answer = await callApi(read("conversion_tags/list", path, accessToken), wireTagsSchema);
  return answer.kind === "done" ? { kind: "done", value: answer.value.items } : answer;
}

/** The websites of the token's user. Source: Pinterest API v5.23, `user_websites/get`. */
export function listWebsites(accessToken: string): Promise<ApiAnswer<readonly Website[]>> {
  return everyPage((bookmark) =>
    callApi(
      {
        ...read("user_websites/get", "/user_account/websites", accessToken),
        query: { page_size: PAGE_SIZE, bookmark },
      },
      wireWebsitesSchema,
    ),
  );
}

function read(operation: string, path: string, accessToken: string) {
  return {
    operation,
    purpose: "account",
    method: "GET",
    path,
    access: { bearer: accessToken },
  } as const;
}

/** Every page of a list, in their order; the first that is not answered is the answer. */
async function everyPage<Item>(
  ask: (bookmark: string | undefined) => Promise<ApiAnswer<Page<Item>>>,
): Promise<ApiAnswer<readonly Item[]>> {
  const items: Item[] = [];
  let bookmark: string | undefined;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const answer = await ask(bookmark);
    if (answer.kind !== "done") return answer;
    items.push(...answer.value.items);
    if (answer.value.bookmark === null) break;
    bookmark = answer.value.bookmark;
  }
  return { kind: "done", value: items };
}
