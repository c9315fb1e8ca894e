# Einwilligung: warum eine Nachricht erlaubt ist oder nicht, und was das Register sagt.

## Namen

consent-channel-email = E-Mail
consent-channel-sms = SMS
consent-channel-letter = Brief
consent-channel-phone = Telefon
consent-channel-push = Mitteilung auf Ihrem Gerät
consent-purpose-service = Servicenachricht
consent-purpose-reminder = Erinnerung an Hauptuntersuchung und Wartung
consent-purpose-workshop-offer = Angebote der Werkstatt
consent-purpose-sales-news = Neuigkeiten und Aktionen aus dem Verkauf
consent-purpose-newsletter = Newsletter und allgemeine Informationen
consent-purpose-partner-offer = Angebote von Partnern
consent-purpose-review-request = Bitte um eine Bewertung
consent-purpose-portal-invitation = Einladung zur eigenen Seite
consent-purpose-recall = Rückruf
consent-purpose-meaning-reminder = Wir sagen Ihnen Bescheid, wenn für Ihr Auto die Hauptuntersuchung oder eine Wartung ansteht.
consent-purpose-meaning-workshop-offer = Angebote unserer Werkstatt, zum Beispiel Wintercheck oder Reifen.
consent-purpose-meaning-sales-news = Neuigkeiten über Autos und Aktionen in unserem Autohaus.
consent-purpose-meaning-newsletter = Unser Newsletter mit Tipps und Neuigkeiten aus unserem Betrieb. Manchmal fragen wir Sie auch, wie zufrieden Sie mit uns waren.
consent-purpose-meaning-partner-offer = Angebote von Firmen, mit denen wir zusammenarbeiten. Wir versenden sie selbst und geben Ihre Daten nicht weiter.
consent-kind-prospect = Interessent, noch kein Kunde
consent-kind-customer = Kunde
consent-kind-former = ehemaliger Kunde
consent-kind-business = Firma
consent-kind-unknown = noch nicht bekannt
consent-choice-unset = Noch nicht gewählt
consent-choice-yes = Ja
consent-choice-no = Nein
consent-basis-consent = Einwilligung
consent-basis-requested-service = angeforderter Dienst
consent-basis-soft-opt-in = Bestandskunde (Soft-Opt-in)
consent-basis-legitimate-interest = berechtigtes Interesse
consent-basis-contract = Vertrag
consent-basis-legal-duty = gesetzliche Pflicht oder Sicherheit
consent-basis-published-address = dafür veröffentlichte Adresse
consent-basis-impersonal-address = allgemeine Firmenadresse
consent-basis-presumed-consent = mutmaßliche Einwilligung

## Warum die Nachricht erlaubt ist

consent-allow-consent = Der Kunde hat diesen Nachrichten an diese Adresse zugestimmt.
consent-allow-requested-service = Der Kunde hat diesen Dienst selbst eingeschaltet.
consent-allow-soft-opt-in = Der Kunde hat bei uns etwas Ähnliches gekauft, uns diese Adresse selbst gegeben und konnte dabei widersprechen.
consent-allow-legitimate-interest = Eine Einwilligung ist hier nicht nötig: Unser Interesse ist abgewogen und dokumentiert, und der Kunde hat nicht widersprochen.
consent-allow-contract = Die Nachricht gehört zu einem Termin, einer Bestellung oder einer Anfrage des Kunden.
consent-allow-legal-duty = Diese Nachricht muss immer ankommen: Gesetz oder Sicherheit verlangen es.
consent-allow-published-address = Die Firma hat diese Adresse für solche Nachrichten veröffentlicht.
consent-allow-impersonal-address = Das ist eine allgemeine Adresse einer Firma und nicht die einer Person.
consent-allow-presumed-consent = Es ist dokumentiert, warum diese Firma den Anruf vermutlich wünscht.

## Warum die Nachricht nicht erlaubt ist

