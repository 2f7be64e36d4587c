export const account = {
  sign_in_denied:
    "Pinterest erhielt keine Erlaubnis zur Verbindung, daher wurde nichts geändert. War das nicht beabsichtigt, verbinden Sie erneut und erlauben Sie den Zugriff.",
  sign_in_expired:
    "Die Anmeldung bei Pinterest dauerte länger als zehn Minuten, daher wurde nichts geändert. Verbinden Sie erneut.",
  sign_in_other_browser:
    "Der Rückweg von Pinterest kam aus einem anderen Browser als dem, der losgeschickt wurde, daher wurde nichts geändert. Verbinden Sie erneut und bleiben Sie in einem Browser.",
  sign_in_code_refused:
    "Pinterest hat seine eigene Antwort nicht angenommen, daher wurde nichts geändert. Verbinden Sie erneut; bleibt es dabei, melden Sie sich beim Support der App.",
  sign_in_app_refused:
    "Pinterest nimmt diese App zurzeit nicht an, daher wurde nichts geändert. Melden Sie sich beim Support der App; bis dahin kann unten ein Conversion-Zugriffstoken eingegeben werden.",
  sign_in_scopes_missing:
    "Pinterest erlaubt der App weniger, als sie braucht, daher wurde nichts geändert. Verbinden Sie erneut und lassen Sie jede Berechtigung eingeschaltet.",
  sign_in_unreachable:
    "Pinterest hat nicht geantwortet, daher wurde nichts geändert. Verbinden Sie in einigen Minuten erneut.",
  stop_ticket_unknown:
    "Diese Adresse gilt einmal und nur zwei Minuten lang. Schließen Sie diese Seite, gehen Sie im Shopify-Admin zur App zurück und drücken Sie erneut auf „Mit Pinterest verbinden“.",
  stop_state_unknown:
    "Hier wartet niemand auf diese Antwort von Pinterest, daher wurde nichts geändert. Gehen Sie im Shopify-Admin zur App zurück und drücken Sie erneut auf „Mit Pinterest verbinden“.",
  stop_state_used:
    "Diese Antwort von Pinterest wurde schon verwendet, und jetzt wurde nichts geändert. Gehen Sie im Shopify-Admin zur App zurück; ihre Einstellungen sagen, ob ein Konto verbunden ist.",
  stop_other_browser:
    "Dies ist nicht der Browser, in dem die Verbindung mit Pinterest begann, daher wurde nichts geändert. Gehen Sie im Shopify-Admin zur App zurück und drücken Sie dort auf „Mit Pinterest verbinden“.",
  stop_not_configured:
    "Diese App verbindet sich nicht mit Pinterest-Konten. Geben Sie stattdessen in den Einstellungen der App ein Conversion-Zugriffstoken ein.",
  account_access_revoked:
    "Pinterest lässt die App dieses Konto nicht mehr verwenden. Verbinden Sie es erneut; Events werden weiter gemeldet, solange das Conversion-Zugriffstoken angenommen wird.",
  account_access_expired:
    "Die Erlaubnis für dieses Konto ist abgelaufen, weil sie nicht rechtzeitig erneuert werden konnte. Verbinden Sie es erneut; Events werden weiter gemeldet, solange das Conversion-Zugriffstoken angenommen wird.",
  problem_no_account: "Es ist kein Pinterest-Konto verbunden. Verbinden Sie zuerst eines.",
  problem_account_lost:
    "Pinterest lässt die App dieses Konto nicht mehr verwenden. Verbinden Sie es erneut; sonst wurde nichts geändert.",
  problem_account_unreachable:
    "Pinterest hat nicht geantwortet, daher wurde nichts geändert. Versuchen Sie es in einer Minute erneut.",
  problem_account_refused:
    "Pinterest erlaubt dies dem verbundenen Konto nicht. Bitten Sie den Inhaber des Werbekontos um eine Rolle, die Conversions melden darf, oder verbinden Sie ein anderes Konto.",
  problem_ad_account_unknown:
    "Das verbundene Konto darf für dieses Werbekonto nichts melden. Wählen Sie ein anderes oder bitten Sie den Inhaber um eine Rolle.",
  problem_tag_unknown:
    "Dieses Tag gehört nicht zum Werbekonto. Wählen Sie eines aus der Liste; ein neues Tag wird im Pinterest Ads Manager unter „Conversions“ angelegt.",
  account_explained:
    "Melden Sie sich bei Pinterest an und erlauben Sie der App den Zugriff. Wählen Sie danach Werbekonto und Tag aus einer Liste; das Conversion-Zugriffstoken wird für Sie erstellt, und der Katalog kann aktuell gehalten werden.",
  account_offered:
    "Das Pinterest-Konto {name} hat der App Zugriff gegeben. Nichts verwendet es, bevor Sie bestätigen, dass es das richtige ist; was jetzt verbunden ist, läuft bis dahin weiter.",
  account_offered_to_other:
    "Das Pinterest-Konto {name} hat der App Zugriff gegeben. Nur das Teammitglied, das sich bei Pinterest angemeldet hat, kann es bestätigen. Für ein anderes Konto verbinden Sie erneut.",
  account_not_business:
    "Dies ist ein privates Pinterest-Konto. Anzeigen und Kataloge brauchen ein Unternehmenskonto: Wandeln Sie es bei Pinterest kostenlos um oder verbinden Sie ein anderes.",
  account_active: "Verbunden mit dem Pinterest-Konto {name}.",
  choose_explained:
    "Wählen Sie, worüber Ihre Events gemeldet werden. Die App erstellt dafür ein eigenes Conversion-Zugriffstoken, das an die Stelle des gespeicherten tritt.",
  ad_accounts_none:
    "Dieses Pinterest-Konto hat kein Werbekonto. Legen Sie im Pinterest Ads Manager eines an und laden Sie diese Seite neu.",
  tags_none:
    "Dieses Werbekonto hat noch kein Tag. Legen Sie im Pinterest Ads Manager unter „Conversions“ eines an und laden Sie diese Seite neu.",
  ad_account_no_role: "Das verbundene Konto darf für dieses nichts melden.",
  websites_claimed:
    "Beanspruchte Websites: {websites}. Produkte von dort können auf Pinterest gezeigt werden.",
  websites_none:
    "Bei Pinterest ist keine Website beansprucht. Beanspruchen Sie die Adresse Ihres Shops in den Einstellungen von Pinterest, bevor Sie einen Katalog veröffentlichen; Events brauchen das nicht.",
  remove_account_explained:
    "Die App vergisst dieses Konto: Listen, Katalog und Preisaktualisierungen enden. Events laufen mit dem gespeicherten Conversion-Zugriffstoken weiter, bis Sie die Verbindung trennen. Um die Erlaubnis auch bei Pinterest zurückzunehmen, öffnen Sie dort die Einstellungen, dann „Sicherheit“, dann „Verbundene Apps“.",
};
