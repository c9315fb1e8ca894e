# The back office: customers, what they said, the proof of it, and requests for an account.

office-nav-home = Heute
office-nav-customers = Kunden
office-nav-requests = Kontoanfragen
office-nav-proof = Einwilligungsnachweis

## The start

office-home-customers = Kunden
office-home-week = Diese Woche zu entscheiden
office-home-week-note = Woche { $week }
office-home-calls = Anzurufen
office-home-call-back =
    { $count ->
        [one] { $count } Rückruf
       *[other] { $count } Rückrufe
    }
office-home-overdue =
    { $count ->
        [one] { $count } ist überfällig
       *[other] { $count } sind überfällig
    }
office-home-waiting = Wartet auf Antwort
office-home-all-requests = Alle Anfragen
office-home-find = Kunden suchen

## Customers

office-customers-search = Name, Kundennummer, Kennzeichen, E-Mail-Adresse oder Telefonnummer
office-customers-none-title = Niemand gefunden
office-customers-none-text = Versuchen Sie es mit dem Anfang des Nachnamens oder dem Kennzeichen ohne Striche.
office-customers-all = Alle Kunden zeigen
office-customers-name = Name
office-customers-number = Kundennummer
office-customers-location = Standort
office-customers-account = Eigene Seite
office-customers-shown =
    { $count ->
        [one] { $count } Kunde auf dieser Seite
       *[other] { $count } Kunden auf dieser Seite
    }
office-customers-first = Zum Anfang

## A customer

office-customer-number = Kunde { $number }
office-customer-data = Daten
office-customer-kind = Art
office-customer-born = Geburtsdatum
office-customer-language = Sprache
office-customer-first-workshop = Erster Werkstattbesuch
office-customer-last-visit = Letzter Besuch
office-customer-last-invoice = Letzte bezahlte Rechnung
office-customer-contacts = So erreichen Sie den Kunden
office-customer-contacts-none = Noch keine Adresse oder Nummer bekannt.
office-contact-verified = Bestätigt
office-contact-unverified = Nicht bestätigt
office-contact-invalid = Funktioniert nicht
office-customer-cars = Fahrzeuge
office-customer-cars-none = Kein Fahrzeug bekannt.
office-customer-inspection = HU bis
office-customer-maintenance = Wartung bis
office-customer-invite = Einladung senden
office-customer-invite-asked = Der Kunde hat darum gebeten
office-letter-print = Aktivierungsbrief drucken
office-letter-note = Brief gedruckt am { $printed }, gilt bis { $until }
office-customer-nothing = Noch nichts.
office-customer-visits = Besuche ({ $count })
office-customer-invoices = Rechnungen ({ $count })
office-customer-messages = Nachrichten ({ $count })
office-customer-changes = Geänderte Daten ({ $count })
office-customer-visit-rows = Besuche
office-customer-invoice-rows = Rechnungen
office-customer-message-rows = Nachrichten
office-customer-change-rows = Geänderte Daten
office-customer-erased = Die Daten dieses Kunden wurden am { $date } gelöscht.
office-customer-deceased = Dieser Kunde ist verstorben; vermerkt am { $date }. Es wird nichts mehr gesendet.
office-customer-restricted = Der Kunde hat die Verarbeitung der Daten am { $date } einschränken lassen.
office-customer-missing = Seit { $date } fehlt dieser Kunde im Export des Händlersystems.
office-account-active = Hat eine eigene Seite
office-account-invited = Eingeladen
office-account-none = Noch keine eigene Seite
office-column-date = Datum
office-column-kind = Art
office-column-plate = Kennzeichen
office-column-what = Was
office-column-mileage = Kilometerstand
office-column-number = Nummer
office-column-amount = Betrag
office-column-channel = Kanal
office-column-status = Status
office-column-old = Vorher
office-column-new = Jetzt
office-column-by = Von
office-invoice-workshop = Werkstatt
office-invoice-parts = Teile
office-invoice-vehicle = Fahrzeug
office-invoice-other = Sonstiges
office-change-open = Noch nicht im Händlersystem
office-change-confirmed = Im Händlersystem
office-change-overtaken = Im Händlersystem neuer
office-change-replaced = Später erneut geändert
office-message-service = Servicenachricht
office-message-pending = Wartet
office-message-handing-over = Unterwegs
office-message-sent = Gesendet
office-message-failed = Fehlgeschlagen
office-message-suppressed = Zurückgehalten
office-message-uncertain = Ungewiss
office-actor-staff = Mitarbeiter
office-actor-customer = der Kunde
office-actor-import = das Händlersystem
office-actor-system = automatisch

