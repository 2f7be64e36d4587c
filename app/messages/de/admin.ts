export const admin = {
  no_orders:
    "Es ist noch keine Bestellung eingegangen. Die nächste erscheint hier von selbst innerhalb von Sekunden.",
  missing_fields_explained:
    "Keine der letzten {orders} Bestellungen kam mit {fields}. Shopify gibt diese geschützten Kundendaten nicht an die App weiter, daher kann Pinterest weniger Bestellungen Personen zuordnen; alles Übrige wird gemeldet. Der Betreiber der App kann sie im Partner-Dashboard von Shopify unter „API access“, „Protected customer data access“ beantragen.",
  front_lead:
    "Pin Relay ist eine App für Shopify. Sie meldet Ihre Bestellungen der Conversions API von Pinterest, vom Server aus und jede einmal, damit Anzeigenberichte nicht vom Browser der Kunden abhängen.",
  front_consent:
    "Die Entscheidung der Person zählt: Wer Marketing abgelehnt hat, wird nicht gemeldet, und personenbezogene Daten werden gehasht, bevor sie gespeichert oder gesendet werden.",
  front_ledger:
    "Jede Bestellung hat eine Zeile, die sagt, ob sie gemeldet wurde, und wenn nicht, warum und was zu tun ist.",
  front_open_explained:
    "Die App öffnet sich im Shopify-Admin unter „Apps“. Auf dieser Seite gibt es nichts, wo Sie sich anmelden müssten.",
};
