import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

import { describe, expect, test } from "vitest";

import { addressKey, addressThrough } from "~/client-address.server";
import { readEnv } from "~/env.server";

describe("the address of a sender", () => {
  test.each([
    {
      trust: "",
      peer: "203.0.113.7",
      forwarded: "198.51.100.1",
      address: "203.0.113.7",
      because: "nobody is trusted",
    },
    {
      trust: "1",
      peer: "10.0.0.1",
      forwarded: "6.6.6.6, 198.51.100.1",
      address: "198.51.100.1",
      because: "the proxy wrote the last",
    },
    {
      trust: "2",
      peer: "10.0.0.1",
      forwarded: "6.6.6.6, 198.51.100.1, 10.0.0.2",
      address: "198.51.100.1",
      because: "two proxies",
    },
    {
      trust: "loopback",
      peer: "127.0.0.1",
      forwarded: "198.51.100.1",
      address: "198.51.100.1",
      because: "the proxy is here",
    },
    {
      trust: "loopback",
      peer: "203.0.113.7",
      forwarded: "198.51.100.1",
      address: "203.0.113.7",
      because: "no trusted proxy",
    },
    {
      trust: "10.0.0.0/8, loopback",
      peer: "::ffff:10.1.2.3",
      forwarded: "2001:db8::1",
      address: "2001:db8::1",
      because: "a network",
    },
    { trust: "1", peer: "10.0.0.1", forwarded: "unknown", address: null, because: "no address" },
    {
      trust: "",
      peer: "::ffff:203.0.113.7",
      forwarded: "",
      address: "203.0.113.7",
      because: "IPv4 in IPv6",
    },
    {
      trust: "",
      peer: "fe80::1%eth0",
      forwarded: "",
      address: "fe80::1",
      because: "a zone is this machine's",
    },
    { trust: "", peer: undefined, forwarded: "", address: null, because: "gone already" },
  ])("TRUST_PROXY=$trust, from $peer for '$forwarded': $because", (given) => {
    const { TRUST_PROXY } = readEnv({ ...process.env, TRUST_PROXY: given.trust });
    expect(addressThrough(request(given.peer, given.forwarded), TRUST_PROXY)).toBe(given.address);
  });

  test("a trust setting that names no address stops the start, and is named", () => {
    for (const TRUST_PROXY of ["true", "10.0.0.0/99", "my-proxy", "-1"]) {
      expect(() => readEnv({ ...process.env, TRUST_PROXY })).toThrow(/TRUST_PROXY/);
    }
  });
});

describe("the name to count by", () => {
  test("is one for the network of a household, and shows no address", () => {
    const one = addressKey("2001:db8:0:1::1");
    expect(addressKey("2001:db8::1:ffff:ffff:ffff:ffff")).toBe(one);
    expect(addressKey("2001:db8:0:2::1")).not.toBe(one);
    expect(addressKey("198.51.100.1")).not.toBe(addressKey("198.51.100.2"));
    expect(addressKey("198.51.100.1")).toMatch(/^[\w-]{22}$/);
    expect(addressKey("::1")).toBe(addressKey("::2"));
  });
});

function request(peer: string | undefined, forwarded: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const incoming = new IncomingMessage(socket);
  if (forwarded !== "") incoming.headers["x-forwarded-for"] = forwarded;
  return incoming;
}
