import { ClientError } from "graphql-request";

import { UpstreamUnavailableError } from "~/errors";

/**
 * What the fault of a call to Shopify means: that it refused the call, that it could not be reached,
 * that it kept silent or that its answer broke off is all mended by time. Of an answer, nothing is
 * repeated: it may be about a shopper. Any other fault is not Shopify's and stays as it is.
 *
 * @throws {UpstreamUnavailableError} where Shopify gave no answer.
 */
export function lostCall(fault: unknown): never {
  // This error's own message holds the whole answer.
  if (fault instanceof ClientError) {
    throw new UpstreamUnavailableError("Shopify refused a call", { status: fault.response.status });
  }
  if (!(fault instanceof Error)) throw fault;
  if (isOfNetwork(fault)) {
    throw new UpstreamUnavailableError("Shopify gave no answer", {}, { cause: fault });
  }
  // Something in between answered with a page; this message quotes it.
  if (fault instanceof SyntaxError) {
    throw new UpstreamUnavailableError("Shopify's answer is not JSON");
  }
  throw fault;
}

/** `fetch` tells what the network did by a `TypeError` with a cause; a defect's has none. */
function isOfNetwork(fault: Error): boolean {
  const isTooSlow = fault.name === "TimeoutError" || fault.name === "AbortError";
  return isTooSlow || (fault instanceof TypeError && fault.cause instanceof Error);
}
