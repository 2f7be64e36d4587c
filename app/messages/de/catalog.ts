export const catalog = {
  catalog_sync_requested: "Der Katalog wird gelesen.",
  catalog_sync_cancelled:
    "Das Lesen endet mit dem nächsten Schritt. Der veröffentlichte Feed bleibt.",
  catalog_sync_over: "Das Lesen war schon zu Ende.",
  catalog_published: "Die Fassung ist veröffentlicht.",
  catalog_not_waiting: "Diese Fassung wartet nicht mehr. Sehen Sie sich die neueste an.",
  catalog_rolled_back:
    "Die frühere Fassung ist wieder veröffentlicht, bis der Katalog das nächste Mal gelesen wird.",
  catalog_not_kept: "Diese Fassung wird nicht mehr aufbewahrt.",
  catalog_too_large_to_compare:
    "Die Dateien sind zu groß, um hier verglichen zu werden. Sie können die frühere ohne Vergleich veröffentlichen.",
  catalog_feed_registered: "Pinterest hat den Feed.",
  catalog_feed_refused: "Pinterest nimmt den Feed nicht an. Der Grund steht unten.",
  catalog_feed_not_registrable:
    "Es gibt noch nichts zu registrieren. Verbinden Sie ein Pinterest-Konto und warten Sie auf die erste Fassung.",
  catalog_feed_removed: "Der Feed ist bei Pinterest entfernt.",
  catalog_pinterest_silent:
    "Pinterest hat nicht geantwortet. Die App versucht es in ein bis zwei Minuten von selbst erneut.",
  catalog_feed_protected:
    "Von nun an fragt der Feed danach. Das Passwort wird nur dieses eine Mal gezeigt. Ist ein Pinterest-Konto verbunden, erfährt Pinterest beides von selbst; sonst geben Sie beides bei Pinterest ein.",
  catalog_feed_unprotected: "Die Adresse allein genügt wieder.",
  catalog_item_checks_on:
    "Die Besuche beginnen innerhalb einer Minute. Ein großer Katalog braucht Stunden.",
  catalog_item_checks_off: "Die App besucht nichts mehr.",
  catalog_format_changed:
    "Das Format ändert sich mit der nächsten Fassung, die gerade erstellt wird.",
  catalog_unreadable:
    "Die App hat diese Seite nicht verstanden. Laden Sie sie neu und versuchen Sie es erneut.",
  join_not_active:
    "Das Produkt ist ein Entwurf oder archiviert und daher nicht im Feed. Aktivieren Sie es, oder lassen Sie es so, wenn es nicht mehr verkauft wird.",
  join_not_published:
    "Das Produkt ist nicht im Onlineshop und daher nicht im Feed. Veröffentlichen Sie es im Onlineshop.",
  join_not_in_market:
    "Das Produkt wird in diesem Land nicht verkauft und ist daher nicht im Feed dieses Marktes. Veröffentlichen Sie es im Katalog des Marktes, oder lassen Sie es so.",
  join_gift_card: "Gutscheine gehören nicht in den Feed. Es ist nichts zu tun.",
  join_excluded:
    "Eine Ihrer Regeln lässt den Artikel im Feed weg. Ändern Sie die Regel unter „Artikel und Spalten“, oder lassen Sie es so, wenn Sie das wollen.",
  join_issue:
    "Ein Fehler hält den Artikel aus dem Feed heraus. Suchen Sie ihn unter den Problemen des Feeds und bringen Sie das Produkt in Ordnung.",
  join_other_format:
    "Der Feed hat dieses Produkt unter einer ID in einem anderen Format. Wurde das Format vor Kurzem geändert, gibt sich das; sonst prüfen Sie, welche IDs Ihre anderen Systeme senden.",
  join_not_found:
    "Der Shop hat diesen Artikel nicht mehr oder hatte ihn nie. Wird er noch verkauft, prüfen Sie, welche IDs Ihre anderen Systeme senden.",
  registration_no_account:
    "Verbinden Sie ein Pinterest-Konto, dann registriert die App den Feed von selbst. Oder geben Sie die Adresse oben bei Pinterest von Hand ein.",
  registration_account_lost:
    "Das Pinterest-Konto muss erneut verbunden werden, bevor Pinterest von dem Feed erfahren kann. Was Pinterest hat, bleibt.",
  registration_unpublished:
    "Der Feed wird registriert, sobald seine erste Fassung veröffentlicht ist.",
  registration_off: "Der Feed ist aus und daher nicht registriert.",
  registration_registering:
    "Pinterest wurde gefragt und hat noch nicht geantwortet. Die App sieht von selbst wieder nach.",
  registration_registered: "Pinterest hat den Feed und ruft ihn jeden Tag ab.",
  registration_refused: "Pinterest nimmt den Feed nicht an. Die App versucht es jeden Tag erneut.",
  registration_removed:
    "Sie haben den Feed bei Pinterest entfernt. Registrieren Sie ihn, um seine Pins zurückzubringen.",
  result_completed: "Pinterest hat den Feed gelesen.",
  result_failed:
    "Pinterest konnte den Feed nicht lesen. Sehen Sie sich die Berichte von Pinterest unter den Problemen an; mit dem nächsten Abruf wird es erneut versucht.",
  result_processing: "Pinterest liest den Feed noch.",
  registration_none: "Pinterest weiß noch nichts von diesem Feed. Registrieren Sie ihn.",
  pinterest_words: "Pinterest sagt: {words}.",
  result_none: "Pinterest hat den Feed noch nicht abgerufen. Das dauert gewöhnlich einige Minuten.",
  result_counts: "Artikel, die Pinterest übernommen hat: {ingested} von {original}.",
  remove_feed_explained:
    "Pinterest löscht den Feed und jeden Pin, der daraus entstanden ist, mitsamt dem, was andere sich davon gemerkt haben, und den Statistiken. Das lässt sich nicht rückgängig machen; wird der Feed erneut registriert, entstehen neue Pins.",
  difference:
    "Artikel, die dazukommen: {added}. Artikel, die wegfallen: {removed}. Artikel, die sich ändern: {changed}.",
  difference_columns: "Spalten, die sich ändern: {columns}.",
  difference_none: "Beide Fassungen haben dieselben Artikel mit denselben Werten.",
  feed_is_open: "Wer die Adresse kennt, kann den Feed lesen.",
  feed_is_protected: "Der Feed fragt nach einem Benutzernamen und einem Passwort.",
  item_checks_explained:
    "Wenn Sie möchten, besucht die App einmal am Tag die Seite und das Bild jedes Artikels, höchstens zwei in der Sekunde, und listet auf, was sich nicht öffnet, anderswohin führt oder zu klein ist. Deswegen fehlt nichts im Feed.",
  issue_unnamed:
    "Pinterest hat diese gezählt und keinen Artikel genannt. Die Berichte in den Katalogen von Pinterest sagen vielleicht mehr.",
  issue_more: "Und {more} weitere, die gezählt und nicht aufgelistet sind.",
  join_never_checked:
    "Jede Nacht vergleicht die App die Artikel in den Events des letzten Tages mit dem Feed. Der erste Vergleich steht noch aus.",
  join_no_items:
    "Die Events des letzten Tages hatten keine Artikel, daher gab es nichts zu vergleichen.",
  join_complete: "Jeder Artikel in den Events des letzten Tages ist im Feed. Artikel: {items}.",
  join_incomplete:
    "Artikel, die nicht im Feed sind: {missing} von {items}. Events mit ihnen: {events}. Pinterest kann diese Produkte den Menschen nicht zeigen, die sie angesehen haben.",
  catalog_explained:
    "Aus den Produkten des Shops entsteht ein Feed, den Pinterest liest. Die IDs darin sind die IDs in den Events, damit Pinterest weiß, was angesehen und gekauft wurde.",
  catalog_unreachable:
    "Die App war nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
  catalog_never_read:
    "Der Katalog wurde noch nicht gelesen. Nach der Installation wird er von selbst gelesen.",
  catalog_lines: "Zeilen bisher: {lines}.",
  catalog_items: "Artikel: {items}.",
  catalog_rate: "Je Sekunde: {rate}.",
  catalog_seconds_left: "Noch etwa {seconds} Sekunden.",
  gate_items: "Artikel im neuen Feed: {items}. Im alten: {published}.",
  feed_help:
    "Mit einem verbundenen Konto erfährt Pinterest diese Adresse von selbst. Ohne Konto geben Sie sie in den Katalogen von Pinterest als Datenquelle ein.",
  feed_never_fetched: "Pinterest hat den Feed noch nicht abgerufen.",
  published_none: "Kein Artikel dieses Feeds beginnt damit, und kein Produkt hat diese ID.",
  published_empty: "Der Feed hat noch keine Artikel. Sie erscheinen mit seiner ersten Fassung.",
  published_explained:
    "Die Artikel, wie sie jetzt im Feed stehen, mit denen, die ein Fehler oder eine Regel heraushält. Geben Sie den Anfang einer Artikel-ID oder eine ganze Produkt-ID ein.",
  feed_clean: "Jeder Artikel ist in Ordnung.",
  versions_explained:
    "Die letzten fünf Fassungen werden aufbewahrt. Eine frühere kann wieder veröffentlicht werden; das nächste Lesen des Katalogs ersetzt sie.",
};
