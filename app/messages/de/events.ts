export const eventPages = {
  act_no_snapshot:
    "Ein anderer Pinterest-Pixel meldet die Besucher dieses Shops, und die ID, die er für dieses Event verwendet hat, ist nicht bekannt. Für dieses Event lässt sich nichts tun.",
  act_expired:
    "Der Browser hat dieses Event schon gemeldet, und nach einer Stunde würde Pinterest es ein zweites Mal zählen. Es ist nichts zu tun.",
  act_uninstalled:
    "Die App wurde deinstalliert, bevor das Event gemeldet wurde. Für dieses Event lässt sich nichts tun.",
  act_erased:
    "Die Daten der Person wurden auf Wunsch gelöscht, bevor das Event gemeldet wurde. Für dieses Event lässt sich nichts tun.",
  act_browser_only:
    "Die Einstellungen überlassen das Melden dem Browser, daher hat der Server nichts gesendet. Um auch vom Server melden zu lassen, ändern Sie in den Einstellungen, wer meldet.",
  act_waiting:
    "Das Event wartet bis zu 90 Sekunden darauf, wie sich die Person zum Marketing entschieden hat.",
  act_pending: "Das Event ist auf dem Weg zu Pinterest.",
  act_pending_again:
    "Pinterest konnte das Event noch nicht annehmen. Es wird von selbst erneut gesendet; es ist nichts zu tun.",
  act_sealed:
    "Das Event ist verschlüsselt gespeichert, und der App fehlt der Schlüssel dazu. Melden Sie sich beim Support der App; es wird gesendet, sobald der Schlüssel wieder da ist.",
  act_held:
    "Das Event wartet, bis die Verbindung zu Pinterest in den Einstellungen in Ordnung gebracht ist, und wird dann gesendet.",
  act_delivered: "Pinterest hat das Event angenommen.",
  act_delivered_advice: "Pinterest hat das Event angenommen und rät: {words}.",
  act_dead_letter: "Pinterest hat das Event abgelehnt: {words}.",
  act_dead_letter_unreadable:
    "Das gespeicherte Event lässt sich nicht lesen und wurde daher nicht gesendet. Melden Sie sich beim Support der App.",
  act_skipped: "Das Event wurde nicht gemeldet.",
  attempt_answered: "Pinterest hat das Event angenommen.",
  attempt_refused_event: "Pinterest hat dieses Event abgelehnt: {words}.",
  attempt_refused:
    "Pinterest hat die Anfrage als Ganzes abgelehnt. Die Events darin wurden in kleineren Anfragen erneut gesendet, um das gemeinte zu finden.",
  attempt_refused_words:
    "Pinterest hat die Anfrage als Ganzes abgelehnt: {words}. Die Events darin wurden in kleineren Anfragen erneut gesendet, um das gemeinte zu finden.",
  attempt_token_refused:
    "Pinterest hat das Zugriffstoken abgelehnt. Verbinden Sie das Konto in den Einstellungen erneut; was wartet, wird dann von selbst gesendet.",
  attempt_no_permission:
    "Das Zugriffstoken darf für dieses Werbekonto nichts melden. Geben Sie ihm bei Pinterest die Berechtigung oder verbinden Sie in den Einstellungen ein anderes Konto.",
  attempt_account_not_found:
    "Pinterest hat kein Werbekonto mit dieser ID. Berichtigen Sie das Werbekonto in den Einstellungen.",
  attempt_rate_limited:
    "Pinterest hat um eine Pause gebeten. Das Event wurde von selbst erneut gesendet.",
  attempt_unavailable:
    "Pinterest konnte die Anfrage nicht annehmen. Das Event wurde von selbst erneut gesendet.",
  attempt_timeout:
    "Pinterest hat nicht innerhalb von zehn Sekunden geantwortet. Das Event wurde von selbst erneut gesendet.",
  attempt_network: "Pinterest war nicht erreichbar. Das Event wurde von selbst erneut gesendet.",
  events_none:
    "Es ist noch keine Bestellung und kein Event eingegangen. Sobald es so weit ist, stehen sie hier.",
  events_none_here:
    "Nichts passt zu diesem Filter. Erweitern Sie ihn oder setzen Sie ihn zurück, um alles zu sehen.",
  events_searched:
    "Die Suche ging bis {instant} zurück und fand nichts weiter. Blättern Sie um, um weiter zurück zu suchen.",
  events_searched_forward:
    "Die Suche ging bis {instant} vor und fand nichts weiter. Blättern Sie um, um weiter zu suchen.",
  views_full:
    "Es gibt 20 gespeicherte Ansichten, mehr sind nicht möglich. Löschen Sie eine, um eine andere zu speichern.",
  view_saved: "Die Ansicht ist gespeichert.",
  view_deleted: "Die Ansicht ist gelöscht.",
  delete_view_explained:
    "Die Ansicht verschwindet aus der Liste der Ansichten. Die Events darin bleiben.",
  redrive_selected_explained:
    "Jedes ausgewählte Event, das Pinterest abgelehnt hat, geht noch einmal hinaus, jedes unter seiner alten ID, damit nichts doppelt zählt. Die anderen bleiben, wie sie sind.",
  redrive_filter_explained:
    "Jedes abgelehnte Event, das zu diesem Filter passt, geht noch einmal hinaus, auf dieser und auf allen anderen Seiten, jedes unter seiner alten ID, damit nichts doppelt zählt.",
  refused_remedy:
    "Bringen Sie in Ordnung, was Pinterest nennt, und senden Sie das Event dann erneut. Pinterest nimmt es bis 7 Tage nach der Handlung an.",
  redrive_one_explained:
    "Das Event geht unter seiner alten ID noch einmal an Pinterest, damit es nicht doppelt zählt. Bringen Sie zuvor in Ordnung, was Pinterest nennt.",
  export_events_explained:
    "Die Datei hat eine Zeile für jedes Event dieses Filters, die neuesten zuerst, und höchstens {max} davon. Sie enthält keine personenbezogenen Daten.",
  export_events_cut:
    "Zu diesem Filter passen mehr als {max} Events, daher endet die Datei mit der Zeile, die das sagt. Grenzen Sie die Tage ein, um den Rest zu bekommen.",
  export_events_done: "Die Datei ist in Ihren Downloads.",
  event_missing:
    "In diesem Shop gibt es dieses Event nicht. Vielleicht wurde es nach der Frist gelöscht, die in den Datenschutzeinstellungen steht, oder auf Wunsch. Gehen Sie zur Liste zurück, um andere zu finden.",
  explain_help:
    "Fügen Sie die Nummer oder den Namen einer Bestellung ein, ihre ID oder Adresse im Shopify-Admin oder eine Event-ID.",
  unrecorded_before_installation:
    "Sie wurde vor der Installation der App aufgegeben, daher hat Shopify der App nichts von ihr gemeldet.",
  unrecorded_not_connected:
    "Shopify hat sie der App nicht gemeldet, und die App sucht nur dann nach fehlenden Bestellungen, wenn ein Pinterest-Konto verbunden ist.",
  unrecorded_next_comparison:
    "Shopify hat sie der App noch nicht gemeldet. Alle zehn Minuten vergleicht die App ihre Bestellungen mit denen in Shopify und nimmt auf, was fehlt.",
  unrecorded_daily_comparison:
    "Shopify hat sie der App nicht gemeldet. Einmal am Tag geht die App die Bestellungen der letzten zwei Tage durch und nimmt auf, was fehlt.",
  unrecorded_lost:
    "Shopify hat sie der App nicht gemeldet, und sie ist zu alt, als dass die App sie von selbst fände.",
  unrecorded_send: "Nichts spricht dagegen: Sie kann an Pinterest gehen.",
  unrecorded_late:
    "Nichts spricht dagegen: Sie kann an Pinterest gehen. Weil sie über eine Stunde alt ist, zählt Pinterest sie als offline und gleicht sie nicht mit der Meldung des Browsers ab.",
  unrecorded_erased:
    "Die Daten der Person wurden auf Wunsch gelöscht. Die Bestellung wird nie gemeldet; es gibt nichts zu tun.",
  unrecorded_same_checkout:
    "Eine andere Bestellung desselben Checkouts hat ihr Event, daher wird nichts weiter gesendet.",
  unrecorded_none:
    "Die App hat keine Bestellung und kein Event mit diesem Namen, und auch Shopify zeigt ihr keine solche Bestellung. Prüfen Sie Ihre Eingabe. Shopify zeigt der App die Bestellungen der letzten 60 Tage; eine gelöschte Bestellung ist nicht zu finden.",
  unrecorded_unanswered:
    "Die App hat keine Bestellung und kein Event mit diesem Namen, und Shopify hat auf ihre Nachfrage nicht geantwortet. Versuchen Sie es in einer Minute noch einmal.",
  pixel_seen: "Der Pixel hat den Checkout gesehen und die Entscheidung der Person mitgeteilt.",
  pixel_not_kept:
    "Was der Pixel gesehen hat, wird nicht mehr aufbewahrt, oder er hat nichts gesehen.",
  browser_reported: "Der Browser hat es Pinterest unter derselben ID auch gemeldet.",
  browser_not_reported: "Es ist keine Meldung des Browsers bekannt; allein der Server meldet es.",
  browser_unknown: "Ob der Browser es auch gemeldet hat, ist nicht mehr bekannt.",
  consent_none: "Zu diesem Event ist keine Entscheidung zur Einwilligung aufbewahrt.",
  payload_none:
    "Von dem, was gesendet wurde, ist nichts aufbewahrt: Es wurde ausgelassen, oder die Frist ist vorbei, die in den Datenschutzeinstellungen steht.",
  payload_explained:
    "Dies geht an Pinterest. Personenbezogene Daten werden als Hashes gesendet, deren erste 8 Stellen hier stehen; niemand kann daraus einen Namen oder eine Adresse lesen.",
  sealed_gone:
    "Click-ID, IP-Adresse, Browser und Seite werden 24 Stunden nach dem Abschluss des Events gelöscht.",
  attempts_none: "Es wurde noch nicht gesendet.",
  attempts_none_left: "Es wurde nie gesendet, oder die Anfragen werden nicht mehr aufbewahrt.",
  attempts_latest: "Versuche insgesamt: {attempts}. Die neuesten stehen hier.",
  next_attempt: "Nächster Versuch: {instant}, oder sobald Pinterest wieder Events annimmt.",
};
