export const skipReasons = {
  test_order:
    "C'est une commande de test. Pinterest n'apprend que les vraies commandes ; il n'y a rien à faire.",
  cancelled_order:
    "La commande a été annulée avant d'être signalée, elle ne compte donc pas. Il n'y a rien à faire.",
  channel_disabled:
    "Les commandes de ce canal de vente sont désactivées. Activez le canal dans les paramètres pour les signaler.",
  not_paid:
    "La commande n'est pas payée, et les paramètres attendent le paiement. Elle est signalée quand elle est payée ; pour signaler les commandes dès qu'elles sont passées, changez dans les paramètres le moment où une commande compte.",
  too_old:
    "La commande a plus de 7 jours, et Pinterest ne compte rien de plus ancien. Rien ne peut être fait pour cette commande.",
  no_identity:
    "La commande n'a ni adresse e-mail, ni adresse IP avec un navigateur, Pinterest ne pourrait donc l'associer à personne. Si cela arrive souvent, vérifiez que l'application peut lire les adresses e-mail des clients.",
  consent_denied:
    "L'acheteur n'a pas accepté le marketing, ou a refusé la vente de ses données. Ce choix est respecté ; il n'y a rien à faire.",
  consent_unknown:
    "Le choix de l'acheteur sur le marketing n'est pas connu, et les paramètres laissent de côté de telles commandes de ce pays. Ce qui se passe quand le choix est inconnu se décide dans les paramètres, sous « Confidentialité ».",
  presumed_denied:
    "Le pixel fonctionne mais n'a rien vu de ce paiement ; l'acheteur a donc sans doute refusé, et les paramètres laissent de côté de telles commandes. Cela peut être changé dans les paramètres.",
  no_snapshot:
    "Un autre pixel Pinterest signale les paiements de cette boutique, et l'identifiant qu'il a utilisé pour celui-ci n'est pas connu. L'envoyer le compterait deux fois ; rien ne peut être fait pour cette commande.",
  expired:
    "Le navigateur a déjà signalé cette commande, et après une heure Pinterest la compterait une seconde fois. Il n'y a rien à faire.",
  not_connected:
    "Aucun compte Pinterest n'était connecté quand la commande est arrivée. Connectez-en un dans les paramètres ; les commandes des 7 derniers jours peuvent ensuite être envoyées sous « Conversions ».",
  uninstalled:
    "L'application a été désinstallée avant que la commande soit signalée. Rien ne peut être fait pour cette commande.",
  erased:
    "Les données de l'acheteur ont été effacées à sa demande avant que la commande soit signalée. Rien ne peut être fait pour cette commande.",
  unreadable_order:
    "La boutique a envoyé cette commande sous une forme que l'application ne peut pas lire. Elle est demandée de nouveau d'elle-même dans les deux jours ; si la ligne reste, écrivez à l'assistance de l'application.",
  browser_only:
    "Les paramètres laissent le signalement au navigateur de l'acheteur, le serveur n'a donc rien envoyé. Pour que le serveur signale aussi les commandes, changez le mode de suivi dans les paramètres.",
};
