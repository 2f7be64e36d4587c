import { Banner } from "@shopify/polaris";

import { message } from "~/messages/message";

import type { CatalogReply } from "./use-catalog-form";

/** What the app says to a button of the catalog. */
export function CatalogReplyBanner({ reply }: { reply: CatalogReply | undefined }) {
  if (!reply) return null;
  return <Banner tone={toneOf(reply)}>{message(`catalog_${reply.kind}`)}</Banner>;
}

function toneOf({ kind }: CatalogReply): "success" | "info" | "critical" {
  switch (kind) {
    case "published":
    case "rolled_back":
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
      return "info";
  }
}
