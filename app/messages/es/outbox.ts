export const outbox = {
  line_waiting: "El pedido espera la elección del comprador sobre el marketing, hasta 90 segundos.",
  line_pending: "El pedido va camino de Pinterest.",
  line_pending_rate_limited:
    "Pinterest pidió una pausa. El pedido se envía de nuevo solo; no hay nada que hacer.",
  line_pending_unavailable:
    "Pinterest aún no pudo tomar el pedido. Se envía de nuevo solo; no hay nada que hacer.",
  line_pending_timeout:
    "Pinterest no respondió a tiempo. El pedido se envía de nuevo solo; no hay nada que hacer.",
  line_pending_network:
    "No se pudo contactar con Pinterest. El pedido se envía de nuevo solo; no hay nada que hacer.",
  line_pending_sealed:
    "El pedido está guardado cifrado y a la aplicación le falta la clave para abrirlo. Avisa al soporte de la aplicación; se envía en cuanto vuelva la clave.",
  line_held:
    "El pedido espera a que se arregle la conexión con Pinterest en la configuración, y entonces se envía.",
  line_delivered: "Pinterest tomó el pedido.",
  line_delivered_advice: "Pinterest tomó el pedido y aconseja: {words}.",
  line_dead_letter: "Pinterest rechazó el pedido: {words}.",
  line_dead_letter_unreadable:
    "El evento guardado no se puede leer, así que no se envió. Avisa al soporte de la aplicación.",
  line_consent: "Consentimiento: {choice}. En {place}: {first}. Aplicado: {policy}.",
  line_skipped: "El pedido no se informó.",
};
