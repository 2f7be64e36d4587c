import { account } from "./en/account";
import { admin } from "./en/admin";
import { advice } from "./en/advice";
import { catalogIssues } from "./en/catalog-issues";
import { catalogProblems } from "./en/catalog-problems";
import { catalog } from "./en/catalog";
import { feedGates, syncFailures, syncPhases } from "./en/catalog-sync";
import { commands } from "./en/commands";
import { connection } from "./en/connection";
import { conversions } from "./en/conversions";
import { actSkipReasons, ingest, serverEvents } from "./en/ingest";
import { diagnostics } from "./en/diagnostics";
import { failure } from "./en/failure";
import { eventPages } from "./en/events";
import { home } from "./en/home";
import { ingestionIssues } from "./en/ingestion-issues";
import { markets } from "./en/markets";
import { issueCosts } from "./en/issue-costs";
import { items } from "./en/items";
import { outbox } from "./en/outbox";
import { pixel } from "./en/pixel";
import { settings } from "./en/settings";
import { skipReasons } from "./en/skip-reasons";

/**
 * Every sentence in English, by code. `{name}` marks what is filled in. Codes are unique over all
 * groups; a new group is a file of its own, added here. Words that are no sentences are in `en/labels`.
 */
export const en = {
  ...skipReasons,
  ...actSkipReasons,
  ...commands,
  ...connection,
  ...account,
  ...conversions,
  ...eventPages,
  ...ingest,
  ...serverEvents,
  ...outbox,
  ...settings,
  ...pixel,
  ...diagnostics,
  ...admin,
  ...failure,
  ...advice,
  ...catalogIssues,
  ...issueCosts,
  ...ingestionIssues,
  ...catalogProblems,
  ...catalog,
  ...markets,
  ...syncPhases,
  ...syncFailures,
  ...feedGates,
  ...items,
  ...home,
} as const satisfies Record<string, string>;
