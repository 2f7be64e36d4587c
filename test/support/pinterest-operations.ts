import { expect } from "vitest";

import type { ApiCallRecord } from "../../sandbox/pinterest/api";
import { readOperations } from "../../sandbox/pinterest/operations";

const operations = new Map(readOperations().map((operation) => [operation.operationId, operation]));

/**
 * Fails the test when a call that reached the local Pinterest, or the answer that it got, is not what the
 * published description of its operation allows.
 */
export function assertValidApiCall(call: ApiCallRecord): void {
  const operation = operations.get(call.operationId);
  expect(operation, call.operationId).toBeDefined();
  const isBroken = call.status === "broken" && call.rawBody === "";
  const faults = [
    ...(operation?.checkQuery(new URLSearchParams(call.query)) ?? []),
    ...(isBroken || !operation?.body ? [] : operation.checkBody(bodyOf(call))),
    ...(typeof call.status === "number" && typeof call.answer !== "string"
      ? (operation?.checkAnswer(call.status, call.answer) ?? [])
      : []),
  ];
  expect(faults, call.operationId).toEqual([]);
}

function bodyOf({ contentType, rawBody }: ApiCallRecord): unknown {
  return contentType.startsWith("application/json")
    ? JSON.parse(rawBody)
    : Object.fromEntries(new URLSearchParams(rawBody));
}
