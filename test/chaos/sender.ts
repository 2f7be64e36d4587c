import { createHash } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import { Dice } from "../../sandbox/shopify/order-dice";
import { webhookHeaders } from "../../sandbox/shopify/webhooks";
import { control } from "../support/sandbox-control";
import { APP_CREDENTIALS } from "../support/stack";
import { orderBody, type Action, type PlannedOrder, type PlannedWebhook } from "./plan";

/** Shopify takes this long for no answer. */
const ANSWER_MS_MAX = 5_000;

/** Shopify tries 8 times after the first, over hours; here the hours are seconds. */
const ATTEMPTS_MAX = 9;
const RETRY_MS_MAX = 8_000;

/** Enough that those which wait for a killed process's answer do not keep the others. */
const SENDERS = 64;

/** An order's webhooks come close together, and making its body takes longer than sending it. */
const BODIES_KEPT_MAX = 500;

export type SenderOptions = {
  adminUrl: string;
  /** The app's web processes; each try goes to any of them. */
  appUrls: readonly string[];
  seed: string;
  /** How fast Shopify sends, whatever becomes of it. */
  perSecond: number;
};

type Retry = { action: Action; attempt: number; dueMs: number };

/**
 * Places orders at the local Shopify and sends their webhooks as Shopify does: what is not answered 200
 * in time is sent again later, with the same ids, and given up in the end.
 */
export class Sender {
  readonly counts = { sent: 0, refused: 0, givenUp: 0 };
  /** Orders of which a webhook that records was answered 200, as `shop/order id`. */
  readonly acknowledged = new Set<string>();
  /** Under which id Pinterest may hear of each order that was placed. */
  readonly eventIds = new Map<PlannedOrder, string>();
  readonly #options: SenderOptions;
  readonly #dice: Dice;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #bodies = new Map<string, string>();
  #done = 0;
  #total = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#dice = new Dice(`${options.seed}:sender`);
  }

  /** How much of the actions is done, from 0 to 1. */
  get progress(): number {
    return this.#total === 0 ? 0 : this.#done / this.#total;
  }

  /** Does all of it; resolves when nothing is left to be tried again. */
  async run(actions: readonly Action[], stopping: AbortSignal): Promise<void> {
    this.#done = 0;
    this.#total = actions.length;
    const startedMs = performance.now();
    const retries: Retry[] = [];
    let next = 0;
    let inHand = 0;
    const take = (): Retry | undefined => {
      const nowMs = performance.now();
      const index = retries.findIndex(({ dueMs }) => dueMs <= nowMs);
      if (index >= 0) return retries.splice(index, 1)[0];
      if (next >= ((nowMs - startedMs) / 1_000) * this.#options.perSecond) return undefined;
      const action = actions[next];
      next += 1;
      return action && { action, attempt: 1, dueMs: nowMs };
    };
    const isOver = () => next >= actions.length && retries.length === 0 && inHand === 0;
    const work = async () => {
      while (!isOver() && !stopping.aborted) {
        const task = take();
        if (!task) {
          await pause(20);
          continue;
        }
        inHand += 1;
        const again = await this.#do(task);
        if (again) retries.push(again);
        else this.#done += 1;
        inHand -= 1;
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, work));
  }

  close(): void {
    this.#agent.destroy();
  }

  async #do({ action, attempt }: Retry): Promise<Retry | null> {
    const { order } = action;
    if (action.kind === "place") {
      const body = this.#bodyOf(order, action.isCancelled);
      this.eventIds.set(order, eventIdOf(body));
      const placed = { shop: order.shop.domain, body, silent: true };
      await control(this.#options.adminUrl, "POST", "orders", placed);
      return null;
    }
    const status = await this.#send(order, action.webhook, attempt);
    if (status === 200) {
      const { topic } = action.webhook;
      if (topic !== "orders/updated") {
        this.acknowledged.add(`${order.shop.domain}/${order.orderId}`);
      }
      return null;
    }
    this.counts.refused += 1;
    if (attempt >= ATTEMPTS_MAX) {
      this.counts.givenUp += 1;
      return null;
    }
    const waitMs = Math.min(500 * 2 ** (attempt - 1), RETRY_MS_MAX);
    const dueMs = performance.now() + waitMs + this.#dice.below(500);
    return { action, attempt: attempt + 1, dueMs };
  }

  #bodyOf(order: PlannedOrder, isCancelled: boolean): string {
    const name = `${order.shop.domain}/${order.orderId}/${isCancelled}`;
    const kept = this.#bodies.get(name);
    if (kept !== undefined) return kept;
    const body = orderBody(order, isCancelled);
    this.#bodies.set(name, body);
    const [oldest] = this.#bodies.keys();
    if (this.#bodies.size > BODIES_KEPT_MAX && oldest !== undefined) this.#bodies.delete(oldest);
    return body;
  }

  /** @returns the status; `null` where no answer came. */
  #send(order: PlannedOrder, webhook: PlannedWebhook, attempt: number): Promise<number | null> {
    const body = this.#bodyOf(order, webhook.isCancelled);
    this.counts.sent += 1;
    const headers = webhookHeaders(
      {
        topic: webhook.topic,
        shop: order.shop.domain,
        eventId: webhook.eventId,
        webhookId: `${webhook.eventId}-${attempt}`,
        triggeredAt: order.placedAt.toISOString(),
        name: null,
        body,
      },
      APP_CREDENTIALS.apiSecret,
    );
    return postTo(`${this.#dice.pick(this.#options.appUrls)}/webhooks/orders`, {
      agent: this.#agent,
      headers,
      body,
    });
  }
}

/** Computed here once more, apart from the product, from the order as it was placed. */
function eventIdOf(body: string): string {
  const order: { checkout_token: string | null } = JSON.parse(body);
  const digest = createHash("sha256").update(`checkout:${order.checkout_token}`).digest("hex");
  return `co_${digest.slice(0, 32)}`;
}

/** Posts a webhook, and returns the status; `null` where no answer came. */
export function postTo(
  url: string,
  {
    agent,
    headers,
    body,
  }: { agent: Agent; headers: Record<string, string>; body: string | Buffer },
): Promise<number | null> {
  const length = String(Buffer.byteLength(body));
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: "POST",
        agent,
        headers: { ...headers, "content-length": length },
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      },
      (answer) => {
        answer.resume();
        answer.once("close", () => resolve(answer.complete ? (answer.statusCode ?? null) : null));
      },
    );
    sent.once("error", () => resolve(null));
    sent.end(body);
  });
}
