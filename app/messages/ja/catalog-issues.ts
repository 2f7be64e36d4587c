export const catalogIssues = {
  issue_adult_invalid:
    "成人向けかどうかをPinterestが読み取れません。trueまたはfalseと書いてください。",
  issue_adwords_format_invalid:
    "広告リンクがPinterestの上限を超えています。2000文字までに短くしてください。",
  issue_availability_invalid:
    "購入できるかどうかがPinterestに分かりません。in stock、out of stock、preorderのいずれかを使ってください。",
  issue_blocklisted_image_signature:
    "販売者ガイドラインにより、Pinterestが画像を拒否しています。別の画像を選んでください。",
  issue_delimiter_error:
    "ファイルの形式が表示と異なるか、引用符が閉じられていません。形式を確認し、もう一度書き出してください。",
  issue_description_missing:
    "アイテムに説明がありません。商品の説明を書いてください。それまでは可能な場合タイトルで代用します。",
  issue_duplicate_products:
    "同じIDのアイテムがほかにあり、最初のものだけが公開されます。バリエーションごとに別のSKUを付けるか、設定で別のアイテムIDを選んでください。",
  issue_encoding_error: "ファイルがUTF-8ではありません。UTF-8で保存してください。",
  issue_feed_length_too_long:
    "フィードのアイテム数がPinterestの上限を超えています。販売していないものを外してください。",
  issue_feed_too_small:
    "フィードにアイテムがありません。商品が有効で、オンラインストアに公開されているか確認してください。",
  issue_fetch_error:
    "Pinterestがフィードをダウンロードできませんでした。途中のページなしにアドレスを開けるか確認してください。",
  issue_fetch_inactive_feed_error:
    "フィードが90日間変わっていないため、Pinterestは読み取りません。商品を変更するか、フィードを削除してください。",
  issue_image_link_invalid:
    "メイン画像のアドレスがウェブアドレスではありません。画像をもう一度アップロードしてください。",
  issue_image_link_length_too_long:
    "メイン画像のアドレスが2000文字を超えています。短い名前で画像をアップロードしてください。",
  issue_image_link_missing:
    "アイテムに画像がありません。商品またはバリエーションに追加してください。",
  issue_internal_service_error:
    "Pinterestがフィードを読み取れませんでした。対応は不要です。24時間以内に再試行されます。",
  issue_invalid_domain:
    "アイテムのページが、Pinterestアカウントで認証されたウェブサイトにありません。Pinterestでドメインを認証してください。",
  issue_item_main_image_download_failure:
    "Pinterestがメイン画像を取得できませんでした。開けること、75×75ピクセル以上であることを確認してください。",
  issue_itemid_missing: "アイテムにIDがありません。すべての行にIDを付けてください。",
  issue_link_format_invalid:
    "アイテムのページのアドレスがウェブアドレスではありません。商品のハンドルとストアのアドレスを確認してください。",
  issue_link_length_too_long:
    "アイテムのページのアドレスが511文字を超えています。商品のハンドルを短くしてください。",
  issue_list_price_invalid: "定価を読み取れません。24.99 USDのように書いてください。",
  issue_malformed_xml: "ファイルが正しいXMLではありません。もう一度書き出してください。",
  issue_max_items_per_item_group_exceeded:
    "商品のバリエーション数がPinterestの上限を超えています。複数の商品に分けてください。",
  issue_no_verified_domain:
    "Pinterestアカウントに認証済みのウェブサイトがありません。Pinterestでストアのドメインを認証してください。",
  issue_parse_line_error:
    "行が見出しと合いません。項目の過不足や余分な引用符がないか確認してください。",
  issue_pinjoin_content_unsafe:
    "販売者ガイドラインにより、Pinterestがアイテムを拒否しています。フィードから外してください。",
  issue_price_cannot_be_determined:
    "価格、定価、セール価格が矛盾しています。価格とセール価格だけを残してください。",
  issue_price_missing:
    "アイテムに価格がないか、0です。価格を入力するか、フィードから外してください。",
  issue_product_link_missing:
    "アイテムのページがありません。商品をオンラインストアに公開してください。",
  issue_product_price_invalid:
    "価格がフィードの通貨の金額ではありません。このマーケットの価格を設定してください。",
  issue_required_columns_missing:
    "すべてのフィードに必要な列がありません。まさにこの名前で、小文字で追加してください。",
  issue_title_missing: "アイテムにタイトルがありません。商品にタイトルを付けてください。",
  issue_ad_link_format_warning:
    "広告リンクがウェブアドレスではないため使われません。直してください。",
  issue_ad_link_same_as_link:
    "広告リンクがアイテム自身のリンクと同じです。外すか、広告を区別するものを加えてください。",
  issue_additional_image_link_length_too_long:
    "追加の画像のアドレスが2000文字を超えています。短い名前でアップロードしてください。",
  issue_additional_image_link_warning:
    "追加の画像のアドレスがウェブアドレスではないため表示されません。もう一度アップロードしてください。",
  issue_adwords_format_warning:
    "広告リンクがウェブアドレスではないため使われません。直してください。",
  issue_adwords_same_as_link:
    "広告リンクがアイテム自身のリンクと同じです。外すか、広告を区別するものを加えてください。",
  issue_age_group_invalid:
    "年齢層がPinterestのものではないため、アイテムを見る人が減ります。newborn、infant、toddler、kids、adultのいずれかを使ってください。",
  issue_android_deep_link_invalid: "Androidアプリへのリンクを読み取れません。直してください。",
  issue_availability_date_invalid: "販売開始日を読み取れません。2026-12-24のように書いてください。",
  issue_country_does_not_map_to_currency:
    "フィードの国では珍しい通貨です。フィードの国と通貨を確認してください。",
  issue_custom_label_length_too_long:
    "カスタムラベルが511文字を超えているため使われません。短くしてください。",
  issue_description_length_too_long:
    "説明は10000文字で切られます。末尾が重要なら短くしてください。",
  issue_duplicate_headers:
    "見出しに同じ列が2回あり、最初のものだけが有効です。2つ目を削除してください。",
  issue_expiration_date_invalid:
    "アイテムの終了日を読み取れません。2026-12-24のように書いてください。",
  issue_fetch_same_signature:
    "Pinterestが前回読み取ってからフィードは変わっていません。対応は不要です。",
  issue_gender_invalid:
    "性別がPinterestのものではないため、アイテムを見る人が減ります。male、female、unisexのいずれかを使ってください。",
  issue_gtin_invalid:
    "バーコードがGTINではないため使われません。数字を確認するか、空にしてください。",
  issue_image_link_warning:
    "Pinterestが画像のアドレスを使えません。画像をもう一度アップロードしてください。",
  issue_inconsistent_currency_values:
    "アイテムの価格の通貨が前のものと異なります。1つのフィードには1つの通貨を使ってください。",
  issue_indexed_product_count_large_delta:
    "前回よりアイテムが大幅に多いか少なくなっています。抜けがないか確認してください。",
  issue_ios_deep_link_invalid: "iOSアプリへのリンクを読み取れません。直してください。",
  issue_is_bundle_invalid:
    "セット商品かどうかをPinterestが読み取れません。trueまたはfalseと書いてください。",
  issue_item_additional_image_download_failure:
    "Pinterestが追加の画像を取得できませんでした。開けるか確認してください。",
  issue_link_format_warning:
    "リンクに、空、重複、または不明なUTMパラメータがあります。直してください。",
  issue_min_ad_price_invalid: "広告の最低価格を読み取れません。24.99 USDのように書いてください。",
  issue_mpn_invalid: "製品番号に使えない文字があります。直すか、空にしてください。",
  issue_multipack_invalid: "マルチパックの数が2以上の数ではありません。直してください。",
  issue_optional_condition_invalid:
    "状態がPinterestのものではないため、アイテムを見る人が減ります。new、used、refurbishedのいずれかを使ってください。",
  issue_optional_condition_missing:
    "状態がないため、アイテムを見る人が減ります。設定してください。ほとんどの場合はnewです。",
  issue_optional_product_category_invalid:
    "カテゴリがGoogleの一覧の形ではありません。番号か、' > 'でつないだ階層を使ってください。",
  issue_optional_product_category_missing:
    "アイテムにカテゴリがないため、見る人が減ります。商品のカテゴリを選んでください。",
  issue_product_category_depth_warning:
    "カテゴリが3階層未満のため、アイテムを見る人が減ります。より細かいものを選んでください。",
  issue_product_type_length_too_long:
    "商品タイプが1000文字を超えているため使われません。短くしてください。",
  issue_sale_date_invalid:
    "セール期間を読み取れません。開始と終了を2026-11-27T00:00:00Z/2026-11-30T23:59:59Zのように書いてください。",
  issue_sales_price_invalid: "セール価格を読み取れません。19.99 USDのように書いてください。",
  issue_sales_price_too_high:
    "セール価格が価格より低くないため表示されません。どちらかを直してください。",
  issue_sales_price_too_low:
    "セール価格が価格の10分の1未満です。桁がずれていないか確認してください。",
  issue_shipping_height_invalid: "荷物の高さを読み取れません。12 inのように書いてください。",
  issue_shipping_invalid: "送料を読み取れません。US:CA:Ground:5.00 USDのように書いてください。",
  issue_shipping_weight_invalid: "重さを読み取れません。3 kgのように書いてください。",
  issue_shipping_width_invalid: "荷物の幅を読み取れません。12 inのように書いてください。",
  issue_size_system_invalid:
    "サイズ体系がPinterestのものではありません。US、UK、EU、DE、FR、JP、CN、IT、BR、MEX、AUのいずれかを使ってください。",
  issue_size_type_invalid:
    "サイズの種類がPinterestのものではないため、アイテムを見る人が減ります。regular、petite、plus、big_and_tall、maternityのいずれかを使ってください。",
  issue_tax_invalid: "税を読み取れません。US:1025433:6.00:yのように書いてください。",
  issue_title_length_too_long: "タイトルは500文字で切られます。末尾が重要なら短くしてください。",
  issue_too_many_additional_image_links:
    "Pinterestは追加の画像を10枚まで表示し、残りは使いません。良いものを先に置いてください。",
  issue_updated_time_invalid:
    "最終更新日時を読み取れません。2026-11-22T09:00:00Zのように書いてください。",
  issue_utm_source_auto_corrected:
    "Pinterestがリンクのutm_sourceを修正しています。英数字だけで1回書いてください。",
  issue_video_required_when_ad_video_provided:
    "アイテムに広告用の動画はありますが、アイテム自身の動画がありません。追加してください。",
  issue_weight_unit_invalid:
    "Pinterestがこの重さの単位を知りません。lb、oz、g、kgのいずれかを使ってください。",
};
