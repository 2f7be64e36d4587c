/**
 * What Pinterest's tag calls an event, and what its API calls the same. Browser and server are compared
 * by the second.
 *
 * Source: Pinterest Business Help, "Add event codes"; Pinterest developer guide, "Conversion events".
 */
export const TAG_EVENT_NAMES: ReadonlyMap<string, string> = new Map([
  ["pagevisit", "page_visit"],
  ["viewcategory", "view_category"],
  ["search", "search"],
  ["addtocart", "add_to_cart"],
  ["checkout", "checkout"],
  ["watchvideo", "watch_video"],
  ["signup", "signup"],
  ["lead", "lead"],
  ["custom", "custom"],
  ["addpaymentinfo", "add_payment_info"],
  ["addtowishlist", "add_to_wishlist"],
  ["initiatecheckout", "initiate_checkout"],
  ["subscribe", "subscribe"],
  ["viewcontent", "view_content"],
  ["contact", "contact"],
  ["schedule", "schedule"],
  ["findlocation", "find_location"],
  ["customizeproduct", "customize_product"],
  ["submitapplication", "submit_application"],
  ["starttrial", "start_trial"],
]);

/** The tag's sign of life, which stands for no act and is not counted. */
export const INIT_EVENT = "init";
