import { gql } from "graphql-request";
import { z } from "zod";

import { InvariantError, UpstreamUnavailableError } from "~/errors";
import { parse } from "~/parse";

import type { Answer, Ask } from "./ask-admin.server";

export const BULK_RUN = gql`
  mutation CatalogBulkRun($query: String!) {
    run: bulkOperationRunQuery(query: $query, groupObjects: false) {
      bulkOperation {
        id
      }
      userErrors {
        code
      }
    }
  }
`;

export const BULK_FIND = gql`
  query CatalogBulkOperation($id: ID!) {
    bulkOperation(id: $id) {
      id
      status
      errorCode
      objectCount
      fileSize
      url
      partialDataUrl
    }
  }
`;

export const BULK_CANCEL = gql`
  mutation CatalogBulkCancel($id: ID!) {
    cancel: bulkOperationCancel(id: $id) {
      bulkOperation {
        id
      }
      userErrors {
        message
      }
    }
  }
`;

/** What became of the wish for a bulk operation. */
export type BulkRun =
  | { kind: "running"; operationId: string }
  /** The shop has as many as Shopify takes: five of one app at a time. */
  | { kind: "full" }
  | { kind: "missing_scope" }
  | { kind: "refused"; code: string };

/** Asks Shopify to write the answer to a question down. */
export async function runBulk(ask: Ask, query: string): Promise<BulkRun> {
  const answer = await ask(BULK_RUN, { query });
  if (answer.codes.includes("ACCESS_DENIED")) return { kind: "missing_scope" };
  const { run } = read(runSchema, answer);
  const [error] = run?.userErrors ?? [];
  const code = error?.code ?? "unknown";
  if (code === "LIMIT_REACHED" || code === "OPERATION_IN_PROGRESS") return { kind: "full" };
  if (error) return { kind: "refused", code };
  const operationId = run?.bulkOperation?.id;
  if (operationId) return { kind: "running", operationId };
  throw new UpstreamUnavailableError("Shopify began no bulk operation", {
    codes: answer.codes.join(", "),
  });
}

/** How a bulk operation stands. */
export type BulkStand =
  /** Lines so far. */
  | { kind: "running"; objects: number }
  /** `url` is good for a week; `null` where there is nothing to read. */
  | { kind: "completed"; url: string | null; objects: number; bytes: number | null }
  /**
   * Shopify broke it off, or forgot it. What it wrote until then is of no use: nobody knows which products
   * are missing.
   */
  | { kind: "ended"; status: string; errorCode: string };

/**
 * Looks at a bulk operation.
 *
 * Source: Shopify Admin API 2026-10, BulkOperationStatus; results are kept for seven days.
 */
export async function findBulk(ask: Ask, operationId: string): Promise<BulkStand> {
  const { bulkOperation: found } = read(findSchema, await ask(BULK_FIND, { id: operationId }));
  if (!found) return { kind: "ended", status: "unknown", errorCode: "" };
  const objects = Number(found.objectCount ?? 0);
  switch (found.status) {
    case "CREATED":
    case "RUNNING":
    case "CANCELING":
      return { kind: "running", objects };
    case "COMPLETED": {
      const bytes = found.fileSize == null ? null : Number(found.fileSize);
      return { kind: "completed", url: found.url ?? null, objects, bytes };
    }
    default:
      return { kind: "ended", status: found.status, errorCode: found.errorCode ?? "" };
  }
}

/** Asks Shopify to stop. Whether it was running at all makes no difference. */
export async function cancelBulk(ask: Ask, operationId: string): Promise<void> {
  await ask(BULK_CANCEL, { id: operationId });
}

const runSchema = z.object({
  run: z
    .object({
      bulkOperation: z.object({ id: z.string() }).nullish(),
      userErrors: z.array(z.object({ code: z.string().nullish() })),
    })
    .nullish(),
});

const findSchema = z.object({
  bulkOperation: z
    .object({
      status: z.string(),
      errorCode: z.string().nullish(),
      /** 64-bit integers, as text. */
      objectCount: z.union([z.string(), z.number()]).nullish(),
      fileSize: z.union([z.string(), z.number()]).nullish(),
      url: z.string().nullish(),
    })
    .nullish(),
});

function read<Read>(schema: z.ZodType<Read>, { data }: Answer): Read {
  const answer = parse(schema, data);
  if (answer.kind === "parsed") return answer.value;
  throw new InvariantError("Shopify's answer does not fit its schema", {
    fields: answer.fields.join(", "),
  });
}
