export const catalog = {
  catalog_sync_requested: "El catálogo se va a leer.",
  catalog_sync_cancelled: "La lectura se detiene en su próximo paso. El feed publicado se queda.",
  catalog_sync_over: "La lectura ya había terminado.",
  catalog_published: "La versión está publicada.",
  catalog_not_waiting: "Esta versión ya no espera. Mira la más reciente.",
  catalog_rolled_back:
    "La versión anterior está publicada de nuevo, hasta la próxima lectura del catálogo.",
  catalog_not_kept: "Esta versión ya no se conserva.",
  catalog_too_large_to_compare:
    "Los archivos son demasiado grandes para compararlos aquí. Puedes publicar el anterior sin comparación.",
  catalog_feed_registered: "Pinterest tiene el feed.",
  catalog_feed_refused: "Pinterest no acepta el feed. El motivo está abajo.",
  catalog_feed_not_registrable:
    "Aún no hay nada que registrar. Conecta una cuenta de Pinterest y espera la primera versión.",
  catalog_feed_removed: "El feed se ha eliminado de Pinterest.",
  catalog_pinterest_silent:
    "Pinterest no respondió. La aplicación lo intenta de nuevo sola en uno o dos minutos.",
  catalog_feed_protected:
    "A partir de ahora el feed pide estos datos. La contraseña se muestra solo esta vez. Si hay una cuenta de Pinterest conectada, Pinterest los recibe automáticamente; si no, introduce ambos en Pinterest.",
  catalog_feed_unprotected: "La dirección sola basta de nuevo.",
  catalog_item_checks_on:
    "Las visitas empiezan en menos de un minuto. Un catálogo grande tarda horas.",
  catalog_item_checks_off: "La aplicación ya no visita nada.",
  catalog_format_changed: "El formato cambia con la próxima versión, que se está creando.",
  catalog_unreadable: "La aplicación no entendió esta página. Recárgala e inténtalo de nuevo.",
  join_not_active:
    "El producto es un borrador o está archivado, así que no está en el feed. Actívalo, o déjalo así si ya no se vende.",
  join_not_published:
    "El producto no está en la tienda online, así que no está en el feed. Publícalo en la tienda online.",
  join_not_in_market:
    "El producto no se vende en este país, así que no está en el feed de ese mercado. Publícalo en el catálogo del mercado, o déjalo así.",
  join_gift_card: "Las tarjetas de regalo no forman parte del feed. No hay nada que hacer.",
  join_excluded:
    "Una de tus reglas deja el artículo fuera del feed. Cambia la regla en «Artículos y columnas», o déjalo así si es lo que quieres.",
  join_issue:
    "Un error deja el artículo fuera del feed. Búscalo en los problemas del feed y corrige el producto.",
  join_other_format:
    "El feed tiene este producto con un identificador de otro formato. Si el formato se cambió hace poco, esto se pasa solo; si no, comprueba qué identificadores envían tus otros sistemas.",
  join_not_found:
    "La tienda ya no tiene este artículo, o nunca estuvo en esta tienda. Si aún se vende, comprueba qué identificadores envían tus otros sistemas.",
  registration_no_account:
    "Conecta una cuenta de Pinterest y la aplicación registra el feed sola. O introduce a mano la dirección de arriba en Pinterest.",
  registration_account_lost:
    "La cuenta de Pinterest tiene que conectarse de nuevo antes de poder comunicar el feed a Pinterest. Lo que Pinterest tiene se queda.",
  registration_unpublished: "El feed se registra en cuanto se publica su primera versión.",
  registration_off: "El feed está desactivado, así que no se registra.",
  registration_registering:
    "Se preguntó a Pinterest y aún no ha respondido. La aplicación vuelve a mirar sola.",
  registration_registered: "Pinterest tiene el feed y lo lee todos los días.",
  registration_refused: "Pinterest no acepta el feed. La aplicación lo intenta de nuevo cada día.",
  registration_removed: "Eliminaste el feed de Pinterest. Regístralo para recuperar sus Pines.",
  result_completed: "Pinterest ha leído el feed.",
  result_failed:
    "Pinterest no pudo leer el feed. Mira sus informes entre los problemas; lo intenta de nuevo en la próxima lectura.",
  result_processing: "Pinterest todavía está leyendo el feed.",
  registration_none: "Este feed aún no se ha comunicado a Pinterest. Regístralo.",
  pinterest_words: "Pinterest dice: {words}.",
  result_none: "Pinterest aún no ha leído el feed. Suele tardar unos minutos.",
  result_counts: "Artículos que Pinterest tomó: {ingested} de {original}.",
  remove_feed_explained:
    "Pinterest elimina el feed y todos los Pines que salieron de él, con sus guardados y estadísticas. Esto no se puede deshacer; registrarlo otra vez crea Pines nuevos.",
  difference:
    "Artículos que entran: {added}. Artículos que salen: {removed}. Artículos que cambian: {changed}.",
  difference_columns: "Columnas que cambian: {columns}.",
  difference_none: "Las dos versiones tienen los mismos artículos con los mismos valores.",
  feed_is_open: "Quien conozca la dirección puede leer el feed.",
  feed_is_protected: "El feed pide un nombre de usuario y una contraseña.",
  item_checks_explained:
    "Si quieres, la aplicación visita una vez al día la página y la imagen de cada artículo, dos por segundo como máximo, y anota lo que no se abre, lleva a otro sitio o es demasiado pequeño. Nada se deja fuera del feed por ello.",
  issue_unnamed:
    "Pinterest contó estos casos sin nombrar ningún artículo. Quizá digan más sus informes en los catálogos de Pinterest.",
  issue_more: "Y {more} más, que se cuentan y no se muestran.",
  join_never_checked:
    "Cada noche la aplicación compara con el feed los artículos de los eventos del último día. La primera comparación aún está por hacer.",
  join_no_items:
    "Los eventos del último día no tenían artículos, así que no había nada que comparar.",
  join_complete:
    "Todos los artículos de los eventos del último día están en el feed. Artículos: {items}.",
  join_incomplete:
    "Artículos que no están en el feed: {missing} de {items}. Eventos con ellos: {events}. Pinterest no puede mostrar estos productos a las personas que los miraron.",
  catalog_explained:
    "Los productos de la tienda se convierten en un feed que Pinterest lee. Sus identificadores son los de los eventos, para que Pinterest sepa qué se miró y qué se compró.",
  catalog_unreachable:
    "No se pudo contactar con la aplicación. Comprueba tu conexión e inténtalo de nuevo.",
  catalog_never_read: "El catálogo aún no se ha leído. Se lee solo tras la instalación.",
  catalog_lines: "Líneas hasta ahora: {lines}.",
  catalog_items: "Artículos: {items}.",
  catalog_rate: "Por segundo: {rate}.",
  catalog_seconds_left: "Segundos que faltan, aproximadamente: {seconds}.",
  gate_items: "Artículos en el nuevo feed: {items}. En el anterior: {published}.",
  feed_help:
    "Con una cuenta conectada, Pinterest recibe esta dirección automáticamente. Sin ella, introdúcela como fuente de datos en los catálogos de Pinterest.",
  feed_never_fetched: "Pinterest aún no ha leído el feed.",
  published_none:
    "Ningún artículo de este feed empieza así, y ningún producto tiene este identificador.",
  published_empty: "El feed aún no tiene artículos. Aparecen con su primera versión.",
  published_explained:
    "Los artículos tal como están ahora en el feed, con los que un error o una regla deja fuera. Escribe el principio del identificador de un artículo, o el identificador completo de un producto.",
  feed_clean: "Todos los artículos están en orden.",
  versions_explained:
    "Se conservan las cinco últimas versiones. Se puede publicar de nuevo una anterior; la próxima lectura del catálogo la sustituye.",
};
