import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { storefrontUrl } from "./storefront/server.ts";

/** Where each process listens; 0 takes any free port. */
export type SandboxPorts = { shopify: number; proxy: number; pinterest: number };

export const DEFAULT_PORTS: SandboxPorts = { shopify: 4100, proxy: 4101, pinterest: 4102 };
/** Where the demo puts the app's web process, behind the proxy. */
export const DEFAULT_APP_PORT = 4103;

export type SandboxOptions = {
  /** The app's web process, which may start later. */
  appUrl?: string;
  ports?: Partial<SandboxPorts>;
  apiKey: string;
  apiSecret: string;
  /** The app's `shopify.app.toml`. */
  tomlPath: string;
  /** One log file per process, in this folder; without it the logs go to standard output. */
  logDir?: string;
  /** How long each process may take to answer. */
  startMsMax?: number;
};

export type SandboxProcesses = {
  /** The page to open: the stand-in for the Shopify admin. Also `SANDBOX_SHOPIFY_URL`. */
  adminUrl: string;
  /** The demo shop's storefront. */
  storefrontUrl: string;
  /** The app as a browser reaches it; its `SHOPIFY_APP_URL`. */
  proxyUrl: string;
  pinterestUrl: string;
  /** The app's `PINTEREST_API_URL`. */
  pinterestApiUrl: string;
  /** Resolves when a process ended by itself, with its name: the sandbox is then broken. */
  ended: Promise<string>;
  close: () => Promise<void>;
};

const CLOSE_MS_MAX = 5000;

type Child = { name: string; process: ChildProcess; url: string };

/**
 * Starts the local Pinterest, the local Shopify with its admin page, and the proxy, each as a process
 * of its own, and waits until each answers. When one does not come up, those that did are ended.
 */
export async function startSandboxProcesses(options: SandboxOptions): Promise<SandboxProcesses> {
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const children: Child[] = [];
  const close = async () => {
    await Promise.all(children.map(({ process: child }) => end(child)));
  };
  const start = async (name: string, file: string, env: Record<string, string>, health: string) => {
    const child = await startChild(name, file, env, options);
    children.push(child);
    await answers(`${child.url}${health}`, options.startMsMax ?? 20_000);
    return child.url;
  };
  try {
    const pinterestUrl = await start(
      "pinterest",
      "pinterest/main.ts",
      { PINTEREST_PORT: String(ports.pinterest) },
      "/healthz",
    );
    const adminUrl = await start(
      "shopify",
      "shopify/main.ts",
      {
        SHOPIFY_PORT: String(ports.shopify),
        SHOPIFY_API_KEY: options.apiKey,
        SHOPIFY_API_SECRET: options.apiSecret,
        SHOPIFY_APP_TOML: options.tomlPath,
        ...deployedPixel(options.tomlPath),
        SANDBOX_PINTEREST_URL: pinterestUrl,
      },
      "/healthz",
    );
    const proxyUrl = await start(
      "proxy",
      "proxy/main.ts",
      {
        PROXY_PORT: String(ports.proxy),
        SANDBOX_UPSTREAM_URL: options.appUrl ?? `http://127.0.0.1:${DEFAULT_APP_PORT}`,
        SANDBOX_ADMIN_ORIGIN: adminUrl,
      },
      "/__sandbox/healthz",
    );
    await fetch(`${adminUrl}/sandbox/addresses`, {
      method: "PUT",
      body: JSON.stringify({ appUrl: proxyUrl }),
    });
    const ended = Promise.race(
      children.map(({ name, process: child }) => once(child, "exit").then(() => name)),
    );
    return {
      adminUrl,
      storefrontUrl: storefrontUrl(adminUrl),
      proxyUrl,
      pinterestUrl,
      pinterestApiUrl: `${pinterestUrl}/v5`,
      ended,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where the app keeps its pixel: what it declares beside the app's own file, the bundle where it is built. */
function deployedPixel(tomlPath: string) {
  const root = dirname(tomlPath);
  return {
    SHOPIFY_PIXEL_TOML: join(root, "extensions", "pinterest-pixel", "shopify.extension.toml"),
    SHOPIFY_PIXEL_BUNDLE: join(root, "build", "pinterest-pixel.js"),
  };
}

const reportSchema = z.object({ url: z.string() });

/** Starts one process and waits for the address that it reports. */
async function startChild(
  name: string,
  file: string,
  env: Record<string, string>,
  { logDir }: SandboxOptions,
): Promise<Child> {
  if (logDir !== undefined) mkdirSync(logDir, { recursive: true });
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    // Not the parent's options: its preload must not be loaded into the servers it leads to.
    execArgv: [],
    stdio: ["ignore", "inherit", "pipe", "ipc"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      ...env,
      ...(logDir !== undefined && { SANDBOX_LOG_FILE: join(logDir, `sandbox-${name}.log`) }),
    },
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString("utf8")}`.slice(-2000);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(reportSchema.parse(message).url));
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`The sandbox's ${name} ended with code ${code} before it was up:\n${said}`)),
    );
  });
  return { name, process: child, url };
}

async function answers(url: string, msMax: number): Promise<void> {
  const deadline = Date.now() + msMax;
  while (Date.now() < deadline) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer.`);
}

/** Asks a child to end, and ends it after five seconds. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), CLOSE_MS_MAX);
  await gone;
  clearTimeout(timer);
}
