import { Writable } from "node:stream";

import pino from "pino";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { db } from "~/db.server";
import { InvariantError, UpstreamUnavailableError } from "~/errors";
import { faultOf, log, LOG_OPTIONS } from "~/log.server";

const EMAIL = "ada.lovelace@example.com";

describe("a record", () => {
  test.each([
    "accessToken",
    "access_token",
    "authorization",
    "checkoutToken",
    "checkout_token",
    "clientIp",
    "conversionToken",
    "email",
    "password",
    "phone",
    "refreshToken",
    "refresh_token",
    "secret",
    "token",
    "userAgent",
  ])("never shows what stands under %s", (key) => {
    const records = [
      { [key]: EMAIL },
      { order: { [key]: EMAIL } },
      { order: { customer: { [key]: EMAIL } } },
      { order: { customer: { address: { [key]: EMAIL } } } },
      { orders: [{ [key]: EMAIL }] },
      { orders: [{ customer: { [key]: [EMAIL] } }] },
    ];
    for (const record of records) {
      const line = written((logger) => logger.info(record, "words"));
      expect(line).not.toContain("lovelace");
      expect(line).toContain("[redacted]");
    }
  });

  test("keeps ids, counts, dates and nothing at all", () => {
    const record = {
      shopId: "0199-aa",
      settled: 3,
      lane: { adAccountId: "549755885175", until: new Date("2026-11-20T15:30:00Z") },
      fields: ["email", "line_items.0.price"],
      stop: null,
      id: 7n,
    };
    expect(JSON.parse(written((logger) => logger.info(record, "words")))).toMatchObject({
      shopId: "0199-aa",
      settled: 3,
      lane: { adAccountId: "549755885175", until: "2026-11-20T15:30:00.000Z" },
      fields: ["email", "line_items.0.price"],
      stop: null,
      msg: "words",
    });
  });

  test("may be nothing but words", () => {
    expect(JSON.parse(written((logger) => logger.info("worker is ready")))).toMatchObject({
      level: 30,
      msg: "worker is ready",
    });
  });

  test("is not changed by being written", () => {
    const record = { order: { email: EMAIL } };
    written((logger) => logger.info(record, "words"));
    expect(record).toEqual({ order: { email: EMAIL } });
  });
});

describe("an error", () => {
  test("of our own is shown with who acts next and its ids", () => {
    const fault = new UpstreamUnavailableError("Shopify did not renew the token", { shop: "demo" });
    expect(faultOf(fault)).toMatchObject({
      name: "UpstreamUnavailableError",
      message: "Shopify did not renew the token",
      remedy: "retry",
      context: { shop: "demo" },
    });
  });

  test("of anybody else is shown without its message", () => {
    const fault = Object.assign(new TypeError(`Cannot read ${EMAIL}`), { code: "ERR_INPUT" });
    expect(faultOf(fault)).toMatchObject({ name: "TypeError", code: "ERR_INPUT" });
    expect(errorLine(fault)).not.toContain("lovelace");
  });

  test("that comes without words lends them none", () => {
    const fault = new TypeError(EMAIL);
    expect(written((logger) => logger.error({ err: fault }))).not.toContain("lovelace");
    expect(written((logger) => logger.error(fault))).not.toContain("lovelace");
    expect(written((logger) => logger.error({ attempt: { fault } }))).not.toContain("lovelace");
  });

  test("shows where it was thrown", () => {
    expect(errorLine(new TypeError("no"))).toContain("log.server.test.ts");
  });

  test("of Prisma shows nothing of the values that it refused", async () => {
    const fault = await faultFrom(() =>
      db.shop.create({
        data: { platform: "shopify", domain: EMAIL, scopes: [EMAIL], country: Number(EMAIL) + "" },
        select: JSON.parse(`{ "${EMAIL}": true }`),
      }),
    );
    expect(String(fault)).toContain("lovelace");
    expect(errorLine(fault)).toContain("PrismaClientValidationError");
    expect(errorLine(fault)).not.toContain("lovelace");
  });

  test("of the database shows nothing of the values that it refused", async () => {
    const fault = await faultFrom(() => db.$queryRaw`SELECT ${EMAIL}::int`);
    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).toContain("lovelace");
    expect(errorLine(fault)).not.toContain("lovelace");
  });

  test("of zod shows nothing of the values that it refused", async () => {
    const fault = await faultFrom(async () => z.record(z.int(), z.int()).parse({ [EMAIL]: EMAIL }));
    expect(errorLine(fault)).toContain("ZodError");
    expect(errorLine(fault)).not.toContain("lovelace");
  });

  test("shows its cause by the same rule", () => {
    const cause = new RangeError(EMAIL, { cause: new InvariantError("ours") });
    const line = errorLine(new UpstreamUnavailableError("outer", {}, { cause }));
    expect(line).toContain("outer");
    expect(line).toContain("RangeError");
    expect(line).toContain("ours");
    expect(line).not.toContain("lovelace");
  });

  test("in whose code stands a sentence is shown without it", () => {
    const fault = Object.assign(new Error("no"), { code: `no ${EMAIL}` });
    expect(faultOf(fault)).not.toHaveProperty("code");
  });

  test.each([EMAIL, { email: EMAIL }, undefined, null])(
    "that is none is shown by its type: %j",
    (thrown) => {
      expect(faultOf(thrown)).toEqual({ name: typeof thrown });
    },
  );
});

test("the one logger has these options", () => {
  expect(log.level).toBe("silent");
  expect(log.bindings()).toEqual({});
});

/** The line that a logger with our options writes. */
function written(write: (logger: pino.Logger) => void): string {
  let text = "";
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString("utf8");
      done();
    },
  });
  write(pino({ ...LOG_OPTIONS, level: "trace" }, sink));
  return text;
}

function errorLine(err: unknown): string {
  return written((logger) => logger.error({ err }, "words"));
}

async function faultFrom(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
  } catch (fault) {
    return fault;
  }
  return undefined;
}
