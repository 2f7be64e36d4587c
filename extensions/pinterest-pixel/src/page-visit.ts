import { hrefOf } from "./unknown-value";

const PRODUCT_PAGE = /^[^?#]*\/products\/[^/?#]/;

/** Whether an event is reported. */
export type IsReported = (act: string, event: unknown) => boolean;

/**
 * Lets a page be visited once. Shopify tells of a product's page twice, by `page_viewed` and by
 * `product_viewed`; there the second speaks, which knows the product. Where a product is shown on a page
 * of another kind, that page has been reported already. If the two are reported under different names,
 * or one of them not at all, nothing is doubled and every view counts.
 */
export function onePageVisit(isDoubled: boolean): IsReported {
  let isLeftToProduct = true;
  return (act, event) => {
    const wasLeft = isLeftToProduct;
    if (isDoubled && act === "page_viewed") {
      // Also inside a collection, or below a language.
      isLeftToProduct = PRODUCT_PAGE.test(hrefOf(event));
      return !isLeftToProduct;
    }
    if (isDoubled && act === "product_viewed") isLeftToProduct = false;
    return wasLeft || act !== "product_viewed";
  };
}
