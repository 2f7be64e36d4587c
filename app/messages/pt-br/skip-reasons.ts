export const skipReasons = {
  test_order:
    "Este é um pedido de teste. O Pinterest só fica sabendo de pedidos reais; não há nada a fazer.",
  cancelled_order:
    "O pedido foi cancelado antes de ser informado, então não conta. Não há nada a fazer.",
  channel_disabled:
    "Pedidos deste canal de vendas estão desligados. Ligue o canal nas configurações para informá-los.",
  not_paid:
    "O pedido não está pago, e as configurações esperam o pagamento. Ele é informado quando for pago; para informar pedidos quando são feitos, mude nas configurações quando um pedido conta.",
  too_old:
    "O pedido tem mais de 7 dias, e o Pinterest não conta nada mais antigo. Nada pode ser feito por este pedido.",
  no_identity:
    "O pedido não tem e-mail nem endereço IP junto com um navegador, então o Pinterest não poderia associá-lo a ninguém. Se isso acontece muito, verifique se o aplicativo pode ler os e-mails dos clientes.",
  consent_denied:
    "O comprador não aceitou o marketing, ou recusou a venda dos seus dados. Essa escolha é respeitada; não há nada a fazer.",
  consent_unknown:
    "A escolha do comprador sobre marketing não é conhecida, e as configurações deixam de fora tais pedidos deste país. O que acontece quando a escolha é desconhecida se decide nas configurações, em “Privacidade”.",
  presumed_denied:
    "O pixel funciona mas não viu nada deste checkout, então o comprador provavelmente recusou, e as configurações deixam de fora tais pedidos. Isso pode ser mudado nas configurações.",
  no_snapshot:
    "Outro pixel do Pinterest informa os checkouts desta loja, e o ID que ele usou para este não é conhecido. Enviá-lo contaria duas vezes; nada pode ser feito por este pedido.",
  expired:
    "O navegador já informou este pedido, e depois de uma hora o Pinterest o contaria uma segunda vez. Não há nada a fazer.",
  not_connected:
    "Nenhuma conta do Pinterest estava conectada quando o pedido chegou. Conecte uma nas configurações; pedidos de até 7 dias podem então ser enviados em “Conversões”.",
  uninstalled:
    "O aplicativo foi desinstalado antes de o pedido ser informado. Nada pode ser feito por este pedido.",
  erased:
    "Os dados do comprador foram apagados a pedido antes de o pedido ser informado. Nada pode ser feito por este pedido.",
  unreadable_order:
    "A loja enviou este pedido em uma forma que o aplicativo não pode ler. Ele é buscado de novo sozinho em até dois dias; se a linha continuar, avise o suporte do aplicativo.",
  browser_only:
    "As configurações deixam o navegador do comprador informar, então o servidor não enviou nada. Para que o servidor também informe pedidos, mude o modo de rastreamento nas configurações.",
};
