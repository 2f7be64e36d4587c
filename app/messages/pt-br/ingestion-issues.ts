export const ingestionIssues = {
  ingestion_account_flagged:
    "O Pinterest sinalizou a conta e não aceita nenhum feed dela. Veja o status da conta no Pinterest e recorra lá.",
  ingestion_google_sheet:
    "O Pinterest diz que o feed é uma planilha do Google que não está compartilhada como deveria. Compartilhe-a com quem tiver o link.",
  ingestion_internal_error:
    "O Pinterest teve uma falha própria. Não há nada a fazer; ele tenta de novo em até um dia.",
  ingestion_large_decrease:
    "Quase todos os itens sumiram desde a última leitura, então o Pinterest não pegou nada. Verifique se os produtos estão publicados; se de fato saíram, escreva ao suporte do Pinterest.",
  ingestion_ad_image: "O Pinterest não pôde usar a imagem em anúncios. Verifique se ela abre.",
  ingestion_ad_video: "O Pinterest não pôde usar o vídeo em anúncios. Verifique se ele abre.",
  ingestion_additional_image:
    "O Pinterest não pôde usar outra imagem. Verifique se ela abre, ou envie-a de novo.",
  ingestion_image: "O Pinterest não pôde usar a imagem. Verifique se ela abre, ou envie-a de novo.",
  ingestion_video: "O Pinterest não pôde usar o vídeo. Verifique se ele abre, ou envie-o de novo.",
  ingestion_update:
    "O Pinterest não pegou a última mudança de preço ou estoque destes itens. As palavras dele estão em cada item; a próxima leitura do feed traz a mudança.",
  ingestion_checked_image_unreachable:
    "A imagem não abriu quando o aplicativo olhou, então talvez o Pinterest também não a consiga. Verifique se ela abre, ou envie-a de novo.",
  ingestion_checked_image_too_small:
    "A imagem tem menos de 75 por 75 pixels, o que o Pinterest recusa. Envie uma maior.",
  ingestion_checked_link_unreachable:
    "A página do item não abriu quando o aplicativo olhou. Verifique se o produto está publicado e se nenhuma senha ou aplicativo barra os visitantes.",
  ingestion_checked_link_redirects:
    "A página do item leva a outro lugar, o que o Pinterest pode recusar. Verifique o identificador de URL do produto e os redirecionamentos da sua loja.",
  ingestion_other:
    "O Pinterest informa isto com um código que o aplicativo não conhece. Procure o código na ajuda do Pinterest.",
};
