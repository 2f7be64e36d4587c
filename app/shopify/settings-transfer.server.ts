import {
  checkCatalogSettings,
  type CatalogSettings,
  type CatalogSettingsProblems,
} from "~/catalog/catalog-settings";
import { findCatalogSettings, recordCatalogSettings } from "~/catalog/catalog-settings.server";
import { changeSettings } from "~/conversions/connect.server";
import { db, type Transaction } from "~/db.server";
import { UpstreamUnavailableError } from "~/errors";
import type { ShopId } from "~/ids";
import { log } from "~/log.server";
import { sha256 } from "~/sha256.server";
import {
  canonical,
  readSettingsFile,
  refused,
  SETTINGS_FILE,
  SETTINGS_FILE_BYTES_MAX,
  toChange,
  toContents,
  type Compared,
  type FileRefusal,
  type TransferAnswer,
} from "~/shops/settings-file";
import { findShopById, lockSettings } from "~/shops/shop.server";

import type { TransferForm } from "./transfer-form.server";

type Whole = Compared<CatalogSettings>;

/** A shop's settings as the text of a file, without anything that is bound to this shop. */
export async function settingsFile(shopId: ShopId): Promise<string> {
  const { catalog, contents } = await findWhole(db, shopId);
  return `${JSON.stringify({ ...SETTINGS_FILE, ...contents, catalog }, null, 2)}\n`;
}

/**
 * Compares a file with the shop's settings, or applies the difference that was shown. Applied again, there is
 * nothing to change. A refusal changes nothing.
 */
export async function answerTransferForm(
  shopId: ShopId,
  form: TransferForm,
  now: Date,
): Promise<TransferAnswer<CatalogSettings>> {
  const next = readFile(form.bytes);
  if (next.kind === "refused") return next;
  if (form.intent === "apply") return apply(shopId, next.whole, form.token, now);
  return difference(await findWhole(db, shopId), next.whole);
}

/**
 * In one transaction, under the lock that everybody takes who changes settings: what is compared is what is
 * replaced.
 */
async function apply(
  shopId: ShopId,
  next: Whole,
  token: string,
  now: Date,
): Promise<TransferAnswer<CatalogSettings>> {
  return db.$transaction(async (tx) => {
    await lockSettings(tx, shopId);
    const before = await findWhole(tx, shopId);
    const shown = await difference(before, next);
    if (shown.kind !== "difference") return shown;
    if (shown.token !== token) return { ...shown, kind: "changed_meanwhile" };
    if (canonical(before.contents) !== canonical(next.contents)) {
      await changeSettings(tx, shopId, toChange(next.contents, before.contents.matching));
    }
    if (canonical(before.catalog) !== canonical(next.catalog)) {
      await recordCatalogSettings(tx, shopId, next.catalog, now);
    }
    log.info({ shopId }, "applied a file of settings");
    return { kind: "applied" };
  });
}

async function difference(now: Whole, next: Whole): Promise<TransferAnswer<CatalogSettings>> {
  const [one, other] = [canonical(now), canonical(next)];
  if (one === other) return { kind: "nothing_to_change" };
  return { kind: "difference", token: await sha256(`${one}\n${other}`), now, next };
}

async function findWhole(reader: Transaction, shopId: ShopId): Promise<Whole> {
  const [shop, catalog] = [
    await findShopById(shopId, reader),
    await findCatalogSettings(shopId, reader),
  ];
  if (!shop) throw new UpstreamUnavailableError("The shop is gone", { shopId });
  return { contents: toContents(shop), catalog };
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

type Read = { kind: "whole"; whole: Whole } | { kind: "refused"; refusals: FileRefusal[] };

function readFile(bytes: Uint8Array | null): Read {
  if (bytes === null || bytes.byteLength > SETTINGS_FILE_BYTES_MAX) {
    return refused([{ place: "", problem: "too_large" }]);
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refused([{ place: "", problem: "not_unicode" }]);
  }
  if (text.startsWith("\uFEFF")) return refused([{ place: "", problem: "byte_order_mark" }]);
  const read = readSettingsFile(text);
  if (read.kind === "refused") return read;
  const catalog = checkCatalogSettings(read.catalog);
  if (catalog.kind === "refused") return refused(catalogRefusals(catalog.problems));
  return { kind: "whole", whole: { contents: read.contents, catalog: catalog.value } };
}

function catalogRefusals(problems: CatalogSettingsProblems): FileRefusal[] {
  return Object.keys(problems).map((place) => ({
    place: place === "(body)" ? "catalog" : `catalog.${place}`,
    problem: "wrong_value",
  }));
}
