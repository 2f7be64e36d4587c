export const diagnostics = {
  backfill_tried:
    "Se registraron en modo de prueba o en modo sombra, del que nada sale. Nunca se envían como pedidos reales.",
  line_tested:
    "El pedido se envió como evento de prueba, y Pinterest lo tomó. No cuenta y nunca se envía de nuevo.",
  line_tested_advice:
    "El pedido se envió como evento de prueba, que no cuenta. Pinterest lo tomó y aconseja: {words}.",
  line_shadowed: "El pedido se registró en modo sombra: se habría informado, y no se envió nada.",
  sending_real_explained: "Lo que hacen los compradores se informa a Pinterest y cuenta.",
  sending_test_explained:
    "Los eventos van a Pinterest como eventos de prueba, que su página de pruebas muestra y nada cuenta. Pinterest toma pocos a la vez, así que una tienda muy visitada puede esperar.",
  sending_shadow_explained:
    "No se envía nada. La aplicación registra lo que habría enviado y lo compara con tus pedidos, junto a lo que usas ahora.",
  sending_real_question:
    "A partir de ahora, los pedidos y las visitas se informan a Pinterest y cuentan. Lo que se registró en modo de prueba o sombra no se envía.",
  sending_test_question:
    "A partir de ahora, nada nuevo cuenta en Pinterest: sale solo como evento de prueba, y nunca se envía de nuevo como real. Los navegadores de tus visitantes dejan de informar a Pinterest en unos minutos.",
  sending_shadow_question:
    "A partir de ahora, nada nuevo se envía a Pinterest, y lo que se registra en este modo nunca se envía después. Los navegadores de tus visitantes dejan de informar a Pinterest en unos minutos.",
  sending_test_banner:
    "Los nuevos pedidos y visitas van a Pinterest como eventos de prueba y no cuentan. Cambia al informe real en «Modo de envío» cuando termines.",
  sending_shadow_banner:
    "Los nuevos pedidos y visitas se registran y no se envían. Cambia al informe real en «Modo de envío» cuando te convenza.",
  sending_test_home:
    "Los nuevos pedidos y visitas van a Pinterest como eventos de prueba y no cuentan. El modo se cambia en «Diagnóstico».",
  sending_shadow_home:
    "Los nuevos pedidos y visitas se registran y no se envían a Pinterest. El modo se cambia en «Diagnóstico».",
  live_connecting: "Se está abriendo la vista. Eventos mostrados: {count}.",
  live_live: "Los eventos nuevos aparecen solos. Eventos mostrados: {count}.",
  live_interrupted:
    "No se puede contactar con la aplicación; se le pregunta de nuevo automáticamente. Eventos mostrados: {count}.",
  live_paused:
    "La vista está en pausa. Mientras tanto no se pierde nada. Eventos mostrados: {count}.",
  live_empty:
    "No llegó ningún evento en los últimos 15 minutos. Haz un pedido de prueba o abre tu tienda en otra pestaña, y míralo llegar aquí.",
  live_no_match:
    "Ninguno de los eventos mostrados encaja con el filtro. Elige otro nombre o estado.",
  test_event_explained:
    "Pinterest tiene una página que muestra los eventos de prueba según llegan. Nada de lo que se envía desde aquí cuenta.",
  test_event_step_open:
    "Abre Pinterest Ads Manager, elige «Conversiones» y allí la página de eventos de prueba.",
  test_event_step_keep:
    "Deja esa página abierta. Solo muestra lo que llega mientras está abierta, y no guarda nada.",
  test_event_step_send: "Elige abajo un evento y envíalo.",
  test_event_step_look:
    "Mira la página de Pinterest: el evento aparece allí en un minuto, con lo que Pinterest aconseja.",
  test_event_taken:
    "Pinterest tomó el evento de prueba. Busca el identificador de evento {eventId} en su página; no hay nada más que hacer.",
  test_event_advised:
    "Pinterest tomó el evento de prueba. Busca el identificador de evento {eventId} en su página. Para eventos reales aconseja: {words}.",
  test_event_not_taken:
    "Pinterest rechazó el evento de prueba: {words}. Descarga abajo el archivo de soporte y envíalo al soporte de la aplicación.",
  test_event_not_connected:
    "No hay ninguna cuenta de Pinterest conectada, así que no hay a quién enviar. Conecta una en la configuración y vuelve.",
  shadow_explained:
    "Cada día compara los pedidos que llegaron con lo que habría ido a Pinterest. Los días están en UTC.",
  shadow_empty:
    "Aún no se registró nada en modo sombra. Tras el primer pedido, aquí se compara cada día con tus pedidos.",
  shadow_orders:
    "Pedidos: {orders}. Se habrían informado: {reported}, que en la cuenta de Pinterest son {events}.",
  shadow_consent: "Omitidos por la elección del comprador: {count}.",
  shadow_left_out:
    "Omitidos por otras reglas: {count}. La página «Conversiones» dice por qué en cada uno.",
  shadow_open: "Aún esperan la elección del comprador: {count}.",
  shadow_others: "Eventos que no son pedidos: {count}.",
  shadow_identifiers_explained:
    "De los últimos {count} eventos, tantos tenían el identificador. Cuantos más haya, mejor asocia Pinterest.",
  conflict_same_tag_in_theme:
    "Tu tema carga la misma etiqueta de Pinterest que esta aplicación, sin los identificadores de evento de la aplicación, así que Pinterest cuenta las visitas dos veces. Quita la etiqueta de Pinterest del código del tema.",
  conflict_second_tag:
    "Tu tienda carga otra etiqueta de Pinterest ({tags}). Si pertenece a la misma cuenta publicitaria, los actos se cuentan dos veces: quítala del código del tema, o déjale a ella el informe.",
  conflict_channel_pixel:
    "El canal de ventas de Pinterest tiene un píxel en tu tienda, así que los actos se cuentan dos veces. Apaga su seguimiento, o elige en la configuración el modo junto al píxel del canal de ventas.",
  conflict_ingest_twice:
    "Tu servidor informó por sus nombres pedidos que Shopify informó por sus números. Pedidos: {orders}. Haz que tu servidor envíe el identificador de pedido de Shopify en el campo order.id, o deja los pedidos a Shopify.",
  conflict_shared_event:
    "Varios pedidos salieron de un mismo pago y comparten un evento, que Pinterest cuenta una vez. Pedidos después del primero: {orders}. No hay nada que hacer, salvo que esperes que cada uno cuente.",
  act_tested:
    "Se envió como evento de prueba, y Pinterest lo tomó. No cuenta y nunca se envía de nuevo.",
  act_shadowed: "Se registró en modo sombra: se habría informado, y no se envió nada.",
  conflicts_none: "Nada de los pedidos de la última semana se informó dos veces.",
  storefront_explained:
    "La aplicación puede mirar una vez la portada de tu tienda, como cualquier visitante, en busca de una segunda etiqueta de Pinterest y del píxel de su canal de ventas.",
  storefront_not_seen:
    "No se pudo mirar la tienda. Quizá pida una contraseña o no responda; ábrela a los visitantes y mira de nuevo.",
  storefront_clean: "La portada de la tienda no muestra otra etiqueta de Pinterest ni otro píxel.",
  heartbeat_explained:
    "Cuándo mostró cada parte por última vez que funciona. Un webhook que tarda más de lo habitual merece una mirada.",
  webhooks_counted: "En las últimas 24 horas: {today}. En un día normal: {usual}.",
  support_bundle_explained:
    "Un archivo para el soporte de la aplicación: versiones, configuración, estados y cifras. No contiene contraseñas, tokens ni nada de ningún comprador.",
  support_bundle_failed: "No se pudo crear el archivo. Inténtalo de nuevo en un minuto.",
  diagnostics_unreachable:
    "No se pudo contactar con la aplicación. Comprueba tu conexión e inténtalo de nuevo.",
};

