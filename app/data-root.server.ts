import path from "node:path";

import { defaultDataRoot } from "./database-cluster.server";
import { env } from "./env.server";
import { INSTALLATION_DIR } from "./paths.server";

/** The folder for what this installation keeps on the disk: `DATA_DIR`, or where the database's files go without it. */
export function dataRoot(): string {
  return path.resolve(env.DATA_DIR ?? defaultDataRoot(INSTALLATION_DIR));
}
