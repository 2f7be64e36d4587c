export const pixel = {
  pixel_none:
    "Aún no hay ningún píxel en tu tienda. La aplicación lo pone sola cuando se conecta Pinterest, y lo quita cuando desconectas.",
  pixel_on: "El píxel está en tu tienda con la configuración de abajo. No hay nada que hacer.",
  pixel_refused: "Shopify rechazó el último cambio del píxel.",
  pixel_refused_missing_scope:
    "La aplicación no puede poner un píxel en tu tienda porque falta el permiso para píxeles o para eventos de clientes. Abre la aplicación desde el panel de Shopify y acepta los permisos que pide; el píxel se pone entonces solo.",
  pixel_refused_blank:
    "A Shopify le faltó un valor en la configuración del píxel. Comprueba que el identificador de la etiqueta esté relleno y guarda la configuración de nuevo.",
  pixel_refused_invalid_configuration_json:
    "Shopify no pudo leer la configuración del píxel. Guarda la configuración de nuevo; si sigue igual, avisa al soporte de la aplicación.",
  pixel_refused_invalid_runtime_context:
    "Shopify no ejecuta el píxel en esta tienda. Avisa al soporte de la aplicación; el servidor sigue informando los pedidos.",
  pixel_refused_invalid_settings:
    "El píxel en Shopify tiene otra configuración que esta versión de la aplicación. Guarda la configuración de nuevo dentro de una hora; si sigue igual, avisa al soporte de la aplicación, que puede publicar el píxel de nuevo.",
  pixel_refused_invalid_settings_definition:
    "El píxel en Shopify está dañado. Avisa al soporte de la aplicación, que puede publicar el píxel de nuevo; el servidor sigue informando los pedidos.",
  pixel_refused_not_found:
    "Shopify no encuentra el píxel que nombró. Guarda la configuración de nuevo, y se crea uno nuevo.",
  pixel_refused_no_extension:
    "Shopify aún no tiene el píxel porque el operador de la aplicación no lo ha publicado. Avisa al soporte de la aplicación; el servidor sigue informando los pedidos.",
  pixel_refused_taken:
    "Shopify dice que la aplicación ya tiene un píxel en esta tienda, y no lo muestra. Guarda la configuración de nuevo; si sigue igual, desinstala la aplicación e instálala otra vez.",
  pixel_refused_unable_to_delete:
    "Shopify no pudo quitar el píxel. Guarda la configuración de nuevo; si sigue igual, desinstalar la aplicación lo quita.",
  pixel_refused_unexpected_error:
    "Shopify no pudo cambiar el píxel en este momento. Guarda la configuración de nuevo en unos minutos; si sigue igual, avisa al soporte de la aplicación.",
  pixel_silent:
    "Aún no se ha sabido de él. Habla cuando un visitante que permite el marketing abre una página de tu tienda.",
  pixel_silent_by_mode:
    "En este modo de seguimiento solo informa a Pinterest, así que la aplicación no sabe de él.",
  tracking_mode_both:
    "El navegador y el servidor informan ambos cada acto con un mismo identificador, y Pinterest lo cuenta una vez. Un bloqueador de anuncios solo te cuesta entonces la parte del navegador.",
  tracking_mode_server_only:
    "El navegador del visitante nunca contacta con Pinterest. El píxel dice a la aplicación lo que se hizo, y el servidor lo informa.",
  tracking_mode_browser_only:
    "Solo informa el navegador del visitante. El servidor no envía nada, tampoco pedidos; lo que detenga un bloqueador de anuncios no se informa, ni los pedidos de otros canales.",
  tracking_mode_coexistence:
    "Para tiendas que conservan el píxel del canal de ventas de Pinterest. Nuestra parte en el navegador está apagada, y el servidor usa el identificador que Shopify da a cada acto, para que Pinterest pueda contar el nuestro y el suyo como uno. Esto supone que ambos píxeles ven el mismo identificador, lo que no se ha confirmado en una tienda real: compara los pagos de un día en Pinterest Ads Manager antes de confiar en ello. Un pedido cuyo identificador no se conoce no se informa.",
  reported_events_help:
    "Lo que Pinterest sabe de cada acto. Una compra siempre se informa como pago, según la configuración de «Pedidos».",
  theme_events_help:
    "Tu tema puede publicarlos con Shopify.analytics.publish. Los nombres que el píxel informa por sí mismo, como una visita de página, contarían dos veces si tu tema también los publicara.",
  matching_help:
    "Con esto activado, el navegador envía a Pinterest un correo electrónico y un identificador de cliente, ambos con hash, donde Shopify se los da al píxel. Ayuda a Pinterest a reconocer personas; el servidor envía los datos con hash de los pedidos en todo caso.",
  rotate_key_explained:
    "El píxel nombra tu tienda a la aplicación con una clave pública, que el navegador de cada visitante puede leer. No abre nada, pero alguien podría usarla para enviar visitas inventadas. Una clave nueva lo deja fuera.",
  rotate_key_question_explained:
    "El píxel recibe la clave nueva en segundos. Las páginas abiertas en navegadores conservan la antigua hasta que se recargan; lo que informan se rechaza. Los pedidos no se ven afectados.",
};
