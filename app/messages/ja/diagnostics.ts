export const diagnostics = {
  backfill_tried:
    "テストモードまたはシャドウモードで記録されたもので、そこから出ることはありません。実際の注文として送信されることはありません。",
  line_tested:
    "注文はテストイベントとして送信され、Pinterestが受け付けました。数えられず、再送信されることもありません。",
  line_tested_advice:
    "注文は、数えられないテストイベントとして送信されました。Pinterestが受け付け、助言しています: {words}。",
  line_shadowed:
    "注文はシャドウモードで記録されました。報告されるはずのもので、何も送信されていません。",
  sending_real_explained: "購入者の行動がPinterestに報告され、数えられます。",
  sending_test_explained:
    "イベントはテストイベントとしてPinterestに送られ、テスト用のページに表示されますが、数えられません。Pinterestが一度に受け付ける数は少ないため、混み合うストアでは待つことがあります。",
  sending_shadow_explained:
    "何も送信されません。現在お使いのものと並行して、送信するはずのものを記録し、注文と比べます。",
  sending_real_question:
    "今後、注文と訪問はPinterestに報告され、数えられます。テストモードまたはシャドウモードで記録されたものは送信されません。",
  sending_test_question:
    "今後、新しいものはPinterestで数えられません。テストイベントとしてのみ送られ、実際のものとして再送信されることはありません。訪問者のブラウザは数分以内にPinterestへの報告をやめます。",
  sending_shadow_question:
    "今後、新しいものはPinterestに送信されず、このモードで記録されたものが後で送信されることもありません。訪問者のブラウザは数分以内にPinterestへの報告をやめます。",
  sending_test_banner:
    "新しい注文と訪問はテストイベントとしてPinterestに送られ、数えられません。終わったら「送信モード」で実際の報告に切り替えてください。",
  sending_shadow_banner:
    "新しい注文と訪問は記録され、送信されません。納得できたら「送信モード」で実際の報告に切り替えてください。",
  sending_test_home:
    "新しい注文と訪問はテストイベントとしてPinterestに送られ、数えられません。モードは「診断」で切り替えます。",
  sending_shadow_home:
    "新しい注文と訪問は記録され、Pinterestには送信されません。モードは「診断」で切り替えます。",
  live_connecting: "表示を開いています。表示中のイベント: {count}。",
  live_live: "新しいイベントは自動で表示されます。表示中のイベント: {count}。",
  live_interrupted: "アプリに接続できません。自動で再接続します。表示中のイベント: {count}。",
  live_paused:
    "表示を一時停止しています。その間も失われるものはありません。表示中のイベント: {count}。",
  live_empty:
    "過去15分間にイベントはありませんでした。テスト注文をするか、別のタブでストアを開くと、ここに届きます。",
  live_no_match:
    "表示中のイベントに、フィルターに合うものはありません。別の名前または状態を選んでください。",
  test_event_explained:
    "Pinterestには、届いたテストイベントを表示するページがあります。ここから送るものは数えられません。",
  test_event_step_open:
    "Pinterest広告マネージャーを開き、「コンバージョン」からテストイベントのページを開いてください。",
  test_event_step_keep:
    "そのページを開いたままにしてください。開いている間に届いたものだけが表示され、保存はされません。",
  test_event_step_send: "下でイベントを選び、送信してください。",
  test_event_step_look:
    "Pinterestのページを見てください。1分以内に、Pinterestの助言とともにイベントが表示されます。",
  test_event_taken:
    "Pinterestがテストイベントを受け付けました。Pinterestのページでイベント{eventId}を探してください。ほかに対応は不要です。",
  test_event_advised:
    "Pinterestがテストイベントを受け付けました。Pinterestのページでイベント{eventId}を探してください。実際のイベントへの助言: {words}。",
  test_event_not_taken:
    "Pinterestがテストイベントを拒否しました: {words}。下のサポートファイルをダウンロードし、アプリのサポートに送ってください。",
  test_event_not_connected:
    "Pinterestアカウントが接続されていないため、送信先がありません。設定で接続してから戻ってください。",
  shadow_explained:
    "届いた注文と、Pinterestに送られるはずだったものを、日ごとに比べます。日付はUTCです。",
  shadow_empty:
    "シャドウモードではまだ何も記録されていません。最初の注文の後、日ごとに注文と比べます。",
  shadow_orders:
    "注文: {orders}。報告されるはずのもの: {reported}。Pinterestでの数え方では{events}。",
  shadow_consent: "購入者の選択により除外: {count}。",
  shadow_left_out:
    "ほかのルールにより除外: {count}。理由はコンバージョンのページで1件ずつ確認できます。",
  shadow_open: "購入者の選択を待っているもの: {count}。",
  shadow_others: "注文以外のイベント: {count}。",
  shadow_identifiers_explained:
    "最新の{count}件のイベントのうち、識別子があった数です。多いほどPinterestが結び付けやすくなります。",
  conflict_same_tag_in_theme:
    "テーマがこのアプリと同じPinterestタグを、アプリのイベントIDなしで読み込んでいるため、Pinterestが訪問を二重に数えます。テーマのコードからPinterestタグを削除してください。",
  conflict_second_tag:
    "ストアが別のPinterestタグ（{tags}）を読み込んでいます。同じ広告アカウントのものなら、行動が二重に数えられます。テーマのコードから削除するか、報告をそのタグに任せてください。",
  conflict_channel_pixel:
    "Pinterestの販売チャネルのピクセルがストアにあるため、行動が二重に数えられます。そのトラッキングをオフにするか、設定で販売チャネルのピクセルと併用する方法を選んでください。",
  conflict_ingest_twice:
    "Shopifyが番号で報告した注文を、サーバーが注文名で報告しています。注文: {orders}。サーバーからはorder.idにShopifyの注文IDを送るか、注文の報告をShopifyに任せてください。",
  conflict_shared_event:
    "1回のチェックアウトから複数の注文が生まれ、1つのイベントを共有しています。Pinterestはこれを1回と数えます。2件目以降の注文: {orders}。それぞれを数えたい場合を除き、対応は不要です。",
  act_tested:
    "テストイベントとして送信され、Pinterestが受け付けました。数えられず、再送信されることもありません。",
  act_shadowed: "シャドウモードで記録されました。報告されるはずのもので、何も送信されていません。",
  conflicts_none: "過去1週間の注文で、二重に報告されたものはありません。",
  storefront_explained:
    "アプリは、訪問者と同じようにストアのトップページを一度だけ見て、別のPinterestタグや、Pinterestの販売チャネルのピクセルがないか調べられます。",
  storefront_not_seen:
    "ストアを見られませんでした。パスワードが必要か、応答がない可能性があります。訪問者に公開してから、もう一度お試しください。",
  storefront_clean: "ストアのトップページに、別のPinterestタグやピクセルはありません。",
  heartbeat_explained:
    "各部分が動作していることを最後に示した時刻です。いつもより長く届かないWebhookは確認してください。",
  webhooks_counted: "過去24時間: {today}。普段の1日: {usual}。",
  support_bundle_explained:
    "アプリのサポート用のファイルです。バージョン、設定、状態、件数が入ります。パスワード、トークン、購入者の情報は含まれません。",
  support_bundle_failed: "ファイルを作成できませんでした。1分後にもう一度お試しください。",
  diagnostics_unreachable: "アプリに接続できませんでした。接続を確認してもう一度お試しください。",
};

