import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { AccessBook } from "./access.ts";
import { type Answer, REFUSALS, refusal } from "./answer.ts";
import type { ApiDesk, ApiHandler } from "./api.ts";
import type { User } from "./directory.ts";

const exchangeSchema = z.discriminatedUnion("grant_type", [
  z.object({
    grant_type: z.literal("authorization_code"),
    code: z.string(),
    redirect_uri: z.string(),
  }),
  z.object({ grant_type: z.literal("refresh_token"), refresh_token: z.string() }),
]);

/** What the operations of tokens and of accounts answer, by their ids in the description. */
export function accountHandlers(desk: ApiDesk): Record<string, ApiHandler> {
  return {
    "oauth/token": ({ body }) => token(desk, body),
    // "Only tokens issued for system users are currently supported."
    "token/revoke": () => REFUSALS.forbidden,
    "oauth/conversion_token": ({ user }) => mint(desk.access(), user),
    "user_account/get": withUser(accountOf),
    "user_websites/get": withUser(({ websites }) => page(websites)),
    "ad_accounts/list": withUser((user) =>
      page(user.adAccounts.map((one) => adAccountOf(user, one))),
    ),
    "conversion_tags/list": ({ user, path }) => {
      const found = user?.adAccounts.find(({ id }) => id === path["ad_account_id"]);
      if (!found) return REFUSALS.forbidden;
      return page(found.tags.map((tag) => ({ ...tag, ad_account_id: found.id })));
    },
  };
}

/** The answer of an operation that lists, whole. */
export function page(items: readonly unknown[]): Answer {
  return { status: 200, body: { items, bookmark: null } };
}

export function withUser(answer: (user: User) => Answer): ApiHandler {
  return ({ user }) => (user ? answer(user) : REFUSALS.unauthorized);
}

/**
 * The codes of these two refusals are in no description; the status is what Pinterest's own examples of
 * clients expect.
 */
function token({ grants, now }: ApiDesk, body: unknown): Answer {
  const asked = exchangeSchema.parse(body);
  const grant =
    asked.grant_type === "refresh_token"
      ? grants.renew(asked.refresh_token, now())
      : grants.exchange(asked.code, asked.redirect_uri, now());
  return grant
    ? { status: 200, body: grant }
    : refusal(400, 1, "Invalid request: the authorization grant is invalid.");
}

/** Good for every ad account for which the user may report, and not for anything else. */
function mint(access: AccessBook, user: User | null): Answer {
  const made = `pina_SANDBOX_CONVERSION_${randomBytes(16).toString("hex")}`;
  const roles = ["OWNER", "ADMIN", "ANALYST", "AUDIENCE_MANAGER", "CAMPAIGN_MANAGER"];
  const accounts = (user?.adAccounts ?? [])
    .filter(({ permissions }) => permissions.some((role) => roles.includes(role)))
    .map(({ id }) => id);
  for (const account of accounts) access.addAccount(account);
  access.addToken(made, accounts);
  return { status: 200, body: { access_token: made, token_type: "conversion" } };
}

function accountOf({ accountType, businessName, id, username, websites }: User): Answer {
  const [first] = websites;
  return {
    status: 200,
    body: {
      id,
      username,
      account_type: accountType,
      business_name: businessName,
      ...(first ? { website_url: first.website } : {}),
    },
  };
}

function adAccountOf(user: User, account: User["adAccounts"][number]) {
  const { country, currency, id, name, permissions } = account;
  const owner = { id: user.id, username: user.username };
  return { id, name, owner, country, currency, permissions };
}
