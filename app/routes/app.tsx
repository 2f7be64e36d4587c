import type {
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  SerializeFrom,
} from "@remix-run/node";
import {
  isRouteErrorResponse,
  Link,
  Outlet,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import type { ReactNode } from "react";

import { FailedPage } from "~/components/failed-page";
import { LocaleProvider, toLocale } from "~/components/locale";
import ownStyles from "~/components/polaris.css?url";
import { useWords } from "~/components/words";
import { env } from "~/env.server";
import { toLanguage } from "~/messages/language";
import { POLARIS } from "~/messages/polaris";
import { authenticate } from "~/shopify.server";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: ownStyles },
];

/** Every page of the app. What is read here holds for the whole visit. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request);
  const locale = toLocale(new URL(request.url).searchParams.get("locale"));
  const polaris = POLARIS[toLanguage([locale ?? "en"])];
  return { apiKey: env.SHOPIFY_API_KEY, locale, polaris };
}

/** The pages authenticate themselves; the frame around them does not change. */
export const shouldRevalidate = () => false;

export default function App() {
  return (
    <AppFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </AppFrame>
  );
}

type FrameProps = SerializeFrom<typeof loader> & { children: ReactNode };

function AppFrame({ apiKey, locale, polaris, children }: FrameProps) {
  const { label } = useWords();
  return (
    // App Bridge is loaded by the root, in the head; the provider would load it in the body.
    <AppProvider apiKey={apiKey} isEmbeddedApp={false} i18n={polaris}>
      <NavMenu>
        <Link to="/app" rel="home">
          {label("home")}
        </Link>
        <Link to="/app/conversions">{label("conversions")}</Link>
        <Link to="/app/catalog">{label("catalog")}</Link>
        <Link to="/app/diagnostics">{label("diagnostics")}</Link>
        <Link to="/app/settings">{label("settings")}</Link>
      </NavMenu>
      <LocaleProvider locale={locale}>
        <main>{children}</main>
      </LocaleProvider>
    </AppProvider>
  );
}

/** What a page did not catch stands in the frame, so that the menu leads on. */
export function ErrorBoundary() {
  const fault = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("routes/app");
  // Shopify's library answers some requests by throwing a page of its own, and none of them is missing.
  const isAnswer = isRouteErrorResponse(fault) && fault.status !== 404;
  if (isAnswer || !frame) return boundary.error(fault);
  return (
    <AppFrame {...frame}>
      <FailedPage isMissing={isRouteErrorResponse(fault)} />
    </AppFrame>
  );
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
