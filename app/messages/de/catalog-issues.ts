export const catalogIssues = {
  issue_adult_invalid:
    "Pinterest kann nicht lesen, ob der Artikel nur für Erwachsene ist. Schreiben Sie true oder false.",
  issue_adwords_format_invalid:
    "Der Anzeigenlink ist länger, als Pinterest annimmt. Kürzen Sie ihn auf 2000 Zeichen.",
  issue_availability_invalid:
    "Pinterest weiß nicht, ob der Artikel gekauft werden kann. Verwenden Sie in stock, out of stock oder preorder.",
  issue_blocklisted_image_signature:
    "Pinterest lehnt das Bild nach seinen Händlerrichtlinien ab. Wählen Sie ein anderes Bild.",
  issue_delimiter_error:
    "Die Datei hat nicht das Format, das sie angibt, oder ein Anführungszeichen darin wird nie geschlossen. Prüfen Sie das Format und exportieren Sie die Datei erneut.",
  issue_description_missing:
    "Der Artikel hat keine Beschreibung. Schreiben Sie eine für das Produkt; bis dahin steht, wo es geht, der Titel dafür.",
  issue_duplicate_products:
    "Ein anderer Artikel hat dieselbe ID, und nur der erste wird veröffentlicht. Geben Sie jeder Variante eine eigene SKU oder wählen Sie in den Einstellungen eine andere Artikel-ID.",
  issue_encoding_error: "Die Datei ist nicht in UTF-8. Speichern Sie sie als UTF-8.",
  issue_feed_length_too_long:
    "Der Feed hat mehr Artikel, als Pinterest annimmt. Lassen Sie weg, was nicht verkauft wird.",
  issue_feed_too_small:
    "Der Feed hat keine Artikel. Prüfen Sie, ob Produkte aktiv und im Onlineshop veröffentlicht sind.",
  issue_fetch_error:
    "Pinterest konnte den Feed nicht herunterladen. Prüfen Sie, ob sich seine Adresse ohne eine Seite dazwischen öffnen lässt.",
  issue_fetch_inactive_feed_error:
    "Der Feed hat sich 90 Tage lang nicht geändert, daher liest Pinterest ihn nicht. Ändern Sie ein Produkt oder entfernen Sie den Feed.",
  issue_image_link_invalid:
    "Die Adresse des Hauptbilds ist keine Webadresse. Laden Sie das Bild erneut hoch.",
  issue_image_link_length_too_long:
    "Die Adresse des Hauptbilds ist länger als 2000 Zeichen. Laden Sie das Bild unter einem kürzeren Namen hoch.",
  issue_image_link_missing:
    "Der Artikel hat kein Bild. Fügen Sie dem Produkt oder der Variante eines hinzu.",
  issue_internal_service_error:
    "Pinterest konnte den Feed nicht lesen. Es ist nichts zu tun; innerhalb von 24 Stunden wird es erneut versucht.",
  issue_invalid_domain:
    "Die Seite des Artikels liegt nicht auf einer Website, die das Pinterest-Konto beansprucht hat. Beanspruchen Sie die Domain bei Pinterest.",
  issue_item_main_image_download_failure:
    "Pinterest konnte das Hauptbild nicht abrufen. Prüfen Sie, ob es sich öffnen lässt und mindestens 75 mal 75 Pixel hat.",
  issue_itemid_missing: "Der Artikel hat keine ID. Geben Sie jeder Zeile eine ID.",
  issue_link_format_invalid:
    "Die Adresse der Artikelseite ist keine Webadresse. Prüfen Sie den Handle des Produkts und die Adresse des Shops.",
  issue_link_length_too_long:
    "Die Adresse der Artikelseite ist länger als 511 Zeichen. Kürzen Sie den Handle des Produkts.",
  issue_list_price_invalid:
    "Der Listenpreis lässt sich nicht lesen. Schreiben Sie ihn wie 24.99 USD.",
  issue_malformed_xml: "Die Datei ist kein wohlgeformtes XML. Exportieren Sie sie erneut.",
  issue_max_items_per_item_group_exceeded:
    "Das Produkt hat mehr Varianten, als Pinterest annimmt. Teilen Sie es in mehrere Produkte.",
  issue_no_verified_domain:
    "Das Pinterest-Konto hat keine Website beansprucht. Beanspruchen Sie die Domain des Shops bei Pinterest.",
  issue_parse_line_error:
    "Eine Zeile passt nicht zur Kopfzeile. Prüfen Sie sie auf fehlende oder überzählige Felder und auf verirrte Anführungszeichen.",
  issue_pinjoin_content_unsafe:
    "Pinterest lehnt den Artikel nach seinen Händlerrichtlinien ab. Lassen Sie ihn im Feed weg.",
  issue_price_cannot_be_determined:
    "Preis, Listenpreis und Angebotspreis widersprechen einander. Behalten Sie nur Preis und Angebotspreis.",
  issue_price_missing:
    "Der Artikel hat keinen Preis oder kostet nichts. Geben Sie einen Preis ein oder lassen Sie den Artikel im Feed weg.",
  issue_product_link_missing:
    "Der Artikel hat keine Seite. Veröffentlichen Sie das Produkt im Onlineshop.",
  issue_product_price_invalid:
    "Der Preis ist kein Betrag in der Währung des Feeds. Legen Sie für diesen Markt einen Preis fest.",
  issue_required_columns_missing:
    "Eine Spalte fehlt, die jeder Feed haben muss. Fügen Sie sie unter genau diesem Namen in Kleinbuchstaben hinzu.",
  issue_title_missing: "Der Artikel hat keinen Titel. Geben Sie dem Produkt einen.",
  issue_ad_link_format_warning:
    "Der Anzeigenlink ist keine Webadresse und wird daher nicht verwendet. Berichtigen Sie ihn.",
  issue_ad_link_same_as_link:
    "Der Anzeigenlink ist der Link des Artikels selbst. Lassen Sie ihn weg oder ergänzen Sie, was Anzeigen unterscheidet.",
  issue_additional_image_link_length_too_long:
    "Die Adresse eines weiteren Bilds ist länger als 2000 Zeichen. Laden Sie es unter einem kürzeren Namen hoch.",
  issue_additional_image_link_warning:
    "Die Adresse eines weiteren Bilds ist keine Webadresse, daher wird das Bild nicht gezeigt. Laden Sie es erneut hoch.",
  issue_adwords_format_warning:
    "Der Anzeigenlink ist keine Webadresse und wird daher nicht verwendet. Berichtigen Sie ihn.",
  issue_adwords_same_as_link:
    "Der Anzeigenlink ist der Link des Artikels selbst. Lassen Sie ihn weg oder ergänzen Sie, was Anzeigen unterscheidet.",
  issue_age_group_invalid:
    "Pinterest kennt diese Altersgruppe nicht, daher sehen weniger Menschen den Artikel. Verwenden Sie newborn, infant, toddler, kids oder adult.",
  issue_android_deep_link_invalid:
    "Der Link in die Android-App lässt sich nicht lesen. Berichtigen Sie ihn.",
  issue_availability_date_invalid:
    "Das Datum, ab dem der Artikel da ist, lässt sich nicht lesen. Schreiben Sie es wie 2026-12-24.",
  issue_country_does_not_map_to_currency:
    "Die Währung ist im Land des Feeds ungewöhnlich. Prüfen Sie Land und Währung des Feeds.",
  issue_custom_label_length_too_long:
    "Ein benutzerdefiniertes Label ist länger als 511 Zeichen und wird daher nicht verwendet. Kürzen Sie es.",
  issue_description_length_too_long:
    "Die Beschreibung wird nach 10000 Zeichen abgeschnitten. Kürzen Sie sie, wenn ihr Ende wichtig ist.",
  issue_duplicate_headers:
    "Die Kopfzeile hat eine Spalte zweimal, und nur die erste zählt. Entfernen Sie die zweite.",
  issue_expiration_date_invalid:
    "Das Datum, an dem der Artikel endet, lässt sich nicht lesen. Schreiben Sie es wie 2026-12-24.",
  issue_fetch_same_signature:
    "Der Feed hat sich nicht geändert, seit Pinterest ihn zuletzt gelesen hat. Es ist nichts zu tun.",
  issue_gender_invalid:
    "Pinterest kennt dieses Geschlecht nicht, daher sehen weniger Menschen den Artikel. Verwenden Sie male, female oder unisex.",
  issue_gtin_invalid:
    "Der Barcode ist keine GTIN und wird daher nicht verwendet. Prüfen Sie seine Ziffern oder lassen Sie ihn leer.",
  issue_image_link_warning:
    "Pinterest kann die Adresse eines Bilds nicht verwenden. Laden Sie das Bild erneut hoch.",
  issue_inconsistent_currency_values:
    "Die Preise des Artikels haben eine andere Währung als die davor. Verwenden Sie je Feed eine Währung.",
  issue_indexed_product_count_large_delta:
    "Der Feed hat weit mehr oder weit weniger Artikel als beim letzten Mal. Prüfen Sie, ob nichts fehlt.",
  issue_ios_deep_link_invalid:
    "Der Link in die iOS-App lässt sich nicht lesen. Berichtigen Sie ihn.",
  issue_is_bundle_invalid:
    "Pinterest kann nicht lesen, ob der Artikel ein Bundle ist. Schreiben Sie true oder false.",
  issue_item_additional_image_download_failure:
    "Pinterest konnte ein weiteres Bild nicht abrufen. Prüfen Sie, ob es sich öffnen lässt.",
  issue_link_format_warning:
    "Der Link hat UTM-Parameter, die leer, doppelt oder unbekannt sind. Berichtigen Sie sie.",
  issue_min_ad_price_invalid:
    "Der niedrigste Anzeigenpreis lässt sich nicht lesen. Schreiben Sie ihn wie 24.99 USD.",
  issue_mpn_invalid:
    "Die Herstellernummer enthält Zeichen, die keine solche Nummer hat. Berichtigen Sie sie oder lassen Sie sie leer.",
  issue_multipack_invalid: "Die Größe des Mehrfachpacks ist keine Zahl ab 2. Berichtigen Sie sie.",
  issue_optional_condition_invalid:
    "Pinterest kennt diesen Zustand nicht, daher sehen weniger Menschen den Artikel. Verwenden Sie new, used oder refurbished.",
  issue_optional_condition_missing:
    "Der Zustand ist nicht angegeben, daher sehen weniger Menschen den Artikel. Geben Sie ihn an, meist new.",
  issue_optional_product_category_invalid:
    "Die Kategorie hat nicht die Form der Liste von Google. Verwenden Sie ihre Nummer oder ihre Ebenen, verbunden mit ' > '.",
  issue_optional_product_category_missing:
    "Der Artikel hat keine Kategorie, daher sehen ihn weniger Menschen. Wählen Sie eine für das Produkt.",
  issue_product_category_depth_warning:
    "Die Kategorie hat weniger als drei Ebenen, daher sehen weniger Menschen den Artikel. Wählen Sie eine engere.",
  issue_product_type_length_too_long:
    "Der Produkttyp ist länger als 1000 Zeichen und wird daher nicht verwendet. Kürzen Sie ihn.",
  issue_sale_date_invalid:
    "Der Zeitraum des Angebots lässt sich nicht lesen. Schreiben Sie Beginn und Ende wie 2026-11-27T00:00:00Z/2026-11-30T23:59:59Z.",
  issue_sales_price_invalid:
    "Der Angebotspreis lässt sich nicht lesen. Schreiben Sie ihn wie 19.99 USD.",
  issue_sales_price_too_high:
    "Der Angebotspreis liegt nicht unter dem Preis und wird daher nicht gezeigt. Berichtigen Sie einen der beiden.",
  issue_sales_price_too_low:
    "Der Angebotspreis ist weniger als ein Zehntel des Preises. Prüfen Sie, ob eine Ziffer verrutscht ist.",
  issue_shipping_height_invalid:
    "Die Höhe des Pakets lässt sich nicht lesen. Schreiben Sie sie wie 12 in.",
  issue_shipping_invalid:
    "Die Versandkosten lassen sich nicht lesen. Schreiben Sie sie wie US:CA:Ground:5.00 USD.",
  issue_shipping_weight_invalid: "Das Gewicht lässt sich nicht lesen. Schreiben Sie es wie 3 kg.",
  issue_shipping_width_invalid:
    "Die Breite des Pakets lässt sich nicht lesen. Schreiben Sie sie wie 12 in.",
  issue_size_system_invalid:
    "Pinterest kennt dieses Größensystem nicht. Verwenden Sie US, UK, EU, DE, FR, JP, CN, IT, BR, MEX oder AU.",
  issue_size_type_invalid:
    "Pinterest kennt diese Größenart nicht, daher sehen weniger Menschen den Artikel. Verwenden Sie regular, petite, plus, big_and_tall oder maternity.",
  issue_tax_invalid: "Die Steuer lässt sich nicht lesen. Schreiben Sie sie wie US:1025433:6.00:y.",
  issue_title_length_too_long:
    "Der Titel wird nach 500 Zeichen abgeschnitten. Kürzen Sie ihn, wenn sein Ende wichtig ist.",
  issue_too_many_additional_image_links:
    "Pinterest zeigt zehn weitere Bilder und lässt den Rest weg. Stellen Sie die besten an den Anfang.",
  issue_updated_time_invalid:
    "Die Zeit der letzten Änderung lässt sich nicht lesen. Schreiben Sie sie wie 2026-11-22T09:00:00Z.",
  issue_utm_source_auto_corrected:
    "Pinterest berichtigt utm_source im Link. Schreiben Sie es einmal, nur mit Buchstaben und Ziffern.",
  issue_video_required_when_ad_video_provided:
    "Der Artikel hat ein Anzeigenvideo und kein eigenes Video. Fügen Sie das Video hinzu.",
  issue_weight_unit_invalid:
    "Pinterest kennt die Gewichtseinheit nicht. Verwenden Sie lb, oz, g oder kg.",
};
