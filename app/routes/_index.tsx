import {
  redirect,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";

import styles from "~/components/front-page.css?url";
import { useWords } from "~/components/words";
import type { loader as rootLoader } from "~/root";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader, { root: typeof rootLoader }> = ({ matches }) => [
  { title: matches.find(({ id }) => id === "root")?.data.catalog.labels.front_title },
];

/** The front page. Shopify opens the app here too, with the shop's name: then it leads into the app. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  return searchParams.has("shop") ? redirect(`/app${search}`) : null;
}

export default function FrontPage() {
  const { label, message } = useWords();
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
