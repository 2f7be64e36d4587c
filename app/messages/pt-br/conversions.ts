export const conversions = {
  backfill_send: "Ainda não estão no Pinterest, e nada impede o envio.",
  backfill_reported: "O Pinterest já os tem. Eles não são enviados de novo.",
  backfill_under_way: "Estão registrados e saem sozinhos.",
  backfill_refused:
    "O Pinterest já os recusou. Estão em “Conversões”, na visualização “Recusados pelo Pinterest”, de onde podem ser enviados de novo.",
  backfill_erased:
    "Os dados do comprador foram apagados a pedido. Eles nunca são informados; não há nada a fazer.",
  backfill_gone: "Foram excluídos na Shopify nesse meio-tempo. Não há nada a fazer.",
  backfill_busy: "Já há uma execução em andamento. Espere o fim dela, ou cancele-a.",
  backfill_not_connected:
    "Nenhuma conta do Pinterest está conectada, então nada pode ser enviado. Conecte uma nas configurações e volte aqui.",
  backfill_too_long: "O Pinterest só aceita pedidos dos últimos 7 dias. Escolha 7 dias ou menos.",
  backfill_not_checked: "Esta verificação é antiga demais. Verifique de novo e depois envie.",
  backfill_failed_not_connected:
    "A conexão com o Pinterest foi retirada nesse meio-tempo, então a execução parou. Conecte de novo nas configurações e depois verifique de novo.",
  backfill_failed_shopify_unavailable:
    "A Shopify não respondeu várias vezes seguidas, então a execução parou. Verifique de novo em alguns minutos; o que foi enviado não é enviado duas vezes.",
  redrive_too_old: "Com mais de 7 dias, o que o Pinterest não conta: {count}.",
  redrive_expired:
    "Informados pelo navegador e com mais de uma hora, de modo que contariam duas vezes: {count}.",
  redrive_payload_gone: "Não há mais nada guardado que possa ser enviado: {count}.",
  redrive_no_identity: "Não resta nada com que o Pinterest pudesse associá-los a alguém: {count}.",
  period_malformed: "Informe os dois dias.",
  period_backwards: "O último dia vem antes do primeiro. Troque os dois.",
  backfill_explained:
    "Pedidos que nunca chegaram ao Pinterest, como os de antes da conexão, podem ser enviados por até 7 dias. A verificação não envia nada: ela diz quais pedidos iriam, quais não, e por quê.",
  backfill_progress: "Pedidos vistos até agora: {seen}.",
  backfill_progress_rate: "Pedidos vistos até agora: {seen}, cerca de {perMinute} por minuto.",
  backfill_queued: "A execução começa em instantes.",
  backfill_empty: "Não há pedidos neste período.",
  backfill_nothing_to_send:
    "Não há nada a enviar: todo pedido foi informado, ou deixado de fora por um motivo.",
  backfill_late:
    "Com mais de uma hora: {count}. O Pinterest conta tais pedidos como offline e não os compara com o que o próprio navegador informa. Pedidos que se sabe que o navegador informou são deixados de fora.",
  backfill_several_reasons: "Um pedido com vários motivos aparece em cada um deles.",
  backfill_stale: "Esta verificação tem mais de uma hora. Verifique de novo antes de enviar.",
  backfill_cancelled: "A execução foi cancelada. O que foi enviado até ali continua enviado.",
  backfill_seen: "Pedidos vistos: {seen}.",
  redriven: "De novo a caminho do Pinterest: {count}.",
  redriven_held: "Esperam até a conexão com o Pinterest ser consertada: {count}.",
  redriven_none: "Não havia nada para enviar de novo.",
  export_explained:
    "Um arquivo com uma linha por pedido: o que foi decidido, por quê, e o que se sabia da escolha do comprador. Ele não contém dados pessoais.",
  export_failed: "Não foi possível baixar o arquivo. Recarregue a página e tente de novo.",
  conversions_unreadable:
    "O formulário não chegou como o aplicativo o enviou. Recarregue a página e tente de novo.",
  conversions_unreachable:
    "Não foi possível acessar o servidor do aplicativo. Verifique sua conexão com a internet e tente de novo.",
};
