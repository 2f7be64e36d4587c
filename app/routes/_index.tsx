import { redirect, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";

import styles from "~/components/front-page.css?url";
import { label, message } from "~/messages/message";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = () => [{ title: label("front_title") }];

/** The front page. Shopify opens the app here too, with the shop's name: then it leads into the app. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  return searchParams.has("shop") ? redirect(`/app${search}`) : null;
}

export default function FrontPage() {
  return (
    <main>
      <p className="front-name">{label("app_name")}</p>
      <h1>{label("front_heading")}</h1>
      <p>{message("front_lead")}</p>
      <p>{message("front_consent")}</p>
      <p>{message("front_ledger")}</p>
      <section>
        <h2>{label("front_open")}</h2>
        <p>{message("front_open_explained")}</p>
      </section>
    </main>
  );
}
