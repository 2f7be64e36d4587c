import { useSearchParams } from "@remix-run/react";

/** Changes what stands in the page's address; what is empty is taken out. The page stays where it is. */
export function useAddress(): (changes: Readonly<Record<string, string>>) => void {
  const [, setSearch] = useSearchParams();
  return (changes) =>
    setSearch(
      (search) => {
        for (const [key, value] of Object.entries(changes)) {
          if (value === "") search.delete(key);
          else search.set(key, value);
        }
        return search;
      },
      { preventScrollReset: true },
    );
}
