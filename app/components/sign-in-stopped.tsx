import type { SignInStop } from "~/shops/pinterest-account";

import { useWords } from "./words";

/** Outside of the admin: why a browser is not let on, and what to do. It says nothing of any shop. */
export function SignInStopped({ stop }: { stop: SignInStop }) {
  const { label, message } = useWords();
  return (
    <main>
      <p className="front-name">{label("app_name")}</p>
      <h1>{label("sign_in_stopped")}</h1>
      <p>{message(`stop_${stop}`)}</p>
    </main>
  );
}
