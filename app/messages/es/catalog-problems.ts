export const catalogProblems = {
  catalog_invalid_request:
    "Pinterest no acepta la descripción del feed tal como la envió la aplicación. Avisa al soporte de la aplicación; el feed en sí no tiene la culpa.",
  catalog_not_permitted:
    "La cuenta de Pinterest conectada no puede gestionar este catálogo. Pide al propietario de la cuenta publicitaria el rol «Administrador de catálogos», o conecta la cuenta del propietario.",
  catalog_business_account_required:
    "Pinterest solo acepta catálogos de cuentas de empresa. Convierte la cuenta gratis en Pinterest y registra el feed de nuevo.",
  catalog_no_reports:
    "Pinterest aún no tiene ningún informe de este feed. Espera su primera lectura, que llega en el plazo de un día.",
  catalog_reports_not_permitted:
    "Pinterest no muestra sus informes a la cuenta conectada. Conecta de nuevo la cuenta y deja activados todos los permisos.",
  catalog_merchant_disapproved:
    "La revisión de Pinterest no aprobó la cuenta como comerciante. Lee el motivo en el Business Hub de Pinterest y apela allí; después registra el feed de nuevo.",
  catalog_merchant_under_review:
    "Pinterest está revisando la cuenta y mientras tanto no acepta cambios en los feeds. Espera su correo; la aplicación lo intenta sola cada día.",
  catalog_feed_unknown:
    "Pinterest ya no tiene este feed; se eliminó allí. Regístralo de nuevo para recuperar sus productos, o déjalo así.",
  catalog_feed_has_promotions:
    "Hay productos de este feed en anuncios activos, así que Pinterest no lo elimina. Pausa primero esos anuncios en Pinterest Ads Manager.",
  catalog_no_website:
    "La cuenta de Pinterest no indica ningún sitio web. Reclama la dirección de tu tienda en la configuración de Pinterest y registra el feed de nuevo.",
  catalog_website_not_claimed:
    "La dirección de la tienda aún no está reclamada en Pinterest. Reclámala en la configuración de Pinterest, en «Cuentas reclamadas», y registra el feed de nuevo.",
  catalog_feed_name_taken:
    "Pinterest tiene otro feed con este nombre. Cámbiale el nombre o elimínalo en Pinterest si no hace falta, y registra este de nuevo.",
  catalog_market_not_supported:
    "Pinterest no acepta feeds para este país e idioma. Elige otro idioma para el mercado, o déjalo fuera.",
  catalog_no_catalog:
    "La cuenta de Pinterest aún no tiene catálogo. Registra el feed de nuevo, lo que crea uno.",
  catalog_result_unknown:
    "Pinterest ya no tiene el resultado de esta lectura. No hay nada que hacer; la próxima trae uno nuevo.",
  catalog_batch_unknown:
    "Pinterest no sabe qué fue de una actualización de precios. No hay nada que hacer; su próxima lectura del feed los trae.",
  catalog_language_unknown:
    "Los catálogos de Pinterest no tienen el idioma del feed. Elige otro idioma para el mercado, o déjalo fuera.",
  catalog_refused:
    "Pinterest rechazó el feed por un motivo que la aplicación no conoce. Inténtalo de nuevo mañana; si sigue igual, avisa al soporte de la aplicación.",
};
