/**
 * Whether the shop has our pixel.
 *
 * - `none`: the shop is not connected to Pinterest, or nobody has put the pixel in yet.
 * - `on`: the platform has the pixel with the shop's present settings.
 * - `refused`: the platform refused the last change; what stood before it still stands.
 */
export const PIXEL_STATES = ["none", "on", "refused"] as const;
export type PixelState = (typeof PIXEL_STATES)[number];

/**
 * Why the platform refused a change of the pixel.
 *
 * Source: Shopify Admin GraphQL 2026-10, `ErrorsWebPixelUserErrorCode`, in lower case. `missing_scope` is
 * ours, for an answer of `ACCESS_DENIED`.
 */
export const PIXEL_REFUSALS = [
  "missing_scope",
  "blank",
  "invalid_configuration_json",
  "invalid_runtime_context",
  "invalid_settings",
  "invalid_settings_definition",
  "not_found",
  "no_extension",
  "taken",
  "unable_to_delete",
  "unexpected_error",
] as const;
export type PixelRefusal = (typeof PIXEL_REFUSALS)[number];

/** How the shop's pixel stands. */
export type Pixel = {
  state: PixelState;
  /** `null` unless it is refused. */
  refusal: PixelRefusal | null;
  /** Since when it stands so; `null` where it never was otherwise. */
  changedAt: Date | null;
  /** When it last sent us anything, to the minute; `null` before it first did. */
  seenAt: Date | null;
};
