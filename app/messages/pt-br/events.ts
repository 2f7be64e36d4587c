export const eventPages = {
  act_no_snapshot:
    "Outro pixel do Pinterest informa os visitantes desta loja, e o ID que ele usou para este evento não é conhecido. Nada pode ser feito por este evento.",
  act_expired:
    "O navegador já informou este evento, e depois de uma hora o Pinterest o contaria uma segunda vez. Não há nada a fazer.",
  act_uninstalled:
    "O aplicativo foi desinstalado antes de o evento ser informado. Nada pode ser feito por este evento.",
  act_erased:
    "Os dados do comprador foram apagados a pedido antes de o evento ser informado. Nada pode ser feito por este evento.",
  act_browser_only:
    "As configurações deixam o navegador do comprador informar, então o servidor não enviou nada. Para que o servidor também informe, mude o modo de rastreamento nas configurações.",
  act_waiting: "O evento espera a escolha do comprador sobre marketing, por até 90 segundos.",
  act_pending: "O evento está a caminho do Pinterest.",
  act_pending_again:
    "O Pinterest ainda não pôde pegar o evento. Ele é enviado de novo sozinho; não há nada a fazer.",
  act_sealed:
    "O evento está guardado criptografado e falta ao aplicativo a chave dele. Avise o suporte do aplicativo; ele é enviado assim que a chave voltar.",
  act_held:
    "O evento espera até a conexão com o Pinterest ser consertada nas configurações, e então é enviado.",
  act_delivered: "O Pinterest pegou o evento.",
  act_delivered_advice: "O Pinterest pegou o evento e aconselha: {words}.",
  act_dead_letter: "O Pinterest recusou o evento: {words}.",
  act_dead_letter_unreadable:
    "O evento guardado não pode ser lido, então não foi enviado. Avise o suporte do aplicativo.",
  act_skipped: "O evento não foi informado.",
  attempt_answered: "O Pinterest pegou o evento.",
  attempt_refused_event: "O Pinterest recusou este evento: {words}.",
  attempt_refused:
    "O Pinterest recusou a chamada inteira. Os eventos dela foram enviados de novo em chamadas menores, para encontrar o que causou a recusa.",
  attempt_refused_words:
    "O Pinterest recusou a chamada inteira: {words}. Os eventos dela foram enviados de novo em chamadas menores, para encontrar o que causou a recusa.",
  attempt_token_refused:
    "O Pinterest recusou o token de acesso. Conecte a conta de novo nas configurações; o que espera é então enviado sozinho.",
  attempt_no_permission:
    "O token de acesso não pode informar para esta conta de anúncios. Dê a ele a permissão no Pinterest, ou conecte outra conta nas configurações.",
  attempt_account_not_found:
    "O Pinterest não tem conta de anúncios com este ID. Corrija a conta de anúncios nas configurações.",
  attempt_rate_limited: "O Pinterest pediu uma pausa. O evento foi enviado de novo sozinho.",
  attempt_unavailable:
    "O Pinterest não pôde aceitar a chamada. O evento foi enviado de novo sozinho.",
  attempt_timeout:
    "O Pinterest não respondeu em dez segundos. O evento foi enviado de novo sozinho.",
  attempt_network: "Não foi possível acessar o Pinterest. O evento foi enviado de novo sozinho.",
  events_none: "Ainda não chegou nenhum pedido nem evento. Eles aparecem aqui assim que chegarem.",
  events_none_here: "Nada corresponde a este filtro. Amplie-o, ou limpe-o para ver tudo.",
  events_searched:
    "A busca voltou até {instant} e não encontrou mais nada. Mude de página para voltar mais.",
  events_searched_forward:
    "A busca avançou até {instant} e não encontrou mais nada. Mude de página para avançar mais.",
  views_full: "Há 20 visualizações salvas, que é o máximo. Exclua uma para salvar outra.",
  view_saved: "A visualização foi salva.",
  view_deleted: "A visualização foi excluída.",
  delete_view_explained: "A visualização sai da lista. Os eventos nela ficam.",
  redrive_selected_explained:
    "Cada evento escolhido que o Pinterest recusou sai mais uma vez, cada um com seu ID antigo, então nada conta duas vezes. Os outros ficam como estão.",
  redrive_filter_explained:
    "Cada evento recusado que corresponde a este filtro sai mais uma vez, nesta página e em todas as outras, cada um com seu ID antigo, então nada conta duas vezes.",
  refused_remedy:
    "Corrija o que o Pinterest aponta e envie o evento de novo. O Pinterest o aceita por 7 dias após o ato do comprador.",
  redrive_one_explained:
    "O evento vai ao Pinterest mais uma vez com seu ID antigo, então não conta duas vezes. Corrija antes o que o Pinterest aponta.",
  export_events_explained:
    "O arquivo tem uma linha para cada evento deste filtro, os mais recentes primeiro, e no máximo {max} deles. Ele não contém dados pessoais.",
  export_events_cut:
    "Mais de {max} eventos correspondem a este filtro, então o arquivo termina com a linha que diz isso. Reduza os dias para obter o resto.",
  export_events_done: "O arquivo está nos seus downloads.",
  event_missing:
    "Não há tal evento nesta loja. Ele pode ter sido excluído após o prazo que as configurações de privacidade indicam, ou apagado a pedido. Volte à lista para encontrar outros.",
  explain_help:
    "Cole o número ou o nome de um pedido, seu ID ou endereço no admin da Shopify, ou um ID de evento.",
  unrecorded_before_installation:
    "Ele foi feito antes da instalação do aplicativo, por isso a Shopify não o comunicou.",
  unrecorded_not_connected:
    "A Shopify não o comunicou ao aplicativo, e este só procura pedidos que faltam enquanto houver uma conta do Pinterest conectada.",
  unrecorded_next_comparison:
    "A Shopify ainda não o comunicou ao aplicativo. A cada dez minutos, o aplicativo compara seus pedidos com os da Shopify e recolhe o que falta.",
  unrecorded_daily_comparison:
    "A Shopify não o comunicou ao aplicativo. Uma vez por dia, o aplicativo percorre os pedidos dos dois últimos dias e recolhe o que falta.",
  unrecorded_lost:
    "A Shopify não o comunicou ao aplicativo, e ele é antigo demais para que o aplicativo o encontre sozinho.",
  unrecorded_send: "Nada o impede: ele pode ir para o Pinterest.",
  unrecorded_late:
    "Nada o impede: ele pode ir para o Pinterest. Como tem mais de uma hora, o Pinterest o conta como off-line e não o compara com o envio do navegador.",
  unrecorded_erased:
    "Os dados do comprador foram apagados a pedido. O pedido nunca é enviado; não há nada a fazer.",
  unrecorded_same_checkout:
    "Outro pedido do mesmo checkout tem o evento dele, por isso nada mais é enviado.",
  unrecorded_none:
    "O aplicativo não tem nenhum pedido nem evento com este nome, e a Shopify também não lhe mostra um pedido assim. Confira o que você digitou. A Shopify mostra ao aplicativo os pedidos dos últimos 60 dias; um pedido excluído não é encontrado.",
  unrecorded_unanswered:
    "O aplicativo não tem nenhum pedido nem evento com este nome, e a Shopify não respondeu à consulta. Tente de novo em um minuto.",
  pixel_seen: "O pixel viu o checkout e informou a escolha do comprador.",
  pixel_not_kept: "O que o pixel viu não está mais guardado, ou ele não viu nada.",
  browser_reported: "O navegador também o informou ao Pinterest, com o mesmo ID.",
  browser_not_reported: "Não se sabe de nenhum envio do navegador; só o servidor o informa.",
  browser_unknown: "Não se sabe mais se o navegador também o informou.",
  consent_none: "Nenhuma decisão sobre consentimento está guardada para este evento.",
  payload_none:
    "Nada do que foi enviado está guardado: o evento foi deixado de fora, ou passou o prazo que as configurações de privacidade indicam.",
  payload_explained:
    "Isto é o que vai ao Pinterest. Dados pessoais são enviados como hashes, dos quais aparecem os 8 primeiros dígitos; ninguém consegue ler neles um nome ou um endereço.",
  sealed_gone:
    "ID de clique, endereço IP, navegador e página são apagados 24 horas depois de o evento ser concluído.",
  attempts_none: "Ainda não foi enviado.",
  attempts_none_left: "Nunca foi enviado, ou suas chamadas não estão mais guardadas.",
  attempts_latest: "Tentativas ao todo: {attempts}. As mais recentes são mostradas.",
  next_attempt:
    "A próxima tentativa é em {instant}, ou assim que o Pinterest voltar a aceitar eventos.",
};
