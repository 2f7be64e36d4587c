import { globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { listJobs } from "~/jobs/list.server";
import { INSTALLATION_DIR } from "~/paths.server";
import { startQueue, stopQueue } from "~/queue.server";
import { HOUR_MS } from "~/time";

import { TEST_NOW } from "#test/support/clock";
import { emptyDatabase } from "#test/support/database";
import { USER_AGENT } from "#test/support/browser";
import { everyRow } from "#test/support/every-row";
import { useLocalPinterest } from "#test/support/pinterest";
import { OTHER_DOMAIN, useLocalShopify } from "#test/support/shopify";
import { SHOP_DOMAIN } from "#test/support/shops";
import { fillTenant, nobodysIds, type Tenant, type TenantIds } from "#test/support/tenant";

import {
  OTHER_INTENTS,
  OTHER_PARAMETERS,
  ROUTES,
  SOCKETS,
  type Answer,
  type Probe,
  type Row,
} from "./rows";

// A merchant with a valid session asks for another shop's rows by their ids, on every route. What comes back is
// what comes back for ids that nobody has; nothing of the other shop changes; the owner gets another answer.

type RouteModule = { loader?: LoaderFunction; action?: ActionFunction };
type Asked = { search?: string; params?: Record<string, string>; form?: Record<string, string> };

const MODULES = import.meta.glob<RouteModule>("../../app/routes/*.{ts,tsx}");

// Before the local Shopify starts: a session token holds for a minute, however long the tests take.
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW }));
afterAll(() => void vi.useRealTimers());

const shopify = useLocalShopify();
const pinterest = useLocalPinterest();

let stranger: Tenant;
let owner: Tenant;

beforeAll(() => startQueue(listJobs(new AbortController().signal), "producer"));
afterAll(() => stopQueue(1_000));

/** The stranger asks, the owner has. */
async function fillShops(): Promise<void> {
  await emptyDatabase();
  stranger = await fillTenant(SHOP_DOMAIN, "A", TEST_NOW);
  owner = await fillTenant(OTHER_DOMAIN, "B", TEST_NOW);
}

/** The local Shopify forgets its tokens before each test. */
async function signIn(): Promise<void> {
  const expires = new Date(TEST_NOW.getTime() + HOUR_MS);
  await shopify.session(expires, SHOP_DOMAIN);
  await shopify.session(expires, OTHER_DOMAIN);
}

const IDS = nobodysIds();

const rows = Object.entries({ ...ROUTES, ...SOCKETS });
const probesOf = (row: Row) => (row.names === "rows" ? row.probes : []);
const placesOf = (row: Row) => (row.names === "rows" ? (row.places ?? []) : []);
const everyProbe = rows.flatMap(([, row]) => probesOf(row));

describe("the table of routes", () => {
  test.each([
    { folder: "routes", rows: ROUTES },
    { folder: "http", rows: SOCKETS },
  ])("has a row for each file of app/$folder, and no other", ({ folder, rows }) => {
    const files = readdirSync(path.join(INSTALLATION_DIR, "app", folder));
    expect(
      Object.keys(rows).toSorted(),
      `Give each new file of app/${folder} a row in test/routes/rows.ts. Write every form, parameter and query ` +
        `that names a row of a shop as a probe, with its ids from test/support/tenant.ts, or write why there is none.`,
    ).toEqual(files.map((file) => file.replace(/\.tsx?$/, "")).toSorted());
  });

  test("has a probe for each intent of a form, or says why there is none", () => {
    const sent = everyProbe.flatMap(({ form }) => form?.(IDS, IDS)["intent"] ?? []);
    expect(
      [...new Set([...sent, ...Object.keys(OTHER_INTENTS)])].toSorted(),
      "Give each new intent a probe in test/routes/rows.ts, or a line in its OTHER_INTENTS.",
    ).toEqual(inSources(/\bintent: z\.(?:literal|enum)\(\[?([^)\]]+)/g));
  });

  test("has a probe or a place for each parameter of an address, or says why there is none", () => {
    const named = everyProbe.flatMap(({ query }) => Object.keys(query?.(IDS, IDS) ?? {}));
    const places = rows.flatMap(([, row]) => placesOf(row).map(({ parameter }) => parameter));
    expect(
      [...new Set([...named, ...places, ...Object.keys(OTHER_PARAMETERS)])].toSorted(),
      "Give each new parameter a probe or a place in test/routes/rows.ts, or a line in its OTHER_PARAMETERS.",
    ).toEqual(inSources(/\b(?:search|searchParams)\.(?:get|getAll|has)\(([^)]+)\)/g));
  });
});

