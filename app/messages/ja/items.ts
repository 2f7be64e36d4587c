export const items = {
  items_problem_value_missing: "入力するか、削除してください。",
  items_problem_value_too_long: "長すぎます。短くしてください。",
  items_problem_value_invalid: "使用できません。特殊文字を使わずにもう一度入力してください。",
  items_problem_too_many: "保存できる数を超えています。いくつか削除してください。",
  items_problem_too_many_metafields:
    "列に使われている独自のメタフィールドが20個を超えています。1つごとにカタログの読み込みが遅くなるため、いくつか削除してください。",
  items_problem_metafield_invalid:
    "メタフィールドはcustom.materialのようにnamespace.keyの形で書いてください。Shopifyの「設定」の「カスタムデータ」にあります。",
  items_problem_amount_invalid: "ストアの通貨で24.99のように金額を書いてください。",
  items_problem_count_invalid: "5のように個数を整数で書いてください。",
  items_problem_range_open: "両端のうち少なくとも一方を入力してください。",
  items_problem_range_reversed: "下限が上限を上回っています。入れ替えてください。",
  items_include_help:
    "これらのルールを満たすアイテムだけがフィードに入ります。ルールがなければ、オンラインストアの全商品が入ります。",
  items_exclude_help: "これらのルールを満たすアイテムはフィードに入りません。",
  items_preorder_help: "これらのルールを満たし注文できるアイテムは、予約販売として伝えられます。",
  items_explained:
    "各列には、ソースのうち最初に値があるものが入ります。ID、タイトル、リンク、画像、価格は商品とイベントのもので、ここでは変更できません。",
  items_not_saved: "保存されませんでした。印の付いた箇所を直して、もう一度保存してください。",
  items_unreadable:
    "アプリがこのページを理解できませんでした。再読み込みしてもう一度お試しください。",
  items_unreachable:
    "アプリに接続できず、保存されませんでした。入力内容は残っています。もう一度お試しください。",
  items_saved:
    "保存しました。カタログが読み込み直され、フィードに反映されます。アイテムが半分以上減る場合は、カタログのページで確認を待ちます。",
  items_ids_stay:
    "ここでの変更では、各アイテムのIDは変わりません。ID自体は設定で選び、そこで変えるとPinterestの全アイテムの名前が変わります。",
  column_stays_empty: "ソースがないと、この列は空のままです。",
  source_metafield_help: "custom.materialのようにnamespace.keyの形で書いてください。",
  source_option_help: "オプションの名前をカンマで区切って書いてください。",
  source_tag_help: "タグの先頭部分を書いてください。例: material:linenのmaterial:。",
  source_fixed_help: "すべてのアイテムで同じ値です。",
  words_help: "1行に1つ書いてください。どれか1つが合えば十分です。",
  preview_not_read:
    "表示するには、カタログが一度読み込まれる必要があります。インストール後と毎晩読み込まれます。",
  preview_waits: "すべての項目が入力されるまで、プレビューは待機します。",
  preview_unreachable: "アプリに接続できなかったため、変更後の内容と異なる可能性があります。",
  preview_whole: "前回カタログを読み込んだ時点の全{products}商品を調べました。",
  preview_sample:
    "カタログが大きいため、{products}商品のうち{sampled}商品を調べました。件数は推定で、検索もその商品だけが対象です。",
  preview_metafields_read:
    "ここで新しいメタフィールドは、下のアイテムについて読み取りました。件数は、保存後にカタログが読み込まれると反映されます。",
  preview_metafields_unread:
    "ここで新しいメタフィールドは今読み取れなかったため、下には表示されません。",
  preview_nothing_found: "検索に合うアイテムはありません。",
  preview_nothing_in_feed:
    "これらのルールではフィードが空になります。空のフィードは、確認するまで公開されません。",
};
