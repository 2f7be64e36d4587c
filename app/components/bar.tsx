import { InlineStack, Text } from "@shopify/polaris";
import { useId } from "react";

import type { ReportChannel } from "~/conversions/figures";

/** How a part of a bar is drawn, so that it can be told apart without its colour. */
const LOOKS: Readonly<Record<ReportChannel, "solid" | "stripes" | "dots" | "empty">> = {
  both: "solid",
  server: "stripes",
  browser: "dots",
  neither: "empty",
};

const HEIGHT = 16;
const INK = "var(--p-color-bg-fill-inverse)";
const EDGE = "var(--p-color-border-inverse)";

/** A part of a bar, in hundredths of its whole width. */
export type BarPart = { channel: ReportChannel; percent: number };

type Props = {
  parts: readonly BarPart[];
  /** Where a second figure stands, as a line; `null` where there is none. */
  mark?: number | null;
};

/** A bar of parts beside one another. It says nothing by itself: its words and numbers stand beside it. */
export function Bar({ mark = null, parts }: Props) {
  const id = useId();
  const placed = parts.map((part, index) => ({
    ...part,
    from: parts.slice(0, index).reduce((sum, { percent }) => sum + percent, 0),
  }));
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      <Patterns id={id} />
      <rect width="100%" height={HEIGHT} fill="var(--p-color-bg-surface-secondary)" rx={3} />
      {placed.map(({ channel, from, percent }) => (
        <rect
          key={channel}
          x={`${from}%`}
          y={1}
          width={`${percent}%`}
          height={HEIGHT - 2}
          fill={fillOf(id, channel)}
          stroke={EDGE}
          strokeWidth={percent > 0 ? 1 : 0}
        />
      ))}
      {mark !== null && (
        <line x1={`${mark}%`} x2={`${mark}%`} y2={HEIGHT} stroke={MARK} strokeWidth={4} />
      )}
    </svg>
  );
}

const MARK = "var(--p-color-bg-fill-critical)";

/** What the looks of a bar's parts mean. */
export function BarLegend({
  names,
}: {
  names: readonly { channel: ReportChannel; name: string }[];
}) {
  const id = useId();
  return (
    <InlineStack gap="300">
      {names.map(({ channel, name }) => (
        <InlineStack key={channel} gap="100" blockAlign="center" wrap={false}>
          <svg width={HEIGHT} height={HEIGHT} aria-hidden="true" focusable="false">
            <Patterns id={`${id}-${channel}`} />
            <rect
              x={1}
              y={1}
              width={HEIGHT - 2}
              height={HEIGHT - 2}
              fill={fillOf(`${id}-${channel}`, channel)}
              stroke={EDGE}
            />
          </svg>
          <Text as="span" variant="bodySm">
            {name}
          </Text>
        </InlineStack>
      ))}
    </InlineStack>
  );
}

function fillOf(id: string, channel: ReportChannel): string {
  const look = LOOKS[channel];
  if (look === "solid") return INK;
  return look === "empty" ? "var(--p-color-bg-surface)" : `url(#${id}-${look})`;
}

/** In their own measure, whatever the width of the bar. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-stripes`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={6} height={6} fill="var(--p-color-bg-surface)" />
        <rect width={3} height={6} fill={INK} />
      </pattern>
      <pattern id={`${id}-dots`} width={6} height={6} patternUnits="userSpaceOnUse">
        <rect width={6} height={6} fill="var(--p-color-bg-surface)" />
        <circle cx={3} cy={3} r={1.4} fill={INK} />
      </pattern>
    </defs>
  );
}
