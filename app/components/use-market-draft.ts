import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";

import type { MarketRow, MarketsAnswer } from "~/catalog/markets-page";

import type { PageReply } from "./use-page-form";
import { useWords } from "./words";

export type MarketsReply = PageReply<MarketsAnswer>;

/** The choice of markets while it is being made. */
export type MarketDraft = ReturnType<typeof useMarketDraft>;

/** What is changed against what is saved, by the row's key. */
type Changes = Readonly<Record<string, boolean>>;

/**
 * Keeps what the merchant changed over what is saved. A row that was not touched follows what is saved;
 * changes made while a save is under way outlive it.
 */
export function useMarketDraft(rows: readonly MarketRow[]) {
  const { label } = useWords();
  const shopify = useAppBridge();
  const save = useFetcher<MarketsReply>();
  const [changes, setChanges] = useState<Changes>({});
  const submitted = useRef(changes);
  const reply = save.state === "idle" ? save.data : undefined;

  useEffect(() => {
    if (reply?.kind !== "saved") return;
    setChanges((current) => (current === submitted.current ? {} : current));
    shopify.toast.show(label("markets_saved_toast"));
  }, [reply, shopify]);

  const open = rows.filter(({ problem }) => problem !== "home");
  const isChosen = (key: string) =>
    changes[key] ?? rows.some((row) => row.key === key && row.isChosen);
  const changed = open.filter((row) => isChosen(row.key) !== row.isChosen);
  return {
    reply,
    isChosen,
    isDirty: changed.length > 0,
    isSaving: save.state !== "idle",
    /** How many feeds would be taken away. */
    removed: changed.filter((row) => row.isChosen).length,
    change: (key: string, value: boolean) =>
      setChanges((current) => ({ ...current, [key]: value })),
    submit: () => {
      submitted.current = changes;
      const chosen = open.filter(({ key }) => isChosen(key)).map(({ key }) => key);
      save.submit({ chosen: chosen.join(",") }, { method: "post" });
    },
    discard: () => setChanges({}),
  };
}
