export const home = {
  leg_browser_off:
    "Seu modo de rastreamento informa só a partir do servidor, então nosso pixel não é usado.",
  leg_pixel_refused: "A Shopify recusou o pixel. Salve as configurações de novo.",
  leg_pixel_missing: "O pixel não está na sua loja. Conecte o Pinterest e salve as configurações.",
  leg_pixel_unheard:
    "O pixel está ligado e ainda não se ouviu dele. Abra sua loja em outra janela e aceite os cookies dela.",
  leg_pixel_quiet:
    "Não se ouve do pixel há um dia. Abra sua loja em outra janela; se nada mudar, salve as configurações de novo.",
  leg_pixel_alone: "O pixel está ligado. No seu modo de rastreamento ele informa só ao Pinterest.",
  leg_pixel_live: "O pixel informa o que os visitantes fazem.",
  leg_server_off: "Seu modo de rastreamento deixa tudo a cargo do navegador.",
  leg_not_connected: "O Pinterest não está conectado. Conecte-o nas configurações.",
  leg_connection_lost: "O Pinterest recusa as credenciais, e os pedidos esperam. Corrija-as.",
  leg_webhooks_silent:
    "A Shopify não envia pedidos há horas, o que é incomum para sua loja. Se houve pedidos, abra o aplicativo de novo ou fale com o suporte.",
  leg_events_late:
    "Há eventos esperando há mais de quinze minutos. Eles são tentados de novo sozinhos; se continuar assim, fale com o suporte.",
  leg_events_refused: "O Pinterest recusou alguns eventos. Veja-os e envie-os de novo.",
  leg_account_lost:
    "A conta do Pinterest precisa ser conectada de novo para o catálogo; os eventos continuam sendo informados.",
  leg_server_untested: "A conexão não foi testada. Teste-a nas configurações.",
  leg_server_ready: "O Pinterest está conectado. O próximo pedido é informado sozinho.",
  leg_server_live: "Os pedidos são informados a partir do servidor.",
  leg_catalog_unread: "Seu catálogo ainda não foi lido. Leia-o na página do catálogo.",
  leg_catalog_reading:
    "Seu catálogo está sendo lido pela primeira vez; depois, o feed é publicado automaticamente. Veja o andamento na página do catálogo.",
  leg_catalog_failed:
    "A última leitura do seu catálogo falhou. Veja o motivo na página do catálogo.",
  leg_feed_refused: "O Pinterest recusou o feed. Veja o motivo na página do catálogo.",
  leg_feed_waits: "Uma nova versão do feed espera sua palavra. Veja-a na página do catálogo.",
  leg_feed_unpublished: "Ainda não há feed publicado. Publique um na página do catálogo.",
  leg_feed_unfetched:
    "O feed está publicado e o Pinterest ainda não o buscou. Registre-o na página do catálogo, ou informe o endereço dele no Pinterest.",
  leg_fetch_stopped:
    "O Pinterest não busca o feed há dois dias. Verifique o estado dele na página do catálogo.",
  leg_feed_live: "O Pinterest busca o feed.",
  leg_consent_mostly_unknown:
    "A maioria dos pedidos foi deixada de fora porque nada se sabia da escolha do comprador. Revise as configurações de privacidade e seu banner de cookies.",
  leg_consent_unreviewed: "Ninguém confirmou ainda as configurações de privacidade. Revise-as.",
  leg_consent_followed:
    "Tudo o que é informado segue a escolha do comprador e suas configurações de privacidade.",
  gap_account_missing:
    "Conecte sua conta do Pinterest, ou informe uma tag, uma conta de anúncios e um token.",
  gap_account_refused: "O Pinterest recusa as credenciais. Corrija-as nas configurações.",
  gap_test_missing:
    "Envie um evento de teste nas configurações. O Pinterest responde a ele e não registra nada.",
  gap_pixel_off:
    "O pixel entra na sua loja quando o Pinterest é conectado. Se já está conectado, salve as configurações mais uma vez.",
  gap_pixel_unseen: "Abra sua loja em outra janela e aceite os cookies dela.",
  gap_consent_open:
    "Leia o que acontece com um pedido quando a escolha do comprador não é conhecida, e confirme.",
  gap_feed_missing: "Leia seu catálogo e publique um feed.",
  gap_feed_coming:
    "Aguarde um momento: seu catálogo está sendo lido, e o feed é publicado automaticamente.",
  gap_feed_not_fetched: "Registre o feed no Pinterest, ou informe lá o endereço dele.",
  gap_order_missing: "Espere um pedido, ou faça um na sua própria loja.",
  gap_order_one_sided:
    "Os pedidos são informados pelo servidor. Espere um que o navegador também informe com o mesmo ID: o comprador precisa aceitar cookies.",
  guide_done: "Tudo está configurado.",
  nothing_to_do: "Não há nada a fazer agora.",
  no_events:
    "Nenhum evento neste período. O que os visitantes fazem e compram aparece aqui, conforme quem informou.",
  both_explained:
    "Estes eventos foram informados pelo navegador e pelo servidor com um mesmo ID, para que o Pinterest possa contá-los uma vez. O Pinterest não diz quais eventos juntou.",
  no_placed_orders: "Nenhum pedido neste período.",
  orders_explained:
    "Pedidos conforme chegaram ao aplicativo. Pedidos anteriores que você enviou à mão e pedidos de teste não são contados.",
  no_coverage:
    "Assim que eventos forem informados, isto mostra quantos deles trazem o que o Pinterest usa para associá-los.",
  coverage_explained:
    "Quantos dos eventos que o Pinterest pegou do servidor tinham cada parte da pontuação de qualidade do evento. O que só o navegador informou não está incluído.",
  quality_beside:
    "Os números do próprio Pinterest são dos últimos {days} dias, pelo dia que ele usar na contagem.",
  quality_none:
    "O Pinterest ainda não disse nada sobre estes eventos. Ele é consultado uma vez por dia.",
  quality_no_account:
    "Conecte uma conta do Pinterest para ver os números do próprio Pinterest ao lado destes.",
  no_catalog: "O catálogo ainda não foi lido. Os itens e os problemas deles aparecem aqui.",
  consent_review_explained:
    "Confirme aqui que você leu as configurações de privacidade acima e as quer como estão.",
};

