export const settings = {
  import_too_large:
    "Die Datei ist größer als {kb} kB. Eine von dieser App geschriebene Datei ist weit kleiner.",
  import_not_unicode:
    "Die Datei ist kein Text in UTF-8. Exportieren Sie sie erneut und lassen Sie sie, wie sie ist.",
  import_byte_order_mark:
    "Die Datei beginnt mit einer Byte-Reihenfolge-Markierung, die ein anderes Programm gesetzt hat. Speichern Sie sie ohne.",
  import_not_json:
    "Die Datei ist kein JSON, oder sie endet mittendrin. Exportieren Sie sie erneut.",
  import_too_deep:
    "In {place} steckt mehr, als eine Einstellung enthält. Exportieren Sie die Datei erneut.",
  import_forbidden_key: "Der Name {place} ist in einer Datei nicht erlaubt. Nehmen Sie ihn heraus.",
  import_wrong_format:
    "Dies ist keine Datei mit Einstellungen dieser App, oder sie stammt aus einer anderen Version. Exportieren Sie sie im anderen Shop erneut.",
  import_unknown_key:
    "Es gibt keine Einstellung {place}. Nehmen Sie sie heraus; IDs, Token und Secrets eines Shops lassen sich nicht importieren.",
  import_missing: "Die Einstellung {place} fehlt. Exportieren Sie die Datei erneut.",
  import_wrong_value:
    "Die Einstellung {place} hat einen Wert, den sie nicht haben kann. Berichtigen Sie ihn.",
  export_settings_explained:
    "Die Datei enthält Tracking, Abgleich, Datenschutz, Hinweise und die Spalten und Regeln des Katalogs. Importieren Sie sie in einem anderen Shop, um ihn genauso einzurichten.",
  export_settings_left_out:
    "Nicht enthalten ist, was zu einem einzelnen Shop gehört: die Verbindung mit ihren IDs und Token, Secrets für Events von Ihrem Server, der Schlüssel des Pixels, Märkte und Passwörter von Feeds.",
  import_settings_explained:
    "Wählen Sie eine Datei, die hier oder in einem anderen Shop exportiert wurde. Nichts wird geändert, bevor Sie gesehen haben, was sich ändern würde.",
  import_unreadable:
    "Die Datei kam nicht so an, wie die App sie gesendet hat. Laden Sie die Seite neu und versuchen Sie es erneut.",
  import_nothing:
    "Die Einstellungen dieses Shops sind dieselben wie in der Datei. Es ist nichts zu tun.",
  import_applied: "Die Einstellungen der Datei gelten von nun an.",
  import_changed_meanwhile:
    "Die Einstellungen wurden geändert, nachdem dies gezeigt wurde, daher wurde nichts angewandt. Sehen Sie sich an, was sich jetzt ändern würde, und wenden Sie es dann an.",
  order_trigger_help:
    "Bestellungen, die nie bezahlt werden, etwa offene Überweisungen, zählen nur bei der ersten Wahl.",
  value_basis_help:
    "Der Betrag, den Pinterest erfährt, in der Währung, die die Person gesehen hat.",
  item_id_format_help:
    "Muss die ID sein, die Ihr Pinterest-Katalog für denselben Artikel verwendet.",
  item_id_format_warning:
    "Dies benennt jeden Artikel in neuen Events und in Ihren Feeds um. Jetzt veröffentlichte Artikel: {items}. Pinterest hält sie für neue: Was es über die alten gelernt hat, geht nicht auf sie über, und bis es den neuen Feed gelesen hat, kann es ihnen neue Events nicht zuordnen.",
  channels_help:
    "Zunächst wird nur der Onlineshop gemeldet. Schalten Sie ein, wovon Pinterest außerdem erfahren soll.",
  channels_none:
    "Es ist kein Kanal ausgewählt, daher wird keine Bestellung gemeldet. Wählen Sie mindestens einen aus, um zu melden.",
  privacy_explained:
    "Wer Marketing abgelehnt hat, wird nie gemeldet. Diese Einstellungen sagen, was geschieht, wenn die Entscheidung nicht bekannt ist oder wenn die Person nur dem Verkauf ihrer Daten widersprochen hat.",
  unknown_where_required_help:
    "Der Europäische Wirtschaftsraum, das Vereinigte Königreich und die Schweiz, nach der Rechnungsadresse, und überall, wo Ihre Datenschutzeinstellungen in Shopify eine Einwilligung verlangen. Dort kommt die Einwilligung vor der Verwendung der Daten.",
  unknown_elsewhere_help:
    "Alle anderen Länder. Oft ist eine Entscheidung unbekannt, weil eine Browsererweiterung das Banner blockiert hat. Wo Ihre Datenschutzeinstellungen in Shopify einen Widerspruch gegen den Verkauf von Daten vorsehen, ist eingeschränkte Datenverarbeitung gewählt, bis Sie etwas anderes wählen.",
  presumed_denied_help:
    "Bei Personen, die abgelehnt haben, lädt der Pixel nicht, und auch ein Werbeblocker hält ihn auf; niemand kann also sagen, was davon es war. Fragt Ihr Banner alle Besucher nach ihrer Einwilligung, wählen Sie, nicht zu melden.",
  grace_seconds_help:
    "Der Pixel teilt die Entscheidung der Person kurz nach der Bestellung mit. Die Bestellung geht hinaus, sobald er das tut, und nach dieser Zeit auch ohne ihn.",
  sale_of_data_denied_help:
    "Bei eingeschränkter Datenverarbeitung wird der Widerspruch mitgesendet, und Pinterest schränkt ein, was es mit den Daten tut.",
  retention_explained:
    "Was über Personen gespeichert ist, wird nach diesen Fristen von selbst gelöscht. Die Zeilen der Bestellungen bleiben mit Status, Wert und Zeiten, damit sich Ihre Summen nicht ändern.",
  retention_fixed:
    "IP-Adresse, Browser und Click-ID werden einen Tag nach dem endgültigen Status der Bestellung gelöscht.",
  number_limits: "Zwischen {min} und {max}.",
  number_outside_limits: "Geben Sie eine ganze Zahl von {min} bis {max} ein.",
  consent_map_explained:
    "Dies geschieht mit wem bei der Auswahl oben, wie sie in diesem Formular steht. Eingeschränkt heißt, dass die Bestellung mit eingeschränkter Datenverarbeitung gemeldet wird.",
  identifiers_explained:
    "Daran erkennt Pinterest eine Person wieder. Zunächst wird alles gesendet, gehasht, wo Pinterest einen Hash annimmt. Was Sie ausschalten, wird nicht mehr gesendet: nicht bei Bestellungen, nicht bei Besuchen und nicht bei Events von Ihrem Server.",
  identifiers_match_nobody:
    "Pinterest braucht eine E-Mail-Adresse oder die IP-Adresse zusammen mit dem User-Agent. Ohne beides wird fast nichts mehr gemeldet: Eine Bestellung wird ausgelassen, weil Pinterest sie niemandem zuordnen könnte.",
  identifiers_help:
    "Mit jeder Angabe weniger ordnet Pinterest weniger Bestellungen Pins zu. Wo die Datenverwendung eingeschränkt ist, werden Bundesstaat und Land trotzdem gesendet: Daran erkennt Pinterest, welches Gesetz sie einschränkt. Eine Änderung gilt für das, was danach eingeht.",
  settings_account_waits:
    "Ein Pinterest-Konto hat der App Zugriff gegeben und wartet auf Ihr Wort. Nichts verwendet es, bevor Sie es bestätigen.",
  settings_connection: "Das Pinterest-Konto, das Werbekonto und das Tag, an die Events gehen.",
  settings_tracking:
    "Wer meldet, welche Handlungen von Besuchern, welche Bestellungen, wann und mit welchem Wert.",
  settings_matching: "Woran Pinterest eine Person wiedererkennt und welche ID Ihre Artikel haben.",
  settings_privacy:
    "Was aus der Entscheidung einer Person folgt, wie lange Daten aufbewahrt werden, Exporte und Anfragen von Kunden.",
  settings_catalog: "Woher jede Spalte des Feeds kommt und welche Artikel darin sind.",
  settings_server_events:
    "Die Adresse und die Secrets, mit denen Ihre eigenen Server Events melden.",
  settings_alerts: "Wovon die Startseite Ihnen berichtet und ab wann.",
  settings_transfer:
    "Alle Einstellungen, die nicht an diesen Shop gebunden sind, als Datei für einen anderen.",
  alerts_explained:
    "Die Startseite weist Sie darauf hin, solange es andauert. Was Sie ausschalten, besteht trotzdem weiter; nur erfahren Sie es nicht.",
  alert_choice_connection_needs_attention_help:
    "Pinterest nimmt die Zugangsdaten nicht an, und Bestellungen warten, bis Sie das in Ordnung bringen.",
  alert_choice_oldest_pending_help:
    "Eine Bestellung darf an Pinterest gehen und ist länger als die Grenze unten nicht hinausgegangen.",
  alert_choice_webhooks_stopped_help:
    "Shopify hat zu diesen Stunden sonst Bestellungen gesendet und sendet keine mehr.",
  pending_minutes_help:
    "Die Zustellung dauert Sekunden, und kurze Ausfälle bei Pinterest vergehen innerhalb von Minuten.",
  quiet_hours_help:
    "So lange ohne Bestellung ist ein Zeichen, wenn in einer solchen Spanne durchschnittlich mindestens sechs Bestellungen kamen.",
  quiet_days_help: "An jedem dieser Tage brachten dieselben Stunden eine Bestellung.",
  data_requests_explained:
    "Diese Kunden haben um die Daten gebeten, die über sie gespeichert sind. Laden Sie jede Datei herunter und senden Sie sie innerhalb von 30 Tagen nach der Anfrage an den Kunden; dann wird sie hier gelöscht.",
  data_request_not_downloaded:
    "Die Datei konnte nicht heruntergeladen werden. Laden Sie die Seite neu und versuchen Sie es erneut; nach 30 Tagen wird eine Datei gelöscht.",
  settings_unreadable:
    "Das Formular kam nicht so an, wie die App es gesendet hat. Diese Felder passen nicht: {fields}. Laden Sie die Seite neu und versuchen Sie es erneut.",
  settings_unreachable:
    "Der Server der App war nicht erreichbar. Ihre Änderungen sind noch da; prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.",
};
