import {
  wireAccountSchema,
  wireAdAccountsSchema,
  wireTagsSchema,
  wireWebsitesSchema,
  type Account,
  type AdAccount,
  type ConversionTag,
  type Website,
} from "./account";
import { callApi, everyPage, PAGE_SIZE, type ApiAnswer } from "./call.server";

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
