import {
  json,
  redirect,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import styles from "~/components/front-page.css?url";
import { SIGN_IN_HEADERS } from "~/components/sign-in-headers";
import { SignInStopped } from "~/components/sign-in-stopped";
import type { loader as rootLoader } from "~/root";
import { markBrowser } from "~/shops/sign-in-cookie.server";
import { startSignIn } from "~/shops/sign-in.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader, { root: typeof rootLoader }> = ({ matches }) => [
  { title: matches.find(({ id }) => id === "root")?.data.catalog.labels.sign_in_stopped },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = () => SIGN_IN_HEADERS;

/** A merchant's browser, opened from the admin -> Pinterest. A ticket that is no good ends here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ticket = new URL(request.url).searchParams.get("ticket") ?? "";
  const start = await startSignIn(ticket, new Date());
  if (start.kind === "stopped") {
    return json({ stop: start.stop }, { status: 400 });
  }
  const cookie = await markBrowser(start.cookie);
  return redirect(start.url, { headers: { ...SIGN_IN_HEADERS, "set-cookie": cookie } });
}

export default function PinterestStart() {
  return <SignInStopped {...useLoaderData<typeof loader>()} />;
}
