export const ingestionIssues = {
  ingestion_account_flagged:
    "Pinterest hat das Konto markiert und nimmt keinen Feed von ihm an. Sehen Sie sich den Status des Kontos bei Pinterest an und legen Sie dort Einspruch ein.",
  ingestion_google_sheet:
    "Pinterest sagt, dass der Feed ein Google Sheet ist, das nicht richtig freigegeben ist. Geben Sie es für alle frei, die den Link haben.",
  ingestion_internal_error:
    "Pinterest hatte selbst eine Störung. Es ist nichts zu tun; es wird innerhalb eines Tages erneut versucht.",
  ingestion_large_decrease:
    "Seit dem letzten Abruf sind fast alle Artikel verschwunden, daher hat Pinterest nichts übernommen. Prüfen Sie, ob die Produkte veröffentlicht sind; sind sie wirklich weg, schreiben Sie dem Support von Pinterest.",
  ingestion_ad_image:
    "Pinterest konnte das Bild nicht für Anzeigen verwenden. Prüfen Sie, ob es sich öffnen lässt.",
  ingestion_ad_video:
    "Pinterest konnte das Video nicht für Anzeigen verwenden. Prüfen Sie, ob es sich öffnen lässt.",
  ingestion_additional_image:
    "Pinterest konnte ein weiteres Bild nicht verwenden. Prüfen Sie, ob es sich öffnen lässt, oder laden Sie es erneut hoch.",
  ingestion_image:
    "Pinterest konnte das Bild nicht verwenden. Prüfen Sie, ob es sich öffnen lässt, oder laden Sie es erneut hoch.",
  ingestion_video:
    "Pinterest konnte das Video nicht verwenden. Prüfen Sie, ob es sich öffnen lässt, oder laden Sie es erneut hoch.",
  ingestion_update:
    "Pinterest hat die letzte Änderung von Preis oder Bestand dieser Artikel nicht übernommen. Der Wortlaut steht bei jedem Artikel; der nächste Abruf des Feeds bringt die Änderung.",
  ingestion_checked_image_unreachable:
    "Das Bild ließ sich nicht öffnen, als die App nachsah, und Pinterest bekommt es vielleicht auch nicht. Prüfen Sie, ob es sich öffnen lässt, oder laden Sie es erneut hoch.",
  ingestion_checked_image_too_small:
    "Das Bild hat weniger als 75 mal 75 Pixel, und Pinterest lehnt es ab. Laden Sie ein größeres hoch.",
  ingestion_checked_link_unreachable:
    "Die Seite des Artikels ließ sich nicht öffnen, als die App nachsah. Prüfen Sie, ob das Produkt veröffentlicht ist und weder ein Passwort noch eine App Besucher fernhält.",
  ingestion_checked_link_redirects:
    "Die Seite des Artikels führt anderswohin, was Pinterest ablehnen kann. Prüfen Sie den Handle des Produkts und die Weiterleitungen Ihres Shops.",
  ingestion_other:
    "Pinterest meldet dies unter einem Code, den die App nicht kennt. Suchen Sie den Code in der Hilfe von Pinterest.",
};
