export const items = {
  items_problem_value_missing: "Rellena esto, o quítalo.",
  items_problem_value_too_long: "Esto es demasiado largo. Acórtalo.",
  items_problem_value_invalid:
    "Esto no se puede usar. Escríbelo de nuevo sin caracteres especiales.",
  items_problem_too_many: "Son más de los que se pueden guardar. Quita algunos.",
  items_problem_too_many_metafields:
    "Las columnas usan más de 20 metacampos tuyos. Quita algunos: cada uno hace más lenta la lectura del catálogo.",
  items_problem_metafield_invalid:
    "Escribe el metacampo como namespace.key, por ejemplo custom.material. Lo encuentras en Shopify en «Configuración», «Datos personalizados».",
  items_problem_amount_invalid: "Escribe un importe en la moneda de tu tienda, por ejemplo 24.99.",
  items_problem_count_invalid: "Escribe un número entero de piezas, por ejemplo 5.",
  items_problem_range_open: "Rellena al menos uno de los dos extremos.",
  items_problem_range_reversed: "El extremo inferior está por encima del superior. Intercámbialos.",
  items_include_help:
    "Solo están en el feed los artículos que cumplen estas reglas. Sin reglas, están todos los productos de la tienda online.",
  items_exclude_help: "Los artículos que cumplen estas reglas nunca están en el feed.",
  items_preorder_help:
    "Los artículos que cumplen estas reglas y se pueden pedir se anuncian como reservas.",
  items_explained:
    "Cada columna toma la primera de sus fuentes que esté rellena. Los identificadores, títulos, enlaces, imágenes y precios son los de tus productos y tus eventos, y no se pueden cambiar aquí.",
  items_not_saved: "No se guardó nada. Corrige lo marcado y guarda de nuevo.",
  items_unreadable: "La aplicación no entendió esta página. Recárgala e inténtalo de nuevo.",
  items_unreachable:
    "No se pudo contactar con la aplicación, así que no se guardó nada. Lo que escribiste sigue aquí; inténtalo de nuevo.",
  items_saved:
    "Guardado. El catálogo se lee de nuevo, y el feed lo sigue. Uno que pierda más de la mitad de sus artículos espera tu palabra en la página del catálogo.",
  items_ids_stay:
    "Lo que cambias aquí deja a cada artículo su identificador. El identificador se elige en la configuración, donde cambiarlo renombra todos los artículos en Pinterest.",
  column_stays_empty: "Sin fuente, esta columna queda vacía.",
  source_metafield_help: "Escribe namespace.key, por ejemplo custom.material.",
  source_option_help: "Escribe los nombres de la opción, separados por comas.",
  source_tag_help: "Escribe cómo empieza la etiqueta, por ejemplo material: en material:lino.",
  source_fixed_help: "Es el mismo para todos los artículos.",
  words_help: "Escribe una en cada línea; basta con una de ellas.",
  preview_not_read:
    "El catálogo tiene que leerse una vez antes de que haya algo que ver. Se lee tras la instalación y cada noche.",
  preview_waits: "La vista previa espera a que todos los campos estén rellenos.",
  preview_unreachable:
    "No se pudo contactar con la aplicación, así que quizá esto no sea lo que producen tus cambios.",
  preview_whole:
    "Se miraron los {products} productos, tal como estaban en la última lectura del catálogo.",
  preview_sample:
    "El catálogo es grande, así que se miraron {sampled} de {products} productos. Los números son estimaciones, y la búsqueda solo mira esos productos.",
  preview_metafields_read:
    "Los metacampos nuevos aquí se leyeron para los artículos de abajo. Los números llegan cuando se lea el catálogo tras guardar.",
  preview_metafields_unread:
    "Los metacampos nuevos aquí no se pudieron leer ahora mismo, así que faltan abajo.",
  preview_nothing_found: "Ningún artículo encaja con la búsqueda.",
  preview_nothing_in_feed:
    "Con estas reglas el feed quedaría vacío. Un feed vacío no se publica antes de que tú lo digas.",
};