## What a customer said

office-consents-title = Einwilligungen
office-consents-topic = Thema
office-consents-changed = { $date }, { $by }
office-consents-objected = Widerspruch gegen jede Werbung
office-consents-timeline = Was wann gesagt wurde
office-consents-nothing = Dieser Kunde hat sich dazu noch nie geäußert.
office-consents-scope = { $topic } / { $channel }
office-consents-how = { $how }, von: { $by }
office-consents-reason = Grund: { $reason }
office-consents-wording = Text, Version { $version }
office-consents-erased = Inhalt auf Wunsch des Kunden gelöscht

## Changing preferences on request

office-preferences-title = Einstellungen ändern
office-preferences-lead = Nur wenn der Kunde darum bittet. Der Kunde sieht auf seiner Seite, dass Sie es geändert haben.
office-preferences-topics = Worüber
office-preferences-channels = Auf welchem Weg
office-preferences-leave = So lassen
office-preferences-unreachable = Dafür ist noch keine Adresse oder Nummer bekannt.
office-preferences-pairs = Nicht auf diesem Weg zu diesem Thema
office-preferences-pairs-text = Kreuzen Sie an, was der Kunde nicht möchte, auch wenn Thema und Kanal beide auf Ja stehen.
office-preferences-said = Was der Kunde gesagt hat
office-preferences-wording = Lesen Sie das vor oder lassen Sie es den Kunden lesen. Wählen Sie erst danach Ja.
office-preferences-source = Wo hat der Kunde das gesagt?
office-preferences-source-choose = Bitte wählen
office-preferences-said-on = Wann
office-preferences-said-on-hint = Leer lassen für jetzt.
office-preferences-reason = Warum ändern Sie das?
office-preferences-reason-hint = Zum Beispiel: bat beim Abholen des Autos darum.
office-preferences-note = Das bleibt mit Ihrem Namen gespeichert.
office-preferences-save = Einstellungen speichern
office-preferences-object = Keinerlei Werbung
office-wording-lead = Darf { $company } Sie informieren? Sie wählen, worüber und wie.
office-wording-channels = Mögliche Wege: { $channels }.
office-wording-object = Sie können das jederzeit ändern, auf Ihrer eigenen Seite oder mit einer Nachricht an { $company }. Ein Nein hat keine Folgen.

## Why somebody gets a message, or not

office-explain-why = Warum dieser Kunde etwas bekommt oder nicht
office-explain-why-text = Wählen Sie einen Kontaktanlass.
office-explain-title = Warum oder warum nicht: { $moment }
office-explain-on = An welchem Tag
office-explain-ask = Zeigen
office-explain-off = Dieser Kontaktanlass ist ausgeschaltet. Es geht also nichts hinaus, was auch immer unten steht.
office-explain-no-car = Dieser Kontaktanlass betrifft ein Fahrzeug, und dieser Kunde hat keines.
office-explain-due = Er steht in dieser Woche an.
office-explain-not-due = Er steht in dieser Woche nicht an.
office-explain-window = Maßgeblich ist der { $date }; vorgeschlagen wird vom { $from } bis zum { $to }.
office-explain-no-date = Das maßgebliche Datum ist nicht bekannt.
office-explain-allowed = erlaubt
office-explain-denied = nicht erlaubt
office-explain-held = warten
office-explain-basis = Grundlage
office-explain-must = Muss enthalten sein
office-explain-rule = Regel
office-explain-pack = Geltende Regeln
office-explain-pdf = Als PDF
office-explain-earlier = Früher vorgeschlagen
office-explain-car = Fahrzeug
office-explain-timing = Zeitpunkt
office-outcome-send = Nachricht
office-outcome-call-list = Anrufliste
office-outcome-call-locked = Anrufliste, nicht anrufen
office-outcome-nothing = nichts
office-proposal-proposed = wartet auf Entscheidung
office-proposal-approved = freigegeben
office-proposal-skipped = ausgelassen
office-proposal-postponed = verschoben
office-proposal-done = erledigt
office-proposal-expired = verfallen

## Proof of consent

