export const catalogIssues = {
  issue_adult_invalid:
    "O Pinterest não consegue ler se o item é só para adultos. Escreva true ou false.",
  issue_adwords_format_invalid:
    "O link de anúncio é mais longo do que o Pinterest aceita. Encurte-o para 2000 caracteres.",
  issue_availability_invalid:
    "O Pinterest não sabe se o item pode ser comprado. Use in stock, out of stock ou preorder.",
  issue_blocklisted_image_signature:
    "O Pinterest recusa a imagem por suas diretrizes para lojistas. Escolha outra imagem.",
  issue_delimiter_error:
    "O arquivo não está no formato que diz, ou alguma aspa nunca é fechada. Verifique o formato e exporte o arquivo de novo.",
  issue_description_missing:
    "O item não tem descrição. Escreva uma para o produto; até lá o título a substitui onde dá.",
  issue_duplicate_products:
    "Outro item tem o mesmo ID, e só o primeiro é publicado. Dê a cada variante um SKU próprio, ou escolha outro ID de item nas configurações.",
  issue_encoding_error: "O arquivo não está em UTF-8. Salve-o em UTF-8.",
  issue_feed_length_too_long:
    "O feed tem mais itens do que o Pinterest aceita. Deixe de fora o que não está à venda.",
  issue_feed_too_small:
    "O feed não tem itens. Verifique se há produtos ativos e publicados na loja virtual.",
  issue_fetch_error:
    "O Pinterest não pôde baixar o feed. Verifique se o endereço abre sem uma página no meio.",
  issue_fetch_inactive_feed_error:
    "O feed não muda há 90 dias, então o Pinterest não o lê. Mude um produto ou remova o feed.",
  issue_image_link_invalid:
    "O endereço da imagem principal não é um endereço da web. Envie a imagem de novo.",
  issue_image_link_length_too_long:
    "O endereço da imagem principal passa de 2000 caracteres. Envie a imagem com um nome mais curto.",
  issue_image_link_missing: "O item não tem imagem. Adicione uma ao produto ou à variante.",
  issue_internal_service_error:
    "O Pinterest não conseguiu ler o feed. Não há nada a fazer; ele tenta de novo em 24 horas.",
  issue_invalid_domain:
    "A página do item não está em um site que a conta do Pinterest reivindicou. Reivindique o domínio no Pinterest.",
  issue_item_main_image_download_failure:
    "O Pinterest não pôde buscar a imagem principal. Verifique se ela abre e tem pelo menos 75 por 75 pixels.",
  issue_itemid_missing: "O item não tem ID. Dê um ID a cada linha.",
  issue_link_format_invalid:
    "O endereço da página do item não é um endereço da web. Verifique o identificador de URL do produto e o endereço da loja.",
  issue_link_length_too_long:
    "O endereço da página do item passa de 511 caracteres. Encurte o identificador de URL do produto.",
  issue_list_price_invalid: "O preço de tabela não pode ser lido. Escreva-o como 24.99 USD.",
  issue_malformed_xml: "O arquivo não é XML bem formado. Exporte-o de novo.",
  issue_max_items_per_item_group_exceeded:
    "O produto tem mais variantes do que o Pinterest aceita. Divida-o em vários produtos.",
  issue_no_verified_domain:
    "A conta do Pinterest não reivindicou nenhum site. Reivindique o domínio da loja no Pinterest.",
  issue_parse_line_error:
    "Uma linha não combina com o cabeçalho. Procure campos faltando ou sobrando e aspas soltas.",
  issue_pinjoin_content_unsafe:
    "O Pinterest recusa o item por suas diretrizes para lojistas. Deixe-o fora do feed.",
  issue_price_cannot_be_determined:
    "Preço, preço de tabela e preço promocional se contradizem. Mantenha só preço e preço promocional.",
  issue_price_missing:
    "O item não tem preço, ou não custa nada. Informe um preço ou deixe o item fora do feed.",
  issue_product_link_missing: "O item não tem página. Publique o produto na loja virtual.",
  issue_product_price_invalid:
    "O preço não é um valor na moeda do feed. Defina um preço para este mercado.",
  issue_required_columns_missing:
    "Falta uma coluna que todo feed precisa ter. Adicione-a com este mesmo nome, em minúsculas.",
  issue_title_missing: "O item não tem título. Dê um título ao produto.",
  issue_ad_link_format_warning:
    "O link de anúncio não é um endereço da web, então não é usado. Corrija-o.",
  issue_ad_link_same_as_link:
    "O link de anúncio é o próprio link do item. Deixe-o de fora, ou acrescente o que diferencia anúncios.",
  issue_additional_image_link_length_too_long:
    "O endereço de outra imagem passa de 2000 caracteres. Envie-a com um nome mais curto.",
  issue_additional_image_link_warning:
    "O endereço de outra imagem não é um endereço da web, então a imagem não é mostrada. Envie-a de novo.",
  issue_adwords_format_warning:
    "O link de anúncio não é um endereço da web, então não é usado. Corrija-o.",
  issue_adwords_same_as_link:
    "O link de anúncio é o próprio link do item. Deixe-o de fora, ou acrescente o que diferencia anúncios.",
  issue_age_group_invalid:
    "A faixa etária não é uma das do Pinterest, então menos pessoas veem o item. Use newborn, infant, toddler, kids ou adult.",
  issue_android_deep_link_invalid: "O link para o aplicativo Android não pode ser lido. Corrija-o.",
  issue_availability_date_invalid:
    "A data a partir da qual o item está disponível não pode ser lida. Escreva-a como 2026-12-24.",
  issue_country_does_not_map_to_currency:
    "A moeda é incomum no país do feed. Verifique o país e a moeda do feed.",
  issue_custom_label_length_too_long:
    "Um rótulo personalizado passa de 511 caracteres, então não é usado. Encurte-o.",
  issue_description_length_too_long:
    "A descrição é cortada após 10000 caracteres. Encurte-a se o final importa.",
  issue_duplicate_headers:
    "O cabeçalho tem uma coluna duas vezes, e só a primeira conta. Remova a segunda.",
  issue_expiration_date_invalid:
    "A data em que o item termina não pode ser lida. Escreva-a como 2026-12-24.",
  issue_fetch_same_signature:
    "O feed não mudou desde a última leitura do Pinterest. Não há nada a fazer.",
  issue_gender_invalid:
    "O gênero não é um dos do Pinterest, então menos pessoas veem o item. Use male, female ou unisex.",
  issue_gtin_invalid:
    "O código de barras não é um GTIN, então não é usado. Verifique os dígitos, ou deixe vazio.",
  issue_image_link_warning:
    "O Pinterest não pode usar o endereço de uma imagem. Envie a imagem de novo.",
  issue_inconsistent_currency_values:
    "Os preços do item estão em outra moeda que os anteriores. Use uma só moeda em cada feed.",
  issue_indexed_product_count_large_delta:
    "O feed tem muito mais ou muito menos itens que da última vez. Verifique se não falta nada.",
  issue_ios_deep_link_invalid: "O link para o aplicativo iOS não pode ser lido. Corrija-o.",
  issue_is_bundle_invalid:
    "O Pinterest não consegue ler se o item é um kit. Escreva true ou false.",
  issue_item_additional_image_download_failure:
    "O Pinterest não pôde buscar outra imagem. Verifique se ela abre.",
  issue_link_format_warning:
    "O link tem parâmetros UTM vazios, repetidos ou desconhecidos. Corrija-os.",
  issue_min_ad_price_invalid:
    "O menor preço de anúncio não pode ser lido. Escreva-o como 24.99 USD.",
  issue_mpn_invalid:
    "O número de peça do fabricante tem caracteres que nenhum tem. Corrija-o, ou deixe vazio.",
  issue_multipack_invalid: "O tamanho do pacote não é um número a partir de 2. Corrija-o.",
  issue_optional_condition_invalid:
    "A condição não é uma das do Pinterest, então menos pessoas veem o item. Use new, used ou refurbished.",
  issue_optional_condition_missing:
    "A condição não é informada, então menos pessoas veem o item. Informe-a, quase sempre new.",
  issue_optional_product_category_invalid:
    "A categoria não está na forma da lista do Google. Use o número dela, ou seus níveis unidos por ' > '.",
  issue_optional_product_category_missing:
    "O item não tem categoria, então menos pessoas o veem. Escolha uma para o produto.",
  issue_product_category_depth_warning:
    "A categoria tem menos de três níveis, então menos pessoas veem o item. Escolha uma mais específica.",
  issue_product_type_length_too_long:
    "O tipo de produto passa de 1000 caracteres, então não é usado. Encurte-o.",
  issue_sale_date_invalid:
    "O período da promoção não pode ser lido. Escreva início e fim como 2026-11-27T00:00:00Z/2026-11-30T23:59:59Z.",
  issue_sales_price_invalid: "O preço promocional não pode ser lido. Escreva-o como 19.99 USD.",
  issue_sales_price_too_high:
    "O preço promocional não é menor que o preço, então não é mostrado. Corrija um dos dois.",
  issue_sales_price_too_low:
    "O preço promocional é menos de um décimo do preço. Verifique se um dígito não escorregou.",
  issue_shipping_height_invalid: "A altura do pacote não pode ser lida. Escreva-a como 12 in.",
  issue_shipping_invalid:
    "O custo de envio não pode ser lido. Escreva-o como US:CA:Ground:5.00 USD.",
  issue_shipping_weight_invalid: "O peso não pode ser lido. Escreva-o como 3 kg.",
  issue_shipping_width_invalid: "A largura do pacote não pode ser lida. Escreva-a como 12 in.",
  issue_size_system_invalid:
    "O sistema de tamanhos não é um dos do Pinterest. Use US, UK, EU, DE, FR, JP, CN, IT, BR, MEX ou AU.",
  issue_size_type_invalid:
    "O tipo de tamanho não é um dos do Pinterest, então menos pessoas veem o item. Use regular, petite, plus, big_and_tall ou maternity.",
  issue_tax_invalid: "O imposto não pode ser lido. Escreva-o como US:1025433:6.00:y.",
  issue_title_length_too_long:
    "O título é cortado após 500 caracteres. Encurte-o se o final importa.",
  issue_too_many_additional_image_links:
    "O Pinterest mostra mais dez imagens e descarta o resto. Ponha as melhores primeiro.",
  issue_updated_time_invalid:
    "A hora da última mudança não pode ser lida. Escreva-a como 2026-11-22T09:00:00Z.",
  issue_utm_source_auto_corrected:
    "O Pinterest corrige o utm_source do link. Escreva-o uma vez, só com letras e dígitos.",
  issue_video_required_when_ad_video_provided:
    "O item tem um vídeo de anúncio e nenhum vídeo próprio. Adicione o vídeo.",
  issue_weight_unit_invalid: "O Pinterest não conhece a unidade de peso. Use lb, oz, g ou kg.",
};
