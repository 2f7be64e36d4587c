import { z } from "zod";

import { parse, type Parsed } from "~/parse";

const ingestSecretFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create") }),
  z.object({ intent: z.literal("revoke"), id: z.uuid() }),
]);

/** What a merchant does with the secrets of `/ingest`. */
export type IngestSecretForm = z.infer<typeof ingestSecretFormSchema>;

export function parseIngestSecretForm(form: FormData): Parsed<IngestSecretForm> {
  return parse(ingestSecretFormSchema, Object.fromEntries(form));
}
