export const catalogProblems = {
  catalog_invalid_request:
    "Pinterest ne prend pas la description du flux telle que l'application l'a envoyée. Écrivez à l'assistance de l'application ; le flux lui-même n'est pas en cause.",
  catalog_not_permitted:
    "Le compte Pinterest connecté ne peut pas gérer ce catalogue. Demandez au propriétaire du compte publicitaire le rôle « Gestionnaire de catalogues », ou connectez le compte du propriétaire.",
  catalog_business_account_required:
    "Pinterest ne prend que les catalogues de comptes professionnels. Convertissez gratuitement le compte chez Pinterest, puis enregistrez de nouveau le flux.",
  catalog_no_reports:
    "Pinterest n'a pas encore de rapport sur ce flux. Attendez sa première lecture, qui vient dans la journée.",
  catalog_reports_not_permitted:
    "Pinterest ne montre pas ses rapports au compte connecté. Connectez de nouveau le compte et laissez toutes les autorisations actives.",
  catalog_merchant_disapproved:
    "L'examen de Pinterest n'a pas admis le compte comme marchand. Lisez la raison dans le Business Hub de Pinterest et faites-y appel, puis enregistrez de nouveau le flux.",
  catalog_merchant_under_review:
    "Pinterest examine le compte et ne prend pas de changement de flux en attendant. Attendez son e-mail ; l'application réessaie d'elle-même chaque jour.",
  catalog_feed_unknown:
    "Pinterest n'a plus ce flux ; il y a été supprimé. Enregistrez-le de nouveau pour ramener ses produits, ou laissez-le ainsi.",
  catalog_feed_has_promotions:
    "Des produits de ce flux sont dans des annonces en cours, Pinterest ne le supprime donc pas. Mettez d'abord ces annonces en pause dans Pinterest Ads Manager.",
  catalog_no_website:
    "Le compte Pinterest n'indique pas de site web. Revendiquez l'adresse de votre boutique dans les paramètres de Pinterest, puis enregistrez de nouveau le flux.",
  catalog_website_not_claimed:
    "L'adresse de la boutique n'est pas encore revendiquée chez Pinterest. Revendiquez-la dans les paramètres de Pinterest, sous « Comptes revendiqués », puis enregistrez de nouveau le flux.",
  catalog_feed_name_taken:
    "Pinterest a un autre flux de ce nom. Renommez-le ou supprimez-le chez Pinterest s'il n'est pas utile, puis enregistrez de nouveau celui-ci.",
  catalog_market_not_supported:
    "Pinterest ne prend pas de flux pour ce pays et cette langue. Choisissez une autre langue pour le marché, ou laissez-le de côté.",
  catalog_no_catalog:
    "Le compte Pinterest n'a pas encore de catalogue. Enregistrez de nouveau le flux, ce qui en crée un.",
  catalog_result_unknown:
    "Pinterest n'a plus le résultat de cette lecture. Il n'y a rien à faire ; la prochaine lecture en apporte un nouveau.",
  catalog_batch_unknown:
    "Pinterest ne sait pas ce qu'est devenue une mise à jour de prix. Il n'y a rien à faire ; sa prochaine lecture du flux les apporte.",
  catalog_language_unknown:
    "Les catalogues de Pinterest n'ont pas la langue du flux. Choisissez une autre langue pour le marché, ou laissez-le de côté.",
  catalog_refused:
    "Pinterest a refusé le flux pour une raison que l'application ne connaît pas. Réessayez demain ; si cela persiste, écrivez à l'assistance de l'application.",
};
