/**
 * Shopify keeps this many characters of the landing page's path and query and drops the rest.
 *
 * Source: Shopify Admin API 2026-10, order webhooks, `landing_site`.
 */
const LENGTH_MAX = 255;

/**
 * The `epik` parameter of the first page of the visit. A click id at the very end of a landing site of
 * full length has probably lost its own end; half a click id names nobody, so there is none.
 */
export function landingClickId(landingSite: string | null | undefined): string | undefined {
  const query = landingSite?.split("#")[0]?.split("?").slice(1).join("?");
  if (!landingSite || !query) return undefined;

  const parameters = query.split("&");
  const index = parameters.findIndex((parameter) => parameter.startsWith("epik="));
  const isLast = index === parameters.length - 1;
  if (isLast && landingSite.length >= LENGTH_MAX) return undefined;
  // A click id is base64: a space in it was a plus sign.
  const clickId = new URLSearchParams(parameters[index] ?? "").get("epik");
  return clickId?.replaceAll(" ", "+") || undefined;
}
