import { createReadStream } from "node:fs";

import { startLines } from "~/shopify/bulk-lines";

import { measured, tell } from "./stopwatch";

// What the catalog is measured by: every line of the file is read and parsed, and nothing is done with it.

const [file = ""] = process.argv.slice(2);
const CHUNK_BYTES = 1024 * 1024;

const cost = await measured(async () => {
  const lines = startLines();
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    for (const { text } of lines.push(chunk)) JSON.parse(text);
  }
  for (const { text } of lines.end()) JSON.parse(text);
});
tell({ ...cost });
