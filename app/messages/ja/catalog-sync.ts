export const syncPhases = {
  sync_phase_queued: "まもなく商品が読み込まれます。",
  sync_phase_asked: "Shopifyが商品を書き出しています。",
  sync_phase_downloading: "商品をダウンロードしています。",
  sync_phase_sorting: "商品を並べ替えています。",
  sync_phase_making: "フィードを作成し、確認しています。",
  sync_phase_done: "フィードには、読み込み時点の商品が入っています。",
  sync_phase_failed: "商品を読み込めませんでした。フィードは以前のままです。",
  sync_phase_cancelled: "読み込みを中止しました。フィードは以前のままです。",
};

export const syncFailures = {
  sync_failed_not_installed:
    "アプリはもうインストールされていません。Shopify管理画面から開いてください。",
  sync_failed_missing_scope:
    "アプリは商品を読み取れません。Shopify管理画面から開き、権限を許可してください。",
  sync_failed_refused:
    "Shopifyが商品の問い合わせを拒否しました。こちらで直すべき問題ですので、ご連絡ください。",
  sync_failed_unfinished:
    "Shopifyがすべての商品を書き出す前に何度も中断しました。読み込みをもう一度始めてください。遅くとも今夜には行われます。",
  sync_failed_unavailable:
    "Shopifyに何度も続けて接続できませんでした。読み込みをもう一度始めてください。遅くとも今夜には行われます。",
};

export const feedGates = {
  gate_empty:
    "新しいフィードにアイテムがないため、以前のものを残しています。商品がオンラインストアに公開されているか確認するか、空のフィードを公開してください。その場合、Pinterestはそのピンをすべて在庫切れにします。",
  gate_shrunk:
    "新しいフィードのアイテムが以前の半分未満のため、以前のものを残しています。本当に販売を終えた商品であれば、このまま公開してください。",
};
