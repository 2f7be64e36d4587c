import { describe, expect, test } from "vitest";

import { DEMO_SHOP } from "../../sandbox/shopify/desk";
import { keepPicture, looksOf, openAppPage, resize, WIDTHS } from "../support/app-pages";
import { askDatabase } from "../support/ask-database";
import { violationsIn } from "../support/axe";
import { installApp } from "../support/merchant";
import { useStory } from "../support/story";

const story = useStory("failed-page");

test("the app is installed", async () => {
  await installApp(story().stack, DEMO_SHOP);
});

describe.each([
  { opened: "from the menu", open: openFromMenu },
  { opened: "by its address", open: () => openAppPage(story(), { path: "/app/conversions" }) },
])("a page that cannot be made, opened $opened", ({ open }) => {
  test("says so under the app's menu, and is there once it can be made", async () => {
    const { app } = story();
    await askDatabase(story().stack, "ALTER TABLE saved_views RENAME TO saved_views_away");
    const frame = await open();
    await app.getByRole("heading", { name: "Something went wrong" }).waitFor();
    await app.getByText("Nothing is lost.").waitFor();
    await app.locator(menuLink("settings")).waitFor({ state: "attached" });
    expect(await violationsIn(frame)).toEqual([]);

    await askDatabase(story().stack, "ALTER TABLE saved_views_away RENAME TO saved_views");
    await app.getByRole("button", { name: "Try again" }).click();
    await app.getByRole("heading", { name: "Conversions" }).waitFor();
  });

  test("leads to the home page", async () => {
    const { app } = story();
    await askDatabase(story().stack, "ALTER TABLE saved_views RENAME TO saved_views_away");
    const frame = await open();
    await app.getByRole("heading", { name: "Something went wrong" }).waitFor();
    await resize(story(), frame, WIDTHS.narrow);
    await keepPicture(story(), frame, "failed-narrow");
    expect(await looksOf(frame)).toEqual({ overflow: 0, cut: [], primary: [] });
    await resize(story(), frame, WIDTHS.wide);
    await app.getByRole("link", { name: "Home" }).click();
    await app.getByRole("heading", { name: "Home" }).waitFor();
    await askDatabase(story().stack, "ALTER TABLE saved_views_away RENAME TO saved_views");
  });
});

async function openFromMenu() {
  const frame = await openAppPage(story(), { path: "/app" });
  await frame.locator(menuLink("conversions")).evaluate(click);
  return frame;
}

function menuLink(page: string): string {
  return `ui-nav-menu a[href='/app/${page}']`;
}

/** The menu's links are drawn by Shopify's admin, outside the app; the app's own are hidden. */
function click(element: Element): void {
  if (element instanceof HTMLElement) element.click();
}
