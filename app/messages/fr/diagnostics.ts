export const diagnostics = {
  backfill_tried:
    "Elles ont été enregistrées en mode test ou fantôme, dont rien ne sort. Elles ne sont jamais envoyées comme de vraies commandes.",
  line_tested:
    "La commande a été envoyée comme événement de test, et Pinterest l'a prise. Elle ne compte pas et n'est jamais renvoyée.",
  line_tested_advice:
    "La commande a été envoyée comme événement de test, qui ne compte pas. Pinterest l'a prise et conseille : {words}.",
  line_shadowed:
    "La commande a été enregistrée en mode fantôme : elle aurait été signalée, et rien n'a été envoyé.",
  sending_real_explained: "Ce que font les acheteurs est signalé à Pinterest et compte.",
  sending_test_explained:
    "Les événements vont à Pinterest comme événements de test, que sa page de test montre et que rien ne compte. Pinterest en prend peu à la fois, une boutique très fréquentée peut donc attendre.",
  sending_shadow_explained:
    "Rien n'est envoyé. L'application enregistre ce qu'elle aurait envoyé et le compare à vos commandes, à côté de ce que vous utilisez maintenant.",
  sending_real_question:
    "À partir de maintenant, les commandes et les visites sont signalées à Pinterest et comptent. Ce qui a été enregistré en mode test ou fantôme n'est pas envoyé.",
  sending_test_question:
    "À partir de maintenant, rien de nouveau ne compte chez Pinterest : cela part seulement comme événement de test, et n'est jamais renvoyé comme vrai. Les navigateurs de vos visiteurs cessent de signaler à Pinterest en quelques minutes.",
  sending_shadow_question:
    "À partir de maintenant, rien de nouveau n'est envoyé à Pinterest, et ce qui est enregistré dans ce mode n'est jamais envoyé plus tard. Les navigateurs de vos visiteurs cessent de signaler à Pinterest en quelques minutes.",
  sending_test_banner:
    "Les nouvelles commandes et visites vont à Pinterest comme événements de test et ne comptent pas. Passez au signalement réel sous « Mode d'envoi » quand vous avez fini.",
  sending_shadow_banner:
    "Les nouvelles commandes et visites sont enregistrées et pas envoyées. Passez au signalement réel sous « Mode d'envoi » quand vous êtes satisfait.",
  sending_test_home:
    "Les nouvelles commandes et visites vont à Pinterest comme événements de test et ne comptent pas. Le mode se change sous « Diagnostic ».",
  sending_shadow_home:
    "Les nouvelles commandes et visites sont enregistrées et pas envoyées à Pinterest. Le mode se change sous « Diagnostic ».",
  live_connecting: "La vue s'ouvre. Événements affichés : {count}.",
  live_live: "Les nouveaux événements apparaissent d'eux-mêmes. Événements affichés : {count}.",
  live_interrupted:
    "L'application ne peut pas être jointe et est sollicitée de nouveau d'elle-même. Événements affichés : {count}.",
  live_paused:
    "La vue est en pause. Rien n'est perdu pendant ce temps. Événements affichés : {count}.",
  live_empty:
    "Aucun événement n'est venu ces 15 dernières minutes. Passez une commande de test ou ouvrez votre boutique dans un autre onglet, et voyez-le arriver ici.",
  live_no_match:
    "Aucun des événements affichés ne correspond au filtre. Choisissez un autre nom ou un autre état.",
  test_event_explained:
    "Pinterest a une page qui montre les événements de test à leur arrivée. Rien de ce qui est envoyé d'ici ne compte.",
  test_event_step_open:
    "Ouvrez Pinterest Ads Manager, choisissez « Conversions », puis la page des événements de test.",
  test_event_step_keep:
    "Laissez cette page ouverte. Elle ne montre que ce qui arrive tant qu'elle est ouverte, et ne garde rien.",
  test_event_step_send: "Choisissez un événement ci-dessous et envoyez-le.",
  test_event_step_look:
    "Regardez la page de Pinterest : l'événement y apparaît dans la minute, avec ce que Pinterest conseille.",
  test_event_taken:
    "Pinterest a pris l'événement de test. Cherchez l'identifiant d'événement {eventId} sur sa page ; il n'y a rien d'autre à faire.",
  test_event_advised:
    "Pinterest a pris l'événement de test. Cherchez l'identifiant d'événement {eventId} sur sa page. Pour de vrais événements, il conseille : {words}.",
  test_event_not_taken:
    "Pinterest a refusé l'événement de test : {words}. Téléchargez le fichier d'assistance ci-dessous et envoyez-le à l'assistance de l'application.",
  test_event_not_connected:
    "Aucun compte Pinterest n'est connecté, il n'y a donc personne à qui envoyer. Connectez-en un dans les paramètres, puis revenez.",
  shadow_explained:
    "Chaque jour compare les commandes arrivées à ce qui serait allé à Pinterest. Les jours sont en UTC.",
  shadow_empty:
    "Rien n'a encore été enregistré en mode fantôme. Après la première commande, chaque jour est comparé ici à vos commandes.",
  shadow_orders:
    "Commandes : {orders}. Auraient été signalées : {reported}, soit {events} dans le compte de Pinterest.",
  shadow_consent: "Laissées de côté à cause du choix de l'acheteur : {count}.",
  shadow_left_out:
    "Laissées de côté par d'autres règles : {count}. La page « Conversions » dit pourquoi pour chacune.",
  shadow_open: "Attendent encore le choix de l'acheteur : {count}.",
  shadow_others: "Événements autres que des commandes : {count}.",
  shadow_identifiers_explained:
    "Parmi les {count} derniers événements, autant avaient l'identifiant. Plus il y en a, mieux Pinterest associe.",
  conflict_same_tag_in_theme:
    "Votre thème charge la même balise Pinterest que cette application, sans les identifiants d'événement de l'application, Pinterest compte donc les visites deux fois. Retirez la balise Pinterest du code du thème.",
  conflict_second_tag:
    "Votre boutique charge une autre balise Pinterest ({tags}). Si elle appartient au même compte publicitaire, les actes sont comptés deux fois : retirez-la du code du thème, ou laissez-lui le signalement.",
  conflict_channel_pixel:
    "Le canal de vente de Pinterest a un pixel dans votre boutique, les actes sont donc comptés deux fois. Désactivez son suivi, ou choisissez dans les paramètres le mode à côté du pixel du canal de vente.",
  conflict_ingest_twice:
    "Votre serveur a signalé sous leurs noms des commandes que Shopify a signalées sous leurs numéros. Commandes : {orders}. Faites envoyer par votre serveur l'identifiant de commande de Shopify dans le champ order.id, ou laissez les commandes à Shopify.",
  conflict_shared_event:
    "Plusieurs commandes sont venues d'un même paiement et partagent un événement, que Pinterest compte une fois. Commandes après la première : {orders}. Il n'y a rien à faire, sauf si vous attendez que chacune compte.",
  act_tested:
    "Il a été envoyé comme événement de test, et Pinterest l'a pris. Il ne compte pas et n'est jamais renvoyé.",
  act_shadowed:
    "Il a été enregistré en mode fantôme : il aurait été signalé, et rien n'a été envoyé.",
  conflicts_none: "Rien dans les commandes de la semaine passée n'a été signalé deux fois.",
  storefront_explained:
    "L'application peut regarder une fois la page d'accueil de votre boutique, comme tout visiteur, à la recherche d'une seconde balise Pinterest et du pixel du canal de vente de Pinterest.",
  storefront_not_seen:
    "La boutique n'a pas pu être regardée. Elle demande peut-être un mot de passe ou ne répond pas ; ouvrez-la aux visiteurs et regardez de nouveau.",
  storefront_clean:
    "La page d'accueil de la boutique ne montre aucune autre balise Pinterest ni aucun pixel.",
  heartbeat_explained:
    "Quand chaque partie a montré pour la dernière fois qu'elle fonctionne. Un webhook qui se fait attendre plus que d'habitude mérite un regard.",
  webhooks_counted: "Ces dernières 24 heures : {today}. Un jour ordinaire : {usual}.",
  support_bundle_explained:
    "Un fichier pour l'assistance de l'application : versions, paramètres, états et nombres. Il ne contient ni mot de passe, ni jeton, ni rien d'un acheteur.",
  support_bundle_failed: "Le fichier n'a pas pu être créé. Réessayez dans une minute.",
  diagnostics_unreachable:
    "L'application n'a pas pu être jointe. Vérifiez votre connexion et réessayez.",
};

