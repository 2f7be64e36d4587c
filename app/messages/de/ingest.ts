export const ingest = {
  event_unreadable: "Diese Felder sind unbekannt oder passen nicht: {fields}.",
  event_name_missing: "Benennen Sie das Event: Senden Sie name, etwa add_to_cart.",
  event_name_unknown: "Es gibt kein Event {name}. Am nächsten kommt {nearest}.",
  event_id_missing:
    "Senden Sie eventId, dieselbe für jede Meldung dieser Handlung: Danach zählen Pinterest und diese App sie einmal.",
  time_unreadable:
    "Die Zeit in occurredAt lässt sich nicht lesen. Senden Sie ISO 8601 mit Zeitzone, etwa 2026-11-06T04:00:00Z, oder Unix-Sekunden.",
  time_in_milliseconds:
    "Die Zeit in occurredAt ist in Millisekunden angegeben. Senden Sie Unix-Sekunden: Teilen Sie sie durch 1000.",
  url_unreadable: "Die Seite ist keine Webadresse. Senden Sie sie ganz, mit https:// am Anfang.",
  language_unreadable:
    "Die Sprache beginnt nicht mit zwei Buchstaben. Senden Sie einen Code wie en.",
  currency_unknown:
    "Es gibt keine Währung {currency}. Senden Sie ihren Code aus drei Buchstaben, etwa USD.",
  currency_missing: "Ein Wert ohne seine Währung sagt nichts. Senden Sie auch die Währung.",
  amount_negative:
    "Der Betrag in {field} ist negativ. Senden Sie, was bezahlt wurde, oder lassen Sie ihn weg.",
};

export const actSkipReasons = {
  act_too_old: "Das Event ist älter als 7 Tage, und Pinterest zählt nichts Älteres.",
  act_no_identity:
    "Pinterest könnte es niemandem zuordnen: Senden Sie eine E-Mail-Adresse, eine mobile Werbe-ID oder die IP-Adresse zusammen mit dem User-Agent.",
  act_consent_denied:
    "Die Person hat dem Marketing nicht zugestimmt oder dem Verkauf ihrer Daten widersprochen. Diese Entscheidung wird geachtet; es ist nichts zu tun.",
  act_consent_unknown:
    "Wie sich die Person zum Marketing entschieden hat, ist nicht bekannt, und die Einstellungen lassen solche Events aus diesem Land aus. Senden Sie die Angaben zur Einwilligung mit dem Event oder ändern Sie die Einstellungen unter „Datenschutz“.",
  act_not_connected:
    "Es ist kein Pinterest-Konto verbunden. Verbinden Sie eines in den Einstellungen.",
};

export const serverEvents = {
  server_events_explained:
    "Ein Headless-Shop, eine App oder ein anderes Ihrer Systeme kann melden, was Besucher tun. Die App hasht personenbezogene Daten bei der Ankunft, achtet die Entscheidung der Person und zählt jedes Event anhand seiner Event-ID einmal.",
  ingest_url_help:
    "Senden Sie POST-Anfragen hierher, mit einem Secret als Bearer-Token und jeweils bis zu 1000 Events.",
  ingest_secrets_none:
    "Es gibt noch kein Secret, daher wird nichts angenommen. Erstellen Sie eines, um zu beginnen.",
  ingest_secrets_full:
    "Zwei Secrets können gleichzeitig gelten, damit ein neues verteilt werden kann, bevor das alte wegfällt. Widerrufen Sie eines, um ein anderes zu erstellen.",
  ingest_secret_once:
    "Kopieren Sie es jetzt und bewahren Sie es dort auf, wo die Secrets Ihres Servers liegen. Es wird hier nicht gespeichert und kann nicht noch einmal gezeigt werden.",
  revoke_explained:
    "Wer dieses Secret noch verwendet, wird sofort abgelehnt. Achten Sie darauf, dass Ihre Server das andere verwenden.",
};
