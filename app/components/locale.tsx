import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from "react";

const AskedLocale = createContext<string | null>(null);

/**
 * Tells the pages in which language the merchant reads the admin. Shopify says so only when the app is
 * opened, so the first word counts for the whole visit.
 */
export function LocaleProvider(props: { locale: string | null; children: ReactNode }) {
  const [locale] = useState(props.locale);
  return <AskedLocale.Provider value={locale}>{props.children}</AskedLocale.Provider>;
}

/**
 * The language for dates and numbers, the browser's where Shopify named none. `null` on the server and
 * in the first render after it: the server formats dates differently, and the two have to agree.
 */
export function useLocale(): string | null {
  const asked = useContext(AskedLocale);
  return useSyncExternalStore(
    neverChanges,
    () => asked ?? navigator.language,
    () => null,
  );
}

/** A language tag that `Intl` knows, from the address of the page; `null` where there is none. */
export function toLocale(text: string | null): string | null {
  if (text === null || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) return null;
  return Intl.DateTimeFormat.supportedLocalesOf([text])[0] ?? null;
}

function neverChanges() {
  return () => {};
}
