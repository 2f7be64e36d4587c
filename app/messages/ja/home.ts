export const home = {
  leg_browser_off:
    "このトラッキング方法ではサーバーだけが報告するため、アプリのピクセルは使われません。",
  leg_pixel_refused: "Shopifyがピクセルを拒否しました。設定をもう一度保存してください。",
  leg_pixel_missing:
    "ピクセルがストアに設置されていません。Pinterestを接続し、設定を保存してください。",
  leg_pixel_unheard:
    "ピクセルはオンですが、まだ通信がありません。別のウィンドウでストアを開き、Cookieを許可してください。",
  leg_pixel_quiet:
    "ピクセルからの通信が1日ありません。別のウィンドウでストアを開いてください。変わらない場合は、設定をもう一度保存してください。",
  leg_pixel_alone: "ピクセルはオンです。このトラッキング方法では、Pinterestにだけ報告します。",
  leg_pixel_live: "ピクセルが訪問者の行動を報告しています。",
  leg_server_off: "このトラッキング方法では、すべての報告をブラウザに任せています。",
  leg_not_connected: "Pinterestが接続されていません。設定で接続してください。",
  leg_connection_lost:
    "Pinterestが認証情報を拒否しており、注文が待っています。認証情報を直してください。",
  leg_webhooks_silent:
    "Shopifyから何時間も注文が届いていません。このストアでは珍しいことです。注文があった場合は、アプリを開き直すか、サポートに問い合わせてください。",
  leg_events_late:
    "15分以上待っているイベントがあります。自動で再試行されます。続く場合はサポートに問い合わせてください。",
  leg_events_refused:
    "Pinterestが一部のイベントを拒否しました。内容を確認し、再送信してください。",
  leg_account_lost:
    "カタログのために、Pinterestアカウントをもう一度接続する必要があります。イベントは引き続き報告されます。",
  leg_server_untested: "接続がまだテストされていません。設定でテストしてください。",
  leg_server_ready: "Pinterestが接続されています。次の注文は自動で報告されます。",
  leg_server_live: "注文がサーバーから報告されています。",
  leg_catalog_unread:
    "カタログはまだ読み込まれていません。カタログのページで読み込んでください。",
  leg_catalog_failed:
    "前回のカタログの読み込みに失敗しました。理由はカタログのページをご覧ください。",
  leg_feed_refused:
    "Pinterestがフィードを拒否しました。理由はカタログのページをご覧ください。",
  leg_feed_waits:
    "フィードの新しい版が確認を待っています。カタログのページでご覧ください。",
  leg_feed_unpublished:
    "公開されたフィードがまだありません。カタログのページで公開してください。",
  leg_feed_unfetched:
    "フィードは公開されていますが、Pinterestがまだ取得していません。カタログのページで登録するか、アドレスをPinterestに入力してください。",
  leg_fetch_stopped:
    "Pinterestが2日間フィードを取得していません。カタログのページで状態を確認してください。",
  leg_feed_live: "Pinterestがフィードを取得しています。",
  leg_consent_mostly_unknown:
    "購入者の選択が分からなかったため、ほとんどの注文が除外されました。プライバシー設定とCookieバナーを見直してください。",
  leg_consent_unreviewed: "プライバシー設定がまだ確認されていません。見直してください。",
  leg_consent_followed: "どの報告も、購入者の選択とプライバシー設定に従っています。",
  gap_account_missing:
    "Pinterestアカウントを接続するか、タグ、広告アカウント、トークンを入力してください。",
  gap_account_refused: "Pinterestが認証情報を拒否しています。設定で直してください。",
  gap_test_missing:
    "設定からテストイベントを送信してください。Pinterestは応答しますが、記録はしません。",
  gap_pixel_off:
    "ピクセルは、Pinterestが接続されるとストアに設置されます。接続済みの場合は、設定をもう一度保存してください。",
  gap_pixel_unseen: "別のウィンドウでストアを開き、Cookieを許可してください。",
  gap_consent_open:
    "購入者の選択が分からないときの注文の扱いを読み、確認してください。",
  gap_feed_missing: "カタログを読み込み、フィードを公開してください。",
  gap_feed_not_fetched:
    "フィードをPinterestに登録するか、そのアドレスをPinterestに入力してください。",
  gap_order_missing: "注文を待つか、自分のストアで注文してください。",
  gap_order_one_sided:
    "注文はサーバーから報告されています。ブラウザも同じIDで報告する注文をお待ちください。それには購入者がCookieを許可する必要があります。",
  guide_done: "すべて設定済みです。",
  nothing_to_do: "今必要な対応はありません。",
  no_events:
    "この期間のイベントはありません。訪問者の行動と購入が、報告元ごとにここに表示されます。",
  both_explained:
    "これらのイベントは、ブラウザとサーバーから同じIDで報告されたため、Pinterestは1回として数えられます。どのイベントを統合したかは、Pinterestから知らされません。",
  no_placed_orders: "この期間の注文はありません。",
  orders_explained:
    "アプリに届いた時点で集計した注文です。手動で送信した過去の注文とテスト注文は含まれません。",
  no_coverage:
    "イベントが報告されると、Pinterestが人に結び付けるためのデータを含むイベントの割合がここに表示されます。",
  coverage_explained:
    "Pinterestがサーバーから受け付けたイベントのうち、イベント品質スコアの各要素を含むものの割合です。ブラウザだけが報告したものは含まれません。",
  quality_beside:
    "Pinterest自身の数値は過去{days}日間のものです。どの日付で数えるかはPinterestによります。",
  quality_none:
    "Pinterestはまだこれらのイベントについて何も示していません。1日1回問い合わせます。",
  quality_no_account:
    "Pinterestアカウントを接続すると、Pinterest自身の数値が横に表示されます。",
  no_catalog:
    "カタログはまだ読み込まれていません。アイテムとその問題がここに表示されます。",
  consent_review_explained:
    "上のプライバシー設定を読み、このままでよいことを、ここで確認してください。",
};

