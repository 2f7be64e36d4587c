export const commands = {
  file_unreadable: "{file} ne peut pas être lu. Vérifiez le chemin et ses autorisations.",
  file_not_json: "{file} n'est pas du JSON. Vérifiez que le fichier est entier.",
  order_refused:
    "{file} n'est pas le corps d'un webhook de commande Shopify. Ces champs manquent ou ne conviennent pas : {fields}.",
  settings_refused:
    "Les paramètres dans {file} ont des clés inconnues ou des valeurs qui ne conviennent pas : {fields}.",
  context_refused:
    "Le contexte dans {file} a des clés inconnues ou des valeurs qui ne conviennent pas : {fields}.",
  user_data_refused:
    "{file} n'est pas un objet JSON de données d'utilisateur avec des textes, des nombres ou des listes de ceux-ci. Ces clés sont inconnues ou ne conviennent pas : {fields}.",
  event_refused: "{file} n'est pas un élément d'un corps /ingest : un objet JSON avec un name.",
  now_refused: "--now {text} n'est pas un instant. Écrivez-le comme 2026-11-06T04:00:00Z.",
  country_refused:
    "--country {text} n'est pas un pays. Écrivez son code de deux lettres, par exemple US.",
  bulk_line_refused:
    "La ligne {line} de {file} est coupée, ou ne vient pas d'une opération groupée de produits ; ce qui ne convient pas : {fields}. Récupérez de nouveau le fichier.",
  feed_is_json: "{file} est du JSON et non un fichier de flux. Nommez un fichier TSV, CSV ou XML.",
  file_unwritable: "{file} ne peut pas être écrit. Vérifiez le chemin et ses autorisations.",
  platform_not_there_yet: "La plateforme {platform} n'est pas encore disponible. Utilisez shopify.",
};
