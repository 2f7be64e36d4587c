import { createHmac, randomUUID } from "node:crypto";
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  parse,
  validate,
} from "graphql";
import { adminSchema } from "./admin-schema.ts";

/** How the next operations of a shop go. */
export type BulkManner = {
  /** Between the wish and the end; 0: it is over before the wish is answered. */
  durationMs: number;
  /** `failed`: it breaks off with part of the file. */
  outcome: "completed" | "failed" | "access_denied";
  /** The file in place of what the shop's products make; `null`: they do. */
  jsonl: string | null;
  /** A webhook tells the end. */
  isTold: boolean;
  /** So many bytes of a file are given, and then the connection breaks; `null`: all. Holds once. */
  breakAfterBytes: number | null;
};

export const USUAL_MANNER: BulkManner = {
  durationMs: 1_000,
  outcome: "completed",
  jsonl: null,
  isTold: true,
  breakAfterBytes: null,
};

export type BulkOperation = {
  id: string;
  query: string;
  status: "RUNNING" | "CANCELING" | "CANCELED" | "COMPLETED" | "FAILED";
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | null;
  createdAt: number;
  completedAt: number | null;
  /** The file, as far as it came. */
  text: string;
  objects: number;
};

/** What the operations of a shop need of the rest. */
export type BulkDesk = {
  shop: string;
  manner: () => BulkManner;
  now: () => number;
  /** Answers the question over the shop's products, in the form of a bulk operation's file. */
  answer: (document: DocumentNode) => { lines: string[]; isDenied: boolean };
  /** Where the files are reached. */
  baseUrl: () => string;
  onEnd: (operation: BulkOperation) => void;
};

/** Source: Shopify Admin API 2026-01, bulk operations: five of an app in a shop at a time. */
const CONCURRENT_MAX = 5;

/** Source: Shopify Admin API, bulk operations, "operation restrictions". */
const CONNECTIONS_MAX = 5;
const NESTED_LEVELS_MAX = 2;

const WEEK_MS = 7 * 24 * 3_600_000;

/** The bulk operations of one shop. */
export class BulkOperations {
  readonly #operations = new Map<string, BulkOperation>();
  readonly #secret = randomUUID();
  readonly #desk: BulkDesk;
  #count = 0;

  constructor(desk: BulkDesk) {
    this.#desk = desk;
  }