export const diagnosticsLabels = {
  state_tested: "Probado",
  state_shadowed: "En sombra",
  check_tried: "Registrados en modo de prueba o sombra",
  sending_real: "Real",
  sending_test: "Prueba",
  sending_shadow: "Sombra",
  webhooks_orders: "Webhooks de pedidos",
  webhooks_products: "Webhooks de productos",
  webhooks_shop: "Webhooks de la tienda",
  webhooks_compliance: "Webhooks de solicitudes de datos",
  webhooks_other: "Otros webhooks",
  diagnostics: "Diagnóstico",
  sending_mode: "Modo de envío",
  sending_mode_choice: "Qué pasa con los nuevos pedidos y visitas",
  sending_since: "Último cambio:",
  sending_switch: "Cambiar de modo",
  sending_question: "¿Cambiar al modo «{mode}»?",
  sending_test_on: "El modo de prueba está activado",
  sending_shadow_on: "El modo sombra está activado",
  live_events: "Eventos en directo",
  live_pause: "Pausar",
  live_resume: "Reanudar",
  live_name_filter: "Nombre del evento",
  test_events: "Eventos de prueba",
  test_event_name: "Evento a enviar",
  send_test_event: "Enviar evento de prueba",
  open_ads_manager: "Abrir Ads Manager",
  shadow_report: "Comparación en modo sombra",
  shadow_day: "Día {day}",
  shadow_placed: "Valor de los pedidos",
  shadow_would_report: "Valor que se habría informado",
  shadow_identifiers: "Identificadores",
  birth_date: "Fecha de nacimiento",
  conflicts: "Conflictos",
  look_at_storefront: "Mirar mi tienda",
  heartbeat: "Señales de vida",
  beat_pixel: "Mensaje del píxel",
  beat_reconciled: "Comparación con los pedidos de Shopify",
  beat_delivered: "Envío a Pinterest",
  beat_fetched: "Feed leído por Pinterest",
  support_bundle: "Archivo de soporte",
  download_support_bundle: "Descargar el archivo de soporte",
  remedy_connection: "Abrir la configuración de conexión",
  remedy_tracking: "Abrir la configuración de seguimiento",
  remedy_privacy: "Abrir la configuración de privacidad",
};
