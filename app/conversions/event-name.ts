import { EVENT_NAMES, type EventName } from "~/pinterest/event-name";
import { WEB_EVENT_NAMES } from "~/shops/pixel-events";

export { EVENT_NAMES, type EventName };
export {
  PIXEL_EVENT_NAMES,
  THEME_EVENT_PREFIX,
  WEB_EVENT_NAMES,
  type PixelEvent,
} from "~/shops/pixel-events";

/** The event of that name, if a page can report it; `undefined` for every other text. */
export function webEventName(text: string): EventName | undefined {
  return WEB_EVENT_NAMES.find((name) => name === text);
}
