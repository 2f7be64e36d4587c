import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";

import { WordsProvider } from "~/components/words";
import { CATALOGS } from "~/messages/catalogs";
import { failure, failureLabels } from "~/messages/en/failure";
import { acceptedLanguages, toLanguage } from "~/messages/language";
import type { loader as appLoader } from "~/routes/app";

/** Shopify serves it unversioned and asks for this very address. */
const APP_BRIDGE_URL = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

/** The words of every page: in the language of the admin, which Shopify names, else the browser's. */
export function loader({ request }: LoaderFunctionArgs) {
  const named = new URL(request.url).searchParams.get("locale");
  const accepted = acceptedLanguages(request.headers.get("accept-language"));
  const language = toLanguage(named === null ? accepted : [named, ...accepted]);
  return { language, catalog: CATALOGS[language] };
}

/** Shopify names the language only when the app is opened, so the first word counts for the whole visit. */
export const shouldRevalidate = () => false;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.catalog.labels.app_name },
];

export function Layout({ children }: { children: ReactNode }) {
  const app = useRouteLoaderData<typeof appLoader>("routes/app");
  const spoken = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={spoken?.language ?? "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {/* The app's icon is shown by Shopify; a browser that finds none here would ask for one. */}
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
        {/* Shopify wants it in the head of every embedded page, before any other script. It comes last,
            because it adds to the head while that is being read: React finds its own elements only
            where nothing foreign stands between them. */}
        {app && <script src={APP_BRIDGE_URL} data-api-key={app.apiKey} />}
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <WordsProvider {...useLoaderData<typeof loader>()}>
      <Outlet />
    </WordsProvider>
  );
}

/** What no page caught. The log has the reason; the merchant hears what to do. */
export function ErrorBoundary() {
  const error = useRouteError();
  const spoken = useRouteLoaderData<typeof loader>("root");
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const labels = spoken?.catalog.labels ?? failureLabels;
  const sentences = spoken?.catalog.sentences ?? failure;
  return (
    <main
      style={{
        maxWidth: "40rem",
        margin: "4rem auto",
        padding: "0 1.5rem",
        font: "1rem/1.6 system-ui, sans-serif",
      }}
    >
      <h1>{isMissing ? labels.page_not_found : labels.something_failed}</h1>
      <p>{isMissing ? sentences.not_found_explained : sentences.failed_explained}</p>
    </main>
  );
}