export const homeLabels = {
  leg_name_browser: "ブラウザ",
  leg_name_server: "サーバー",
  leg_name_catalog: "カタログ",
  leg_name_consent: "同意",
  tone_good: "動作中",
  tone_attention: "対応が必要",
  tone_trouble: "停止",
  tone_off: "オフ",
  step_account: "Pinterestを接続する",
  step_test: "テストイベントを受け付けてもらう",
  step_pixel: "ピクセルをオンにする",
  step_consent: "同意の扱いを見直す",
  step_feed: "フィードを公開し、取得してもらう",
  step_order: "最初の注文の報告を確認する",
  remedy_settings: "設定を開く",
  remedy_conversions: "コンバージョンを開く",
  remedy_catalog: "カタログを開く",
  period_day: "24時間",
  period_week: "7日間",
  period_month: "30日間",
  reported_by_both: "ブラウザとサーバー",
  reported_by_server: "サーバー",
  reported_by_browser: "ブラウザ",
  reported_by_neither: "報告なし",
  part_hashed_email: "メールアドレス",
  part_click_id_epik: "クリックID",
  part_ip_address: "IPアドレス",
  part_user_agent: "ユーザーエージェント",
  part_advertiser_external_id: "外部ID",
  part_hashed_maid: "モバイル広告ID",
  part_external_event_id: "イベントID",
  part_order_id: "注文ID",
  part_order_value: "注文金額",
  part_product_id: "商品ID",
  part_source_url: "ページのアドレス",
  quality_needs_improvement: "Pinterestのスコア: 改善が必要",
  quality_fair: "Pinterestのスコア: 普通",
  quality_good: "Pinterestのスコア: 良好",
  event_checkout: "チェックアウト",
  event_app_install: "アプリのインストール",
  event_app_open: "アプリの起動",
  setup_guide: "セットアップガイド",
  guide_progress: "完了したステップ: {all}件中{done}件",
  hide_guide: "セットアップガイドを隠す",
  show_guide: "セットアップガイドを表示",
  step_done: "完了",
  step_to_do: "未完了",
  health: "現在の状態",
  next_step: "次の対応",
  figures: "数値",
  period: "期間",
  period_before: "前の期間: {count}",
  reported_events_chart: "名前と報告元ごとのイベント",
  both_sides: "両側から同じIDで報告",
  order_coverage: "報告された注文",
  orders_of: "{placed}件中{reported}件",
  match_coverage: "イベントを人に結び付けるデータ",
  event_name: "イベント",
  part_column: "要素",
  ours_column: "アプリの数値",
  pinterests_column: "Pinterestの数値",
  ours_and_theirs: "{ours}、Pinterestは{theirs}",
  events_column: "イベント",
  orders_column: "注文",
  reason_column: "報告されなかった理由",
  reason_open: "まだ送信中",
  reason_dead_letter: "Pinterestによる拒否",
  total_column: "合計",
  share_column: "割合",
  show_table: "表で表示",
  hide_table: "表を隠す",
  percent: "{percent}%",
  bar_of: "{name}: {value}",
  quality_help: "Pinterestのイベント品質スコアについて",
  all_orders: "すべての注文",
  published_items: "公開中のアイテム",
  left_out_items: "除外",
  found_issues: "問題",
  last_fetch: "Pinterestによる前回の取得",
  consent_review: "確認",
  confirm_consent: "この設定で正しい",
  consent_confirmed: "プライバシー設定を確認しました",
};
