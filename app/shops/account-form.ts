import { z } from "zod";

import { parse } from "~/parse";

import type { AccountChoices, AccountProblem } from "./pinterest-account";

const id = z.string().regex(/^\d{1,20}$/);

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("connect_account") }),
  z.object({ intent: z.literal("confirm_account") }),
  z.object({ intent: z.literal("discard_account") }),
  z.object({ intent: z.literal("remove_account") }),
  z.object({ intent: z.literal("list_choices"), adAccountId: id.exactOptional() }),
  z.object({ intent: z.literal("choose_ad_account"), adAccountId: id, tagId: id }),
]);

/** What was asked for about the Pinterest account, by the button. */
export type AccountForm = z.infer<typeof formSchema>;

/** What the page is told of it. */
export type AccountAnswer =
  /** The page to open at top level. */
  | { kind: "opened"; path: string }
  | { kind: "not_configured" }
  | { kind: "confirmed" }
  /** The merchant: somebody else of the staff has to confirm, or begin again. */
  | { kind: "other_user" }
  | { kind: "nothing_offered" }
  | { kind: "discarded" }
  | { kind: "removed" }
  | ({ kind: "choices" } & AccountChoices)
  | { kind: "chosen" }
  | { kind: "account_problem"; problem: AccountProblem };

/** The form of one of the account's buttons; `null` where it is another form of the page. */
export function parseAccountForm(form: FormData): AccountForm | null {
  const posted = parse(formSchema, Object.fromEntries(form));
  return posted.kind === "parsed" ? posted.value : null;
}
