import { z } from "zod";

const flag = z.boolean().exactOptional();

/** What a shopper allows; a flag that is absent is not known. */
export const consentFlagsSchema = z.strictObject({
  marketing: flag,
  analytics: flag,
  preferences: flag,
  /** `false`: the shopper opted out of the sale of their data. */
  saleOfData: flag,
});
export type ConsentFlags = z.infer<typeof consentFlagsSchema>;
