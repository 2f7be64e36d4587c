export const connection = {
  connection_not_connected:
    "Es ist kein Pinterest-Konto verbunden, daher wird keine Bestellung gemeldet. Verbinden Sie ein Konto oder geben Sie ein Conversion-Zugriffstoken ein.",
  connection_connected:
    "Bestellungen werden an das Pinterest-Werbekonto {adAccountId} gemeldet, sobald sie eingehen. Es ist nichts zu tun.",
  connection_needs_attention:
    "Pinterest lehnt die Verbindung ab. Prüfen Sie die IDs und das Token in den Einstellungen.",
  attention_token_refused:
    "Pinterest nimmt das Conversion-Zugriffstoken nicht mehr an. Verbinden Sie Ihr Pinterest-Konto neu, oder erstellen Sie im Pinterest Ads Manager ein neues Token und speichern Sie es unter „Einstellungen“; die wartenden Bestellungen werden dann gesendet.",
  attention_no_permission:
    "Pinterest sagt, dass das Token für dieses Werbekonto nichts melden darf. Erstellen Sie ein Token in genau diesem Werbekonto und speichern Sie es unter „Einstellungen“; die wartenden Bestellungen werden dann gesendet.",
  attention_account_not_found:
    "Pinterest kennt kein Werbekonto mit dieser ID. Berichtigen Sie die Werbekonto-ID unter „Einstellungen“; die wartenden Bestellungen werden dann gesendet.",
  test_accepted:
    "Pinterest hat das Test-Event angenommen. Die Verbindung funktioniert; es ist nichts zu tun.",
  test_token_refused:
    "Pinterest nimmt das Conversion-Zugriffstoken nicht mehr an (401). Erstellen Sie im Pinterest Ads Manager ein neues, geben Sie es hier ein und speichern Sie.",
  test_no_permission:
    "Das Token darf für dieses Werbekonto nichts melden (403). Prüfen Sie die Werbekonto-ID oder erstellen Sie ein Token in genau diesem Werbekonto und speichern Sie.",
  test_account_not_found:
    "Pinterest kennt kein Werbekonto mit dieser ID (404). Kopieren Sie die Werbekonto-ID erneut und achten Sie darauf, dass es nicht die Tag-ID ist.",
  test_rate_limited:
    "Pinterest hat in kurzer Zeit zu viele Anfragen erhalten (429). Über das Token sagt das nichts; testen Sie in einer Minute erneut.",
  test_unavailable:
    "Pinterest kann zurzeit nicht antworten. Über das Token sagt das nichts; testen Sie in einigen Minuten erneut.",
  test_timeout:
    "Pinterest hat nicht rechtzeitig geantwortet. Über das Token sagt das nichts; testen Sie in einigen Minuten erneut.",
  test_network:
    "Pinterest war vom Server der App aus nicht erreichbar. Testen Sie in einigen Minuten erneut; bleibt es dabei, melden Sie sich beim Support der App.",
  test_refused:
    "Pinterest hat die IDs und das Token angenommen, aber nicht das Test-Event. Bestellungen können trotzdem ankommen; zeigen die neuesten Bestellungen Fehler, melden Sie sich beim Support der App.",
  tag_id_missing: "Geben Sie die Tag-ID ein.",
  tag_id_malformed: "Eine Tag-ID hat 6 bis 20 Ziffern und sonst nichts.",
  ad_account_id_missing: "Geben Sie die Werbekonto-ID ein.",
  ad_account_id_malformed: "Eine Werbekonto-ID hat bis zu 18 Ziffern und sonst nichts.",
  ad_account_id_is_tag_id: "Das ist noch einmal die Tag-ID. Das Werbekonto hat eine eigene ID.",
  token_missing: "Geben Sie ein Conversion-Zugriffstoken ein.",
  token_malformed:
    "Das ist kein Token. Kopieren Sie es ganz, ohne Anführungszeichen, Leerzeichen oder Zeilenumbrüche.",
  tag_id_help:
    "Öffnen Sie im Pinterest Ads Manager „Conversions“. Die ID steht beim Tag und hat meist 13 Ziffern.",
  ad_account_id_help:
    "Öffnen Sie im Pinterest Ads Manager das Menü mit dem Namen Ihres Werbekontos; die ID steht unter dem Namen. Sie ist nicht die Tag-ID.",
  token_help:
    "Öffnen Sie im Pinterest Ads Manager „Conversions“, dann „Conversions API“, dann „API einrichten“, und erstellen Sie ein neues Token.",
  token_kept:
    "Das gespeicherte Token endet auf ••••{lastFour} und kann nicht noch einmal gezeigt werden. Lassen Sie das Feld leer, um es zu behalten, oder geben Sie ein neues ein, um es zu ersetzen.",
  token_needed:
    "Die IDs sind noch da, aber das Conversion-Zugriffstoken wurde gelöscht, als die App deinstalliert oder getrennt wurde. Geben Sie ein Token ein und speichern Sie, um wieder Bestellungen zu melden.",
  test_explained: "Pinterest beantwortet ein erfundenes Event und zeichnet es nicht auf.",
  test_while_unsaved:
    "Der Test verwendet, was gespeichert ist. Speichern oder verwerfen Sie Ihre Änderungen, bevor Sie die Verbindung testen.",
  test_unchosen: "Es gibt noch nichts zu testen. Wählen Sie unten zuerst das Werbekonto.",
  connection_unchosen:
    "Das Pinterest-Konto ist verbunden. Wählen Sie unten das Werbekonto und den Tag; bis dahin wird keine Bestellung gemeldet.",
  test_incomplete:
    "Es gibt noch nichts zu testen. Speichern Sie die IDs und ein Conversion-Zugriffstoken, bevor Sie testen.",
  receipt_token:
    "Das Conversion-Zugriffstoken, das auf ••••{lastFour} endete, wurde hier gelöscht.",
  receipt_account: "Das Pinterest-Konto {name} wurde mit seinen Token vergessen.",
  receipt_given_back: "Pinterest wurde gebeten, die Token des Kontos zurückzunehmen.",
  receipt_pixel: "Der Pixel wird aus Ihrem Shop herausgenommen.",
  receipt_settings_stay: "Tag-ID, Werbekonto-ID und alle anderen Einstellungen bleiben hier.",
  receipt_events_wait: "Events, die hier auf die nächste Verbindung warten: {count}.",
  receipt_feeds_stay:
    "Feeds, die bei Pinterest registriert bleiben und dort vielleicht weiter abgerufen werden: {count}. Löschen Sie sie in den Katalogen von Pinterest, wenn Sie nicht zurückkommen.",
  receipt_permission_stays:
    "Die Erlaubnis bleibt in den Einstellungen von Pinterest bestehen. Um sie zurückzunehmen, öffnen Sie dort „Sicherheit“, dann „Verbundene Apps“.",
  disconnect_explained:
    "Das Conversion-Zugriffstoken wird gelöscht und ein verbundenes Pinterest-Konto vergessen. Noch nicht gesendete Bestellungen warten, und neue werden nicht gemeldet, bis Sie wieder verbinden. Die IDs und alle anderen Einstellungen bleiben.",
};
