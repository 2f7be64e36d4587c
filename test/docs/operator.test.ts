import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

// Shows the figures of its connections.
import "~/db.server";
import { ENV_NAMES } from "~/env.server";
import { renderMetrics } from "~/metrics.server";
import { INSTALLATION_DIR } from "~/paths.server";

const read = (name: string): string => readFileSync(path.join(INSTALLATION_DIR, name), "utf8");

const PAGES = ["docs/deploy.md", "docs/operate.md"];
const pages = PAGES.map((page) => ({ page, text: read(page) }));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read("package.json")));

/** Names that are no variables of the app: the database's alone, and the shell's in an example. */
const OTHER_VARIABLES = ["POSTGRES_PASSWORD", "SUPERVISOR"];

/** What npm does of itself. */
const NPM_COMMANDS = ["ci", "prune", "run", "start"];

describe.each(pages)("$page", ({ page, text }) => {
  test("names npm scripts that there are", () => {
    const run = [...text.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name = ""]) => name);
    expect(run).not.toEqual([]);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
    const commands = [...text.matchAll(/\bnpm (\w+)/g)].map(([, command = ""]) => command);
    expect(commands.filter((command) => !NPM_COMMANDS.includes(command))).toEqual([]);
    expect(scripts["start"]).toContain("build/start.js");
  });

  test("names files that there are", () => {
    const named = [
      ...text.matchAll(
        /\b((?:app|docs|extensions|prisma|sandbox|scripts|test)\/[\w./$-]*\w|[\w.-]+\.(?:toml|yaml|json)|Dockerfile)/g,
      ),
    ].map(([, file = ""]) => file);
    expect(named).not.toEqual([]);
    const missing = named.filter(
      (file) => ![file, `docs/${file}`].some((at) => existsSync(path.join(INSTALLATION_DIR, at))),
    );
    expect(missing).toEqual([]);
  });

  test("links to pages and headings that there are", () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]+))?\)/g)];
    expect(links).not.toEqual([]);
    const broken = links.filter(([, file = "", anchor]) => {
      const target = path.join(path.dirname(page), file === "" ? path.basename(page) : file);
      if (!existsSync(path.join(INSTALLATION_DIR, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test("names variables that the app reads", () => {
    const named = [...text.matchAll(/`([A-Z][A-Z0-9_]{3,})(?:=[^`]*)?`|"\$(\w+)"/g)]
      .map(([, quoted, shell]) => quoted ?? shell ?? "")
      .filter((name) => name.includes("_") || name === "PORT");
    expect(named).not.toEqual([]);
    const known = [...ENV_NAMES, ...OTHER_VARIABLES];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("says of each command whether it was tried", () => {
    const blocks = [...text.matchAll(/^ *```(?:sh|yaml)\n(.*?)```/gms)].map(
      ([, code = ""]) => code,
    );
    expect(blocks).not.toEqual([]);
    expect(blocks.filter((code) => !/#.*\b(Tried|Not tried here)\b/.test(code))).toEqual([]);
  });
});

describe("the figures", () => {
  const operate = read("docs/operate.md");

  test("each series that the app shows has its row in docs/operate.md, and no row has none", async () => {
    const { text } = await renderMetrics();
    const shown = [...text.matchAll(/^# TYPE (pin_relay_\w+)/gm)].map(([, name = ""]) => name);
    const rows = [...operate.matchAll(/^\| `(pin_relay_\w+)`/gm)].map(([, name = ""]) => name);
    expect(shown.length).toBeGreaterThan(10);
    expect(rows.toSorted()).toEqual(shown.toSorted());
  });

  test("docs/alerts.yaml is a file of rules, about series that the app shows", async () => {
    const rule = z.strictObject({
      alert: z.string().regex(/^PinRelay\w+$/),
      expr: z.string(),
      for: z
        .string()
        .regex(/^\d+[smh]$/)
        .exactOptional(),
      labels: z.strictObject({ severity: z.enum(["page", "notify"]) }),
      annotations: z.strictObject({ summary: z.string().endsWith(".") }),
    });
    const { groups } = z
      .strictObject({
        groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })),
      })
      .parse(parse(read("docs/alerts.yaml")));
    const rules = groups.flatMap((group) => group.rules);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);

    const { text } = await renderMetrics();
    const asked = rules.flatMap(({ expr }) => expr.match(/pin_relay_\w+/g) ?? []);
    const unknown = asked.filter(
      (series) => !text.includes(`# TYPE ${series.replace(/_(count|sum|bucket)$/, "")} `),
    );
    expect(asked.length).toBeGreaterThanOrEqual(rules.length);
    expect(unknown).toEqual([]);
    expect(rules.filter(({ expr }) => depthOf(expr) !== 0)).toEqual([]);
  });
});

/** As GitHub makes them. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );
}

/** Brackets that were opened and not closed. */
function depthOf(expression: string): number {
  const opened = expression.match(/[([{]/g)?.length ?? 0;
  return opened - (expression.match(/[)\]}]/g)?.length ?? 0);
}
