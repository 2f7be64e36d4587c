export const eventPages = {
  act_no_snapshot:
    "Otro píxel de Pinterest informa los visitantes de esta tienda, y no se conoce el identificador que usó para este evento. No se puede hacer nada con este evento.",
  act_expired:
    "El navegador ya informó este evento, y después de una hora Pinterest lo contaría por segunda vez. No hay nada que hacer.",
  act_uninstalled:
    "La aplicación se desinstaló antes de informar el evento. No se puede hacer nada con este evento.",
  act_erased:
    "Los datos del comprador se borraron a petición suya antes de informar el evento. No se puede hacer nada con este evento.",
  act_browser_only:
    "La configuración deja el informe al navegador del comprador, así que el servidor no envió nada. Para que el servidor también informe, cambia el modo de seguimiento en la configuración.",
  act_waiting: "El evento espera la elección del comprador sobre el marketing, hasta 90 segundos.",
  act_pending: "El evento va camino de Pinterest.",
  act_pending_again:
    "Pinterest aún no pudo tomar el evento. Se envía de nuevo solo; no hay nada que hacer.",
  act_sealed:
    "El evento está guardado cifrado y a la aplicación le falta la clave para abrirlo. Avisa al soporte de la aplicación; se envía en cuanto vuelva la clave.",
  act_held:
    "El evento espera a que se arregle la conexión con Pinterest en la configuración, y entonces se envía.",
  act_delivered: "Pinterest tomó el evento.",
  act_delivered_advice: "Pinterest tomó el evento y aconseja: {words}.",
  act_dead_letter: "Pinterest rechazó el evento: {words}.",
  act_dead_letter_unreadable:
    "El evento guardado no se puede leer, así que no se envió. Avisa al soporte de la aplicación.",
  act_skipped: "El evento no se informó.",
  attempt_answered: "Pinterest tomó el evento.",
  attempt_refused_event: "Pinterest rechazó este evento: {words}.",
  attempt_refused:
    "Pinterest rechazó la llamada entera. Sus eventos se enviaron de nuevo en llamadas más pequeñas, para encontrar el que lo causa.",
  attempt_refused_words:
    "Pinterest rechazó la llamada entera: {words}. Sus eventos se enviaron de nuevo en llamadas más pequeñas, para encontrar el que lo causa.",
  attempt_token_refused:
    "Pinterest rechazó el token de acceso. Conecta la cuenta de nuevo en la configuración; lo que espera se envía entonces solo.",
  attempt_no_permission:
    "El token de acceso no puede informar para esta cuenta publicitaria. Dale el permiso en Pinterest, o conecta otra cuenta en la configuración.",
  attempt_account_not_found:
    "Pinterest no tiene ninguna cuenta publicitaria con este identificador. Corrige la cuenta publicitaria en la configuración.",
  attempt_rate_limited: "Pinterest pidió una pausa. El evento se envió de nuevo solo.",
  attempt_unavailable: "Pinterest no pudo tomar la llamada. El evento se envió de nuevo solo.",
  attempt_timeout: "Pinterest no respondió en diez segundos. El evento se envió de nuevo solo.",
  attempt_network: "No se pudo contactar con Pinterest. El evento se envió de nuevo solo.",
  events_none: "Aún no ha llegado ningún pedido ni ningún evento. Aparecen aquí en cuanto llegan.",
  events_none_here: "Nada encaja con este filtro. Amplíalo, o bórralo para verlo todo.",
  events_searched:
    "La búsqueda miró hacia atrás hasta {instant} y no encontró más. Pasa de página para mirar más atrás.",
  events_searched_forward:
    "La búsqueda miró hasta {instant} y no encontró más. Pasa de página para seguir mirando.",
  views_full: "Hay 20 vistas guardadas, que es el máximo. Elimina una para guardar otra.",
  view_saved: "La vista está guardada.",
  view_deleted: "La vista está eliminada.",
  delete_view_explained:
    "La vista desaparece de la lista de vistas. Los eventos que contiene se quedan.",
  redrive_selected_explained:
    "Cada evento elegido que Pinterest rechazó se envía una vez más, cada uno con su identificador anterior, así que nada cuenta dos veces. Los demás quedan como están.",
  redrive_filter_explained:
    "Cada evento rechazado que encaja con este filtro se envía una vez más, en esta página y en todas las demás, cada uno con su identificador anterior, así que nada cuenta dos veces.",
  refused_remedy:
    "Arregla lo que nombran las palabras de Pinterest y después envíalo de nuevo. Pinterest lo toma hasta 7 días después del acto del comprador.",
  redrive_one_explained:
    "El evento va a Pinterest una vez más con su identificador anterior, así que no cuenta dos veces. Arregla primero lo que nombran las palabras de Pinterest.",
  export_events_explained:
    "El archivo tiene una línea por cada evento de este filtro, los más recientes primero, y como máximo {max}. No contiene datos personales.",
  export_events_cut:
    "Más de {max} eventos encajan con este filtro, así que el archivo termina con la línea que lo dice. Acota los días para obtener el resto.",
  export_events_done: "El archivo está en tus descargas.",
  event_missing:
    "No hay tal evento en esta tienda. Quizá se eliminó al pasar el tiempo que indica la configuración de privacidad, o se borró a petición del cliente. Vuelve a la lista para encontrar otros.",
  explain_help:
    "Pega el número o el nombre de un pedido, su identificador o su dirección en el panel de Shopify, o el identificador de un evento.",
  unrecorded_before_installation:
    "Se hizo antes de instalar la aplicación, así que Shopify no se lo comunicó.",
  unrecorded_not_connected:
    "Shopify no se lo comunicó a la aplicación, y esta solo busca los pedidos que faltan si hay una cuenta de Pinterest conectada.",
  unrecorded_next_comparison:
    "Shopify aún no se lo ha comunicado a la aplicación. Cada diez minutos, la aplicación compara sus pedidos con los de Shopify y recoge lo que falta.",
  unrecorded_daily_comparison:
    "Shopify no se lo comunicó a la aplicación. Una vez al día, la aplicación repasa los pedidos de los dos últimos días y recoge lo que falta.",
  unrecorded_lost:
    "Shopify no se lo comunicó a la aplicación, y es demasiado antiguo para que lo encuentre sola.",
  unrecorded_send: "Nada lo impide: puede enviarse a Pinterest.",
  unrecorded_late:
    "Nada lo impide: puede enviarse a Pinterest. Como tiene más de una hora, Pinterest lo cuenta como fuera de línea y no lo compara con el envío del navegador.",
  unrecorded_erased:
    "Los datos del comprador se borraron a petición suya. El pedido no se envía nunca; no hay nada que hacer.",
  unrecorded_same_checkout:
    "Otro pedido del mismo pago tiene su evento, así que no se envía nada más.",
  unrecorded_none:
    "La aplicación no tiene ningún pedido ni evento con este nombre, y Shopify tampoco le muestra un pedido así. Comprueba lo que escribiste. Shopify muestra a la aplicación los pedidos de los últimos 60 días; un pedido eliminado no se encuentra.",
  unrecorded_unanswered:
    "La aplicación no tiene ningún pedido ni evento con este nombre, y Shopify no respondió cuando le preguntó. Inténtalo de nuevo en un minuto.",
  pixel_seen: "El píxel vio el pago y comunicó la elección del comprador.",
  pixel_not_kept: "Lo que vio el píxel ya no se conserva, o no vio nada.",
  browser_reported: "El navegador también lo informó a Pinterest, con el mismo identificador.",
  browser_not_reported: "No se conoce ningún informe del navegador; lo informa solo el servidor.",
  browser_unknown: "Ya no se sabe si el navegador también lo informó.",
  consent_none: "No se conserva ninguna decisión sobre el consentimiento de este evento.",
  payload_none:
    "No se conserva nada de lo enviado: se omitió, o ha pasado el tiempo que indica la configuración de privacidad.",
  payload_explained:
    "Esto es lo que va a Pinterest. Los datos personales se envían como hash, de los que se muestran los 8 primeros dígitos; nadie puede leer en ellos un nombre ni una dirección.",
  sealed_gone:
    "El identificador de clic, la dirección IP, el navegador y la página se borran 24 horas después de que el evento se resuelva.",
  attempts_none: "Aún no se ha enviado.",
  attempts_none_left: "Nunca se envió, o sus llamadas ya no se conservan.",
  attempts_latest: "Intentos en total: {attempts}. Se muestran los últimos.",
  next_attempt:
    "Se intenta de nuevo en este momento: {instant}, o en cuanto Pinterest vuelva a tomar eventos.",
};
