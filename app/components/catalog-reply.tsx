import { Banner } from "@shopify/polaris";

import type { CatalogAnswer } from "~/catalog/catalog-page";
import { message } from "~/messages/message";

import type { PageReply } from "./use-page-form";

type Reply = PageReply<CatalogAnswer>;

/** What the app says to a button of the catalog. */
export function CatalogReplyBanner({ reply }: { reply: Reply | undefined }) {
  if (!reply) return null;
  return <Banner tone={toneOf(reply)}>{message(`catalog_${reply.kind}`)}</Banner>;
}

function toneOf({ kind }: Reply): "success" | "info" | "critical" {
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
