import { createHmac, randomUUID } from "node:crypto";
import type { Log } from "../log.ts";
import { API_VERSION } from "./admin-schema.ts";
import type { Subscription } from "./subscriptions.ts";

/** One webhook and every attempt to deliver it. */
export type Delivery = {
  id: string;
  topic: string;
  shop: string;
  path: string;
  eventId: string;
  webhookId: string;
  triggeredAt: string;
  name: string | null;
  /** The raw body, as it is signed and sent each time. */
  body: string;
  /** `failed` until an attempt gets a 2xx. */
  state: "delivered" | "failed";
  attempts: Attempt[];
};

/** `status` is null when no answer came within five seconds, or no connection. */
export type Attempt = {
  at: string;
  status: number | null;
  durationMs: number;
  error: string | null;
};

/** What to send. Ids that are not given are new ones; a given `eventId` makes a duplicate. */
export type WebhookInput = {
  topic: string;
  body: string;
  shop: string;
  eventId?: string | undefined;
  webhookId?: string | undefined;
  triggeredAt?: string | undefined;
};

/** Shopify gives an endpoint this long in all. */
const TIMEOUT_MS = 5000;

const USER_AGENT = "Shopify-Captain-Hook";

export type WebhookSettings = {
  /** Where the app is reached, without a path. */
  appUrl: () => string;
  apiSecret: string;
  subscriptions: readonly Subscription[];
  now: () => number;
  log: Log;
};

/** Signs and sends webhooks, and remembers each attempt. */
export class Webhooks {
  deliveries: Delivery[] = [];
  readonly #settings: WebhookSettings;

  constructor(settings: WebhookSettings) {
    this.#settings = settings;
  }

  /**
   * Sends one event to every subscription of its topic: several deliveries share the event id.
   * Empty when nobody subscribed. Resolves when each got its answer, or none.
   */
  async send(input: WebhookInput): Promise<Delivery[]> {
    const { subscriptions, now } = this.#settings;
    const eventId = input.eventId ?? randomUUID();
    const triggeredAt = input.triggeredAt ?? new Date(now()).toISOString();
    const deliveries = subscriptions
      .filter(({ topic }) => topic === input.topic)
      .map(({ uri, name }): Delivery => ({
        id: randomUUID(),
        topic: input.topic,
        shop: input.shop,
        path: uri,
        eventId,
        webhookId: input.webhookId ?? randomUUID(),
        triggeredAt,
        name,
        body: input.body,
        state: "failed",
        attempts: [],
      }));
    this.deliveries.push(...deliveries);
    await Promise.all(deliveries.map((delivery) => this.attempt(delivery)));
    return deliveries;
  }

  find(id: string): Delivery | undefined {
    return this.deliveries.find((delivery) => delivery.id === id);
  }

  /** Tries a delivery once more: the same body, ids and time, as Shopify's retries have them. */
  async attempt(delivery: Delivery): Promise<Attempt> {
    const startedAt = this.#settings.now();
    const answer = await this.#post(delivery);
    const attempt: Attempt = {
      at: new Date(startedAt).toISOString(),
      durationMs: Math.max(0, this.#settings.now() - startedAt),
      ...answer,
    };
    delivery.attempts.push(attempt);
    const status = attempt.status ?? 0;
    if (status >= 200 && status < 300) delivery.state = "delivered";
    const { topic, shop } = delivery;
    this.#settings.log("webhook", { topic, shop, status, durationMs: attempt.durationMs });
    return attempt;
  }

  async #post(delivery: Delivery): Promise<Pick<Attempt, "status" | "error">> {
    const appUrl = this.#settings.appUrl();
    // A toml may name the app's public address; what is sent here goes to the app on this machine.
    const { pathname, search } = new URL(delivery.path, appUrl);
    const url = new URL(pathname + search, appUrl);
    try {
      const response = await fetch(url, {
        method: "POST",
        body: delivery.body,
        headers: webhookHeaders(delivery, this.#settings.apiSecret),
        // A redirect counts as a failure, not as a new address.
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return { status: response.status, error: null };
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.name : "unknown" };
    }
  }
}

/** The headers of a webhook, as the classic `X-Shopify-*` deliveries carry them. */
export function webhookHeaders(
  delivery: Pick<
    Delivery,
    "topic" | "shop" | "eventId" | "webhookId" | "triggeredAt" | "name" | "body"
  >,
  apiSecret: string,
): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": USER_AGENT,
    "x-shopify-topic": delivery.topic,
    "x-shopify-shop-domain": delivery.shop,
    "x-shopify-api-version": API_VERSION,
    "x-shopify-webhook-id": delivery.webhookId,
    "x-shopify-event-id": delivery.eventId,
    "x-shopify-triggered-at": delivery.triggeredAt,
    "x-shopify-hmac-sha256": createHmac("sha256", apiSecret).update(delivery.body).digest("base64"),
    ...(delivery.name !== null && { "x-shopify-name": delivery.name }),
  };
}

/** A delivery without its body, which holds personal data and is asked for one at a time. */
export function withoutBody(delivery: Delivery) {
  return { ...delivery, body: undefined };
}
