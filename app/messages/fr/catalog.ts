export const catalog = {
  catalog_sync_requested: "Le catalogue va être lu.",
  catalog_sync_cancelled: "La lecture s'arrête à sa prochaine étape. Le flux publié reste.",
  catalog_sync_over: "La lecture était déjà terminée.",
  catalog_published: "La version est publiée.",
  catalog_not_waiting: "Cette version n'attend plus. Regardez la plus récente.",
  catalog_rolled_back:
    "La version antérieure est de nouveau publiée, jusqu'à la prochaine lecture du catalogue.",
  catalog_not_kept: "Cette version n'est plus conservée.",
  catalog_too_large_to_compare:
    "Les fichiers sont trop grands pour être comparés ici. Vous pouvez publier la version antérieure sans comparaison.",
  catalog_feed_registered: "Pinterest a le flux.",
  catalog_feed_refused: "Pinterest ne prend pas le flux. La raison est ci-dessous.",
  catalog_feed_not_registrable:
    "Il n'y a encore rien à enregistrer. Connectez un compte Pinterest et attendez la première version.",
  catalog_feed_removed: "Le flux est supprimé de Pinterest.",
  catalog_pinterest_silent:
    "Pinterest n'a pas répondu. L'application réessaie d'elle-même d'ici une ou deux minutes.",
  catalog_feed_protected:
    "Désormais, le flux demande ces identifiants. Le mot de passe n'est affiché que cette fois. Si un compte Pinterest est connecté, Pinterest en est averti de lui-même ; sinon, saisissez les deux chez Pinterest.",
  catalog_feed_unprotected: "L'adresse seule suffit de nouveau.",
  catalog_item_checks_on:
    "Les visites commencent dans la minute. Un grand catalogue prend des heures.",
  catalog_item_checks_off: "L'application ne visite plus rien.",
  catalog_format_changed:
    "Le format change avec la prochaine version, qui est en cours de création.",
  catalog_unreadable: "L'application n'a pas compris cette page. Rechargez-la et réessayez.",
  join_not_active:
    "Le produit est à l'état d'ébauche ou archivé, il n'est donc pas dans le flux. Activez-le, ou laissez-le tel quel s'il n'est plus vendu.",
  join_not_published:
    "Le produit n'est pas dans la boutique en ligne, il n'est donc pas dans le flux. Publiez-le dans la boutique en ligne.",
  join_not_in_market:
    "Le produit n'est pas en vente dans ce pays, il n'est donc pas dans le flux de ce marché. Publiez-le dans le catalogue du marché, ou laissez-le tel quel.",
  join_gift_card: "Les cartes-cadeaux ne font pas partie du flux. Il n'y a rien à faire.",
  join_excluded:
    "Une de vos règles écarte l'article du flux. Changez la règle sous « Articles et colonnes », ou laissez-la telle quelle si c'est ce que vous voulez.",
  join_issue:
    "Une erreur tient l'article hors du flux. Cherchez-la parmi les problèmes du flux et corrigez le produit.",
  join_other_format:
    "Le flux a ce produit sous un identifiant d'un autre format. Si le format a changé récemment, cela passe ; sinon, vérifiez quels identifiants vos autres systèmes envoient.",
  join_not_found:
    "La boutique n'a plus cet article, ou ne l'a jamais eu. S'il est encore vendu, vérifiez quels identifiants vos autres systèmes envoient.",
  registration_no_account:
    "Connectez un compte Pinterest, et l'application enregistre le flux d'elle-même. Ou saisissez à la main l'adresse ci-dessus chez Pinterest.",
  registration_account_lost:
    "Le compte Pinterest doit être connecté de nouveau avant que Pinterest puisse être averti du flux. Ce que Pinterest a reste.",
  registration_unpublished: "Le flux est enregistré dès que sa première version est publiée.",
  registration_off: "Le flux est désactivé, il n'est donc pas enregistré.",
  registration_registering:
    "La demande a été faite à Pinterest, qui n'a pas encore répondu. L'application regarde de nouveau d'elle-même.",
  registration_registered: "Pinterest a le flux et le lit chaque jour.",
  registration_refused: "Pinterest ne prend pas le flux. L'application réessaie chaque jour.",
  registration_removed:
    "Vous avez supprimé le flux de Pinterest. Enregistrez-le pour ramener ses Épingles.",
  result_completed: "Pinterest a lu le flux.",
  result_failed:
    "Pinterest n'a pas pu lire le flux. Regardez ses rapports parmi les problèmes ; il réessaie à la prochaine lecture.",
  result_processing: "Pinterest lit encore le flux.",
  registration_none: "Pinterest n'a pas encore été averti de ce flux. Enregistrez-le.",
  pinterest_words: "Pinterest dit : {words}.",
  result_none: "Pinterest n'a pas encore lu le flux. Cela prend le plus souvent quelques minutes.",
  result_counts: "Articles que Pinterest a pris : {ingested} sur {original}.",
  remove_feed_explained:
    "Pinterest supprime le flux et toutes les Épingles qui en viennent, avec leurs enregistrements et leurs statistiques. Cela ne peut pas être annulé ; un nouvel enregistrement du flux crée de nouvelles Épingles.",
  difference:
    "Articles qui viennent : {added}. Articles qui partent : {removed}. Articles qui changent : {changed}.",
  difference_columns: "Colonnes qui changent : {columns}.",
  difference_none: "Les deux versions ont les mêmes articles avec les mêmes valeurs.",
  feed_is_open: "Quiconque connaît l'adresse peut lire le flux.",
  feed_is_protected: "Le flux demande un nom d'utilisateur et un mot de passe.",
  item_checks_explained:
    "Si vous le voulez, l'application visite une fois par jour la page et l'image de chaque article, deux par seconde au plus, et liste ce qui ne s'ouvre pas, mène ailleurs ou est trop petit. Rien n'est écarté du flux pour cela.",
  issue_unnamed:
    "Pinterest les a comptés sans nommer d'article. Ses rapports dans les catalogues de Pinterest en disent peut-être plus.",
  issue_more: "Et {more} de plus, qui sont comptés et non listés.",
  join_never_checked:
    "Chaque nuit, l'application compare au flux les articles des événements du dernier jour. La première comparaison est encore à venir.",
  join_no_items:
    "Les événements du dernier jour n'avaient pas d'articles, il n'y avait donc rien à comparer.",
  join_complete:
    "Chaque article des événements du dernier jour est dans le flux. Articles : {items}.",
  join_incomplete:
    "Articles qui ne sont pas dans le flux : {missing} sur {items}. Événements avec eux : {events}. Pinterest ne peut pas montrer ces produits aux personnes qui les ont regardés.",
  catalog_explained:
    "Les produits de la boutique deviennent un flux que Pinterest lit. Ses identifiants sont ceux des événements, pour que Pinterest sache ce qui a été regardé et acheté.",
  catalog_unreachable:
    "L'application n'a pas pu être jointe. Vérifiez votre connexion et réessayez.",
  catalog_never_read:
    "Le catalogue n'a pas encore été lu. Il est lu de lui-même après l'installation.",
  catalog_lines: "Lignes jusqu'ici : {lines}.",
  catalog_items: "Articles : {items}.",
  catalog_rate: "Par seconde : {rate}.",
  catalog_seconds_left: "Il reste environ {seconds} secondes.",
  gate_items: "Articles dans le nouveau flux : {items}. Dans l'ancien : {published}.",
  feed_help:
    "Avec un compte connecté, Pinterest est averti de cette adresse de lui-même. Sans compte, saisissez-la comme source de données dans les catalogues de Pinterest.",
  feed_never_fetched: "Pinterest n'a pas encore lu le flux.",
  published_none:
    "Aucun article de ce flux ne commence ainsi, et aucun produit n'a cet identifiant.",
  published_empty: "Le flux n'a pas encore d'articles. Ils apparaissent avec sa première version.",
  published_explained:
    "Les articles tels qu'ils sont maintenant dans le flux, avec ceux qu'une erreur ou une règle en écarte. Saisissez le début d'un identifiant d'article, ou un identifiant de produit entier.",
  feed_clean: "Tous les articles sont en ordre.",
  versions_explained:
    "Les cinq dernières versions sont conservées. Une version antérieure peut être publiée de nouveau ; la prochaine lecture du catalogue la remplace.",
};
