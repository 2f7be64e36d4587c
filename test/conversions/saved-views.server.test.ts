import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { SAVED_VIEWS_MAX } from "~/conversions/event-list";
import { deleteView, listViews, saveView } from "~/conversions/saved-views.server";
import { listJobs } from "~/jobs/list.server";
import { startQueue, stopQueue } from "~/queue.server";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { connectedShop } from "#test/support/shops";

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));
beforeEach(emptyDatabase);

describe("a saved view", () => {
  test("is listed by its name, and saved twice it is one", async () => {
    const shopId = await connectedShop();
    await saveView(shopId, { name: "Refused", query: "state=dead_letter" }, TEST_NOW);
    await saveView(shopId, { name: "Leads", query: "name=lead" }, TEST_NOW);
    await saveView(shopId, { name: "Refused", query: "state=dead_letter&name=lead" }, TEST_NOW);
    expect(await listViews(shopId)).toMatchObject([
      { name: "Leads", query: "name=lead" },
      { name: "Refused", query: "state=dead_letter&name=lead" },
    ]);
  });

  test("is one of twenty at most, however many are saved at once", async () => {
    const shopId = await connectedShop();
    const names = Array.from({ length: SAVED_VIEWS_MAX + 3 }, (_, index) => `View ${index}`);
    const answers = await Promise.all(
      names.map((name) => saveView(shopId, { name, query: "name=lead" }, TEST_NOW)),
    );
    expect(answers.filter(({ kind }) => kind === "views_full")).toHaveLength(3);
    const [first] = await listViews(shopId);
    expect(await listViews(shopId)).toHaveLength(SAVED_VIEWS_MAX);
    expect(await saveView(shopId, { name: first?.name ?? "", query: "" }, TEST_NOW)).toMatchObject({
      kind: "view_saved",
    });
  });

  test("is its shop's alone", async () => {
    const shopId = await connectedShop();
    const other = await connectedShop({}, "other.myshopify.com");
    await saveView(shopId, { name: "Leads", query: "name=lead" }, TEST_NOW);
    const [view] = await listViews(shopId);
    expect(await listViews(other)).toEqual([]);
    await deleteView(other, view?.id ?? "");
    expect(await listViews(shopId)).toHaveLength(1);
    await deleteView(shopId, view?.id ?? "");
    await deleteView(shopId, view?.id ?? "");
    expect(await listViews(shopId)).toEqual([]);
  });
});
