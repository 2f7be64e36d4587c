export const skipReasons = {
  test_order:
    "Dies ist eine Testbestellung. Pinterest erfährt nur von echten Bestellungen; es ist nichts zu tun.",
  cancelled_order:
    "Die Bestellung wurde storniert, bevor sie gemeldet wurde, und zählt daher nicht. Es ist nichts zu tun.",
  channel_disabled:
    "Bestellungen aus diesem Vertriebskanal sind abgeschaltet. Schalten Sie den Kanal in den Einstellungen ein, um sie zu melden.",
  not_paid:
    "Die Bestellung ist nicht bezahlt, und die Einstellungen warten auf die Zahlung. Sie wird gemeldet, wenn sie bezahlt ist; um Bestellungen schon bei der Aufgabe zu melden, ändern Sie in den Einstellungen, wann eine Bestellung zählt.",
  too_old:
    "Die Bestellung ist älter als 7 Tage, und Pinterest zählt nichts Älteres. Für diese Bestellung lässt sich nichts tun.",
  no_identity:
    "Die Bestellung hat weder eine E-Mail-Adresse noch eine IP-Adresse zusammen mit einem Browser, daher könnte Pinterest sie niemandem zuordnen. Kommt das oft vor, prüfen Sie, ob die App die E-Mail-Adressen der Kunden lesen darf.",
  consent_denied:
    "Die Person hat dem Marketing nicht zugestimmt oder dem Verkauf ihrer Daten widersprochen. Diese Entscheidung wird geachtet; es ist nichts zu tun.",
  consent_unknown:
    "Wie sich die Person zum Marketing entschieden hat, ist nicht bekannt, und die Einstellungen lassen solche Bestellungen aus diesem Land aus. Was bei unbekannter Entscheidung geschieht, legen die Einstellungen unter „Datenschutz“ fest.",
  presumed_denied:
    "Der Pixel funktioniert, hat von diesem Checkout aber nichts gesehen. Die Person hat also wahrscheinlich abgelehnt, und die Einstellungen lassen solche Bestellungen aus. Das lässt sich in den Einstellungen ändern.",
  no_snapshot:
    "Ein anderer Pinterest-Pixel meldet die Checkouts dieses Shops, und die ID, die er für diesen verwendet hat, ist nicht bekannt. Ihn zu senden würde ihn doppelt zählen; für diese Bestellung lässt sich nichts tun.",
  expired:
    "Der Browser hat diese Bestellung schon gemeldet, und nach einer Stunde würde Pinterest sie ein zweites Mal zählen. Es ist nichts zu tun.",
  not_connected:
    "Als die Bestellung einging, war kein Pinterest-Konto verbunden. Verbinden Sie eines in den Einstellungen; frühere Bestellungen bis zu 7 Tagen können dann unter „Conversions“ gesendet werden.",
  uninstalled:
    "Die App wurde deinstalliert, bevor die Bestellung gemeldet wurde. Für diese Bestellung lässt sich nichts tun.",
  erased:
    "Die Daten der Person wurden auf Wunsch gelöscht, bevor die Bestellung gemeldet wurde. Für diese Bestellung lässt sich nichts tun.",
  unreadable_order:
    "Der Shop hat diese Bestellung in einer Form gesendet, die die App nicht lesen kann. Sie wird innerhalb von zwei Tagen von selbst erneut geholt; bleibt die Zeile, melden Sie sich beim Support der App.",
  browser_only:
    "Die Einstellungen überlassen das Melden dem Browser, daher hat der Server nichts gesendet. Um Bestellungen auch vom Server melden zu lassen, ändern Sie in den Einstellungen, wer meldet.",
};
