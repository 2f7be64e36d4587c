import type {
  ClientActionFunctionArgs,
  ClientLoaderFunctionArgs,
  ShouldRevalidateFunction,
  useLoaderData,
} from "@remix-run/react";

import { lastKnown } from "./last-known";

/** A page's data as it arrives in the browser. */
export type Arrived<Page> = ReturnType<typeof useLoaderData<Page>>;

/** A page's loader in the browser: a page that is only watched stays when the server cannot be reached. */
export function watchedLoader<Page>() {
  const keepLastKnown = lastKnown<Arrived<Page>>();
  const load = ({ serverLoader }: ClientLoaderFunctionArgs) =>
    keepLastKnown(() => serverLoader<Page>());
  return Object.assign(load, { hydrate: !isOfFailedDocument() });
}

/**
 * Whether the document that is being shown failed. It brought no data to begin with, and a loader that waits
 * for them would be given none by its first call, which is the merchant's next try.
 */
function isOfFailedDocument(): boolean {
  return typeof window !== "undefined" && Boolean(window.__remixContext.state.errors);
}

/**
 * A page's action in the browser: an unreachable server must not replace the page, and what is typed in, by
 * an error.
 */
export async function reachableAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction();
  } catch (error) {
    if (error instanceof Response) throw error;
    return { kind: "unreachable" } as const;
  }
}

/** Asking an unreachable server again would replace the form by an error page. */
export const unlessUnreachable: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => actionResult?.kind !== "unreachable" && defaultShouldRevalidate;
