/** Which part of a connection is asked for; a cursor is the place of its node. */
export type Page = { first?: number | null; after?: string | null };

/** A page of a list in the form of a GraphQL connection. */
export function connection<Node>(all: readonly Node[], { first, after }: Page = {}) {
  const start = after ? Number(after) + 1 : 0;
  const end = Math.min(all.length, start + (first ?? all.length));
  const edges = all
    .slice(start, end)
    .map((node, index) => ({ node, cursor: String(start + index) }));
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
