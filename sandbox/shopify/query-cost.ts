import { type DocumentNode, Kind, visit } from "graphql";

/**
 * A rough cost of a query: one point per field that has fields of its own, ten for a mutation. Real
 * costs also grow with page sizes; what a client has to cope with is the form of the answer.
 */
export function queryCost(document: DocumentNode, operationName?: string | null): number {
  let cost = 0;
  visit(document, {
    OperationDefinition: (node) => {
      // The other operations of the document are not run.
      if (operationName && node.name?.value !== operationName) return false;
      cost += node.operation === "mutation" ? 10 : 0;
      return undefined;
    },
    [Kind.FIELD]: (node) => {
      cost += node.selectionSet ? 1 : 0;
    },
  });
  return Math.max(1, cost);
}

export type ThrottleStatus = {
  allowed: boolean;
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
};

/** Points per shop that come back over time, as on a standard plan. */
export class ThrottleBucket {
  readonly #max = 2000;
  readonly #restorePerSecond = 100;
  #available = this.#max;
  #countedAtMs = 0;

  take(cost: number, nowMs: number): ThrottleStatus {
    const elapsedSeconds = Math.max(0, nowMs - this.#countedAtMs) / 1000;
    this.#available = Math.min(
      this.#max,
      this.#available + elapsedSeconds * this.#restorePerSecond,
    );
    this.#countedAtMs = nowMs;
    const allowed = cost <= this.#available;
    if (allowed) this.#available -= cost;
    return {
      allowed,
      maximumAvailable: this.#max,
      currentlyAvailable: Math.floor(this.#available),
      restoreRate: this.#restorePerSecond,
    };
  }

  /** Empties the bucket, so that the next query is throttled. */
  drain(nowMs: number): void {
    this.#available = 0;
    this.#countedAtMs = nowMs;
  }
}
