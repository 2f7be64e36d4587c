export const markets = {
  market_home: "ストア自身のマーケットで、常にフィードがあります。",
  market_country_unknown: "この国のカタログはPinterestにありません。",
  market_language_unknown:
    "この言語のカタログはPinterestにありません。このマーケットの別の言語を選んでください。",
  market_currency_unknown:
    "Pinterestはこの通貨に対応していません。Shopifyでマーケットの通貨を変更してください。",
  market_same_at_pinterest:
    "Pinterestでは、これと同じ国の別の言語が1つの言語として扱われます。もう一方を選んでください。",
  market_unusual_currency:
    "この国で{currency}で支払う人はわずかです。Pinterestは受け付けますが、商品を見る人が減ります。",
  feed_market_gone:
    "Shopifyはこのマーケットをこの言語で提供しなくなりました。フィードの最新版は引き続き配信されています。Shopifyでマーケットを戻すか、ここでフィードを外してください。",
  feed_access_missing:
    "アプリはマーケットを読み取れなくなりました。フィードの最新版は引き続き配信されています。続けるにはもう一度許可してください。",
  markets_saved:
    "選択を保存しました。新しいフィードは、カタログが読み込まれると公開され、登録されます。",
  markets_too_many:
    "ストアのフィードは自身の分を含めて{most}個までです。マーケットを減らしてください。",
  markets_stale:
    "このページを開いた後に、Shopifyでマーケットが変わりました。選択を見直してから保存してください。",
  markets_missing_scope: "アプリはマーケットを読み取れません。先に許可してください。",
  markets_unavailable:
    "Shopifyから応答がありませんでした。何も変更されていません。1分後にもう一度お試しください。",
  markets_unreadable:
    "アプリがこのページを理解できませんでした。再読み込みしてもう一度お試しください。",
  feed_is_leaving:
    "このマーケットを外しました。Pinterestが削除するまでフィードは配信され、アプリは毎日削除を依頼します。",
  markets_explained:
    "選んだマーケットごとにフィードが作られます。商品が翻訳されていればその言語で、購入者が支払う価格と、そのページへのリンクが入ります。Pinterestはその国の人に表示します。",
  markets_limit:
    "ストアのフィードは{most}個まで、Pinterestは1アカウントにつき50個まで受け付けます。",
  markets_access:
    "そのためにアプリは、マーケット、言語、翻訳、商品の販売先を読み取る必要があります。変更はしません。",
  markets_access_feeds: "それまで、これらのフィードはそのままです: {feeds}。",
  markets_declined: "このアクセスがないと、フィードはストア自身のマーケットの分だけになります。",
  market_facts: "価格は{currency}。Pinterestでの言語: {spelled}。",
  market_facts_unspelled: "価格は{currency}。",
  markets_none:
    "Shopifyには、ストア自身のもの以外に国のある有効なマーケットがありません。Shopifyの設定の「マーケット」で追加してください。",
  markets_nothing_found: "この文字を含む国や言語はありません。",
  markets_removal:
    "外すフィード: {count}。Pinterestはピンと商品グループごと削除し、これらの商品の広告は止まります。",
  markets_unreachable: "アプリに接続できませんでした。接続を確認してもう一度お試しください。",
};

export const marketLabels = {
  markets: "マーケット",
  feed_leaving: "削除中",
  choose_markets: "マーケットを選ぶ",
  markets_allow: "アクセスを許可",
  markets_filter: "国または言語を探す",
  markets_saved_toast: "マーケットを保存しました",
  market_row: "{country}（{language}）",
  markets_lost: "Shopifyにもうありません",
};
