import { expect, test } from "vitest";

import { findLeaks, stackTexts } from "../support/leaks";
import { control } from "../support/sandbox-control";
import { eventually } from "../support/stack";
import { useStory } from "../support/story";

/** With what access tokens, refresh tokens and conversion tokens of the local Pinterest begin. */
const PREFIXES = ["pina_SANDBOX_", "pinr_SANDBOX_"];

const story = useStory("connect-account");

test("a merchant connects an account, confirms it, and reports through its ad account", async () => {
  const { app, faults, page } = story();
  await page.getByRole("button", { name: "Install app" }).click();
  await app.getByRole("heading", { name: "Home" }).waitFor();
  await page.locator("#app-nav").getByText("Settings").click();
  await app.getByRole("link", { name: "Pinterest connection" }).click();

  // By the keyboard, to the page of another site and back.
  const connect = app.getByRole("button", { name: "Connect with Pinterest" });
  await connect.focus();
  const [pinterest] = await Promise.all([
    page.context().waitForEvent("page"),
    page.keyboard.press("Enter"),
  ]);
  await pinterest.getByRole("heading", { name: "Local Pinterest" }).waitFor();
  expect(pinterest.url()).not.toContain("ticket");
  await pinterest.getByRole("button", { name: "Give access" }).click();

  const admin = pinterest.frameLocator("#app-frame");
  await admin
    .getByText("The Pinterest account Demo Store (@demo_store) gave the app access.")
    .waitFor();
  await admin.getByRole("button", { name: "Yes, use Demo Store (@demo_store)" }).click();
  await admin.getByText("Connected to the Pinterest account Demo Store (@demo_store).").waitFor();
  // The only ad account that may report, and its tag, are picked already.
  expect(await admin.getByLabel("Ad account", { exact: true }).inputValue()).toBe("549755885175");
  expect(await admin.getByLabel("Tag", { exact: true }).inputValue()).toBe("2612345678901");
  await admin.getByRole("button", { name: "Report through this ad account" }).click();
  await admin.getByText("Connected", { exact: true }).waitFor();
  await admin.getByRole("button", { name: "Test connection" }).click();
  await admin.getByText("Pinterest accepted the test event.").waitFor();
  await pinterest.close();
  expect(faults).toEqual([]);
});

test("the catalog is registered, fetched and judged by itself", async () => {
  const feed = await eventually("Pinterest has judged the feed", judgedFeed);
  expect(feed.errors).toEqual([]);
  expect(Object.keys(feed.items).length).toBeGreaterThan(100);
});

test("a price that changes reaches Pinterest by itself", async () => {
  const { adminUrl, pinterestUrl } = story().stack.sandbox;
  await eventually("the app knows of the fetch", readFetch);
  const { items } = await eventually("the feed is there", judgedFeed);
  const [id, item] = Object.entries(items)[0] ?? [];
  const product = item?.row["item_group_id"];
  await control(adminUrl, "POST", "products/price", { product, price: "123.45" });
  await eventually("the price is at Pinterest", async () => {
    const now = (await judgedFeed())?.items[id ?? ""]?.row["price"];
    return now?.startsWith("123.45") || undefined;
  });
  const { calls } = await control<{ calls: { operationId: string }[] }>(
    pinterestUrl,
    "GET",
    "api-calls",
  );
  expect(calls.map(({ operationId }) => operationId)).toContain("items_batch/post");
});

type AtPinterest = {
  processings: { status: string; rows: { issues: { severity: string; code: string }[] }[] }[];
  items: Record<string, Record<string, { row: Record<string, string> }>>;
};

/** The shop's feed as Pinterest shows it, once it has fetched it. */
async function judgedFeed() {
  const { pinterestUrl } = story().stack.sandbox;
  const { items, processings } = await control<AtPinterest>(pinterestUrl, "GET", "feeds");
  const [last] = processings;
  if (last?.status !== "COMPLETED") return undefined;
  const errors = last.rows
    .flatMap(({ issues }) => issues)
    .filter((one) => one.severity === "error");
  return { errors, items: Object.values(items)[0] ?? {} };
}

/** Whether the app has asked Pinterest what came of the fetch. */
async function readFetch() {
  const { pinterestUrl } = story().stack.sandbox;
  const { calls } = await control<{ calls: { operationId: string }[] }>(
    pinterestUrl,
    "GET",
    "api-calls",
  );
  return calls.some(({ operationId }) => operationId === "items_issues/list") || undefined;
}

test("no token of the account is in any table or log file", async () => {
  const { stack } = story();
  expect(await findLeaks(stackTexts(stack), PREFIXES)).toEqual([]);
});

test("whoever comes without a sign-in is told so, on a page that names no shop", async () => {
  const { appUrl } = story().stack;
  for (const path of ["/pinterest/start?ticket=x", "/pinterest/callback?state=x&code=y"]) {
    const answer = await fetch(`${appUrl}${path}`, { redirect: "manual" });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const page = await answer.text();
    expect(page).toContain("Pinterest is not connected");
    expect(page).not.toContain("myshopify.com");
  }
});
