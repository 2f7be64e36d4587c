export const pixel = {
  pixel_none:
    "In Ihrem Shop ist noch kein Pixel. Die App setzt ihn von selbst ein, wenn Pinterest verbunden ist, und nimmt ihn heraus, wenn Sie die Verbindung trennen.",
  pixel_on:
    "Der Pixel ist mit den unten stehenden Einstellungen in Ihrem Shop. Es ist nichts zu tun.",
  pixel_refused: "Shopify hat die letzte Änderung des Pixels abgelehnt.",
  pixel_refused_missing_scope:
    "Die App darf keinen Pixel in Ihren Shop setzen, weil die Berechtigung für Pixel oder für Kundenereignisse fehlt. Öffnen Sie die App aus dem Shopify-Admin und nehmen Sie die Berechtigungen an, um die sie bittet; der Pixel wird dann von selbst eingesetzt.",
  pixel_refused_blank:
    "Shopify hat in den Einstellungen des Pixels einen Wert vermisst. Prüfen Sie, ob die Tag-ID ausgefüllt ist, und speichern Sie die Einstellungen erneut.",
  pixel_refused_invalid_configuration_json:
    "Shopify konnte die Einstellungen des Pixels nicht lesen. Speichern Sie die Einstellungen erneut; bleibt es dabei, melden Sie sich beim Support der App.",
  pixel_refused_invalid_runtime_context:
    "Shopify führt den Pixel in diesem Shop nicht aus. Melden Sie sich beim Support der App; Bestellungen meldet weiterhin der Server.",
  pixel_refused_invalid_settings:
    "Der Pixel bei Shopify hat andere Einstellungen als diese Version der App. Speichern Sie die Einstellungen in einer Stunde erneut; bleibt es dabei, melden Sie sich beim Support der App, der den Pixel neu herausgeben kann.",
  pixel_refused_invalid_settings_definition:
    "Der Pixel bei Shopify ist beschädigt. Melden Sie sich beim Support der App, der den Pixel neu herausgeben kann; Bestellungen meldet weiterhin der Server.",
  pixel_refused_not_found:
    "Shopify findet den Pixel nicht, den es genannt hat. Speichern Sie die Einstellungen erneut, dann entsteht ein neuer.",
  pixel_refused_no_extension:
    "Shopify hat den Pixel noch nicht, weil der Betreiber der App ihn nicht herausgegeben hat. Melden Sie sich beim Support der App; Bestellungen meldet weiterhin der Server.",
  pixel_refused_taken:
    "Shopify sagt, dass die App in diesem Shop schon einen Pixel hat, und zeigt ihn nicht. Speichern Sie die Einstellungen erneut; bleibt es dabei, deinstallieren Sie die App und installieren Sie sie neu.",
  pixel_refused_unable_to_delete:
    "Shopify konnte den Pixel nicht herausnehmen. Speichern Sie die Einstellungen erneut; bleibt es dabei, nimmt das Deinstallieren der App ihn heraus.",
  pixel_refused_unexpected_error:
    "Shopify konnte den Pixel zurzeit nicht ändern. Speichern Sie die Einstellungen in einigen Minuten erneut; bleibt es dabei, melden Sie sich beim Support der App.",
  pixel_silent:
    "Von ihm war noch nichts zu hören. Er meldet sich, wenn jemand, der Marketing erlaubt, eine Seite Ihres Shops öffnet.",
  pixel_silent_by_mode:
    "In dieser Betriebsart meldet er nur an Pinterest, daher hört die App nichts von ihm.",
  tracking_mode_both:
    "Browser und Server melden beide jede Handlung unter einer ID, und Pinterest zählt sie einmal. Ein Werbeblocker kostet Sie dann nur den Teil des Browsers.",
  tracking_mode_server_only:
    "Der Browser des Besuchers nimmt nie Kontakt mit Pinterest auf. Der Pixel sagt der App, was geschah, und der Server meldet es.",
  tracking_mode_browser_only:
    "Nur der Browser des Besuchers meldet. Der Server sendet nichts, auch keine Bestellungen; was ein Werbeblocker aufhält, wird also nicht gemeldet, und Bestellungen aus anderen Kanälen auch nicht.",
  tracking_mode_coexistence:
    "Für Shops, die den Pixel des Vertriebskanals von Pinterest behalten. Unser Teil im Browser ist aus, und der Server verwendet die ID, die Shopify jeder Handlung gibt, damit Pinterest unsere und deren Meldung als eine zählen kann. Das setzt voraus, dass beide Pixel dieselbe ID sehen, was in einem echten Shop nicht bestätigt ist: Vergleichen Sie die Checkouts eines Tages im Pinterest Ads Manager, bevor Sie sich darauf verlassen. Eine Bestellung, deren ID nicht bekannt ist, wird nicht gemeldet.",
  reported_events_help:
    "Was Pinterest von jeder Handlung erfährt. Ein Kauf wird immer als Checkout gemeldet, nach den Einstellungen unter „Bestellungen“.",
  theme_events_help:
    "Ihr Theme kann diese mit Shopify.analytics.publish veröffentlichen. Namen, die der Pixel selbst meldet, etwa ein Seitenbesuch, würden doppelt zählen, wenn Ihr Theme sie auch veröffentlicht.",
  matching_help:
    "Ist dies eingeschaltet, sendet der Browser Pinterest eine E-Mail-Adresse und eine Kundennummer, beide gehasht, wo Shopify sie dem Pixel gibt. Das hilft Pinterest, Personen zu erkennen; der Server sendet die gehashten Daten von Bestellungen in jedem Fall.",
  rotate_key_explained:
    "Der Pixel nennt der App Ihren Shop mit einem öffentlichen Schlüssel, den der Browser jedes Besuchers lesen kann. Er öffnet nichts, aber jemand könnte damit erfundene Besuche senden. Ein neuer Schlüssel sperrt ihn aus.",
  rotate_key_question_explained:
    "Der Pixel bekommt den neuen Schlüssel innerhalb von Sekunden. Seiten, die in Browsern offen sind, behalten den alten, bis sie neu geladen werden; was sie melden, wird abgelehnt. Bestellungen sind davon nicht betroffen.",
};
