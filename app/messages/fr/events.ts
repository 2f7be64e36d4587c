export const eventPages = {
  act_no_snapshot:
    "Un autre pixel Pinterest signale les visiteurs de cette boutique, et l'identifiant qu'il a utilisé pour cet événement n'est pas connu. Rien ne peut être fait pour cet événement.",
  act_expired:
    "Le navigateur a déjà signalé cet événement, et après une heure Pinterest le compterait une seconde fois. Il n'y a rien à faire.",
  act_uninstalled:
    "L'application a été désinstallée avant que l'événement soit signalé. Rien ne peut être fait pour cet événement.",
  act_erased:
    "Les données de l'acheteur ont été effacées à sa demande avant que l'événement soit signalé. Rien ne peut être fait pour cet événement.",
  act_browser_only:
    "Les paramètres laissent le signalement au navigateur de l'acheteur, le serveur n'a donc rien envoyé. Pour que le serveur signale aussi, changez le mode de suivi dans les paramètres.",
  act_waiting:
    "L'événement attend le choix de l'acheteur sur le marketing, pendant 90 secondes au plus.",
  act_pending: "L'événement est en route vers Pinterest.",
  act_pending_again:
    "Pinterest n'a pas encore pu prendre l'événement. Il est renvoyé de lui-même ; il n'y a rien à faire.",
  act_sealed:
    "L'événement est conservé chiffré et il manque à l'application la clé qui l'ouvre. Écrivez à l'assistance de l'application ; il est envoyé dès que la clé est revenue.",
  act_held:
    "L'événement attend que la connexion à Pinterest soit rétablie dans les paramètres, puis il est envoyé.",
  act_delivered: "Pinterest a pris l'événement.",
  act_delivered_advice: "Pinterest a pris l'événement et conseille : {words}.",
  act_dead_letter: "Pinterest a refusé l'événement : {words}.",
  act_dead_letter_unreadable:
    "L'événement conservé ne peut pas être lu, il n'a donc pas été envoyé. Écrivez à l'assistance de l'application.",
  act_skipped: "L'événement n'a pas été signalé.",
  attempt_answered: "Pinterest a pris l'événement.",
  attempt_refused_event: "Pinterest a refusé cet événement : {words}.",
  attempt_refused:
    "Pinterest a refusé l'appel entier. Ses événements ont été renvoyés dans de plus petits appels, pour trouver celui qui est en cause.",
  attempt_refused_words:
    "Pinterest a refusé l'appel entier : {words}. Ses événements ont été renvoyés dans de plus petits appels, pour trouver celui qui est en cause.",
  attempt_token_refused:
    "Pinterest a refusé le jeton d'accès. Connectez de nouveau le compte dans les paramètres ; ce qui attend est alors envoyé de lui-même.",
  attempt_no_permission:
    "Le jeton d'accès ne peut rien signaler pour ce compte publicitaire. Donnez-lui l'autorisation chez Pinterest, ou connectez un autre compte dans les paramètres.",
  attempt_account_not_found:
    "Pinterest ne connaît aucun compte publicitaire avec cet identifiant. Corrigez le compte publicitaire dans les paramètres.",
  attempt_rate_limited: "Pinterest a demandé une pause. L'événement a été renvoyé de lui-même.",
  attempt_unavailable:
    "Pinterest n'a pas pu prendre l'appel. L'événement a été renvoyé de lui-même.",
  attempt_timeout:
    "Pinterest n'a pas répondu dans les dix secondes. L'événement a été renvoyé de lui-même.",
  attempt_network: "Pinterest n'a pas pu être joint. L'événement a été renvoyé de lui-même.",
  events_none:
    "Aucune commande et aucun événement ne sont encore arrivés. Ils figurent ici dès leur arrivée.",
  events_none_here: "Rien ne correspond à ce filtre. Élargissez-le, ou effacez-le pour tout voir.",
  events_searched:
    "La recherche est remontée jusqu'au {instant} et n'a rien trouvé de plus. Tournez la page pour remonter plus loin.",
  events_searched_forward:
    "La recherche est allée jusqu'au {instant} et n'a rien trouvé de plus. Tournez la page pour aller plus loin.",
  views_full:
    "Il y a 20 vues enregistrées, ce qui est le maximum. Supprimez-en une pour en enregistrer une autre.",
  view_saved: "La vue est enregistrée.",
  view_deleted: "La vue est supprimée.",
  delete_view_explained:
    "La vue disparaît de la liste des vues. Les événements qu'elle montre restent.",
  redrive_selected_explained:
    "Chaque événement choisi que Pinterest a refusé part encore une fois, chacun sous son ancien identifiant, si bien que rien ne compte deux fois. Les autres restent tels quels.",
  redrive_filter_explained:
    "Chaque événement refusé qui correspond à ce filtre part encore une fois, sur cette page et sur toutes les autres, chacun sous son ancien identifiant, si bien que rien ne compte deux fois.",
  refused_remedy:
    "Corrigez ce que nomment les mots de Pinterest, puis renvoyez-le. Pinterest le prend pendant 7 jours après l'acte de l'acheteur.",
  redrive_one_explained:
    "L'événement part encore une fois vers Pinterest sous son ancien identifiant, il ne compte donc pas deux fois. Corrigez d'abord ce que nomment les mots de Pinterest.",
  export_events_explained:
    "Le fichier a une ligne pour chaque événement de ce filtre, les plus récents d'abord, et {max} au plus. Il ne contient pas de données personnelles.",
  export_events_cut:
    "Plus de {max} événements correspondent à ce filtre, le fichier se termine donc par la ligne qui le dit. Réduisez les jours pour obtenir le reste.",
  export_events_done: "Le fichier est dans vos téléchargements.",
  event_missing:
    "Cet événement n'existe pas dans cette boutique. Il a pu être supprimé après le délai que nomment les paramètres de confidentialité, ou effacé sur demande. Retournez à la liste pour en trouver d'autres.",
  explain_help:
    "Collez le numéro ou le nom d'une commande, son identifiant ou son adresse dans l'interface Shopify, ou un identifiant d'événement.",
  unrecorded_before_installation:
    "Elle a été passée avant l'installation de l'application, Shopify ne la lui a donc pas annoncée.",
  unrecorded_not_connected:
    "Shopify ne l'a pas annoncée à l'application, et celle-ci ne cherche les commandes manquantes que si un compte Pinterest est connecté.",
  unrecorded_next_comparison:
    "Shopify ne l'a pas encore annoncée à l'application. Toutes les dix minutes, l'application compare ses commandes avec celles de Shopify et reprend ce qui manque.",
  unrecorded_daily_comparison:
    "Shopify ne l'a pas annoncée à l'application. Une fois par jour, l'application parcourt les commandes des deux derniers jours et reprend ce qui manque.",
  unrecorded_lost:
    "Shopify ne l'a pas annoncée à l'application, et elle est trop ancienne pour que l'application la trouve d'elle-même.",
  unrecorded_send: "Rien ne s'y oppose : elle peut partir vers Pinterest.",
  unrecorded_late:
    "Rien ne s'y oppose : elle peut partir vers Pinterest. Comme elle a plus d'une heure, Pinterest la compte comme hors ligne et ne la compare pas avec l'envoi du navigateur.",
  unrecorded_erased:
    "Les données de l'acheteur ont été effacées sur demande. La commande n'est jamais envoyée ; il n'y a rien à faire.",
  unrecorded_same_checkout:
    "Une autre commande du même paiement a son événement, rien de plus n'est donc envoyé.",
  unrecorded_none:
    "L'application n'a ni commande ni événement de ce nom, et Shopify ne lui montre pas non plus de telle commande. Vérifiez ce que vous avez saisi. Shopify montre à l'application les commandes des 60 derniers jours ; une commande supprimée ne se trouve pas.",
  unrecorded_unanswered:
    "L'application n'a ni commande ni événement de ce nom, et Shopify n'a pas répondu à sa question. Réessayez dans une minute.",
  pixel_seen: "Le pixel a vu le paiement et a dit le choix de l'acheteur.",
  pixel_not_kept: "Ce que le pixel a vu n'est plus conservé, ou il n'a rien vu.",
  browser_reported: "Le navigateur l'a aussi signalé à Pinterest, sous le même identifiant.",
  browser_not_reported: "Aucun signalement du navigateur n'est connu ; seul le serveur le signale.",
  browser_unknown: "On ne sait plus si le navigateur l'a aussi signalé.",
  consent_none: "Aucune décision sur le consentement n'est conservée pour cet événement.",
  payload_none:
    "Rien de ce qui a été envoyé n'est conservé : l'événement a été laissé de côté, ou le délai que nomment les paramètres de confidentialité est passé.",
  payload_explained:
    "Voici ce qui part vers Pinterest. Les données personnelles sont envoyées hachées, et les 8 premiers caractères du hachage sont affichés ; personne ne peut y lire un nom ou une adresse.",
  sealed_gone:
    "L'identifiant de clic, l'adresse IP, le navigateur et la page sont effacés 24 heures après que l'événement a atteint son état final.",
  attempts_none: "Il n'a pas encore été envoyé.",
  attempts_none_left: "Il n'a jamais été envoyé, ou ses appels ne sont plus conservés.",
  attempts_latest: "Tentatives en tout : {attempts}. Les dernières sont affichées.",
  next_attempt:
    "Prochaine tentative : {instant}, ou dès que Pinterest prend de nouveau des événements.",
};
