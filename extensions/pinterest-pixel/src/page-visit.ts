import type { EventName } from "~/conversions/event-name";

import { textAt } from "./unknown-value";

/** Whether a view is reported. */
export type IsReported = (act: string, event: unknown) => boolean;

/**
 * Lets a page be visited once. Shopify tells of a product's page twice, by `page_viewed` and by
 * `product_viewed`; there the second speaks, which knows the product. Where a product is shown on a page
 * of another kind, that page has been reported already. If the two are reported under different names,
 * or one of them not at all, nothing is doubled and every view counts.
 */
export function onePageVisit(names: Readonly<Record<string, EventName>>): IsReported {
  const isDoubled = names["page_viewed"] === names["product_viewed"];
  let isLeftToProduct = true;
  return (act, event) => {
    if (!isDoubled) return true;
    if (act === "page_viewed") {
      isLeftToProduct = isProductPage(event);
      return !isLeftToProduct;
    }
    if (act !== "product_viewed") return true;
    const isFirst = isLeftToProduct;
    isLeftToProduct = false;
    return isFirst;
  };
}

/** `/products/scarf`, also inside a collection or below a language. */
function isProductPage(event: unknown): boolean {
  return /\/products\/[^/]/.test(textAt(event, "context.document.location.pathname") ?? "");
}
