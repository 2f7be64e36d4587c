export const diagnostics = {
  backfill_tried:
    "Foram registrados em modo de teste ou em modo sombra, de onde nada sai. Nunca são enviados como pedidos reais.",
  line_tested:
    "O pedido foi enviado como evento de teste, e o Pinterest o pegou. Ele não conta e nunca é enviado de novo.",
  line_tested_advice:
    "O pedido foi enviado como evento de teste, que não conta. O Pinterest o pegou e aconselha: {words}.",
  line_shadowed:
    "O pedido foi registrado em modo sombra: teria sido informado, e nada foi enviado.",
  sending_real_explained: "O que os compradores fazem é informado ao Pinterest e conta.",
  sending_test_explained:
    "Os eventos vão ao Pinterest como eventos de teste, que a página de testes dele mostra e nada conta. O Pinterest pega poucos de cada vez, então uma loja movimentada pode ter de esperar.",
  sending_shadow_explained:
    "Nada é enviado. O aplicativo registra o que teria enviado e compara com seus pedidos, ao lado do que você usa agora.",
  sending_real_question:
    "De agora em diante, pedidos e visitas são informados ao Pinterest e contam. O que foi registrado em modo de teste ou sombra não é enviado.",
  sending_test_question:
    "De agora em diante, nada novo conta no Pinterest: sai só como evento de teste, e nunca é enviado de novo como real. Os navegadores dos seus visitantes param de informar ao Pinterest em alguns minutos.",
  sending_shadow_question:
    "De agora em diante, nada novo é enviado ao Pinterest, e o que é registrado neste modo nunca é enviado depois. Os navegadores dos seus visitantes param de informar ao Pinterest em alguns minutos.",
  sending_test_banner:
    "Novos pedidos e visitas vão ao Pinterest como eventos de teste e não contam. Mude para o envio real em “Modo de envio” quando terminar.",
  sending_shadow_banner:
    "Novos pedidos e visitas são registrados e não enviados. Mude para o envio real em “Modo de envio” quando estiver satisfeito.",
  sending_test_home:
    "Novos pedidos e visitas vão ao Pinterest como eventos de teste e não contam. O modo é mudado em “Diagnóstico”.",
  sending_shadow_home:
    "Novos pedidos e visitas são registrados e não enviados ao Pinterest. O modo é mudado em “Diagnóstico”.",
  live_connecting: "A visão está sendo aberta. Eventos mostrados: {count}.",
  live_live: "Eventos novos aparecem sozinhos. Eventos mostrados: {count}.",
  live_interrupted:
    "Não é possível acessar o aplicativo; ele é consultado de novo automaticamente. Eventos mostrados: {count}.",
  live_paused: "A visão está pausada. Nada se perde enquanto isso. Eventos mostrados: {count}.",
  live_empty:
    "Nenhum evento veio nos últimos 15 minutos. Faça um pedido de teste ou abra sua loja em outra aba, e veja-o chegar aqui.",
  live_no_match: "Nenhum dos eventos mostrados combina com o filtro. Escolha outro nome ou estado.",
  test_event_explained:
    "O Pinterest tem uma página que mostra eventos de teste quando chegam. Nada do que é enviado daqui conta.",
  test_event_step_open:
    "Abra o Pinterest Ads Manager, escolha “Conversões” e lá a página de eventos de teste.",
  test_event_step_keep:
    "Deixe essa página aberta. Ela só mostra o que chega enquanto está aberta, e não guarda nada.",
  test_event_step_send: "Escolha um evento abaixo e envie-o.",
  test_event_step_look:
    "Olhe a página do Pinterest: o evento aparece lá em até um minuto, com o que o Pinterest aconselha.",
  test_event_taken:
    "O Pinterest pegou o evento de teste. Procure o ID do evento {eventId} na página dele; não há mais nada a fazer.",
  test_event_advised:
    "O Pinterest pegou o evento de teste. Procure o ID do evento {eventId} na página dele. Para eventos reais ele aconselha: {words}.",
  test_event_not_taken:
    "O Pinterest recusou o evento de teste: {words}. Baixe o arquivo de suporte abaixo e envie-o ao suporte do aplicativo.",
  test_event_not_connected:
    "Nenhuma conta do Pinterest está conectada, então não há para quem enviar. Conecte uma nas configurações e volte.",
  shadow_explained:
    "Cada dia compara os pedidos que vieram com o que teria ido ao Pinterest. Os dias são em UTC.",
  shadow_empty:
    "Nada foi registrado em modo sombra ainda. Depois do primeiro pedido, cada dia é comparado aqui com seus pedidos.",
  shadow_orders:
    "Pedidos: {orders}. Teriam sido informados: {reported}, que na conta do Pinterest são {events}.",
  shadow_consent: "Deixados de fora por escolha do comprador: {count}.",
  shadow_left_out:
    "Deixados de fora por outras regras: {count}. A página “Conversões” diz por quê em cada um.",
  shadow_open: "Ainda esperam a escolha do comprador: {count}.",
  shadow_others: "Eventos que não são pedidos: {count}.",
  shadow_identifiers_explained:
    "Dos últimos {count} eventos, tantos tinham o identificador. Quanto mais houver, melhor o Pinterest associa.",
  conflict_same_tag_in_theme:
    "Seu tema carrega a mesma tag do Pinterest que este aplicativo, sem os IDs de evento do aplicativo, então o Pinterest conta visitas duas vezes. Remova a tag do Pinterest do código do tema.",
  conflict_second_tag:
    "Sua loja carrega outra tag do Pinterest ({tags}). Se ela pertence à mesma conta de anúncios, os atos são contados duas vezes: remova-a do código do tema, ou deixe com ela o envio.",
  conflict_channel_pixel:
    "O canal de vendas do Pinterest tem um pixel na sua loja, então os atos são contados duas vezes. Desligue o rastreamento dele, ou escolha nas configurações o modo ao lado do pixel do canal de vendas.",
  conflict_ingest_twice:
    "Seu servidor informou pelos nomes pedidos que a Shopify informou pelos números. Pedidos: {orders}. Faça seu servidor enviar o ID do pedido da Shopify no campo order.id, ou deixe os pedidos com a Shopify.",
  conflict_shared_event:
    "Vários pedidos vieram de um mesmo checkout e compartilham um evento, que o Pinterest conta uma vez. Pedidos além do primeiro: {orders}. Não há nada a fazer, a menos que você espere que cada um conte.",
  act_tested:
    "Foi enviado como evento de teste, e o Pinterest o pegou. Não conta e nunca é enviado de novo.",
  act_shadowed: "Foi registrado em modo sombra: teria sido informado, e nada foi enviado.",
  conflicts_none: "Nada nos pedidos da última semana foi informado duas vezes.",
  storefront_explained:
    "O aplicativo pode olhar uma vez a página inicial da sua loja, como qualquer visitante, em busca de uma segunda tag do Pinterest e do pixel do canal de vendas dele.",
  storefront_not_seen:
    "Não foi possível olhar a loja. Talvez ela peça uma senha ou não responda; abra-a aos visitantes e olhe de novo.",
  storefront_clean: "A página inicial da loja não mostra outra tag do Pinterest nem outro pixel.",
  heartbeat_explained:
    "Quando cada parte mostrou pela última vez que funciona. Um webhook que demora mais que o normal merece um olhar.",
  webhooks_counted: "Nas últimas 24 horas: {today}. Em um dia normal: {usual}.",
  support_bundle_explained:
    "Um arquivo para o suporte do aplicativo: versões, configurações, estados e contagens. Não há senha, token nem nada de um comprador nele.",
  support_bundle_failed: "Não foi possível criar o arquivo. Tente de novo em um minuto.",
  diagnostics_unreachable:
    "Não foi possível acessar o aplicativo. Verifique sua conexão e tente de novo.",
};

