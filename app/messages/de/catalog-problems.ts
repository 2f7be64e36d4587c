export const catalogProblems = {
  catalog_invalid_request:
    "Pinterest nimmt die Beschreibung des Feeds nicht so an, wie die App sie gesendet hat. Melden Sie sich beim Support der App; am Feed selbst liegt es nicht.",
  catalog_not_permitted:
    "Das verbundene Pinterest-Konto darf diesen Katalog nicht verwalten. Bitten Sie den Inhaber des Werbekontos um die Rolle „Katalogmanager“ oder verbinden Sie das Konto des Inhabers.",
  catalog_business_account_required:
    "Pinterest nimmt Kataloge nur von Unternehmenskonten an. Wandeln Sie das Konto bei Pinterest kostenlos um und registrieren Sie den Feed erneut.",
  catalog_no_reports:
    "Pinterest hat noch keinen Bericht über diesen Feed. Warten Sie auf den ersten Abruf, der innerhalb eines Tages kommt.",
  catalog_reports_not_permitted:
    "Pinterest zeigt seine Berichte dem verbundenen Konto nicht. Verbinden Sie das Konto erneut und lassen Sie jede Berechtigung eingeschaltet.",
  catalog_merchant_disapproved:
    "Die Prüfung von Pinterest hat das Konto nicht als Händler zugelassen. Lesen Sie den Grund im Business Hub von Pinterest und legen Sie dort Einspruch ein; registrieren Sie den Feed danach erneut.",
  catalog_merchant_under_review:
    "Pinterest prüft das Konto und nimmt währenddessen keine Änderungen an Feeds an. Warten Sie auf die E-Mail; die App versucht es jeden Tag von selbst.",
  catalog_feed_unknown:
    "Pinterest hat diesen Feed nicht mehr; er wurde dort gelöscht. Registrieren Sie ihn erneut, um seine Produkte zurückzubringen, oder lassen Sie es dabei.",
  catalog_feed_has_promotions:
    "Produkte dieses Feeds sind in laufenden Anzeigen, daher löscht Pinterest ihn nicht. Pausieren Sie diese Anzeigen zuerst im Pinterest Ads Manager.",
  catalog_no_website:
    "Das Pinterest-Konto nennt keine Website. Beanspruchen Sie die Adresse Ihres Shops in den Einstellungen von Pinterest und registrieren Sie den Feed erneut.",
  catalog_website_not_claimed:
    "Die Adresse des Shops ist bei Pinterest noch nicht beansprucht. Beanspruchen Sie sie in den Einstellungen von Pinterest unter „Beanspruchte Konten“ und registrieren Sie den Feed erneut.",
  catalog_feed_name_taken:
    "Pinterest hat einen anderen Feed mit diesem Namen. Benennen Sie jenen bei Pinterest um oder löschen Sie ihn, wenn er nicht gebraucht wird, und registrieren Sie diesen erneut.",
  catalog_market_not_supported:
    "Pinterest nimmt für dieses Land und diese Sprache keine Feeds an. Wählen Sie eine andere Sprache für den Markt oder lassen Sie ihn weg.",
  catalog_no_catalog:
    "Das Pinterest-Konto hat noch keinen Katalog. Registrieren Sie den Feed erneut, dann entsteht einer.",
  catalog_result_unknown:
    "Pinterest hat das Ergebnis dieses Abrufs nicht mehr. Es ist nichts zu tun; der nächste Abruf bringt ein neues.",
  catalog_batch_unknown:
    "Pinterest weiß nicht, was aus einer Preisaktualisierung geworden ist. Es ist nichts zu tun; der nächste Abruf des Feeds bringt die Preise.",
  catalog_language_unknown:
    "Die Kataloge von Pinterest kennen die Sprache des Feeds nicht. Wählen Sie eine andere Sprache für den Markt oder lassen Sie ihn weg.",
  catalog_refused:
    "Pinterest hat den Feed aus einem Grund abgelehnt, den die App nicht kennt. Versuchen Sie es morgen erneut; bleibt es dabei, melden Sie sich beim Support der App.",
};
