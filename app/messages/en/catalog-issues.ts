import type { LintCode } from "~/catalog/lint-codes";

/**
 * What is wrong with an item or a feed, by Pinterest's code, and what to do. Errors keep the item or the
 * file out; warnings say what is lost.
 */
export const catalogIssues = {
  issue_adult_invalid:
    "Pinterest cannot read whether the item is for adults only. Write true or false.",
  issue_adwords_format_invalid:
    "The ad link is longer than Pinterest takes. Shorten it to 2000 characters.",
  issue_availability_invalid:
    "Pinterest does not know whether the item can be bought. Use in stock, out of stock or preorder.",
  issue_blocklisted_image_signature:
    "Pinterest refuses the image under its Merchant Guidelines. Choose another image.",
  issue_delimiter_error:
    "The file is not in the format that it claims, or a quotation mark in it is never closed. Check the format and export the file again.",
  issue_description_missing:
    "The item has no description. Write one for the product; until then the title stands in where it can.",
  issue_duplicate_products:
    "Another item has the same id, and only the first is published. Give each variant a SKU of its own, or choose another item id in the settings.",
  issue_encoding_error: "The file is not in UTF-8. Save it as UTF-8.",
  issue_feed_length_too_long:
    "The feed has more items than Pinterest takes. Leave out what is not for sale.",
  issue_feed_too_small:
    "The feed has no items. Check that products are active and published to the online store.",
  issue_fetch_error:
    "Pinterest could not download the feed. Check that its address can be opened without a page in between.",
  issue_fetch_inactive_feed_error:
    "The feed has not changed for 90 days, so Pinterest does not read it. Change a product or remove the feed.",
  issue_image_link_invalid:
    "The address of the main image is no web address. Upload the image again.",
  issue_image_link_length_too_long:
    "The address of the main image is longer than 2000 characters. Upload the image under a shorter name.",
  issue_image_link_missing: "The item has no image. Add one to the product or the variant.",
  issue_internal_service_error:
    "Pinterest failed to read the feed. There is nothing to do; it tries again within 24 hours.",
  issue_invalid_domain:
    "The item's page is not on a website that the Pinterest account has claimed. Claim the domain at Pinterest.",
  issue_item_main_image_download_failure:
    "Pinterest could not fetch the main image. Check that it opens and is at least 75 by 75 pixels.",
  issue_itemid_missing: "The item has no id. Give every row an id.",
  issue_link_format_invalid:
    "The address of the item's page is no web address. Check the product's handle and the store's address.",
  issue_link_length_too_long:
    "The address of the item's page is longer than 511 characters. Shorten the product's handle.",
  issue_list_price_invalid: "The list price cannot be read. Write it like 24.99 USD.",
  issue_malformed_xml: "The file is not well-formed XML. Export it again.",
  issue_max_items_per_item_group_exceeded:
    "The product has more variants than Pinterest takes. Split it into several products.",
  issue_no_verified_domain:
    "The Pinterest account has claimed no website. Claim the store's domain at Pinterest.",
  issue_parse_line_error:
    "A row does not fit the header. Check it for missing or surplus fields and for stray quotation marks.",
  issue_pinjoin_content_unsafe:
    "Pinterest refuses the item under its Merchant Guidelines. Leave it out of the feed.",
  issue_price_cannot_be_determined:
    "Price, list price and sale price contradict each other. Keep price and sale price only.",
  issue_price_missing:
    "The item has no price, or costs nothing. Enter a price or leave the item out of the feed.",
  issue_product_link_missing: "The item has no page. Publish the product to the online store.",
  issue_product_price_invalid:
    "The price is not an amount in the feed's currency. Set a price for this market.",
  issue_required_columns_missing:
    "A column is missing that every feed must have. Add it under this very name, in lower case.",
  issue_title_missing: "The item has no title. Give the product a title.",
  issue_ad_link_format_warning: "The ad link is no web address, so it is not used. Correct it.",
  issue_ad_link_same_as_link:
    "The ad link is the item's own link. Leave it out, or add what tells ads apart.",
  issue_additional_image_link_length_too_long:
    "The address of a further image is longer than 2000 characters. Upload it under a shorter name.",
  issue_additional_image_link_warning:
    "The address of a further image is no web address, so the image is not shown. Upload it again.",
  issue_adwords_format_warning: "The ad link is no web address, so it is not used. Correct it.",
  issue_adwords_same_as_link:
    "The ad link is the item's own link. Leave it out, or add what tells ads apart.",
  issue_age_group_invalid:
    "The age group is none of Pinterest's, so fewer people see the item. Use newborn, infant, toddler, kids or adult.",
  issue_android_deep_link_invalid: "The link into the Android app cannot be read. Correct it.",
  issue_availability_date_invalid:
    "The date from which the item is there cannot be read. Write it like 2026-12-24.",
  issue_country_does_not_map_to_currency:
    "The currency is unusual in the feed's country. Check the feed's country and currency.",
  issue_custom_label_length_too_long:
    "A custom label is longer than 511 characters, so it is not used. Shorten it.",
  issue_description_length_too_long:
    "The description is cut after 10000 characters. Shorten it if its end matters.",
  issue_duplicate_headers:
    "The header has a column twice, and only the first counts. Remove the second.",
  issue_expiration_date_invalid:
    "The date on which the item ends cannot be read. Write it like 2026-12-24.",
  issue_fetch_same_signature:
    "The feed has not changed since Pinterest read it last. There is nothing to do.",
  issue_gender_invalid:
    "The gender is none of Pinterest's, so fewer people see the item. Use male, female or unisex.",
  issue_gtin_invalid:
    "The barcode is no GTIN, so it is not used. Check its digits, or leave it empty.",
  issue_image_link_warning: "Pinterest cannot use the address of an image. Upload the image again.",
  issue_inconsistent_currency_values:
    "The item's prices are in another currency than those before it. Use one currency for each feed.",
  issue_indexed_product_count_large_delta:
    "The feed has far more or far fewer items than last time. Check that nothing is missing.",
  issue_ios_deep_link_invalid: "The link into the iOS app cannot be read. Correct it.",
  issue_is_bundle_invalid:
    "Pinterest cannot read whether the item is a bundle. Write true or false.",
  issue_item_additional_image_download_failure:
    "Pinterest could not fetch a further image. Check that it opens.",
  issue_link_format_warning:
    "The link has UTM parameters that are empty, repeated or unknown. Correct them.",
  issue_min_ad_price_invalid: "The lowest ad price cannot be read. Write it like 24.99 USD.",
  issue_mpn_invalid:
    "The manufacturer's part number has characters that no part number has. Correct it, or leave it empty.",
  issue_multipack_invalid: "The size of the multipack is no number from 2 up. Correct it.",
  issue_optional_condition_invalid:
    "The condition is none of Pinterest's, so fewer people see the item. Use new, used or refurbished.",
  issue_optional_condition_missing:
    "The condition is not told, so fewer people see the item. Set it, most often to new.",
  issue_optional_product_category_invalid:
    "The category is not in the form of Google's list. Use its number, or its levels joined by ' > '.",
  issue_optional_product_category_missing:
    "The item has no category, so fewer people see it. Choose one for the product.",
  issue_product_category_depth_warning:
    "The category has fewer than three levels, so fewer people see the item. Choose a narrower one.",
  issue_product_type_length_too_long:
    "The product type is longer than 1000 characters, so it is not used. Shorten it.",
  issue_sale_date_invalid:
    "The time of the sale cannot be read. Write start and end like 2026-11-27T00:00:00Z/2026-11-30T23:59:59Z.",
  issue_sales_price_invalid: "The sale price cannot be read. Write it like 19.99 USD.",
  issue_sales_price_too_high:
    "The sale price is not below the price, so it is not shown. Correct one of the two.",
  issue_sales_price_too_low:
    "The sale price is less than a tenth of the price. Check it for a slipped digit.",
  issue_shipping_height_invalid: "The parcel's height cannot be read. Write it like 12 in.",
  issue_shipping_invalid: "The shipping cost cannot be read. Write it like US:CA:Ground:5.00 USD.",
  issue_shipping_weight_invalid: "The weight cannot be read. Write it like 3 kg.",
  issue_shipping_width_invalid: "The parcel's width cannot be read. Write it like 12 in.",
  issue_size_system_invalid:
    "The size system is none of Pinterest's. Use US, UK, EU, DE, FR, JP, CN, IT, BR, MEX or AU.",
  issue_size_type_invalid:
    "The size type is none of Pinterest's, so fewer people see the item. Use regular, petite, plus, big_and_tall or maternity.",
  issue_tax_invalid: "The tax cannot be read. Write it like US:1025433:6.00:y.",
  issue_title_length_too_long:
    "The title is cut after 500 characters. Shorten it if its end matters.",
  issue_too_many_additional_image_links:
    "Pinterest shows ten further images and drops the rest. Put the best ones first.",
  issue_updated_time_invalid:
    "The time of the last change cannot be read. Write it like 2026-11-22T09:00:00Z.",
  issue_utm_source_auto_corrected:
    "Pinterest corrects the link's utm_source. Write it once, with letters and digits only.",
  issue_video_required_when_ad_video_provided:
    "The item has an ad video and no video of its own. Add the video.",
  issue_weight_unit_invalid: "Pinterest does not know the unit of weight. Use lb, oz, g or kg.",
} as const satisfies Record<`issue_${Lowercase<LintCode>}`, string>;
