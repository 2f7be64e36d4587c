export const commands = {
  file_unreadable: "No se puede leer {file}. Comprueba la ruta y sus permisos.",
  file_not_json: "{file} no es JSON. Comprueba que esté completo.",
  order_refused:
    "{file} no es el cuerpo de un webhook de pedido de Shopify. Estos campos faltan o no encajan: {fields}.",
  settings_refused:
    "La configuración de {file} tiene claves desconocidas o valores que no encajan: {fields}.",
  context_refused:
    "El contexto de {file} tiene claves desconocidas o valores que no encajan: {fields}.",
  user_data_refused:
    "{file} no es un objeto JSON de datos de usuario con textos, números o listas de ellos. Estas claves son desconocidas o no encajan: {fields}.",
  event_refused: "{file} no es un elemento del cuerpo de /ingest: un objeto JSON con name.",
  now_refused: "--now {text} no es un momento. Escríbelo como 2026-11-06T04:00:00Z.",
  country_refused:
    "--country {text} no es un país. Escribe su código de dos letras, por ejemplo US.",
  bulk_line_refused:
    "La línea {line} de {file} está cortada o no es una línea de una operación masiva de productos; lo que no encaja: {fields}. Obtén el archivo de nuevo.",
  feed_is_json: "{file} es JSON y no un archivo de feed. Indica un archivo TSV, CSV o XML.",
  file_unwritable: "No se puede escribir {file}. Comprueba la ruta y sus permisos.",
  platform_not_there_yet: "La plataforma {platform} aún no está disponible. Usa shopify.",
};
