/** What a page says when nothing else of it can be shown. These words are in the app's scripts, in English. */
export const failure = {
  failed_explained:
    "Nothing is lost. Reload the page; if it happens again, tell the app's support.",
  not_found_explained: "Open the app from the Shopify admin and choose a page from its menu.",
} as const satisfies Record<string, string>;

export const failureLabels = {
  something_failed: "Something went wrong",
  page_not_found: "This page does not exist",
  try_again: "Try again",
} as const satisfies Record<string, string>;
