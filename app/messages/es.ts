import { account } from "./es/account";
import { admin } from "./es/admin";
import { advice } from "./es/advice";
import { catalog } from "./es/catalog";
import { catalogIssues } from "./es/catalog-issues";
import { catalogLabels } from "./es/catalog-labels";
import { catalogProblems } from "./es/catalog-problems";
import { feedGates, syncFailures, syncPhases } from "./es/catalog-sync";
import { commands } from "./es/commands";
import { connection } from "./es/connection";
import { conversions } from "./es/conversions";
import { diagnostics, diagnosticsLabels } from "./es/diagnostics";
import { eventLabels } from "./es/event-labels";
import { eventPages } from "./es/events";
import { failure, failureLabels } from "./es/failure";
import { home, homeLabels } from "./es/home";
import { actSkipReasons, ingest, serverEvents } from "./es/ingest";
import { ingestionIssues } from "./es/ingestion-issues";
import { issueCosts } from "./es/issue-costs";
import { itemLabels } from "./es/item-labels";
import { items } from "./es/items";
import { labels } from "./es/labels";
import { marketLabels, markets } from "./es/markets";
import { outbox } from "./es/outbox";
import { pixel } from "./es/pixel";
import { settings } from "./es/settings";
import { skipReasons } from "./es/skip-reasons";
import type { Catalog } from "./words";

/** Everything in Spanish. */
export const es: Catalog = {
  sentences: {
    ...diagnostics,
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
  },
  labels: {
    ...diagnosticsLabels,
    ...labels,
    ...eventLabels,
    ...catalogLabels,
    ...marketLabels,
    ...itemLabels,
    ...failureLabels,
    ...homeLabels,
  },
};
