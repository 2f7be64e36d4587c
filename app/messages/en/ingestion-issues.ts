/** What Pinterest reports of a feed beside its codes of validation, and what to do. */
export const ingestionIssues = {
  ingestion_account_flagged:
    "Pinterest has flagged the account and takes no feed from it. Look at the account's status at Pinterest, and appeal there.",
  ingestion_google_sheet:
    "Pinterest says that the feed is a Google Sheet that is not shared as it should be. Share it with whoever has the link.",
  ingestion_internal_error:
    "Pinterest had a fault of its own. Nothing has to be done; it tries again within a day.",
  ingestion_large_decrease:
    "Nearly every item is gone since the last fetch, so Pinterest took nothing. Check that the products are published; if they did leave, write to Pinterest's support.",
  ingestion_ad_image: "Pinterest could not use the image for ads. Check that it opens.",
  ingestion_ad_video: "Pinterest could not use the video for ads. Check that it opens.",
  ingestion_additional_image:
    "Pinterest could not use a further image. Check that it opens, or upload it again.",
  ingestion_image: "Pinterest could not use the image. Check that it opens, or upload it again.",
  ingestion_video: "Pinterest could not use the video. Check that it opens, or upload it again.",
  ingestion_update:
    "Pinterest did not take the last change of these items' price or stock. Its words stand at each item; its next fetch of the feed brings the change.",
  ingestion_checked_image_unreachable:
    "The image did not open when the app looked, so Pinterest may not get it either. Check that it opens, or upload it again.",
  ingestion_checked_image_too_small:
    "The image has less than 75 by 75 pixels, which Pinterest refuses. Upload a larger one.",
  ingestion_checked_link_unreachable:
    "The item's page did not open when the app looked. Check that the product is published and that no password or app keeps visitors out.",
  ingestion_checked_link_redirects:
    "The item's page leads elsewhere, which Pinterest may refuse. Check the product's handle and your store's redirects.",
  ingestion_other:
    "Pinterest reports this under a code that the app does not know. Look the code up in Pinterest's help.",
} as const satisfies Record<`ingestion_${string}`, string>;
