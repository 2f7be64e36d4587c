import type { QuotaAnswer } from "~/quota.server";
import type { Shop } from "~/shops/shop";
import type { ShopAtDoor } from "~/shops/shop-at-door.server";

import type { Sender } from "./collect";
import type { CollectMessage } from "./collect-message";
import type { RecordedAct } from "./record-acts.server";
import type { SkipReason } from "./skip-reason";

// Messages of the pixel, and what becomes of them.

/** A message of the pixel that is true to form, and who sent it when. */
export type Collected<Message extends CollectMessage = CollectMessage> = {
  message: Message;
  sender: Sender;
  now: Date;
};

/** What became of a message. All but the last two were done with. */
export type RecordedMessage =
  /** `erased`: the shopper was, and the event is recorded no more. */
  | { kind: RecordedAct }
  /** Our own rules say no, for good: nothing is kept of it. */
  | { kind: "skipped"; reason: SkipReason }
  /** It says nothing that has to be kept. */
  | { kind: "noted" }
  /** No installed shop has this key. */
  | { kind: "no_shop" }
  /** The shop sent more than its share. */
  | Extract<QuotaAnswer, { kind: "exhausted" }>;

/** What became of a message in a transaction with others. */
export type Fate =
  | RecordedMessage
  /** Nothing was written: the checkout's order has to be told of it, row by row. */
  | { kind: "order_is_here"; shop: Shop };

/** A message at the door of its shop, and its place among those that came with it. */
export type Guest<Message extends CollectMessage = CollectMessage> = Collected<Message> & {
  place: number;
  atDoor: ShopAtDoor;
};

/** What became of the message at each place so far. Each step gives the next one those without a word. */
export type Fates = Map<number, Fate>;
