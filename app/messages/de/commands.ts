export const commands = {
  file_unreadable: "{file} lässt sich nicht lesen. Prüfen Sie den Pfad und die Zugriffsrechte.",
  file_not_json: "{file} ist kein JSON. Prüfen Sie, ob die Datei vollständig ist.",
  order_refused:
    "{file} ist nicht der Inhalt eines Bestell-Webhooks von Shopify. Diese Felder fehlen oder passen nicht: {fields}.",
  settings_refused:
    "Die Einstellungen in {file} haben unbekannte Schlüssel oder Werte, die nicht passen: {fields}.",
  context_refused:
    "Der Kontext in {file} hat unbekannte Schlüssel oder Werte, die nicht passen: {fields}.",
  user_data_refused:
    "{file} ist kein JSON-Objekt mit Nutzerdaten aus Texten, Zahlen oder Listen davon. Diese Schlüssel sind unbekannt oder passen nicht: {fields}.",
  event_refused:
    "{file} ist kein einzelnes Element eines /ingest-Inhalts: ein JSON-Objekt mit name.",
  now_refused: "--now {text} ist kein Zeitpunkt. Schreiben Sie ihn wie 2026-11-06T04:00:00Z.",
  country_refused:
    "--country {text} ist kein Land. Schreiben Sie seinen Code aus zwei Buchstaben, etwa US.",
  bulk_line_refused:
    "Zeile {line} von {file} ist abgeschnitten oder keine Zeile einer Bulk-Operation für Produkte; was nicht passt: {fields}. Holen Sie die Datei erneut.",
  feed_is_json: "{file} ist JSON und keine Feed-Datei. Nennen Sie eine TSV-, CSV- oder XML-Datei.",
  file_unwritable: "{file} lässt sich nicht schreiben. Prüfen Sie den Pfad und die Zugriffsrechte.",
  platform_not_there_yet: "Die Plattform {platform} gibt es noch nicht. Verwenden Sie shopify.",
};
