export const account = {
  sign_in_denied:
    "Pinterest n'a pas été autorisé à se connecter, rien n'a donc changé. Si ce n'était pas voulu, reconnectez-vous et choisissez de donner l'accès.",
  sign_in_expired:
    "La connexion à Pinterest a duré plus de dix minutes, rien n'a donc changé. Reconnectez-vous.",
  sign_in_other_browser:
    "Le retour de Pinterest est venu d'un autre navigateur que celui du départ, rien n'a donc changé. Reconnectez-vous et restez dans un seul navigateur.",
  sign_in_code_refused:
    "Pinterest n'a pas accepté sa propre réponse, rien n'a donc changé. Reconnectez-vous ; si cela persiste, écrivez à l'assistance de l'application.",
  sign_in_app_refused:
    "Pinterest n'accepte pas cette application en ce moment, rien n'a donc changé. Écrivez à l'assistance de l'application ; en attendant, un jeton d'accès aux conversions peut être saisi ci-dessous.",
  sign_in_scopes_missing:
    "Pinterest accorde à l'application moins que ce dont elle a besoin, rien n'a donc changé. Reconnectez-vous et laissez toutes les autorisations actives.",
  sign_in_unreachable:
    "Pinterest n'a pas répondu, rien n'a donc changé. Reconnectez-vous dans quelques minutes.",
  stop_ticket_unknown:
    "Cette adresse ne sert qu'une fois, pendant deux minutes. Fermez cette page, retournez à l'application dans l'interface Shopify et appuyez de nouveau sur « Se connecter avec Pinterest ».",
  stop_state_unknown:
    "Personne n'attend ici cette réponse de Pinterest, rien n'a donc changé. Retournez à l'application dans l'interface Shopify et appuyez de nouveau sur « Se connecter avec Pinterest ».",
  stop_state_used:
    "Cette réponse de Pinterest a déjà servi, et rien n'a changé maintenant. Retournez à l'application dans l'interface Shopify ; ses paramètres disent si un compte est connecté.",
  stop_other_browser:
    "Ce n'est pas le navigateur dans lequel la connexion à Pinterest a commencé, rien n'a donc changé. Retournez à l'application dans l'interface Shopify et appuyez-y sur « Se connecter avec Pinterest ».",
  stop_not_configured:
    "Cette application ne se connecte pas aux comptes Pinterest. Saisissez plutôt un jeton d'accès aux conversions dans les paramètres de l'application.",
  account_access_revoked:
    "Pinterest ne laisse plus l'application utiliser ce compte. Connectez-le de nouveau ; en attendant, les événements sont signalés tant que le jeton d'accès aux conversions est accepté.",
  account_access_expired:
    "L'autorisation de ce compte a pris fin, car elle n'a pas pu être renouvelée à temps. Connectez-le de nouveau ; en attendant, les événements sont signalés tant que le jeton d'accès aux conversions est accepté.",
  problem_no_account: "Aucun compte Pinterest n'est connecté. Connectez-en un d'abord.",
  problem_account_lost:
    "Pinterest ne laisse plus l'application utiliser ce compte. Connectez-le de nouveau ; rien d'autre n'a changé.",
  problem_account_unreachable:
    "Pinterest n'a pas répondu, rien n'a donc changé. Réessayez dans une minute.",
  problem_account_refused:
    "Pinterest ne permet pas cela au compte connecté. Demandez au propriétaire du compte publicitaire un rôle qui peut signaler des conversions, ou connectez un autre compte.",
  problem_ad_account_unknown:
    "Le compte connecté ne peut rien signaler pour ce compte publicitaire. Choisissez-en un autre ou demandez un rôle à son propriétaire.",
  problem_tag_unknown:
    "Cette balise n'appartient pas au compte publicitaire. Choisissez-en une dans la liste ; une nouvelle balise se crée dans Pinterest Ads Manager, sous « Conversions ».",
  account_explained:
    "Connectez-vous à Pinterest et donnez l'accès à l'application. Choisissez ensuite le compte publicitaire et la balise dans une liste ; le jeton d'accès aux conversions est créé pour vous, et le catalogue peut être tenu à jour.",
  account_offered:
    "Le compte Pinterest {name} a donné l'accès à l'application. Rien ne l'utilise avant que vous confirmiez que c'est le bon ; ce qui est connecté maintenant continue jusque-là.",
  account_offered_to_other:
    "Le compte Pinterest {name} a donné l'accès à l'application. Seul le membre de votre équipe qui s'est connecté à Pinterest peut le confirmer. Pour utiliser un autre compte, reconnectez-vous.",
  account_not_business:
    "C'est un compte Pinterest personnel. Les annonces et les catalogues demandent un compte professionnel : convertissez-le gratuitement chez Pinterest, ou connectez-en un autre.",
  account_active: "Connecté au compte Pinterest {name}.",
  choose_explained:
    "Choisissez par où vos événements sont signalés. L'application crée pour cela son propre jeton d'accès aux conversions, à la place de celui qui est enregistré.",
  ad_accounts_none:
    "Ce compte Pinterest n'a pas de compte publicitaire. Créez-en un dans Pinterest Ads Manager, puis rechargez cette page.",
  tags_none:
    "Ce compte publicitaire n'a pas encore de balise. Créez-en une dans Pinterest Ads Manager, sous « Conversions », puis rechargez cette page.",
  ad_account_no_role: "Le compte connecté ne peut rien signaler pour celui-ci.",
  websites_claimed:
    "Sites web revendiqués : {websites}. Les produits qui en viennent peuvent être montrés sur Pinterest.",
  websites_none:
    "Aucun site web n'est revendiqué chez Pinterest. Revendiquez l'adresse de votre boutique dans les paramètres de Pinterest avant de publier un catalogue ; les événements n'en ont pas besoin.",
  remove_account_explained:
    "L'application oublie ce compte : les listes, le catalogue et les mises à jour de prix s'arrêtent. Les événements continuent avec le jeton d'accès aux conversions enregistré jusqu'à ce que vous vous déconnectiez. Pour retirer aussi l'autorisation chez Pinterest, ouvrez-y les paramètres, puis « Sécurité », puis « Applications connectées ».",
};
