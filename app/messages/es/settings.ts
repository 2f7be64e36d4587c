export const settings = {
  import_too_large:
    "El archivo supera los {kb} kB. Uno escrito por esta aplicación es mucho más pequeño.",
  import_not_unicode: "El archivo no es texto en UTF-8. Expórtalo de nuevo y déjalo tal cual.",
  import_byte_order_mark:
    "El archivo empieza con una marca de orden de bytes que puso otro programa. Guárdalo sin ella.",
  import_not_json: "El archivo no es JSON, o termina a la mitad. Expórtalo de nuevo.",
  import_too_deep:
    "Dentro de {place} hay más de lo que tiene ningún ajuste. Exporta el archivo de nuevo.",
  import_forbidden_key: "El nombre {place} no se permite en un archivo. Quítalo.",
  import_wrong_format:
    "Este no es un archivo de configuración de esta aplicación, o es de otra versión. Expórtalo de nuevo en la otra tienda.",
  import_unknown_key:
    "No existe el ajuste {place}. Quítalo; los identificadores, tokens y secretos de una tienda no se pueden importar.",
  import_missing: "Falta el ajuste {place}. Exporta el archivo de nuevo.",
  import_wrong_value: "El ajuste {place} tiene un valor que no puede tener. Corrígelo.",
  export_settings_explained:
    "El archivo contiene el seguimiento, la asociación, la privacidad, las alertas, y las columnas y reglas del catálogo. Impórtalo en otra tienda para configurarla igual.",
  export_settings_left_out:
    "Queda fuera lo que pertenece a una sola tienda: la conexión con sus identificadores y tokens, los secretos para eventos de tu servidor, la clave del píxel, los mercados y las contraseñas de los feeds.",
  import_settings_explained:
    "Elige un archivo exportado aquí o en otra tienda. No se cambia nada antes de que hayas visto qué cambiaría.",
  import_unreadable:
    "El archivo no llegó como lo envió la aplicación. Recarga la página e inténtalo de nuevo.",
  import_nothing:
    "La configuración de esta tienda es la misma que la del archivo. No hay nada que hacer.",
  import_applied: "La configuración del archivo rige desde ahora.",
  import_changed_meanwhile:
    "La configuración se cambió después de mostrar esto, así que no se aplicó nada. Mira qué cambiaría ahora y aplícalo entonces.",
  order_trigger_help:
    "Los pedidos que nunca se pagan, como transferencias bancarias pendientes, cuentan solo con la primera opción.",
  value_basis_help: "El importe que se comunica a Pinterest, en la moneda que vio el comprador.",
  item_id_format_help:
    "Tiene que ser el identificador que tu catálogo de Pinterest usa para el mismo artículo.",
  item_id_format_warning:
    "Esto renombra todos los artículos en los eventos nuevos y en tus feeds. Artículos publicados ahora: {items}. Pinterest los toma por nuevos: lo que aprendió de los anteriores no se traspasa, y hasta que haya leído el nuevo feed no puede asociar con ellos los eventos nuevos.",
  channels_help:
    "Al principio solo se informa la tienda online. Activa lo que Pinterest deba saber además.",
  channels_none:
    "No hay ningún canal elegido, así que no se informa ningún pedido. Elige al menos uno para informar.",
  privacy_explained:
    "De un comprador que rechazó el marketing nunca se informa. Esta configuración dice qué pasa cuando no se conoce la elección, o cuando el comprador solo se opuso a la venta de sus datos.",
  unknown_where_required_help:
    "El Espacio Económico Europeo, el Reino Unido y Suiza, según la dirección de facturación, y dondequiera que tu configuración de privacidad en Shopify pida consentimiento. Allí, el consentimiento va antes de usar los datos.",
  unknown_elsewhere_help:
    "Todos los demás países. A menudo no se conoce la elección porque una extensión del navegador bloqueó el banner. Donde tu configuración de privacidad en Shopify pide poder oponerse a la venta de datos, se elige el procesamiento limitado de datos hasta que elijas otra cosa.",
  presumed_denied_help:
    "El píxel no se carga para un comprador que rechazó, y un bloqueador de anuncios también lo detiene, así que nadie puede saber cuál de los dos fue. Si tu banner pide consentimiento a todos los visitantes, elige no informar.",
  grace_seconds_help:
    "El píxel comunica la elección del comprador momentos después del pedido. El pedido se envía en cuanto lo hace, y pasado este tiempo sin ella.",
  sale_of_data_denied_help:
    "Con el procesamiento limitado de datos, la oposición se envía también y Pinterest limita lo que hace con los datos.",
  retention_explained:
    "Lo que se guarda de los compradores se elimina solo después de estos plazos. Las líneas de los pedidos con su estado, valor y horas se quedan, para que tus totales no cambien.",
  retention_fixed:
    "La dirección IP, el navegador y el identificador de clic se eliminan un día después de que el pedido alcance su estado final.",
  number_limits: "Entre {min} y {max}.",
  number_outside_limits: "Introduce un número entero de {min} a {max}.",
  consent_map_explained:
    "Esto es lo que pasa con quién según las elecciones de arriba, tal como están en este formulario. «Limitado» significa que el pedido se informa con procesamiento limitado de datos.",
  identifiers_explained:
    "Con esto Pinterest reconoce a un comprador. Al principio se envía todo, con hash donde Pinterest acepta un hash. Lo que desactives ya no se envía: ni de pedidos, ni de visitas, ni de eventos de tu servidor.",
  identifiers_match_nobody:
    "Pinterest necesita un correo electrónico, o la dirección IP junto con el agente de usuario. Sin ninguno de los dos ya no se informa casi nada: un pedido se omite porque Pinterest no podría asociarlo a nadie.",
  identifiers_help:
    "Con cada identificador menos, Pinterest asocia menos pedidos a Pines. Donde el uso de los datos está limitado, el estado o provincia y el país se envían igualmente: con ellos Pinterest sabe qué ley lo limita. Un cambio rige para lo que llega después.",
  settings_account_waits:
    "Una cuenta de Pinterest dio acceso a la aplicación y espera tu palabra. Nada la usa hasta que la confirmes.",
  settings_connection:
    "La cuenta de Pinterest, la cuenta publicitaria y la etiqueta a las que van los eventos.",
  settings_tracking:
    "Quién informa, qué actos de un visitante, qué pedidos, cuándo y con qué valor.",
  settings_matching:
    "Con qué reconoce Pinterest a un comprador, y qué identificador tienen tus artículos.",
  settings_privacy:
    "Qué resulta de la elección de un comprador, cuánto se conservan los datos, las exportaciones y las solicitudes de los clientes.",
  settings_catalog: "De dónde viene cada columna del feed, y qué artículos están en él.",
  settings_server_events:
    "La dirección y los secretos con los que tus propios servidores informan eventos.",
  settings_alerts: "De qué te avisa la página de inicio, y a partir de cuándo.",
  settings_transfer:
    "Toda la configuración que no está ligada a esta tienda, como archivo para otra.",
  alerts_explained:
    "La página de inicio te avisa de esto mientras dura. Lo que desactives sigue ocurriendo igualmente; solo que nadie te avisa.",
  alert_choice_connection_needs_attention_help:
    "Pinterest no acepta las credenciales, y los pedidos esperan hasta que lo arregles.",
  alert_choice_oldest_pending_help:
    "Un pedido puede ir a Pinterest y no ha ido durante más tiempo que el límite de abajo.",
  alert_choice_webhooks_stopped_help:
    "Shopify solía enviar pedidos a estas horas y ya no envía ninguno.",
  pending_minutes_help:
    "La entrega tarda segundos, y los cortes breves de Pinterest pasan en minutos.",
  quiet_hours_help:
    "Tanto tiempo sin un pedido es una señal, si en un lapso así hubo de media al menos seis pedidos.",
  quiet_days_help: "En cada uno de estos días, las mismas horas trajeron un pedido.",
  data_requests_explained:
    "Estos clientes pidieron los datos que se conservan sobre ellos. Descarga cada archivo y envíalo al cliente en los 30 días siguientes a la solicitud; después se elimina aquí.",
  data_request_not_downloaded:
    "No se pudo descargar el archivo. Recarga la página e inténtalo de nuevo; a los 30 días un archivo se elimina.",
  settings_unreadable:
    "El formulario no llegó como lo envió la aplicación. Estos campos no encajan: {fields}. Recarga la página e inténtalo de nuevo.",
  settings_unreachable:
    "No se pudo contactar con el servidor de la aplicación. Tus cambios siguen aquí; comprueba tu conexión a internet e inténtalo de nuevo.",
};
