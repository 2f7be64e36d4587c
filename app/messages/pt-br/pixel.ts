export const pixel = {
  pixel_none:
    "Ainda não há pixel na sua loja. O aplicativo o coloca sozinho quando o Pinterest é conectado, e o tira quando você desconecta.",
  pixel_on: "O pixel está na sua loja com as configurações abaixo. Não há nada a fazer.",
  pixel_refused: "A Shopify recusou a última mudança do pixel.",
  pixel_refused_missing_scope:
    "O aplicativo não pode colocar um pixel na sua loja porque falta a permissão para pixels ou para eventos de clientes. Abra o aplicativo no admin da Shopify e aceite as permissões que ele pede; o pixel é então colocado sozinho.",
  pixel_refused_blank:
    "Faltou à Shopify um valor nas configurações do pixel. Verifique se o ID da tag está preenchido e salve as configurações de novo.",
  pixel_refused_invalid_configuration_json:
    "A Shopify não pôde ler as configurações do pixel. Salve as configurações de novo; se continuar assim, avise o suporte do aplicativo.",
  pixel_refused_invalid_runtime_context:
    "A Shopify não executa o pixel nesta loja. Avise o suporte do aplicativo; o servidor continua informando os pedidos.",
  pixel_refused_invalid_settings:
    "O pixel na Shopify tem outras configurações que esta versão do aplicativo. Salve as configurações de novo em uma hora; se continuar assim, avise o suporte do aplicativo, que pode lançar o pixel de novo.",
  pixel_refused_invalid_settings_definition:
    "O pixel na Shopify está danificado. Avise o suporte do aplicativo, que pode lançar o pixel de novo; o servidor continua informando os pedidos.",
  pixel_refused_not_found:
    "A Shopify não encontra o pixel que nomeou. Salve as configurações de novo, e um novo é criado.",
  pixel_refused_no_extension:
    "A Shopify ainda não tem o pixel, porque o operador do aplicativo não o lançou. Avise o suporte do aplicativo; o servidor continua informando os pedidos.",
  pixel_refused_taken:
    "A Shopify diz que o aplicativo já tem um pixel nesta loja, e não o mostra. Salve as configurações de novo; se continuar assim, desinstale o aplicativo e instale-o outra vez.",
  pixel_refused_unable_to_delete:
    "A Shopify não pôde tirar o pixel. Salve as configurações de novo; se continuar assim, desinstalar o aplicativo o tira.",
  pixel_refused_unexpected_error:
    "A Shopify não pôde mudar o pixel no momento. Salve as configurações de novo em alguns minutos; se continuar assim, avise o suporte do aplicativo.",
  pixel_silent:
    "Ainda não se ouviu dele. Ele fala quando um visitante que permite marketing abre uma página da sua loja.",
  pixel_silent_by_mode:
    "Neste modo de rastreamento ele informa só ao Pinterest, então o aplicativo não ouve dele.",
  tracking_mode_both:
    "O navegador e o servidor informam cada ato sob um mesmo ID, e o Pinterest o conta uma vez. Um bloqueador de anúncios então só custa a parte do navegador.",
  tracking_mode_server_only:
    "O navegador do visitante nunca contata o Pinterest. O pixel diz ao aplicativo o que foi feito, e o servidor informa.",
  tracking_mode_browser_only:
    "Só o navegador do visitante informa. O servidor não envia nada, nem pedidos; o que um bloqueador de anúncios barra não é informado, nem pedidos de outros canais.",
  tracking_mode_coexistence:
    "Para lojas que mantêm o pixel do canal de vendas do Pinterest. Nossa parte no navegador fica desligada, e o servidor usa o ID que a Shopify dá a cada ato, para que o Pinterest possa contar o nosso e o deles como um só. Isso supõe que os dois pixels veem o mesmo ID, o que não foi confirmado em uma loja real: compare os checkouts de um dia no Pinterest Ads Manager antes de confiar nisso. Um pedido cujo ID não é conhecido não é informado.",
  reported_events_help:
    "O que o Pinterest fica sabendo de cada ato. Uma compra é sempre informada como checkout, conforme as configurações em “Pedidos”.",
  theme_events_help:
    "Seu tema pode publicá-los com Shopify.analytics.publish. Nomes que o pixel informa por si, como uma visita de página, contariam duas vezes se seu tema também os publicasse.",
  matching_help:
    "Com isto ligado, o navegador envia ao Pinterest um e-mail e um ID de cliente, ambos com hash, onde a Shopify os dá ao pixel. Isso ajuda o Pinterest a reconhecer pessoas; o servidor envia dados com hash dos pedidos de qualquer forma.",
  rotate_key_explained:
    "O pixel diz ao aplicativo qual é a sua loja com uma chave pública, que o navegador de cada visitante pode ler. Ela não abre nada, mas alguém poderia usá-la para enviar visitas inventadas. Uma chave nova os deixa de fora.",
  rotate_key_question_explained:
    "O pixel recebe a chave nova em segundos. Páginas abertas em navegadores mantêm a antiga até serem recarregadas; o que informam é recusado. Os pedidos não são afetados.",
};
