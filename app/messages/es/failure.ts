export const failure = {
  failed_explained:
    "No se perdió nada. Recarga la página; si vuelve a ocurrir, avisa al soporte de la aplicación.",
  not_found_explained:
    "Abre la aplicación desde el panel de Shopify y elige una página de su menú.",
};

export const failureLabels = {
  something_failed: "Algo salió mal",
  page_not_found: "Esta página no existe",
  try_again: "Intentar de nuevo",
};
