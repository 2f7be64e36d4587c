import type { Catalog } from "./words";

import { account } from "./de/account";
import { admin } from "./de/admin";
import { advice } from "./de/advice";
import { catalog } from "./de/catalog";
import { catalogIssues } from "./de/catalog-issues";
import { catalogLabels } from "./de/catalog-labels";
import { catalogProblems } from "./de/catalog-problems";
import { feedGates, syncFailures, syncPhases } from "./de/catalog-sync";
import { commands } from "./de/commands";
import { connection } from "./de/connection";
import { conversions } from "./de/conversions";
import { diagnostics, diagnosticsLabels } from "./de/diagnostics";
import { eventLabels } from "./de/event-labels";
import { eventPages } from "./de/events";
import { failure, failureLabels } from "./de/failure";
import { home, homeLabels } from "./de/home";
import { actSkipReasons, ingest, serverEvents } from "./de/ingest";
import { ingestionIssues } from "./de/ingestion-issues";
import { issueCosts } from "./de/issue-costs";
import { itemLabels } from "./de/item-labels";
import { items } from "./de/items";
import { labels } from "./de/labels";
import { marketLabels, markets } from "./de/markets";
import { outbox } from "./de/outbox";
import { pixel } from "./de/pixel";
import { settings } from "./de/settings";
import { skipReasons } from "./de/skip-reasons";

/** Everything in German. */
export const de: Catalog = {
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
