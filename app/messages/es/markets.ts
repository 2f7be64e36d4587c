export const markets = {
  market_home: "Este es el mercado propio de tu tienda, que siempre tiene un feed.",
  market_country_unknown: "Pinterest no tiene catálogos para este país.",
  market_language_unknown:
    "Pinterest no tiene catálogos en este idioma. Elige otro idioma de este mercado.",
  market_currency_unknown:
    "Pinterest no conoce esta moneda. Haz que el mercado venda en otra en Shopify.",
  market_same_at_pinterest:
    "Pinterest tiene un solo idioma para este y para otro del mismo país. Elige el otro.",
  market_unusual_currency:
    "Pocos compradores de este país pagan en {currency}. Pinterest lo acepta, y muestra los productos a menos personas.",
  feed_market_gone:
    "Shopify ya no ofrece este mercado en este idioma. La última versión del feed se sigue sirviendo. Recupera el mercado en Shopify, o quita el feed aquí.",
  feed_access_missing:
    "La aplicación ya no puede leer los mercados. La última versión del feed se sigue sirviendo. Permítelo de nuevo para continuar.",
  markets_saved:
    "La elección está guardada. Un feed nuevo se publica y registra en cuanto se lee el catálogo.",
  markets_too_many:
    "Una tienda puede tener {most} feeds, el propio incluido. Elige menos mercados.",
  markets_stale:
    "Un mercado cambió en Shopify desde que se abrió esta página. Mira la elección de nuevo y guárdala.",
  markets_missing_scope: "La aplicación no puede leer tus mercados. Permítelo primero.",
  markets_unavailable: "Shopify no respondió. No se cambió nada; inténtalo de nuevo en un minuto.",
  markets_unreadable: "La aplicación no entendió esta página. Recárgala e inténtalo de nuevo.",
  feed_is_leaving:
    "Quitaste este mercado. El feed se sirve hasta que Pinterest lo haya eliminado, lo que la aplicación pide cada día.",
  markets_explained:
    "Cada mercado que eliges recibe su propio feed: en su idioma donde los productos están traducidos, con los precios que pagan sus compradores y con enlaces a sus páginas. Pinterest lo muestra a personas de ese país.",
  markets_limit: "Una tienda puede tener hasta {most} feeds, y Pinterest acepta 50 de una cuenta.",
  markets_access:
    "Para esto, la aplicación tiene que leer tus mercados, idiomas y traducciones, y dónde se venden los productos. No cambia nada de ello.",
  markets_access_feeds: "Hasta entonces, estos feeds quedan como están: {feeds}.",
  markets_declined: "Sin este acceso, solo el mercado propio de tu tienda tiene un feed.",
  market_facts: "Precios en {currency}. Idioma en Pinterest: {spelled}.",
  market_facts_unspelled: "Precios en {currency}.",
  markets_none:
    "Shopify no tiene ningún mercado activo con países, aparte del propio de tu tienda. Añade uno en la configuración de Shopify, en «Mercados».",
  markets_nothing_found: "Ningún país ni idioma tiene estas letras.",
  markets_removal:
    "Feeds que se quitan: {count}. Pinterest los elimina con sus Pines y grupos de productos, y los anuncios con estos productos se detienen.",
  markets_unreachable:
    "No se pudo contactar con la aplicación. Comprueba tu conexión e inténtalo de nuevo.",
};

export const marketLabels = {
  markets: "Mercados",
  feed_leaving: "Quitándose",
  choose_markets: "Elegir mercados",
  markets_allow: "Permitir acceso",
  markets_filter: "Buscar un país o idioma",
  markets_saved_toast: "Mercados guardados",
  market_row: "{country} en {language}",
  markets_lost: "Ya no está en Shopify",
};
