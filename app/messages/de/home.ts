export const home = {
  leg_browser_off:
    "In Ihrer Betriebsart meldet allein der Server, daher wird unser Pixel nicht verwendet.",
  leg_pixel_refused: "Shopify hat den Pixel abgelehnt. Speichern Sie die Einstellungen erneut.",
  leg_pixel_missing:
    "Der Pixel ist nicht in Ihrem Shop. Verbinden Sie Pinterest und speichern Sie die Einstellungen.",
  leg_pixel_unheard:
    "Der Pixel ist an, und es war noch nichts von ihm zu hören. Öffnen Sie Ihren Shop in einem anderen Fenster und nehmen Sie die Cookies an.",
  leg_pixel_quiet:
    "Von dem Pixel war einen Tag lang nichts zu hören. Öffnen Sie Ihren Shop in einem anderen Fenster; ändert sich nichts, speichern Sie die Einstellungen erneut.",
  leg_pixel_alone: "Der Pixel ist an. In Ihrer Betriebsart meldet er nur an Pinterest.",
  leg_pixel_live: "Der Pixel meldet, was Besucher tun.",
  leg_server_off: "In Ihrer Betriebsart bleibt jede Meldung dem Browser überlassen.",
  leg_not_connected: "Pinterest ist nicht verbunden. Verbinden Sie es in den Einstellungen.",
  leg_connection_lost:
    "Pinterest lehnt die Zugangsdaten ab, und Bestellungen warten. Berichtigen Sie sie.",
  leg_webhooks_silent:
    "Shopify hat seit Stunden keine Bestellungen gesendet, was für Ihren Shop ungewöhnlich ist. Gab es Bestellungen, öffnen Sie die App erneut oder fragen Sie den Support.",
  leg_events_late:
    "Events warten seit mehr als einer Viertelstunde. Sie werden von selbst erneut versucht; bleibt es dabei, fragen Sie den Support.",
  leg_events_refused:
    "Pinterest hat einige Events abgelehnt. Sehen Sie sie an und senden Sie sie erneut.",
  leg_account_lost:
    "Das Pinterest-Konto muss für den Katalog erneut verbunden werden; Events werden weiter gemeldet.",
  leg_server_untested: "Die Verbindung wurde nicht getestet. Testen Sie sie in den Einstellungen.",
  leg_server_ready: "Pinterest ist verbunden. Die nächste Bestellung wird von selbst gemeldet.",
  leg_server_live: "Bestellungen werden vom Server gemeldet.",
  leg_catalog_unread:
    "Ihr Katalog wurde noch nicht gelesen. Lesen Sie ihn auf der Seite „Katalog“.",
  leg_catalog_reading:
    "Ihr Katalog wird zum ersten Mal gelesen; danach wird sein Feed von selbst veröffentlicht. Wie weit es ist, sehen Sie auf der Seite „Katalog“.",
  leg_catalog_failed:
    "Das letzte Lesen Ihres Katalogs ist fehlgeschlagen. Warum, steht auf der Seite „Katalog“.",
  leg_feed_refused: "Pinterest hat den Feed abgelehnt. Warum, steht auf der Seite „Katalog“.",
  leg_feed_waits:
    "Eine neue Fassung des Feeds wartet auf Ihr Wort. Sehen Sie sie auf der Seite „Katalog“ an.",
  leg_feed_unpublished:
    "Es ist noch kein Feed veröffentlicht. Veröffentlichen Sie einen auf der Seite „Katalog“.",
  leg_feed_unfetched:
    "Der Feed ist veröffentlicht, und Pinterest hat ihn noch nicht abgerufen. Registrieren Sie ihn auf der Seite „Katalog“ oder geben Sie seine Adresse bei Pinterest ein.",
  leg_fetch_stopped:
    "Pinterest hat den Feed seit zwei Tagen nicht abgerufen. Prüfen Sie seinen Stand auf der Seite „Katalog“.",
  leg_feed_live: "Pinterest ruft den Feed ab.",
  leg_consent_mostly_unknown:
    "Die meisten Bestellungen wurden ausgelassen, weil die Entscheidung der Person nicht bekannt war. Überprüfen Sie die Datenschutzeinstellungen und Ihr Cookie-Banner.",
  leg_consent_unreviewed:
    "Die Datenschutzeinstellungen hat noch niemand bestätigt. Überprüfen Sie sie.",
  leg_consent_followed:
    "Jede Meldung folgt der Entscheidung der Person und Ihren Datenschutzeinstellungen.",
  gap_account_missing:
    "Verbinden Sie Ihr Pinterest-Konto oder geben Sie Tag, Werbekonto und Token ein.",
  gap_account_refused:
    "Pinterest lehnt die Zugangsdaten ab. Berichtigen Sie sie in den Einstellungen.",
  gap_test_missing:
    "Senden Sie aus den Einstellungen ein Test-Event. Pinterest beantwortet es und zeichnet nichts auf.",
  gap_pixel_off:
    "Der Pixel kommt in Ihren Shop, wenn Pinterest verbunden ist. Ist es das schon, speichern Sie die Einstellungen noch einmal.",
  gap_pixel_unseen: "Öffnen Sie Ihren Shop in einem anderen Fenster und nehmen Sie die Cookies an.",
  gap_consent_open:
    "Lesen Sie, was mit einer Bestellung geschieht, wenn die Entscheidung der Person nicht bekannt ist, und bestätigen Sie es.",
  gap_feed_missing: "Lesen Sie Ihren Katalog und veröffentlichen Sie einen Feed.",
  gap_feed_coming:
    "Warten Sie einen Moment: Ihr Katalog wird gelesen, und der Feed wird von selbst veröffentlicht.",
  gap_feed_not_fetched:
    "Registrieren Sie den Feed bei Pinterest oder geben Sie seine Adresse dort ein.",
  gap_order_missing:
    "Warten Sie auf eine Bestellung oder geben Sie in Ihrem eigenen Shop eine auf.",
  gap_order_one_sided:
    "Bestellungen werden vom Server gemeldet. Warten Sie auf eine, die auch der Browser unter derselben ID meldet: Dafür muss die Person die Cookies annehmen.",
  guide_done: "Alles ist eingerichtet.",
  nothing_to_do: "Zurzeit ist nichts zu tun.",
  no_events:
    "In diesem Zeitraum gibt es keine Events. Hier steht, was Besucher tun und kaufen, getrennt danach, wer es gemeldet hat.",
  both_explained:
    "Diese Events haben Browser und Server unter einer ID gemeldet, damit Pinterest sie einmal zählen kann. Pinterest sagt nicht, welche Events es zusammengeführt hat.",
  no_placed_orders: "In diesem Zeitraum gibt es keine Bestellungen.",
  orders_explained:
    "Bestellungen nach dem Zeitpunkt, zu dem sie die App erreichten. Frühere Bestellungen, die Sie von Hand gesendet haben, und Testbestellungen sind nicht mitgezählt.",
  no_coverage:
    "Sobald Events gemeldet werden, steht hier, wie viele davon enthalten, wonach Pinterest zuordnet.",
  coverage_explained:
    "Wie viele der Events, die Pinterest vom Server angenommen hat, den jeweiligen Teil der Event-Qualitätsbewertung enthielten. Was nur der Browser gemeldet hat, ist nicht dabei.",
  quality_beside:
    "Die Zahlen von Pinterest betreffen die letzten {days} Tage, nach welchem Tag auch immer es zählt.",
  quality_none: "Pinterest hat zu diesen Events noch nichts gesagt. Es wird einmal am Tag gefragt.",
  quality_no_account:
    "Verbinden Sie ein Pinterest-Konto, um die Zahlen von Pinterest daneben zu sehen.",
  no_catalog:
    "Der Katalog wurde noch nicht gelesen. Seine Artikel und deren Probleme erscheinen hier.",
  consent_review_explained:
    "Bestätigen Sie hier, dass Sie die Datenschutzeinstellungen oben gelesen haben und so haben möchten.",
};

