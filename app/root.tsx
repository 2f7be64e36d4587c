import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";

import { label, message } from "~/messages/message";
import type { loader as appLoader } from "~/routes/app";

/** Shopify serves it unversioned and asks for this very address. */
const APP_BRIDGE_URL = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

export function Layout({ children }: { children: ReactNode }) {
  const app = useRouteLoaderData<typeof appLoader>("routes/app");
  return (
    <html lang="en">
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
  return <Outlet />;
}

/** What no page caught. The log has the reason; the merchant hears what to do. */
export function ErrorBoundary() {
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main
      style={{
        maxWidth: "40rem",
        margin: "4rem auto",
        padding: "0 1.5rem",
        font: "1rem/1.6 system-ui, sans-serif",
      }}
    >
      <h1>{label(isMissing ? "page_not_found" : "something_failed")}</h1>
      <p>{message(isMissing ? "not_found_explained" : "failed_explained")}</p>
    </main>
  );
}
