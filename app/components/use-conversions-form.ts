import { useFetcher } from "@remix-run/react";

import type { ConversionsAnswer } from "~/conversions/conversions-page";

/** What a section of the page is told, or that nobody told it anything. */
export type ConversionsReply = ConversionsAnswer | { kind: "unreachable" };

/** Posts a section's own form; each section shows its own answer. */
export function useConversionsForm() {
  const form = useFetcher<ConversionsReply>();
  return {
    reply: form.state === "idle" ? form.data : undefined,
    /** What is being posted; `null` while nothing is. */
    intent: form.state === "idle" ? null : (form.formData?.get("intent") ?? null),
    post: (fields: Record<string, string>) => form.submit(fields, { method: "post" }),
  };
}
