import pg from "pg";
import { onTestFinished, vi } from "vitest";

import { queryAt } from "./scratch-database";

type Statement = { text: string; values: unknown[] };
type PlanNode = { "Node Type": string; "Relation Name"?: string; Plans?: PlanNode[] };

/** What PostgreSQL can explain; not the beginning and the end of transactions. */
const EXPLAINABLE = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;

/** The distinct statements, with the values of one run each, that `work` sends to the database. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  onTestFinished(() => query.mockRestore());
  await work();
  const sent = query.mock.calls.flatMap((call) => toStatement(call));
  query.mockRestore();
  return [...new Map(sent.map((statement) => [statement.text, statement])).values()];
}

/**
 * Which of the tables a statement would read from end to end, by the plan that the server makes for these
 * values.
 */
export async function wholeTablesRead(
  { text, values }: Statement,
  tables: readonly string[],
): Promise<string[]> {
  const url = process.env["DATABASE_URL"] ?? "";
  const [row] = await queryAt<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    url,
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const nodes = row ? nodesOf(row["QUERY PLAN"][0].Plan) : [];
  return nodes.flatMap((node) => {
    const table = node["Relation Name"] ?? "";
    return node["Node Type"].endsWith("Seq Scan") && tables.includes(table) ? [table] : [];
  });
}

function toStatement([first, second]: unknown[]): Statement[] {
  if (typeof first === "string") return explainable(first, second);
  if (typeof first !== "object" || first === null || !("text" in first)) return [];
  return explainable(first.text, "values" in first ? first.values : second);
}

function explainable(text: unknown, values: unknown): Statement[] {
  if (typeof text !== "string" || !EXPLAINABLE.test(text)) return [];
  return [{ text, values: Array.isArray(values) ? values : [] }];
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
