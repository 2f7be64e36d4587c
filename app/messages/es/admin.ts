export const admin = {
  no_orders: "Aún no ha llegado ningún pedido. El próximo aparece aquí solo en unos segundos.",
  missing_fields_explained:
    "Ninguno de los últimos {orders} pedidos llegó con {fields}. Shopify no comparte con la aplicación estos datos protegidos de clientes, así que Pinterest puede asociar menos pedidos a personas; lo demás se informa. Quien opera la aplicación puede pedirlo en el panel de socios de Shopify, en «Acceso a la API», «Acceso a datos protegidos de clientes».",
  front_lead:
    "Pin Relay es una aplicación para Shopify. Informa tus pedidos a la API de conversiones de Pinterest desde el servidor, cada uno una sola vez, para que los informes de anuncios no dependan del navegador del comprador.",
  front_consent:
    "La elección del comprador cuenta: de quien rechazó el marketing no se informa nada, y los datos personales se convierten en hash antes de guardarse o enviarse.",
  front_ledger: "Cada pedido tiene una línea que dice si se informó y, si no, por qué y qué hacer.",
  front_open_explained:
    "La aplicación se abre dentro del panel de Shopify, en «Aplicaciones». En esta página no hay nada en lo que iniciar sesión.",
};
