import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

// What the lint refuses is planted here, and so is what it must let pass.

// The planted files are not on the disk, so the rules that ask the compiler have nothing to ask.
const eslint = new ESLint({
  overrideConfig: [
    {
      files: ["**/*.ts", "**/*.tsx"],
      languageOptions: { parserOptions: { projectService: false } },
      rules: {
        "@typescript-eslint/no-floating-promises": "off",
        "@typescript-eslint/no-misused-promises": "off",
        "@typescript-eslint/switch-exhaustiveness-check": "off",
      },
    },
  ],
});

const DOWN = "Imports point down the house";

describe("a room imports lower rooms and the ground", () => {
  test.each([
    { file: "app/shopify/order.ts", brings: "~/conversions/draft" },
    { file: "app/shopify/install.server.ts", brings: "~/shops/shop.server" },
    { file: "app/shopify/admin.server.ts", brings: "./session-storage.server" },
    { file: "app/conversions/outbox.ts", brings: "~/pinterest/outcome" },
    { file: "app/conversions/lane.server.ts", brings: "~/db.server" },
    { file: "app/shops/connection.ts", brings: "~/pinterest/outcome" },
    { file: "app/jobs/deliver-lane.server.ts", brings: "~/conversions/deliver.server" },
    { file: "app/http/webhooks.server.ts", brings: "~/shopify/answer-webhook.server" },
    { file: "app/routes/auth.$.ts", brings: "~/shopify/answer-webhook.server" },
    { file: "app/routes/app._index.tsx", brings: "~/components/ledger-table" },
    { file: "app/routes/app._index.tsx", brings: "~/messages/message" },
    { file: "app/components/ledger-table.tsx", brings: "~/conversions/ledger" },
    { file: "app/components/ledger-table.tsx", brings: "~/messages/message" },
    { file: "app/messages/en/skip-reasons.ts", brings: "~/conversions/decision" },
    { file: "app/messages/en/connection.ts", brings: "~/pinterest/outcome" },
    { file: "app/queue.server.ts", brings: "./db.server" },
    { file: "cli/explain-order.ts", brings: "~/shopify/order" },
    { file: "sandbox/shopify/server.ts", brings: "../log.ts" },
  ])("$file may import $brings", async ({ file, brings }) => {
    expect(await complaints(file, importing(brings))).toBe("");
  });

  test.each([
    { file: "app/pinterest/outcome.ts", brings: "~/shops/shop" },
    { file: "app/pinterest/events.server.ts", brings: "~/conversions/outbox.server" },
    { file: "app/shops/shop.server.ts", brings: "~/conversions/connect.server" },
    { file: "app/shops/shop.server.ts", brings: "~/shopify.server" },
    { file: "app/conversions/draft.ts", brings: "~/shopify/order" },
    { file: "app/conversions/connect.server.ts", brings: "~/routes/app.settings" },
    { file: "app/shopify/order.ts", brings: "~/jobs/list.server" },
    { file: "app/money.ts", brings: "./shops/settings" },
    { file: "app/queue.server.ts", brings: "~/jobs/list.server" },
    { file: "app/shopify.server.ts", brings: "~/routes/app._index" },
  ])("$file may not reach up to $brings", async ({ file, brings }) => {
    expect(await complaints(file, importing(brings))).toContain(DOWN);
  });

  test.each([
    { file: "app/conversions/draft.ts", brings: "~/catalog/item-id" },
    { file: "app/catalog/item-id.ts", brings: "~/conversions/event" },
    { file: "app/shopify/order.ts", brings: "~/woocommerce/order" },
    { file: "app/woocommerce/order.ts", brings: "~/shopify/order" },
    { file: "app/routes/healthz.ts", brings: "~/jobs/list.server" },
    { file: "cli/explain-order.ts", brings: "~/routes/healthz" },
  ])("$file may not reach sideways to $brings", async ({ file, brings }) => {
    expect(await complaints(file, importing(brings))).toContain(DOWN);
  });

  test.each([
    { file: "app/components/ledger-table.tsx", brings: "~/shopify/order" },
    { file: "app/components/ledger-table.tsx", brings: "~/pinterest/outcome" },
    { file: "app/components/ledger-table.tsx", brings: "~/routes/app._index" },
    { file: "app/conversions/ledger.ts", brings: "~/components/ledger-table" },
    { file: "app/conversions/ledger.ts", brings: "~/messages/message" },
    { file: "app/shopify/order.ts", brings: "~/messages/message" },
    { file: "app/messages/message.ts", brings: "~/components/ledger-table" },
    { file: "app/messages/message.ts", brings: "~/shopify/order" },
  ])("$file and $brings stand too far apart", async ({ file, brings }) => {
    expect(await complaints(file, importing(brings))).toContain(DOWN);
  });

  test.each([
    { file: "app/shops/shop.ts", brings: "../errors", says: "by its ~/ name" },
    { file: "app/shops/shop.ts", brings: "~/shops/settings", says: "same room by ./" },
    { file: "app/shops/shop.ts", brings: "#test/support/clock", says: "knows no test" },
    { file: "app/routes/healthz.ts", brings: "~/db.server", says: "asks a room" },
    { file: "app/routes/healthz.ts", brings: "~/queue.server", says: "asks a room" },
    { file: "app/routes/healthz.ts", brings: "@prisma/client", says: "asks a room" },
    { file: "cli/explain-order.ts", brings: "~/shops/shop.server", says: "needs no database" },
  ])("$file may not import $brings", async ({ file, brings, says }) => {
    expect(await complaints(file, importing(brings))).toContain(says);
  });

  test("an import hidden in the code is refused", async () => {
    const code = `export const load = () => import("~/routes/healthz");\n`;
    expect(await complaints("app/shops/shop.server.ts", code)).toContain("Import at the top");
  });

  test("a route asks a room, not the network", async () => {
    const code = `export const loader = () => fetch("https://example.com");\n`;
    expect(await complaints("app/routes/healthz.ts", code)).toContain("not the network");
  });
});

