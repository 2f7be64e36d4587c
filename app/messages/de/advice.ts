export const advice = {
  advice_missing_click_id:
    "Events ohne Click-ID: {events}. Nur wer von Pinterest kam, hat eine; es ist nichts zu tun.",
  advice_missing_external_id:
    "Events ohne Kundennummer: {events}. Wer ohne Konto als Gast bestellt, hat keine; es ist nichts zu tun.",
  advice_missing_em:
    "Events ohne E-Mail-Adresse: {events}. Sind das die meisten, prüfen Sie, ob die App die E-Mail-Adressen der Kunden lesen darf.",
  advice_missing_ph:
    "Events ohne Telefonnummer: {events}. Sie können beim Checkout danach fragen, in den Checkout-Einstellungen von Shopify.",
  advice_missing_name:
    "Events ohne den Namen des Kunden: {events}. Sind das die meisten, prüfen Sie, ob die App die Namen der Kunden lesen darf.",
  advice_missing_browser:
    "Events ohne IP-Adresse oder Browser: {events}. Bestellungen, die niemand in einem Browser aufgegeben hat, haben keine; es ist nichts zu tun.",
  advice_missing: "Events ohne {parameter}: {events}. Sie zählen; es ist nichts zu tun.",
  advice_explained:
    "Pinterest hat diese Events der letzten sieben Tage angenommen und sagt, womit es mehr davon Personen zuordnen könnte. Nichts ist verloren gegangen.",
  advice_invalid:
    "Events, deren {parameter} Pinterest so nicht annimmt: {events}. Sie zählen; melden Sie sich beim Support der App.",
  advice_unknown_name:
    "Events mit einem Namen, den Pinterest nur als unbekannt zählt: {events}. Melden Sie sich beim Support der App.",
  advice_other:
    "Events, zu deren {parameter} Pinterest etwas angemerkt hat: {events}. Sie zählen; der Wortlaut steht bei jeder Bestellung.",
};