consent-deny-erased = Die Daten dieser Person wurden auf Wunsch gelöscht.
consent-deny-restricted = Diese Person hat die Verarbeitung ihrer Daten einschränken lassen.
consent-deny-deceased = Diese Person ist verstorben.
consent-deny-minor = Diese Person ist minderjährig.
consent-deny-objected = Der Kunde möchte keinerlei Werbung.
consent-deny-purpose-refused = Der Kunde möchte diese Art von Nachrichten nicht.
consent-deny-vehicle-gone = Das Auto gehört diesem Kunden nicht mehr.
consent-deny-company-suspended = Das Unternehmen darf zurzeit keine Werbung versenden.
consent-deny-content-unfit = Die Nachricht ist noch nicht freigegeben oder es fehlt eine Pflichtangabe.
consent-deny-frequency-cap = Der Kunde hat vorerst genug Nachrichten bekommen.
consent-deny-quiet-hours = Zu dieser Zeit stören wir niemanden.
consent-deny-channel-refused = Der Kunde möchte auf diesem Weg nicht kontaktiert werden.
consent-deny-refused-on-channel = Der Kunde möchte diese Art von Nachrichten nicht auf diesem Weg.
consent-deny-no-contact-point = Dafür ist keine Adresse oder Nummer bekannt.
consent-deny-contact-point-invalid = Die Adresse oder Nummer stimmt nicht.
consent-deny-bounced = Nachrichten an diese Adresse kommen als unzustellbar zurück.
consent-deny-complained = Der Empfänger hat eine Nachricht als unerwünscht gemeldet.
consent-deny-stopped = Der Empfänger hat mit STOP geantwortet.
consent-deny-on-register = Der Kunde steht auf einer öffentlichen Liste von Personen, die das nicht wünschen.
consent-deny-other-entity = Eine andere Firma hat die Adresse erhoben oder die Einwilligung bekommen.
consent-deny-origin-unknown = Bei dieser Adresse ist nicht bekannt, woher sie stammt.
consent-deny-unconfirmed = Der Kunde hat zugestimmt, dies aber noch nicht von der Adresse selbst aus bestätigt.
consent-deny-partner-not-named = Dieser Partner stand nicht auf der Liste, der der Kunde zugestimmt hat.
consent-deny-inactive = Von dieser Person war zu lange nichts zu hören; die Einwilligung gilt nicht mehr.
consent-deny-no-need = Es gibt keinen Termin, keine Bestellung und keine Anfrage, zu der diese Nachricht gehört.
consent-deny-no-consent = Der Kunde hat dem nicht zugestimmt, und ohne Zustimmung ist es nicht erlaubt.
consent-deny-not-for-channel = Diese Art von Nachrichten ist auf diesem Weg nicht erlaubt.
consent-deny-soft-no-purchase = Der Kunde hat dem nicht zugestimmt und bei uns noch nichts bezahlt.
consent-deny-soft-other-entity = Der Kunde hat bei einer anderen Firma gekauft oder ihr die Adresse gegeben.
consent-deny-soft-no-notice = Als wir diese Adresse bekamen, gab es keinen Hinweis, dass wir sie für Werbung nutzen.
consent-deny-soft-no-opt-out = Als wir diese Adresse bekamen, konnte der Kunde nicht widersprechen.
consent-deny-soft-not-similar = Was der Kunde bei uns gekauft hat, ähnelt dem Angebot dieser Nachricht nicht.
consent-deny-soft-address-not-theirs = Es ist nicht dokumentiert, wann der Kunde uns diese Adresse gegeben hat.
consent-deny-soft-aged = Der letzte Kauf liegt zu lange zurück.
consent-hold-kind-unknown = Es kommt darauf an, ob es ein Kunde oder eine Firma ist. Bitte ergänzen Sie das zuerst.
consent-hold-register-unchecked = Bitte prüfen Sie zuerst, ob der Kunde auf der öffentlichen Sperrliste steht.

## Worauf die Entscheidung beruht

consent-item-granted = Zugestimmt am { $date }
consent-item-requested = Dienst eingeschaltet am { $date }
consent-item-refused = Abgelehnt am { $date }
consent-item-bought-workshop = Werkstattbesuch bezahlt am { $date }
consent-item-bought-parts = Teile oder Zubehör bezahlt am { $date }
consent-item-bought-vehicle = Auto gekauft am { $date }
consent-item-collected = Adresse vom Kunden erhalten am { $date }
consent-item-notice = Der Kunde konnte widersprechen: Hinweis in Kraft am { $date }

## Was mit einem Vorschlag geschieht

consent-outcome-send-email = Geht per E-Mail.
consent-outcome-send-sms = Geht per SMS.
consent-outcome-send-letter = Geht per Brief.
consent-outcome-send-push = Geht als Mitteilung auf das Gerät.
consent-outcome-call = Steht auf der Anrufliste.
consent-outcome-call-locked = Steht auf der Anrufliste, aber bitte nicht anrufen: { $reason }
consent-outcome-nothing = Es geht nichts hinaus: { $reason }

## Was in einer Nachricht stehen muss

consent-must-identity = der vollständige Firmenname
consent-must-postal-address = die Postanschrift
consent-must-registration-number = Handelsregister- oder USt-IdNr.
consent-must-replyable-sender = ein Absender, der Antworten empfängt
consent-must-marked-as-advertising = dass es Werbung ist
consent-must-reason-line = warum der Kunde das bekommt
consent-must-unsubscribe = ein Abmeldelink
consent-must-preference-link = ein Link zu den Einstellungen
consent-must-privacy-link = ein Link zur Datenschutzerklärung
consent-must-objection-sentence = der Satz zum Widerspruchsrecht
consent-must-objection-notice = der Hinweis auf das Widerspruchsrecht
consent-must-address-source = woher die Adresse stammt
consent-must-stop-text = wie der Kunde SMS abbestellt
consent-must-preference-code = ein Code oder QR zu den Einstellungen
consent-must-caller-name = der Name des Anrufers
consent-must-commercial-purpose = der Zweck des Anrufs, gleich zu Beginn
consent-must-visible-number = eine sichtbare Rufnummer
consent-must-right-to-object-offered = das Angebot, nicht mehr angerufen zu werden
consent-must-presumed-reason = warum die Firma den Anruf vermutlich wünscht
consent-objection-sentence = Sie können dieser Nutzung Ihrer Adresse jederzeit widersprechen. Dafür entstehen Ihnen keine anderen Kosten als die Übermittlungskosten nach den Basistarifen.
consent-stop-text-word = Abmelden? Antworten Sie mit STOP oder über { $link }
consent-stop-text-short-code = Abmelden? STOP an { $number }

