import { db } from "~/db.server";
import type { ShopId } from "~/ids";

import { SAVED_VIEWS_MAX, type SavedView } from "./event-list";

/** What became of a wish to save a view. */
export type SavedAnswer =
  | { kind: "view_saved"; view: SavedView }
  /** There are as many as a shop may have; one of them has to go first. */
  | { kind: "views_full" };

/** A shop's views, by their names. */
export function listViews(shopId: ShopId): Promise<SavedView[]> {
  return db.savedView.findMany({
    where: { shopId },
    select: { id: true, name: true, query: true },
    orderBy: { name: "asc" },
  });
}

/** Saves a filter under a name; under one that is taken, in place of what was. */
export async function saveView(
  shopId: ShopId,
  { name, query }: Pick<SavedView, "name" | "query">,
  now: Date,
): Promise<SavedAnswer> {
  return db.$transaction(async (tx) => {
    // Two that are saved at once are counted one after the other.
    await tx.$queryRaw`SELECT FROM shops WHERE id = ${shopId}::uuid FOR NO KEY UPDATE`;
    const others = await tx.savedView.count({ where: { shopId, NOT: { name } } });
    if (others >= SAVED_VIEWS_MAX) return { kind: "views_full" };
    const view = await tx.savedView.upsert({
      where: { shopId_name: { shopId, name } },
      create: { shopId, name, query, createdAt: now },
      update: { query },
      select: { id: true, name: true, query: true },
    });
    return { kind: "view_saved", view };
  });
}

/** Deletes a view of the shop; one that is gone already, or another shop's, changes nothing. */
export async function deleteView(shopId: ShopId, id: string): Promise<boolean> {
  const { count } = await db.savedView.deleteMany({ where: { shopId, id } });
  return count > 0;
}
