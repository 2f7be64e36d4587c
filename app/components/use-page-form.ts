import { useFetcher } from "@remix-run/react";

/** What a section of a page is told, or that nobody told it anything. */
export type PageReply<Answer> = Answer | { kind: "unreachable" };

/** Posts a section's own form to the page's action; each section shows its own answer. */
export function usePageForm<Answer>() {
  const form = useFetcher<PageReply<Answer>>();
  return {
    reply: form.state === "idle" ? form.data : undefined,
    /** What is being posted; `null` while nothing is. */
    posted: form.state === "idle" ? null : (form.formData ?? null),
    post: (fields: Record<string, string>) => form.submit(fields, { method: "post" }),
  };
}
