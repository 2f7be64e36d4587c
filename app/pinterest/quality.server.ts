import { callApi, type ApiAnswer } from "./call.server";
import { QUALITY_DAYS, wireQualitySchema, type QualityScore } from "./quality";

/** What Pinterest says of an ad account's events. Source: Pinterest API v5.23, `conversion_eqs/list`. */
export function fetchQualityScores(
  accessToken: string,
  adAccountId: string,
): Promise<ApiAnswer<readonly QualityScore[]>> {
  return callApi(
    {
      operation: "conversion_eqs/list",
      purpose: "account",
      method: "GET",
      path: `/ad_accounts/${encodeURIComponent(adAccountId)}/conversion_eqs`,
      query: { lookback_period: `${QUALITY_DAYS}d` },
      access: { bearer: accessToken },
    },
    wireQualitySchema,
  );
}
