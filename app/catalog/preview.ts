import { startCatalogCheck, type CheckedItem } from "./catalog-check";
import type { FeedRow } from "./columns";
import { EXCLUDED, leftOutReason, type ItemOptions, type LeftOutReason } from "./item";
import { itemId } from "./item-id";
import { itemName } from "./item-name";
import { isLintCode, type LintCode } from "./lint-codes";
import type { Product, Variant } from "./product";
import { exclusionOf } from "./rules";

/** Why an item would not be in the feed. */
export type Absence = LeftOutReason | typeof EXCLUDED | "refused";

/** One item as it would come out. */
export type PreviewRow = {
  itemId: string;
  productId: string;
  variantId: string;
  title: string;
  /** `null`: it would be in the feed. */
  absence: Absence | null;
  /** Pinterest's code of what refuses it. */
  code: LintCode | null;
  /** Empty where no item is made. */
  columns: FeedRow;
};

/** How many items become what. */
export type PreviewCounts = {
  inFeed: number;
  /** Their products are not for sale in the online store. */
  notSold: number;
  /** No including rule is met. */
  notIncluded: number;
  excluded: number;
  /** Of those, by the place of the excluding rule; empty where all rules have to be met. */
  excludedBy: number[];
  refused: number;
  /** Of those, by Pinterest's code, the more frequent first. */
  refusedBy: { code: LintCode; count: number }[];
};

/** What draft settings would make of a shop's products. */
export type Preview = {
  /** When the products were read. */
  readAt: Date;
  products: number;
  sampledProducts: number;
  /** Every product was looked at; otherwise the counts are estimates. */
  isWhole: boolean;
  counts: PreviewCounts;
  rows: PreviewRow[];
  /** Metafields of the rows that the last reading did not ask for: `read` now, or `unread`. */
  newMetafields: "none" | "read" | "unread";
};

/** So many rows are shown. */
export const PREVIEW_ROWS = 10;

/** A look at one product after the other. */
export type PreviewTaking = {
  take(product: Product): void;
  counts(): PreviewCounts;
  /** Items that the search finds, with their products; without a search, one of each of the first products. */
  shown(): { product: Product; row: PreviewRow }[];
};

/** Begins a look. `search` is part of a title, a SKU or an id, in any case. */
export function startPreview(options: ItemOptions, search: string): PreviewTaking {
  const judge = startJudging(options);
  const wanted = search.trim().toLowerCase();
  const shown: { product: Product; row: PreviewRow }[] = [];
  const counts = { inFeed: 0, notSold: 0, notIncluded: 0, excluded: 0, refused: 0 };
  const excludedBy =
    options.rules.exclude.match === "any" ? options.rules.exclude.conditions.map(() => 0) : [];
  const refusedBy = new Map<LintCode, number>();

  return {
    take(product) {
      let isShown = false;
      for (const { row, variant } of judge(product)) {
        count(product, variant, row);
        if (shown.length >= PREVIEW_ROWS || (wanted === "" && isShown)) continue;
        if (!isFound(wanted, product, variant, row)) continue;
        shown.push({ product, row });
        isShown = true;
      }
    },
    counts: () => ({
      ...counts,
      excludedBy,
      refusedBy: [...refusedBy]
        .map(([code, refused]) => ({ code, count: refused }))
        .toSorted((one, other) => other.count - one.count),
    }),
    shown: () => shown,
  };

  function count(product: Product, variant: Variant, { absence, code }: PreviewRow): void {
    switch (absence) {
      case null:
        counts.inFeed += 1;
        return;
      case "refused":
        counts.refused += 1;
        if (code) refusedBy.set(code, (refusedBy.get(code) ?? 0) + 1);
        return;
      case "excluded":
        countExclusion(product, variant);
        return;
      case "not_active":
      case "not_published":
      case "not_in_market":
      case "gift_card":
        counts.notSold += 1;
    }
  }

  function countExclusion(product: Product, variant: Variant): void {
    const exclusion = exclusionOf(product, variant, options.rules);
    if (exclusion?.by !== "exclude") {
      counts.notIncluded += 1;
      return;
    }
    counts.excluded += 1;
    const { condition } = exclusion;
    if (condition !== null) excludedBy[condition] = (excludedBy[condition] ?? 0) + 1;
  }
}

/** The items of one product as they would come out, for a row that is looked at again. */
export function previewRows(product: Product, options: ItemOptions): PreviewRow[] {
  return startJudging(options)(product).map(({ row }) => row);
}

/** What of a sample follows for the whole: the same share. */
export function estimated(
  counts: PreviewCounts,
  { of, sampled }: { of: number; sampled: number },
): PreviewCounts {
  const whole = (count: number) => (sampled === 0 ? count : Math.round((count * of) / sampled));
  return {
    inFeed: whole(counts.inFeed),
    notSold: whole(counts.notSold),
    notIncluded: whole(counts.notIncluded),
    excluded: whole(counts.excluded),
    excludedBy: counts.excludedBy.map(whole),
    refused: whole(counts.refused),
    refusedBy: counts.refusedBy.map(({ code, count }) => ({ code, count: whole(count) })),
  };
}

type Judged = { variant: Variant; row: PreviewRow };

/** Ids are compared over all products that are given, as in a feed. */
function startJudging(options: ItemOptions): (product: Product) => Judged[] {
  const check = startCatalogCheck(options);
  return (product) => {
    const checked = check(product);
    const byVariant = new Map(checked.map((one) => [one.item.variantId, one]));
    return judgedVariants(product, checked, options).map((variant) => ({
      variant,
      row: toRow(product, variant, byVariant.get(variant.variantId), options),
    }));
  };
}

/** The format `product_id` has one item for all variants. */
function judgedVariants(
  product: Product,
  checked: readonly CheckedItem[],
  { itemIdFormat }: ItemOptions,
): readonly Variant[] {
  if (itemIdFormat !== "product_id") return product.variants;
  const [made] = checked;
  const chosen = product.variants.find(({ variantId }) => variantId === made?.item.variantId);
  return chosen ? [chosen] : product.variants.slice(0, 1);
}

function toRow(
  product: Product,
  variant: Variant,
  checked: CheckedItem | undefined,
  { idCountry, itemIdFormat, market }: ItemOptions,
): PreviewRow {
  const { productId } = product;
  const { variantId } = variant;
  if (!checked) {
    return {
      itemId: itemId({ ...product, ...variant }, itemIdFormat, idCountry),
      ...{ productId, variantId },
      title: itemName(product.title, variant.title) ?? "",
      absence: leftOutReason(product, market) ?? EXCLUDED,
      code: null,
      columns: {},
    };
  }
  const { isPublished, issues, item } = checked;
  const error = issues.find(({ severity }) => severity === "error")?.code;
  return {
    itemId: item.itemId,
    ...{ productId, variantId },
    title: item.row.title ?? "",
    absence: isPublished ? null : "refused",
    code: !isPublished && error !== undefined && isLintCode(error) ? error : null,
    columns: item.row,
  };
}

function isFound(wanted: string, product: Product, variant: Variant, row: PreviewRow): boolean {
  if (wanted === "") return true;
  const { itemId: id, productId, title, variantId } = row;
  const isId = [id, productId, variantId].some((known) => known.toLowerCase() === wanted);
  return (
    isId || [title, product.title, variant.sku].some((text) => text?.toLowerCase().includes(wanted))
  );
}
