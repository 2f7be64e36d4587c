export const ingest = {
  event_unreadable: "次の項目は不明か、正しくありません: {fields}。",
  event_name_missing: "イベントの名前がありません。add_to_cartのようなnameを送ってください。",
  event_name_unknown: "{name}というイベントはありません。最も近いものは{nearest}です。",
  event_id_missing:
    "eventIdを送ってください。同じ行動の報告にはすべて同じIDを使います。Pinterestとこのアプリは、これによって1回だけ数えます。",
  time_unreadable:
    "occurredAtの日時を読み取れません。2026-11-06T04:00:00Zのようなオフセット付きのISO 8601か、Unix秒で送ってください。",
  time_in_milliseconds: "occurredAtの日時がミリ秒です。1000で割り、Unix秒で送ってください。",
  url_unreadable: "ページがウェブアドレスではありません。https://から始まる全体を送ってください。",
  language_unreadable: "言語が2文字で始まっていません。enのようなコードを送ってください。",
  currency_unknown: "{currency}という通貨はありません。USDのような3文字のコードを送ってください。",
  currency_missing: "通貨のない金額は意味を持ちません。通貨も送ってください。",
  amount_negative: "{field}の金額が負の数です。支払われた額を送るか、省いてください。",
};

export const actSkipReasons = {
  act_too_old: "イベントから7日以上たっており、Pinterestはそれより古いものを数えません。",
  act_no_identity:
    "Pinterestが誰にも結び付けられません。メールアドレス、モバイル広告ID、またはIPアドレスとユーザーエージェントの組を送ってください。",
  act_consent_denied:
    "購入者がマーケティングに同意しなかったか、データの販売を拒否しました。この選択は尊重されます。対応は不要です。",
  act_consent_unknown:
    "マーケティングについての購入者の選択が分からず、設定ではこの国のそのようなイベントを除外します。イベントと一緒に同意のフラグを送るか、設定の「プライバシー」を変更してください。",
  act_not_connected: "Pinterestアカウントが接続されていません。設定で接続してください。",
};

export const serverEvents = {
  server_events_explained:
    "ヘッドレスストア、アプリ、その他の自社システムから、購入者の行動を報告できます。アプリは届いた個人データをすぐにハッシュ化し、購入者の選択を尊重し、各イベントをイベントIDによって1回だけ数えます。",
  ingest_url_help:
    "ここにPOSTリクエストを送ってください。シークレットをベアラートークンとして使い、1回につき1000イベントまで送れます。",
  ingest_secrets_none:
    "シークレットがまだないため、何も受け付けられません。始めるには作成してください。",
  ingest_secrets_full:
    "古いものをなくす前に新しいものへ切り替えられるよう、同時に2つのシークレットが有効です。別のものを作成するには、1つを無効にしてください。",
  ingest_secret_once:
    "今コピーして、サーバーのシークレットの保管場所に保存してください。ここには保存されず、再表示はできません。",
  revoke_explained:
    "このシークレットを使っているものは、すぐに拒否されます。サーバーがもう一方を使っていることを確認してください。",
};
