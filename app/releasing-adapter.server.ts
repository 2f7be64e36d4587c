import { PrismaPg } from "@prisma/adapter-pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type StartedTransaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/**
 * Prisma's adapter for `pg`, which gives a transaction's connection back to the pool however the
 * transaction ends.
 *
 * Prisma 6.19 gives it back after its COMMIT or ROLLBACK has run, and neither runs on a connection that the
 * database has closed. Each transaction in hand when the database goes would take one connection of the pool
 * with it for good, until none is left and every request fails.
 */
export class ReleasingPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => releasing(await start(isolationLevel));
    return adapter;
  }
}

const LAST_STATEMENTS: ReadonlySet<string> = new Set(["COMMIT", "ROLLBACK"]);

function releasing(transaction: StartedTransaction): StartedTransaction {
  const execute = transaction.executeRaw.bind(transaction);
  transaction.executeRaw = async (query) => {
    try {
      return await execute(query);
    } catch (fault) {
      // Only gives the connection back; the pool throws one away that is broken.
      if (LAST_STATEMENTS.has(query.sql)) await transaction.rollback();
      throw fault;
    }
  };
  return transaction;
}
