// Sets up what is missing, then runs one of the project's commands on the project's own Node.
// Plain JavaScript without packages: it runs before anything is installed, on Node 20 and later.
//
//   node scripts/bootstrap.mjs [--browser] COMMAND [ARGUMENT ...]

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { findBrowser } from "./browser.mjs";

const ROOT = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  "..",
);
const MODULES = path.join(ROOT, "node_modules");

/** Each command's steps: a program of node_modules/.bin and its arguments. */
const COMMANDS = {
  bench: [...build(), ["tsx", "bench/main.ts"]],
  chaos: [...build(), ["tsx", "test/chaos/main.ts"]],
  cli: [["tsx", path.join(ROOT, "cli", "main.ts")]],
  demo: [...build(), ["tsx", "scripts/demo.ts"]],
  screenshot: [...build(), ["tsx", "scripts/screenshot.ts"]],
  test: [
    ["prettier", "--check", "--log-level=warn", "."],
    ["eslint", "."],
    ["tsc", "-p", "."],
    ...build(),
    ["vitest", "run"],
  ],
};

function build() {
  return [
    ["remix", "vite:build", "--logLevel=warn"],
    ["tsx", "scripts/build.ts"],
  ];
}

const [...words] = process.argv.slice(2);
const needsBrowser = words[0] === "--browser" && words.shift() !== undefined;
const [command = "", ...args] = words;
const steps = COMMANDS[command];
if (!steps) fail(`There is no command ${command}. Commands: ${Object.keys(COMMANDS).join(", ")}.`);

installPackages();
generateClient();
if (needsBrowser) installBrowser();
for (const [index, [program, ...own]] of steps.entries()) {
  const isLast = index === steps.length - 1;
  const status = await run(program, [...own, ...(isLast ? args : [])]);
  if (status !== 0) process.exit(status);
}

/** Once per lock file; what npm says goes to standard error, which leaves standard output to the command. */
function installPackages() {
  once("packages", "package-lock.json", () => {
    say("Installing packages …");
    return setUp("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  });
}

/** The database client, made from the schema. */
function generateClient() {
  once("client", "prisma/schema.prisma", () => {
    say("Generating the database client …");
    return setUp(path.join(MODULES, ".bin", "prisma"), ["generate", "--no-hints"]);
  });
}

function installBrowser() {
  if (findBrowser()) return;
  const isDebian = existsSync("/usr/bin/apt-get");
  if (!isDebian || process.getuid?.() !== 0) {
    fail(
      "The browser tests need Chromium. Install it (on Debian, as root: apt-get install chromium), or name one with CHROMIUM_PATH.",
    );
  }
  say("Installing Chromium …");
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  const installed =
    setUp("apt-get", ["update", "-qq"], quiet) === 0 &&
    setUp("apt-get", ["install", "-y", "-qq", "chromium"], quiet) === 0;
  if (!installed || !findBrowser()) fail("Chromium could not be installed; see above.");
}

/** Runs `work` unless it succeeded before for the same content of `file`. */
function once(name, file, work) {
  const digest = createHash("sha256")
    .update(readFileSync(path.join(ROOT, file)))
    .digest("hex");
  const stamp = path.join(MODULES, ".pin-relay", name);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  if (work() !== 0) fail("That did not work; see above. Mend it and run the same command again.");
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** A step before the command; what it prints is no part of the command's output. */
function setUp(program, args, env = {}) {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    env: { ...environment(), ...env },
  });
  return status ?? 1;
}

/** A step of the command, with our standard input and output. It is told of every signal that we get. */
function run(program, args) {
  const child = spawn(path.join(MODULES, ".bin", program), args, {
    cwd: command === "cli" ? process.cwd() : ROOT,
    stdio: "inherit",
    env: environment(),
  });
  const signals = ["SIGINT", "SIGTERM"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (status) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(status ?? 1);
    });
  });
}

/** Programs of node_modules first, the project's Node among them. */
function environment() {
  const bin = path.join(MODULES, ".bin");
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}` };
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
