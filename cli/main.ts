import { readFileSync } from "node:fs";

import { main } from "./command-line";

// Not `process.exit`, which would cut off an answer that a slow reader has not taken yet.
process.exitCode = await main(process.argv.slice(2), {
  readStdin: () => readFileSync(0, "utf8"),
  readStdinChunks: () => [readFileSync(0)],
  writeStdout: (text) => process.stdout.write(text),
  writeStderr: (text) => process.stderr.write(text),
  now: () => new Date(),
});
