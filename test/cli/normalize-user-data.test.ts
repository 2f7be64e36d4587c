import { describe, expect, test } from "vitest";

import { inputFile, runCommand } from "#test/support/command";
import { sha256Hex } from "#test/support/sha256";

const HEX = "AB".repeat(32);

describe("normalize-user-data", () => {
  test("every key is shown as it is normalised, and as it is sent", async () => {
    const data = {
      em: "A@b.c ",
      ph: ["(212) 555-0123", "212-555-0123"],
      fn: "Mary  Ann",
      ln: null,
      ct: ["New York", null],
      st: "New York",
      zp: 94107,
      country: "USA",
      ge: "female",
      db: "1990-05-17",
      external_id: 42,
      hashed_maids: HEX,
      click_id: "dj0",
      client_ip_address: ["203.0.113.7"],
      client_user_agent: "Mozilla/5.0",
    };
    const plain = {
      click_id: "dj0",
      client_ip_address: "203.0.113.7",
      client_user_agent: "Mozilla/5.0",
    };

    expect(await answered([inputFile(data)])).toEqual({
      normalized: {
        em: ["a@b.c"],
        ph: ["12125550123"],
        fn: ["mary ann"],
        ct: ["newyork"],
        st: ["ny"],
        zp: ["94107"],
        country: ["us"],
        ge: ["f"],
        db: ["19900517"],
        external_id: ["42"],
        hashed_maids: [HEX.toLowerCase()],
        ...plain,
      },
      hashed: {
        em: [sha256Hex("a@b.c")],
        ph: [sha256Hex("12125550123")],
        fn: [sha256Hex("mary ann")],
        ct: [sha256Hex("newyork")],
        st: [sha256Hex("ny")],
        zp: [sha256Hex("94107")],
        country: [sha256Hex("us")],
        ge: [sha256Hex("f")],
        db: [sha256Hex("19900517")],
        external_id: [sha256Hex("42")],
        hashed_maids: [HEX.toLowerCase()],
        ...plain,
      },
    });
  });

  test("the shop's country is given by --country; the address's goes first", async () => {
    const phone = { ph: "020 7946 0958" };
    const inBritain = { normalized: { ph: ["442079460958"] } };
    expect(await answered(["--country", "GB", inputFile(phone)])).toMatchObject(inBritain);
    expect(await answered(["--country", "uk", inputFile(phone)])).toMatchObject(inBritain);
    const addressed = inputFile({ ...phone, country: "GB" });
    expect(await answered(["--country", "DE", addressed])).toMatchObject(inBritain);
  });

  test("nothing usable is an answer too", async () => {
    expect(await answered([inputFile({ em: "", ge: "?" })])).toEqual({
      normalized: {},
      hashed: {},
    });
  });

  test.each([
    { data: {}, args: [], named: "(body)" },
    { data: [], args: [], named: "(body)" },
    { data: { email: "a@b.c" }, args: [], named: "email" },
    { data: { em: true }, args: [], named: "em" },
    { data: { em: { a: 1 } }, args: [], named: "em" },
    { data: { em: ["a@b.c", ["d@e.f"]] }, args: [], named: "em" },
    { data: "{", args: [], named: "not JSON" },
    { data: { em: "a@b.c" }, args: ["--country", "XX"], named: "XX" },
  ])("$data with $args is refused for $named", async ({ data, args, named }) => {
    const line = ["normalize-user-data", ...args, inputFile(data)];
    const { exitCode, stdout, stderr } = await runCommand(line);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
  });
});

async function answered(args: readonly string[]): Promise<unknown> {
  const { exitCode, stdout, stderr } = await runCommand(["normalize-user-data", ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return JSON.parse(stdout);
}
