import type { PlainLabelCode } from "~/messages/words";
import { BlockStack, Checkbox, InlineGrid, Text } from "@shopify/polaris";

import type { ReportedAs, TrackingMode } from "~/shops/app-settings";
import type { Pixel } from "~/shops/pixel";
import {
  CHOSEN_EVENT_NAMES,
  CHOSEN_PIXEL_EVENTS,
  THEME_EVENT_PREFIX,
  type ChosenEventName,
} from "~/shops/pixel-events";
import { eventField } from "~/shops/settings-form";
import type { TrackingValues } from "~/shops/settings-values";

import { Choice } from "./choice";
import { OrderFields } from "./order-fields";
import { PixelStatus } from "./pixel-status";
import { RotateKey } from "./rotate-key";
import { SettingsSection } from "./settings-section";
import { SettingsSheet } from "./settings-sheet";
import type { SettingsDraft } from "./use-settings-draft";
import type { WithTextDates } from "./wire-dates";
import { useWords } from "./words";

type Props = { saved: TrackingValues; pixel: WithTextDates<Pixel> };

type FieldProps = { draft: SettingsDraft<TrackingValues> };

export const MODES: Record<TrackingMode, PlainLabelCode> = {
  both: "tracking_both",
  server_only: "tracking_server_only",
  browser_only: "tracking_browser_only",
  coexistence: "tracking_coexistence",
};

export const REPORTED_AS: Record<ReportedAs, PlainLabelCode> = {
  off: "event_off",
  page_visit: "event_page_visit",
  view_category: "event_view_category",
  search: "event_search",
  add_to_cart: "event_add_to_cart",
  initiate_checkout: "event_initiate_checkout",
  add_payment_info: "event_add_payment_info",
  add_to_wishlist: "event_add_to_wishlist",
  contact: "event_contact",
  custom: "event_custom",
  customize_product: "event_customize_product",
  find_location: "event_find_location",
  lead: "event_lead",
  schedule: "event_schedule",
  signup: "event_signup",
  start_trial: "event_start_trial",
  submit_application: "event_submit_application",
  subscribe: "event_subscribe",
  view_content: "event_view_content",
  watch_video: "event_watch_video",
};

/** Who reports, which acts under which names, and which orders. */
export function TrackingForm({ saved, pixel }: Props) {
  const { label } = useWords();
  return (
    <SettingsSheet intent="save_tracking" saved={saved}>
      {(draft) => (
        <>
          <SettingsSection title={label("reporting")}>
            <Reporting draft={draft} pixel={pixel} />
          </SettingsSection>
          <SettingsSection title={label("orders")}>
            <OrderFields draft={draft} />
          </SettingsSection>
          <SettingsSection title={label("visits")}>
            <BlockStack gap="400">
              <ReportedEvents draft={draft} />
              <ThemeEvents draft={draft} />
            </BlockStack>
          </SettingsSection>
          <SettingsSection title={label("pixel_key")}>
            <RotateKey />
          </SettingsSection>
        </>
      )}
    </SettingsSheet>
  );
}

function Reporting({ draft, pixel }: FieldProps & Pick<Props, "pixel">) {
  const { label, message } = useWords();
  const { change, saved, values } = draft;
  return (
    <BlockStack gap="400">
      <PixelStatus pixel={pixel} mode={saved.mode} />
      <Choice
        name="mode"
        label={label("tracking_mode")}
        helpText={message(`tracking_mode_${values.mode}`)}
        options={MODES}
        value={values.mode}
        onChange={(mode) => change({ mode })}
      />
    </BlockStack>
  );
}

function ReportedEvents({ draft: { values, change } }: FieldProps) {
  const { label, message } = useWords();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {label("reported_events")}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {CHOSEN_PIXEL_EVENTS.map((act) => (
          <Choice
            key={act}
            name={eventField(act)}
            label={label(`act_${act}`)}
            options={REPORTED_AS}
            value={values.events[act]}
            onChange={(name) => change({ events: { ...values.events, [act]: name } })}
          />
        ))}
      </InlineGrid>
      <Text as="p" tone="subdued">
        {message("reported_events_help")}
      </Text>
    </BlockStack>
  );
}

function ThemeEvents({ draft: { values, change } }: FieldProps) {
  const { label, message } = useWords();
  const isChosen = (name: ChosenEventName) => values.themeEvents.includes(name);
  const toggle = (name: ChosenEventName) =>
    change({
      themeEvents: CHOSEN_EVENT_NAMES.filter((one) => isChosen(one) !== (one === name)),
    });
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {label("theme_events")}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="100">
        {CHOSEN_EVENT_NAMES.map((name) => (
          <Checkbox
            key={name}
            id={`themeEvents.${name}`}
            name="themeEvents[]"
            value={name}
            label={<span translate="no">{`${THEME_EVENT_PREFIX}${name}`}</span>}
            checked={isChosen(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </InlineGrid>
      <Text as="p" tone="subdued">
        {message("theme_events_help")}
      </Text>
    </BlockStack>
  );
}
