export const failure = {
  failed_explained:
    "失われたものはありません。ページを再読み込みしてください。続く場合はアプリのサポートに連絡してください。",
  not_found_explained: "Shopify管理画面からアプリを開き、メニューからページを選んでください。",
};

export const failureLabels = {
  something_failed: "問題が発生しました",
  page_not_found: "このページは存在しません",
  try_again: "再試行",
};
