export const syncPhases = {
  sync_phase_queued: "Tus productos están a punto de leerse.",
  sync_phase_asked: "Shopify está anotando tus productos.",
  sync_phase_downloading: "Tus productos se están descargando.",
  sync_phase_sorting: "Tus productos se están ordenando.",
  sync_phase_making: "El feed se está creando y comprobando.",
  sync_phase_done: "El feed tiene tus productos tal como estaban al leerlos.",
  sync_phase_failed: "No se pudieron leer tus productos. El feed queda como estaba.",
  sync_phase_cancelled: "Detuviste la lectura. El feed queda como estaba.",
};

export const syncFailures = {
  sync_failed_not_installed:
    "La aplicación ya no está instalada. Ábrela desde tu panel de Shopify.",
  sync_failed_missing_scope:
    "La aplicación no puede leer tus productos. Ábrela desde tu panel de Shopify y concede el permiso.",
  sync_failed_refused:
    "Shopify rechazó la petición de tus productos. Escríbenos: nos toca a nosotros arreglarlo.",
  sync_failed_unfinished:
    "Shopify se interrumpió varias veces antes de anotar todos los productos. Inicia la lectura de nuevo; a más tardar se hace esta noche.",
  sync_failed_unavailable:
    "No se pudo contactar con Shopify varias veces seguidas. Inicia la lectura de nuevo; a más tardar se hace esta noche.",
};

export const feedGates = {
  gate_empty:
    "El nuevo feed no tiene artículos, así que se queda el anterior. Comprueba que haya productos publicados en tu tienda online, o publica el feed vacío: Pinterest marca entonces todos sus Pines como agotados.",
  gate_shrunk:
    "El nuevo feed tiene menos de la mitad de los artículos del anterior, así que se queda el anterior. Si de verdad retiraste estos productos de la venta, publícalo de todos modos.",
};
