/**
 * What a visit may find wrong with an item's page or picture. Each is a warning: what Pinterest finds on another
 * day may differ, so nothing is left out of a feed for it.
 *
 * - `CHECKED_IMAGE_UNREACHABLE`: the image does not answer, or not with success.
 * - `CHECKED_IMAGE_TOO_SMALL`: it is smaller than 75 by 75 pixels.
 * - `CHECKED_LINK_UNREACHABLE`: the page does not answer, or not with success.
 * - `CHECKED_LINK_REDIRECTS`: the page leads elsewhere.
 *
 * Source: Pinterest Help, "Before you get started with catalogs": images of at least 75 x 75 pixels, links that
 * open the product's page and do not redirect.
 */
export const ITEM_CHECK_CODES = [
  "CHECKED_IMAGE_UNREACHABLE",
  "CHECKED_IMAGE_TOO_SMALL",
  "CHECKED_LINK_UNREACHABLE",
  "CHECKED_LINK_REDIRECTS",
] as const;
export type ItemCheckCode = (typeof ITEM_CHECK_CODES)[number];

export const IMAGE_SIDE_MIN = 75;

/** What is wrong with an address, and what was seen there. */
export type CheckFinding = { code: ItemCheckCode; value: string };

/** What a visit saw, as far as it is judged. */
export type Seen =
  | { kind: "answered"; status: number; redirects: number; url: string }
  | { kind: "not_allowed" }
  | { kind: "unanswered" };

/** @param size in pixels; `null` where the first bytes do not tell. Then it is not judged. */
export function judgeImage(
  seen: Seen,
  size: { width: number; height: number } | null,
): CheckFinding | null {
  const value = faultOf(seen);
  if (value !== null) return { code: "CHECKED_IMAGE_UNREACHABLE", value };
  if (isUndecided(seen) || size === null) return null;
  const { height, width } = size;
  if (width >= IMAGE_SIDE_MIN && height >= IMAGE_SIDE_MIN) return null;
  return { code: "CHECKED_IMAGE_TOO_SMALL", value: `${width} x ${height}` };
}

export function judgeLink(seen: Seen): CheckFinding | null {
  const value = faultOf(seen);
  if (value !== null) return { code: "CHECKED_LINK_UNREACHABLE", value };
  if (seen.kind !== "answered" || isUndecided(seen) || seen.redirects === 0) return null;
  return { code: "CHECKED_LINK_REDIRECTS", value: seen.url.slice(0, VALUE_LENGTH_MAX) };
}

/** As of every other issue. */
const VALUE_LENGTH_MAX = 200;

/** Asked too often, or in a moment of repair: that says nothing of the address. */
const UNDECIDED: readonly number[] = [429, 503];

function isUndecided(seen: Seen): boolean {
  return seen.kind === "answered" && UNDECIDED.includes(seen.status);
}

function faultOf(seen: Seen): string | null {
  if (seen.kind !== "answered") return seen.kind;
  if (isUndecided(seen) || (seen.status >= 200 && seen.status < 300)) return null;
  return String(seen.status);
}
