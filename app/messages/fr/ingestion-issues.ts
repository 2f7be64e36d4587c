export const ingestionIssues = {
  ingestion_account_flagged:
    "Pinterest a signalé le compte et n'en prend aucun flux. Regardez l'état du compte chez Pinterest et faites-y appel.",
  ingestion_google_sheet:
    "Pinterest dit que le flux est une feuille Google qui n'est pas partagée comme il faut. Partagez-la avec toute personne qui a le lien.",
  ingestion_internal_error:
    "Pinterest a eu une panne de son côté. Il n'y a rien à faire ; il réessaie dans la journée.",
  ingestion_large_decrease:
    "Presque tous les articles ont disparu depuis la dernière lecture, Pinterest n'a donc rien pris. Vérifiez que les produits sont publiés ; s'ils sont bien partis, écrivez à l'assistance de Pinterest.",
  ingestion_ad_image:
    "Pinterest n'a pas pu utiliser l'image pour des annonces. Vérifiez qu'elle s'ouvre.",
  ingestion_ad_video:
    "Pinterest n'a pas pu utiliser la vidéo pour des annonces. Vérifiez qu'elle s'ouvre.",
  ingestion_additional_image:
    "Pinterest n'a pas pu utiliser une autre image. Vérifiez qu'elle s'ouvre, ou téléversez-la de nouveau.",
  ingestion_image:
    "Pinterest n'a pas pu utiliser l'image. Vérifiez qu'elle s'ouvre, ou téléversez-la de nouveau.",
  ingestion_video:
    "Pinterest n'a pas pu utiliser la vidéo. Vérifiez qu'elle s'ouvre, ou téléversez-la de nouveau.",
  ingestion_update:
    "Pinterest n'a pas pris le dernier changement de prix ou de stock de ces articles. Ses mots figurent à côté de chaque article ; sa prochaine lecture du flux apporte le changement.",
  ingestion_checked_image_unreachable:
    "L'image ne s'est pas ouverte quand l'application a regardé, Pinterest ne l'obtient donc peut-être pas non plus. Vérifiez qu'elle s'ouvre, ou téléversez-la de nouveau.",
  ingestion_checked_image_too_small:
    "L'image a moins de 75 pixels sur 75, ce que Pinterest refuse. Téléversez-en une plus grande.",
  ingestion_checked_link_unreachable:
    "La page de l'article ne s'est pas ouverte quand l'application a regardé. Vérifiez que le produit est publié et qu'aucun mot de passe ni aucune application n'écarte les visiteurs.",
  ingestion_checked_link_redirects:
    "La page de l'article mène ailleurs, ce que Pinterest peut refuser. Vérifiez l'identifiant d'URL du produit et les redirections de votre boutique.",
  ingestion_other:
    "Pinterest signale cela sous un code que l'application ne connaît pas. Cherchez le code dans l'aide de Pinterest.",
};
