import { ATTENTIONS, type Attention } from "~/pinterest/outcome";

/**
 * Whether a shop's events can be delivered.
 *
 * - `not_connected`: tag id, ad account or token is missing. Entered on installation and by uninstall.
 * - `connected`: all three are there. Entered when they are saved, and when a connection test succeeds.
 * - `needs_attention`: Pinterest refused the credentials; what is open is `held`. Left like
 *   `not_connected`.
 */
export const CONNECTION_STATES = ["not_connected", "connected", "needs_attention"] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/**
 * What a connection test came to; the words of the page and of the database. `refused`: Pinterest took
 * the credentials and not the event.
 */
export const TEST_RESULTS = [
  "accepted",
  ...ATTENTIONS,
  "rate_limited",
  "unavailable",
  "timeout",
  "network",
  "refused",
] as const;
export type TestResult = (typeof TEST_RESULTS)[number];

/** What the pages may know of a connection: everything but the token. */
export type Connection = {
  state: ConnectionState;
  tagId: string | null;
  adAccountId: string | null;
  /** The last four characters of the stored token; `null` where none is stored. */
  tokenLastFour: string | null;
  /** Why it needs attention. */
  attention: Attention | null;
  lastTest: { result: TestResult; testedAt: Date } | null;
};

/** What Disconnect removed, and what it left; nothing in it is secret. */
export type DisconnectReceipt = {
  /** The last four characters of the token that was erased; `null` where there was none. */
  tokenLastFour: string | null;
  /** The name of the account that was forgotten; `null` where none was connected. */
  accountName: string | null;
  /** Whether Pinterest was told to take the account's tokens back. */
  isGivenBack: boolean;
  /** Whether the store has a pixel, which is being taken out. */
  hasPixel: boolean;
  /** Feeds that stay registered with Pinterest, which may go on fetching them. */
  feeds: number;
  /** Events that wait for the next connection. */
  waiting: number;
};

/** The credentials form as it is posted; every field trimmed. */
export type CredentialsForm = {
  tagId: string;
  adAccountId: string;
  /** Empty: keep the stored one. */
  conversionToken: string;
};

/** What is wrong with a field of the form, by the field's name. */
export type CredentialsProblem =
  | "tag_id_missing"
  | "tag_id_malformed"
  | "ad_account_id_missing"
  | "ad_account_id_malformed"
  | "ad_account_id_is_tag_id"
  | "token_missing"
  | "token_malformed";

export type CredentialsProblems = Partial<Record<keyof CredentialsForm, CredentialsProblem>>;

/** Tag ids are digits, 13 in every capture; no pattern is published, so no more is asked than digits. */
const TAG_ID = /^\d{6,20}$/;

/** Source: Pinterest API v5.23, `path_ad_account_id`. */
const AD_ACCOUNT_ID = /^\d{1,18}$/;

/** Tokens are one word of visible ASCII; a pasted sentence or a quoted string is none. */
const TOKEN = /^[\x21-\x7e]{16,1000}$/;

/**
 * What keeps the form from being saved. An empty result means nothing does.
 *
 * @param hasToken whether a token is stored already, so that the field may stay empty.
 */
export function credentialsProblems(form: CredentialsForm, hasToken: boolean): CredentialsProblems {
  return {
    ...problem("tagId", tagIdProblem(form)),
    ...problem("adAccountId", adAccountIdProblem(form)),
    ...problem("conversionToken", tokenProblem(form, hasToken)),
  };
}

function tagIdProblem({ tagId }: CredentialsForm): CredentialsProblem | null {
  if (tagId === "") return "tag_id_missing";
  return TAG_ID.test(tagId) ? null : "tag_id_malformed";
}

function adAccountIdProblem({ adAccountId, tagId }: CredentialsForm): CredentialsProblem | null {
  if (adAccountId === "") return "ad_account_id_missing";
  if (!AD_ACCOUNT_ID.test(adAccountId)) return "ad_account_id_malformed";
  // The commonest mistake: both numbers stand side by side in Pinterest's own pages.
  return adAccountId === tagId ? "ad_account_id_is_tag_id" : null;
}

function tokenProblem(
  { conversionToken }: CredentialsForm,
  hasToken: boolean,
): CredentialsProblem | null {
  if (conversionToken === "") return hasToken ? null : "token_missing";
  return TOKEN.test(conversionToken) ? null : "token_malformed";
}

function problem(
  field: keyof CredentialsForm,
  found: CredentialsProblem | null,
): CredentialsProblems {
  return found === null ? {} : { [field]: found };
}
