import { z } from "zod";

import { parse, type Parsed } from "~/parse";
import type { ConnectionState } from "~/shops/connection";
import type { TopicBeat } from "~/shops/heartbeat";
import { SENDING_MODES, type SendingMode } from "~/shops/sending";
import type { TopicClass } from "~/shops/topic-class";

import type { Conflict, StorefrontLook } from "./conflicts";
import type { ShadowReport } from "./shadow-report";
import { TEST_EVENT_NAMES, type TestEventAnswer } from "./test-event";

/** The signs of life of everything that the app hears of or does by itself; `null`: none yet. */
export type Heartbeat = {
  webhooks: ClassBeat[];
  pixelAt: Date | null;
  reconciledAt: Date | null;
  deliveredAt: Date | null;
  feedFetchedAt: Date | null;
};

/** What is known of the webhooks of a class. */
export type ClassBeat = Omit<TopicBeat, "topic"> & { topicClass: TopicClass };

/** What the page of diagnostics shows. */
export type DiagnosticsPage = {
  sending: { mode: SendingMode; changedAt: Date | null };
  connectionState: ConnectionState;
  heartbeat: Heartbeat;
  conflicts: Conflict[];
  /** `null` where nothing was recorded in shadow mode of late. */
  shadow: ShadowReport | null;
};

/** What a button of the page asks for. */
export type DiagnosticsForm = z.infer<typeof formSchema>;

/** What the page is told of it. */
export type DiagnosticsAnswer =
  | { kind: "switched"; sending: SendingMode }
  | { kind: "test_event"; answer: TestEventAnswer }
  | { kind: "storefront"; look: StorefrontLook };

const formSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("switch"), sending: z.enum(SENDING_MODES) }),
  z.object({ intent: z.literal("test_event"), eventName: z.enum(TEST_EVENT_NAMES) }),
  z.object({ intent: z.literal("look") }),
]);

/** The page's forms as they are posted. */
export function parseDiagnosticsForm(form: FormData): Parsed<DiagnosticsForm> {
  return parse(formSchema, Object.fromEntries(form));
}

/** The topics that leave a receipt, each with its class in `topic-class.ts`. */
export const BEATING_TOPICS = [
  "orders/create",
  "orders/paid",
  "orders/updated",
  "orders/cancelled",
  "app/uninstalled",
] as const;
