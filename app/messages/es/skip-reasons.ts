export const skipReasons = {
  test_order:
    "Es un pedido de prueba. Pinterest solo se entera de pedidos reales; no hay nada que hacer.",
  cancelled_order:
    "El pedido se canceló antes de informarse, así que no cuenta. No hay nada que hacer.",
  channel_disabled:
    "Los pedidos de este canal de ventas están desactivados. Activa el canal en la configuración para informarlos.",
  not_paid:
    "El pedido no está pagado, y la configuración espera el pago. Se informa cuando se paga; para informar los pedidos al hacerse, cambia en la configuración cuándo cuenta un pedido.",
  too_old:
    "El pedido tiene más de 7 días, y Pinterest no cuenta nada más antiguo. No se puede hacer nada con este pedido.",
  no_identity:
    "El pedido no tiene correo electrónico ni dirección IP junto con un navegador, así que Pinterest no podría asociarlo a nadie. Si ocurre a menudo, comprueba si la aplicación puede leer los correos de los clientes.",
  consent_denied:
    "El comprador no aceptó el marketing, o se opuso a la venta de sus datos. Esta elección se respeta; no hay nada que hacer.",
  consent_unknown:
    "No se conoce la elección del comprador sobre el marketing, y la configuración omite tales pedidos de este país. Lo que pasa cuando la elección es desconocida se decide en la configuración, en «Privacidad».",
  presumed_denied:
    "El píxel funciona pero no vio nada de este pago, así que probablemente el comprador lo rechazó, y la configuración omite tales pedidos. Se puede cambiar en la configuración.",
  no_snapshot:
    "Otro píxel de Pinterest informa los pagos de esta tienda, y no se conoce el identificador que usó para este. Enviarlo lo contaría dos veces; no se puede hacer nada con este pedido.",
  expired:
    "El navegador ya informó este pedido, y después de una hora Pinterest lo contaría por segunda vez. No hay nada que hacer.",
  not_connected:
    "No había ninguna cuenta de Pinterest conectada cuando llegó el pedido. Conecta una en la configuración; los pedidos de hasta 7 días pueden enviarse después en «Conversiones».",
  uninstalled:
    "La aplicación se desinstaló antes de informar el pedido. No se puede hacer nada con este pedido.",
  erased:
    "Los datos del comprador se borraron a petición suya antes de informar el pedido. No se puede hacer nada con este pedido.",
  unreadable_order:
    "La tienda envió este pedido en una forma que la aplicación no puede leer. Se pide de nuevo solo en un plazo de dos días; si la línea permanece, avisa al soporte de la aplicación.",
  browser_only:
    "La configuración deja el informe al navegador del comprador, así que el servidor no envió nada. Para que el servidor también informe pedidos, cambia el modo de seguimiento en la configuración.",
};
