export const pixel = {
  pixel_none:
    "Il n'y a pas encore de pixel dans votre boutique. L'application l'installe d'elle-même quand Pinterest est connecté, et le retire quand vous vous déconnectez.",
  pixel_on:
    "Le pixel est dans votre boutique avec les paramètres ci-dessous. Il n'y a rien à faire.",
  pixel_refused: "Shopify a refusé le dernier changement du pixel.",
  pixel_refused_missing_scope:
    "L'application ne peut pas installer de pixel dans votre boutique, car l'autorisation pour les pixels ou pour les événements clients manque. Ouvrez l'application depuis l'interface Shopify et acceptez les autorisations qu'elle demande ; le pixel est alors installé de lui-même.",
  pixel_refused_blank:
    "Il manquait à Shopify une valeur dans les paramètres du pixel. Vérifiez que l'identifiant de la balise est rempli, puis enregistrez de nouveau les paramètres.",
  pixel_refused_invalid_configuration_json:
    "Shopify n'a pas pu lire les paramètres du pixel. Enregistrez de nouveau les paramètres ; si cela persiste, écrivez à l'assistance de l'application.",
  pixel_refused_invalid_runtime_context:
    "Shopify n'exécute pas le pixel dans cette boutique. Écrivez à l'assistance de l'application ; le serveur signale toujours les commandes.",
  pixel_refused_invalid_settings:
    "Le pixel chez Shopify a d'autres paramètres que cette version de l'application. Enregistrez de nouveau les paramètres dans une heure ; si cela persiste, écrivez à l'assistance de l'application, qui peut publier de nouveau le pixel.",
  pixel_refused_invalid_settings_definition:
    "Le pixel chez Shopify est abîmé. Écrivez à l'assistance de l'application, qui peut publier de nouveau le pixel ; le serveur signale toujours les commandes.",
  pixel_refused_not_found:
    "Shopify ne trouve pas le pixel qu'il a nommé. Enregistrez de nouveau les paramètres, et un nouveau est créé.",
  pixel_refused_no_extension:
    "Shopify n'a pas encore le pixel, car l'exploitant de l'application ne l'a pas publié. Écrivez à l'assistance de l'application ; le serveur signale toujours les commandes.",
  pixel_refused_taken:
    "Shopify dit que l'application a déjà un pixel dans cette boutique, et ne le montre pas. Enregistrez de nouveau les paramètres ; si cela persiste, désinstallez l'application et réinstallez-la.",
  pixel_refused_unable_to_delete:
    "Shopify n'a pas pu retirer le pixel. Enregistrez de nouveau les paramètres ; si cela persiste, désinstaller l'application le retire.",
  pixel_refused_unexpected_error:
    "Shopify n'a pas pu changer le pixel en ce moment. Enregistrez de nouveau les paramètres dans quelques minutes ; si cela persiste, écrivez à l'assistance de l'application.",
  pixel_silent:
    "Il ne s'est pas encore manifesté. Il parle quand un visiteur qui accepte le marketing ouvre une page de votre boutique.",
  pixel_silent_by_mode:
    "Dans ce mode de suivi, il ne signale qu'à Pinterest, l'application ne l'entend donc pas.",
  tracking_mode_both:
    "Le navigateur et le serveur signalent tous deux chaque acte sous un seul identifiant, et Pinterest le compte une fois. Un bloqueur de publicité ne vous coûte alors que la part du navigateur.",
  tracking_mode_server_only:
    "Le navigateur du visiteur ne contacte jamais Pinterest. Le pixel dit à l'application ce qui s'est passé, et le serveur le signale.",
  tracking_mode_browser_only:
    "Seul le navigateur du visiteur signale. Le serveur n'envoie rien, pas non plus de commandes ; ce qu'un bloqueur de publicité arrête n'est donc pas signalé, ni les commandes d'autres canaux.",
  tracking_mode_coexistence:
    "Pour les boutiques qui gardent le pixel du canal de vente de Pinterest. Notre part dans le navigateur est désactivée, et le serveur utilise l'identifiant que Shopify donne à chaque acte, pour que Pinterest puisse compter le nôtre et le sien comme un seul. Cela suppose que les deux pixels voient le même identifiant, ce qui n'a pas été confirmé dans une vraie boutique : comparez les paiements d'une journée dans Pinterest Ads Manager avant de vous y fier. Une commande dont l'identifiant n'est pas connu n'est pas signalée.",
  reported_events_help:
    "Ce que Pinterest apprend de chaque acte. Un achat est toujours signalé comme un paiement, selon les paramètres sous « Commandes ».",
  theme_events_help:
    "Votre thème peut les publier avec Shopify.analytics.publish. Les noms que le pixel signale de lui-même, comme une visite de page, compteraient deux fois si votre thème les publiait aussi.",
  matching_help:
    "Quand cela est activé, le navigateur envoie à Pinterest une adresse e-mail et un identifiant de client, tous deux hachés, là où Shopify les donne au pixel. Cela aide Pinterest à reconnaître les personnes ; le serveur envoie les données hachées des commandes dans tous les cas.",
  rotate_key_explained:
    "Le pixel nomme votre boutique à l'application par une clé publique, que le navigateur de chaque visiteur peut lire. Elle n'ouvre rien, mais quelqu'un pourrait s'en servir pour envoyer des visites inventées. Une nouvelle clé l'en empêche.",
  rotate_key_question_explained:
    "Le pixel reçoit la nouvelle clé en quelques secondes. Les pages ouvertes dans des navigateurs gardent l'ancienne jusqu'à leur rechargement ; ce qu'elles signalent est refusé. Les commandes ne sont pas concernées.",
};
