export const account = {
  sign_in_denied:
    "Pinterest no recibió permiso para conectarse, así que no se cambió nada. Si no era la intención, conecta de nuevo y elige dar acceso.",
  sign_in_expired:
    "El inicio de sesión en Pinterest duró más de diez minutos, así que no se cambió nada. Conecta de nuevo.",
  sign_in_other_browser:
    "El regreso de Pinterest llegó de otro navegador distinto del que salió, así que no se cambió nada. Conecta de nuevo y quédate en un solo navegador.",
  sign_in_code_refused:
    "Pinterest no aceptó su propia respuesta, así que no se cambió nada. Conecta de nuevo; si sigue igual, avisa al soporte de la aplicación.",
  sign_in_app_refused:
    "Pinterest no acepta esta aplicación en este momento, así que no se cambió nada. Avisa al soporte de la aplicación; mientras tanto, abajo se puede introducir un token de acceso a conversiones.",
  sign_in_scopes_missing:
    "Pinterest permite a la aplicación menos de lo que necesita, así que no se cambió nada. Conecta de nuevo y deja activados todos los permisos.",
  sign_in_unreachable:
    "Pinterest no respondió, así que no se cambió nada. Conecta de nuevo dentro de unos minutos.",
  stop_ticket_unknown:
    "Esta dirección sirve una vez y durante dos minutos. Cierra esta página, vuelve a la aplicación en el panel de Shopify y pulsa de nuevo «Conectar con Pinterest».",
  stop_state_unknown:
    "Aquí nadie espera esta respuesta de Pinterest, así que no se cambió nada. Vuelve a la aplicación en el panel de Shopify y pulsa de nuevo «Conectar con Pinterest».",
  stop_state_used:
    "Esta respuesta de Pinterest ya se usó antes, y ahora no se cambió nada. Vuelve a la aplicación en el panel de Shopify; su configuración dice si hay una cuenta conectada.",
  stop_other_browser:
    "Este no es el navegador en el que empezó la conexión con Pinterest, así que no se cambió nada. Vuelve a la aplicación en el panel de Shopify y pulsa allí «Conectar con Pinterest».",
  stop_not_configured:
    "Esta aplicación no se conecta a cuentas de Pinterest. Introduce en su lugar un token de acceso a conversiones en la configuración de la aplicación.",
  account_access_revoked:
    "Pinterest ya no deja que la aplicación use esta cuenta. Conéctala de nuevo; mientras tanto se informan los eventos, siempre que se acepte el token de acceso a conversiones.",
  account_access_expired:
    "El permiso de esta cuenta ha terminado porque no se pudo renovar a tiempo. Conéctala de nuevo; mientras tanto se informan los eventos, siempre que se acepte el token de acceso a conversiones.",
  problem_no_account: "No hay ninguna cuenta de Pinterest conectada. Conecta una primero.",
  problem_account_lost:
    "Pinterest ya no deja que la aplicación use esta cuenta. Conéctala de nuevo; no se cambió nada más.",
  problem_account_unreachable:
    "Pinterest no respondió, así que no se cambió nada. Inténtalo de nuevo en un minuto.",
  problem_account_refused:
    "Pinterest no permite esto a la cuenta conectada. Pide al propietario de la cuenta publicitaria un rol que pueda informar conversiones, o conecta otra cuenta.",
  problem_ad_account_unknown:
    "La cuenta conectada no puede informar para esta cuenta publicitaria. Elige otra o pide un rol a su propietario.",
  problem_tag_unknown:
    "Esta etiqueta no pertenece a la cuenta publicitaria. Elige una de la lista; las nuevas se crean en Pinterest Ads Manager, en «Conversiones».",
  account_explained:
    "Inicia sesión en Pinterest y da acceso a la aplicación. Después elige la cuenta publicitaria y la etiqueta de una lista; el token de acceso a conversiones se crea por ti, y el catálogo puede mantenerse al día.",
  account_offered:
    "La cuenta de Pinterest {name} dio acceso a la aplicación. Nada la usa hasta que confirmes que es la correcta; lo que está conectado ahora sigue hasta entonces.",
  account_offered_to_other:
    "La cuenta de Pinterest {name} dio acceso a la aplicación. Solo puede confirmarla el miembro de tu equipo que inició sesión en Pinterest. Para usar otra cuenta, conecta de nuevo.",
  account_not_business:
    "Esta es una cuenta personal de Pinterest. Los anuncios y los catálogos necesitan una cuenta de empresa: conviértela gratis en Pinterest o conecta otra.",
  account_active: "Conectado a la cuenta de Pinterest {name}.",
  choose_explained:
    "Elige a través de qué se informan tus eventos. La aplicación crea para ello su propio token de acceso a conversiones, en lugar del guardado.",
  ad_accounts_none:
    "Esta cuenta de Pinterest no tiene cuenta publicitaria. Crea una en Pinterest Ads Manager y recarga esta página.",
  tags_none:
    "Esta cuenta publicitaria aún no tiene etiqueta. Crea una en Pinterest Ads Manager, en «Conversiones», y recarga esta página.",
  ad_account_no_role: "La cuenta conectada no puede informar para esta.",
  websites_claimed:
    "Sitios web reclamados: {websites}. Los productos de ellos se pueden mostrar en Pinterest.",
  websites_none:
    "No hay ningún sitio web reclamado en Pinterest. Reclama la dirección de tu tienda en la configuración de Pinterest antes de publicar un catálogo; los eventos no lo necesitan.",
  remove_account_explained:
    "La aplicación olvida esta cuenta: se detienen las listas, el catálogo y las actualizaciones de precios. Los eventos siguen con el token de acceso a conversiones guardado hasta que desconectes. Para retirar también el permiso en Pinterest, abre allí la configuración, luego «Seguridad» y luego «Aplicaciones conectadas».",
};
