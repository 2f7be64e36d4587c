export const home = {
  leg_browser_off:
    "Votre mode de suivi ne signale que depuis le serveur, notre pixel n'est donc pas utilisé.",
  leg_pixel_refused: "Shopify a refusé le pixel. Enregistrez de nouveau les paramètres.",
  leg_pixel_missing:
    "Le pixel n'est pas dans votre boutique. Connectez Pinterest et enregistrez les paramètres.",
  leg_pixel_unheard:
    "Le pixel est activé et ne s'est pas encore manifesté. Ouvrez votre boutique dans une autre fenêtre et acceptez ses cookies.",
  leg_pixel_quiet:
    "Le pixel ne s'est pas manifesté depuis un jour. Ouvrez votre boutique dans une autre fenêtre ; si rien ne change, enregistrez de nouveau les paramètres.",
  leg_pixel_alone: "Le pixel est activé. Dans votre mode de suivi, il ne signale qu'à Pinterest.",
  leg_pixel_live: "Le pixel signale ce que font les visiteurs.",
  leg_server_off: "Votre mode de suivi laisse tous les signalements au navigateur.",
  leg_not_connected: "Pinterest n'est pas connecté. Connectez-le dans les paramètres.",
  leg_connection_lost:
    "Pinterest refuse les identifiants ou le jeton, et les commandes attendent. Corrigez-les.",
  leg_webhooks_silent:
    "Shopify n'a envoyé aucune commande depuis des heures, ce qui est inhabituel pour votre boutique. S'il y en a eu, ouvrez de nouveau l'application ou écrivez à l'assistance.",
  leg_events_late:
    "Des événements attendent depuis plus d'un quart d'heure. Ils sont retentés d'eux-mêmes ; si cela persiste, écrivez à l'assistance.",
  leg_events_refused: "Pinterest a refusé des événements. Regardez-les et renvoyez-les.",
  leg_account_lost:
    "Le compte Pinterest doit être connecté de nouveau pour le catalogue ; les événements sont toujours signalés.",
  leg_server_untested: "La connexion n'a pas été testée. Testez-la dans les paramètres.",
  leg_server_ready: "Pinterest est connecté. La prochaine commande est signalée d'elle-même.",
  leg_server_live: "Les commandes sont signalées depuis le serveur.",
  leg_catalog_unread: "Votre catalogue n'a pas encore été lu. Lisez-le sur la page du catalogue.",
  leg_catalog_reading:
    "Votre catalogue est lu pour la première fois ; son flux est ensuite publié automatiquement. Suivez l'avancement sur la page du catalogue.",
  leg_catalog_failed:
    "La dernière lecture de votre catalogue a échoué. Voyez pourquoi sur la page du catalogue.",
  leg_feed_refused: "Pinterest a refusé le flux. Voyez pourquoi sur la page du catalogue.",
  leg_feed_waits:
    "Une nouvelle version du flux attend votre accord. Regardez-la sur la page du catalogue.",
  leg_feed_unpublished: "Aucun flux n'est encore publié. Publiez-en un sur la page du catalogue.",
  leg_feed_unfetched:
    "Le flux est publié et Pinterest ne l'a pas encore lu. Enregistrez-le sur la page du catalogue, ou saisissez son adresse chez Pinterest.",
  leg_fetch_stopped:
    "Pinterest n'a pas lu le flux depuis deux jours. Vérifiez son état sur la page du catalogue.",
  leg_feed_live: "Pinterest lit le flux.",
  leg_consent_mostly_unknown:
    "La plupart des commandes ont été laissées de côté parce que rien n'était connu du choix de l'acheteur. Vérifiez les paramètres de confidentialité et votre bandeau de cookies.",
  leg_consent_unreviewed:
    "Personne n'a encore confirmé les paramètres de confidentialité. Vérifiez-les.",
  leg_consent_followed:
    "Chaque signalement suit le choix de l'acheteur et vos paramètres de confidentialité.",
  gap_account_missing:
    "Connectez votre compte Pinterest, ou saisissez une balise, un compte publicitaire et un jeton.",
  gap_account_refused:
    "Pinterest refuse les identifiants ou le jeton. Corrigez-les dans les paramètres.",
  gap_test_missing:
    "Envoyez un événement de test depuis les paramètres. Pinterest y répond et n'enregistre rien.",
  gap_pixel_off:
    "Le pixel est installé dans votre boutique quand Pinterest est connecté. Si c'est le cas, enregistrez encore une fois les paramètres.",
  gap_pixel_unseen: "Ouvrez votre boutique dans une autre fenêtre et acceptez ses cookies.",
  gap_consent_open:
    "Lisez ce qui arrive à une commande quand le choix de l'acheteur n'est pas connu, et confirmez-le.",
  gap_feed_missing: "Lisez votre catalogue et publiez un flux.",
  gap_feed_coming:
    "Patientez un instant : votre catalogue est en cours de lecture, et le flux est publié automatiquement.",
  gap_feed_not_fetched: "Enregistrez le flux chez Pinterest, ou saisissez-y son adresse.",
  gap_order_missing: "Attendez une commande, ou passez-en une dans votre propre boutique.",
  gap_order_one_sided:
    "Les commandes sont signalées par le serveur. Attendez-en une que le navigateur signale aussi sous le même identifiant : l'acheteur doit accepter les cookies.",
  guide_done: "Tout est configuré.",
  nothing_to_do: "Il n'y a rien à faire maintenant.",
  no_events:
    "Aucun événement dans cette période. Ce que font et achètent les visiteurs apparaît ici, selon qui l'a signalé.",
  both_explained:
    "Ces événements ont été signalés par le navigateur et par le serveur sous un seul identifiant, pour que Pinterest puisse les compter une fois. Pinterest ne dit pas quels événements il a réunis.",
  no_placed_orders: "Aucune commande dans cette période.",
  orders_explained:
    "Les commandes selon leur arrivée dans l'application. Les commandes antérieures que vous avez envoyées à la main et les commandes de test ne sont pas comptées.",
  no_coverage:
    "Quand des événements sont signalés, on voit ici combien d'entre eux portent ce qui sert à Pinterest pour la correspondance.",
  coverage_explained:
    "Combien des événements que Pinterest a pris du serveur avaient chaque élément de son score de qualité des événements. Ce que seul le navigateur a signalé n'y est pas.",
  quality_beside:
    "Les chiffres de Pinterest portent sur les {days} derniers jours, selon le jour qu'il retient.",
  quality_none:
    "Pinterest n'a encore rien dit de ces événements. La question lui est posée une fois par jour.",
  quality_no_account:
    "Connectez un compte Pinterest pour voir les chiffres de Pinterest à côté de ceux-ci.",
  no_catalog:
    "Le catalogue n'a pas encore été lu. Ses articles et leurs problèmes apparaissent ici.",
  consent_review_explained:
    "Confirmez ici que vous avez lu les paramètres de confidentialité ci-dessus et que vous les voulez ainsi.",
};