describe("the product and its sandbox do not know each other", () => {
  test.each([
    "app/shops/shop.server.ts",
    "app/routes/healthz.ts",
    "app/log.server.ts",
    "cli/explain-order.ts",
  ])("%s may not import the sandbox", async (file) => {
    expect(await complaints(file, importing("../../sandbox/log"))).toContain("knows no sandbox");
  });

  test.each(["~/log.server", "../app/log.server", "../../app/shopify/order"])(
    "the sandbox may not import %s",
    async (brings) => {
      expect(await complaints("sandbox/start.ts", importing(brings))).toContain(
        "knows nothing of the product",
      );
    },
  );
});

describe("a file without .server in its name", () => {
  test.each([
    { does: "reads the clock", code: "export const it = Date.now();" },
    { does: "reads the clock", code: "export const it = new Date();" },
    { does: "reads the clock", code: "export const it = Date();" },
    { does: "reads the clock", code: "export const it = performance.now();" },
    { does: "throws dice", code: "export const it = Math.random();" },
    { does: "throws dice", code: "export const it = crypto.randomUUID();" },
    { does: "throws dice", code: "export const it = crypto.getRandomValues(new Uint8Array(4));" },
    { does: "calls the network", code: `export const it = () => fetch("https://example.com");` },
    { does: "waits", code: "export const it = (act: () => void) => setTimeout(act, 5);" },
    { does: "waits", code: "export const it = (act: () => void) => setInterval(act, 5);" },
    { does: "looks at its process", code: "export const it = process.pid;" },
    { does: "reads the disk", code: importing("node:fs/promises") },
    { does: "hashes by itself", code: importing("crypto") },
    { does: "knows the database", code: importing("@prisma/client") },
    { does: "knows the database", code: importing("pg") },
    { does: "knows the queue", code: importing("pg-boss") },
    { does: "knows a framework", code: importing("@remix-run/node") },
    { does: "knows a framework", code: importing("@shopify/shopify-api") },
    { does: "brings a .server file", code: importing("~/env.server") },
    { does: "brings a .server file", code: importing("./outbox.server") },
  ])("is refused when it $does: $code", async ({ code }) => {
    expect(await complaints("app/conversions/event.ts", `${code}\n`)).not.toBe("");
    expect(await complaints("app/conversions/event.server.ts", `${code}\n`)).toBe("");
  });

  test.each([
    "export const it = new Date(0);",
    "export const it = (now: Date) => now.getTime();",
    importing("zod"),
  ])("may say: %s", async (code) => {
    expect(await complaints("app/conversions/event.ts", `${code}\n`)).toBe("");
  });
});

