export const outbox = {
  line_waiting:
    "Die Bestellung wartet bis zu 90 Sekunden darauf, wie sich die Person zum Marketing entschieden hat.",
  line_pending: "Die Bestellung ist auf dem Weg zu Pinterest.",
  line_pending_rate_limited:
    "Pinterest hat um eine Pause gebeten. Die Bestellung wird von selbst erneut gesendet; es ist nichts zu tun.",
  line_pending_unavailable:
    "Pinterest konnte die Bestellung noch nicht annehmen. Sie wird von selbst erneut gesendet; es ist nichts zu tun.",
  line_pending_timeout:
    "Pinterest hat nicht rechtzeitig geantwortet. Die Bestellung wird von selbst erneut gesendet; es ist nichts zu tun.",
  line_pending_network:
    "Pinterest war nicht erreichbar. Die Bestellung wird von selbst erneut gesendet; es ist nichts zu tun.",
  line_pending_sealed:
    "Die Bestellung ist verschlüsselt gespeichert, und der App fehlt der Schlüssel dazu. Melden Sie sich beim Support der App; sie wird gesendet, sobald der Schlüssel wieder da ist.",
  line_held:
    "Die Bestellung wartet, bis die Verbindung zu Pinterest in den Einstellungen in Ordnung gebracht ist, und wird dann gesendet.",
  line_delivered: "Pinterest hat die Bestellung angenommen.",
  line_delivered_advice: "Pinterest hat die Bestellung angenommen und rät: {words}.",
  line_dead_letter: "Pinterest hat die Bestellung abgelehnt: {words}.",
  line_dead_letter_unreadable:
    "Das gespeicherte Event lässt sich nicht lesen und wurde daher nicht gesendet. Melden Sie sich beim Support der App.",
  line_consent: "Einwilligung: {choice}. In {place}: {first}. Angewandt: {policy}.",
  line_skipped: "Die Bestellung wurde nicht gemeldet.",
};
