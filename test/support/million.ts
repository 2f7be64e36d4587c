// The rows of a large shop, made by the database itself in a minute or two: what a page or a job has to cope
// with. Everything follows from the number of the row, so two fillings are the same.

/** One statement of a connection, be it a client's or Prisma's. */
export type RunSql = (sql: string) => Promise<unknown>;

/** How much there is of what. */
export type Size = {
  /** Outbox rows over the last 30 days, a tenth of them orders. */
  events: number;
  /** Ledger lines: those of the orders, and before them as many as it takes. */
  lines: number;
  items: number;
};

export const MILLION: Size = { events: 1_000_000, lines: 1_000_000, items: 100_000 };

/** Dead letters, held ones and the like are as rare as this: one of each in so many rows. */
const RARE = 5_000;

const SPAN_DAYS = 30;

/**
 * Fills a shop that has neither events nor feeds: outbox, ledger lines, consent snapshots, webhook receipts,
 * one published feed with its items and issues. What the tables tell the planner is brought up to date.
 *
 * @param now when the last event has just been received; the rest lies before it, evenly.
 */
export async function fillMillion(
  run: RunSql,
  shopId: string,
  now: Date,
  size: Size = MILLION,
): Promise<void> {
  const given = { shop: `'${shopId}'::uuid`, now: `'${now.toISOString()}'::timestamptz`, ...size };
  for (const statement of [
    ...outbox(given),
    ledger(given),
    snapshots(given),
    receipts(given),
    ...catalog(given),
  ]) {
    await run(statement);
  }
  for (const table of FILLED) await run(`VACUUM ANALYZE ${table}`);
}

const FILLED = [
  "outbox",
  "ledger_lines",
  "consent_snapshots",
  "webhook_receipts",
  "feeds",
  "feed_versions",
  "feed_issues",
  "catalog_items",
];

type Given = Size & { shop: string; now: string };

/** Of ten acts, what each is; the first is an order. */
const NAME = `(ARRAY['checkout', 'page_visit', 'page_visit', 'page_visit', 'view_category', 'page_visit',
                     'add_to_cart', 'page_visit', 'search', 'page_visit'])[n % 10 + 1]`;

/** An order's event is its line's; other acts have ids of their own. */
const EVENT_ID = `CASE WHEN n % 10 = 0 THEN 'co_' || md5(n::text) ELSE 'act-' || md5(n::text) END`;

const STATE = `
  CASE n % ${RARE} WHEN 0 THEN 'dead_letter' WHEN 10 THEN 'held' WHEN 20 THEN 'waiting' WHEN 30 THEN 'pending'
                   WHEN 40 THEN 'expired'
                   ELSE CASE WHEN n % 17 = 0 THEN 'skipped' ELSE 'delivered' END END`;

const REASON = `
  CASE state WHEN 'expired' THEN 'too_old'
             WHEN 'skipped' THEN (ARRAY['consent_denied', 'consent_unknown', 'no_identity'])[n / 17 % 3 + 1] END`;

/** The latest act is number 1. */
function at({ events, now }: Given): string {
  return `${now} - n * interval '${SPAN_DAYS} days' / ${events}`;
}

function acts(given: Given, condition = "true"): string {
  return `(SELECT *, ${REASON} AS reason,
                  CASE WHEN state NOT IN ('held', 'waiting', 'pending') THEN at + interval '4 seconds' END AS settled
             FROM (SELECT n, ${NAME} AS name, ${EVENT_ID} AS event, ${STATE} AS state, ${at(given)} AS at
                     FROM generate_series(1, ${given.events}) n) acts
            WHERE ${condition}) act`;
}

/** In parts, so that no statement holds the disk for minutes. */
function outbox(given: Given): string[] {
  const part = 100_000;
  return Array.from({ length: Math.ceil(given.events / part) }, (_, index) => {
    const condition = `n > ${index * part} AND n <= ${(index + 1) * part}`;
    return `
      INSERT INTO outbox ("shopId", "eventId", "eventName", state, reason, payload, sealed, "occurredAt", attempts,
                          "nextAttemptAt", "lastError", warning, "browserSent", "createdAt", "settledAt")
      SELECT ${given.shop}, event, name, state, reason,
             CASE WHEN state <> 'skipped' THEN ${PAYLOAD} END, NULL, at,
             CASE WHEN state IN ('delivered', 'dead_letter') THEN 1 ELSE 0 END, at,
             CASE state WHEN 'dead_letter' THEN 'event_name: has an unknown value ' || n % 7 END,
             CASE WHEN n % 40 = 1 AND state = 'delivered' THEN 'click_id: is missing' END, n % 3 <> 0, at, settled
        FROM ${acts(given, condition)}`;
  });
}

