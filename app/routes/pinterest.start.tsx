import {
  json,
  redirect,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import styles from "~/components/front-page.css?url";
import { SIGN_IN_HEADERS } from "~/components/sign-in-headers";
import { SignInStopped, signInStoppedMeta } from "~/components/sign-in-stopped";
import { markBrowser } from "~/shops/sign-in-cookie.server";
import { startSignIn } from "~/shops/sign-in.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = signInStoppedMeta;

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
