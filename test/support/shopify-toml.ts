import { z } from "zod";

// What Shopify's command line takes of the app's two kinds of file. An unknown key is refused, because a
// misspelt one would be left out without a word.
//
// Source: Shopify CLI 4.8, packages/app, the specifications of app and web pixel.

const unique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** Beginning with `/`, taken from the app's address; or a whole https address. */
const relativeOrHttps = z.string().regex(/^(\/\S*|https:\/\/\S+)$/);

const topicList = z.array(z.string().regex(/^[a-z_]+\/[a-z_]+$/)).min(1);

/** The three that every public app answers. */
export const COMPLIANCE_TOPICS = [
  "customers/data_request",
  "customers/redact",
  "shop/redact",
] as const;

const subscription = z
  .strictObject({
    topics: topicList.exactOptional(),
    compliance_topics: z.array(z.enum(COMPLIANCE_TOPICS)).min(1).exactOptional(),
    uri: relativeOrHttps.refine((uri) => !uri.endsWith("/")),
    name: z.string().max(50).exactOptional(),
    include_fields: z.array(z.string()).exactOptional(),
    filter: z.string().exactOptional(),
  })
  .refine(({ compliance_topics: compliance, topics }) => topics ?? compliance, {
    message: "a subscription names topics",
  });

const webhooks = z.strictObject({
  api_version: z.string().regex(/^(\d{4}-(01|04|07|10)|unstable)$/),
  subscriptions: z
    .array(subscription)
    .refine((all) => unique(all.flatMap((one) => one.compliance_topics ?? [])), {
      message: "a compliance topic has one address",
    })
    .refine(
      (all) =>
        unique(
          all.flatMap(({ filter = "", topics = [], uri }) =>
            topics.map((topic) => `${topic} ${uri} ${filter}`),
          ),
        ),
      { message: "a topic, an address and a filter make one subscription" },
    ),
});

const accessScopes = z
  .strictObject({
    scopes: z.string().exactOptional(),
    required_scopes: z.array(z.string()).exactOptional(),
    optional_scopes: z.array(z.string()).exactOptional(),
    use_legacy_install_flow: z.boolean().exactOptional(),
  })
  .refine((one) => one.scopes === undefined || one.required_scopes === undefined);

/** `shopify.app.toml`. */
export const appTomlSchema = z.strictObject({
  client_id: z.string(),
  name: z.string().min(1).max(30),
  handle: z.string().exactOptional(),
  application_url: z.url({ protocol: /^https$/ }),
  embedded: z.boolean(),
  extension_directories: z.array(z.string()).exactOptional(),
  web_directories: z.array(z.string()).exactOptional(),
  build: z
    .strictObject({
      automatically_update_urls_on_dev: z.boolean().exactOptional(),
      dev_store_url: z.string().exactOptional(),
      include_config_on_deploy: z.boolean().exactOptional(),
    })
    .exactOptional(),
  access_scopes: accessScopes,
  access: z
    .strictObject({
      admin: z.strictObject({
        direct_api_mode: z.enum(["online", "offline"]).exactOptional(),
        embedded_app_direct_api_access: z.boolean().exactOptional(),
      }),
    })
    .exactOptional(),
  auth: z.strictObject({ redirect_urls: z.array(z.url({ protocol: /^https$/ })).min(1) }),
  webhooks,
  app_proxy: z
    .strictObject({
      url: relativeOrHttps,
      subpath: z.string(),
      prefix: z.enum(["apps", "a", "community", "tools"]),
    })
    .exactOptional(),
  app_preferences: z.strictObject({ url: z.url() }).exactOptional(),
});

const settingsField = z.strictObject({
  name: z.string().min(1),
  description: z.string().exactOptional(),
  type: z.literal("single_line_text_field"),
  validations: z.array(z.strictObject({ name: z.string(), value: z.string() })).exactOptional(),
});

/** `shopify.extension.toml` of a web pixel. `configuration`, the older word for `settings`, is refused. */
export const pixelTomlSchema = z.strictObject({
  name: z.string().min(1),
  type: z.literal("web_pixel_extension"),
  handle: z.string().regex(/^[A-Za-z0-9-]{1,50}$/),
  uid: z.string().exactOptional(),
  runtime_context: z.literal("strict"),
  customer_privacy: z.strictObject({
    analytics: z.boolean(),
    marketing: z.boolean(),
    preferences: z.boolean(),
    sale_of_data: z.enum(["enabled", "disabled", "ldu"]),
  }),
  settings: z.strictObject({
    type: z.literal("object"),
    fields: z.record(z.string(), settingsField),
  }),
});
