export const conversions = {
  backfill_send: "まだPinterestになく、送信を妨げるものもありません。",
  backfill_reported: "すでにPinterestにあります。再送信されません。",
  backfill_under_way: "記録済みで、自動で送信されます。",
  backfill_refused:
    "以前にPinterestが拒否しました。「コンバージョン」のビュー「Pinterestによる拒否」にあり、そこで再送信できます。",
  backfill_erased:
    "要請により購入者のデータが消去されました。報告されることはありません。対応は不要です。",
  backfill_gone: "その間にShopifyで削除されました。対応は不要です。",
  backfill_busy: "すでに実行中です。終わるのを待つか、キャンセルしてください。",
  backfill_not_connected:
    "Pinterestアカウントが接続されていないため、何も送信できません。設定で接続してから、ここに戻ってください。",
  backfill_too_long: "Pinterestが受け付けるのは過去7日間の注文だけです。7日以内を選んでください。",
  backfill_not_checked: "この確認は古くなっています。もう一度確認してから送信してください。",
  backfill_failed_not_connected:
    "途中でPinterestとの接続が解除されたため、実行が止まりました。設定でもう一度接続してから、確認し直してください。",
  backfill_failed_shopify_unavailable:
    "Shopifyから何度も続けて応答がなかったため、実行が止まりました。数分後にもう一度確認してください。送信済みのものが二重に送られることはありません。",
  redrive_too_old: "7日以上たっており、Pinterestが数えないもの: {count}。",
  redrive_expired: "ブラウザが報告済みで1時間以上たっており、二重に数えられるもの: {count}。",
  redrive_payload_gone: "送信できるデータがもう保存されていないもの: {count}。",
  redrive_no_identity: "Pinterestが人に結び付けられるデータが残っていないもの: {count}。",
  period_malformed: "両方の日付を入力してください。",
  period_backwards: "最終日が初日より前です。入れ替えてください。",
  backfill_explained:
    "接続前の注文など、Pinterestに届かなかった注文は、7日前の分まで送信できます。確認では何も送信されず、送信される注文、されない注文とその理由が表示されます。",
  backfill_progress: "これまでに調べた注文: {seen}。",
  backfill_progress_rate: "これまでに調べた注文: {seen}（毎分約{perMinute}件）。",
  backfill_queued: "まもなく実行が始まります。",
  backfill_empty: "この期間に注文はありません。",
  backfill_nothing_to_send:
    "送信するものはありません。すべての注文が報告済みか、理由があって除外されています。",
  backfill_late:
    "1時間以上たったもの: {count}。Pinterestはこのような注文をオフラインとして数え、ブラウザ自身の報告とは照合しません。ブラウザが報告したと分かっている注文は除外されます。",
  backfill_several_reasons: "理由が複数ある注文は、それぞれの理由に表示されます。",
  backfill_stale: "この確認から1時間以上たっています。送信の前にもう一度確認してください。",
  backfill_cancelled: "実行をキャンセルしました。それまでに送信されたものは取り消されません。",
  backfill_seen: "調べた注文: {seen}。",
  redriven: "Pinterestへ再送信中: {count}。",
  redriven_held: "Pinterestとの接続が直るまで待機: {count}。",
  redriven_none: "再送信するものはありませんでした。",
  export_explained:
    "注文ごとに1行で、決定とその理由、購入者の選択について分かっていたことが書かれたファイルです。個人データは含まれません。",
  export_failed:
    "ファイルをダウンロードできませんでした。ページを再読み込みしてもう一度お試しください。",
  conversions_unreadable:
    "フォームがアプリの送った形で届きませんでした。ページを再読み込みしてもう一度お試しください。",
  conversions_unreachable:
    "アプリのサーバーに接続できませんでした。インターネット接続を確認してもう一度お試しください。",
};
