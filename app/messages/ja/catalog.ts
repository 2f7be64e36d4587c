export const catalog = {
  catalog_sync_requested: "まもなくカタログが読み込まれます。",
  catalog_sync_cancelled: "読み込みは次の段階で止まります。公開中のフィードはそのままです。",
  catalog_sync_over: "読み込みはすでに終わっていました。",
  catalog_published: "この版を公開しました。",
  catalog_not_waiting: "この版はもう確認を待っていません。最新の版をご覧ください。",
  catalog_rolled_back: "以前の版をもう一度公開しました。次にカタログが読み込まれるまで続きます。",
  catalog_not_kept: "この版はもう保存されていません。",
  catalog_too_large_to_compare:
    "ファイルが大きすぎるため、ここでは比較できません。比較せずに以前の版を公開することはできます。",
  catalog_feed_registered: "Pinterestにフィードが登録されました。",
  catalog_feed_refused: "Pinterestがフィードを受け付けません。理由は下にあります。",
  catalog_feed_not_registrable:
    "まだ登録するものがありません。Pinterestアカウントを接続し、最初の版をお待ちください。",
  catalog_feed_removed: "フィードをPinterestから削除しました。",
  catalog_pinterest_silent:
    "Pinterestから応答がありませんでした。アプリは1、2分以内に自動で再試行します。",
  catalog_feed_protected:
    "今後、フィードはこのユーザー名とパスワードを求めます。パスワードが表示されるのは今回だけです。Pinterestアカウントが接続されていれば、Pinterestには自動で伝わります。そうでなければ、両方をPinterestに入力してください。",
  catalog_feed_unprotected: "再びアドレスだけで読み取れるようになりました。",
  catalog_item_checks_on: "確認は1分以内に始まります。大きなカタログでは数時間かかります。",
  catalog_item_checks_off: "アプリはもう何も開きません。",
  catalog_format_changed: "形式は、作成中の次の版から変わります。",
  catalog_unreadable:
    "アプリがこのページを理解できませんでした。再読み込みしてもう一度お試しください。",
  join_not_active:
    "商品が下書きまたはアーカイブ済みのため、フィードにありません。有効にするか、もう販売していなければそのままにしてください。",
  join_not_published:
    "商品がオンラインストアにないため、フィードにありません。オンラインストアに公開してください。",
  join_not_in_market:
    "商品をこの国で販売していないため、このマーケットのフィードにありません。マーケットのカタログに公開するか、そのままにしてください。",
  join_gift_card: "ギフトカードはフィードに入りません。対応は不要です。",
  join_excluded:
    "ルールにより、アイテムがフィードから除外されています。「アイテムと列」でルールを変更するか、意図したものであればそのままにしてください。",
  join_issue:
    "エラーのため、アイテムがフィードに入っていません。フィードの問題で該当するものを探し、商品を直してください。",
  join_other_format:
    "この商品は、別の形式のIDでフィードにあります。最近形式を変更したのであれば、やがて解消します。そうでなければ、ほかのシステムが送るIDを確認してください。",
  join_not_found:
    "このアイテムはもうストアにないか、もともとこのストアのものではありません。まだ販売している場合は、ほかのシステムが送るIDを確認してください。",
  registration_no_account:
    "Pinterestアカウントを接続すると、アプリがフィードを自動で登録します。または、上のアドレスをPinterestに手動で入力してください。",
  registration_account_lost:
    "Pinterestにフィードを伝えるには、Pinterestアカウントをもう一度接続する必要があります。Pinterestにすでにあるものはそのままです。",
  registration_unpublished: "フィードは、最初の版が公開されるとすぐに登録されます。",
  registration_off: "フィードがオフのため、登録されません。",
  registration_registering:
    "Pinterestに依頼しましたが、まだ応答がありません。アプリが自動で再確認します。",
  registration_registered: "Pinterestにフィードがあり、毎日取得されます。",
  registration_refused: "Pinterestがフィードを受け付けません。アプリは毎日再試行します。",
  registration_removed:
    "フィードをPinterestから削除済みです。ピンを戻すには、もう一度登録してください。",
  result_completed: "Pinterestがフィードを読み取りました。",
  result_failed:
    "Pinterestがフィードを読み取れませんでした。問題の一覧でPinterestのレポートをご覧ください。次の取得で再試行されます。",
  result_processing: "Pinterestがフィードを読み取っています。",
  registration_none: "このフィードはまだPinterestに伝えられていません。登録してください。",
  pinterest_words: "Pinterestの説明: {words}。",
  result_none: "Pinterestはまだフィードを取得していません。通常は数分かかります。",
  result_counts: "Pinterestが取り込んだアイテム: {original}件中{ingested}件。",
  remove_feed_explained:
    "Pinterestは、フィードとそこから作られたすべてのピンを、保存数や統計ごと削除します。元には戻せません。もう一度登録すると、新しいピンが作られます。",
  difference:
    "追加されるアイテム: {added}。なくなるアイテム: {removed}。変わるアイテム: {changed}。",
  difference_columns: "変わる列: {columns}。",
  difference_none: "2つの版のアイテムと値は同じです。",
  feed_is_open: "アドレスを知っている人は誰でもフィードを読み取れます。",
  feed_is_protected: "フィードはユーザー名とパスワードを求めます。",
  item_checks_explained:
    "オンにすると、アプリは各アイテムのページと画像を1日1回、最大で毎秒2件開き、開けないもの、別の場所へ転送されるもの、小さすぎるものを一覧にします。そのためにフィードから外れるものはありません。",
  issue_unnamed:
    "Pinterestは件数だけを示し、アイテムを示していません。Pinterestのカタログにあるレポートに詳細があるかもしれません。",
  issue_more: "ほかに{more}件あり、件数に含まれますが一覧には表示されません。",
  join_never_checked:
    "アプリは毎晩、直近1日のイベントのアイテムをフィードと比較します。最初の比較はこれからです。",
  join_no_items: "直近1日のイベントにアイテムがなかったため、比較するものがありませんでした。",
  join_complete: "直近1日のイベントのアイテムは、すべてフィードにあります。アイテム: {items}。",
  join_incomplete:
    "フィードにないアイテム: {items}件中{missing}件。それを含むイベント: {events}。Pinterestはこれらの商品を、見た人に表示できません。",
  catalog_explained:
    "ストアの商品が、Pinterestの読み取るフィードになります。フィードのIDはイベントのIDと同じなので、何が見られ、何が購入されたかがPinterestに分かります。",
  catalog_unreachable: "アプリに接続できませんでした。接続を確認してもう一度お試しください。",
  catalog_never_read: "カタログはまだ読み込まれていません。インストール後に自動で読み込まれます。",
  catalog_lines: "これまでの行数: {lines}。",
  catalog_items: "アイテム: {items}。",
  catalog_rate: "毎秒: {rate}。",
  catalog_seconds_left: "残り約{seconds}秒。",
  gate_items: "新しいフィードのアイテム: {items}。以前のフィード: {published}。",
  feed_help:
    "アカウントが接続されていれば、このアドレスはPinterestに自動で伝わります。接続していない場合は、Pinterestのカタログにデータソースとして入力してください。",
  feed_never_fetched: "Pinterestはまだフィードを取得していません。",
  published_none: "このフィードに、その文字で始まるIDのアイテムはなく、そのIDの商品もありません。",
  published_empty: "フィードにはまだアイテムがありません。最初の版とともに表示されます。",
  published_explained:
    "現在のフィードにあるアイテムと、エラーやルールのために入っていないアイテムです。アイテムIDの先頭、または商品ID全体を入力してください。",
  feed_clean: "すべてのアイテムに問題はありません。",
  versions_explained:
    "直近の5つの版が保存されています。以前の版をもう一度公開できます。次にカタログが読み込まれると、新しい版に置き換わります。",
};
