export const ingest = {
  event_unreadable: "Estos campos son desconocidos o no encajan: {fields}.",
  event_name_missing: "Nombra el evento: envía name, por ejemplo add_to_cart.",
  event_name_unknown: "No hay ningún evento {name}. El más parecido es {nearest}.",
  event_id_missing:
    "Envía eventId, el mismo en cada informe de este acto: con él, Pinterest y esta aplicación lo cuentan una sola vez.",
  time_unreadable:
    "La hora de occurredAt no se puede leer. Envía ISO 8601 con su desfase horario, por ejemplo 2026-11-06T04:00:00Z, o segundos Unix.",
  time_in_milliseconds:
    "La hora de occurredAt está en milisegundos. Envía segundos Unix: divídela entre 1000.",
  url_unreadable: "La página no es una dirección web. Envíala entera, con https:// delante.",
  language_unreadable: "El idioma no empieza por dos letras. Envía un código, por ejemplo en.",
  currency_unknown:
    "No existe la moneda {currency}. Envía su código de tres letras, por ejemplo USD.",
  currency_missing: "Un valor sin su moneda no dice nada. Envía también la moneda.",
  amount_negative: "El importe de {field} es negativo. Envía lo que se pagó, o déjalo fuera.",
};

export const actSkipReasons = {
  act_too_old: "El evento tiene más de 7 días, y Pinterest no cuenta nada más antiguo.",
  act_no_identity:
    "Pinterest no podría asociarlo a nadie: envía un correo electrónico, un identificador de publicidad móvil, o la dirección IP junto con el agente de usuario.",
  act_consent_denied:
    "El comprador no aceptó el marketing, o se opuso a la venta de sus datos. Esta elección se respeta; no hay nada que hacer.",
  act_consent_unknown:
    "No se conoce la elección del comprador sobre el marketing, y la configuración omite tales eventos de este país. Envía las indicaciones de consentimiento con el evento, o cambia la configuración, en «Privacidad».",
  act_not_connected:
    "No hay ninguna cuenta de Pinterest conectada. Conecta una en la configuración.",
};

export const serverEvents = {
  server_events_explained:
    "Una tienda headless, una aplicación u otro sistema tuyo puede informar lo que hacen los compradores. La aplicación convierte en hash los datos personales al llegar, respeta la elección del comprador y cuenta cada evento una sola vez por su identificador de evento.",
  ingest_url_help:
    "Envía aquí solicitudes POST, con un secreto como token bearer y hasta 1000 eventos en cada una.",
  ingest_secrets_none: "Aún no hay ningún secreto, así que no se toma nada. Crea uno para empezar.",
  ingest_secrets_full:
    "Hay dos secretos válidos a la vez, para poder implantar uno nuevo antes de que desaparezca el anterior. Revoca uno para crear otro.",
  ingest_secret_once:
    "Cópialo ahora y guárdalo donde se guardan los secretos de tu servidor. Aquí no se almacena y no se puede mostrar otra vez.",
  revoke_explained:
    "A quien todavía use este secreto se le rechaza de inmediato. Asegúrate de que tus servidores usen el otro.",
};
