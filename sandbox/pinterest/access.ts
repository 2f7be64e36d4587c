/** What a bearer token may do with an ad account, in the API's own order of questions. */
export type Access = "allowed" | "unknown_token" | "unknown_account" | "no_role";

/** Tokens, ad accounts and the roles between them, and the tags of the accounts. */
export class AccessBook {
  readonly #accounts = new Set<string>();
  /** Token to the accounts on which its user has a role. */
  readonly #roles = new Map<string, Set<string>>();
  readonly #tags = new Map<string, string>();

  addAccount(account: string): void {
    this.#accounts.add(account);
  }

  removeAccount(account: string): void {
    this.#accounts.delete(account);
  }

  /** A tag belongs to one ad account; what it reports counts there. */
  addTag(tagId: string, account: string): void {
    this.#tags.set(tagId, account);
  }

  accountOfTag(tagId: string): string | undefined {
    return this.#tags.get(tagId);
  }

  addToken(token: string, accounts: readonly string[]): void {
    this.#roles.set(token, new Set(accounts));
  }

  /** A revoked token is unknown, as at Pinterest. */
  revokeToken(token: string): void {
    this.#roles.delete(token);
  }

  setRole(token: string, account: string, allowed: boolean): void {
    const accounts = this.#roles.get(token);
    if (allowed) accounts?.add(account);
    else accounts?.delete(account);
  }

  access(token: string, account: string): Access {
    const accounts = this.#roles.get(token);
    if (!accounts) return "unknown_token";
    if (!this.#accounts.has(account)) return "unknown_account";
    return accounts.has(account) ? "allowed" : "no_role";
  }

  /** For the control API: every account, every tag with its account, every token with its accounts. */
  list(): {
    accounts: string[];
    tags: { tagId: string; account: string }[];
    tokens: { token: string; accounts: string[] }[];
  } {
    return {
      accounts: [...this.#accounts],
      tags: [...this.#tags].map(([tagId, account]) => ({ tagId, account })),
      tokens: [...this.#roles].map(([token, accounts]) => ({ token, accounts: [...accounts] })),
    };
  }
}