export const homeLabels = {
  leg_name_browser: "Navegador",
  leg_name_server: "Servidor",
  leg_name_catalog: "Catálogo",
  leg_name_consent: "Consentimento",
  tone_good: "Funcionando",
  tone_attention: "Requer atenção",
  tone_trouble: "Não funciona",
  tone_off: "Desligado",
  step_account: "Conectar o Pinterest",
  step_test: "Ter um evento de teste aceito",
  step_pixel: "Ligar o pixel",
  step_consent: "Revisar o consentimento",
  step_feed: "Publicar o feed e vê-lo buscado pelo Pinterest",
  step_order: "Ver o primeiro pedido informado",
  remedy_conversions: "Abrir conversões",
  remedy_store: "Abrir minha loja",
  remedy_catalog: "Abrir catálogo",
  period_day: "24 horas",
  period_week: "7 dias",
  period_month: "30 dias",
  reported_by_both: "Navegador e servidor",
  reported_by_server: "Servidor",
  reported_by_browser: "Navegador",
  reported_by_neither: "Não informado",
  part_hashed_email: "E-mail",
  part_click_id_epik: "ID de clique",
  part_ip_address: "Endereço IP",
  part_user_agent: "User agent",
  part_advertiser_external_id: "ID externo",
  part_hashed_maid: "ID de publicidade móvel",
  part_external_event_id: "ID do evento",
  part_order_id: "ID do pedido",
  part_order_value: "Valor do pedido",
  part_product_id: "ID do produto",
  part_source_url: "Endereço da página",
  quality_needs_improvement: "Pontuação do Pinterest: precisa melhorar",
  quality_fair: "Pontuação do Pinterest: razoável",
  quality_good: "Pontuação do Pinterest: boa",
  setup_guide: "Guia de configuração",
  guide_progress: "Etapas concluídas: {done} de {all}",
  hide_guide: "Ocultar o guia de configuração",
  show_guide: "Mostrar o guia de configuração",
  step_done: "Concluída",
  step_to_do: "A fazer",
  health: "Como está",
  next_step: "Próxima etapa",
  figures: "Números",
  period: "Período",
  period_before: "Período anterior: {count}",
  reported_events_chart: "Eventos por nome e canal",
  both_sides: "Informados pelos dois lados com um mesmo ID",
  order_coverage: "Pedidos informados",
  orders_of: "{reported} de {placed}",
  match_coverage: "Com que os eventos podem ser associados",
  event_name: "Evento",
  part_column: "Parte",
  ours_column: "Nosso",
  pinterests_column: "Do Pinterest",
  ours_and_theirs: "{ours}, Pinterest {theirs}",
  events_column: "Eventos",
  orders_column: "Pedidos",
  reason_column: "Não informados porque",
  reason_open: "Ainda a caminho",
  reason_dead_letter: "Recusados pelo Pinterest",
  total_column: "Total",
  share_column: "Proporção",
  show_table: "Mostrar como tabela",
  hide_table: "Ocultar a tabela",
  percent: "{percent}%",
  bar_of: "{name}: {value}",
  quality_help: "Sobre a pontuação de qualidade do evento do Pinterest",
  all_orders: "Todos os pedidos",
  published_items: "Itens publicados",
  left_out_items: "Deixados de fora",
  found_issues: "Problemas",
  last_fetch: "Última leitura pelo Pinterest",
  consent_review: "Confirmação",
  confirm_consent: "Estas configurações estão certas",
  consent_confirmed: "Configurações de privacidade confirmadas",
};
