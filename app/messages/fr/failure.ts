export const failure = {
  failed_explained:
    "Rien n'est perdu. Rechargez la page ; si cela se reproduit, écrivez à l'assistance de l'application.",
  not_found_explained:
    "Ouvrez l'application depuis l'interface Shopify et choisissez une page dans son menu.",
};

export const failureLabels = {
  something_failed: "Une erreur s'est produite",
  page_not_found: "Cette page n'existe pas",
  try_again: "Réessayer",
};