export const homeLabels = {
  leg_name_browser: "Browser",
  leg_name_server: "Server",
  leg_name_catalog: "Katalog",
  leg_name_consent: "Einwilligung",
  tone_good: "Funktioniert",
  tone_attention: "Handlungsbedarf",
  tone_trouble: "Funktioniert nicht",
  tone_off: "Aus",
  step_account: "Pinterest verbinden",
  step_test: "Ein Test-Event annehmen lassen",
  step_pixel: "Den Pixel einschalten",
  step_consent: "Die Einwilligung überprüfen",
  step_feed: "Den Feed veröffentlichen und abrufen lassen",
  step_order: "Die erste gemeldete Bestellung sehen",
  remedy_conversions: "Conversions öffnen",
  remedy_store: "Meinen Shop öffnen",
  remedy_catalog: "Katalog öffnen",
  period_day: "24 Stunden",
  period_week: "7 Tage",
  period_month: "30 Tage",
  reported_by_both: "Browser und Server",
  reported_by_server: "Server",
  reported_by_browser: "Browser",
  reported_by_neither: "Nicht gemeldet",
  part_hashed_email: "E-Mail-Adresse",
  part_click_id_epik: "Click-ID",
  part_ip_address: "IP-Adresse",
  part_user_agent: "User-Agent",
  part_advertiser_external_id: "Externe ID",
  part_hashed_maid: "Mobile Werbe-ID",
  part_external_event_id: "Event-ID",
  part_order_id: "Bestell-ID",
  part_order_value: "Bestellwert",
  part_product_id: "Produkt-ID",
  part_source_url: "Seitenadresse",
  quality_needs_improvement: "Bewertung von Pinterest: verbesserungsbedürftig",
  quality_fair: "Bewertung von Pinterest: mittel",
  quality_good: "Bewertung von Pinterest: gut",
  setup_guide: "Einrichtung",
  guide_progress: "Erledigte Schritte: {done} von {all}",
  hide_guide: "Einrichtung ausblenden",
  show_guide: "Einrichtung zeigen",
  step_done: "Erledigt",
  step_to_do: "Zu tun",
  health: "So steht es",
  next_step: "Als Nächstes",
  figures: "Zahlen",
  period: "Zeitraum",
  period_before: "Zeitraum davor: {count}",
  reported_events_chart: "Events nach Name und Kanal",
  both_sides: "Von beiden Seiten unter einer ID gemeldet",
  order_coverage: "Gemeldete Bestellungen",
  orders_of: "{reported} von {placed}",
  match_coverage: "Wonach Events zugeordnet werden können",
  event_name: "Event",
  part_column: "Teil",
  ours_column: "Unsere",
  pinterests_column: "Von Pinterest",
  ours_and_theirs: "{ours}, Pinterest {theirs}",
  events_column: "Events",
  orders_column: "Bestellungen",
  reason_column: "Nicht gemeldet, weil",
  reason_open: "Noch unterwegs",
  reason_dead_letter: "Von Pinterest abgelehnt",
  total_column: "Gesamt",
  share_column: "Anteil",
  show_table: "Als Tabelle zeigen",
  hide_table: "Tabelle ausblenden",
  percent: "{percent}\u00a0%",
  bar_of: "{name}: {value}",
  quality_help: "Über die Event-Qualitätsbewertung von Pinterest",
  all_orders: "Alle Bestellungen",
  published_items: "Veröffentlichte Artikel",
  left_out_items: "Ausgelassen",
  found_issues: "Probleme",
  last_fetch: "Letzter Abruf durch Pinterest",
  consent_review: "Bestätigung",
  confirm_consent: "Diese Einstellungen sind richtig",
  consent_confirmed: "Datenschutzeinstellungen bestätigt",
};
