export const connection = {
  connection_not_connected:
    "Aucun compte Pinterest n'est connecté, aucune commande n'est donc signalée. Connectez un compte, ou saisissez un jeton d'accès aux conversions.",
  connection_connected:
    "Les commandes sont signalées au compte publicitaire Pinterest {adAccountId} dès leur arrivée. Il n'y a rien à faire.",
  connection_needs_attention:
    "Pinterest refuse la connexion. Vérifiez les identifiants et le jeton dans les paramètres.",
  attention_token_refused:
    "Pinterest n'accepte plus le jeton d'accès aux conversions. Connectez de nouveau votre compte Pinterest, ou créez un nouveau jeton dans Pinterest Ads Manager et enregistrez-le sous « Paramètres » ; les commandes en attente sont alors envoyées.",
  attention_no_permission:
    "Pinterest dit que le jeton ne peut rien signaler pour ce compte publicitaire. Créez un jeton dans ce compte publicitaire même et enregistrez-le sous « Paramètres » ; les commandes en attente sont alors envoyées.",
  attention_account_not_found:
    "Pinterest ne connaît aucun compte publicitaire avec cet identifiant. Corrigez l'identifiant du compte publicitaire sous « Paramètres » ; les commandes en attente sont alors envoyées.",
  test_accepted:
    "Pinterest a accepté l'événement de test. La connexion fonctionne ; il n'y a rien à faire.",
  test_token_refused:
    "Pinterest n'accepte plus le jeton d'accès aux conversions (401). Créez-en un nouveau dans Pinterest Ads Manager, saisissez-le ici et enregistrez.",
  test_no_permission:
    "Le jeton ne peut rien signaler pour ce compte publicitaire (403). Vérifiez l'identifiant du compte publicitaire, ou créez un jeton dans ce compte même, puis enregistrez.",
  test_account_not_found:
    "Pinterest ne connaît aucun compte publicitaire avec cet identifiant (404). Copiez de nouveau l'identifiant du compte publicitaire et assurez-vous que ce n'est pas celui de la balise.",
  test_rate_limited:
    "Pinterest a reçu trop d'appels en peu de temps (429). Le jeton n'a pas été jugé ; testez de nouveau dans une minute.",
  test_unavailable:
    "Pinterest ne peut pas répondre en ce moment. Le jeton n'a pas été jugé ; testez de nouveau dans quelques minutes.",
  test_timeout:
    "Pinterest n'a pas répondu à temps. Le jeton n'a pas été jugé ; testez de nouveau dans quelques minutes.",
  test_network:
    "Pinterest n'a pas pu être joint depuis le serveur de l'application. Testez de nouveau dans quelques minutes ; si cela persiste, écrivez à l'assistance de l'application.",
  test_refused:
    "Pinterest a accepté les identifiants et le jeton, mais pas l'événement de test. Les commandes peuvent passer tout de même ; si les dernières montrent des erreurs, écrivez à l'assistance de l'application.",
  tag_id_missing: "Saisissez l'identifiant de la balise.",
  tag_id_malformed: "Un identifiant de balise a de 6 à 20 chiffres et rien d'autre.",
  ad_account_id_missing: "Saisissez l'identifiant du compte publicitaire.",
  ad_account_id_malformed:
    "Un identifiant de compte publicitaire a jusqu'à 18 chiffres et rien d'autre.",
  ad_account_id_is_tag_id:
    "C'est encore l'identifiant de la balise. Le compte publicitaire a son propre identifiant.",
  token_missing: "Saisissez un jeton d'accès aux conversions.",
  token_malformed:
    "Ce n'est pas un jeton. Copiez-le en entier, sans guillemets, espaces ni retours à la ligne.",
  tag_id_help:
    "Dans Pinterest Ads Manager, ouvrez « Conversions ». L'identifiant est affiché avec la balise et a le plus souvent 13 chiffres.",
  ad_account_id_help:
    "Dans Pinterest Ads Manager, ouvrez le menu qui porte le nom de votre compte publicitaire ; l'identifiant se trouve sous le nom. Ce n'est pas celui de la balise.",
  token_help:
    "Dans Pinterest Ads Manager, ouvrez « Conversions », puis « API Conversions », puis « Configurer l'API », et créez un nouveau jeton.",
  token_kept:
    "Le jeton enregistré se termine par ••••{lastFour} et ne peut plus être affiché. Laissez ce champ vide pour le garder, ou saisissez-en un nouveau pour le remplacer.",
  token_needed:
    "Les identifiants sont encore là, mais le jeton d'accès aux conversions a été effacé quand l'application a été désinstallée ou déconnectée. Saisissez un jeton et enregistrez pour signaler de nouveau des commandes.",
  test_explained: "Pinterest répond à un événement inventé et ne l'enregistre pas.",
  test_while_unsaved:
    "Le test utilise ce qui est enregistré. Enregistrez ou annulez vos modifications avant de tester la connexion.",
  test_unchosen:
    "Il n'y a encore rien à tester. Choisissez d'abord le compte publicitaire ci-dessous.",
  connection_unchosen:
    "Le compte Pinterest est connecté. Choisissez ci-dessous le compte publicitaire et la balise. D'ici là, aucune commande n'est signalée.",
  test_incomplete:
    "Il n'y a encore rien à tester. Enregistrez les identifiants et un jeton d'accès aux conversions avant de tester.",
  disconnect_explained:
    "Le jeton d'accès aux conversions est effacé et un compte Pinterest connecté est oublié. Les commandes pas encore envoyées attendent, et les nouvelles ne sont pas signalées avant une nouvelle connexion. Les identifiants et tous les autres paramètres restent.",
  receipt_token:
    "Le jeton d'accès aux conversions qui se terminait par ••••{lastFour} a été effacé ici.",
  receipt_account: "Le compte Pinterest {name} a été oublié, avec ses jetons.",
  receipt_given_back: "Pinterest a été prié de reprendre les jetons du compte.",
  receipt_pixel: "Le pixel est en cours de retrait de votre boutique.",
  receipt_settings_stay:
    "L'identifiant de la balise, celui du compte publicitaire et tous les autres paramètres restent ici.",
  receipt_events_wait: "Événements qui attendent ici la prochaine connexion : {count}.",
  receipt_feeds_stay:
    "Flux qui restent enregistrés chez Pinterest, qui peut continuer à les lire : {count}. Supprimez-les dans les catalogues de Pinterest si vous ne revenez pas.",
  receipt_permission_stays:
    "L'autorisation reste dans les paramètres de Pinterest. Pour la retirer, ouvrez-y « Sécurité », puis « Applications connectées ».",
};