## Das Einwilligungsregister

consent-action-grant = Zugestimmt
consent-action-confirm = Zustimmung bestätigt
consent-action-deny = Abgelehnt
consent-action-withdraw = Einwilligung widerrufen
consent-action-object = Widerspruch gegen jede Werbung
consent-action-soi-notice = Auf das Widerspruchsrecht hingewiesen
consent-action-import = Ohne Nachweis übernommen, gilt nicht als Zustimmung
consent-action-expire = Einwilligung abgelaufen
consent-action-correct = Früheren Eintrag berichtigt
consent-method-portal = auf der eigenen Seite
consent-method-link = über einen Link in einer Nachricht
consent-method-web-form = über ein Formular auf der Website
consent-method-one-click = mit einem Klick abgemeldet
consent-method-stop = mit STOP per SMS
consent-method-arf = als Spam gemeldet
consent-method-paper = auf Papier
consent-method-counter = am Schalter
consent-method-phone = am Telefon
consent-method-letter = per Brief
consent-method-dms = aus dem Händlersystem
consent-method-import = aus einer Datei
consent-method-api = über ein anderes Programm
consent-method-merge = beim Zusammenführen von Kunden
consent-method-system = automatisch
consent-actor-customer = Sie selbst
consent-actor-staff = ein Mitarbeiter
consent-actor-import = das Händlersystem
consent-actor-partner = ein Partnerprogramm
consent-actor-system = automatisch
consent-origin-customer = vom Kunden angegeben
consent-origin-dms = aus dem Händlersystem
consent-origin-staff = von einem Mitarbeiter notiert
consent-origin-import-without-origin = aus einer Datei ohne Herkunftsangabe

## Was an einem Eintrag fehlt

consent-invalid-wording-missing = Zu einer Zustimmung gehört der Text, den der Kunde gesehen hat. Bitte wählen Sie ihn aus.
consent-invalid-origin-missing = Geben Sie an, wo der Kunde zugestimmt hat, zum Beispiel am Schalter oder in einem Formular.
consent-invalid-time-missing = Geben Sie an, wann der Kunde das gesagt hat.
consent-invalid-in-the-future = Dieser Zeitpunkt liegt in der Zukunft. Geben Sie an, wann der Kunde das gesagt hat.
consent-invalid-contact-point-missing = Eine Zustimmung gehört zu einer Adresse oder Nummer. Bitte tragen Sie diese zuerst ein.
consent-invalid-pre-ticked = Das Ja war schon ausgewählt. Lassen Sie den Kunden selbst wählen.
consent-invalid-road-cannot-grant = Mit diesem Link können Sie sich abmelden. Zum Einschalten melden Sie sich bitte an.
consent-invalid-reason-missing = Geben Sie an, warum Sie das ändern. Der Kunde sieht, dass es ein Mitarbeiter war.
consent-invalid-not-asked = Für diese Art von Nachrichten wird keine Einwilligung abgefragt.
consent-invalid-basis-unfit = Eine Zustimmung beruht auf einer Einwilligung oder einem Dienst, den der Kunde eingeschaltet hat.
consent-invalid-partner-list-missing = Geben Sie an, welche Partnerliste der Kunde gesehen hat.
consent-invalid-objection-is-partial = Ein Widerspruch gilt für alle Werbung. Wählen Sie für eine einzelne Art «nicht erhalten».
consent-invalid-supersedes-missing = Wählen Sie den Eintrag aus, um den es geht.
consent-invalid-not-a-cell = Nur eine Zustimmung zu einer Art von Nachrichten an einer Adresse kann ablaufen.

## Was am Register nicht stimmt

consent-damage-wrong-number = Eintrag { $number } hat eine andere Nummer: Ein Eintrag wurde entfernt, eingefügt oder verschoben.
consent-damage-wrong-company = Eintrag { $number } gehört zu einem anderen Unternehmen.
consent-damage-not-joined = Eintrag { $number } schließt nicht an den vorigen an.
consent-damage-header-changed = Bei Eintrag { $number } wurden Nummer, Datum oder Kennung geändert.
consent-damage-content-changed = Der Inhalt von Eintrag { $number } wurde geändert.
consent-damage-head-missing = Das Register führt nicht zu Eintrag { $number }, der anderswo notiert ist.
consent-damage-emptied = Eintrag { $number } wurde geleert, obwohl die Daten dieser Person nicht gelöscht wurden.
consent-damage-wording-changed = Der Text, auf den sich Eintrag { $number } bezieht, steht nicht mehr da, wie er gezeigt wurde.
consent-damage-standing-changed = Die Einwilligungen, die zur Person von Eintrag { $number } gespeichert sind, stimmen nicht mit dem Register überein.
