export const commands = {
  file_unreadable: "{file}を読み取れません。パスと権限を確認してください。",
  file_not_json: "{file}はJSONではありません。途中で切れていないか確認してください。",
  order_refused:
    "{file}はShopifyの注文Webhookの本文ではありません。次の項目がないか、正しくありません: {fields}。",
  settings_refused: "{file}の設定に、不明なキーまたは正しくない値があります: {fields}。",
  context_refused: "{file}のコンテキストに、不明なキーまたは正しくない値があります: {fields}。",
  user_data_refused:
    "{file}は、テキスト、数値、またはその一覧を値とするユーザーデータのJSONオブジェクトではありません。次のキーは不明か、正しくありません: {fields}。",
  event_refused:
    "{file}は/ingestの本文の1要素ではありません。nameを持つJSONオブジェクトにしてください。",
  now_refused: "--now {text}は日時ではありません。2026-11-06T04:00:00Zのように書いてください。",
  country_refused: "--country {text}は国ではありません。USのような2文字のコードで書いてください。",
  bulk_line_refused:
    "{file}の{line}行目は、途中で切れているか、商品の一括操作の行ではありません。正しくないもの: {fields}。ファイルを取得し直してください。",
  feed_is_json:
    "{file}はJSONで、フィードのファイルではありません。TSV、CSV、XMLのいずれかのファイルを指定してください。",
  file_unwritable: "{file}に書き込めません。パスと権限を確認してください。",
  platform_not_there_yet:
    "プラットフォーム{platform}にはまだ対応していません。shopifyを使ってください。",
};
