import { describe, expect, test } from "vitest";

import { SealError } from "~/errors";
import { seal, sealKeyId, unseal, type SealKeys } from "~/seal.server";

const ONE = { id: "k1", key: Buffer.alloc(32, 1) };
const TWO = { id: "k2", key: Buffer.alloc(32, 2) };
const KEYS: SealKeys = [ONE];
const CONTEXT = "pinterest_connections.sealedToken:shop-1";

describe("seal and unseal", () => {
  test.each(["pina_token", "", "mit Umlauten: Zoë 🧣", "x".repeat(10_000)])(
    "give the text back: %.20s",
    (text) => {
      expect(unseal(seal(text, CONTEXT, KEYS), CONTEXT, KEYS)).toBe(text);
    },
  );

  test("show nothing of the text, and put the key's id in front", () => {
    const sealed = seal("pina_token", CONTEXT, KEYS);
    expect(sealed).toMatch(/^k1\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(sealed.slice(3), "base64url").includes("pina")).toBe(false);
    expect(sealKeyId(sealed)).toBe("k1");
  });

  test("seal the same text differently each time", () => {
    expect(seal("pina_token", CONTEXT, KEYS)).not.toBe(seal("pina_token", CONTEXT, KEYS));
  });

  test("do not open in another place", () => {
    const sealed = seal("pina_token", CONTEXT, KEYS);
    const elsewhere = "pinterest_connections.sealedToken:shop-2";
    expect(() => unseal(sealed, elsewhere, KEYS)).toThrow(SealError);
  });

  test("do not open with any byte changed", () => {
    const sealed = seal("pina_token", CONTEXT, KEYS);
    const packed = Buffer.from(sealed.slice(3), "base64url");
    for (let index = 0; index < packed.length; index += 1) {
      const changed = Buffer.from(packed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => unseal(`k1.${changed.toString("base64url")}`, CONTEXT, KEYS)).toThrow(SealError);
    }
  });

  test.each(["", "k1.", "k1.AAAA", "k1", "pina_token_that_was_never_sealed"])(
    "do not open what was never sealed: %j",
    (text) => {
      expect(() => unseal(text, CONTEXT, KEYS)).toThrow(SealError);
    },
  );

  test("do not open with another key of the same id", () => {
    const sealed = seal("pina_token", CONTEXT, KEYS);
    expect(() => unseal(sealed, CONTEXT, [{ ...TWO, id: "k1" }])).toThrow(
      "A sealed value does not open",
    );
  });

  test("name the key that is missing, and nothing else", () => {
    const sealed = seal("pina_token", CONTEXT, KEYS);
    expect(() => unseal(sealed, CONTEXT, [TWO])).toThrow(
      expect.objectContaining({
        name: "SealError",
        message: "A sealed value names a key that is not configured",
        context: { keyId: "k1" },
      }),
    );
  });
});

describe("after a key was put in front", () => {
  const rotated: SealKeys = [TWO, ONE];

  test("what the old key sealed still opens", () => {
    expect(unseal(seal("pina_token", CONTEXT, KEYS), CONTEXT, rotated)).toBe("pina_token");
  });

  test("the new key seals", () => {
    expect(sealKeyId(seal("pina_token", CONTEXT, rotated))).toBe("k2");
  });

  test("what was sealed anew opens without the old key", () => {
    const again = seal(
      unseal(seal("pina_token", CONTEXT, KEYS), CONTEXT, rotated),
      CONTEXT,
      rotated,
    );
    expect(unseal(again, CONTEXT, [TWO])).toBe("pina_token");
  });
});

test("without a key, nothing is sealed", () => {
  expect(() => seal("pina_token", CONTEXT, [])).toThrow(SealError);
});
