import { randomBytes } from "node:crypto";
import { z } from "zod";
import { refusal } from "./answer.ts";
import type { ApiHandler } from "./api.ts";
import type { Feeds } from "./feeds.ts";

const batchSchema = z.object({
  country: z.string(),
  language: z.string(),
  items: z.array(
    z.looseObject({
      operation: z.enum(["CREATE", "UPDATE", "UPSERT", "DELETE"]),
      item_id: z.string(),
      attributes: z
        .looseObject({
          price: z.string().nullish(),
          sale_price: z.string().nullish(),
          availability: z.string().nullish(),
          last_updated_time: z.number().nullish(),
        })
        .optional(),
      update_mask: z.array(z.string()).nullish(),
    }),
  ),
});

type Change = z.infer<typeof batchSchema>["items"][number];

type Event = { attribute: string; code: number; message: string };

type ItemRecord = {
  item_id: string;
  status: "SUCCESS" | "FAILURE" | "PROCESSING";
  errors: Event[];
  warnings: Event[];
};

type Batch = { id: string; userId: string; createdAt: string; polls: number; items: ItemRecord[] };

/** The attributes that an update of price and stock is about. */
const TOLD = ["price", "sale_price", "availability"] as const;
const AVAILABILITY = new Set(["in stock", "out of stock", "preorder"]);

/** Batches that were taken; each is done when it is asked for the second time. */
export class ItemBatches {
  readonly batches = new Map<string, Batch>();
  readonly #feeds: Feeds;
  readonly #now: () => number;

  constructor(feeds: Feeds, now: () => number) {
    this.#feeds = feeds;
    this.#now = now;
  }

  reset(): void {
    this.batches.clear();
  }

  take(userId: string, body: unknown): Batch {
    const { country, items, language } = batchSchema.parse(body);
    const catalog = this.#feeds.itemsOf(userId, country, language);
    const batch = {
      // By the description's own pattern of the path; Pinterest's have a hyphen, which it does not allow.
      id: randomBytes(16).toString("hex"),
      userId,
      createdAt: new Date(this.#now()).toISOString().replace(/\.\d+Z$/, "Z"),
      polls: 0,
      items: items.map((change) => apply(catalog, change)),
    };
    this.batches.set(batch.id, batch);
    return batch;
  }
}

type Catalog = ReturnType<Feeds["itemsOf"]>;

function apply(catalog: Catalog, change: Change): ItemRecord {
  const failed = (attribute: string, code: number, message: string): ItemRecord => ({
    item_id: change.item_id,
    status: "FAILURE",
    errors: [{ attribute, code, message }],
    warnings: [],
  });
  if (change.operation !== "UPDATE") {
    return failed("operation", 100, "Only accounts without a data source may do this.");
  }
  const known = catalog.get(change.item_id);
  if (!known) return failed("item_id", 101, "The item does not exist.");
  const attributes = change.attributes ?? {};
  const { availability, last_updated_time: at, price } = attributes;
  if (availability && !AVAILABILITY.has(availability.toLowerCase())) {
    return failed("availability", 112, "Availability is invalid.");
  }
  if (price && !/^\d+(\.\d+)? ?[A-Z]{3}$/.test(price)) {
    return failed("price", 117, "Price is invalid.");
  }
  // What is older than what is known is dropped without a word.
  if (at && at < known.at) return succeeded(change);
  const mask = change.update_mask ?? Object.keys(attributes);
  const row = { ...known.row };
  for (const attribute of TOLD) {
    if (mask.includes(attribute)) row[attribute] = attributes[attribute] ?? "";
  }
  catalog.set(change.item_id, { row, at: at ?? known.at });
  return succeeded(change);
}

function succeeded({ item_id }: Change): ItemRecord {
  return { item_id, status: "SUCCESS", errors: [], warnings: [] };
}

/** What the operations of items answer, by their ids in the description. */
export function itemHandlers(batches: ItemBatches): Record<string, ApiHandler> {
  return {
    "items_batch/post": ({ body, user }) => {
      const batch = batches.take(user?.id ?? "", body);
      return { status: 200, body: toWire(batch, false) };
    },
    "items_batch/get": ({ path, user }) => {
      const batch = batches.batches.get(path["batch_id"] ?? "");
      if (!batch || batch.userId !== user?.id) {
        return refusal(404, 4331, "Sorry! We could not find your batch ID.");
      }
      batch.polls += 1;
      return { status: 200, body: toWire(batch, batch.polls > 1) };
    },
  };
}

function toWire({ createdAt, id, items }: Batch, isDone: boolean) {
  return {
    batch_id: id,
    catalog_type: "RETAIL",
    created_time: createdAt,
    completed_time: isDone ? createdAt : null,
    status: isDone ? "COMPLETED" : "PROCESSING",
    items: isDone
      ? items
      : items.map(({ item_id }) => ({
          ...{ item_id, status: "PROCESSING" },
          ...{ errors: [], warnings: [] },
        })),
  };
}
