import { redirect } from "@remix-run/node";

/**
 * Where Shopify's library sends a visitor who names no shop. The app is opened from Shopify's admin
 * only, so there is no form: the front page says so.
 */
export function loader() {
  return redirect("/");
}
