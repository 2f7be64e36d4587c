import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { USER_AGENT } from "../support/browser";
import { control } from "../support/sandbox-control";
import { useStory } from "../support/story";

const EMAIL = "ada@example.com";

const story = useStory("data-request");

test("a merchant downloads what is held on a customer who asked", async () => {
  const { app, faults, page } = story();
  await page.getByRole("button", { name: "Install app" }).click();
  await app.getByRole("heading", { name: "Home" }).waitFor();
  await compliance("customers/data_request", { data_request: { id: 9999 } });
  await page.locator("#app-nav").getByText("Settings").click();
  await app.getByRole("link", { name: "Privacy" }).click();
  const row = app.getByRole("button", { name: "Download the file of request 9999" });
  await row.waitFor();

  const [download] = await Promise.all([page.waitForEvent("download"), row.click()]);
  expect(download.suggestedFilename()).toBe("data-request-9999.json");
  const file: unknown = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file).toMatchObject({ requestId: "9999", orders: [], events: [] });

  await compliance("customers/redact", { orders_to_redact: [] });
  await row.click();
  await app.getByText("The file could not be downloaded.").waitFor();
  // The browser itself notes each answer of 404.
  expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
});

test("nobody downloads a file without a session token", async () => {
  const answer = await fetch(
    `${story().stack.appUrl}/app/data-requests/019a0000-0000-7000-8000-000000000000`,
    {
      headers: { "user-agent": USER_AGENT },
      redirect: "manual",
    },
  );
  expect(answer.status).not.toBe(200);
  expect(await answer.text()).not.toContain("requestId");
});

/** Shopify's word on one customer, answered when this returns. */
async function compliance(topic: string, words: Record<string, unknown>): Promise<void> {
  const body = { customer: { id: 42, email: EMAIL }, ...words };
  const { deliveries } = await control<{ deliveries: { state: string }[] }>(
    story().stack.sandbox.adminUrl,
    "POST",
    "webhooks",
    { topic, body },
  );
  expect(deliveries).toMatchObject([{ state: "delivered" }]);
}
