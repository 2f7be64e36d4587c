export const conversions = {
  backfill_send: "Aún no están en Pinterest, y nada impide enviarlos.",
  backfill_reported: "Pinterest ya los tiene. No se envían de nuevo.",
  backfill_under_way: "Están registrados y se envían solos.",
  backfill_refused:
    "Pinterest los rechazó antes. Están en «Conversiones», en la vista «Rechazados por Pinterest», donde se pueden enviar de nuevo.",
  backfill_erased:
    "Los datos del comprador se borraron a petición suya. No se informan nunca; no hay nada que hacer.",
  backfill_gone: "Entretanto se eliminaron en Shopify. No hay nada que hacer.",
  backfill_busy: "Ya hay una ejecución en curso. Espera a que termine, o cancélala.",
  backfill_not_connected:
    "No hay ninguna cuenta de Pinterest conectada, así que no se puede enviar nada. Conecta una en la configuración y vuelve.",
  backfill_too_long: "Pinterest solo toma pedidos de los últimos 7 días. Elige 7 días o menos.",
  backfill_not_checked:
    "Esta comprobación es demasiado antigua para guiarse por ella. Comprueba de nuevo y después envía.",
  backfill_failed_not_connected:
    "Entretanto se quitó la conexión con Pinterest, así que la ejecución se detuvo. Conecta de nuevo en la configuración y después comprueba otra vez.",
  backfill_failed_shopify_unavailable:
    "Shopify no respondió varias veces seguidas, así que la ejecución se detuvo. Comprueba de nuevo en unos minutos; lo que ya se envió no se envía dos veces.",
  redrive_too_old: "De más de 7 días, que Pinterest no cuenta: {count}.",
  redrive_expired:
    "Informados por el navegador y de más de una hora, así que contarían dos veces: {count}.",
  redrive_payload_gone: "Sin nada guardado que aún se pueda enviar: {count}.",
  redrive_no_identity: "Sin nada por lo que Pinterest aún pudiera asociarlos a alguien: {count}.",
  period_malformed: "Introduce los dos días.",
  period_backwards: "El último día es anterior al primero. Intercámbialos.",
  backfill_explained:
    "Los pedidos que nunca llegaron a Pinterest, como los anteriores a la conexión, se pueden enviar hasta 7 días después. La comprobación no envía nada: dice qué pedidos irían, cuáles no, y por qué.",
  backfill_progress: "Pedidos mirados hasta ahora: {seen}.",
  backfill_progress_rate: "Pedidos mirados hasta ahora: {seen}, unos {perMinute} por minuto.",
  backfill_queued: "La ejecución empieza en un momento.",
  backfill_empty: "No hay pedidos en este tiempo.",
  backfill_nothing_to_send:
    "No hay nada que enviar: cada pedido está informado, u omitido por un motivo.",
  backfill_late:
    "De más de una hora: {count}. Pinterest cuenta tales pedidos como offline y no los compara con lo que informa el propio navegador. Los pedidos que se sabe que el navegador informó se omiten.",
  backfill_several_reasons: "Un pedido con varios motivos aparece en cada uno de ellos.",
  backfill_stale: "Esta comprobación tiene más de una hora. Comprueba de nuevo antes de enviar.",
  backfill_cancelled: "La ejecución se canceló. Lo enviado hasta entonces queda enviado.",
  backfill_seen: "Pedidos mirados: {seen}.",
  redriven: "De nuevo camino de Pinterest: {count}.",
  redriven_held: "A la espera de que se arregle la conexión con Pinterest: {count}.",
  redriven_none: "No había nada que enviar de nuevo.",
  export_explained:
    "Un archivo con una línea por pedido: qué se decidió, por qué, y qué se sabía de la elección del comprador. No contiene datos personales.",
  export_failed: "No se pudo descargar el archivo. Recarga la página e inténtalo de nuevo.",
  conversions_unreadable:
    "El formulario no llegó como lo envió la aplicación. Recarga la página e inténtalo de nuevo.",
  conversions_unreachable:
    "No se pudo contactar con el servidor de la aplicación. Comprueba tu conexión a internet e inténtalo de nuevo.",
};
