export const admin = {
  no_orders:
    "Aucune commande n'est encore arrivée. La prochaine apparaît ici d'elle-même en quelques secondes.",
  missing_fields_explained:
    "Aucune des {orders} dernières commandes n'est arrivée avec {fields}. Shopify ne partage pas ces données client protégées avec l'application, Pinterest peut donc associer moins de commandes à des personnes ; le reste est signalé. L'exploitant de l'application peut les demander dans le Partner Dashboard de Shopify, sous « Accès à l'API », « Accès aux données client protégées ».",
  front_lead:
    "Pin Relay est une application pour Shopify. Elle signale vos commandes à l'API Conversions de Pinterest, depuis le serveur, une fois chacune, pour que les rapports publicitaires ne dépendent pas du navigateur de l'acheteur.",
  front_consent:
    "Le choix de l'acheteur compte : qui a refusé le marketing n'est pas signalé, et les données personnelles sont hachées avant d'être conservées ou envoyées.",
  front_ledger:
    "Chaque commande a une ligne qui dit si elle a été signalée et, sinon, pourquoi et que faire.",
  front_open_explained:
    "L'application s'ouvre dans l'interface Shopify, sous « Applications ». Sur cette page, il n'y a rien à quoi se connecter.",
};
