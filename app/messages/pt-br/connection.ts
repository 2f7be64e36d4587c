export const connection = {
  connection_not_connected:
    "Nenhuma conta do Pinterest está conectada, então nenhum pedido é informado. Conecte uma conta ou informe um token de acesso a conversões.",
  connection_connected:
    "Os pedidos são informados à conta de anúncios do Pinterest {adAccountId} assim que chegam. Não há nada a fazer.",
  connection_needs_attention:
    "O Pinterest recusa a conexão. Verifique os IDs e o token nas configurações.",
  attention_token_refused:
    "O Pinterest não aceita mais o token de acesso a conversões. Conecte de novo a sua conta do Pinterest ou gere um novo token no Pinterest Ads Manager e salve-o em “Configurações”; os pedidos que esperam são então enviados.",
  attention_no_permission:
    "O Pinterest diz que o token não pode informar para esta conta de anúncios. Gere um token nesta mesma conta de anúncios e salve-o em “Configurações”; os pedidos que esperam são então enviados.",
  attention_account_not_found:
    "O Pinterest não conhece nenhuma conta de anúncios com este ID. Corrija o ID da conta de anúncios em “Configurações”; os pedidos que esperam são então enviados.",
  test_accepted: "O Pinterest aceitou o evento de teste. A conexão funciona; não há nada a fazer.",
  test_token_refused:
    "O Pinterest não aceita mais o token de acesso a conversões (401). Gere um novo no Pinterest Ads Manager, informe-o aqui e salve.",
  test_no_permission:
    "O token não pode informar para esta conta de anúncios (403). Verifique o ID da conta de anúncios, ou gere um token nesta mesma conta, e salve.",
  test_account_not_found:
    "O Pinterest não conhece nenhuma conta de anúncios com este ID (404). Copie de novo o ID da conta de anúncios e confira se não é o ID da tag.",
  test_rate_limited:
    "O Pinterest recebeu chamadas demais em pouco tempo (429). O token não foi julgado; teste de novo em um minuto.",
  test_unavailable:
    "O Pinterest não pode responder no momento. O token não foi julgado; teste de novo em alguns minutos.",
  test_timeout:
    "O Pinterest não respondeu a tempo. O token não foi julgado; teste de novo em alguns minutos.",
  test_network:
    "Não foi possível acessar o Pinterest a partir do servidor do aplicativo. Teste de novo em alguns minutos; se continuar assim, avise o suporte do aplicativo.",
  test_refused:
    "O Pinterest aceitou os IDs e o token, mas não o evento de teste. Os pedidos podem passar mesmo assim; se os últimos mostrarem erros, avise o suporte do aplicativo.",
  tag_id_missing: "Informe o ID da tag.",
  tag_id_malformed: "O ID de uma tag tem de 6 a 20 dígitos e nada mais.",
  ad_account_id_missing: "Informe o ID da conta de anúncios.",
  ad_account_id_malformed: "O ID de uma conta de anúncios tem até 18 dígitos e nada mais.",
  ad_account_id_is_tag_id: "Este é o ID da tag outra vez. A conta de anúncios tem um ID próprio.",
  token_missing: "Informe um token de acesso a conversões.",
  token_malformed: "Isto não é um token. Copie-o inteiro, sem aspas, espaços nem quebras de linha.",
  tag_id_help:
    "No Pinterest Ads Manager, abra “Conversões”. O ID aparece junto da tag e costuma ter 13 dígitos.",
  ad_account_id_help:
    "No Pinterest Ads Manager, abra o menu com o nome da sua conta de anúncios; o ID está abaixo do nome. Não é o ID da tag.",
  token_help:
    "No Pinterest Ads Manager, abra “Conversões”, depois “API de conversões”, depois “Configurar API”, e gere um token novo.",
  token_kept:
    "O token salvo termina em ••••{lastFour} e não pode ser mostrado de novo. Deixe vazio para mantê-lo, ou informe um novo para substituí-lo.",
  token_needed:
    "Os IDs ainda estão aqui, mas o token de acesso a conversões foi apagado quando o aplicativo foi desinstalado ou desconectado. Informe um token e salve para informar pedidos de novo.",
  test_explained: "O Pinterest responde a um evento inventado e não o registra.",
  test_while_unsaved:
    "O teste usa o que está salvo. Salve ou descarte suas alterações antes de testar a conexão.",
  test_unchosen: "Ainda não há nada para testar. Escolha primeiro a conta de anúncios abaixo.",
  connection_unchosen:
    "A conta do Pinterest está conectada. Escolha abaixo a conta de anúncios e a tag; até lá nenhum pedido é informado.",
  test_incomplete:
    "Ainda não há nada para testar. Salve os IDs e um token de acesso a conversões antes de testar.",
  disconnect_explained:
    "O token de acesso a conversões é apagado, e uma conta do Pinterest conectada é esquecida. Pedidos ainda não enviados esperam, e novos não são informados até você conectar de novo. Os IDs e todas as outras configurações ficam.",
  receipt_token: "O token de acesso a conversões que terminava em ••••{lastFour} foi apagado aqui.",
  receipt_account: "A conta do Pinterest {name} foi esquecida, com seus tokens.",
  receipt_given_back: "O aplicativo pediu ao Pinterest que anule os tokens da conta.",
  receipt_pixel: "O pixel está sendo retirado da sua loja.",
  receipt_settings_stay:
    "O ID da tag, o ID da conta de anúncios e todas as outras configurações ficam aqui.",
  receipt_events_wait: "Eventos que esperam aqui pela próxima conexão: {count}.",
  receipt_feeds_stay:
    "Feeds que continuam registrados no Pinterest, que talvez continue a buscá-los: {count}. Exclua-os nos catálogos do Pinterest se você não for voltar.",
  receipt_permission_stays:
    "A permissão fica nas configurações do Pinterest. Para retirá-la, abra “Segurança” e depois “Aplicativos conectados”.",
};
