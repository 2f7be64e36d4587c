export const issueCosts = {
  cost_left_out:
    "これらのアイテムはPinterestにありません。ピン、広告、リターゲティングのどれにも表示されません。",
  cost_feed_stopped:
    "直るまで、Pinterestはこのフィードから何も取り込まず、以前の内容を使い続けます。",
  cost_filled_in: "これらのアイテムは、足りないものを別のもので代用してフィードに入っています。",
  cost_value_unused: "これらのアイテムは、この値なしで表示されます。",
  cost_text_cut: "これらのアイテムは、テキストの末尾なしで表示されます。",
  cost_fewer_images: "これらのアイテムは、一部の画像または動画なしで表示されます。",
  cost_fewer_people: "これらのアイテムは検索や絞り込みの対象になりにくいため、見る人が減ります。",
  cost_full_price: "これらのアイテムは、セールではなく通常の価格で表示されます。",
  cost_price_doubtful: "Pinterestで購入者が見る価格が、ストアの価格と異なる可能性があります。",
  cost_ads_unmeasured:
    "これらのアイテムは表示されます。ただし、訪問がどこから来たかが自社の統計では分かりません。",
  cost_ads_poorer:
    "これらのアイテムは表示されます。ただし、広告には専用の画像、動画、リンクが使われません。",
  cost_late_change:
    "Pinterestが次に取得するまで、購入者にはこれらのアイテムの以前の価格または在庫が表示されます。",
  cost_may_be_refused:
    "これらのアイテムはフィードにあります。ただし、Pinterestに拒否されるか、購入者が開けないページに案内される可能性があります。",
  cost_nothing: "失われるものはありません。",
  cost_unknown: "影響は不明です。Pinterestのヘルプに説明があるかもしれません。",
};
