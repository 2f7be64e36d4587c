export const outbox = {
  line_waiting: "O pedido espera a escolha do comprador sobre marketing, por até 90 segundos.",
  line_pending: "O pedido está a caminho do Pinterest.",
  line_pending_rate_limited:
    "O Pinterest pediu uma pausa. O pedido é enviado de novo sozinho; não há nada a fazer.",
  line_pending_unavailable:
    "O Pinterest ainda não pôde pegar o pedido. Ele é enviado de novo sozinho; não há nada a fazer.",
  line_pending_timeout:
    "O Pinterest não respondeu a tempo. O pedido é enviado de novo sozinho; não há nada a fazer.",
  line_pending_network:
    "Não foi possível acessar o Pinterest. O pedido é enviado de novo sozinho; não há nada a fazer.",
  line_pending_sealed:
    "O pedido está guardado criptografado e falta ao aplicativo a chave dele. Avise o suporte do aplicativo; ele é enviado assim que a chave voltar.",
  line_held:
    "O pedido espera até a conexão com o Pinterest ser consertada nas configurações, e então é enviado.",
  line_delivered: "O Pinterest pegou o pedido.",
  line_delivered_advice: "O Pinterest pegou o pedido e aconselha: {words}.",
  line_dead_letter: "O Pinterest recusou o pedido: {words}.",
  line_dead_letter_unreadable:
    "O evento guardado não pode ser lido, então não foi enviado. Avise o suporte do aplicativo.",
  line_consent: "Consentimento: {choice}. Em {place}: {first}. Aplicado: {policy}.",
  line_skipped: "O pedido não foi informado.",
};
