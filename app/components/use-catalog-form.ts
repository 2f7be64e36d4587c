import { useFetcher } from "@remix-run/react";

import type { CatalogAnswer } from "~/catalog/catalog-page";

/** What a section of the page is told, or that nobody told it anything. */
export type CatalogReply = CatalogAnswer | { kind: "unreachable" };

/** Posts a section's own form; each section shows its own answer. */
export function useCatalogForm() {
  const form = useFetcher<CatalogReply>();
  return {
    reply: form.state === "idle" ? form.data : undefined,
    /** What is being posted; `null` while nothing is. */
    posted: form.state === "idle" ? null : (form.formData ?? null),
    post: (fields: Record<string, string>) => form.submit(fields, { method: "post" }),
  };
}
