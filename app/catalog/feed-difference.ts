/** What is different in the newer of two versions. */
export type FeedDifference = {
  added: number;
  removed: number;
  changed: number;
  /** How many of the changed rows differ in each column. */
  byColumn: Readonly<Record<string, number>>;
  /** Some items of each kind, to look at. */
  examples: { added: string[]; removed: string[]; changed: string[] };
};
