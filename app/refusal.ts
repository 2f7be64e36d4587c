/**
 * The body of every refused request: `{ "error": { "code", "message" } }`.
 *
 * `code` is a stable snake_case word to branch on; `message` says in a sentence what to mend.
 */
export function refusal(
  status: 400 | 401 | 404 | 405 | 410 | 413 | 429 | 500 | 503,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error: { code, message } }, { status, headers });
}
