export const advice = {
  advice_missing_click_id:
    "Eventos sin identificador de clic: {events}. Solo lo tiene quien vino de Pinterest; no hay nada que hacer.",
  advice_missing_external_id:
    "Eventos sin identificador de cliente: {events}. Quien compra como invitado no lo tiene; no hay nada que hacer.",
  advice_missing_em:
    "Eventos sin correo electrónico: {events}. Si son la mayoría, comprueba si la aplicación puede leer los correos de los clientes.",
  advice_missing_ph:
    "Eventos sin número de teléfono: {events}. Puedes pedirlo en la pantalla de pago, en la configuración de pago de Shopify.",
  advice_missing_name:
    "Eventos sin el nombre del cliente: {events}. Si son la mayoría, comprueba si la aplicación puede leer los nombres de los clientes.",
  advice_missing_browser:
    "Eventos sin dirección IP o sin navegador: {events}. Los pedidos que nadie hizo en un navegador no los tienen; no hay nada que hacer.",
  advice_missing: "Eventos sin {parameter}: {events}. Cuentan; no hay nada que hacer.",
  advice_explained:
    "Pinterest aceptó estos eventos de los últimos siete días y dice con qué podría asociar más de ellos a personas. No se perdió nada.",
  advice_invalid:
    "Eventos cuyo {parameter} Pinterest no acepta tal cual: {events}. Cuentan; avisa al soporte de la aplicación.",
  advice_unknown_name:
    "Eventos con un nombre que Pinterest solo cuenta como desconocido: {events}. Avisa al soporte de la aplicación.",
  advice_other:
    "Eventos sobre cuyo {parameter} Pinterest comentó algo: {events}. Cuentan; sus palabras están junto a cada pedido.",
};
