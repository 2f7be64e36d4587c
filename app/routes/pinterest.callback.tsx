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
import { adminAddress } from "~/shopify/admin-address.server";
import { readMark, unmarkBrowser } from "~/shops/sign-in-cookie.server";
import { endSignIn } from "~/shops/sign-in.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader, { root: typeof rootLoader }> = ({ matches }) => [
  { title: matches.find(({ id }) => id === "root")?.data.catalog.labels.sign_in_stopped },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = () => SIGN_IN_HEADERS;

/** A merchant's browser, back from Pinterest -> the settings in the admin, which say what came of it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const end = await endSignIn(
    {
      state: searchParams.get("state") ?? "",
      code: searchParams.get("code"),
      error: searchParams.get("error"),
    },
    await readMark(request),
    new Date(),
  );
  if (end.kind === "stopped") {
    return json({ stop: end.stop }, { status: 400 });
  }
  return redirect(adminAddress(end.shopDomain, "/app/settings/connection"), {
    headers: { ...SIGN_IN_HEADERS, "set-cookie": await unmarkBrowser() },
  });
}

export default function PinterestCallback() {
  return <SignInStopped {...useLoaderData<typeof loader>()} />;
}
