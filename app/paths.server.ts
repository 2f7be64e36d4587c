import { existsSync } from "node:fs";
import path from "node:path";

/** The folder that holds package.json, from the sources and from the bundles in build/ alike. */
export const INSTALLATION_DIR = installationDir(import.meta.dirname);

export const MIGRATIONS_DIR = path.join(INSTALLATION_DIR, "prisma", "migrations");

function installationDir(dir: string): string {
  if (existsSync(path.join(dir, "package.json"))) return dir;
  return dir === path.dirname(dir) ? dir : installationDir(path.dirname(dir));
}