export const homeLabels = {
  leg_name_browser: "Navigateur",
  leg_name_server: "Serveur",
  leg_name_catalog: "Catalogue",
  leg_name_consent: "Consentement",
  tone_good: "Fonctionne",
  tone_attention: "À vérifier",
  tone_trouble: "Ne fonctionne pas",
  tone_off: "Désactivé",
  step_account: "Connecter Pinterest",
  step_test: "Faire accepter un événement de test",
  step_pixel: "Activer le pixel",
  step_consent: "Vérifier le consentement",
  step_feed: "Publier le flux et le faire lire",
  step_order: "Voir la première commande signalée",
  remedy_conversions: "Ouvrir les conversions",
  remedy_store: "Ouvrir ma boutique",
  remedy_catalog: "Ouvrir le catalogue",
  period_day: "24 heures",
  period_week: "7 jours",
  period_month: "30 jours",
  reported_by_both: "Navigateur et serveur",
  reported_by_server: "Serveur",
  reported_by_browser: "Navigateur",
  reported_by_neither: "Non signalé",
  part_hashed_email: "Adresse e-mail",
  part_click_id_epik: "Identifiant de clic",
  part_ip_address: "Adresse IP",
  part_user_agent: "User agent",
  part_advertiser_external_id: "Identifiant externe",
  part_hashed_maid: "Identifiant publicitaire mobile",
  part_external_event_id: "Identifiant d'événement",
  part_order_id: "Identifiant de commande",
  part_order_value: "Valeur de la commande",
  part_product_id: "Identifiant de produit",
  part_source_url: "Adresse de la page",
  quality_needs_improvement: "Score de Pinterest : à améliorer",
  quality_fair: "Score de Pinterest : moyen",
  quality_good: "Score de Pinterest : bon",
  event_checkout: "Paiement",
  event_app_install: "Installation de l'appli",
  event_app_open: "Ouverture de l'appli",
  setup_guide: "Guide de configuration",
  guide_progress: "Étapes terminées : {done} sur {all}",
  hide_guide: "Masquer le guide de configuration",
  show_guide: "Afficher le guide de configuration",
  step_done: "Terminé",
  step_to_do: "À faire",
  health: "Où vous en êtes",
  next_step: "Ensuite",
  figures: "Chiffres",
  period: "Période",
  period_before: "Période précédente : {count}",
  reported_events_chart: "Événements par nom et par canal",
  both_sides: "Signalés des deux côtés sous un seul identifiant",
  order_coverage: "Commandes signalées",
  orders_of: "{reported} sur {placed}",
  match_coverage: "Ce qui permet d'associer les événements",
  event_name: "Événement",
  part_column: "Élément",
  ours_column: "Les nôtres",
  pinterests_column: "Ceux de Pinterest",
  ours_and_theirs: "{ours}, Pinterest {theirs}",
  events_column: "Événements",
  orders_column: "Commandes",
  reason_column: "Raison du non-signalement",
  reason_open: "Encore en route",
  reason_dead_letter: "Refus de Pinterest",
  total_column: "Total",
  share_column: "Part",
  show_table: "Afficher en tableau",
  hide_table: "Masquer le tableau",
  percent: "{percent} %",
  bar_of: "{name} : {value}",
  quality_help: "À propos du score de qualité des événements de Pinterest",
  all_orders: "Toutes les commandes",
  published_items: "Articles publiés",
  left_out_items: "Laissés de côté",
  found_issues: "Problèmes",
  last_fetch: "Dernière lecture par Pinterest",
  consent_review: "Confirmation",
  confirm_consent: "Ces paramètres sont les bons",
  consent_confirmed: "Paramètres de confidentialité confirmés",
};
