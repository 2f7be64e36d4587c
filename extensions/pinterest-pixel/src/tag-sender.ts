import { orNothing } from "./nothing";
import { tagRequest, type TagField } from "./tag";

/** Sends one event to Pinterest; says whether it was taken. */
export type SendToTag = (event: readonly TagField[], init: readonly TagField[]) => Promise<boolean>;

/**
 * Sends as Pinterest's tag does, with at most two requests per act. The event goes with Pinterest's
 * cookies and, if that fails, without, because browsers and Pinterest may refuse them; the page's later
 * events begin with what worked. The page's first event that needs only one request is followed by the
 * tag's `init`.
 */
export function tagSender(fetch: typeof globalThis.fetch): SendToTag {
  let credentials: RequestCredentials = "include";
  let isInitSent = false;

  const attempt = async (fields: readonly TagField[], own: RequestCredentials) =>
    (await orNothing(() => tagRequest(fields, own, fetch))) === true;

  return async (event, init) => {
    const first = credentials;
    if (await attempt(event, first)) {
      if (!isInitSent) void attempt(init, first);
      isInitSent = true;
      return true;
    }
    const second = first === "include" ? "omit" : "include";
    if (!(await attempt(event, second))) return false;
    credentials = second;
    return true;
  };
}