describe("the environment has one door", () => {
  test.each([
    { file: "app/conversions/lane.server.ts", code: "export const it = process.env.PORT;" },
    { file: "app/conversions/lane.server.ts", code: `export const it = process["env"];` },
    {
      file: "app/conversions/lane.server.ts",
      code: "const { env } = process;\nexport const it = env;",
    },
    { file: "app/conversions/lane.server.ts", code: "export const it = globalThis.process;" },
    { file: "app/web.server.ts", code: "export const it = process.env.PORT;" },
    { file: "app/routes/healthz.ts", code: importing("node:process") },
    { file: "app/routes/healthz.ts", code: "export const it = import.meta.env;" },
    { file: "cli/explain-order.ts", code: "export const it = process.env.HOME;" },
  ])("which is not $file: $code", async ({ file, code }) => {
    expect(await complaints(file, `${code}\n`)).toContain("Settings come from ~/env.server");
  });

  test("which is app/env.server.ts", async () => {
    expect(await complaints("app/env.server.ts", "export const it = process.env;\n")).toBe("");
  });
});

describe("the pixel", () => {
  const PIXEL = "extensions/pinterest-pixel/src/index.ts";

  test.each([
    "~/conversions/event-id",
    "~/catalog/item-id",
    "./shape",
    "@shopify/web-pixels-extension",
  ])("may import %s", async (brings) => {
    expect(await complaints(PIXEL, importing(brings))).toBe("");
  });

  test.each(["~/shopify/order", "~/money", "~/conversions/lane.server", "zod", "node:crypto"])(
    "may not import %s",
    async (brings) => {
      expect(await complaints(PIXEL, importing(brings))).not.toBe("");
    },
  );
});

describe("the pixel's clock and network", () => {
  const CODE = "export const it = () => [Date.now(), fetch];\n";

  test("are handed down by its entry", async () => {
    expect(await complaints("extensions/pinterest-pixel/src/index.ts", CODE)).toBe("");
  });

  test("are arguments everywhere else", async () => {
    expect(await complaints("extensions/pinterest-pixel/src/tag.ts", CODE)).not.toBe("");
  });
});

describe("what a reader must not have to look for", () => {
  test.each([
    { code: `export function it() { throw new Error("no"); }`, says: "Throw an AppError" },
    { code: "export function it(a: () => void) { try { a(); } catch {} }", says: "is caught is" },
    { code: `export function it() { console.log("here"); }`, says: "no-console" },
    { code: "export const it = (a: unknown) => a as string;", says: "consistent-type-assertions" },
    { code: "export const it = (a?: string) => a!;", says: "no-non-null-assertion" },
    { code: "export const it = (a: any) => a;", says: "no-explicit-any" },
    { code: "export type It = { order_id: string };", says: "naming-convention" },
    { code: "export default function it() {}", says: "no-restricted-exports" },
  ])("$says: $code", async ({ code, says }) => {
    expect(await complaints("app/conversions/lane.server.ts", `${code}\n`)).toContain(says);
  });

  test("a cast stands in app/brand.ts alone", async () => {
    const code = "export const it = (a: unknown) => a as string;\n";
    expect(await complaints("app/brand.ts", code)).toBe("");
  });

  test("Pinterest's spelling stands in pinterest/", async () => {
    const code = "export type It = { order_id: string };\n";
    expect(await complaints("app/pinterest/wire.ts", code)).toBe("");
  });

  test("a default export is a route's", async () => {
    const code = "export default function Page() {}\n";
    expect(await complaints("app/routes/app._index.tsx", code)).toBe("");
  });

  test.each([
    { file: "app/routes/healthz.test.ts", says: "make a URL of every file" },
    { file: "app/routes/orders.server.ts", says: "make a URL of every file" },
    { file: "app/shops/utils.ts", says: "after its concept" },
    { file: "app/helpers/money.ts", says: "after its concept" },
    { file: "cli/types.ts", says: "after its concept" },
  ])("$file does not exist", async ({ file, says }) => {
    expect(await complaints(file, "export const it = 1;\n")).toContain(says);
  });
});

function importing(module: string): string {
  return `import { thing } from "${module}";\nexport const it = thing;\n`;
}

/** What the lint says of `code` in the place of `file`; empty where it has nothing to say. */
async function complaints(file: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? [])
    .map(({ message, ruleId }) => `${ruleId ?? "fatal"}: ${message}`)
    .join("\n");
}
