/**
 * What may let one act be counted twice.
 *
 * - `same_tag_in_theme`: the storefront's own code loads our tag, without our event ids.
 * - `second_tag`: the storefront's own code loads another tag.
 * - `channel_pixel`: Pinterest's sales channel has a pixel in the storefront, and the mode does not reckon
 *   with it.
 * - `ingest_twice`: orders came from a server under another id than from the platform.
 * - `shared_event`: several orders have one event, because they are of one checkout.
 */
export const CONFLICTS = [
  "same_tag_in_theme",
  "second_tag",
  "channel_pixel",
  "ingest_twice",
  "shared_event",
] as const;
export type ConflictCode = (typeof CONFLICTS)[number];

/** A finding, with how many orders or which tags it is about. */
export type Conflict =
  | { code: "ingest_twice" | "shared_event"; orders: number }
  | { code: "same_tag_in_theme" | "channel_pixel" }
  | { code: "second_tag"; tagIds: string[] };

/** What came of a look at the storefront. */
export type StorefrontLook =
  | { kind: "looked"; conflicts: Conflict[] }
  /** It asks for a password, answers with an error, or not at all. */
  | { kind: "not_seen" };

/** Digits of a tag id; Pinterest's are 13 long. */
const TAG_ID = String.raw`(\d{10,18})`;

/** Source: Pinterest developer guide, "Add the Pinterest tag": the base code. */
const THEME_TAG = new RegExp(String.raw`pintrk\(\s*['"]load['"]\s*,\s*['"]${TAG_ID}['"]`, "g");

/**
 * A pixel's settings as the platform writes them into each page, in JSON inside JSON. The app's own are
 * `tagId`; the sales channel's are `tagID`.
 *
 * Source: none of Shopify's; read off the pages of stores that have the channel.
 */
const CHANNEL_TAG = new RegExp(String.raw`\\*"tagID\\*"\s*:\s*\\*"${TAG_ID}`, "g");

/** Reads in a page's source what may count an act twice. */
export function conflictsInPage(
  html: string,
  own: { tagId: string | null; isCoexistence: boolean },
): Conflict[] {
  const conflicts: Conflict[] = [];
  const themeTags = tagsIn(html, THEME_TAG);
  if (own.tagId !== null && themeTags.includes(own.tagId)) {
    conflicts.push({ code: "same_tag_in_theme" });
  }
  const others = themeTags.filter((tagId) => tagId !== own.tagId);
  if (others.length > 0) conflicts.push({ code: "second_tag", tagIds: others });
  const hasChannel = tagsIn(html, CHANNEL_TAG).length > 0;
  if (hasChannel && !own.isCoexistence) conflicts.push({ code: "channel_pixel" });
  return conflicts;
}

function tagsIn(html: string, form: RegExp): string[] {
  return [...new Set([...html.matchAll(form)].flatMap(([, tagId]) => tagId ?? []))].slice(0, 5);
}
