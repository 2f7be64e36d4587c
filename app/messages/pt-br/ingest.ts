export const ingest = {
  event_unreadable: "Estes campos são desconhecidos ou não servem: {fields}.",
  event_name_missing: "Dê um nome ao evento: envie name, como add_to_cart.",
  event_name_unknown: "Não há evento {name}. O mais próximo é {nearest}.",
  event_id_missing:
    "Envie eventId, o mesmo em cada envio deste ato: por ele o Pinterest e este aplicativo contam o ato uma só vez.",
  time_unreadable:
    "A hora em occurredAt não pode ser lida. Envie ISO 8601 com o fuso, como 2026-11-06T04:00:00Z, ou segundos Unix.",
  time_in_milliseconds:
    "A hora em occurredAt está em milissegundos. Envie segundos Unix: divida-a por 1000.",
  url_unreadable: "A página não é um endereço da web. Envie-o inteiro, começando com https://.",
  language_unreadable: "O idioma não começa com duas letras. Envie um código como en.",
  currency_unknown: "Não há moeda {currency}. Envie seu código de três letras, como USD.",
  currency_missing: "Um valor sem a moeda não diz nada. Envie também a moeda.",
  amount_negative: "O valor em {field} é negativo. Envie o que foi pago, ou deixe-o de fora.",
};

export const actSkipReasons = {
  act_too_old: "O evento tem mais de 7 dias, e o Pinterest não conta nada mais antigo.",
  act_no_identity:
    "O Pinterest não poderia associá-lo a ninguém: envie um e-mail, um ID de publicidade móvel, ou o endereço IP junto com o user agent.",
  act_consent_denied:
    "O comprador não aceitou o marketing, ou recusou a venda dos seus dados. Essa escolha é respeitada; não há nada a fazer.",
  act_consent_unknown:
    "A escolha do comprador sobre marketing não é conhecida, e as configurações deixam de fora tais eventos deste país. Envie os indicadores de consentimento com o evento, ou mude as configurações, em “Privacidade”.",
  act_not_connected: "Nenhuma conta do Pinterest está conectada. Conecte uma nas configurações.",
};

export const serverEvents = {
  server_events_explained:
    "Uma loja headless, um aplicativo ou outro sistema seu pode informar o que os compradores fazem. O aplicativo aplica hash aos dados pessoais na chegada, respeita a escolha do comprador e conta cada evento uma vez pelo ID do evento.",
  ingest_url_help:
    "Envie requisições POST para cá, com um segredo como token bearer e até 1000 eventos em cada uma.",
  ingest_secrets_none: "Ainda não há segredo, então nada é aceito. Crie um para começar.",
  ingest_secrets_full:
    "Dois segredos valem ao mesmo tempo, para que um novo possa ser implantado antes de o antigo sair. Revogue um para criar outro.",
  ingest_secret_once:
    "Copie-o agora e guarde-o onde ficam os segredos do seu servidor. Ele não é guardado aqui e não pode ser mostrado de novo.",
  revoke_explained:
    "Quem ainda usa este segredo é recusado na hora. Certifique-se de que seus servidores usam o outro.",
};
