export const items = {
  items_problem_value_missing: "Preencha isto, ou remova.",
  items_problem_value_too_long: "Isto é longo demais. Encurte.",
  items_problem_value_invalid: "Isto não pode ser usado. Digite de novo sem caracteres especiais.",
  items_problem_too_many: "São mais do que pode ser salvo. Remova alguns.",
  items_problem_too_many_metafields:
    "As colunas usam mais de 20 metacampos seus. Remova alguns: cada um deixa a leitura do catálogo mais lenta.",
  items_problem_metafield_invalid:
    "Escreva o metacampo como namespace.key, como custom.material. Você o encontra na Shopify em “Configurações”, “Dados personalizados”.",
  items_problem_amount_invalid: "Escreva um valor na moeda da sua loja, como 24.99.",
  items_problem_count_invalid: "Escreva um número inteiro de peças, como 5.",
  items_problem_range_open: "Preencha pelo menos uma das duas pontas.",
  items_problem_range_reversed: "A ponta inferior está acima da superior. Troque as duas.",
  items_include_help:
    "Só itens que atendem a estas regras estão no feed. Sem regra, todo produto da loja virtual está.",
  items_exclude_help: "Itens que atendem a estas regras nunca estão no feed.",
  items_preorder_help:
    "Itens que atendem a estas regras e podem ser pedidos são informados como pré-venda.",
  items_explained:
    "Cada coluna usa a primeira das suas fontes que estiver preenchida. IDs, títulos, links, imagens e preços são os dos seus produtos e dos seus eventos, e não podem ser mudados aqui.",
  items_not_saved: "Nada foi salvo. Corrija o que está marcado e salve de novo.",
  items_unreadable: "O aplicativo não entendeu esta página. Recarregue-a e tente de novo.",
  items_unreachable:
    "Não foi possível acessar o aplicativo, então nada foi salvo. O que você digitou ainda está aqui; tente de novo.",
  items_saved:
    "Salvo. O catálogo é lido de novo, e o feed acompanha. Um que perca mais da metade dos itens espera sua palavra na página do catálogo.",
  items_ids_stay:
    "O que você muda aqui deixa a cada item o seu ID. O ID em si é escolhido nas configurações, onde mudá-lo renomeia todos os itens no Pinterest.",
  column_stays_empty: "Sem fonte, esta coluna fica vazia.",
  source_metafield_help: "Escreva namespace.key, como custom.material.",
  source_option_help: "Escreva os nomes da opção, separados por vírgulas.",
  source_tag_help: "Escreva como a tag começa, como material: em material:linho.",
  source_fixed_help: "É o mesmo para todos os itens.",
  words_help: "Escreva uma em cada linha; basta uma delas.",
  preview_not_read:
    "O catálogo precisa ser lido uma vez antes que haja algo para ver. Ele é lido após a instalação e toda noite.",
  preview_waits: "A prévia espera até todos os campos estarem preenchidos.",
  preview_unreachable:
    "Não foi possível acessar o aplicativo, então isto pode não ser o que suas mudanças produzem.",
  preview_whole:
    "Todos os {products} produtos foram vistos, como estavam na última leitura do catálogo.",
  preview_sample:
    "O catálogo é grande, então {sampled} de {products} produtos foram vistos. Os números são estimativas, e a busca olha só esses produtos.",
  preview_metafields_read:
    "Metacampos novos aqui foram lidos para os itens abaixo. Os números vêm quando o catálogo for lido depois de salvar.",
  preview_metafields_unread:
    "Metacampos novos aqui não puderam ser lidos agora, então faltam abaixo.",
  preview_nothing_found: "Nenhum item combina com a busca.",
  preview_nothing_in_feed:
    "Com estas regras o feed ficaria vazio. Um feed vazio não é publicado antes que você diga.",
};