office-proof-title = Einwilligungsnachweis
office-proof-person-lead = Alles, was dieser Kunde gesagt hat, mit dem gezeigten Text und der Kette, die zeigt, dass nichts geändert wurde.
office-proof-period-lead = Für eine Aufsichtsbehörde: wer was wann wo und zu welchem Text gesagt hat.
office-proof-period = Alle Einträge eines Zeitraums
office-proof-from = Erster Tag
office-proof-to = Letzter Tag
office-proof-asked-by = Wer fragt danach?
office-proof-asked-by-hint = Zum Beispiel die Aufsichtsbehörde oder der Kunde.
office-proof-reference = Deren Zeichen
office-proof-note = Jeder Abruf wird mit Ihrem Namen vermerkt.
office-proof-legal = Dieser Nachweis zeigt, was erfasst wurde. Er ist keine Rechtsberatung: Fragen Sie einen Anwalt, was Sie senden dürfen.
office-check-title = Kette prüfen
office-check-text = Jeder Eintrag hängt am vorigen. Ein einziges geändertes Byte fällt auf.
office-check-head = Das Ende der Kette jetzt. Bewahren Sie es woanders auf: Es zeigt später, dass nichts fehlt.
office-check-button = Jetzt prüfen
office-check-now = Das Ende der Kette
office-check-noted = Ein früher notiertes Ende
office-check-noted-hint = Nummer, Doppelpunkt und Hash, wie hier gezeigt.
office-check-intact = Die Kette ist unversehrt
office-check-broken = Die Kette ist unterbrochen
office-check-not-done = Nicht geprüft
office-check-entries = Geprüfte Einträge: { $count }
proof-all-topics = Alle Themen
proof-all-channels = alle Kanäle
proof-number = Kundennummer
proof-reason = Grund
proof-recorded = Erfasst
proof-basis = Grundlage
proof-network = Netzwerk
proof-browser = Browser
proof-assurance = Erkannt an
proof-message = Nachricht
proof-document = Dokument
proof-line = Zeile { $line }
proof-rule-pack = Regeln
proof-supersedes = Bezieht sich auf Eintrag
proof-default-unset = nichts vorausgefüllt
proof-default-earlier = eigene frühere Antwort gezeigt
proof-default-set = Ja vorausgefüllt

## Account requests

office-requests-lead = Antworten Sie innerhalb von zwei Werktagen. Die Einladung geht an die hinterlegte Adresse, nie an die aus der Anfrage.
office-requests-none-title = Niemand wartet
office-requests-none-text = Neue Anfragen erscheinen hier und per E-Mail.
office-requests-due = Antwort bis { $when }
office-requests-overdue = Überfällig seit { $when }
office-requests-address = Adresse
office-requests-received = Eingegangen
office-requests-matches = Wer es sein könnte
office-requests-no-match = Niemand in der Kartei passt.
office-requests-search = Kunden durchsuchen
office-requests-number = Kundennummer von jemand anderem
flash-request-no-customer = Diesen Kunden gibt es nicht. Prüfen Sie die Nummer in der Kundenkartei.
office-requests-match-email = E-Mail-Adresse
office-requests-match-plate = Kennzeichen
office-requests-match-name = Name und Postleitzahl
office-requests-goes-to = Einladung geht an { $email }
office-requests-no-address = Keine E-Mail-Adresse hinterlegt. Nehmen Sie sie zuerst am Tresen auf.
office-requests-invite = Einladung senden
office-requests-decline = Anfrage ablehnen
office-requests-note = Notiz
office-requests-note-hint = Für Ihre Kollegen: warum nicht? Der Besucher sieht das nicht, bekommt aber eine E-Mail, wie er Sie erreicht.
office-requests-answered = Zuletzt beantwortet
office-requests-status-open = Offen
office-requests-status-invited = Eingeladen
office-requests-status-declined = Abgelehnt

## What just happened, and what is wrong

