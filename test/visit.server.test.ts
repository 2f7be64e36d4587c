import { createServer, type RequestListener, type Server } from "node:http";

import { afterEach, describe, expect, test } from "vitest";

import { isPublicAddress } from "~/public-address";
import { openInternet, visit, type VisitWorld } from "~/visit.server";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

describe("isPublicAddress", () => {
  test.each([
    { address: "93.184.215.14", isPublic: true, because: "the open internet" },
    { address: "2606:2800:21f:cb07::1", isPublic: true, because: "the open internet" },
    { address: "127.0.0.1", isPublic: false, because: "loopback" },
    { address: "::1", isPublic: false, because: "loopback" },
    { address: "10.1.2.3", isPublic: false, because: "private" },
    { address: "172.16.0.1", isPublic: false, because: "private" },
    { address: "192.168.1.1", isPublic: false, because: "private" },
    { address: "fd00::1", isPublic: false, because: "private" },
    {
      address: "169.254.169.254",
      isPublic: false,
      because: "link-local, where clouds keep secrets",
    },
    { address: "fe80::1", isPublic: false, because: "link-local" },
    { address: "100.64.0.1", isPublic: false, because: "shared by a carrier" },
    { address: "0.0.0.0", isPublic: false, because: "this machine" },
    { address: "::", isPublic: false, because: "this machine" },
    { address: "224.0.0.1", isPublic: false, because: "multicast" },
    { address: "255.255.255.255", isPublic: false, because: "broadcast" },
    { address: "192.0.2.1", isPublic: false, because: "documentation" },
    { address: "::ffff:127.0.0.1", isPublic: false, because: "loopback inside IPv6" },
    { address: "::ffff:10.0.0.1", isPublic: false, because: "private inside IPv6" },
    { address: "64:ff9b::7f00:1", isPublic: false, because: "translated to loopback" },
    { address: "2002:7f00:1::", isPublic: false, because: "tunnelled to loopback" },
    { address: "demo.example", isPublic: false, because: "no address" },
    { address: "", isPublic: false, because: "nothing" },
  ])("$address is $isPublic: $because", ({ address, isPublic }) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe("visit", () => {
  test("reads the first bytes of an answer, and says who asks", async () => {
    const asked: string[] = [];
    const url = await listen(({ headers }, response) => {
      asked.push(headers["user-agent"] ?? "", headers.cookie ?? "none");
      response.end("x".repeat(500_000));
    });
    const seen = await visit(url, 1_000, local());
    expect(seen).toMatchObject({ kind: "answered", status: 200, redirects: 0, url });
    expect(seen.kind === "answered" && seen.head.length).toBe(1_000);
    expect(asked).toEqual(["PinRelay test", "none"]);
  });

  test("follows where an address leads, and tells how often", async () => {
    const url = await listen(({ url: path }, response) => {
      if (path === "/a") response.writeHead(301, { location: "/b" }).end();
      else response.writeHead(404).end("gone");
    });
    expect(await visit(`${url}a`, 0, local())).toMatchObject({
      ...{ kind: "answered", status: 404, redirects: 1, url: `${url}b` },
    });
  });

  test("does not follow for ever", async () => {
    const url = await listen((_, response) => response.writeHead(302, { location: "/" }).end());
    expect(await visit(url, 0, local())).toEqual({ kind: "unanswered" });
  });

  test("judges each step: an open address must not lead to one inside", async () => {
    const url = await listen((_, response) =>
      response.writeHead(302, { location: "http://inside.example/" }).end(),
    );
    const inside = { "inside.example": ["169.254.169.254"] };
    expect(await visit(url, 0, local(inside))).toEqual({ kind: "not_allowed" });
  });

  test("calls the address that was judged, whatever the name says a moment later", async () => {
    let asked = 0;
    const url = await listen((_, response) => response.end("ours"));
    const { port } = new URL(url);
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    const seen = await visit(`http://rebinding.example:${port}/`, 10, {
      ...local(),
      resolve: () => Promise.resolve(answers[asked++] ?? []),
    });
    expect(seen).toMatchObject({ kind: "answered", status: 200 });
    expect(asked).toBe(1);
  });

  test("refuses a name of which one address lies inside", async () => {
    const names = { "mixed.example": ["127.0.0.1", "10.0.0.1"] };
    expect(await visit("http://mixed.example/", 0, local(names))).toEqual({ kind: "not_allowed" });
  });

  test.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://0x7f.1/",
    "http://2130706433/",
    "https://[::ffff:10.0.0.1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://93.184.215.14:22/",
    "file:///etc/passwd",
    "ftp://93.184.215.14/",
    "http://user:secret@93.184.215.14/",
    "no address",
  ])("of the product never goes to %s", async (address) => {
    expect(await visit(address, 0, openInternet("PinRelay test"))).toEqual({ kind: "not_allowed" });
  });

  test("says that a name nobody knows, or a connection that breaks, does not answer", async () => {
    const url = await listen(({ socket }) => socket.destroy());
    expect(await visit(url, 10, local())).toEqual({ kind: "unanswered" });
    expect(await visit("http://unknown.example/", 10, local({ "unknown.example": [] }))).toEqual({
      kind: "unanswered",
    });
  });
});

/** A world in which the loopback may be visited, and nothing else. */
function local(names: Readonly<Record<string, readonly string[]>> = {}): VisitWorld {
  return {
    userAgent: "PinRelay test",
    resolve: (hostname) => Promise.resolve(names[hostname] ?? [hostname]),
    permits: (address) => address === "127.0.0.1",
  };
}

async function listen(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  started.on("clientError", (_, socket) => socket.destroy());
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const bound = started.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : 0;
  return `http://127.0.0.1:${port}/`;
}
