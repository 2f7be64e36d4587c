export const markets = {
  market_home: "Este é o mercado próprio da sua loja, que sempre tem um feed.",
  market_country_unknown: "O Pinterest não tem catálogos para este país.",
  market_language_unknown:
    "O Pinterest não tem catálogos neste idioma. Escolha outro idioma deste mercado.",
  market_currency_unknown:
    "O Pinterest não conhece esta moeda. Faça o mercado vender em outra na Shopify.",
  market_same_at_pinterest:
    "O Pinterest tem um só idioma para este e para outro do mesmo país. Escolha o outro.",
  market_unusual_currency:
    "Poucos compradores deste país pagam em {currency}. O Pinterest aceita, e mostra os produtos a menos pessoas.",
  feed_market_gone:
    "A Shopify não oferece mais este mercado neste idioma. A última versão do feed ainda é servida. Traga o mercado de volta na Shopify, ou retire o feed aqui.",
  feed_access_missing:
    "O aplicativo não pode mais ler os mercados. A última versão do feed ainda é servida. Permita de novo para continuar.",
  markets_saved:
    "A escolha está salva. Um feed novo é publicado e registrado assim que o catálogo for lido.",
  markets_too_many: "Uma loja pode ter {most} feeds, contando o próprio. Escolha menos mercados.",
  markets_stale:
    "Um mercado mudou na Shopify desde que esta página foi aberta. Olhe a escolha de novo e salve.",
  markets_missing_scope: "O aplicativo não pode ler seus mercados. Permita primeiro.",
  markets_unavailable: "A Shopify não respondeu. Nada mudou; tente de novo em um minuto.",
  markets_unreadable: "O aplicativo não entendeu esta página. Recarregue-a e tente de novo.",
  feed_is_leaving:
    "Você retirou este mercado. O feed é servido até o Pinterest excluí-lo, o que o aplicativo pede todos os dias.",
  markets_explained:
    "Cada mercado que você escolhe recebe um feed próprio: no idioma dele onde os produtos estão traduzidos, com os preços que os compradores pagam e com links para as páginas dele. O Pinterest o mostra a pessoas desse país.",
  markets_limit: "Uma loja pode ter até {most} feeds, e o Pinterest aceita 50 de uma conta.",
  markets_access:
    "Para isso, o aplicativo precisa ler seus mercados, idiomas e traduções, e onde os produtos estão à venda. Ele não muda nada disso.",
  markets_access_feeds: "Até lá, estes feeds ficam como estão: {feeds}.",
  markets_declined: "Sem este acesso, só o mercado próprio da sua loja tem um feed.",
  market_facts: "Preços em {currency}. Idioma no Pinterest: {spelled}.",
  market_facts_unspelled: "Preços em {currency}.",
  markets_none:
    "A Shopify não tem mercado ativo com países além do próprio da sua loja. Adicione um nas configurações da Shopify, em “Mercados”.",
  markets_nothing_found: "Nenhum país ou idioma tem estas letras.",
  markets_removal:
    "Feeds que são retirados: {count}. O Pinterest os exclui com seus Pins e grupos de produtos, e anúncios com estes produtos param.",
  markets_unreachable:
    "Não foi possível acessar o aplicativo. Verifique sua conexão e tente de novo.",
};

export const marketLabels = {
  markets: "Mercados",
  feed_leaving: "Sendo removido",
  choose_markets: "Escolher mercados",
  markets_allow: "Permitir acesso",
  markets_filter: "Encontrar um país ou idioma",
  markets_saved_toast: "Mercados salvos",
  market_row: "{country} em {language}",
  markets_lost: "Não está mais na Shopify",
};
