// Shopify's tool compiles to ES6, where each async function costs a shopper some forty bytes, and the
// first of them three hundred. That is why the pixel is written in promises.

/**
 * What `work` comes to, or `undefined` where it fails. A shop's page must not notice that the pixel
 * failed, and there is nobody to tell; so a fault counts as having got nothing. Starts at once, and never
 * rejects.
 */
export function orNothing<Value>(work: () => Promise<Value> | Value): Promise<Value | undefined> {
  return new Promise<Value>((resolve) => resolve(work())).catch(() => undefined);
}

/**
 * Makes one request that outlives the page; says whether it was answered well. A body of plain text or a
 * form, without headers of ours, is asked about by no preflight request.
 */
export function send(
  fetch: typeof globalThis.fetch,
  url: string,
  body: BodyInit | null,
  credentials: RequestCredentials,
): Promise<boolean> {
  const method = body ? "POST" : "GET";
  return orNothing(() => fetch(url, { method, body, keepalive: true, credentials })).then(
    (answer) => !!answer && answer.ok,
  );
}
