import { z } from "zod";

import { parse } from "~/parse";

import type { JoinFinding } from "./join-check";
import type { Market } from "./market";

/** What the page of a feed's items shows. */
export type PublishedPage = {
  feeds: { feedId: string; market: Market }[];
  /** The feed that is shown; `null` where the shop has none. */
  feedId: string | null;
  search: string;
  /** In the order of their ids. */
  items: PublishedItem[];
  isFirstPage: boolean;
  /** The item after which the next page begins; `null` on the last one. */
  next: string | null;
};

/** An item of a feed, as far as it is stored. */
export type PublishedItem = {
  itemId: string;
  /** The product in the platform's admin. */
  productId: string;
  /** As they stand in the feed, e.g. `24.99 USD`; `null` where there is none. */
  price: string | null;
  salePrice: string | null;
  availability: string | null;
  /** Why it is not in the file; `null` where it is. */
  absence: Pick<JoinFinding, "cause" | "code"> | null;
  changedAt: Date;
};

/** So many items are on a page. */
export const PUBLISHED_PER_PAGE = 50;

export type PublishedQuery = { feedId: string | null; search: string; after: string | null };

/** Longer than any item id. */
const TEXT_MAX = 255;

const text = z
  .string()
  .max(TEXT_MAX)
  .refine((value) => !/\p{Cc}/u.test(value) && value.isWellFormed());

const querySchema = z.object({
  feed: z.uuid().nullable().catch(null),
  search: text.transform((value) => value.trim()).catch(""),
  after: text.min(1).nullable().catch(null),
});

/** What is asked for in the page's address. What does not fit counts as left out. */
export function parsePublishedQuery(searchParams: URLSearchParams): PublishedQuery {
  const asked = {
    feed: searchParams.get("feed"),
    search: searchParams.get("search"),
    after: searchParams.get("after"),
  };
  const query = parse(querySchema, asked);
  if (query.kind === "unreadable") return { feedId: null, search: "", after: null };
  const { after, feed, search } = query.value;
  return { feedId: feed, search, after };
}
