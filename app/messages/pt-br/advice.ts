export const advice = {
  advice_missing_click_id:
    "Eventos sem ID de clique: {events}. Só quem veio do Pinterest tem um; não há nada a fazer.",
  advice_missing_external_id:
    "Eventos sem ID de cliente: {events}. Quem compra como visitante não tem; não há nada a fazer.",
  advice_missing_em:
    "Eventos sem e-mail: {events}. Se for a maioria, verifique se o aplicativo pode ler os e-mails dos clientes.",
  advice_missing_ph:
    "Eventos sem telefone: {events}. Você pode pedi-lo no checkout, nas configurações de checkout da Shopify.",
  advice_missing_name:
    "Eventos sem o nome do cliente: {events}. Se for a maioria, verifique se o aplicativo pode ler os nomes dos clientes.",
  advice_missing_browser:
    "Eventos sem endereço IP ou sem navegador: {events}. Pedidos que ninguém fez em um navegador não os têm; não há nada a fazer.",
  advice_missing: "Eventos sem {parameter}: {events}. Eles contam; não há nada a fazer.",
  advice_explained:
    "O Pinterest aceitou estes eventos dos últimos sete dias e diz com que poderia associar mais deles a pessoas. Nada se perdeu.",
  advice_invalid:
    "Eventos cujo {parameter} o Pinterest não aceita como está: {events}. Eles contam; avise o suporte do aplicativo.",
  advice_unknown_name:
    "Eventos com um nome que o Pinterest só conta como desconhecido: {events}. Avise o suporte do aplicativo.",
  advice_other:
    "Eventos sobre cujo {parameter} o Pinterest comentou algo: {events}. Eles contam; as palavras dele estão ao lado de cada pedido.",
};
