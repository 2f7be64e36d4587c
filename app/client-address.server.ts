import { createHmac, hkdfSync } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

import proxyAddress from "proxy-addr";

import { env, type TrustedProxy } from "./env.server";
import { Recall } from "./recall";

/**
 * The IP address from which a request came, as far as trusted proxies vouch for it; `null` where they name
 * none. Nothing that the sender writes by itself is believed.
 */
export function clientAddress(incoming: IncomingMessage): string | null {
  const forwarded = incoming.headers["x-forwarded-for"]?.toString();
  const hops = `${incoming.socket.remoteAddress} ${forwarded}`;
  return addresses.of(hops, () => addressThrough(incoming, env.TRUST_PROXY));
}

/** As many shoppers as a busy minute has. */
const ADDRESSES_RECALLED_MAX = 20_000;

const addresses = new Recall<string | null>(ADDRESSES_RECALLED_MAX);

/** {@link clientAddress} for these trusted proxies. */
export function addressThrough(incoming: IncomingMessage, trusted: TrustedProxy): string | null {
  const [address = ""] = (proxyAddress(incoming, trusted) ?? "").split("%");
  // An IPv4 address in the form in which a socket of both kinds shows it.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(plain) === 0 ? null : plain;
}

/**
 * A name of an address to count by. From it the address can neither be read nor guessed without our key.
 * The addresses of one IPv6 network of 64 bits, which one household has to itself, share their name.
 */
export function addressKey(address: string): string {
  return keys.of(address, () => {
    const network = isIPv6(address) ? networkOf(address) : address;
    return createHmac("sha256", countingKey()).update(network).digest("base64url").slice(0, 22);
  });
}

/** In memory only, and forgotten with it. */
const keys = new Recall<string>(ADDRESSES_RECALLED_MAX);

/** The first four of the eight groups. */
function networkOf(address: string): string {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after = []] = canonical
    .split("::")
    .map((side) => side.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}

let key: Buffer | undefined;

/** The same in every process, and of no use to open what is sealed. */
function countingKey(): Buffer {
  const [first] = env.ENCRYPTION_KEYS;
  key ??= Buffer.from(hkdfSync("sha256", first?.key ?? "", "", "client addresses", 32));
  return key;
}
