export const advice = {
  advice_missing_click_id:
    "Événements sans identifiant de clic : {events}. Seuls les acheteurs venus de Pinterest en ont un ; il n'y a rien à faire.",
  advice_missing_external_id:
    "Événements sans identifiant de client : {events}. Qui commande sans compte n'en a pas ; il n'y a rien à faire.",
  advice_missing_em:
    "Événements sans adresse e-mail : {events}. Si c'est la plupart, vérifiez que l'application peut lire les adresses e-mail des clients.",
  advice_missing_ph:
    "Événements sans numéro de téléphone : {events}. Vous pouvez le demander au paiement, dans les paramètres de paiement de Shopify.",
  advice_missing_name:
    "Événements sans le nom du client : {events}. Si c'est la plupart, vérifiez que l'application peut lire les noms des clients.",
  advice_missing_browser:
    "Événements sans adresse IP ou sans navigateur : {events}. Les commandes que personne n'a passées dans un navigateur n'en ont pas ; il n'y a rien à faire.",
  advice_missing: "Événements sans {parameter} : {events}. Ils comptent ; il n'y a rien à faire.",
  advice_explained:
    "Pinterest a pris ces événements des sept derniers jours et dit ce qui lui permettrait d'en associer davantage à des personnes. Rien n'a été perdu.",
  advice_invalid:
    "Événements dont Pinterest ne prend pas {parameter} tel quel : {events}. Ils comptent ; écrivez à l'assistance de l'application.",
  advice_unknown_name:
    "Événements dont le nom est seulement compté comme inconnu par Pinterest : {events}. Écrivez à l'assistance de l'application.",
  advice_other:
    "Événements sur lesquels Pinterest a fait une remarque à propos de {parameter} : {events}. Ils comptent ; ses mots figurent à côté de chaque commande.",
};
