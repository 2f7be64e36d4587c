export const diagnostics = {
  backfill_tried:
    "Sie wurden im Test- oder Schattenmodus aufgezeichnet, den nichts verlässt. Als echte Bestellungen werden sie nie gesendet.",
  line_tested:
    "Die Bestellung wurde als Test-Event gesendet, und Pinterest hat sie angenommen. Sie zählt nicht und wird nie wieder gesendet.",
  line_tested_advice:
    "Die Bestellung wurde als Test-Event gesendet, das nicht zählt. Pinterest hat sie angenommen und rät: {words}.",
  line_shadowed:
    "Die Bestellung wurde im Schattenmodus aufgezeichnet: Sie wäre gemeldet worden, und nichts wurde gesendet.",
  sending_real_explained: "Was Käufer tun, wird an Pinterest gemeldet und zählt.",
  sending_test_explained:
    "Events gehen als Test-Events an Pinterest; seine Testseite zeigt sie, und nichts zählt sie. Pinterest nimmt nur wenige auf einmal an, ein gut besuchter Shop muss also vielleicht warten.",
  sending_shadow_explained:
    "Nichts wird gesendet. Die App zeichnet auf, was sie gesendet hätte, und vergleicht es mit Ihren Bestellungen, neben dem, was Sie jetzt verwenden.",
  sending_real_question:
    "Ab jetzt werden Bestellungen und Besuche an Pinterest gemeldet und zählen. Was im Test- oder Schattenmodus aufgezeichnet wurde, wird nicht gesendet.",
  sending_test_question:
    "Ab jetzt zählt bei Pinterest nichts Neues: Es geht nur als Test-Event hinaus und wird nie wieder als echtes gesendet. Die Browser Ihrer Besucher hören innerhalb weniger Minuten auf, an Pinterest zu melden.",
  sending_shadow_question:
    "Ab jetzt wird nichts Neues an Pinterest gesendet, und was in diesem Modus aufgezeichnet wird, wird auch später nie gesendet. Die Browser Ihrer Besucher hören innerhalb weniger Minuten auf, an Pinterest zu melden.",
  sending_test_banner:
    "Neue Bestellungen und Besuche gehen als Test-Events an Pinterest und zählen nicht. Wechseln Sie unter „Sendemodus“ zum echten Melden, wenn Sie fertig sind.",
  sending_shadow_banner:
    "Neue Bestellungen und Besuche werden aufgezeichnet und nicht gesendet. Wechseln Sie unter „Sendemodus“ zum echten Melden, wenn Sie zufrieden sind.",
  sending_test_home:
    "Neue Bestellungen und Besuche gehen als Test-Events an Pinterest und zählen nicht. Der Modus wird unter „Diagnose“ gewechselt.",
  sending_shadow_home:
    "Neue Bestellungen und Besuche werden aufgezeichnet und nicht an Pinterest gesendet. Der Modus wird unter „Diagnose“ gewechselt.",
  live_connecting: "Die Ansicht wird geöffnet. Gezeigte Events: {count}.",
  live_live: "Neue Events erscheinen von selbst. Gezeigte Events: {count}.",
  live_interrupted:
    "Die App ist nicht erreichbar und wird von selbst erneut gefragt. Gezeigte Events: {count}.",
  live_paused: "Die Ansicht ist angehalten. Dabei geht nichts verloren. Gezeigte Events: {count}.",
  live_empty:
    "In den letzten 15 Minuten kam kein Event. Geben Sie eine Testbestellung auf oder öffnen Sie Ihren Shop in einem anderen Tab und sehen Sie zu, wie es hier ankommt.",
  live_no_match:
    "Keines der gezeigten Events passt zum Filter. Wählen Sie einen anderen Namen oder Status.",
  test_event_explained:
    "Pinterest hat eine Seite, die Test-Events bei ihrer Ankunft zeigt. Nichts, was von hier gesendet wird, zählt.",
  test_event_step_open:
    "Öffnen Sie den Pinterest Ads Manager, wählen Sie „Conversions“ und dort die Seite für Test-Events.",
  test_event_step_keep:
    "Lassen Sie diese Seite offen. Sie zeigt nur, was ankommt, während sie offen ist, und behält nichts.",
  test_event_step_send: "Wählen Sie unten ein Event und senden Sie es.",
  test_event_step_look:
    "Sehen Sie auf die Seite von Pinterest: Das Event erscheint dort innerhalb einer Minute, mit dem, was Pinterest rät.",
  test_event_taken:
    "Pinterest hat das Test-Event angenommen. Suchen Sie auf seiner Seite nach der Event-ID {eventId}; sonst ist nichts zu tun.",
  test_event_advised:
    "Pinterest hat das Test-Event angenommen. Suchen Sie auf seiner Seite nach der Event-ID {eventId}. Für echte Events rät es: {words}.",
  test_event_not_taken:
    "Pinterest hat das Test-Event abgelehnt: {words}. Laden Sie unten die Support-Datei herunter und senden Sie sie dem Support der App.",
  test_event_not_connected:
    "Es ist kein Pinterest-Konto verbunden, daher gibt es niemanden, an den gesendet werden könnte. Verbinden Sie eines in den Einstellungen und kommen Sie dann zurück.",
  shadow_explained:
    "Jeder Tag vergleicht die eingegangenen Bestellungen mit dem, was an Pinterest gegangen wäre. Die Tage sind in UTC.",
  shadow_empty:
    "Im Schattenmodus wurde noch nichts aufgezeichnet. Nach der ersten Bestellung wird hier jeder Tag mit Ihren Bestellungen verglichen.",
  shadow_orders:
    "Bestellungen: {orders}. Wären gemeldet worden: {reported}, in der Zählung von Pinterest {events}.",
  shadow_consent: "Ausgelassen wegen der Entscheidung der Person: {count}.",
  shadow_left_out:
    "Durch andere Regeln ausgelassen: {count}. Die Seite „Conversions“ nennt für jede den Grund.",
  shadow_open: "Warten noch auf die Entscheidung der Person: {count}.",
  shadow_others: "Andere Events als Bestellungen: {count}.",
  shadow_identifiers_explained:
    "So viele der letzten {count} Events hatten das Merkmal. Je mehr es sind, desto besser ordnet Pinterest zu.",
  conflict_same_tag_in_theme:
    "Ihr Theme lädt dasselbe Pinterest-Tag wie diese App, ohne die Event-IDs der App, daher zählt Pinterest Besuche doppelt. Entfernen Sie das Pinterest-Tag aus dem Code des Themes.",
  conflict_second_tag:
    "Ihr Shop lädt ein weiteres Pinterest-Tag ({tags}). Gehört es zu demselben Werbekonto, werden Handlungen doppelt gezählt: Entfernen Sie es aus dem Code des Themes oder überlassen Sie ihm das Melden.",
  conflict_channel_pixel:
    "Der Vertriebskanal von Pinterest hat einen Pixel in Ihrem Shop, daher werden Handlungen doppelt gezählt. Schalten Sie sein Tracking ab oder wählen Sie in den Einstellungen die Betriebsart neben dem Pixel des Vertriebskanals.",
  conflict_ingest_twice:
    "Ihr Server hat Bestellungen unter ihren Namen gemeldet, die Shopify unter ihren Nummern gemeldet hat. Bestellungen: {orders}. Lassen Sie Ihren Server die Bestellnummer von Shopify im Feld order.id senden oder überlassen Sie Bestellungen Shopify.",
  conflict_shared_event:
    "Mehrere Bestellungen kamen aus einem Checkout und teilen ein Event, das Pinterest einmal zählt. Bestellungen nach der ersten: {orders}. Es ist nichts zu tun, es sei denn, Sie erwarten, dass jede zählt.",
  act_tested:
    "Es wurde als Test-Event gesendet, und Pinterest hat es angenommen. Es zählt nicht und wird nie wieder gesendet.",
  act_shadowed:
    "Es wurde im Schattenmodus aufgezeichnet: Es wäre gemeldet worden, und nichts wurde gesendet.",
  conflicts_none: "Nichts in den Bestellungen der letzten Woche wurde doppelt gemeldet.",
  storefront_explained:
    "Die App kann sich einmal die Startseite Ihres Shops ansehen, wie jeder Besucher es darf, und nach einem zweiten Pinterest-Tag und dem Pixel des Vertriebskanals von Pinterest suchen.",
  storefront_not_seen:
    "Der Shop konnte nicht angesehen werden. Vielleicht verlangt er ein Passwort oder antwortet nicht; öffnen Sie ihn für Besucher und sehen Sie erneut nach.",
  storefront_clean: "Die Startseite des Shops zeigt kein anderes Pinterest-Tag und keinen Pixel.",
  heartbeat_explained:
    "Wann jeder Teil zuletzt gezeigt hat, dass er funktioniert. Ein Webhook, der länger ausbleibt als sonst, ist einen Blick wert.",
  webhooks_counted: "In den letzten 24 Stunden: {today}. An einem gewöhnlichen Tag: {usual}.",
  support_bundle_explained:
    "Eine Datei für den Support der App: Versionen, Einstellungen, Zustände und Zahlen. Kein Passwort, kein Token und nichts von einem Käufer steht darin.",
  support_bundle_failed:
    "Die Datei konnte nicht erstellt werden. Versuchen Sie es in einer Minute erneut.",
  diagnostics_unreachable:
    "Die App war nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
};

