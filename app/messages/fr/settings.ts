export const settings = {
  import_too_large:
    "Le fichier dépasse {kb} ko. Un fichier écrit par cette application est bien plus petit.",
  import_not_unicode:
    "Le fichier n'est pas du texte en UTF-8. Exportez-le de nouveau et laissez-le tel quel.",
  import_byte_order_mark:
    "Le fichier commence par une marque d'ordre des octets (BOM), qu'un autre programme y a mise. Enregistrez-le sans elle.",
  import_not_json: "Le fichier n'est pas du JSON, ou s'arrête au milieu. Exportez-le de nouveau.",
  import_too_deep:
    "{place} contient plus de niveaux qu'aucun paramètre n'en a. Exportez de nouveau le fichier.",
  import_forbidden_key: "Le nom {place} n'est pas permis dans un fichier. Retirez-le.",
  import_wrong_format:
    "Ce n'est pas un fichier de paramètres de cette application, ou il vient d'une autre version. Exportez-le de nouveau dans l'autre boutique.",
  import_unknown_key:
    "Il n'y a pas de paramètre {place}. Retirez-le ; les identifiants, jetons et secrets d'une boutique ne peuvent pas être importés.",
  import_missing: "Le paramètre {place} manque. Exportez de nouveau le fichier.",
  import_wrong_value: "Le paramètre {place} a une valeur qu'il ne peut pas avoir. Corrigez-la.",
  export_settings_explained:
    "Le fichier contient le suivi, la correspondance, la confidentialité, les alertes, ainsi que les colonnes et les règles du catalogue. Importez-le dans une autre boutique pour la configurer de la même façon.",
  export_settings_left_out:
    "Ce qui appartient à une seule boutique est laissé de côté : la connexion avec ses identifiants et ses jetons, les secrets pour les événements de votre serveur, la clé du pixel, les marchés et les mots de passe des flux.",
  import_settings_explained:
    "Choisissez un fichier exporté ici ou dans une autre boutique. Rien n'est changé avant que vous ayez vu ce qui changerait.",
  import_unreadable:
    "Le fichier n'est pas arrivé tel que l'application l'a envoyé. Rechargez la page et réessayez.",
  import_nothing:
    "Les paramètres de cette boutique sont les mêmes que dans le fichier. Il n'y a rien à faire.",
  import_applied: "Les paramètres du fichier valent désormais.",
  import_changed_meanwhile:
    "Les paramètres ont changé après cet affichage, rien n'a donc été appliqué. Regardez ce qui changerait maintenant, puis appliquez-le.",
  order_trigger_help:
    "Les commandes qui ne sont jamais payées, comme des virements en attente, ne comptent qu'avec le premier choix.",
  value_basis_help: "Le montant que Pinterest apprend, dans la devise que l'acheteur a vue.",
  item_id_format_help:
    "Doit être l'identifiant que votre catalogue Pinterest utilise pour le même article.",
  item_id_format_warning:
    "Cela renomme chaque article dans les nouveaux événements et dans vos flux. Articles publiés maintenant : {items}. Pinterest les prend pour nouveaux : ce qu'il a appris des anciens ne se reporte pas, et tant qu'il n'a pas lu le nouveau flux, il ne peut pas leur associer de nouveaux événements.",
  channels_help:
    "Au début, seule la boutique en ligne est signalée. Activez ce que Pinterest doit apprendre en plus.",
  channels_none:
    "Aucun canal n'est choisi, aucune commande n'est donc signalée. Choisissez-en au moins un pour signaler.",
  privacy_explained:
    "Un acheteur qui a refusé le marketing n'est jamais signalé. Ces paramètres disent ce qui se passe quand le choix n'est pas connu, ou quand l'acheteur a seulement refusé la vente de ses données.",
  unknown_where_required_help:
    "L'Espace économique européen, le Royaume-Uni et la Suisse, d'après l'adresse de facturation, et partout où vos paramètres de confidentialité dans Shopify demandent le consentement. Là, le consentement précède l'usage des données.",
  unknown_elsewhere_help:
    "Tous les autres pays. Un choix est souvent inconnu parce qu'une extension du navigateur a bloqué le bandeau. Là où vos paramètres de confidentialité dans Shopify demandent de pouvoir refuser la vente de données, le traitement limité des données est choisi jusqu'à ce que vous choisissiez autre chose.",
  presumed_denied_help:
    "Le pixel ne se charge pas pour un acheteur qui a refusé, et un bloqueur de publicité l'arrête aussi ; personne ne peut donc dire lequel des deux c'était. Si votre bandeau demande le consentement à chaque visiteur, choisissez de ne pas signaler.",
  grace_seconds_help:
    "Le pixel dit le choix de l'acheteur quelques instants après la commande. La commande part aussitôt, et après ce délai sans lui.",
  sale_of_data_denied_help:
    "Avec le traitement limité des données, le refus est transmis et Pinterest limite ce qu'il fait des données.",
  retention_explained:
    "Ce qui est conservé des acheteurs est supprimé de lui-même après ces délais. Les lignes de commandes restent, avec leur état, leur valeur et leurs heures, pour que vos totaux ne changent pas.",
  retention_fixed:
    "L'adresse IP, le navigateur et l'identifiant de clic sont supprimés un jour après que la commande a atteint son état final.",
  number_limits: "Entre {min} et {max}.",
  number_outside_limits: "Saisissez un nombre entier de {min} à {max}.",
  consent_map_explained:
    "Voici ce qui arrive à qui avec les choix ci-dessus, tels qu'ils sont dans ce formulaire. « Limité » veut dire que la commande est signalée avec le traitement limité des données.",
  identifiers_explained:
    "Pinterest reconnaît un acheteur par ces données. Au début, toutes sont envoyées, hachées là où Pinterest prend un hachage. Ce que vous désactivez n'est plus envoyé : ni pour les commandes, ni pour les visites, ni pour les événements de votre serveur.",
  identifiers_match_nobody:
    "Pinterest a besoin d'une adresse e-mail, ou de l'adresse IP avec le user agent. Sans l'une et l'autre, presque rien n'est plus signalé : une commande est laissée de côté parce que Pinterest ne pourrait l'associer à personne.",
  identifiers_help:
    "Avec chaque donnée en moins, Pinterest associe moins de commandes à des Épingles. Là où l'usage des données est limité, l'État et le pays sont envoyés tout de même : ils disent à Pinterest quelle loi le limite. Un changement vaut pour ce qui arrive après lui.",
  settings_account_waits:
    "Un compte Pinterest a donné l'accès à l'application et attend votre accord. Rien ne l'utilise avant que vous le confirmiez.",
  settings_connection:
    "Le compte Pinterest, le compte publicitaire et la balise auxquels vont les événements.",
  settings_tracking:
    "Qui signale, quels actes d'un visiteur, quelles commandes, quand et à quelle valeur.",
  settings_matching:
    "Par quoi Pinterest reconnaît un acheteur, et quel identifiant ont vos articles.",
  settings_privacy:
    "Ce qui découle du choix d'un acheteur, combien de temps les données sont conservées, les exports et les demandes des clients.",
  settings_catalog: "D'où vient chaque colonne du flux, et quels articles y sont.",
  settings_server_events:
    "L'adresse et les secrets avec lesquels vos propres serveurs signalent des événements.",
  settings_alerts: "Ce que la page d'accueil vous signale, et à partir de quand.",
  settings_transfer:
    "Tous les paramètres qui ne sont pas liés à cette boutique, sous forme de fichier pour une autre.",
  alerts_explained:
    "La page d'accueil vous prévient de ces problèmes tant qu'ils durent. Ce que vous désactivez continue tout de même ; personne ne vous en prévient.",
  alert_choice_connection_needs_attention_help:
    "Pinterest n'accepte pas les identifiants et le jeton, et les commandes attendent que vous corrigiez cela.",
  alert_choice_oldest_pending_help:
    "Une commande peut partir vers Pinterest et n'est pas partie depuis plus longtemps que la limite ci-dessous.",
  alert_choice_webhooks_stopped_help:
    "D'habitude, Shopify envoie des commandes à ces heures, et il n'en envoie plus.",
  pending_minutes_help:
    "L'envoi prend des secondes, et les courtes pannes chez Pinterest passent en quelques minutes.",
  quiet_hours_help:
    "Un tel temps sans commande est un signe, là où il y en avait en moyenne au moins six dans cet intervalle.",
  quiet_days_help: "Chacun de ces jours, les mêmes heures ont apporté une commande.",
  data_requests_explained:
    "Ces clients ont demandé les données détenues sur eux. Téléchargez chaque fichier et envoyez-le au client dans les 30 jours suivant la demande ; il est ensuite supprimé ici.",
  data_request_not_downloaded:
    "Le fichier n'a pas pu être téléchargé. Rechargez la page et réessayez ; après 30 jours, un fichier est supprimé.",
  settings_unreadable:
    "Le formulaire n'est pas arrivé tel que l'application l'a envoyé. Ces champs ne conviennent pas : {fields}. Rechargez la page et réessayez.",
  settings_unreachable:
    "Le serveur de l'application n'a pas pu être joint. Vos modifications sont encore là ; vérifiez votre connexion à Internet et réessayez.",
};
