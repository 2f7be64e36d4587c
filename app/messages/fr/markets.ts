export const markets = {
  market_home: "C'est le marché propre à votre boutique, qui a toujours un flux.",
  market_country_unknown: "Pinterest n'a pas de catalogues pour ce pays.",
  market_language_unknown:
    "Pinterest n'a pas de catalogues dans cette langue. Choisissez une autre langue de ce marché.",
  market_currency_unknown:
    "Pinterest ne connaît pas cette devise. Dans Shopify, faites vendre ce marché dans une autre.",
  market_same_at_pinterest:
    "Pinterest n'a qu'une langue pour celle-ci et pour une autre du même pays. Choisissez l'autre.",
  market_unusual_currency:
    "Peu d'acheteurs de ce pays paient en {currency}. Pinterest le prend, et montre les produits à moins de personnes.",
  feed_market_gone:
    "Shopify ne propose plus ce marché dans cette langue. La dernière version du flux est toujours servie. Rétablissez le marché dans Shopify, ou retirez le flux ici.",
  feed_access_missing:
    "L'application ne peut plus lire les marchés. La dernière version du flux est toujours servie. Autorisez-le de nouveau pour continuer.",
  markets_saved:
    "Le choix est enregistré. Un nouveau flux est publié et enregistré chez Pinterest dès que le catalogue est lu.",
  markets_too_many:
    "Une boutique peut avoir {most} flux, le sien compris. Choisissez moins de marchés.",
  markets_stale:
    "Un marché a changé dans Shopify depuis l'ouverture de cette page. Regardez de nouveau le choix, puis enregistrez-le.",
  markets_missing_scope: "L'application ne peut pas lire vos marchés. Autorisez-le d'abord.",
  markets_unavailable: "Shopify n'a pas répondu. Rien n'a changé ; réessayez dans une minute.",
  markets_unreadable: "L'application n'a pas compris cette page. Rechargez-la et réessayez.",
  feed_is_leaving:
    "Vous avez retiré ce marché. Le flux est servi jusqu'à ce que Pinterest l'ait supprimé, ce que l'application demande chaque jour.",
  markets_explained:
    "Chaque marché que vous choisissez reçoit son propre flux : dans sa langue là où les produits sont traduits, avec les prix que paient ses acheteurs et des liens vers ses pages. Pinterest le montre aux personnes de ce pays.",
  markets_limit:
    "Une boutique peut avoir jusqu'à {most} flux, et Pinterest en prend 50 d'un compte.",
  markets_access:
    "Pour cela, l'application doit lire vos marchés, langues et traductions, et où les produits sont en vente. Elle n'y change rien.",
  markets_access_feeds: "Jusque-là, ces flux restent tels quels : {feeds}.",
  markets_declined: "Sans cet accès, seul le marché propre à votre boutique a un flux.",
  market_facts: "Prix en {currency}. Langue chez Pinterest : {spelled}.",
  market_facts_unspelled: "Prix en {currency}.",
  markets_none:
    "Shopify n'a pas de marché actif avec des pays, hormis celui de votre boutique. Ajoutez-en un dans les paramètres de Shopify, sous « Marchés ».",
  markets_nothing_found: "Aucun pays ni aucune langue n'a ces lettres.",
  markets_removal:
    "Flux retirés : {count}. Pinterest les supprime avec leurs Épingles et groupes de produits, et les annonces avec ces produits s'arrêtent.",
  markets_unreachable:
    "L'application n'a pas pu être jointe. Vérifiez votre connexion et réessayez.",
};

export const marketLabels = {
  markets: "Marchés",
  feed_leaving: "En cours de retrait",
  choose_markets: "Choisir des marchés",
  markets_allow: "Autoriser l'accès",
  markets_filter: "Trouver un pays ou une langue",
  markets_saved_toast: "Marchés enregistrés",
  market_row: "{country} en {language}",
  markets_lost: "Plus dans Shopify",
};
