export const issueCosts = {
  cost_left_out:
    "Diese Artikel sind nicht bei Pinterest: Kein Pin, keine Anzeige und kein Retargeting zeigt sie.",
  cost_feed_stopped:
    "Pinterest nimmt von diesem Feed nichts an, bis er in Ordnung gebracht ist, und arbeitet mit dem weiter, was es vorher hatte.",
  cost_filled_in: "Diese Artikel sind im Feed, mit etwas anderem an der Stelle dessen, was fehlt.",
  cost_value_unused: "Diese Artikel werden gezeigt, aber ohne diesen Wert.",
  cost_text_cut: "Diese Artikel werden gezeigt, aber ohne das Ende des Textes.",
  cost_fewer_images: "Diese Artikel werden gezeigt, aber mit weniger Bildern oder ohne ihr Video.",
  cost_fewer_people:
    "Diese Artikel werden weniger Menschen gezeigt, weil Suchen und Filter sie übergehen.",
  cost_full_price: "Diese Artikel werden zum vollen Preis gezeigt, ohne das Angebot.",
  cost_price_doubtful: "Bei Pinterest steht vielleicht ein anderer Preis als in Ihrem Shop.",
  cost_ads_unmeasured:
    "Diese Artikel werden gezeigt. Ihre eigenen Statistiken können nicht sagen, woher die Besuche kommen.",
  cost_ads_poorer:
    "Diese Artikel werden gezeigt. Ihren Anzeigen fehlt das eigene Bild, Video oder der eigene Link.",
  cost_late_change:
    "Bis zum nächsten Abruf durch Pinterest steht dort bei diesen Artikeln der frühere Preis oder Bestand.",
  cost_may_be_refused:
    "Diese Artikel sind im Feed. Pinterest lehnt sie vielleicht ab oder führt Menschen auf eine Seite, die sich nicht öffnet.",
  cost_nothing: "Nichts geht verloren.",
  cost_unknown: "Was das kostet, ist nicht bekannt; vielleicht sagt es die Hilfe von Pinterest.",
};
