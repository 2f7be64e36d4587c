import { account } from "./ja/account";
import { admin } from "./ja/admin";
import { advice } from "./ja/advice";
import { catalog } from "./ja/catalog";
import { catalogIssues } from "./ja/catalog-issues";
import { catalogLabels } from "./ja/catalog-labels";
import { catalogProblems } from "./ja/catalog-problems";
import { feedGates, syncFailures, syncPhases } from "./ja/catalog-sync";
import { commands } from "./ja/commands";
import { connection } from "./ja/connection";
import { conversions } from "./ja/conversions";
import { diagnostics, diagnosticsLabels } from "./ja/diagnostics";
import { eventLabels } from "./ja/event-labels";
import { eventPages } from "./ja/events";
import { failure, failureLabels } from "./ja/failure";
import { home, homeLabels } from "./ja/home";
import { actSkipReasons, ingest, serverEvents } from "./ja/ingest";
import { ingestionIssues } from "./ja/ingestion-issues";
import { issueCosts } from "./ja/issue-costs";
import { itemLabels } from "./ja/item-labels";
import { items } from "./ja/items";
import { labels } from "./ja/labels";
import { marketLabels, markets } from "./ja/markets";
import { outbox } from "./ja/outbox";
import { pixel } from "./ja/pixel";
import { settings } from "./ja/settings";
import { skipReasons } from "./ja/skip-reasons";
import type { Catalog } from "./words";

/** Everything in Japanese. */
export const ja: Catalog = {
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
