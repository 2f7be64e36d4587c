export const failure = {
  failed_explained:
    "Nichts ist verloren gegangen. Laden Sie die Seite neu; geschieht es wieder, melden Sie sich beim Support der App.",
  not_found_explained:
    "Öffnen Sie die App aus dem Shopify-Admin und wählen Sie eine Seite aus ihrem Menü.",
};

export const failureLabels = {
  something_failed: "Etwas ist schiefgegangen",
  page_not_found: "Diese Seite gibt es nicht",
  try_again: "Erneut versuchen",
};