export const diagnosticsLabels = {
  state_tested: "Getestet",
  state_shadowed: "Im Schatten",
  check_tried: "Im Test- oder Schattenmodus aufgezeichnet",
  sending_real: "Echt",
  sending_test: "Test",
  sending_shadow: "Schatten",
  webhooks_orders: "Webhooks zu Bestellungen",
  webhooks_products: "Webhooks zu Produkten",
  webhooks_shop: "Webhooks zum Shop",
  webhooks_compliance: "Webhooks zu Datenanfragen",
  webhooks_other: "Andere Webhooks",
  diagnostics: "Diagnose",
  sending_mode: "Sendemodus",
  sending_mode_choice: "Was aus neuen Bestellungen und Besuchen wird",
  sending_since: "Zuletzt gewechselt:",
  sending_switch: "Modus wechseln",
  sending_question: "In den Modus „{mode}“ wechseln?",
  sending_test_on: "Der Testmodus ist an",
  sending_shadow_on: "Der Schattenmodus ist an",
  live_events: "Live-Events",
  live_pause: "Anhalten",
  live_resume: "Fortsetzen",
  live_name_filter: "Event-Name",
  test_events: "Test-Events",
  test_event_name: "Zu sendendes Event",
  send_test_event: "Test-Event senden",
  open_ads_manager: "Ads Manager öffnen",
  shadow_report: "Vergleich im Schattenmodus",
  shadow_day: "Tag {day}",
  shadow_placed: "Wert der Bestellungen",
  shadow_would_report: "Wert, der gemeldet worden wäre",
  shadow_identifiers: "Merkmale",
  birth_date: "Geburtsdatum",
  conflicts: "Konflikte",
  look_at_storefront: "Meinen Shop ansehen",
  heartbeat: "Lebenszeichen",
  beat_pixel: "Nachricht des Pixels",
  beat_reconciled: "Vergleich mit den Bestellungen von Shopify",
  beat_delivered: "Zustellung an Pinterest",
  beat_fetched: "Feed von Pinterest abgerufen",
  support_bundle: "Support-Datei",
  download_support_bundle: "Support-Datei herunterladen",
  remedy_connection: "Verbindungseinstellungen öffnen",
  remedy_tracking: "Tracking-Einstellungen öffnen",
  remedy_privacy: "Datenschutzeinstellungen öffnen",
};
