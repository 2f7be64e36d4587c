import type { ShopId } from "~/ids";
import type { CredentialsForm } from "~/shops/connection";
import { findConnection } from "~/shops/connection.server";
import { connectionProblems, type SettingsAnswer, type SettingsForm } from "~/shops/settings-form";
import { recordConsentReviewed } from "~/shops/setup-guide.server";

import {
  disconnect,
  rotateKey,
  saveCredentials,
  saveSettings,
  tryConnection,
} from "./connect.server";

/** Does what a button of the settings asks for. Pressed twice, it does the same again. */
export async function answerSettingsForm(
  shopId: ShopId,
  form: SettingsForm,
  now: Date,
): Promise<SettingsAnswer> {
  switch (form.intent) {
    case "save_connection":
      return connect(shopId, form.credentials, now);
    case "save":
      await saveSettings(shopId, form.change);
      // Whoever saves the page has looked at it.
      if (form.section === "privacy") await recordConsentReviewed(shopId, now);
      return { kind: "saved" };
    case "test":
      return { kind: "tested", result: await tryConnection(shopId, now) };
    case "disconnect":
      return { kind: "disconnected", receipt: await disconnect(shopId, now) };
    case "rotate_key":
      await rotateKey(shopId);
      return { kind: "key_rotated" };
  }
}

async function connect(
  shopId: ShopId,
  credentials: CredentialsForm,
  now: Date,
): Promise<SettingsAnswer> {
  const problems = connectionProblems(credentials, await findConnection(shopId));
  if (problems) return { kind: "refused", problems };
  await saveCredentials(shopId, credentials, now);
  return { kind: "saved" };
}
