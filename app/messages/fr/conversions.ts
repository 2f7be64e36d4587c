export const conversions = {
  backfill_send: "Elles ne sont pas encore chez Pinterest, et rien ne s'y oppose.",
  backfill_reported: "Pinterest les a déjà. Elles ne sont pas renvoyées.",
  backfill_under_way: "Elles sont enregistrées et partent d'elles-mêmes.",
  backfill_refused:
    "Pinterest les a refusées auparavant. Elles sont sous « Conversions », dans la vue « Refusés par Pinterest », d'où elles peuvent être renvoyées.",
  backfill_erased:
    "Les données de l'acheteur ont été effacées à sa demande. Elles ne sont jamais signalées ; il n'y a rien à faire.",
  backfill_gone: "Elles ont été supprimées dans Shopify entre-temps. Il n'y a rien à faire.",
  backfill_busy: "Un envoi ou un contrôle est déjà en cours. Attendez sa fin, ou annulez-le.",
  backfill_not_connected:
    "Aucun compte Pinterest n'est connecté, rien ne peut donc être envoyé. Connectez-en un dans les paramètres, puis revenez.",
  backfill_too_long:
    "Pinterest ne prend que les commandes des 7 derniers jours. Choisissez 7 jours ou moins.",
  backfill_not_checked:
    "Ce contrôle est trop ancien pour s'y fier. Contrôlez de nouveau, puis envoyez.",
  backfill_failed_not_connected:
    "La connexion à Pinterest a été retirée entre-temps, tout s'est donc arrêté. Reconnectez-vous dans les paramètres, puis contrôlez de nouveau.",
  backfill_failed_shopify_unavailable:
    "Shopify n'a pas répondu plusieurs fois de suite, tout s'est donc arrêté. Contrôlez de nouveau dans quelques minutes ; ce qui a été envoyé ne l'est pas deux fois.",
  redrive_too_old: "De plus de 7 jours, ce que Pinterest ne compte pas : {count}.",
  redrive_expired:
    "Signalés par le navigateur et de plus d'une heure, si bien qu'ils compteraient deux fois : {count}.",
  redrive_payload_gone: "Plus rien n'est conservé qui pourrait être envoyé : {count}.",
  redrive_no_identity:
    "Il ne reste rien par quoi Pinterest pourrait les associer à une personne : {count}.",
  period_malformed: "Saisissez les deux jours.",
  period_backwards: "Le dernier jour est avant le premier. Échangez-les.",
  backfill_explained:
    "Les commandes qui ne sont jamais arrivées chez Pinterest, par exemple celles d'avant la connexion, peuvent être envoyées pendant 7 jours au plus. Le contrôle n'envoie rien : il dit quelles commandes partiraient, lesquelles non, et pourquoi.",
  backfill_progress: "Commandes examinées jusqu'ici : {seen}.",
  backfill_progress_rate: "Commandes examinées jusqu'ici : {seen}, environ {perMinute} par minute.",
  backfill_queued: "Cela commence dans un instant.",
  backfill_empty: "Il n'y a pas de commandes dans cette période.",
  backfill_nothing_to_send:
    "Il n'y a rien à envoyer : chaque commande est signalée, ou laissée de côté pour une raison.",
  backfill_late:
    "De plus d'une heure : {count}. Pinterest compte de telles commandes comme hors ligne et ne les compare pas aux signalements du navigateur. Les commandes que le navigateur a signalées, pour autant qu'on le sache, sont laissées de côté.",
  backfill_several_reasons: "Une commande qui a plusieurs raisons figure sous chacune d'elles.",
  backfill_stale: "Ce contrôle a plus d'une heure. Contrôlez de nouveau avant d'envoyer.",
  backfill_cancelled: "L'opération a été annulée. Ce qui a été envoyé jusque-là reste envoyé.",
  backfill_seen: "Commandes examinées : {seen}.",
  redriven: "De nouveau en route vers Pinterest : {count}.",
  redriven_held: "En attente que la connexion à Pinterest soit rétablie : {count}.",
  redriven_none: "Il n'y avait rien à renvoyer.",
  export_explained:
    "Un fichier avec une ligne par commande : ce qui a été décidé, pourquoi, et ce que l'on savait du choix de l'acheteur. Il ne contient pas de données personnelles.",
  export_failed: "Le fichier n'a pas pu être téléchargé. Rechargez la page et réessayez.",
  conversions_unreadable:
    "Le formulaire n'est pas arrivé tel que l'application l'a envoyé. Rechargez la page et réessayez.",
  conversions_unreachable:
    "Le serveur de l'application n'a pas pu être joint. Vérifiez votre connexion à Internet et réessayez.",
};
