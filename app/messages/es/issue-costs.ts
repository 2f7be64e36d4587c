export const issueCosts = {
  cost_left_out:
    "Estos artículos no están en Pinterest: ningún Pin, ningún anuncio y ningún retargeting los muestra.",
  cost_feed_stopped:
    "Pinterest no toma nada de este feed hasta que se arregle, y sigue con lo que tenía antes.",
  cost_filled_in: "Estos artículos están en el feed, con otra cosa en lugar de lo que falta.",
  cost_value_unused: "Estos artículos se muestran, sin este valor.",
  cost_text_cut: "Estos artículos se muestran, sin el final del texto.",
  cost_fewer_images: "Estos artículos se muestran, con menos imágenes o sin su vídeo.",
  cost_fewer_people:
    "Estos artículos se muestran a menos personas, porque las búsquedas y los filtros los pasan por alto.",
  cost_full_price: "Estos artículos se muestran al precio completo, sin la oferta.",
  cost_price_doubtful:
    "Los compradores pueden ver en Pinterest un precio que no es el de tu tienda.",
  cost_ads_unmeasured:
    "Estos artículos se muestran. Tus propias estadísticas no pueden saber de dónde vienen las visitas.",
  cost_ads_poorer:
    "Estos artículos se muestran. Sus anuncios prescinden de la imagen, el vídeo o el enlace propios.",
  cost_late_change:
    "Los compradores ven el precio o las existencias anteriores de estos artículos hasta la próxima lectura de Pinterest.",
  cost_may_be_refused:
    "Estos artículos están en el feed. Pinterest puede rechazarlos, o llevar a los compradores a una página que no se abre.",
  cost_nothing: "No se pierde nada.",
  cost_unknown: "No se sabe qué cuesta esto; quizá lo diga la ayuda de Pinterest.",
};