flash-invitation-sent = Die Einladung ist unterwegs.
flash-invitation-has-account = Dieser Kunde hat schon eine eigene Seite.
flash-invitation-no-address = Es ist keine funktionierende E-Mail-Adresse hinterlegt. Nehmen Sie zuerst eine auf, nach Prüfung eines Ausweises.
flash-invitation-kept-back = Eine Einladung, um die niemand gebeten hat, gilt als Werbung. { $reason } Bittet der Kunde selbst darum, kreuzen Sie das an.
flash-letter-has-email = Dieser Kunde hat eine funktionierende E-Mail-Adresse. Senden Sie die Einladung dorthin.
flash-letter-no-number = Dieser Kunde hat noch keine Kundennummer, und der Brief braucht eine.
flash-letter-no-address = Es ist keine funktionierende Postanschrift hinterlegt. Nehmen Sie zuerst eine auf.
flash-letter-unprintable = Die Anschrift passt nicht in ein Umschlagfenster. Kürzen Sie sie zuerst.
flash-request-answered = Jemand anders hat diese Anfrage schon beantwortet.
flash-request-declined = Die Anfrage ist abgelehnt.
flash-office-preferences = Die Einstellungen sind gespeichert. Der Kunde sieht, dass Sie sie geändert haben.
flash-office-objection = Der Widerspruch ist vermerkt. Dieser Kunde bekommt keine Werbung mehr.
flash-preferences-unchanged = Nichts geändert: Es war schon so.
office-error-words = Der Text für den Kunden hat sich gerade geändert. Deshalb wurde nichts gespeichert. Lesen Sie den neuen Text vor und speichern Sie dann.
office-error-source = Wählen Sie, wo der Kunde das gesagt hat.
office-error-date = Das ist kein Datum. Schreiben Sie es als 2026-11-22.
office-error-time = Das ist keine Uhrzeit. Schreiben Sie sie als 14:30.
office-error-period = Der letzte Tag liegt vor dem ersten. Tauschen Sie sie.
office-error-proof-long = Das sind mehr als { $max } Einträge. Wählen Sie einen kürzeren Zeitraum oder CSV oder JSON.
office-error-format = Wählen Sie PDF, CSV oder JSON.
office-error-chain-end = Das ist kein Kettenende. Kopieren Sie Nummer, Doppelpunkt und Hash wie gezeigt.
office-column-document = Dokument
office-invoice-download = Rechnung { $number } herunterladen
office-edit-title = Daten ändern
office-edit-lead = Auf Wunsch des Kunden. Die Änderung kommt in die Datei für Ihr eigenes System.
office-edit-consents = Eine Einwilligung gehört zu einer Adresse oder Nummer und geht nicht von selbst über. Ein Nein gilt weiter.
office-edit-note = Die Änderung steht mit Ihrem Namen im Protokoll.
office-edit-save = Daten speichern
flash-customer-changed = Die Daten sind gespeichert.

office-car-title = Fahrzeug ändern
office-car-edit = { $car } ändern
office-car-lead = Übernehmen Sie, was im Fahrzeugschein oder am Fahrzeug steht. Die Änderung kommt in die Datei für Ihr eigenes System.
office-car-papers = Papiere
office-car-what = Fahrzeug
office-car-use = Nutzung
office-car-model = Modell
office-car-save = Fahrzeug speichern
error-date-future = Dieses Datum liegt in der Zukunft. Bitte prüfen Sie es.
flash-car-changed = Das Fahrzeug ist gespeichert.
flash-customer-unchanged = Es hat sich nichts geändert: Es stand schon so da.
office-nav-changes = Änderungen
office-changes-title = Geänderte Daten
office-changes-lead = Was Kunden und Kollegen geändert haben und Ihr eigenes System noch nicht weiß.
office-changes-none-title = Alles ist übernommen
office-changes-none-text = Ändert ein Kunde etwas auf der eigenen Seite, steht es hier zur Übernahme bereit.
office-changes-export = Datei für Ihr System herunterladen
office-changes-export-note = Ein Zip mit CSV-Dateien in der Form der Importvorlage. Danach stehen diese Änderungen nicht mehr hier.
office-changes-more = Hier stehen die ersten { $count }. Die Datei enthält sie ebenfalls.
office-changes-exports = Früher heruntergeladen
office-changes-again = Erneut herunterladen
office-changes-corrections = Kunden bitten um eine Korrektur
office-changes-corrections-text = Nur das Register oder Ihr eigenes System weiß das sicher. Ändern Sie es dort und haken Sie es hier ab.
office-changes-shown = Steht jetzt da
office-changes-asked = Soll sein
office-changes-settle = Erledigt
flash-correction-settled = Die Bitte ist erledigt.
flash-correction-reopened = Die Bitte ist wieder offen.
flash-changes-none = Es gibt nichts herunterzuladen.
office-home-changes = Zu übernehmende Änderungen
office-home-corrections =
    { $count ->
        [one] 1 Korrekturbitte
       *[other] { $count } Korrekturbitten
    }
