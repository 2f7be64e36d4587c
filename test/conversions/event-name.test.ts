import { expect, test } from "vitest";

import {
  EVENT_NAMES,
  PIXEL_EVENT_NAMES,
  WEB_EVENT_NAMES,
  webEventName,
} from "~/conversions/event-name";

test("a page can report every event but the two of apps", () => {
  const inApps = EVENT_NAMES.filter((name) => !WEB_EVENT_NAMES.includes(name));
  expect(inApps).toEqual(["app_install", "app_open"]);
});

test.each([
  { text: "lead", name: "lead" },
  { text: "app_open", name: undefined },
  { text: "Lead", name: undefined },
  { text: "addtocart", name: undefined },
  { text: "", name: undefined },
])("$text names $name", ({ text, name }) => {
  expect(webEventName(text)).toBe(name);
});

test("every act of the pixel is an event that a page can report", () => {
  for (const name of Object.values(PIXEL_EVENT_NAMES)) expect(webEventName(name)).toBe(name);
});
