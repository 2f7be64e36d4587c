export const outbox = {
  line_waiting: "注文は、マーケティングについての購入者の選択を最長90秒待っています。",
  line_pending: "注文はPinterestへ送信中です。",
  line_pending_rate_limited:
    "Pinterestが間隔を求めています。注文は自動で再送信されます。対応は不要です。",
  line_pending_unavailable:
    "Pinterestがまだ注文を受け付けられません。自動で再送信されます。対応は不要です。",
  line_pending_timeout:
    "Pinterestが時間内に応答しませんでした。注文は自動で再送信されます。対応は不要です。",
  line_pending_network:
    "Pinterestに接続できませんでした。注文は自動で再送信されます。対応は不要です。",
  line_pending_sealed:
    "注文は暗号化して保存されていますが、アプリにその鍵がありません。アプリのサポートに連絡してください。鍵が戻りしだい送信されます。",
  line_held: "注文は、設定でPinterestとの接続が直るまで待ち、その後送信されます。",
  line_delivered: "Pinterestが注文を受け付けました。",
  line_delivered_advice: "Pinterestが注文を受け付け、助言しています: {words}。",
  line_dead_letter: "Pinterestが注文を拒否しました: {words}。",
  line_dead_letter_unreadable:
    "保存されたイベントを読み取れないため、送信されませんでした。アプリのサポートに連絡してください。",
  line_consent: "同意: {choice}。{place}では{first}。適用: {policy}。",
  line_skipped: "注文は報告されませんでした。",
};
