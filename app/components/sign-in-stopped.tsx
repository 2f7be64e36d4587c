import { label, message } from "~/messages/message";
import type { SignInStop } from "~/shops/pinterest-account";

export const signInStoppedMeta = () => [
  { title: label("sign_in_stopped") },
  { name: "robots", content: "noindex" },
];

/** Outside of the admin: why a browser is not let on, and what to do. It says nothing of any shop. */
export function SignInStopped({ stop }: { stop: SignInStop }) {
  return (
    <main>
      <p className="front-name">{label("app_name")}</p>
      <h1>{label("sign_in_stopped")}</h1>
      <p>{message(`stop_${stop}`)}</p>
    </main>
  );
}
