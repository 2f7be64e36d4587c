import type { Catalog } from "./words";
import { account } from "./fr/account";
import { admin } from "./fr/admin";
import { advice } from "./fr/advice";
import { catalog } from "./fr/catalog";
import { catalogIssues } from "./fr/catalog-issues";
import { catalogLabels } from "./fr/catalog-labels";
import { catalogProblems } from "./fr/catalog-problems";
import { feedGates, syncFailures, syncPhases } from "./fr/catalog-sync";
import { commands } from "./fr/commands";
import { connection } from "./fr/connection";
import { conversions } from "./fr/conversions";
import { diagnostics, diagnosticsLabels } from "./fr/diagnostics";
import { eventLabels } from "./fr/event-labels";
import { eventPages } from "./fr/events";
import { failure, failureLabels } from "./fr/failure";
import { home, homeLabels } from "./fr/home";
import { actSkipReasons, ingest, serverEvents } from "./fr/ingest";
import { ingestionIssues } from "./fr/ingestion-issues";
import { issueCosts } from "./fr/issue-costs";
import { itemLabels } from "./fr/item-labels";
import { items } from "./fr/items";
import { labels } from "./fr/labels";
import { marketLabels, markets } from "./fr/markets";
import { outbox } from "./fr/outbox";
import { pixel } from "./fr/pixel";
import { settings } from "./fr/settings";
import { skipReasons } from "./fr/skip-reasons";

/** Everything in French. */
export const fr: Catalog = {
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
