export const catalogProblems = {
  catalog_invalid_request:
    "O Pinterest não aceita a descrição do feed como o aplicativo a enviou. Avise o suporte do aplicativo; o feed em si não tem culpa.",
  catalog_not_permitted:
    "A conta do Pinterest conectada não pode gerenciar este catálogo. Peça ao dono da conta de anúncios a função “Gerente de catálogos”, ou conecte a conta do dono.",
  catalog_business_account_required:
    "O Pinterest só aceita catálogos de contas comerciais. Converta a conta de graça no Pinterest e registre o feed de novo.",
  catalog_no_reports:
    "O Pinterest ainda não tem relatório deste feed. Espere a primeira leitura, que vem em até um dia.",
  catalog_reports_not_permitted:
    "O Pinterest não mostra seus relatórios à conta conectada. Conecte a conta de novo e deixe todas as permissões ativadas.",
  catalog_merchant_disapproved:
    "A análise do Pinterest não aprovou a conta como lojista. Leia o motivo no Business Hub do Pinterest e recorra lá; depois registre o feed de novo.",
  catalog_merchant_under_review:
    "O Pinterest está analisando a conta e enquanto isso não aceita mudanças em feeds. Espere o e-mail; o aplicativo tenta sozinho todos os dias.",
  catalog_feed_unknown:
    "O Pinterest não tem mais este feed; ele foi excluído lá. Registre-o de novo para trazer seus produtos de volta, ou deixe assim.",
  catalog_feed_has_promotions:
    "Produtos deste feed estão em anúncios ativos, então o Pinterest não o exclui. Pause esses anúncios antes no Pinterest Ads Manager.",
  catalog_no_website:
    "A conta do Pinterest não indica um site. Reivindique o endereço da sua loja nas configurações do Pinterest e registre o feed de novo.",
  catalog_website_not_claimed:
    "O endereço da loja ainda não foi reivindicado no Pinterest. Reivindique-o nas configurações do Pinterest, em “Contas reivindicadas”, e registre o feed de novo.",
  catalog_feed_name_taken:
    "O Pinterest tem outro feed com este nome. Renomeie ou exclua aquele no Pinterest se não for necessário e registre este de novo.",
  catalog_market_not_supported:
    "O Pinterest não aceita feeds para este país e idioma. Escolha outro idioma para o mercado, ou deixe-o de fora.",
  catalog_no_catalog:
    "A conta do Pinterest ainda não tem catálogo. Registre o feed de novo, o que cria um.",
  catalog_result_unknown:
    "O Pinterest não tem mais o resultado desta leitura. Não há nada a fazer; a próxima traz um novo.",
  catalog_batch_unknown:
    "O Pinterest não sabe o que houve com uma atualização de preços. Não há nada a fazer; a próxima leitura do feed os traz.",
  catalog_language_unknown:
    "Os catálogos do Pinterest não têm o idioma do feed. Escolha outro idioma para o mercado, ou deixe-o de fora.",
  catalog_refused:
    "O Pinterest recusou o feed por um motivo que o aplicativo não conhece. Tente de novo amanhã; se continuar assim, avise o suporte do aplicativo.",
};