  run(query: string) {
    const problem = problemOf(query);
    if (problem) return refused("INVALID", problem);
    const open = [...this.#operations.values()].filter(isOpen);
    if (open.length >= CONCURRENT_MAX) {
      return refused("LIMIT_REACHED", "There are too many bulk operations in progress.");
    }
    this.#count += 1;
    const operation: BulkOperation = {
      id: `gid://shopify/BulkOperation/${4_000_000_000 + this.#count}`,
      query,
      status: "RUNNING",
      errorCode: null,
      createdAt: this.#desk.now(),
      completedAt: null,
      text: "",
      objects: 0,
    };
    this.#operations.set(operation.id, operation);
    const { durationMs } = this.#desk.manner();
    if (durationMs === 0) this.#finish(operation);
    else setTimeout(() => this.#finish(operation), durationMs).unref();
    return { bulkOperation: this.toNode({ ...operation, status: "CREATED" }), userErrors: [] };
  }

  find(id: string) {
    const operation = this.#operations.get(id);
    return operation ? this.toNode(operation) : null;
  }

  list() {
    return [...this.#operations.values()].map((operation) => this.toNode(operation));
  }

  cancel(id: string) {
    const operation = this.#operations.get(id);
    if (!operation) return refused("INVALID", "Bulk operation does not exist.");
    if (!isOpen(operation)) {
      return refused("INVALID", "A bulk operation cannot be canceled when it is over.");
    }
    operation.status = "CANCELING";
    return { bulkOperation: this.toNode(operation), userErrors: [] };
  }

  /** The file behind a signed address; `null`: the signature is wrong, or its time is over. */
  file(path: string, params: URLSearchParams): string | null {
    const expires = Number(params.get("Expires"));
    const signature = params.get("Signature");
    if (signature !== this.#sign(path, expires) || this.#desk.now() > expires) return null;
    const operation = this.#operations.get(idOf(path));
    return operation?.text ?? null;
  }

  toNode(operation: Omit<BulkOperation, "status"> & { status: string }) {
    const isOver = operation.completedAt !== null;
    const hasFile = isOver && operation.text !== "";
    const isWhole = operation.status === "COMPLETED";
    const url = hasFile ? this.#urlOf(operation) : null;
    return {
      __typename: "BulkOperation" as const,
      id: operation.id,
      status: operation.status,
      type: "QUERY",
      query: operation.query,
      errorCode: operation.errorCode,
      createdAt: new Date(operation.createdAt).toISOString(),
      completedAt: isOver ? new Date(operation.completedAt ?? 0).toISOString() : null,
      objectCount: String(operation.objects),
      rootObjectCount: String(operation.objects),
      fileSize: hasFile ? String(Buffer.byteLength(operation.text)) : null,
      url: isWhole ? url : null,
      partialDataUrl: isWhole ? null : url,
    };
  }

  #finish(operation: BulkOperation): void {
    const { jsonl, outcome } = this.#desk.manner();
    operation.completedAt = this.#desk.now();
    if (operation.status === "CANCELING") operation.status = "CANCELED";
    else this.#write(operation, jsonl, outcome);
    this.#desk.onEnd(operation);
  }

  #write(operation: BulkOperation, jsonl: string | null, outcome: BulkManner["outcome"]): void {
    const { isDenied, lines } =
      jsonl === null
        ? this.#desk.answer(parse(operation.query))
        : { isDenied: false, lines: jsonl.split("\n").filter((line) => line !== "") };
    if (isDenied || outcome === "access_denied") {
      Object.assign(operation, { status: "FAILED", errorCode: "ACCESS_DENIED" });
      return;
    }
    const isWhole = outcome === "completed";
    const written = isWhole ? lines : lines.slice(0, Math.floor(lines.length / 2));
    operation.text =
      jsonl !== null && isWhole ? jsonl : written.map((line) => `${line}\n`).join("");
    operation.objects = written.length;
    operation.status = isWhole ? "COMPLETED" : "FAILED";
    operation.errorCode = isWhole ? null : "INTERNAL_SERVER_ERROR";
  }

  #urlOf({ completedAt, id }: Pick<BulkOperation, "completedAt" | "id">): string {
    const path = `/bulk-storage/${this.#desk.shop}/${id.replace(/^.*\//, "")}.jsonl`;
    const expires = (completedAt ?? 0) + WEEK_MS;
    const query = new URLSearchParams({
      Expires: String(expires),
      Signature: this.#sign(path, expires),
    });
    return `${this.#desk.baseUrl()}${path}?${query}`;
  }

  #sign(path: string, expires: number): string {
    return createHmac("sha256", this.#secret).update(`${path}:${expires}`).digest("hex");
  }
}

function idOf(path: string): string {
  return `gid://shopify/BulkOperation/${/(\d+)\.jsonl$/.exec(path)?.[1] ?? ""}`;
}

function isOpen({ status }: BulkOperation): boolean {
  return status === "RUNNING" || status === "CANCELING";
}

function refused(code: string, message: string) {
  return { bulkOperation: null, userErrors: [{ code, field: ["query"], message }] };
}

/** Why a question cannot be answered by a bulk operation; `null` where it can. */
function problemOf(query: string): string | null {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return `Invalid bulk query: ${error.message}`;
  }
  const [invalid] = validate(adminSchema().schema, document);
  if (invalid) return `Invalid bulk query: ${invalid.message}`;
  const [definition, ...more] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) {
    return "A bulk query is one query.";
  }
  const roots = fieldsOf(definition.selectionSet);
  if (roots.length !== 1 || !roots[0] || !isConnection(roots[0])) {
    return "Bulk queries must contain exactly one top-level connection.";
  }
  const { count, depth } = connectionsIn(definition.selectionSet, 0);
  if (count > CONNECTIONS_MAX) {
    return `Queries that exceed ${CONNECTIONS_MAX} connections are not supported.`;
  }
  if (depth > NESTED_LEVELS_MAX + 1) {
    return `Queries that have more than ${NESTED_LEVELS_MAX} levels of connections are not supported.`;
  }
  return null;
}

function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
}

/** A connection is told by its edges. */
function isConnection({ selectionSet }: FieldNode): boolean {
  return (
    selectionSet !== undefined && fieldsOf(selectionSet).some(({ name }) => name.value === "edges")
  );
}

function connectionsIn(set: SelectionSetNode, level: number): { count: number; depth: number } {
  let count = 0;
  let depth = level;
  for (const field of fieldsOf(set)) {
    if (!field.selectionSet) continue;
    const own = isConnection(field) ? 1 : 0;
    const inner = connectionsIn(field.selectionSet, level + own);
    count += own + inner.count;
    depth = Math.max(depth, inner.depth);
  }
  return { count, depth };
}

/**
 * The lines of an answered question: every node of every connection is one, after its parent and never
 * beside it, as `groupObjects: false` leaves open.
 */
export function toLines(data: unknown): string[] {
  const lines: string[] = [];
  let level: { node: object; parentId: string | null }[] = nodesOf(data, null);
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { node, parentId } of level) {
      const own: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(node)) {
        if (isEdges(value)) next.push(...nodesOf({ [name]: value }, idIn(node)));
        else own[name] = value;
      }
      if (parentId !== null) own.__parentId = parentId;
      lines.push(JSON.stringify(own));
    }
    level = next;
  }
  return lines;
}

function nodesOf(holder: unknown, parentId: string | null) {
  if (typeof holder !== "object" || holder === null) return [];
  return Object.values(holder)
    .filter(isEdges)
    .flatMap(({ edges }) => edges.map(({ node }) => ({ node, parentId })));
}

function isEdges(value: unknown): value is { edges: { node: object }[] } {
  return typeof value === "object" && value !== null && "edges" in value;
}

function idIn(node: object): string | null {
  return "id" in node && typeof node.id === "string" ? node.id : null;
}
