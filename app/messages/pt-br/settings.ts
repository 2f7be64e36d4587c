export const settings = {
  import_too_large:
    "O arquivo passa de {kb} kB. Um arquivo gravado por este aplicativo é muito menor.",
  import_not_unicode: "O arquivo não é texto em UTF-8. Exporte-o de novo e deixe-o como está.",
  import_byte_order_mark:
    "O arquivo começa com uma marca de ordem de bytes (BOM), que outro programa pôs ali. Salve-o sem ela.",
  import_not_json: "O arquivo não é JSON, ou termina no meio. Exporte-o de novo.",
  import_too_deep:
    "Há mais dentro de {place} do que qualquer configuração tem. Exporte o arquivo de novo.",
  import_forbidden_key: "O nome {place} não é permitido em um arquivo. Retire-o.",
  import_wrong_format:
    "Este não é um arquivo de configurações deste aplicativo, ou é de outra versão. Exporte-o de novo na outra loja.",
  import_unknown_key:
    "Não há configuração {place}. Retire-a; IDs, tokens e segredos de uma loja não podem ser importados.",
  import_missing: "Falta a configuração {place}. Exporte o arquivo de novo.",
  import_wrong_value: "A configuração {place} tem um valor que não pode ter. Corrija-o.",
  export_settings_explained:
    "O arquivo contém rastreamento, correspondência, privacidade, alertas, e as colunas e regras do catálogo. Importe-o em outra loja para configurar isso da mesma forma.",
  export_settings_left_out:
    "Fica de fora o que pertence a uma só loja: a conexão com seus IDs e tokens, os segredos para eventos do seu servidor, a chave do pixel, os mercados e as senhas dos feeds.",
  import_settings_explained:
    "Escolha um arquivo que foi exportado aqui ou em outra loja. Nada muda antes de você ver o que mudaria.",
  import_unreadable:
    "O arquivo não chegou como o aplicativo o enviou. Recarregue a página e tente de novo.",
  import_nothing: "As configurações desta loja são as mesmas do arquivo. Não há nada a fazer.",
  import_applied: "As configurações do arquivo valem a partir de agora.",
  import_changed_meanwhile:
    "As configurações mudaram depois que isto foi mostrado, então nada foi aplicado. Veja o que mudaria agora, e então aplique.",
  order_trigger_help:
    "Pedidos que nunca são pagos, como transferências bancárias em aberto, só contam com a primeira opção.",
  value_basis_help: "O valor que o Pinterest fica sabendo, na moeda que o comprador viu.",
  item_id_format_help: "Precisa ser o ID que seu catálogo do Pinterest usa para o mesmo item.",
  item_id_format_warning:
    "Isto renomeia todos os itens em eventos novos e nos seus feeds. Itens publicados agora: {items}. O Pinterest os toma por novos: o que aprendeu sobre os antigos não é transferido, e até ler o novo feed ele não consegue associar eventos novos a eles.",
  channels_help:
    "No início, só a loja virtual é informada. Ligue o que mais o Pinterest deve saber.",
  channels_none:
    "Nenhum canal está escolhido, então nenhum pedido é informado. Escolha pelo menos um para informar.",
  privacy_explained:
    "Um comprador que recusou o marketing nunca é informado. Estas configurações dizem o que acontece quando a escolha não é conhecida, ou quando o comprador só recusou a venda dos seus dados.",
  unknown_where_required_help:
    "O Espaço Econômico Europeu, o Reino Unido e a Suíça, pelo endereço de cobrança, e onde quer que suas configurações de privacidade na Shopify peçam consentimento. Ali, o consentimento vem antes do uso dos dados.",
  unknown_elsewhere_help:
    "Todos os outros países. Muitas vezes a escolha é desconhecida porque uma extensão do navegador bloqueou o banner. Onde suas configurações de privacidade na Shopify oferecem a recusa da venda de dados, vale o processamento limitado de dados até você escolher outra coisa.",
  presumed_denied_help:
    "O pixel não carrega para um comprador que recusou, e um bloqueador de anúncios também o barra, então ninguém sabe qual dos dois foi. Se seu banner pede consentimento a todo visitante, escolha não informar.",
  grace_seconds_help:
    "O pixel informa a escolha do comprador instantes após o pedido. O pedido sai assim que isso acontece, e depois deste tempo sai sem ela.",
  sale_of_data_denied_help:
    "Com o processamento limitado de dados, a recusa é enviada junto e o Pinterest limita o que faz com os dados.",
  retention_explained:
    "O que está guardado dos compradores é excluído sozinho após estes prazos. As linhas dos pedidos com estado, valor e horários ficam, para que seus totais não mudem.",
  retention_fixed:
    "Endereço IP, navegador e ID de clique são excluídos um dia depois de o pedido chegar ao estado final.",
  number_limits: "Entre {min} e {max}.",
  number_outside_limits: "Informe um número inteiro de {min} a {max}.",
  consent_map_explained:
    "Isto é o que acontece a quem com as opções acima, como estão neste formulário. Limitado significa que o pedido é informado com processamento limitado de dados.",
  identifiers_explained:
    "Com eles o Pinterest reconhece um comprador. No início todos são enviados, com hash onde o Pinterest aceita hash. O que você desliga não é mais enviado: nem de pedidos, nem de visitas, nem de eventos do seu servidor.",
  identifiers_match_nobody:
    "O Pinterest precisa de um e-mail, ou do endereço IP junto com o user agent. Sem os dois, quase nada mais é informado: um pedido é deixado de fora porque o Pinterest não poderia associá-lo a ninguém.",
  identifiers_help:
    "Com cada identificador a menos, o Pinterest associa menos pedidos a Pins. Onde o uso de dados é limitado, estado e país são enviados mesmo assim: por eles o Pinterest sabe que lei o limita. Uma mudança vale para o que chega depois dela.",
  settings_account_waits:
    "Uma conta do Pinterest deu acesso ao aplicativo e espera sua palavra. Nada a usa até você confirmá-la.",
  settings_connection:
    "A conta do Pinterest, a conta de anúncios e a tag para as quais os eventos vão.",
  settings_tracking:
    "Quem informa, quais atos de um visitante, quais pedidos, quando e com que valor.",
  settings_matching: "Com que o Pinterest reconhece um comprador, e que ID seus itens têm.",
  settings_privacy:
    "O que resulta da escolha de um comprador, por quanto tempo os dados são guardados, exportações e solicitações de clientes.",
  settings_catalog: "De onde vem cada coluna do feed, e quais itens estão nele.",
  settings_server_events:
    "O endereço e os segredos com que seus próprios servidores informam eventos.",
  settings_alerts: "Do que a página inicial avisa você, e a partir de quando.",
  settings_transfer:
    "Todas as configurações que não estão presas a esta loja, em um arquivo para outra.",
  alerts_explained:
    "A página inicial avisa você disto enquanto durar. O que você desliga acontece do mesmo jeito; ninguém avisa você.",
  alert_choice_connection_needs_attention_help:
    "O Pinterest não aceita as credenciais, e os pedidos esperam até você consertar isso.",
  alert_choice_oldest_pending_help:
    "Um pedido pode ir ao Pinterest e não foi por mais tempo que o limite abaixo.",
  alert_choice_webhooks_stopped_help:
    "A Shopify costumava enviar pedidos nestas horas e não envia mais nenhum.",
  pending_minutes_help: "A entrega leva segundos, e falhas curtas no Pinterest passam em minutos.",
  quiet_hours_help:
    "Tanto tempo sem um pedido é um sinal, onde houve em média pelo menos seis pedidos em um intervalo assim.",
  quiet_days_help: "Em cada um destes dias, as mesmas horas trouxeram um pedido.",
  data_requests_explained:
    "Estes clientes pediram os dados guardados sobre eles. Baixe cada arquivo e envie-o ao cliente em até 30 dias da solicitação; depois disso ele é excluído aqui.",
  data_request_not_downloaded:
    "Não foi possível baixar o arquivo. Recarregue a página e tente de novo; após 30 dias um arquivo é excluído.",
  settings_unreadable:
    "O formulário não chegou como o aplicativo o enviou. Estes campos não servem: {fields}. Recarregue a página e tente de novo.",
  settings_unreachable:
    "Não foi possível acessar o servidor do aplicativo. Suas alterações ainda estão aqui; verifique sua conexão com a internet e tente de novo.",
};
