export const items = {
  items_problem_value_missing: "Füllen Sie dies aus oder entfernen Sie es.",
  items_problem_value_too_long: "Das ist zu lang. Kürzen Sie es.",
  items_problem_value_invalid:
    "Das kann nicht verwendet werden. Geben Sie es ohne Sonderzeichen erneut ein.",
  items_problem_too_many: "Das sind mehr, als gespeichert werden können. Entfernen Sie einige.",
  items_problem_too_many_metafields:
    "Die Spalten verwenden mehr als 20 eigene Metafelder. Entfernen Sie einige: Jedes macht das Lesen des Katalogs langsamer.",
  items_problem_metafield_invalid:
    "Schreiben Sie das Metafeld als namespace.key, etwa custom.material. Sie finden es in Shopify unter „Einstellungen“, „Benutzerdefinierte Daten“.",
  items_problem_amount_invalid:
    "Schreiben Sie einen Betrag in der Währung Ihres Shops, etwa 24.99.",
  items_problem_count_invalid: "Schreiben Sie eine ganze Stückzahl, etwa 5.",
  items_problem_range_open: "Füllen Sie mindestens eines der beiden Enden aus.",
  items_problem_range_reversed: "Das untere Ende liegt über dem oberen. Vertauschen Sie sie.",
  items_include_help:
    "Nur Artikel, die diese Regeln erfüllen, sind im Feed. Ohne Regel ist es jedes Produkt im Onlineshop.",
  items_exclude_help: "Artikel, die diese Regeln erfüllen, sind nie im Feed.",
  items_preorder_help:
    "Artikel, die diese Regeln erfüllen und bestellt werden können, gelten als Vorbestellungen.",
  items_explained:
    "Jede Spalte nimmt die erste ihrer Quellen, die ausgefüllt ist. IDs, Titel, Links, Bilder und Preise sind die Ihrer Produkte und Ihrer Events und lassen sich hier nicht ändern.",
  items_not_saved:
    "Nichts wurde gespeichert. Bringen Sie in Ordnung, was markiert ist, und speichern Sie erneut.",
  items_unreadable:
    "Die App hat diese Seite nicht verstanden. Laden Sie sie neu und versuchen Sie es erneut.",
  items_unreachable:
    "Die App war nicht erreichbar, daher wurde nichts gespeichert. Was Sie eingegeben haben, ist noch da; versuchen Sie es erneut.",
  items_saved:
    "Gespeichert. Der Katalog wird erneut gelesen, und der Feed folgt. Einer, der mehr als die Hälfte seiner Artikel verliert, wartet auf der Seite „Katalog“ auf Ihr Wort.",
  items_ids_stay:
    "Was Sie hier ändern, lässt jedem Artikel seine ID. Die ID selbst wird in den Einstellungen gewählt; sie zu ändern benennt bei Pinterest jeden Artikel um.",
  column_stays_empty: "Ohne Quelle bleibt diese Spalte leer.",
  source_metafield_help: "Schreiben Sie namespace.key, etwa custom.material.",
  source_option_help: "Schreiben Sie die Namen der Option, durch Kommas getrennt.",
  source_tag_help: "Schreiben Sie, womit das Tag beginnt, etwa material: in material:leinen.",
  source_fixed_help: "Er ist für jeden Artikel derselbe.",
  words_help: "Schreiben Sie in jede Zeile eines; eines davon genügt.",
  preview_not_read:
    "Der Katalog muss einmal gelesen werden, bevor es etwas zu sehen gibt. Er wird nach der Installation gelesen und jede Nacht.",
  preview_waits: "Die Vorschau wartet, bis jedes Feld ausgefüllt ist.",
  preview_unreachable:
    "Die App war nicht erreichbar, daher zeigt dies vielleicht nicht, was Ihre Änderungen bewirken.",
  preview_whole:
    "Alle {products} Produkte wurden angesehen, wie sie beim letzten Lesen des Katalogs waren.",
  preview_sample:
    "Der Katalog ist groß, daher wurden {sampled} von {products} Produkten angesehen. Die Zahlen sind Schätzungen, und die Suche sucht nur in diesen Produkten.",
  preview_metafields_read:
    "Hier neue Metafelder wurden für die Artikel unten gelesen. Die Zahlen folgen, wenn der Katalog nach dem Speichern gelesen wird.",
  preview_metafields_unread:
    "Hier neue Metafelder konnten gerade nicht gelesen werden, daher fehlen sie unten.",
  preview_nothing_found: "Kein Artikel passt zur Suche.",
  preview_nothing_in_feed:
    "Mit diesen Regeln wäre der Feed leer. Ein leerer Feed wird nicht veröffentlicht, bevor Sie es sagen.",
};