export const diagnosticsLabels = {
  state_tested: "Testé",
  state_shadowed: "Fantôme",
  check_tried: "Enregistrées en mode test ou fantôme",
  sending_real: "Réel",
  sending_test: "Test",
  sending_shadow: "Fantôme",
  webhooks_orders: "Webhooks sur les commandes",
  webhooks_products: "Webhooks sur les produits",
  webhooks_shop: "Webhooks sur la boutique",
  webhooks_compliance: "Webhooks sur les demandes de données",
  webhooks_other: "Autres webhooks",
  diagnostics: "Diagnostic",
  sending_mode: "Mode d'envoi",
  sending_mode_choice: "Ce que deviennent les nouvelles commandes et visites",
  sending_since: "Dernier changement :",
  sending_switch: "Changer de mode",
  sending_question: "Passer au mode « {mode} » ?",
  sending_test_on: "Le mode test est actif",
  sending_shadow_on: "Le mode fantôme est actif",
  live_events: "Événements en direct",
  live_pause: "Pause",
  live_resume: "Reprendre",
  live_name_filter: "Nom de l'événement",
  test_events: "Événements de test",
  test_event_name: "Événement à envoyer",
  send_test_event: "Envoyer l'événement de test",
  open_ads_manager: "Ouvrir Ads Manager",
  shadow_report: "Comparaison en mode fantôme",
  shadow_day: "Jour {day}",
  shadow_placed: "Valeur des commandes",
  shadow_would_report: "Valeur qui aurait été signalée",
  shadow_identifiers: "Identifiants",
  birth_date: "Date de naissance",
  conflicts: "Conflits",
  look_at_storefront: "Regarder ma boutique",
  heartbeat: "Signes de vie",
  beat_pixel: "Message du pixel",
  beat_reconciled: "Comparaison avec les commandes de Shopify",
  beat_delivered: "Envoi à Pinterest",
  beat_fetched: "Flux lu par Pinterest",
  support_bundle: "Fichier d'assistance",
  download_support_bundle: "Télécharger le fichier d'assistance",
  remedy_connection: "Ouvrir les paramètres de connexion",
  remedy_tracking: "Ouvrir les paramètres de suivi",
  remedy_privacy: "Ouvrir les paramètres de confidentialité",
};
