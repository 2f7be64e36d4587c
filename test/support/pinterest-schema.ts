import { readFileSync } from "node:fs";

import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect } from "vitest";

const file = new URL("../fixtures/pinterest-events-create.schema.json", import.meta.url);

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));

/**
 * Fails the test when `body` is not what Pinterest's published description takes on
 * `POST /ad_accounts/{ad_account_id}/events`, the identity rule of `user_data` included.
 */
export function assertValidEventsBody(body: unknown): void {
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}
