import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from "node:crypto";

import { brand, type Brand } from "./brand";
import { env } from "./env.server";
import { SealError } from "./errors";

/**
 * A secret as it rests in the database: `<key id>.<base64url of nonce, tag and ciphertext>`,
 * AES-256-GCM. The key id stands beside the ciphertext so that keys can be rotated.
 */
export type Sealed = Brand<string, "Sealed">;

/** Keys as the environment gives them; the first one encrypts. */
export type SealKeys = readonly { id: string; key: Buffer }[];

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts `text` for one place: `context` names it (table, column and row's owner) and is needed
 * again to open, so that a ciphertext moved to another row does not open there.
 */
export function seal(text: string, context: string, keys: SealKeys = env.ENCRYPTION_KEYS): Sealed {
  const [first] = keys;
  if (!first) throw new SealError("There is no encryption key");
  const nonce = freshNonce();
  const cipher = createCipheriv("aes-256-gcm", keyObject(first.key), nonce);
  cipher.setAAD(Buffer.from(context, "utf8"));
  const ciphertext = [cipher.update(text, "utf8"), cipher.final()];
  const packed = Buffer.concat([nonce, cipher.getAuthTag(), ...ciphertext]);
  return brand(`${first.id}.${packed.toString("base64url")}`);
}

/**
 * Opens what {@link seal} made for the same `context`.
 *
 * @throws {SealError} when its key is not configured, the context differs, or a byte was changed.
 */
export function unseal(
  sealed: string,
  context: string,
  keys: SealKeys = env.ENCRYPTION_KEYS,
): string {
  const keyId = sealKeyId(sealed);
  const key = keys.find(({ id }) => id === keyId)?.key;
  if (!key) throw new SealError("A sealed value names a key that is not configured", { keyId });
  const packed = Buffer.from(sealed.slice(keyId.length + 1), "base64url");
  const nonce = packed.subarray(0, NONCE_BYTES);
  const tag = packed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyObject(key), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(context, "utf8"));
    decipher.setAuthTag(tag);
    const text = decipher.update(packed.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new SealError("A sealed value does not open", { keyId }, { cause });
  }
}

/** The id of the key that a sealed value was made with. */
export function sealKeyId(sealed: string): string {
  return sealed.slice(0, Math.max(0, sealed.indexOf(".")));
}

/** Random bytes that no seal had yet; a thousand nonces are asked for at the cost of one. */
let unused = Buffer.alloc(0);

const NONCES_AT_ONCE = 1_000;

function freshNonce(): Buffer {
  if (unused.length === 0) unused = randomBytes(NONCES_AT_ONCE * NONCE_BYTES);
  const nonce = unused.subarray(0, NONCE_BYTES);
  unused = unused.subarray(NONCE_BYTES);
  return nonce;
}

/** Made once for each key: handed over as bytes, a key costs five times as much as the cipher's work. */
const keyObjects = new WeakMap<Buffer, KeyObject>();

function keyObject(key: Buffer): KeyObject {
  const known = keyObjects.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}
