/** The formats that we write, and that Pinterest reads. Source: Pinterest API v5.23, CatalogsFormat. */
export const FEED_FORMATS = ["tsv", "csv", "xml"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The namespace of `g:` in an RSS feed. Source: Google Merchant Center, RSS 2.0 specification. */
export const GOOGLE_NAMESPACE = "http://base.google.com/ns/1.0";
