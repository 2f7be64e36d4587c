import type { IssueCost } from "~/catalog/issue-cost";

/** What an issue costs as long as it stands. What it is and how to mend it stands in `catalog-issues`. */
export const issueCosts = {
  cost_left_out: "These items are not at Pinterest: no pin, no ad, no retargeting shows them.",
  cost_feed_stopped:
    "Pinterest takes nothing of this feed until it is mended, and goes on with what it had before.",
  cost_filled_in:
    "These items are in the feed, with something else in the place of what is missing.",
  cost_value_unused: "These items are shown, without this value.",
  cost_text_cut: "These items are shown, without the end of the text.",
  cost_fewer_images: "These items are shown, with fewer images or without their video.",
  cost_fewer_people:
    "These items are shown to fewer people, because searches and filters pass them over.",
  cost_full_price: "These items are shown at the full price, without the sale.",
  cost_price_doubtful: "Shoppers may see a price at Pinterest that is not the one in your store.",
  cost_ads_unmeasured:
    "These items are shown. Your own statistics cannot tell where the visits come from.",
  cost_ads_poorer:
    "These items are shown. Their ads do without the picture, video or link of their own.",
  cost_late_change:
    "Shoppers see the former price or stock of these items until Pinterest's next fetch.",
  cost_may_be_refused:
    "These items are in the feed. Pinterest may refuse them, or lead shoppers to a page that does not open.",
  cost_nothing: "Nothing is lost.",
  cost_unknown: "What this costs is not known; Pinterest's help may say it.",
} as const satisfies Record<`cost_${IssueCost}`, string>;
