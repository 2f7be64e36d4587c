import { expect, test } from "vitest";

import { useStory } from "../support/story";

const story = useStory("connect-account");

test(
  "a merchant connects an account, confirms it, and reports through its ad account",
  {
    timeout: 90_000,
  },
  async () => {
    const { app, faults, page } = story();
    await page.getByRole("button", { name: "Install app" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await page.locator("#app-nav").getByText("Settings").click();

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
  },
);

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
