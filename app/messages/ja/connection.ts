export const connection = {
  connection_not_connected:
    "Pinterestアカウントが接続されていないため、注文は報告されません。アカウントを接続するか、コンバージョンアクセストークンを入力してください。",
  connection_connected:
    "注文は届きしだいPinterestの広告アカウント{adAccountId}に報告されます。対応は不要です。",
  connection_needs_attention:
    "Pinterestが接続を拒否しています。設定でIDとトークンを確認してください。",
  attention_token_refused:
    "Pinterestがコンバージョンアクセストークンを受け付けなくなりました。Pinterestのアカウントを接続し直すか、Pinterest広告マネージャーで新しいトークンを作成して「設定」で保存してください。待っている注文はその後送信されます。",
  attention_no_permission:
    "このトークンではこの広告アカウントに報告できないとPinterestが言っています。まさにこの広告アカウントでトークンを作成し、「設定」で保存してください。待っている注文はその後送信されます。",
  attention_account_not_found:
    "このIDの広告アカウントはPinterestにありません。「設定」で広告アカウントIDを直してください。待っている注文はその後送信されます。",
  test_accepted:
    "Pinterestがテストイベントを受け付けました。接続は機能しています。対応は不要です。",
  test_token_refused:
    "Pinterestがコンバージョンアクセストークンを受け付けなくなりました（401）。Pinterest広告マネージャーで新しく作成し、ここに入力して保存してください。",
  test_no_permission:
    "このトークンではこの広告アカウントに報告できません（403）。広告アカウントIDを確認するか、まさにこの広告アカウントでトークンを作成し、保存してください。",
  test_account_not_found:
    "このIDの広告アカウントはPinterestにありません（404）。広告アカウントIDをもう一度コピーし、タグIDでないことを確認してください。",
  test_rate_limited:
    "短時間に呼び出しが多すぎました（429）。トークンは判定されていません。1分後にもう一度テストしてください。",
  test_unavailable:
    "Pinterestは現在応答できません。トークンは判定されていません。数分後にもう一度テストしてください。",
  test_timeout:
    "Pinterestが時間内に応答しませんでした。トークンは判定されていません。数分後にもう一度テストしてください。",
  test_network:
    "アプリのサーバーからPinterestに接続できませんでした。数分後にもう一度テストしてください。続く場合はアプリのサポートに連絡してください。",
  test_refused:
    "PinterestはIDとトークンを受け付けましたが、テストイベントは受け付けませんでした。注文は届く可能性があります。最近の注文にエラーが出る場合はアプリのサポートに連絡してください。",
  tag_id_missing: "タグIDを入力してください。",
  tag_id_malformed: "タグIDは6〜20桁の数字だけです。",
  ad_account_id_missing: "広告アカウントIDを入力してください。",
  ad_account_id_malformed: "広告アカウントIDは18桁までの数字だけです。",
  ad_account_id_is_tag_id: "これはタグIDと同じです。広告アカウントには別のIDがあります。",
  token_missing: "コンバージョンアクセストークンを入力してください。",
  token_malformed:
    "これはトークンではありません。引用符、空白、改行を含めず、全体をコピーしてください。",
  tag_id_help:
    "Pinterest広告マネージャーで「コンバージョン」を開きます。IDはタグと一緒に表示され、通常13桁です。",
  ad_account_id_help:
    "Pinterest広告マネージャーで広告アカウント名のメニューを開くと、名前の下にIDがあります。タグIDではありません。",
  token_help:
    "Pinterest広告マネージャーで「コンバージョン」「コンバージョンAPI」「APIを設定」の順に開き、新しいトークンを作成します。",
  token_kept:
    "保存済みのトークンは末尾が••••{lastFour}で、再表示はできません。残すなら空のままに、置き換えるなら新しいものを入力してください。",
  token_needed:
    "IDは残っていますが、コンバージョンアクセストークンはアプリのアンインストールまたは接続解除のときに消去されました。トークンを入力して保存すると、注文の報告が再開します。",
  test_explained: "Pinterestが架空のイベント1件に応答します。記録はされません。",
  test_while_unsaved:
    "テストには保存済みの内容が使われます。接続をテストする前に、変更を保存または破棄してください。",
  test_unchosen: "まだテストするものがありません。まず下で広告アカウントを選んでください。",
  connection_unchosen:
    "Pinterestアカウントは接続されています。下で広告アカウントとタグを選んでください。それまで注文は報告されません。",
  test_incomplete:
    "まだテストするものがありません。テストの前に、IDとコンバージョンアクセストークンを保存してください。",
  receipt_token: "末尾が••••{lastFour}のコンバージョンアクセストークンを、ここから消去しました。",
  receipt_account: "Pinterestアカウント{name}の情報を、そのトークンとともに消去しました。",
  receipt_given_back: "アカウントのトークンを無効にするよう、Pinterestに依頼しました。",
  receipt_pixel: "ピクセルをストアから取り外しています。",
  receipt_settings_stay: "タグID、広告アカウントID、その他のすべての設定はここに残ります。",
  receipt_events_wait: "ここで次の接続を待つイベント: {count}。",
  receipt_feeds_stay:
    "Pinterestに登録されたままで、引き続き取得される可能性のあるフィード: {count}。再び接続しない場合は、Pinterestのカタログで削除してください。",
  receipt_permission_stays:
    "Pinterestの設定にある許可は残ります。取り消すには、「セキュリティ」から「連携アプリ」を開いてください。",
  disconnect_explained:
    "コンバージョンアクセストークンを消去し、接続中のPinterestアカウントを忘れます。未送信の注文は待ち、新しい注文は再接続まで報告されません。IDとその他の設定は残ります。",
};
