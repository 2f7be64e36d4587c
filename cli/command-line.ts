import { EXPLAIN_ORDER_USAGE, explainOrder } from "./explain-order";
import { usage, type ExitCode, type Io, type Outcome } from "./input";
import { LINT_FEED_USAGE, lintFeed } from "./lint-feed";
import { MAP_EVENT_USAGE, mapEvent } from "./map-event";
import { NORMALIZE_USER_DATA_USAGE, normalizeUserDataCommand } from "./normalize-user-data";
import { RENDER_FEED_USAGE, renderFeed } from "./render-feed";

type Command = {
  usage: string;
  run(args: readonly string[], io: Io): Promise<Outcome>;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  "explain-order": { usage: EXPLAIN_ORDER_USAGE, run: explainOrder },
  "normalize-user-data": { usage: NORMALIZE_USER_DATA_USAGE, run: normalizeUserDataCommand },
  "map-event": { usage: MAP_EVENT_USAGE, run: mapEvent },
  "render-feed": { usage: RENDER_FEED_USAGE, run: renderFeed },
  "lint-feed": { usage: LINT_FEED_USAGE, run: lintFeed },
};

/** Runs one command line, without the program's name. The answer is written whole or not at all. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const outcome = await run(args, io);
  switch (outcome.kind) {
    case "answer":
      io.writeStdout(`${JSON.stringify(outcome.body, null, 2)}\n`);
      return 0;
    case "text":
      for (const piece of outcome.pieces) io.writeStdout(piece);
      return 0;
    case "refusal":
      io.writeStdout(`${JSON.stringify(outcome.body, null, 2)}\n`);
      return 1;
    case "refused":
      io.writeStderr(`${outcome.text}\n`);
      return 1;
    case "usage":
      io.writeStderr(`${outcome.text}\n\n${usageText()}`);
      return 2;
  }
}

async function run([name, ...args]: readonly string[], io: Io): Promise<Outcome> {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command.run(args, io);
  return usage(name === undefined ? "Name a command." : `There is no command ${name}.`);
}

function usageText(): string {
  const lines = Object.values(COMMANDS).map((command) => `  ${command.usage}\n`);
  return `Usage: npm run --silent cli -- <command>\n${lines.join("")}A file named - is standard input.\n`;
}
