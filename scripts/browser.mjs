import { existsSync } from "node:fs";

/** Where Debian, Ubuntu, Fedora, macOS and Chrome's own installer put a Chromium. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser that the browser tests drive; `CHROMIUM_PATH` names another one. `undefined`: none. */
export function findBrowser() {
  const named = process.env["CHROMIUM_PATH"];
  return [named, ...PLACES].find((place) => place && existsSync(place));
}
