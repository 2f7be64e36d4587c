export const failure = {
  failed_explained:
    "Nada se perdeu. Recarregue a página; se acontecer de novo, avise o suporte do aplicativo.",
  not_found_explained: "Abra o aplicativo no admin da Shopify e escolha uma página no menu dele.",
};

export const failureLabels = {
  something_failed: "Algo deu errado",
  page_not_found: "Esta página não existe",
  try_again: "Tentar de novo",
};
