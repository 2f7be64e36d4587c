import { account } from "./pt-br/account";
import { admin } from "./pt-br/admin";
import { advice } from "./pt-br/advice";
import { catalog } from "./pt-br/catalog";
import { catalogIssues } from "./pt-br/catalog-issues";
import { catalogLabels } from "./pt-br/catalog-labels";
import { catalogProblems } from "./pt-br/catalog-problems";
import { feedGates, syncFailures, syncPhases } from "./pt-br/catalog-sync";
import { commands } from "./pt-br/commands";
import { connection } from "./pt-br/connection";
import { conversions } from "./pt-br/conversions";
import { diagnostics, diagnosticsLabels } from "./pt-br/diagnostics";
import { eventLabels } from "./pt-br/event-labels";
import { eventPages } from "./pt-br/events";
import { failure, failureLabels } from "./pt-br/failure";
import { home, homeLabels } from "./pt-br/home";
import { actSkipReasons, ingest, serverEvents } from "./pt-br/ingest";
import { ingestionIssues } from "./pt-br/ingestion-issues";
import { issueCosts } from "./pt-br/issue-costs";
import { itemLabels } from "./pt-br/item-labels";
import { items } from "./pt-br/items";
import { labels } from "./pt-br/labels";
import { marketLabels, markets } from "./pt-br/markets";
import { outbox } from "./pt-br/outbox";
import { pixel } from "./pt-br/pixel";
import { settings } from "./pt-br/settings";
import { skipReasons } from "./pt-br/skip-reasons";
import type { Catalog } from "./words";

/** Everything in Brazilian Portuguese. */
export const ptBr: Catalog = {
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
