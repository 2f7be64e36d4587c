export const advice = {
  advice_missing_click_id:
    "クリックIDのないイベント: {events}。Pinterestから来た人だけが持つものなので、対応は不要です。",
  advice_missing_external_id:
    "顧客IDのないイベント: {events}。アカウントなしで購入したゲストにはありません。対応は不要です。",
  advice_missing_em:
    "メールアドレスのないイベント: {events}。大半がそうなら、アプリが顧客のメールアドレスを読み取れるか確認してください。",
  advice_missing_ph:
    "電話番号のないイベント: {events}。Shopifyのチェックアウト設定で、購入時に尋ねることができます。",
  advice_missing_name:
    "顧客の名前のないイベント: {events}。大半がそうなら、アプリが顧客の名前を読み取れるか確認してください。",
  advice_missing_browser:
    "IPアドレスまたはブラウザのないイベント: {events}。ブラウザ以外での注文にはありません。対応は不要です。",
  advice_missing: "{parameter}のないイベント: {events}。計測されます。対応は不要です。",
  advice_explained:
    "Pinterestは過去7日間のこれらのイベントを受け付け、より多くを人に結び付けるための助言をしています。失われたものはありません。",
  advice_invalid:
    "{parameter}がPinterestにそのままでは受け付けられないイベント: {events}。計測されます。アプリのサポートに連絡してください。",
  advice_unknown_name:
    "Pinterestが不明な名前としてしか数えないイベント: {events}。アプリのサポートに連絡してください。",
  advice_other:
    "{parameter}についてPinterestが指摘したイベント: {events}。計測されます。内容は各注文の横にあります。",
};
