import type { ShopId } from "~/ids";
import { findConnection } from "~/shops/connection.server";
import { credentialsStep, type SettingsAnswer, type SettingsForm } from "~/shops/settings-form";

import { disconnect, rotateKey, saveSettings, saveShop, tryConnection } from "./connect.server";

type Save = Extract<SettingsForm, { intent: "save" }>;

/** Does what a button of the settings page asks for. Pressed twice, it does the same again. */
export async function answerSettingsForm(
  shopId: ShopId,
  form: SettingsForm,
  now: Date,
): Promise<SettingsAnswer> {
  switch (form.intent) {
    case "save":
      return save(shopId, form, now);
    case "test":
      return { kind: "tested", result: await tryConnection(shopId, now) };
    case "disconnect":
      await disconnect(shopId, now);
      return { kind: "disconnected" };
    case "rotate_key":
      await rotateKey(shopId);
      return { kind: "key_rotated" };
  }
}

async function save(
  shopId: ShopId,
  { credentials, settings }: Save,
  now: Date,
): Promise<SettingsAnswer> {
  const step = credentialsStep(credentials, await findConnection(shopId));
  switch (step.kind) {
    case "refuse":
      return { kind: "refused", problems: step.problems };
    case "leave":
      await saveSettings(shopId, settings);
      return { kind: "saved" };
    case "save":
      await saveShop(shopId, credentials, settings, now);
      return { kind: "saved" };
  }
}
