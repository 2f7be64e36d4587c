export const connection = {
  connection_not_connected:
    "No hay ninguna cuenta de Pinterest conectada, así que no se informa ningún pedido. Conecta una cuenta o introduce un token de acceso a conversiones.",
  connection_connected:
    "Los pedidos se informan a la cuenta publicitaria de Pinterest {adAccountId} en cuanto llegan. No hay nada que hacer.",
  connection_needs_attention:
    "Pinterest rechaza la conexión. Comprueba los identificadores y el token en la configuración.",
  attention_token_refused:
    "Pinterest ya no acepta el token de acceso a conversiones. Conecta de nuevo tu cuenta de Pinterest, o genera un token nuevo en Pinterest Ads Manager y guárdalo en «Configuración»; entonces se envían los pedidos que esperan.",
  attention_no_permission:
    "Pinterest dice que el token no puede informar para esta cuenta publicitaria. Genera un token en esa misma cuenta publicitaria y guárdalo en «Configuración»; entonces se envían los pedidos que esperan.",
  attention_account_not_found:
    "Pinterest no conoce ninguna cuenta publicitaria con este identificador. Corrige el identificador de la cuenta publicitaria en «Configuración»; entonces se envían los pedidos que esperan.",
  test_accepted:
    "Pinterest aceptó el evento de prueba. La conexión funciona; no hay nada que hacer.",
  test_token_refused:
    "Pinterest ya no acepta el token de acceso a conversiones (401). Genera uno nuevo en Pinterest Ads Manager, introdúcelo aquí y guarda.",
  test_no_permission:
    "El token no puede informar para esta cuenta publicitaria (403). Comprueba el identificador de la cuenta publicitaria, o genera un token en esa misma cuenta, y guarda.",
  test_account_not_found:
    "Pinterest no conoce ninguna cuenta publicitaria con este identificador (404). Copia de nuevo el identificador de la cuenta publicitaria y asegúrate de que no sea el de la etiqueta.",
  test_rate_limited:
    "Pinterest recibió demasiadas llamadas en poco tiempo (429). No se juzgó el token; prueba de nuevo en un minuto.",
  test_unavailable:
    "Pinterest no puede responder en este momento. No se juzgó el token; prueba de nuevo en unos minutos.",
  test_timeout:
    "Pinterest no respondió a tiempo. No se juzgó el token; prueba de nuevo en unos minutos.",
  test_network:
    "No se pudo contactar con Pinterest desde el servidor de la aplicación. Prueba de nuevo en unos minutos; si sigue igual, avisa al soporte de la aplicación.",
  test_refused:
    "Pinterest aceptó los identificadores y el token, pero no el evento de prueba. Los pedidos pueden pasar igualmente; si los últimos muestran errores, avisa al soporte de la aplicación.",
  tag_id_missing: "Introduce el identificador de la etiqueta.",
  tag_id_malformed: "El identificador de una etiqueta tiene de 6 a 20 dígitos y nada más.",
  ad_account_id_missing: "Introduce el identificador de la cuenta publicitaria.",
  ad_account_id_malformed:
    "El identificador de una cuenta publicitaria tiene hasta 18 dígitos y nada más.",
  ad_account_id_is_tag_id:
    "Este es otra vez el identificador de la etiqueta. La cuenta publicitaria tiene el suyo propio.",
  token_missing: "Introduce un token de acceso a conversiones.",
  token_malformed:
    "Esto no es un token. Cópialo entero, sin comillas, espacios ni saltos de línea.",
  tag_id_help:
    "En Pinterest Ads Manager, abre «Conversiones». El identificador aparece con la etiqueta y suele tener 13 dígitos.",
  ad_account_id_help:
    "En Pinterest Ads Manager, abre el menú con el nombre de tu cuenta publicitaria; el identificador está debajo del nombre. No es el de la etiqueta.",
  token_help:
    "En Pinterest Ads Manager, abre «Conversiones», luego «API de conversiones», luego «Configurar API», y genera un token nuevo.",
  token_kept:
    "El token guardado termina en ••••{lastFour} y no se puede mostrar otra vez. Deja esto vacío para conservarlo, o introduce uno nuevo para sustituirlo.",
  token_needed:
    "Los identificadores siguen aquí, pero el token de acceso a conversiones se borró al desinstalar o desconectar la aplicación. Introduce un token y guarda para informar pedidos de nuevo.",
  test_explained: "Pinterest responde a un evento inventado y no lo registra.",
  test_while_unsaved:
    "La prueba usa lo que está guardado. Guarda o descarta tus cambios antes de probar la conexión.",
  test_unchosen: "Aún no hay nada que probar. Elige primero la cuenta publicitaria, más abajo.",
  connection_unchosen:
    "La cuenta de Pinterest está conectada. Elige abajo la cuenta publicitaria y la etiqueta; hasta entonces no se informa ningún pedido.",
  test_incomplete:
    "Aún no hay nada que probar. Guarda los identificadores y un token de acceso a conversiones antes de probar.",
  disconnect_explained:
    "Se borra el token de acceso a conversiones y se olvida una cuenta de Pinterest conectada. Los pedidos que aún no se enviaron esperan, y los nuevos no se informan hasta que conectes de nuevo. Los identificadores y toda la demás configuración se quedan.",
  receipt_token: "El token de acceso a conversiones que terminaba en ••••{lastFour} se borró aquí.",
  receipt_account: "La cuenta de Pinterest {name} se olvidó, con sus tokens.",
  receipt_given_back: "Se pidió a Pinterest que retire los tokens de la cuenta.",
  receipt_pixel: "El píxel se está quitando de tu tienda.",
  receipt_settings_stay:
    "El identificador de la etiqueta, el de la cuenta publicitaria y toda la demás configuración se quedan aquí.",
  receipt_events_wait: "Eventos que esperan aquí la próxima conexión: {count}.",
  receipt_feeds_stay:
    "Feeds que siguen registrados en Pinterest, que quizá los siga leyendo: {count}. Elimínalos en los catálogos de Pinterest si no vas a volver.",
  receipt_permission_stays:
    "El permiso sigue en la configuración de Pinterest. Para retirarlo, abre allí «Seguridad» y luego «Aplicaciones conectadas».",
};