export const diagnosticsLabels = {
  state_tested: "テスト済み",
  state_shadowed: "シャドウ",
  check_tried: "テストまたはシャドウモードで記録",
  sending_real: "実際",
  sending_test: "テスト",
  sending_shadow: "シャドウ",
  webhooks_orders: "注文のWebhook",
  webhooks_products: "商品のWebhook",
  webhooks_shop: "ショップのWebhook",
  webhooks_compliance: "データ請求のWebhook",
  webhooks_other: "その他のWebhook",
  diagnostics: "診断",
  sending_mode: "送信モード",
  sending_mode_choice: "新しい注文と訪問の扱い",
  sending_since: "最後の切り替え:",
  sending_switch: "モードを切り替える",
  sending_question: "「{mode}」モードに切り替えますか？",
  sending_test_on: "テストモードがオンです",
  sending_shadow_on: "シャドウモードがオンです",
  live_events: "ライブイベント",
  live_pause: "一時停止",
  live_resume: "再開",
  live_name_filter: "イベント名",
  test_events: "テストイベント",
  test_event_name: "送信するイベント",
  send_test_event: "テストイベントを送信",
  open_ads_manager: "広告マネージャーを開く",
  shadow_report: "シャドウモードでの比較",
  shadow_day: "{day}",
  shadow_placed: "注文の金額",
  shadow_would_report: "報告されるはずの金額",
  shadow_identifiers: "識別子",
  birth_date: "生年月日",
  conflicts: "競合",
  look_at_storefront: "ストアを見る",
  heartbeat: "動作の確認",
  beat_pixel: "ピクセルの通信",
  beat_reconciled: "Shopifyの注文との照合",
  beat_delivered: "Pinterestへの送信",
  beat_fetched: "Pinterestによるフィード取得",
  support_bundle: "サポートファイル",
  download_support_bundle: "サポートファイルをダウンロード",
  remedy_connection: "接続の設定を開く",
  remedy_tracking: "トラッキングの設定を開く",
  remedy_privacy: "プライバシーの設定を開く",
};
