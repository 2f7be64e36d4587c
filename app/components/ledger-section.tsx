import { useSearchParams } from "@remix-run/react";
import { Box, Card, InlineStack, Pagination, Select, Text } from "@shopify/polaris";

import type { LedgerPage } from "~/conversions/ledger";
import { OUTBOX_STATES, type OutboxState } from "~/conversions/outbox";

import { OrderLines } from "./order-lines";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = { page: WithTextDates<LedgerPage>; state: OutboxState | null };

/** Every order of the ledger, by pages, of one state or of all. */
export function LedgerSection({ page, state }: Props) {
  const { label, message } = useWords();
  const turn = useAddress();
  const options = [
    { value: "", label: label("every_state") },
    ...OUTBOX_STATES.map((known) => ({ value: known, label: label(`state_${known}`) })),
  ];
  const { lines, newer, older } = page;
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="h2" variant="headingMd">
            {label("orders")}
          </Text>
          <Select
            label={label("state_filter")}
            labelInline
            options={options}
            value={state ?? ""}
            onChange={(chosen) => turn({ state: chosen, older: "", newer: "" })}
          />
        </InlineStack>
      </Box>
      {lines.length > 0 ? (
        <OrderLines lines={lines} />
      ) : (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p">{message(state === null ? "no_orders" : "no_lines")}</Text>
        </Box>
      )}
      {(newer !== null || older !== null) && (
        <Box padding="300" borderBlockStartWidth="025" borderColor="border">
          <InlineStack align="center">
            <Pagination
              accessibilityLabel={label("orders")}
              hasPrevious={newer !== null}
              previousTooltip={label("previous_page")}
              onPrevious={() => turn({ newer: newer ?? "", older: "" })}
              hasNext={older !== null}
              nextTooltip={label("next_page")}
              onNext={() => turn({ older: older ?? "", newer: "" })}
            />
          </InlineStack>
        </Box>
      )}
    </Card>
  );
}

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
