export const syncPhases = {
  sync_phase_queued: "Seus produtos estão prestes a ser lidos.",
  sync_phase_asked: "A Shopify está anotando seus produtos.",
  sync_phase_downloading: "Seus produtos estão sendo baixados.",
  sync_phase_sorting: "Seus produtos estão sendo ordenados.",
  sync_phase_making: "O feed está sendo feito e verificado.",
  sync_phase_done: "O feed tem seus produtos como estavam quando foram lidos.",
  sync_phase_failed: "Não foi possível ler seus produtos. O feed fica como estava.",
  sync_phase_cancelled: "Você parou a leitura. O feed fica como estava.",
};

export const syncFailures = {
  sync_failed_not_installed:
    "O aplicativo não está mais instalado. Abra-o no seu admin da Shopify.",
  sync_failed_missing_scope:
    "O aplicativo não pode ler seus produtos. Abra-o no seu admin da Shopify e conceda a permissão.",
  sync_failed_refused:
    "A Shopify recusou o pedido dos seus produtos. Escreva para nós: cabe a nós resolver.",
  sync_failed_unfinished:
    "A Shopify interrompeu várias vezes antes de anotar todos os produtos. Inicie a leitura de novo; no mais tardar ela acontece esta noite.",
  sync_failed_unavailable:
    "A Shopify não pôde ser acessada várias vezes seguidas. Inicie a leitura de novo; no mais tardar ela acontece esta noite.",
};

export const feedGates = {
  gate_empty:
    "O novo feed não tem itens, então o antigo fica. Verifique se há produtos publicados na sua loja virtual, ou publique o feed vazio: o Pinterest então marca todos os Pins dele como esgotados.",
  gate_shrunk:
    "O novo feed tem menos da metade dos itens do antigo, então o antigo fica. Se você de fato tirou estes produtos de venda, publique-o mesmo assim.",
};