export const diagnosticsLabels = {
  state_tested: "Testado",
  state_shadowed: "Em sombra",
  check_tried: "Registrados em modo de teste ou sombra",
  sending_real: "Real",
  sending_test: "Teste",
  sending_shadow: "Sombra",
  webhooks_orders: "Webhooks de pedidos",
  webhooks_products: "Webhooks de produtos",
  webhooks_shop: "Webhooks da loja",
  webhooks_compliance: "Webhooks de solicitações de dados",
  webhooks_other: "Outros webhooks",
  diagnostics: "Diagnóstico",
  sending_mode: "Modo de envio",
  sending_mode_choice: "O que acontece com novos pedidos e visitas",
  sending_since: "Última mudança:",
  sending_switch: "Mudar de modo",
  sending_question: "Mudar para o modo “{mode}”?",
  sending_test_on: "O modo de teste está ligado",
  sending_shadow_on: "O modo sombra está ligado",
  live_events: "Eventos ao vivo",
  live_pause: "Pausar",
  live_resume: "Retomar",
  live_name_filter: "Nome do evento",
  test_events: "Eventos de teste",
  test_event_name: "Evento a enviar",
  send_test_event: "Enviar evento de teste",
  open_ads_manager: "Abrir o Ads Manager",
  shadow_report: "Comparação em modo sombra",
  shadow_day: "Dia {day}",
  shadow_placed: "Valor dos pedidos",
  shadow_would_report: "Valor que teria sido informado",
  shadow_identifiers: "Identificadores",
  birth_date: "Data de nascimento",
  conflicts: "Conflitos",
  look_at_storefront: "Olhar minha loja",
  heartbeat: "Sinais de vida",
  beat_pixel: "Mensagem do pixel",
  beat_reconciled: "Comparação com os pedidos da Shopify",
  beat_delivered: "Envio ao Pinterest",
  beat_fetched: "Feed lido pelo Pinterest",
  support_bundle: "Arquivo de suporte",
  download_support_bundle: "Baixar o arquivo de suporte",
  remedy_connection: "Abrir configurações de conexão",
  remedy_tracking: "Abrir configurações de rastreamento",
  remedy_privacy: "Abrir configurações de privacidade",
};
