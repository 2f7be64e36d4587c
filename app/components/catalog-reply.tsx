import { Banner } from "@shopify/polaris";

import type { CatalogAnswer } from "~/catalog/catalog-page";

import type { PageReply } from "./use-page-form";
import { useWords } from "./words";

type Reply = PageReply<CatalogAnswer>;

/** What the app says to a button of the catalog. */
export function CatalogReplyBanner({ reply }: { reply: Reply | undefined }) {
  const { message } = useWords();
  // These have a place of their own.
  if (!reply || reply.kind === "compared" || reply.kind === "feed_protected") return null;
  return <Banner tone={toneOf(reply)}>{message(`catalog_${reply.kind}`)}</Banner>;
}

function toneOf({
  kind,
}: Exclude<Reply, { kind: "compared" | "feed_protected" }>):
  "success" | "info" | "warning" | "critical" {
  switch (kind) {
    case "published":
    case "rolled_back":
    case "feed_registered":
      return "success";
    case "unreadable":
    case "unreachable":
      return "critical";
    case "sync_requested":
    case "sync_cancelled":
    case "sync_over":
    case "not_waiting":
    case "not_kept":
    case "format_changed":
    case "too_large_to_compare":
    case "feed_not_registrable":
    case "feed_removed":
    case "feed_unprotected":
    case "item_checks_on":
    case "item_checks_off":
    case "pinterest_silent":
      return "info";
    case "feed_refused":
      return "warning";
  }
}
