import { z } from "zod";

/** An id as text. One above 2^53 arrives as text already, see `readWebhook`. */
const id = z
  .union([z.int().min(0), z.string().regex(/^\d{1,30}$/)])
  .transform((value) => String(value));

/** A guest has no id; a customer without an email has none here. */
const customerSchema = z.object({ id: id.nullish(), email: z.string().nullish() });
export type ComplianceCustomer = z.infer<typeof customerSchema>;

/** Source: Shopify, "Privacy law compliance", `customers/redact`. */
export const customerRedactSchema = z.object({
  customer: customerSchema.nullish(),
  /** Absent or empty where the customer only had orders that are not the app's to see. */
  orders_to_redact: z.array(id).nullish(),
});

/** Source: Shopify, "Privacy law compliance", `customers/data_request`. */
export const customerDataRequestSchema = z.object({
  customer: customerSchema.nullish(),
  orders_requested: z.array(id).nullish(),
  data_request: z.object({ id }),
});
