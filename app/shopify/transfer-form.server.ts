import { z } from "zod";

import { parse, type Parsed } from "~/parse";
import { readBody } from "~/read-body.server";
import { SETTINGS_FILE_BYTES_MAX } from "~/shops/settings-file";

/** A file that a merchant chose, and what is to be done with it. */
export type TransferForm = { bytes: Uint8Array | null } & (
  | { intent: "compare" }
  /** `token`: of the difference that was shown. */
  | { intent: "apply"; token: string }
);

/** What stands around the file in the form. */
const FORM_BYTES = 4 * 1_024;

const file = z.instanceof(Blob);

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("compare"), file }),
  z.object({ intent: z.literal("apply"), file, token: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

/** The form as it is posted. Of one that is too large nothing more is read; its file is `null`. */
export async function parseTransferForm(request: Request): Promise<Parsed<TransferForm>> {
  const body = await readBody(request, SETTINGS_FILE_BYTES_MAX + FORM_BYTES);
  if (body === null) return { kind: "parsed", value: { intent: "compare", bytes: null } };
  const posted = parse(formSchema, await toFields(request, body));
  if (posted.kind === "unreadable") return posted;
  const { file: chosen, ...form } = posted.value;
  return { kind: "parsed", value: { ...form, bytes: await chosen.bytes() } };
}

async function toFields(request: Request, body: Uint8Array): Promise<unknown> {
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return Object.fromEntries(await new Response(Buffer.from(body), { headers }).formData());
  } catch (fault) {
    if (fault instanceof TypeError) return {};
    throw fault;
  }
}
