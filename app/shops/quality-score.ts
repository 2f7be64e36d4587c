import { QUALITY_DAYS, QUALITY_PARTS } from "~/pinterest/quality";
import type { PartScore, QualityPart, QualityScore, QualityStatus } from "~/pinterest/quality";

export { QUALITY_DAYS, QUALITY_PARTS, type QualityPart, type QualityStatus };

/** What Pinterest last said of a shop's events, and when. */
export type KnownQuality = { askedAt: Date; scores: readonly QualityScore[] };

/**
 * What Pinterest says of the events of a name that a server reported on the web; `null` where it says
 * nothing of it. Pinterest does not publish how it spells the names there, so case and underscores do not
 * count.
 */
export function scoreOf(
  scores: readonly QualityScore[],
  part: QualityPart,
  eventName: string,
): PartScore | null {
  const ofServer = scores.find(
    ({ ingestionSource, sourcePlatform }) =>
      ingestionSource === "CONVERSIONS_API" && sourcePlatform === "WEB",
  );
  const byName = Object.entries(ofServer?.parts[part] ?? {});
  return byName.find(([name]) => plain(name) === plain(eventName))?.[1] ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
