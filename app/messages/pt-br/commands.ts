export const commands = {
  file_unreadable: "Não é possível ler {file}. Verifique o caminho e as permissões.",
  file_not_json: "{file} não é JSON. Verifique se o arquivo está inteiro.",
  order_refused:
    "{file} não é o corpo de um webhook de pedido da Shopify. Estes campos faltam ou não servem: {fields}.",
  settings_refused:
    "As configurações em {file} têm chaves desconhecidas ou valores que não servem: {fields}.",
  context_refused:
    "O contexto em {file} tem chaves desconhecidas ou valores que não servem: {fields}.",
  user_data_refused:
    "{file} não é um objeto JSON de dados do usuário com textos, números ou listas deles. Estas chaves são desconhecidas ou não servem: {fields}.",
  event_refused: "{file} não é um elemento do corpo de /ingest: um objeto JSON com name.",
  now_refused: "--now {text} não é um instante. Escreva-o como 2026-11-06T04:00:00Z.",
  country_refused: "--country {text} não é um país. Escreva seu código de duas letras, como US.",
  bulk_line_refused:
    "A linha {line} de {file} está cortada, ou não é uma linha de uma operação em massa de produtos; o que não serve: {fields}. Baixe o arquivo de novo.",
  feed_is_json: "{file} é JSON e não um arquivo de feed. Indique um arquivo TSV, CSV ou XML.",
  file_unwritable: "Não é possível gravar {file}. Verifique o caminho e as permissões.",
  platform_not_there_yet: "A plataforma {platform} ainda não existe aqui. Use shopify.",
};
