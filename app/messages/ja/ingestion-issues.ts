export const ingestionIssues = {
  ingestion_account_flagged:
    "Pinterestがアカウントに警告を付け、フィードを受け付けていません。Pinterestでアカウントの状態を確認し、異議を申し立ててください。",
  ingestion_google_sheet:
    "フィードが正しく共有されていないGoogleスプレッドシートだとPinterestが言っています。リンクを知っている全員と共有してください。",
  ingestion_internal_error: "Pinterest側の障害です。対応は不要です。1日以内に再試行されます。",
  ingestion_large_decrease:
    "前回の取得からほぼすべてのアイテムがなくなったため、Pinterestは何も取り込みませんでした。商品が公開されているか確認してください。本当になくなったのであれば、Pinterestのサポートに連絡してください。",
  ingestion_ad_image: "Pinterestが画像を広告に使えませんでした。開けるか確認してください。",
  ingestion_ad_video: "Pinterestが動画を広告に使えませんでした。開けるか確認してください。",
  ingestion_additional_image:
    "Pinterestが追加の画像を使えませんでした。開けるか確認するか、もう一度アップロードしてください。",
  ingestion_image:
    "Pinterestが画像を使えませんでした。開けるか確認するか、もう一度アップロードしてください。",
  ingestion_video:
    "Pinterestが動画を使えませんでした。開けるか確認するか、もう一度アップロードしてください。",
  ingestion_update:
    "これらのアイテムの価格または在庫の最新の変更を、Pinterestが取り込みませんでした。内容は各アイテムにあります。次のフィード取得で反映されます。",
  ingestion_checked_image_unreachable:
    "アプリが確認したとき画像が開けなかったため、Pinterestも取得できない可能性があります。開けるか確認するか、もう一度アップロードしてください。",
  ingestion_checked_image_too_small:
    "画像が75×75ピクセル未満で、Pinterestに拒否されます。より大きな画像をアップロードしてください。",
  ingestion_checked_link_unreachable:
    "アプリが確認したときアイテムのページが開けませんでした。商品が公開されていて、パスワードやアプリが訪問者を妨げていないか確認してください。",
  ingestion_checked_link_redirects:
    "アイテムのページが別の場所へ転送され、Pinterestに拒否される可能性があります。商品のハンドルとストアのリダイレクトを確認してください。",
  ingestion_other:
    "アプリの知らないコードでPinterestが報告しています。Pinterestのヘルプでコードを調べてください。",
};
