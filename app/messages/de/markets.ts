export const markets = {
  market_home: "Das ist der eigene Markt Ihres Shops, der immer einen Feed hat.",
  market_country_unknown: "Pinterest hat für dieses Land keine Kataloge.",
  market_language_unknown:
    "Pinterest hat in dieser Sprache keine Kataloge. Wählen Sie eine andere Sprache dieses Marktes.",
  market_currency_unknown:
    "Pinterest kennt diese Währung nicht. Lassen Sie den Markt in Shopify in einer anderen verkaufen.",
  market_same_at_pinterest:
    "Pinterest hat für diese und für eine andere desselben Landes nur eine Sprache. Wählen Sie die andere.",
  market_unusual_currency:
    "In diesem Land zahlen wenige in {currency}. Pinterest nimmt es an und zeigt die Produkte weniger Menschen.",
  feed_market_gone:
    "Shopify bietet diesen Markt nicht mehr in dieser Sprache an. Die letzte Fassung des Feeds wird weiter ausgeliefert. Holen Sie den Markt in Shopify zurück oder nehmen Sie den Feed hier weg.",
  feed_access_missing:
    "Die App darf die Märkte nicht mehr lesen. Die letzte Fassung des Feeds wird weiter ausgeliefert. Erlauben Sie es wieder, um fortzufahren.",
  markets_saved:
    "Die Auswahl ist gespeichert. Ein neuer Feed wird veröffentlicht und registriert, sobald der Katalog gelesen ist.",
  markets_too_many:
    "Ein Shop darf {most} Feeds haben, den eigenen mitgezählt. Wählen Sie weniger Märkte.",
  markets_stale:
    "Ein Markt hat sich in Shopify geändert, seit diese Seite geöffnet wurde. Sehen Sie sich die Auswahl noch einmal an und speichern Sie sie.",
  markets_missing_scope: "Die App darf Ihre Märkte nicht lesen. Erlauben Sie es zuerst.",
  markets_unavailable:
    "Shopify hat nicht geantwortet. Nichts wurde geändert; versuchen Sie es in einer Minute erneut.",
  markets_unreadable:
    "Die App hat diese Seite nicht verstanden. Laden Sie sie neu und versuchen Sie es erneut.",
  feed_is_leaving:
    "Sie haben diesen Markt weggenommen. Der Feed wird ausgeliefert, bis Pinterest ihn gelöscht hat; die App bittet jeden Tag darum.",
  markets_explained:
    "Jeder Markt, den Sie wählen, bekommt einen eigenen Feed: in seiner Sprache, wo die Produkte übersetzt sind, mit den Preisen, die dort gelten, und mit Links auf seine Seiten. Pinterest zeigt ihn Menschen in diesem Land.",
  markets_limit: "Ein Shop darf bis zu {most} Feeds haben, und Pinterest nimmt 50 von einem Konto.",
  markets_access:
    "Dafür muss die App Ihre Märkte, Sprachen und Übersetzungen lesen und wo Produkte verkauft werden. Sie ändert nichts davon.",
  markets_access_feeds: "Bis dahin bleiben diese Feeds, wie sie sind: {feeds}.",
  markets_declined: "Ohne diesen Zugriff hat nur der eigene Markt Ihres Shops einen Feed.",
  market_facts: "Preise in {currency}. Sprache bei Pinterest: {spelled}.",
  market_facts_unspelled: "Preise in {currency}.",
  markets_none:
    "Shopify hat außer dem eigenen Markt Ihres Shops keinen aktiven Markt mit Ländern. Fügen Sie in den Einstellungen von Shopify unter „Märkte“ einen hinzu.",
  markets_nothing_found: "Kein Land und keine Sprache hat diese Buchstaben.",
  markets_removal:
    "Feeds, die weggenommen werden: {count}. Pinterest löscht sie mit ihren Pins und Produktgruppen, und Anzeigen mit diesen Produkten enden.",
  markets_unreachable:
    "Die App war nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
};

export const marketLabels = {
  markets: "Märkte",
  feed_leaving: "Wird entfernt",
  choose_markets: "Märkte wählen",
  markets_allow: "Zugriff erlauben",
  markets_filter: "Land oder Sprache suchen",
  markets_saved_toast: "Märkte gespeichert",
  market_row: "{country} auf {language}",
  markets_lost: "Nicht mehr in Shopify",
};
