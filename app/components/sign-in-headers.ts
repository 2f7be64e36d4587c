/** A page whose address holds a ticket or a code is kept nowhere, and names its address to nobody. */
export const SIGN_IN_HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
} as const;
