export const issueCosts = {
  cost_left_out:
    "Estes itens não estão no Pinterest: nenhum Pin, nenhum anúncio e nenhum retargeting os mostra.",
  cost_feed_stopped:
    "O Pinterest não pega nada deste feed até ele ser consertado, e segue com o que tinha antes.",
  cost_filled_in: "Estes itens estão no feed, com outra coisa no lugar do que falta.",
  cost_value_unused: "Estes itens são mostrados, sem este valor.",
  cost_text_cut: "Estes itens são mostrados, sem o final do texto.",
  cost_fewer_images: "Estes itens são mostrados, com menos imagens ou sem o vídeo.",
  cost_fewer_people:
    "Estes itens são mostrados a menos pessoas, porque pesquisas e filtros passam por cima deles.",
  cost_full_price: "Estes itens são mostrados com o preço cheio, sem a promoção.",
  cost_price_doubtful: "Compradores podem ver no Pinterest um preço que não é o da sua loja.",
  cost_ads_unmeasured:
    "Estes itens são mostrados. Suas próprias estatísticas não conseguem dizer de onde vêm as visitas.",
  cost_ads_poorer:
    "Estes itens são mostrados. Os anúncios deles ficam sem imagem, vídeo ou link próprio.",
  cost_late_change:
    "Compradores veem o preço ou o estoque anterior destes itens até a próxima leitura do Pinterest.",
  cost_may_be_refused:
    "Estes itens estão no feed. O Pinterest pode recusá-los, ou levar compradores a uma página que não abre.",
  cost_nothing: "Nada se perde.",
  cost_unknown: "Não se sabe o que isto custa; a ajuda do Pinterest talvez diga.",
};