describe("a merchant who names another shop's rows", () => {
  beforeEach(fillShops);
  beforeEach(signIn);

  const probes = rows.flatMap(([route, row]) =>
    probesOf(row).map((probe) => ({ route, probe, name: probe.name })),
  );

  test.each(probes)("is told what nobody's ids tell: $route, $name", async ({ probe, route }) => {
    await probe.prepare?.(owner, pinterest);
    const nobodys = nobodysIds();
    const toNobodys = blurred(await send(route, probe, stranger, nobodys), nobodys);
    const before = await rowsOf(owner);
    const told = await send(route, probe, stranger, owner.ids);
    const toOwners = blurred(told, owner.ids);

    expect(toOwners).toEqual(toNobodys);
    expect(`${told.status} ${told.text}`).toContain(probe.refused);
    const named = new Set(Object.values(owner.ids));
    const foreign = owner.marks.filter((mark) => !named.has(mark) && told.text.includes(mark));
    expect(foreign, "the answer reveals something of the other shop").toEqual([]);
    expect(await rowsOf(owner), "a row of the other shop has changed").toEqual(before);
    if (probe.send) return;
    // Otherwise the table has a form that does nothing for anybody.
    const toItsOwner = blurred(await send(route, probe, owner, owner.ids), owner.ids);
    expect({ told: toItsOwner, rows: await rowsOf(owner) }).not.toEqual({
      told: toOwners,
      rows: before,
    });
  });

  const places = rows.flatMap(([route, row]) =>
    placesOf(row).map((place) => ({ route, ...place })),
  );

  test.each(places)(
    "sees their own rows behind its place: $route, $parameter",
    async ({ of, parameter, route }) => {
      const place = of(owner.ids);
      const told = await ask(route, stranger, { search: `${parameter}=${place}` });
      expect(told.status).toBe(200);
      // The page repeats its own address.
      const foreign = owner.marks.filter((mark) => mark !== place && told.text.includes(mark));
      expect(foreign).toEqual([]);
    },
  );
});

describe("a merchant who names nothing", () => {
  beforeAll(fillShops);
  beforeEach(signIn);

  const pages = Object.entries(ROUTES)
    .filter(([route]) => /^app\b/.test(route) && !route.includes("$"))
    .map(([route, row]) => {
      if (row.names === "rows") return { route, search: "", status: 200 };
      return { route, search: row.search ?? "", status: row.status ?? 200 };
    });

  test.each(pages)("is shown nothing of another shop: $route", async (page) => {
    const told = await ask(page.route, stranger, { search: page.search });
    expect(told.status).toBe(page.status);
    expect(owner.marks.filter((mark) => told.text.includes(mark))).toEqual([]);
  });

  test.each(pages)("and has no session is shown nothing at all: $route", async ({ route }) => {
    const told = await answerOf(route, new Request("http://127.0.0.1:4199/app"), {});
    expect(told).toEqual({ status: 302, text: "" });
  });
});

function send(route: string, probe: Probe, asker: Tenant, named: TenantIds): Promise<Answer> {
  if (probe.send) return probe.send(asker, named);
  const { form, params, query } = probe;
  const search = new URLSearchParams(query?.(named, asker.ids)).toString();
  return ask(route, asker, {
    search,
    ...(params ? { params: params(named, asker.ids) } : {}),
    ...(form ? { form: form(named, asker.ids) } : {}),
  });
}

/** Asks a route as App Bridge does, with a fresh session token of the shop. */
async function ask(route: string, asker: Tenant, asked: Asked): Promise<Answer> {
  const { idToken } = await shopify.control<{ idToken: string }>("POST", "id-token", {
    shop: asker.domain,
  });
  const headers = { authorization: `Bearer ${idToken}`, "user-agent": USER_AGENT };
  const { form, params = {}, search = "" } = asked;
  const body = form && new URLSearchParams(form);
  const request = new Request(`http://127.0.0.1:4199/app?${search}`, {
    headers,
    ...(body ? { method: "POST", body } : {}),
  });
  return answerOf(route, request, params);
}

async function answerOf(
  route: string,
  request: Request,
  params: Record<string, string>,
): Promise<Answer> {
  const file = Object.keys(MODULES).find(
    (name) => path.basename(name).replace(/\.tsx?$/, "") === route,
  );
  const module = await MODULES[file ?? ""]?.();
  const answer = request.method === "POST" ? module?.action : module?.loader;
  if (!answer) return expect.unreachable(`${route} does not answer ${request.method}`);
  const given: unknown = await Promise.resolve(answer({ request, params, context: {} })).catch(
    (thrown: unknown) => thrown,
  );
  if (given instanceof Response) return { status: given.status, text: await textOf(given) };
  if (given instanceof Error) throw given;
  return { status: 200, text: JSON.stringify(given) };
}

/** A stream goes on: of it, what it says at first. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) return answer.text();
  const reader = answer.body?.getReader();
  const said = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(said?.value);
}

/** An answer in which ids stand as what they name, so that answers about different rows can be compared. */
function blurred({ status, text }: Answer, named: TenantIds): Answer {
  const blur = (blurring: string, [name, id]: [string, string]): string =>
    blurring.replaceAll(id, `<${name}>`);
  return { status, text: Object.entries(named).reduce(blur, text) };
}

/** Every row in which the shop is named, jobs too. */
async function rowsOf({ domain, shopId }: Tenant): Promise<string[]> {
  const all = await everyRow();
  return all
    .filter(({ text }) => text.includes(shopId) || text.includes(domain))
    .map(({ table, text }) => `${table} ${text}`)
    .toSorted();
}

/** The words in quotes of all that the expression finds in the product's sources. */
function inSources(expression: RegExp): string[] {
  const files = globSync("app/**/*.{ts,tsx}", { cwd: INSTALLATION_DIR });
  const words = files.flatMap((file) =>
    [...readFileSync(path.join(INSTALLATION_DIR, file), "utf8").matchAll(expression)].flatMap(
      ([, quoted = ""]) => [...quoted.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word),
    ),
  );
  return [...new Set(words)].toSorted();
}
