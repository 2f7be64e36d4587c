import { describe, expect, test } from "vitest";

import { credentialsProblems, type CredentialsForm } from "~/shops/connection";

const FORM: CredentialsForm = {
  tagId: "2612345678901",
  adAccountId: "549755885175",
  conversionToken: "pina_SANDBOX_NOT_A_REAL_TOKEN_0001",
};

describe("credentialsProblems", () => {
  test("finds none in a form that is complete", () => {
    expect(credentialsProblems(FORM, false)).toEqual({});
  });

  test.each([
    { field: "tagId", value: "", problem: "tag_id_missing" },
    { field: "tagId", value: "26123-45678", problem: "tag_id_malformed" },
    { field: "tagId", value: "12345", problem: "tag_id_malformed" },
    { field: "tagId", value: "2".repeat(21), problem: "tag_id_malformed" },
    { field: "adAccountId", value: "", problem: "ad_account_id_missing" },
    { field: "adAccountId", value: "act_549755885175", problem: "ad_account_id_malformed" },
    { field: "adAccountId", value: "5".repeat(19), problem: "ad_account_id_malformed" },
    { field: "adAccountId", value: FORM.tagId, problem: "ad_account_id_is_tag_id" },
    { field: "conversionToken", value: "", problem: "token_missing" },
    { field: "conversionToken", value: "pina_short", problem: "token_malformed" },
    { field: "conversionToken", value: "the token of my shop", problem: "token_malformed" },
    { field: "conversionToken", value: "pina_Ünsichtbar_00000", problem: "token_malformed" },
    { field: "conversionToken", value: "p".repeat(1_001), problem: "token_malformed" },
  ])("$field «$value» is $problem", ({ field, value, problem }) => {
    expect(credentialsProblems({ ...FORM, [field]: value }, false)).toEqual({ [field]: problem });
  });

  test("lets the token's field stay empty where one is stored", () => {
    expect(credentialsProblems({ ...FORM, conversionToken: "" }, true)).toEqual({});
  });

  test("checks a new token even where one is stored", () => {
    expect(credentialsProblems({ ...FORM, conversionToken: "no" }, true)).toEqual({
      conversionToken: "token_malformed",
    });
  });

  test("finds what is wrong with every field at once", () => {
    expect(
      credentialsProblems({ tagId: "", adAccountId: "x", conversionToken: "" }, false),
    ).toEqual({
      tagId: "tag_id_missing",
      adAccountId: "ad_account_id_malformed",
      conversionToken: "token_missing",
    });
  });
});
