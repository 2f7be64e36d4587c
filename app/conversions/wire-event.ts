import type {
  WireAppInfo,
  WireContent,
  WireCustomData,
  WireEvent,
  WireHashedKey,
  WireUserData,
} from "~/pinterest/wire";
import { toUnixSeconds } from "~/time";

import type { ConversionEvent, LineItem } from "./event";
import { known } from "./known";
import { USER_DATA_KEYS, type UserDataKey } from "./user-data";

/** Pinterest's spelling of each key. */
export const WIRE_NAMES: Record<UserDataKey, WireHashedKey> = {
  em: "em",
  ph: "ph",
  fn: "fn",
  ln: "ln",
  ct: "ct",
  st: "st",
  zp: "zp",
  country: "country",
  ge: "ge",
  db: "db",
  externalId: "external_id",
  hashedMaids: "hashed_maids",
};

/**
 * One element of Pinterest's `data[]`. What the event does not have is absent, and so are `contents`,
 * `content_ids` and `num_items` of an act without products.
 *
 * Source: Pinterest API v5.23, `ConversionEvents`.
 */
export function toWireEvent(event: ConversionEvent): WireEvent {
  const customData = toCustomData(event);
  return {
    event_name: event.eventName,
    action_source: event.actionSource,
    event_time: toUnixSeconds(event.occurredAt),
    event_id: event.eventId,
    ...known({ event_source_url: event.personal.sourceUrl, language: event.language }),
    user_data: toUserData(event),
    ...(Object.keys(customData).length > 0 && { custom_data: customData }),
    ...toAppAndDevice(event),
  };
}

function toUserData({ userData, personal }: ConversionEvent): WireUserData {
  const hashed = USER_DATA_KEYS.map((key) => [WIRE_NAMES[key], userData[key]] as const);
  return {
    ...Object.fromEntries(hashed.filter(([, hexes]) => hexes !== undefined)),
    ...known({
      click_id: personal.clickId,
      client_ip_address: personal.clientIp,
      client_user_agent: personal.userAgent,
    }),
  };
}

function toCustomData({ customData, lineItems, isDataUseLimited }: ConversionEvent) {
  return {
    ...known({
      currency: customData.currency,
      value: customData.value,
      order_id: customData.orderId,
      search_string: customData.searchString,
      content_name: customData.contentName,
      content_category: customData.contentCategory,
      content_brand: customData.contentBrand,
    }),
    ...(lineItems.length > 0 && {
      num_items: lineItems.reduce((pieces, { quantity }) => pieces + quantity, 0),
      content_ids: [...new Set(lineItems.map(({ itemId }) => itemId))],
      contents: lineItems.map(toContent),
    }),
    ...(isDataUseLimited && { opt_out_type: "LDP" as const }),
  } satisfies WireCustomData;
}

function toContent(line: LineItem): WireContent {
  return {
    id: line.itemId,
    ...known({
      item_name: line.name,
      item_category: line.category,
      item_brand: line.brand,
      item_price: line.price,
    }),
    quantity: line.quantity,
  };
}

function toAppAndDevice({ app, device }: ConversionEvent): Partial<WireEvent> {
  const appInfo: WireAppInfo = known({
    app_package_name: app?.packageName,
    app_store: app?.store,
    install_time: app?.installTime,
  });
  return {
    ...known({ app_id: app?.id, app_name: app?.name, app_version: app?.version }),
    ...(Object.keys(appInfo).length > 0 && { app_info: appInfo }),
    ...known({
      device_brand: device?.brand,
      device_carrier: device?.carrier,
      device_model: device?.model,
      device_type: device?.type,
      os_version: device?.osVersion,
      wifi: device?.wifi,
    }),
  };
}
