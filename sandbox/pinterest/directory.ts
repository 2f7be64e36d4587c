/** A Pinterest user of the sandbox, with what belongs to the account. */
export type User = {
  id: string;
  username: string;
  businessName: string | null;
  accountType: "PINNER" | "BUSINESS";
  adAccounts: AdAccount[];
  websites: { website: string; status: string }[];
  /** What Pinterest's review of the merchant came to. */
  merchant: "approved" | "under_review" | "disapproved";
};

export type AdAccount = {
  id: string;
  name: string;
  currency: string;
  country: string;
  permissions: string[];
  tags: { id: string; name: string; status: string }[];
};

/** The ad account that the demo's token reports for. */
export const DEMO_AD_ACCOUNT_ID = "549755885175";
/** An account that exists and that the demo token may not use: 403. */
export const FOREIGN_AD_ACCOUNT_ID = "549755885176";
export const DEMO_TAG_ID = "2612345678901";

/** The users that can sign in, in the order of the list on the sign-in page. */
export function demoUsers(): User[] {
  return [
    {
      id: "640496471926000001",
      username: "demo_store",
      businessName: "Demo Store",
      accountType: "BUSINESS",
      merchant: "approved",
      websites: [{ website: "demo.example", status: "success" }],
      adAccounts: [
        {
          id: DEMO_AD_ACCOUNT_ID,
          name: "Demo Store ads",
          currency: "USD",
          country: "US",
          permissions: ["OWNER"],
          tags: [
            { id: DEMO_TAG_ID, name: "Demo tag", status: "ACTIVE" },
            { id: "2612345678902", name: "Old tag", status: "ARCHIVED" },
          ],
        },
        {
          id: "549755885180",
          name: "Agency client",
          currency: "EUR",
          country: "DE",
          permissions: ["CATALOGS_MANAGER"],
          tags: [{ id: "2612345678910", name: "Client tag", status: "ACTIVE" }],
        },
      ],
    },
    {
      id: "640496471926000002",
      username: "second_brand",
      businessName: "Second Brand",
      accountType: "BUSINESS",
      merchant: "approved",
      websites: [],
      adAccounts: [
        {
          id: "549755885190",
          name: "Second Brand ads",
          currency: "CAD",
          country: "CA",
          permissions: ["ADMIN"],
          tags: [{ id: "2612345678920", name: "Second tag", status: "ACTIVE" }],
        },
      ],
    },
    {
      id: "640496471926000003",
      username: "just_pinning",
      businessName: null,
      accountType: "PINNER",
      merchant: "approved",
      websites: [],
      adAccounts: [],
    },
  ];
}
