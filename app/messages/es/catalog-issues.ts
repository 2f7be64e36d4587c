export const catalogIssues = {
  issue_adult_invalid:
    "Pinterest no puede leer si el artículo es solo para adultos. Escribe true o false.",
  issue_adwords_format_invalid:
    "El enlace de anuncio es más largo de lo que acepta Pinterest. Acórtalo a 2000 caracteres.",
  issue_availability_invalid:
    "Pinterest no sabe si el artículo se puede comprar. Usa in stock, out of stock o preorder.",
  issue_blocklisted_image_signature:
    "Pinterest rechaza la imagen según sus normas para comerciantes. Elige otra imagen.",
  issue_delimiter_error:
    "El archivo no tiene el formato que dice, o alguna comilla nunca se cierra. Comprueba el formato y exporta el archivo de nuevo.",
  issue_description_missing:
    "El artículo no tiene descripción. Escribe una para el producto; hasta entonces el título la sustituye donde puede.",
  issue_duplicate_products:
    "Otro artículo tiene el mismo identificador, y solo se publica el primero. Da a cada variante su propio SKU, o elige otro identificador de artículo en la configuración.",
  issue_encoding_error: "El archivo no está en UTF-8. Guárdalo en UTF-8.",
  issue_feed_length_too_long:
    "El feed tiene más artículos de los que acepta Pinterest. Deja fuera lo que no se vende.",
  issue_feed_too_small:
    "El feed no tiene artículos. Comprueba que haya productos activos y publicados en la tienda online.",
  issue_fetch_error:
    "Pinterest no pudo descargar el feed. Comprueba que su dirección se abra sin una página intermedia.",
  issue_fetch_inactive_feed_error:
    "El feed no ha cambiado en 90 días, así que Pinterest no lo lee. Cambia un producto o quita el feed.",
  issue_image_link_invalid:
    "La dirección de la imagen principal no es una dirección web. Sube la imagen de nuevo.",
  issue_image_link_length_too_long:
    "La dirección de la imagen principal supera los 2000 caracteres. Sube la imagen con un nombre más corto.",
  issue_image_link_missing: "El artículo no tiene imagen. Añade una al producto o a la variante.",
  issue_internal_service_error:
    "Pinterest no logró leer el feed. No hay nada que hacer; lo intenta de nuevo en 24 horas.",
  issue_invalid_domain:
    "La página del artículo no está en un sitio web que la cuenta de Pinterest haya reclamado. Reclama el dominio en Pinterest.",
  issue_item_main_image_download_failure:
    "Pinterest no pudo obtener la imagen principal. Comprueba que se abra y tenga al menos 75 por 75 píxeles.",
  issue_itemid_missing: "El artículo no tiene identificador. Da uno a cada fila.",
  issue_link_format_invalid:
    "La dirección de la página del artículo no es una dirección web. Comprueba el identificador de URL del producto y la dirección de la tienda.",
  issue_link_length_too_long:
    "La dirección de la página del artículo supera los 511 caracteres. Acorta el identificador de URL del producto.",
  issue_list_price_invalid: "El precio de lista no se puede leer. Escríbelo como 24.99 USD.",
  issue_malformed_xml: "El archivo no es XML bien formado. Expórtalo de nuevo.",
  issue_max_items_per_item_group_exceeded:
    "El producto tiene más variantes de las que acepta Pinterest. Divídelo en varios productos.",
  issue_no_verified_domain:
    "La cuenta de Pinterest no ha reclamado ningún sitio web. Reclama el dominio de la tienda en Pinterest.",
  issue_parse_line_error:
    "Una fila no encaja con el encabezado. Busca campos que falten o sobren y comillas sueltas.",
  issue_pinjoin_content_unsafe:
    "Pinterest rechaza el artículo según sus normas para comerciantes. Déjalo fuera del feed.",
  issue_price_cannot_be_determined:
    "El precio, el precio de lista y el precio de oferta se contradicen. Deja solo el precio y el precio de oferta.",
  issue_price_missing:
    "El artículo no tiene precio, o no cuesta nada. Introduce un precio o deja el artículo fuera del feed.",
  issue_product_link_missing:
    "El artículo no tiene página. Publica el producto en la tienda online.",
  issue_product_price_invalid:
    "El precio no es un importe en la moneda del feed. Fija un precio para este mercado.",
  issue_required_columns_missing:
    "Falta una columna que todo feed debe tener. Añádela con ese mismo nombre, en minúsculas.",
  issue_title_missing: "El artículo no tiene título. Da un título al producto.",
  issue_ad_link_format_warning:
    "El enlace de anuncio no es una dirección web, así que no se usa. Corrígelo.",
  issue_ad_link_same_as_link:
    "El enlace de anuncio es el propio enlace del artículo. Déjalo fuera, o añade lo que distinga los anuncios.",
  issue_additional_image_link_length_too_long:
    "La dirección de otra imagen supera los 2000 caracteres. Súbela con un nombre más corto.",
  issue_additional_image_link_warning:
    "La dirección de otra imagen no es una dirección web, así que la imagen no se muestra. Súbela de nuevo.",
  issue_adwords_format_warning:
    "El enlace de anuncio no es una dirección web, así que no se usa. Corrígelo.",
  issue_adwords_same_as_link:
    "El enlace de anuncio es el propio enlace del artículo. Déjalo fuera, o añade lo que distinga los anuncios.",
  issue_age_group_invalid:
    "El grupo de edad no es de los de Pinterest, así que menos personas ven el artículo. Usa newborn, infant, toddler, kids o adult.",
  issue_android_deep_link_invalid:
    "El enlace a la aplicación de Android no se puede leer. Corrígelo.",
  issue_availability_date_invalid:
    "La fecha desde la que está el artículo no se puede leer. Escríbela como 2026-12-24.",
  issue_country_does_not_map_to_currency:
    "La moneda es poco habitual en el país del feed. Comprueba el país y la moneda del feed.",
  issue_custom_label_length_too_long:
    "Una etiqueta personalizada supera los 511 caracteres, así que no se usa. Acórtala.",
  issue_description_length_too_long:
    "La descripción se corta tras 10000 caracteres. Acórtala si su final importa.",
  issue_duplicate_headers:
    "El encabezado tiene una columna dos veces, y solo cuenta la primera. Quita la segunda.",
  issue_expiration_date_invalid:
    "La fecha en que termina el artículo no se puede leer. Escríbela como 2026-12-24.",
  issue_fetch_same_signature:
    "El feed no ha cambiado desde que Pinterest lo leyó por última vez. No hay nada que hacer.",
  issue_gender_invalid:
    "El género no es de los de Pinterest, así que menos personas ven el artículo. Usa male, female o unisex.",
  issue_gtin_invalid:
    "El código de barras no es un GTIN, así que no se usa. Comprueba sus dígitos, o déjalo vacío.",
  issue_image_link_warning:
    "Pinterest no puede usar la dirección de una imagen. Sube la imagen de nuevo.",
  issue_inconsistent_currency_values:
    "Los precios del artículo están en otra moneda que los anteriores. Usa una sola moneda en cada feed.",
  issue_indexed_product_count_large_delta:
    "El feed tiene muchos más o muchos menos artículos que la última vez. Comprueba que no falte nada.",
  issue_ios_deep_link_invalid: "El enlace a la aplicación de iOS no se puede leer. Corrígelo.",
  issue_is_bundle_invalid:
    "Pinterest no puede leer si el artículo es un lote. Escribe true o false.",
  issue_item_additional_image_download_failure:
    "Pinterest no pudo obtener otra imagen. Comprueba que se abra.",
  issue_link_format_warning:
    "El enlace tiene parámetros UTM vacíos, repetidos o desconocidos. Corrígelos.",
  issue_min_ad_price_invalid:
    "El precio mínimo de anuncio no se puede leer. Escríbelo como 24.99 USD.",
  issue_mpn_invalid:
    "La referencia del fabricante tiene caracteres que ninguna tiene. Corrígela, o déjala vacía.",
  issue_multipack_invalid: "El tamaño del multipack no es un número a partir de 2. Corrígelo.",
  issue_optional_condition_invalid:
    "El estado no es de los de Pinterest, así que menos personas ven el artículo. Usa new, used o refurbished.",
  issue_optional_condition_missing:
    "No se indica el estado, así que menos personas ven el artículo. Indícalo, casi siempre new.",
  issue_optional_product_category_invalid:
    "La categoría no tiene la forma de la lista de Google. Usa su número, o sus niveles unidos por ' > '.",
  issue_optional_product_category_missing:
    "El artículo no tiene categoría, así que menos personas lo ven. Elige una para el producto.",
  issue_product_category_depth_warning:
    "La categoría tiene menos de tres niveles, así que menos personas ven el artículo. Elige una más concreta.",
  issue_product_type_length_too_long:
    "El tipo de producto supera los 1000 caracteres, así que no se usa. Acórtalo.",
  issue_sale_date_invalid:
    "El periodo de la oferta no se puede leer. Escribe inicio y fin como 2026-11-27T00:00:00Z/2026-11-30T23:59:59Z.",
  issue_sales_price_invalid: "El precio de oferta no se puede leer. Escríbelo como 19.99 USD.",
  issue_sales_price_too_high:
    "El precio de oferta no es inferior al precio, así que no se muestra. Corrige uno de los dos.",
  issue_sales_price_too_low:
    "El precio de oferta es menos de la décima parte del precio. Comprueba que no se haya corrido un dígito.",
  issue_shipping_height_invalid: "El alto del paquete no se puede leer. Escríbelo como 12 in.",
  issue_shipping_invalid:
    "El coste de envío no se puede leer. Escríbelo como US:CA:Ground:5.00 USD.",
  issue_shipping_weight_invalid: "El peso no se puede leer. Escríbelo como 3 kg.",
  issue_shipping_width_invalid: "El ancho del paquete no se puede leer. Escríbelo como 12 in.",
  issue_size_system_invalid:
    "El sistema de tallas no es de los de Pinterest. Usa US, UK, EU, DE, FR, JP, CN, IT, BR, MEX o AU.",
  issue_size_type_invalid:
    "El tipo de talla no es de los de Pinterest, así que menos personas ven el artículo. Usa regular, petite, plus, big_and_tall o maternity.",
  issue_tax_invalid: "El impuesto no se puede leer. Escríbelo como US:1025433:6.00:y.",
  issue_title_length_too_long:
    "El título se corta tras 500 caracteres. Acórtalo si su final importa.",
  issue_too_many_additional_image_links:
    "Pinterest muestra diez imágenes más y descarta el resto. Pon las mejores primero.",
  issue_updated_time_invalid:
    "La hora del último cambio no se puede leer. Escríbela como 2026-11-22T09:00:00Z.",
  issue_utm_source_auto_corrected:
    "Pinterest corrige utm_source en el enlace. Escríbelo una vez, solo con letras y dígitos.",
  issue_video_required_when_ad_video_provided:
    "El artículo tiene un vídeo de anuncio y ninguno propio. Añade el vídeo.",
  issue_weight_unit_invalid: "Pinterest no conoce la unidad de peso. Usa lb, oz, g o kg.",
};
