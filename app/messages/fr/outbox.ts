export const outbox = {
  line_waiting:
    "La commande attend le choix de l'acheteur sur le marketing, pendant 90 secondes au plus.",
  line_pending: "La commande est en route vers Pinterest.",
  line_pending_rate_limited:
    "Pinterest a demandé une pause. La commande est renvoyée d'elle-même ; il n'y a rien à faire.",
  line_pending_unavailable:
    "Pinterest n'a pas encore pu prendre la commande. Elle est renvoyée d'elle-même ; il n'y a rien à faire.",
  line_pending_timeout:
    "Pinterest n'a pas répondu à temps. La commande est renvoyée d'elle-même ; il n'y a rien à faire.",
  line_pending_network:
    "Pinterest n'a pas pu être joint. La commande est renvoyée d'elle-même ; il n'y a rien à faire.",
  line_pending_sealed:
    "La commande est conservée chiffrée et il manque à l'application la clé qui l'ouvre. Écrivez à l'assistance de l'application ; elle est envoyée dès que la clé est revenue.",
  line_held:
    "La commande attend que la connexion à Pinterest soit rétablie dans les paramètres, puis elle est envoyée.",
  line_delivered: "Pinterest a pris la commande.",
  line_delivered_advice: "Pinterest a pris la commande et conseille : {words}.",
  line_dead_letter: "Pinterest a refusé la commande : {words}.",
  line_dead_letter_unreadable:
    "L'événement conservé ne peut pas être lu, il n'a donc pas été envoyé. Écrivez à l'assistance de l'application.",
  line_consent: "Consentement : {choice}. Pour {place} : {first}. Appliqué : {policy}.",
  line_skipped: "La commande n'a pas été signalée.",
};
