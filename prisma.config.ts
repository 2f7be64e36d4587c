import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { defineConfig } from "prisma/config";

// The schema names the variable, and Prisma 6 falls back to downloading an engine where it is unset.
// Generating the client connects to nothing, so any address will do.
process.env["DATABASE_URL"] ||= "postgresql://127.0.0.1:1/unset";

const NAME_OID = 19;
const TEXT_OID = 25;

/**
 * Reports PostgreSQL's type `name` as `text`, which the Prisma 6 adapter does not map (prisma issue
 * 27403); without it `prisma migrate status` and `deploy` fail.
 */
class NameAsTextPool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super(options);
    this.on("connect", (client) => {
      const query = client.query.bind(client);
      Object.assign(client, { query: (...args: unknown[]) => relabelled(query, args) });
    });
  }
}

/** A pool's own queries hand the result to a callback, a transaction's await it. */
function relabelled(query: (...args: never[]) => unknown, args: unknown[]): unknown {
  const callback = args.at(-1);
  if (typeof callback !== "function") {
    return Promise.resolve(Reflect.apply(query, undefined, args)).then(relabel);
  }
  const withCallback = (fault: unknown, result: unknown): unknown =>
    Reflect.apply(callback, undefined, [fault, relabel(result)]);
  return Reflect.apply(query, undefined, [...args.slice(0, -1), withCallback]);
}

function relabel(result: unknown): unknown {
  if (typeof result !== "object" || result === null || !("fields" in result)) return result;
  for (const field of Array.isArray(result.fields) ? result.fields : []) {
    if (field.dataTypeID === NAME_OID) field.dataTypeID = TEXT_OID;
  }
  return result;
}

/** Lets the Prisma command line work through the JavaScript driver: no engine is downloaded. */
export default defineConfig({
  experimental: { adapter: true },
  engine: "js",
  schema: "prisma/schema.prisma",
  adapter: () =>
    Promise.resolve(
      new PrismaPg(
        // The command ends with its last query, not ten seconds later with the idle connection.
        new NameAsTextPool({
          connectionString: process.env["DATABASE_URL"],
          allowExitOnIdle: true,
        }),
      ),
    ),
});
