export const catalog = {
  catalog_sync_requested: "O catálogo será lido.",
  catalog_sync_cancelled: "A leitura para na próxima etapa. O feed publicado fica.",
  catalog_sync_over: "A leitura já tinha terminado.",
  catalog_published: "A versão está publicada.",
  catalog_not_waiting: "Esta versão não espera mais. Veja a mais nova.",
  catalog_rolled_back:
    "A versão anterior está publicada de novo, até a próxima leitura do catálogo.",
  catalog_not_kept: "Esta versão não está mais guardada.",
  catalog_too_large_to_compare:
    "Os arquivos são grandes demais para serem comparados aqui. Você pode publicar o anterior sem comparação.",
  catalog_feed_registered: "O Pinterest tem o feed.",
  catalog_feed_refused: "O Pinterest não aceita o feed. O motivo está abaixo.",
  catalog_feed_not_registrable:
    "Ainda não há nada para registrar. Conecte uma conta do Pinterest e espere a primeira versão.",
  catalog_feed_removed: "O feed foi removido do Pinterest.",
  catalog_pinterest_silent:
    "O Pinterest não respondeu. O aplicativo tenta de novo sozinho em um ou dois minutos.",
  catalog_feed_protected:
    "A partir de agora o feed pede estes dados. A senha só é mostrada esta vez. Se há uma conta do Pinterest conectada, o Pinterest é informado automaticamente; senão, informe os dois no Pinterest.",
  catalog_feed_unprotected: "O endereço sozinho volta a bastar.",
  catalog_item_checks_on: "As visitas começam em até um minuto. Um catálogo grande leva horas.",
  catalog_item_checks_off: "O aplicativo não visita mais nada.",
  catalog_format_changed: "O formato muda com a próxima versão, que está sendo feita.",
  catalog_unreadable: "O aplicativo não entendeu esta página. Recarregue-a e tente de novo.",
  join_not_active:
    "O produto é um rascunho ou está arquivado, então não está no feed. Ative-o, ou deixe-o como está se não é mais vendido.",
  join_not_published:
    "O produto não está na loja virtual, então não está no feed. Publique-o na loja virtual.",
  join_not_in_market:
    "O produto não está à venda neste país, então não está no feed desse mercado. Publique-o no catálogo do mercado, ou deixe-o como está.",
  join_gift_card: "Vales-presente não fazem parte do feed. Não há nada a fazer.",
  join_excluded:
    "Uma das suas regras deixa o item fora do feed. Mude a regra em “Itens e colunas”, ou deixe-a como está se é o que você quer.",
  join_issue:
    "Um erro mantém o item fora do feed. Procure-o entre os problemas do feed e corrija o produto.",
  join_other_format:
    "O feed tem este produto com um ID de outro formato. Se o formato mudou há pouco, isto passa; senão, verifique quais IDs seus outros sistemas enviam.",
  join_not_found:
    "A loja não tem mais tal item, ou ele nunca esteve nesta loja. Se ainda é vendido, verifique quais IDs seus outros sistemas enviam.",
  registration_no_account:
    "Conecte uma conta do Pinterest, e o aplicativo registra o feed sozinho. Ou informe o endereço acima no Pinterest à mão.",
  registration_account_lost:
    "A conta do Pinterest precisa ser conectada de novo antes que o Pinterest possa ser informado do feed. O que o Pinterest tem fica.",
  registration_unpublished: "O feed é registrado assim que sua primeira versão for publicada.",
  registration_off: "O feed está desligado, então não está registrado.",
  registration_registering:
    "O pedido foi feito ao Pinterest, que ainda não respondeu. O aplicativo olha de novo sozinho.",
  registration_registered: "O Pinterest tem o feed e o busca todos os dias.",
  registration_refused: "O Pinterest não aceita o feed. O aplicativo tenta de novo todos os dias.",
  registration_removed:
    "Você removeu o feed do Pinterest. Registre-o para trazer os Pins dele de volta.",
  result_completed: "O Pinterest leu o feed.",
  result_failed:
    "O Pinterest não conseguiu ler o feed. Veja os relatórios dele entre os problemas; ele tenta de novo na próxima leitura.",
  result_processing: "O Pinterest ainda está lendo o feed.",
  registration_none: "O Pinterest ainda não foi informado deste feed. Registre-o.",
  pinterest_words: "O Pinterest diz: {words}.",
  result_none: "O Pinterest ainda não buscou o feed. Isso costuma levar alguns minutos.",
  result_counts: "Itens que o Pinterest pegou: {ingested} de {original}.",
  remove_feed_explained:
    "O Pinterest exclui o feed e todo Pin que veio dele, com seus salvamentos e estatísticas. Isto não pode ser desfeito; registrar de novo cria Pins novos.",
  difference: "Itens que entram: {added}. Itens que saem: {removed}. Itens que mudam: {changed}.",
  difference_columns: "Colunas que mudam: {columns}.",
  difference_none: "As duas versões têm os mesmos itens com os mesmos valores.",
  feed_is_open: "Quem conhece o endereço pode ler o feed.",
  feed_is_protected: "O feed pede um nome de usuário e uma senha.",
  item_checks_explained:
    "Se você quiser, o aplicativo visita a página e a imagem de cada item uma vez por dia, no máximo duas por segundo, e lista o que não abre, leva a outro lugar ou é pequeno demais. Nada fica fora do feed por isso.",
  issue_unnamed:
    "O Pinterest contou estes e não nomeou nenhum item. Os relatórios nos catálogos do Pinterest talvez digam mais.",
  issue_more: "E mais {more}, que são contados e não listados.",
  join_never_checked:
    "Toda noite o aplicativo compara os itens dos eventos do último dia com o feed. A primeira comparação ainda está por vir.",
  join_no_items: "Os eventos do último dia não tinham itens, então não havia nada a comparar.",
  join_complete: "Todo item dos eventos do último dia está no feed. Itens: {items}.",
  join_incomplete:
    "Itens que não estão no feed: {missing} de {items}. Eventos com eles: {events}. O Pinterest não pode mostrar estes produtos às pessoas que os viram.",
  catalog_explained:
    "Os produtos da loja viram um feed que o Pinterest lê. Os IDs nele são os IDs nos eventos, para que o Pinterest saiba o que foi visto e comprado.",
  catalog_unreachable:
    "Não foi possível acessar o aplicativo. Verifique sua conexão e tente de novo.",
  catalog_never_read: "O catálogo ainda não foi lido. Ele é lido sozinho após a instalação.",
  catalog_lines: "Linhas até agora: {lines}.",
  catalog_items: "Itens: {items}.",
  catalog_rate: "Por segundo: {rate}.",
  catalog_seconds_left: "Faltam cerca de {seconds} segundos.",
  gate_items: "Itens no novo feed: {items}. No antigo: {published}.",
  feed_help:
    "Com uma conta conectada, o Pinterest é informado deste endereço automaticamente. Sem uma, informe-o como fonte de dados nos catálogos do Pinterest.",
  feed_never_fetched: "O Pinterest ainda não buscou o feed.",
  published_none: "Nenhum item deste feed começa assim, e nenhum produto tem este ID.",
  published_empty: "O feed ainda não tem itens. Eles aparecem com a primeira versão.",
  published_explained:
    "Os itens como estão agora no feed, com os que um erro ou uma regra deixa de fora. Digite o início de um ID de item, ou um ID de produto inteiro.",
  feed_clean: "Todos os itens estão em ordem.",
  versions_explained:
    "As cinco últimas versões ficam guardadas. Uma anterior pode ser publicada de novo; a próxima leitura do catálogo a substitui.",
};
