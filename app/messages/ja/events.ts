export const eventPages = {
  act_no_snapshot:
    "別のPinterestピクセルがこのショップの訪問者を報告しており、このイベントに使われたIDが分かりません。このイベントについてできることはありません。",
  act_expired:
    "ブラウザがすでにこのイベントを報告しており、1時間後に送るとPinterestが2回目として数えます。対応は不要です。",
  act_uninstalled:
    "報告の前にアプリがアンインストールされました。このイベントについてできることはありません。",
  act_erased:
    "報告の前に、要請により購入者のデータが消去されました。このイベントについてできることはありません。",
  act_browser_only:
    "設定では購入者のブラウザに報告を任せているため、サーバーは何も送信しませんでした。サーバーからも報告するには、設定でトラッキング方法を変更してください。",
  act_waiting: "イベントは、マーケティングについての購入者の選択を最長90秒待っています。",
  act_pending: "イベントはPinterestへ送信中です。",
  act_pending_again:
    "Pinterestがまだイベントを受け付けられません。自動で再送信されます。対応は不要です。",
  act_sealed:
    "イベントは暗号化して保存されていますが、アプリにその鍵がありません。アプリのサポートに連絡してください。鍵が戻りしだい送信されます。",
  act_held: "イベントは、設定でPinterestとの接続が直るまで待ち、その後送信されます。",
  act_delivered: "Pinterestがイベントを受け付けました。",
  act_delivered_advice: "Pinterestがイベントを受け付け、助言しています: {words}。",
  act_dead_letter: "Pinterestがイベントを拒否しました: {words}。",
  act_dead_letter_unreadable:
    "保存されたイベントを読み取れないため、送信されませんでした。アプリのサポートに連絡してください。",
  act_skipped: "イベントは報告されませんでした。",
  attempt_answered: "Pinterestがイベントを受け付けました。",
  attempt_refused_event: "Pinterestがこのイベントを拒否しました: {words}。",
  attempt_refused:
    "Pinterestが呼び出し全体を拒否しました。原因のイベントを見つけるため、より小さな呼び出しに分けて再送信されました。",
  attempt_refused_words:
    "Pinterestが呼び出し全体を拒否しました: {words}。原因のイベントを見つけるため、より小さな呼び出しに分けて再送信されました。",
  attempt_token_refused:
    "Pinterestがアクセストークンを拒否しました。設定でアカウントをもう一度接続してください。待っているものはその後自動で送信されます。",
  attempt_no_permission:
    "このアクセストークンでは、この広告アカウントに報告できません。Pinterestで権限を付けるか、設定で別のアカウントを接続してください。",
  attempt_account_not_found:
    "このIDの広告アカウントはPinterestにありません。設定で広告アカウントを直してください。",
  attempt_rate_limited: "Pinterestが間隔を求めました。イベントは自動で再送信されました。",
  attempt_unavailable:
    "Pinterestが呼び出しを受け付けられませんでした。イベントは自動で再送信されました。",
  attempt_timeout: "Pinterestが10秒以内に応答しませんでした。イベントは自動で再送信されました。",
  attempt_network: "Pinterestに接続できませんでした。イベントは自動で再送信されました。",
  events_none: "注文もイベントもまだ届いていません。届くとすぐにここに表示されます。",
  events_none_here:
    "この絞り込みに合うものはありません。範囲を広げるか、解除してすべてを表示してください。",
  events_searched:
    "{instant}までさかのぼって検索しましたが、ほかには見つかりませんでした。さらに前を見るにはページを移動してください。",
  events_searched_forward:
    "{instant}まで検索しましたが、ほかには見つかりませんでした。さらに先を見るにはページを移動してください。",
  views_full:
    "保存済みのビューが上限の20個に達しています。別のビューを保存するには、1つ削除してください。",
  view_saved: "ビューを保存しました。",
  view_deleted: "ビューを削除しました。",
  delete_view_explained: "ビューが一覧から削除されます。含まれるイベントは残ります。",
  redrive_selected_explained:
    "選択したイベントのうちPinterestが拒否したものが、元のIDのままもう一度送信されるため、二重に数えられることはありません。ほかのイベントは変わりません。",
  redrive_filter_explained:
    "この絞り込みに合う拒否されたイベントが、このページとほかのすべてのページの分も含め、元のIDのままもう一度送信されるため、二重に数えられることはありません。",
  refused_remedy:
    "Pinterestの説明が示すものを直してから、再送信してください。購入者の行動から7日間は受け付けられます。",
  redrive_one_explained:
    "イベントは元のIDのままもう一度Pinterestに送信されるため、二重に数えられることはありません。先に、Pinterestの説明が示すものを直してください。",
  export_events_explained:
    "この絞り込みのイベントごとに1行のファイルで、新しいものから順に最大{max}件です。個人データは含まれません。",
  export_events_cut:
    "この絞り込みに合うイベントが{max}件を超えるため、ファイルはその旨の行で終わっています。残りを得るには、日付の範囲を狭めてください。",
  export_events_done: "ファイルはダウンロードフォルダにあります。",
  event_missing:
    "このショップにそのようなイベントはありません。プライバシー設定の期間が過ぎて削除されたか、要請により消去された可能性があります。一覧に戻ってほかのものを探してください。",
  explain_help:
    "注文の番号または名前、Shopify管理画面でのIDまたはアドレス、あるいはイベントIDを貼り付けてください。",
  unrecorded_before_installation:
    "アプリのインストールより前の注文なので、Shopifyからアプリに通知されていません。",
  unrecorded_not_connected:
    "Shopifyからアプリに通知されていません。アプリが足りない注文を探すのは、Pinterestのアカウントが接続されている間だけです。",
  unrecorded_next_comparison:
    "Shopifyからアプリにまだ通知されていません。アプリは10分ごとに注文をShopifyと照合し、足りないものを取り込みます。",
  unrecorded_daily_comparison:
    "Shopifyからアプリに通知されていません。アプリは1日に1回、直近2日間の注文を確認し、足りないものを取り込みます。",
  unrecorded_lost:
    "Shopifyからアプリに通知されておらず、古いためアプリが自動で見つけることもできません。",
  unrecorded_send: "妨げるものはありません。Pinterestに送信できます。",
  unrecorded_late:
    "妨げるものはありません。Pinterestに送信できます。1時間以上前の注文なので、Pinterestはオフラインとして数え、ブラウザーからの報告とは照合しません。",
  unrecorded_erased:
    "購入者のデータは依頼により消去されました。この注文は報告されません。必要な操作はありません。",
  unrecorded_same_checkout:
    "同じチェックアウトの別の注文にイベントがあるため、これ以上は送信されません。",
  unrecorded_none:
    "この名前の注文もイベントもアプリになく、Shopifyにもそのような注文は見つかりません。入力内容を確認してください。Shopifyがアプリに見せるのは直近60日間の注文です。削除された注文は見つかりません。",
  unrecorded_unanswered:
    "この名前の注文もイベントもアプリになく、Shopifyに問い合わせても応答がありませんでした。1分後にもう一度お試しください。",
  pixel_seen: "ピクセルがチェックアウトを見て、購入者の選択を伝えました。",
  pixel_not_kept: "ピクセルが見た内容はもう保存されていないか、何も見ていません。",
  browser_reported: "ブラウザも同じIDでPinterestに報告しました。",
  browser_not_reported: "ブラウザからの報告は確認されておらず、サーバーだけが報告します。",
  browser_unknown: "ブラウザも報告したかどうかは、もう分かりません。",
  consent_none: "このイベントには、同意についての決定が保存されていません。",
  payload_none:
    "送信内容は保存されていません。除外されたか、プライバシー設定の期間が過ぎています。",
  payload_explained:
    "これがPinterestに送られる内容です。個人データはハッシュとして送られ、ここには先頭の8桁が表示されます。そこから名前や住所を読み取ることは誰にもできません。",
  sealed_gone:
    "クリックID、IPアドレス、ブラウザ、ページは、イベントが確定してから24時間後に消去されます。",
  attempts_none: "まだ送信されていません。",
  attempts_none_left: "一度も送信されていないか、呼び出しの記録がもう保存されていません。",
  attempts_latest: "試行の合計: {attempts}。最近のものが表示されています。",
  next_attempt: "{instant}に、またはPinterestが再びイベントを受け付けしだい、再試行されます。",
};
