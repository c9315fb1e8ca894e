# Contact moments and the editor of what they say

## Contact moments: when, by which channel, what they say

office-moments-once = Einmalig
moment-when = Wann
moment-when-inspection = In der Woche, die { $days } Tage vor der Prüfung liegt; wer dann gefehlt hat, bis { $until } Tage davor.
moment-when-maintenance = In der Woche, die { $days } Tage vor der Wartung liegt; wer dann gefehlt hat, bis { $until } Tage davor.
moment-when-after = { $span } nach { $date }.
moment-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
 }
moment-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
 }
moment-when-within = Einmal, wenn Sie sich dafür entscheiden: alle mit { $date } in den letzten { $months } Monaten.
moment-when-within-without-account = Einmal, wenn Sie sich dafür entscheiden: alle ohne Konto mit { $date } in den letzten { $months } Monaten.
moment-date-first-workshop-on = dem ersten Werkstattbesuch
moment-date-last-visit-on = dem letzten Besuch
moment-date-last-invoice-on = der letzten Rechnung
moment-purpose = Wofür
moment-deadline = So lange können Sie entscheiden
moment-deadline-hint = Ab dem Montag der Woche. Danach verfällt der Vorschlag und nichts geht mehr hinaus.
moment-spacing = Pause für denselben Kunden
moment-spacing-hint = So lange wird derselbe Kunde für dasselbe Auto nicht erneut vorgeschlagen.
moment-days-unit = Tage
moment-offer-after = Vorgelegt nach
moment-offer-only = Für Betriebe mit Beginn nach
moment-channels = Kanäle
moment-channel-place = Wahl { $place }
moment-channel-none = Keiner
moment-channel-off = Der Kanal { $channel } ist für Ihren Betrieb ausgeschaltet und wird übersprungen.
moment-channel-no-script = Es gibt noch keinen Gesprächsleitfaden. Schreiben Sie ihn bei einer Sprache, sonst wird das Telefon übersprungen.
moment-channels-note = Wer einen anderen erlaubten Kanal lieber hat, bekommt diesen. Was schon freigegeben ist, ändert sich nicht.
moment-channels-save = Kanäle speichern
moment-fallback-letter = Sonst ein Brief
moment-fallback-letter-hint = Wenn keiner der Kanäle erlaubt ist, geht ein Brief, sofern dieser erlaubt ist.
moment-error-channel-twice = Dieser Kanal steht schon da. Wählen Sie einen anderen oder keinen.
moment-says = Was es sagt
moment-says-hint = Je Sprache ein Text für E-Mail und Brief, dazu was Sie am Telefon sagen.
moment-not-written = Noch nicht geschrieben. Kunden bekommen den Text in Ihrer ersten Sprache.
moment-missing = Fehlt
moment-lacks = Kein Text für { $channel }
moment-advice = { $count ->
    [one] { $count } Tipp
   *[other] { $count } Tipps
 }
moment-edit = Bearbeiten
moment-read = Lesen
moment-versions = Versionen
moment-versions-hint = Jedes Speichern macht eine neue Version. Was freigegeben oder verschickt ist, behält seine.
moment-version = Version
moment-version-when = Erstellt
moment-version-who = Von
moment-version-use = Verwendung
moment-version-current = Gilt jetzt
moment-numbers = Die Zahlen stehen bei den Einstellungen
moment-actions = Zu den Aktionen
office-version-title = Version { $number }
office-version-made = Erstellt am { $when } von { $who }.
office-version-current = Diese Version gilt jetzt.
office-version-again = Diese wieder verwenden

## The editor