const PAYLOAD = `
  jsonb_build_object(
    'eventId', event, 'eventName', name, 'actionSource', 'web', 'occurredAt', to_json(at), 'language', 'en',
    'userData', jsonb_build_object('externalId', jsonb_build_array(repeat(md5('b' || n % 50000), 2)))
      || CASE WHEN n % 10 = 0 THEN jsonb_build_object('em', jsonb_build_array(repeat(md5('m' || n % 20000), 2)),
                                                      'country', jsonb_build_array(repeat(md5('US'), 2)))
              ELSE '{}' END,
    'customData', CASE WHEN n % 10 = 0
      THEN jsonb_build_object('currency', 'USD', 'value', (n % 20000 / 100.0)::numeric(12, 2)::text, 'orderId', n::text)
      ELSE '{}' END,
    'lineItems', CASE WHEN name IN ('checkout', 'add_to_cart')
      THEN jsonb_build_array(jsonb_build_object('itemId', (40000000000 + n % 100000)::text, 'quantity', 1,
                                                'price', '19.90', 'name', 'Item ' || n % 100000))
      ELSE '[]' END,
    'isDataUseLimited', n % 11 = 0)`;

/** Lines that are older than every event have none: retention has taken it. */
function ledger(given: Given): string {
  const older = Math.max(0, given.lines - Math.floor(given.events / 10));
  return `
    INSERT INTO ledger_lines ("shopId", "orderId", "orderName", "eventId", "receivedBy", "browserSeen", state, reason,
                              value, currency, "matchKeys", "occurredAt", "receivedAt", "settledAt")
    SELECT ${given.shop}, n::text, '#' || n, event, 'webhook', n % 3 <> 0, state, reason,
           (n % 20000 / 100.0)::numeric(12, 2)::text, 'USD', ARRAY['em', 'country', 'external_id'],
           at, at, settled
      FROM ${acts(given, "name = 'checkout'")}
     UNION ALL
    SELECT ${given.shop}, (${given.events} + n)::text, '#' || ${given.events} + n, NULL, 'webhook', true, 'delivered', NULL,
           '24.99', 'USD', ARRAY['em'], at, at, at + interval '4 seconds'
      FROM (SELECT n, ${given.now} - interval '${SPAN_DAYS} days' - n * interval '20 seconds' AS at
              FROM generate_series(1, ${older}) n) older`;
}

function snapshots(given: Given): string {
  return `
    INSERT INTO consent_snapshots ("shopId", "eventId", marketing, analytics, preferences, "saleOfData", region, source,
                                   "takenAt", "receivedAt", "externalId", "browserSent", "browserSentAt")
    SELECT ${given.shop}, event, n % 9 <> 0, true, true, n % 11 <> 0, 'US-CA', 'pixel', at, at,
           repeat(md5('b' || n % 50000), 2), true, at
      FROM ${acts(given, "name = 'checkout' AND n % 3 <> 0")}`;
}

function receipts(given: Given): string {
  return `
    INSERT INTO webhook_receipts ("shopId", topic, "dedupeKey", "webhookId", "bodySha256", "receivedAt")
    SELECT ${given.shop}, 'orders/create', md5('e' || n), md5('w' || n), repeat(md5(n::text), 2), at
      FROM ${acts(given, "name = 'checkout'")}`;
}

/** One feed, of which a hundredth is left out and as many have a warning. */
function catalog({ items, now, shop }: Given): string[] {
  const [feed, version] = [
    "01930000-0000-7000-8000-00000000feed",
    "01930000-0000-7000-8000-000000000001",
  ];
  const leftOut = Math.floor(items / 100);
  const counts = `jsonb_build_object('TITLE_MISSING', ${leftOut}, 'DESCRIPTION_MISSING', ${leftOut})`;
  return [
    `INSERT INTO feeds (id, "shopId", country, locale, currency, "fileId", "currentVersionId", "checkedAt",
                        "fetchedAt", "fetchedStatus", "createdAt", "updatedAt")
     VALUES ('${feed}', ${shop}, 'US', 'en-US', 'USD', md5(${shop}::text), '${version}', ${now}, ${now}, 200, ${now}, ${now})`,
    `INSERT INTO feed_versions (id, "shopId", "feedId", "contentHash", format, "storageKey", "sizeBytes", items, "leftOut",
                                "issueCounts", "createdAt", "publishedAt")
     VALUES ('${version}', ${shop}, '${feed}', repeat('0', 64), 'tsv', 'feeds/million', 40000000,
             ${items - leftOut}, ${leftOut}, ${counts}, ${now}, ${now})`,
    `INSERT INTO catalog_items ("shopId", "feedId", "itemId", "productId", "variantId", part, "contentHash", price,
                                availability, "leftOut", "changedAt")
     SELECT ${shop}, '${feed}', (40000000000 + n)::text, (7000000000 + n / 4)::text, (40000000000 + n)::text,
            n / 4 % 256, md5(n::text), '19.90 USD', 'in stock', CASE WHEN n % 100 = 0 THEN 'TITLE_MISSING' END, ${now}
       FROM generate_series(1, ${items}) n`,
    `INSERT INTO feed_issues ("shopId", "feedId", "versionId", "itemId", "productId", code, severity, attribute, value)
     SELECT ${shop}, '${feed}', '${version}', (40000000000 + n)::text, (7000000000 + n / 4)::text,
            CASE n % 100 WHEN 0 THEN 'TITLE_MISSING' ELSE 'DESCRIPTION_MISSING' END,
            CASE n % 100 WHEN 0 THEN 'error' ELSE 'warning' END, NULL, ''
       FROM generate_series(1, ${items}) n WHERE n % 100 < 2`,
  ];
}
