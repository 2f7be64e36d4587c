export const admin = {
  no_orders: "Ainda não chegou nenhum pedido. O próximo aparece aqui sozinho em segundos.",
  missing_fields_explained:
    "Nenhum dos últimos {orders} pedidos veio com {fields}. A Shopify não compartilha estes dados protegidos de clientes com o aplicativo, então o Pinterest pode associar menos pedidos a pessoas; o resto é informado. Quem opera o aplicativo pode pedi-los no Painel de Parceiros da Shopify, em “Acesso à API”, “Acesso a dados protegidos de clientes”.",
  front_lead:
    "O Pin Relay é um aplicativo para a Shopify. Ele informa seus pedidos à API de conversões do Pinterest, a partir do servidor, cada um uma vez, para que os relatórios de anúncios não dependam do navegador do comprador.",
  front_consent:
    "A escolha do comprador conta: quem recusou o marketing não é informado, e dados pessoais recebem hash antes de serem guardados ou enviados.",
  front_ledger:
    "Cada pedido tem uma linha que diz se foi informado e, se não, por que e o que fazer.",
  front_open_explained:
    "O aplicativo abre dentro do admin da Shopify, em “Apps”. Nesta página não há onde entrar.",
};
