export const ingest = {
  event_unreadable: "Ces champs sont inconnus ou ne conviennent pas : {fields}.",
  event_name_missing: "Nommez l'événement : envoyez name, par exemple add_to_cart.",
  event_name_unknown: "Il n'y a pas d'événement {name}. Le plus proche est {nearest}.",
  event_id_missing:
    "Envoyez eventId, le même pour chaque signalement de cet acte : Pinterest et cette application s'en servent pour ne le compter qu'une fois.",
  time_unreadable:
    "L'heure dans occurredAt ne peut pas être lue. Envoyez-la au format ISO 8601 avec son décalage, par exemple 2026-11-06T04:00:00Z, ou en secondes Unix.",
  time_in_milliseconds:
    "L'heure dans occurredAt est en millisecondes. Envoyez des secondes Unix : divisez-la par 1000.",
  url_unreadable:
    "La page n'est pas une adresse web. Envoyez-la en entier, avec https:// au début.",
  language_unreadable:
    "La langue ne commence pas par deux lettres. Envoyez un code, par exemple en.",
  currency_unknown:
    "Il n'y a pas de devise {currency}. Envoyez son code de trois lettres, par exemple USD.",
  currency_missing: "Une valeur sans sa devise ne dit rien. Envoyez aussi la devise.",
  amount_negative:
    "Le montant dans {field} est négatif. Envoyez ce qui a été payé, ou laissez ce champ de côté.",
};

export const actSkipReasons = {
  act_too_old: "L'événement a plus de 7 jours, et Pinterest ne compte rien de plus ancien.",
  act_no_identity:
    "Pinterest ne pourrait l'associer à personne : envoyez une adresse e-mail, un identifiant publicitaire mobile, ou l'adresse IP avec le user agent.",
  act_consent_denied:
    "L'acheteur n'a pas accepté le marketing, ou a refusé la vente de ses données. Ce choix est respecté ; il n'y a rien à faire.",
  act_consent_unknown:
    "Le choix de l'acheteur sur le marketing n'est pas connu, et les paramètres laissent de côté de tels événements de ce pays. Envoyez les indications de consentement avec l'événement, ou changez les paramètres, sous « Confidentialité ».",
  act_not_connected: "Aucun compte Pinterest n'est connecté. Connectez-en un dans les paramètres.",
};

export const serverEvents = {
  server_events_explained:
    "Une boutique headless, une application ou un autre de vos systèmes peut signaler ce que font les acheteurs. L'application hache les données personnelles dès leur arrivée, respecte le choix de l'acheteur et compte chaque événement une fois grâce à son identifiant.",
  ingest_url_help:
    "Envoyez ici des requêtes POST, avec un secret comme jeton bearer et jusqu'à 1000 événements dans chacune.",
  ingest_secrets_none:
    "Il n'y a pas encore de secret, rien n'est donc pris. Créez-en un pour commencer.",
  ingest_secrets_full:
    "Deux secrets sont valides à la fois, pour qu'un nouveau puisse être mis en place avant que l'ancien disparaisse. Révoquez-en un pour en créer un autre.",
  ingest_secret_once:
    "Copiez-le maintenant et gardez-le là où se trouvent les secrets de votre serveur. Il n'est pas conservé ici et ne peut plus être affiché.",
  revoke_explained:
    "Quiconque utilise encore ce secret est refusé aussitôt. Assurez-vous que vos serveurs utilisent l'autre.",
};
