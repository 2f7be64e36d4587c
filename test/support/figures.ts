import { renderMetrics } from "~/metrics.server";

/** One figure of this process, by its name and labels as they are printed; `null` where it is not shown. */
export async function figure(name: string, labels = ""): Promise<number | null> {
  const { text } = await renderMetrics();
  const key = labels === "" ? name : `${name}{${labels}}`;
  const line = text.split("\n").find((candidate) => candidate.startsWith(`${key} `));
  return line === undefined ? null : Number(line.slice(key.length));
}
