/**
 * A set of ids for a catalog of millions: their bytes lie one after another in blocks, and a table of
 * numbers leads to them. It takes the ids' own bytes and 8 to 16 more for each, where a `Set` of strings
 * takes about 80. Exact: ids are compared byte by byte.
 */
export type IdSet = {
  /** Adds an id. @returns whether it was not there before. */
  add(id: string): boolean;
  has(id: string): boolean;
};

const BLOCK_BYTES = 1024 * 1024;

/** A place is a block and an offset in it, in one number of 32 bits. */
const OFFSET_BITS = 20;
const OFFSET_MASK = BLOCK_BYTES - 1;

/** Two bytes before each id. A longer one than they can tell is no id of any platform. */
const LENGTH_BYTES = 2;
const ID_BYTES_MAX = 0xffff;

/** Begins with room for `capacity` ids, and grows. Holds up to 4 gigabytes of ids. */
export function startIdSet(capacity = 1_024): IdSet {
  const encoder = new TextEncoder();
  const scratch = new Uint8Array(ID_BYTES_MAX);
  const blocks: Uint8Array[] = [];
  let filled = BLOCK_BYTES;
  let table = new Uint32Array(powerAbove(capacity * 2));
  let count = 0;

  return {
    has(id) {
      const { written: length } = encoder.encodeInto(id, scratch);
      return Boolean(table[slotOf(length)]);
    },
    add(id) {
      const { written: length } = encoder.encodeInto(id, scratch);
      const slot = slotOf(length);
      if (table[slot]) return false;
      table[slot] = store(length) + 1;
      count += 1;
      if (count * 2 > table.length) grow();
      return true;
    },
  };

  /** Where in the table the id in hand is, or would be. */
  function slotOf(length: number): number {
    let slot = hashOf(scratch, 0, length) & (table.length - 1);
    for (let place = table[slot]; place; place = table[slot]) {
      if (isAt(place - 1, length)) break;
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /** Puts the id in hand behind the last one. @returns its place. */
  function store(length: number): number {
    if (filled + LENGTH_BYTES + length > BLOCK_BYTES) {
      blocks.push(new Uint8Array(BLOCK_BYTES));
      filled = 0;
    }
    const place = (blocks.length - 1) * BLOCK_BYTES + filled;
    const block = blocks.at(-1);
    block?.set([length >> 8, length & 0xff], filled);
    block?.set(scratch.subarray(0, length), filled + LENGTH_BYTES);
    filled += LENGTH_BYTES + length;
    return place;
  }

  function isAt(place: number, length: number): boolean {
    const { block, start, length: known } = at(place);
    if (known !== length) return false;
    for (let index = 0; index < length; index += 1) {
      if (block[start + index] !== scratch[index]) return false;
    }
    return true;
  }

  function at(place: number): { block: Uint8Array; start: number; length: number } {
    const block = blocks[place >>> OFFSET_BITS] ?? scratch;
    const offset = place & OFFSET_MASK;
    const length = ((block[offset] ?? 0) << 8) | (block[offset + 1] ?? 0);
    return { block, start: offset + LENGTH_BYTES, length };
  }

  function grow(): void {
    const next = new Uint32Array(table.length * 2);
    for (const place of table) {
      if (place === 0) continue;
      const { block, length, start } = at(place - 1);
      let slot = hashOf(block, start, length) & (next.length - 1);
      while (next[slot]) slot = (slot + 1) & (next.length - 1);
      next[slot] = place;
    }
    table = next;
  }
}

/** Source: FNV-1a, 32 bits, with the last mixing of MurmurHash3, because a table takes the low bits. */
function hashOf(bytes: Uint8Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < start + length; index += 1) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function powerAbove(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}
