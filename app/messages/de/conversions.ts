export const conversions = {
  backfill_send: "Sie sind noch nicht bei Pinterest, und nichts spricht dagegen.",
  backfill_reported: "Pinterest hat sie schon. Sie werden nicht erneut gesendet.",
  backfill_under_way: "Sie sind aufgezeichnet und gehen von selbst hinaus.",
  backfill_refused:
    "Pinterest hat sie schon einmal abgelehnt. Sie stehen unter „Conversions“ in der Ansicht „Von Pinterest abgelehnt“, wo sie erneut gesendet werden können.",
  backfill_erased:
    "Die Daten der Person wurden auf Wunsch gelöscht. Diese Bestellungen werden nie gemeldet; es ist nichts zu tun.",
  backfill_gone: "Sie wurden inzwischen in Shopify gelöscht. Es ist nichts zu tun.",
  backfill_busy:
    "Ein Durchlauf ist schon im Gange. Warten Sie, bis er zu Ende ist, oder brechen Sie ihn ab.",
  backfill_not_connected:
    "Es ist kein Pinterest-Konto verbunden, daher kann nichts gesendet werden. Verbinden Sie eines in den Einstellungen und kommen Sie dann zurück.",
  backfill_too_long:
    "Pinterest nimmt nur Bestellungen der letzten 7 Tage an. Wählen Sie höchstens 7 Tage.",
  backfill_not_checked:
    "Diese Prüfung ist zu alt, um sich nach ihr zu richten. Prüfen Sie erneut und senden Sie dann.",
  backfill_failed_not_connected:
    "Die Verbindung zu Pinterest wurde inzwischen getrennt, daher wurde der Durchlauf beendet. Verbinden Sie in den Einstellungen erneut und prüfen Sie dann erneut.",
  backfill_failed_shopify_unavailable:
    "Shopify hat mehrmals hintereinander nicht geantwortet, daher wurde der Durchlauf beendet. Prüfen Sie in einigen Minuten erneut; was gesendet wurde, wird nicht doppelt gesendet.",
  redrive_too_old: "Älter als 7 Tage, was Pinterest nicht zählt: {count}.",
  redrive_expired:
    "Vom Browser gemeldet und über eine Stunde alt, sodass sie doppelt zählen würden: {count}.",
  redrive_payload_gone: "Es ist nichts mehr gespeichert, das gesendet werden könnte: {count}.",
  redrive_no_identity:
    "Es ist nichts mehr da, womit Pinterest sie jemandem zuordnen könnte: {count}.",
  period_malformed: "Geben Sie beide Tage ein.",
  period_backwards: "Der letzte Tag liegt vor dem ersten. Vertauschen Sie sie.",
  backfill_explained:
    "Bestellungen, die Pinterest nie erreicht haben, etwa aus der Zeit vor der Verbindung, können bis zu 7 Tage lang gesendet werden. Die Prüfung sendet nichts: Sie sagt, welche Bestellungen gesendet würden, welche nicht und warum.",
  backfill_progress: "Bisher angesehene Bestellungen: {seen}.",
  backfill_progress_rate: "Bisher angesehene Bestellungen: {seen}, etwa {perMinute} in der Minute.",
  backfill_queued: "Der Durchlauf beginnt gleich.",
  backfill_empty: "In dieser Zeit gibt es keine Bestellungen.",
  backfill_nothing_to_send:
    "Es gibt nichts zu senden: Jede Bestellung ist gemeldet oder aus einem Grund ausgelassen.",
  backfill_late:
    "Älter als eine Stunde: {count}. Pinterest zählt solche Bestellungen als offline und vergleicht sie nicht mit den Meldungen des Browsers. Bestellungen, von denen bekannt ist, dass der Browser sie gemeldet hat, werden ausgelassen.",
  backfill_several_reasons:
    "Eine Bestellung mit mehreren Gründen ist unter jedem davon aufgeführt.",
  backfill_stale: "Diese Prüfung ist über eine Stunde alt. Prüfen Sie erneut, bevor Sie senden.",
  backfill_cancelled:
    "Der Durchlauf wurde abgebrochen. Was bis dahin gesendet wurde, bleibt gesendet.",
  backfill_seen: "Angesehene Bestellungen: {seen}.",
  redriven: "Wieder unterwegs zu Pinterest: {count}.",
  redriven_held: "Warten, bis die Verbindung zu Pinterest in Ordnung gebracht ist: {count}.",
  redriven_none: "Es gab nichts erneut zu senden.",
  export_explained:
    "Eine Datei mit einer Zeile je Bestellung: was entschieden wurde, warum und was von der Entscheidung der Person bekannt war. Sie enthält keine personenbezogenen Daten.",
  export_failed:
    "Die Datei konnte nicht heruntergeladen werden. Laden Sie die Seite neu und versuchen Sie es erneut.",
  conversions_unreadable:
    "Das Formular kam nicht so an, wie die App es gesendet hat. Laden Sie die Seite neu und versuchen Sie es erneut.",
  conversions_unreachable:
    "Der Server der App war nicht erreichbar. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.",
};
