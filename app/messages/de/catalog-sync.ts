export const syncPhases = {
  sync_phase_queued: "Ihre Produkte werden gleich gelesen.",
  sync_phase_asked: "Shopify schreibt Ihre Produkte auf.",
  sync_phase_downloading: "Ihre Produkte werden heruntergeladen.",
  sync_phase_sorting: "Ihre Produkte werden sortiert.",
  sync_phase_making: "Der Feed wird erstellt und geprüft.",
  sync_phase_done: "Der Feed enthält Ihre Produkte, wie sie beim Lesen waren.",
  sync_phase_failed: "Ihre Produkte konnten nicht gelesen werden. Der Feed bleibt, wie er war.",
  sync_phase_cancelled: "Sie haben das Lesen angehalten. Der Feed bleibt, wie er war.",
};

export const syncFailures = {
  sync_failed_not_installed:
    "Die App ist nicht mehr installiert. Öffnen Sie sie aus Ihrem Shopify-Admin.",
  sync_failed_missing_scope:
    "Die App darf Ihre Produkte nicht lesen. Öffnen Sie sie aus Ihrem Shopify-Admin und erteilen Sie die Berechtigung.",
  sync_failed_refused:
    "Shopify hat die Frage nach Ihren Produkten abgelehnt. Schreiben Sie uns: Das müssen wir beheben.",
  sync_failed_unfinished:
    "Shopify hat mehrmals abgebrochen, bevor alle Produkte geschrieben waren. Starten Sie das Lesen erneut; spätestens heute Nacht geschieht es von selbst.",
  sync_failed_unavailable:
    "Shopify war mehrmals hintereinander nicht erreichbar. Starten Sie das Lesen erneut; spätestens heute Nacht geschieht es von selbst.",
};

export const feedGates = {
  gate_empty:
    "Der neue Feed enthält keine Artikel, daher bleibt der alte. Prüfen Sie, ob Produkte im Onlineshop veröffentlicht sind, oder veröffentlichen Sie den leeren Feed: Pinterest führt dann alle Pins daraus als nicht vorrätig.",
  gate_shrunk:
    "Der neue Feed enthält weniger als die Hälfte der Artikel des alten, daher bleibt der alte. Haben Sie diese Produkte wirklich aus dem Verkauf genommen, veröffentlichen Sie ihn trotzdem.",
};
