import { hash } from "node:crypto";

/**
 * SHA-256 of a text as 64 lower-case hex digits. It resolves at once; it is a promise because the pixel
 * shares the rules that hash, and a browser hashes no other way.
 */
export async function sha256(text: string): Promise<string> {
  return hash("sha256", text, "hex");
}