content-edit = Text bearbeiten
content-language = Sprache
content-version-made = Version { $number }, { $when }, { $who }
content-copied = In dieser Sprache steht noch nichts. Sie beginnen mit dem Text auf { $language }; übersetzen Sie ihn und speichern Sie.
content-overtaken-title = Jemand war schneller
content-overtaken = Inzwischen wurde eine neue Version gespeichert. Ihr Text steht noch hier. Sehen Sie sich die andere Version an; wenn Sie jetzt speichern, tritt Ihr Text an ihre Stelle.
content-blocks = Nachricht
content-blocks-hint = Für E-Mail und Brief. Absender, Grund und Abmeldung stehen von selbst darunter. **Fett** schreiben Sie mit Sternchen, einen Link als [Wörter](https://…).
content-block-heading = Überschrift
content-block-paragraph = Absatz
content-block-list = Liste
content-block-personal-page = Knopf zur eigenen Seite
content-block-button = Knopf
content-block-car = Das Auto
content-block-action = Aktionsblock
content-block-image = Bild
content-block-divider = Linie
content-block-signature = Unterschrift
content-block-about-car = Kennzeichen, Marke und Modell sowie die bekannten Termine.
content-block-about-divider = Eine Linie über die ganze Breite.
content-shown-to-everyone = alle
content-shown-to-with-car = Kunden mit bekanntem Auto
content-shown-to-without-car = Kunden ohne bekanntes Auto
content-field-shown-to = Für
content-field-subject = Betreff
content-field-preheader = Vorschauzeile
content-field-heading = Überschrift
content-field-text = Text
content-field-items = Punkte
content-field-numbered = Nummeriert
content-field-label = Aufschrift des Knopfs
content-field-url = Wohin der Knopf führt
content-field-image-url = Adresse des Bilds
content-field-alt = Was zu sehen ist
content-field-name = Name
content-field-role = Funktion oder Abteilung
content-field-script = Was Sie am Telefon sagen
content-field-sms = SMS
content-hint-subject = Kurz und konkret, bis 60 Zeichen. Auch die Betreffzeile des Briefs.
content-hint-preheader = Mailprogramme zeigen diese Zeile hinter dem Betreff.
content-hint-items = Ein Punkt je Zeile.
content-hint-personal-page = Führt jeden Kunden auf seine eigene Seite. Im Brief wird daraus ein QR-Code.
content-hint-url = Beginnt mit https://
content-hint-alt = Für alle, die das Bild nicht sehen.
content-hint-script = Wer anruft und das Recht, nicht mehr angerufen zu werden, stehen von selbst dabei.
content-hint-sms = Fassen Sie sich kurz: jeder Teil kostet Geld. Zurzeit werden noch keine SMS verschickt.
content-up = Nach oben: { $block }
content-down = Nach unten: { $block }
content-remove = Entfernen: { $block }
content-add = Block hinzufügen
content-letter = Im Brief
content-letter-hint = Was nur auf Papier gilt.
content-letter-qr = Den Knopf zur eigenen Seite als QR-Code
content-letter-car = Das Auto zeigen
content-problems = Vor dem Speichern noch zu ändern
content-advice = Tipps
content-fine = Hier gibt es nichts zu verbessern.
content-save = Als neue Version speichern
content-save-note = Gilt für alles, was Sie ab jetzt freigeben.
content-look = Vorschau
content-as-pdf = Brief als PDF
content-variables = Kundendaten einfügen
content-variables-hint = Ist etwas nicht von jedem bekannt? Schreiben Sie | fallback "…" hinter den Namen, mit dem Ersatztext. Sonst wird die Nachricht für diesen Kunden angehalten.
content-preview = So sieht es aus
content-preview-as = Zeigen als
content-preview-width = Breite
content-preview-phone = Telefon
content-preview-desk = Computer
content-preview-for = Für
content-preview-sample = Beispielkunde
content-preview-sample-no-car = ohne Auto
content-preview-customer = echter Kunde
content-preview-number = Kundennummer
content-preview-no-customer = Geben Sie die Nummer eines vorhandenen Kunden ein.
content-preview-not-yet = Das lässt sich noch nicht zeigen:
content-view-email = E-Mail
content-view-text = Als Text
content-view-letter = Brief
content-view-pdf = PDF
content-view-sms = SMS
content-view-script = Gespräch
content-problem-missing = Von { $customer } ist nicht bekannt: { $variables }. Ergänzen Sie es beim Kunden oder schreiben Sie einen Ersatztext.
content-problem-no-text = Dafür gibt es noch keinen Text.
content-problem-too-large = Die E-Mail ist zu lang: Mailprogramme würden das Ende abschneiden. Entfernen Sie Blöcke.
content-problem-other = Diese Nachricht lässt sich nicht erstellen. Prüfen Sie die Adresse des Kunden.
content-sms-length = { $characters } Zeichen, { $parts } SMS
content-sms-length-wide = { $characters } Zeichen, { $parts } SMS. Wegen besonderer Zeichen passt weniger in eine SMS.
content-place-block = Block { $number }
content-lint-car-variable = Hier wird etwas vom Auto genannt. Kunden ohne bekanntes Auto bekommen es so nicht: schreiben Sie einen Ersatztext oder zeigen Sie den Block nur Kunden mit Auto.
content-sample-street = Musterstraße 1
content-sample-city = 12345 Musterstadt
flash-content-written = Als neue Version gespeichert.
flash-content-same = Nichts geändert: die letzte Version sagt dasselbe.
flash-content-restored = Dieser Text gilt wieder, als neue Version.
flash-moment-on = Der Kontaktanlass ist eingeschaltet.
flash-moment-off = Der Kontaktanlass ist ausgeschaltet.
flash-moment-changed = Die Kanäle sind gespeichert.
audit-content-written = Hat einen Text geschrieben
audit-content-restored = Hat einen älteren Text wieder verwendet
audit-moment-changed = Hat die Kanäle eines Kontaktanlasses geändert
office-actions-new = Aktion anlegen

## Campaigns

office-nav-actions = Aktionen
office-actions-title = Aktionen
office-actions-lead = Einmalige Nachrichten, die Sie starten oder nicht. Vorher sehen Sie, für wen und warum.
office-actions-none-title = Noch keine Aktionen
office-actions-none-text = Legen Sie selbst eine an oder warten Sie, bis Carport eine vorschlägt.
office-actions-name = Aktion
office-actions-name-hint = So erkennen Ihre Kollegen sie; Kunden sehen den Namen nicht.
office-actions-on = Vorgelegt
office-actions-decided = Entschieden
office-actions-new-lead = Sie wählen, für wen sie ist. Nichts geht hinaus, bevor Sie die Vorschläge der Woche freigeben.
office-actions-new-note = Danach sehen Sie, wer es ist, und schreiben den Text.
office-actions-purpose-hint = Die Einwilligung jedes Kunden zu diesem Thema entscheidet, ob er es bekommt.
office-actions-date = Für Kunden mit
action-date-last-visit-on = einem Besuch
action-date-last-invoice-on = einer bezahlten Rechnung
office-actions-months = In den letzten
office-actions-months-unit = Monate
office-actions-months-hint = Volle Kalendermonate, bis heute.
office-actions-without-account = Nur Kunden ohne Konto
office-actions-locations = Nur diese Standorte
office-actions-among-hint = Nichts angekreuzt: alle Standorte.
office-actions-makes = Nur mit einem Fahrzeug dieser Marke
office-actions-makes-hint = Nichts angekreuzt: alle Marken.
office-actions-words = Beginnen mit dem Text von
office-actions-words-hint = Den Text passen Sie danach an.
office-actions-text = Text und Kanäle
office-actions-for = Für wen
office-actions-count = Neu zählen
office-actions-found = Passt zur Auswahl
office-actions-proposed = Wird vorgeschlagen
office-actions-left-out = Nicht
office-actions-more = Es sind so viele, dass nur die ersten 20.000 gezählt wurden.
office-actions-why-not = Warum nicht
office-actions-first = Die ersten
office-actions-last = Zuletzt
office-actions-nobody-title = Hier passt niemand
office-actions-nobody-text = Nehmen Sie mehr Monate, oder sehen Sie oben, warum die anderen nicht vorgeschlagen werden.
office-actions-put-together = Die Vorschläge werden erstellt. Sie stehen gleich in dieser Woche.
office-actions-not-run = Diese Aktion findet nicht statt.
office-actions-stand = { $count ->
    [one] { $count } Vorschlag
   *[other] { $count } Vorschläge
 }
action-status-proposed = Wartet auf Sie
action-status-activated = Läuft
action-status-declined = Findet nicht statt
flash-action-made = Die Aktion ist angelegt. Sehen Sie, für wen sie ist, und schreiben Sie den Text.
flash-action-changed = Neu gezählt.
audit-action-made = Hat eine Aktion angelegt
audit-action-changed = Hat geändert, für wen eine Aktion ist
