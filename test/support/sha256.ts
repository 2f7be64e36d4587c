import { createHash } from "node:crypto";

/** The SHA-256 that the pure rooms take as an argument. */
export async function sha256(text: string): Promise<string> {
  return sha256Hex(text);
}

/** The same at once, for expected values. */
export function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
