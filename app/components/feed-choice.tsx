import { Select } from "@shopify/polaris";

import type { Market } from "~/catalog/market";

import { useWords } from "./words";

type Props = {
  feeds: readonly { feedId: string; market: Market }[];
  feedId: string;
  onChange: (feedId: string) => void;
};

/** Which feed a page is about; nothing where the shop has but one. */
export function FeedChoice({ feedId, feeds, onChange }: Props) {
  const { label } = useWords();
  if (feeds.length < 2) return null;
  return (
    <Select
      label={label("feed")}
      options={feeds.map(({ feedId: value, market }) => ({
        value,
        label: label("feed_name", market),
      }))}
      value={feedId}
      onChange={onChange}
    />
  );
}
