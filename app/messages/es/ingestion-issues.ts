export const ingestionIssues = {
  ingestion_account_flagged:
    "Pinterest ha marcado la cuenta y no acepta ningún feed de ella. Mira el estado de la cuenta en Pinterest y apela allí.",
  ingestion_google_sheet:
    "Pinterest dice que el feed es una hoja de Google que no está compartida como debe. Compártela con quien tenga el enlace.",
  ingestion_internal_error:
    "Pinterest tuvo un fallo propio. No hay nada que hacer; lo intenta de nuevo en el plazo de un día.",
  ingestion_large_decrease:
    "Casi todos los artículos desaparecieron desde la última lectura, así que Pinterest no tomó nada. Comprueba que los productos estén publicados; si de verdad se fueron, escribe al soporte de Pinterest.",
  ingestion_ad_image: "Pinterest no pudo usar la imagen para anuncios. Comprueba que se abra.",
  ingestion_ad_video: "Pinterest no pudo usar el vídeo para anuncios. Comprueba que se abra.",
  ingestion_additional_image:
    "Pinterest no pudo usar otra imagen. Comprueba que se abra, o súbela de nuevo.",
  ingestion_image: "Pinterest no pudo usar la imagen. Comprueba que se abra, o súbela de nuevo.",
  ingestion_video: "Pinterest no pudo usar el vídeo. Comprueba que se abra, o súbelo de nuevo.",
  ingestion_update:
    "Pinterest no tomó el último cambio de precio o existencias de estos artículos. Sus palabras están en cada artículo; su próxima lectura del feed trae el cambio.",
  ingestion_checked_image_unreachable:
    "La imagen no se abrió cuando la aplicación miró, así que quizá Pinterest tampoco la obtenga. Comprueba que se abra, o súbela de nuevo.",
  ingestion_checked_image_too_small:
    "La imagen tiene menos de 75 por 75 píxeles, y Pinterest la rechaza. Sube una más grande.",
  ingestion_checked_link_unreachable:
    "La página del artículo no se abrió cuando la aplicación miró. Comprueba que el producto esté publicado y que ninguna contraseña ni aplicación aparte a los visitantes.",
  ingestion_checked_link_redirects:
    "La página del artículo lleva a otro sitio, y Pinterest puede rechazarlo. Comprueba el identificador de URL del producto y las redirecciones de tu tienda.",
  ingestion_other:
    "Pinterest informa de esto con un código que la aplicación no conoce. Busca el código en la ayuda de Pinterest.",
};
