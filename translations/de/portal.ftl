# Die Seiten der Kundinnen und Kunden: Anmelden, Konto, Daten, Fahrzeug, Einstellungen, Hilfe.

## Menü

portal-nav-home = Start
portal-nav-home-short = Start
portal-nav-details = Meine Daten
portal-nav-details-short = Daten
portal-nav-cars = Mein Fahrzeug
portal-nav-cars-short = Fahrzeug
portal-nav-preferences = Meine Wünsche
portal-nav-preferences-short = Wünsche
portal-nav-account = Anmeldung und Sicherheit
portal-nav-account-short = Konto
portal-nav-help = Hilfe und Kontakt
portal-nav-help-short = Hilfe
portal-complete = Ihre Daten sind zu { $percent } % vollständig
portal-complete-missing = Es fehlt noch: { $missing }
portal-complete-action = Ergänzen

## Anmelden

sign-in-title = Anmelden
sign-in-new-account = Noch nicht registriert – jetzt Konto erstellen
sign-in-forgot = Passwort vergessen
sign-in-login = E-Mail-Adresse
sign-in-login-hint = Mit dieser Adresse melden Sie sich an
sign-in-password = Passwort
sign-in-stay = Angemeldet bleiben
sign-in-stay-for-ever = Bis Sie sich selbst abmelden. Wählen Sie das nur auf einem eigenen Gerät.
sign-in-stay-days =
    { $count ->
        [one] { $count } Tag lang nach der Anmeldung. Wählen Sie das nur auf einem eigenen Gerät.
       *[other] { $count } Tage lang nach der Anmeldung. Wählen Sie das nur auf einem eigenen Gerät.
    }
sign-in-stay-hours =
    { $count ->
        [one] { $count } Stunde lang nach der Anmeldung. Wählen Sie das nur auf einem eigenen Gerät.
       *[other] { $count } Stunden lang nach der Anmeldung. Wählen Sie das nur auf einem eigenen Gerät.
    }
sign-in-button = Anmelden
sign-in-text-1 = Ihr Kundenbereich hält Sie über alles Nützliche rund um Ihr Fahrzeug auf dem Laufenden.
sign-in-text-2 = Hier sehen Sie die Kontaktdaten, die wir von Ihnen haben, und ändern sie bei Bedarf. Außerdem bestimmen Sie, welche Informationen Sie von uns erhalten und auf welchem Weg.
sign-in-create = Jetzt Konto erstellen
sign-in-side-title = Alles rund um Ihr Fahrzeug an einem Ort
sign-in-side-due = Sehen Sie rechtzeitig, wann Hauptuntersuchung oder Wartung anstehen
sign-in-side-papers = Finden Sie Besuche und Rechnungen wieder
sign-in-side-choice = Wählen Sie selbst, welche Nachrichten Sie erhalten
error-sign-in = E-Mail-Adresse und Passwort passen nicht zusammen. Versuchen Sie es noch einmal oder wählen Sie „Passwort vergessen“.

## Konto aktivieren und anfragen

activate-title = Neues Konto erstellen
activate-lead = Wenn Sie von uns eine Nachricht zur Aktivierung Ihres Kontos erhalten haben, füllen Sie bitte die folgenden Felder aus und wählen Sie „Absenden“.
activate-number = Kundennummer
activate-number-hint = Sie steht in unserer Nachricht und auf Ihren Rechnungen.
activate-email = E-Mail
activate-plate = Kennzeichen
activate-plate-hint = Mit oder ohne Bindestrich
activate-note = Wir senden einen Link an die E-Mail-Adresse, die wir von Ihnen haben. Damit wählen Sie selbst ein Passwort.
activate-button = Absenden
activate-no-message = Sie haben (noch) keine Nachricht erhalten?
activate-request-link = Dann fragen Sie Ihr Konto hier an.
activate-sent = Wenn diese Angaben mit unseren übereinstimmen, senden wir jetzt einen Link an die E-Mail-Adresse, die wir von Ihnen haben. Der Link gilt 24 Stunden.
activate-sent-otherwise = Keine Nachricht erhalten? Sehen Sie auch im Spam-Ordner nach oder fragen Sie uns.
check-mail-title = Bitte sehen Sie in Ihre E-Mails
check-mail-sign-in = Zur Anmeldung

request-title = Konto anfragen
request-lead = Sie haben keine Aktivierungsdaten? Füllen Sie dieses Formular aus, wir suchen sie für Sie heraus.
request-first-name = Vorname
request-last-name = Nachname
request-promise =
    { $count ->
        [one] Sie erhalten Ihre Aktivierungsdaten innerhalb von { $count } Werktag.
       *[other] Sie erhalten Ihre Aktivierungsdaten innerhalb von { $count } Werktagen.
    }
request-button = Anfragen
request-sent-title = Ihre Anfrage ist da
request-sent = Wir sehen sie uns an und melden uns spätestens am { $due }. Eine Bestätigung haben wir Ihnen per E-Mail geschickt.

## Passwort

forgot-title = Passwort vergessen
forgot-lead = Geben Sie Ihre E-Mail-Adresse ein. Sie erhalten einen Link, mit dem Sie ein neues Passwort wählen.
forgot-button = Link senden
forgot-sent = Wenn zu dieser Adresse ein Konto gehört, senden wir jetzt einen Link dorthin. Der Link gilt 24 Stunden und einmal.
forgot-sent-otherwise = Sie haben noch kein Konto?
set-password-title-first = Wählen Sie Ihr Passwort
set-password-title-new = Wählen Sie ein neues Passwort
set-password-lead-first = Damit ist Ihr Konto fertig.
set-password-lead-new = Auf allen Geräten melden Sie sich danach neu an.
set-password-new = Neues Passwort
set-password-again = Noch einmal
set-password-hint = Mindestens { $min } Zeichen. Ein kurzer Satz, den nur Sie kennen, eignet sich gut.
set-password-note = Nach dem Speichern sind Sie angemeldet.
set-password-button = Passwort speichern
link-ended-title = Dieser Link gilt nicht mehr
link-ended-text = Ein Link gilt einmal und nur eine begrenzte Zeit. Fordern Sie gern einen neuen an.
link-ended-forgot = Neues Passwort anfordern
link-ended-activate = Konto aktivieren
error-account-address-in-use = Mit dieser E-Mail-Adresse meldet sich bereits jemand anderes an. Nennen Sie uns eine eigene Adresse, dann senden wir Ihnen einen neuen Link.
step-up-title = Sind Sie es selbst?
step-up-lead = Sie ändern gleich etwas, das Ihr Konto schützt. Bitte geben Sie dafür noch einmal Ihr Passwort ein.

## Start

home-lead = Willkommen auf Ihrer eigenen Seite bei { $company }.
home-car-button = Fahrzeug ansehen
home-more-cars = Ihre weiteren Fahrzeuge
home-tiles = Was Sie hier tun können
home-tile-details-title = Meine Daten
home-tile-details-text = Halten Sie Ihre Daten aktuell, damit wir auf dem richtigen Weg in Kontakt bleiben.
home-tile-details-link = Daten ändern
home-tile-preferences-title = Meine Wünsche
home-tile-preferences-text = Bestimmen Sie selbst, welche Nachrichten Sie erhalten möchten und welche nicht.
home-tile-preferences-link = Wünsche ändern
home-tile-cars-title = Mein Fahrzeug
home-tile-cars-text = Hier finden Sie die Daten Ihres Fahrzeugs.
home-tile-cars-link = Daten ansehen
home-tile-invoices-title = Meine Rechnungen
home-tile-invoices-text = Sehen und behalten Sie die Rechnungen Ihrer Besuche.
home-tile-invoices-link = Rechnungen ansehen
welcome-title = Ihr Konto ist fertig
welcome-text = Sie melden sich künftig mit Ihrer E-Mail-Adresse und Ihrem Passwort an.
welcome-object = Sie haben jederzeit das Recht, Werbung von uns zu widersprechen. Sagen Sie Nein, und wir hören sofort damit auf.

## Meine Daten

details-title = Meine Daten
details-lead = Halten Sie Ihre Daten aktuell, damit wir auf dem richtigen Weg in Kontakt bleiben.
details-commitment = Wir verwenden Ihre Daten, um Sie und Ihr Fahrzeug gut zu betreuen, und geben sie niemandem für dessen Werbung.
details-name = Name
details-address = Anschrift
details-contact = So erreichen wir Sie
details-name-title = Namen ändern
details-address-title = Anschrift ändern
details-contact-title = E-Mail und Telefon ändern
details-name-button = Namen ändern
details-address-button = Anschrift ändern
details-contact-button = E-Mail und Telefon ändern
details-address-missing = Wir haben noch keine Anschrift von Ihnen.
details-edit-lead = Es wird nichts gespeichert, bis Sie auf Speichern drücken.
details-save = Meine Daten speichern
details-save-note = Wir speichern Ihre Änderung und geben sie an unsere Verwaltung weiter.
details-sign-in-note = Sie melden sich mit { $email } an. Diese Adresse ändern Sie unter „Anmeldung und Sicherheit“.
details-contact-lead = Wenn Sie Ihre E-Mail-Adresse ändern, bitten wir Sie, sie zu bestätigen.
details-contact-note = Eine Einwilligung für eine alte Adresse oder Nummer geht nicht von selbst auf die neue über. Was Sie abgelehnt haben, bleibt abgelehnt.
details-email-hint = Hierhin senden wir Bestätigungen und Rechnungen.
details-mobile-hint = Für Rückfragen, während Ihr Fahrzeug bei uns ist.
details-email-confirmed = bestätigt
details-email-unconfirmed = noch nicht bestätigt
details-email-invalid = Nachrichten kommen nicht an
details-verify-button = Bestätigung noch einmal senden
details-password = Ihr Passwort
details-password-hint = So wissen wir, dass Sie es sind.
field-name = Name
field-salutation = Anrede
field-initials = Initialen
field-infix = Namenszusatz
field-company = Firma
field-street = Straße
field-house-number = Hausnummer
field-addition = Adresszusatz
field-postcode = Postleitzahl
field-city = Ort
field-region = Region
field-country = Land
choose = Bitte wählen
error-choose = Bitte wählen Sie etwas aus der Liste.
error-phone-not-mobile = Das ist keine Mobilfunknummer. Geben Sie eine Festnetznummer unter „Telefonnummer“ ein.

## Mein Fahrzeug

cars-lead = Alle Fahrzeuge, die wir von Ihnen kennen.
cars-empty-title = Wir kennen noch kein Fahrzeug von Ihnen
cars-empty-text = Betreuen wir ein Fahrzeug von Ihnen? Sagen Sie uns Bescheid, dann erscheint es hier.
cars-empty-button = Kontakt aufnehmen
car-without-name = Ihr Fahrzeug
car-inspection-due = Ihre Hauptuntersuchung ist { $when } fällig
car-inspection-by = Bis spätestens { $date }
car-inspection-over = Ihre Hauptuntersuchung ist abgelaufen
car-inspection-since = Seit dem { $date }
car-inspection-unknown = Wir wissen noch nicht, wann Ihre Hauptuntersuchung fällig ist
car-mileage = Kilometerstand
car-mileage-on = { $mileage } am { $date }
car-mileage-hint = So, wie ihn der Tacho jetzt zeigt.
car-mileage-sure = Dieser Stand stimmt wirklich
car-nickname = Eigener Name für dieses Fahrzeug
car-nickname-hint = Praktisch, wenn Sie mehrere haben.
car-maintenance = Nächste Wartung
car-engine-number = Motornummer
car-facts = Daten
car-history = Besuche
car-history-empty = Hier sehen Sie künftig, was wir an Ihrem Fahrzeug gemacht haben.
car-visit-mileage = { $number } km
car-edit-title = Kilometerstand melden
car-edit-button = Kilometerstand melden
car-edit-note = Am Kilometerstand sehen wir, wann Ihr Fahrzeug eine Wartung braucht.
car-edit-save = Speichern
car-correction-button = Stimmt etwas nicht?
car-correction-waiting = Sie haben uns am { $date } um eine Korrektur gebeten: { $field } soll „{ $value }“ sein. Wir sehen es uns an.
correction-title = Etwas berichtigen lassen
correction-lead = { $car }. Diese Daten stammen aus dem Fahrzeugregister oder aus unserer Verwaltung. Sagen Sie uns, was anders sein muss, wir klären es.
correction-field = Was stimmt nicht?
correction-value = Wie muss es heißen?
correction-value-hint = Bei einem Datum: Tag, Monat und Jahr. Gehört das Fahrzeug nicht mehr Ihnen? Dann geben Sie an, seit wann.
correction-note = Erläuterung
correction-after = Wir prüfen es und ändern es, wenn es stimmt.
correction-button = Berichtigung anfragen
error-mileage-lower = Das ist weniger als der letzte Stand von { $old } km. Sehen Sie noch einmal nach oder bestätigen Sie, dass er stimmt.
invoices-title = Rechnungen
invoices-lead = Ihre Rechnungen, genau so, wie Sie sie von uns erhalten haben.
invoices-all = Alle Rechnungen
invoices-empty-title = Noch keine Rechnungen
invoices-empty-text = Nach Ihrem ersten Besuch finden Sie hier die Rechnung.
invoices-no-document = Diese Rechnung bei uns anfordern
invoice-category-workshop = Werkstatt
invoice-category-parts = Teile
invoice-category-vehicle = Fahrzeug
invoice-category-other = Rechnung

change-field-gender = Anrede
change-field-initials = Initialen
change-field-first-name = Vorname
change-field-infix = Namenszusatz
change-field-last-name = Nachname
change-field-business-name = Firma
change-field-email = E-Mail-Adresse
change-field-mobile = Mobilfunknummer
change-field-phone = Telefonnummer
change-field-address = Anschrift
change-field-mileage = Kilometerstand
change-field-plate = Kennzeichen
change-field-vin = Fahrgestellnummer (FIN)
change-field-make = Marke
change-field-model = Marke und Modell
change-field-plate-country = Land des Kennzeichens
change-field-version = Ausführung
change-field-body = Karosserie
change-field-maintenance-due = Datum der nächsten Wartung
change-field-colour = Farbe
change-field-fuel = Kraftstoff
change-field-first-registration = Erstzulassung
change-field-inspection-due = Termin der Hauptuntersuchung
change-field-owned-until = Das Fahrzeug gehört mir nicht mehr
change-nothing = nichts
change-line = { $field }: von „{ $old }“ zu „{ $new }“
change-correction-line = Gewünschte Korrektur, { $field }: von „{ $shown }“ zu „{ $asked }“

## Meine Wünsche

preferences-words-changed = Der Text auf dieser Seite hat sich gerade geändert. Deshalb wurde nichts gespeichert. Bitte lesen Sie ihn und wählen Sie noch einmal.
preferences-lead = Sagen Sie hier, welche Informationen Sie von { $company } erhalten möchten. Sie können Ihre Wahl jederzeit ändern.
preferences-topics-title = Welche Informationen möchten Sie erhalten?
preferences-yes = Ja
preferences-no = Nein
preferences-topic-sales-news = Neuigkeiten und Aktionen aus dem Verkauf
preferences-topic-text-sales-news = Neues über Fahrzeuge und Aktionen aus unserem Verkaufsraum.
preferences-topic-yes-sales-news = Sie hören von uns, wenn es Neues oder eine Aktion gibt.
preferences-topic-no-sales-news = Sie erhalten keine Neuigkeiten aus dem Verkauf.
preferences-topic-workshop-offer = Angebote der Werkstatt
preferences-topic-text-workshop-offer = Angebote unserer Werkstatt, etwa ein Wintercheck oder Reifen.
preferences-topic-yes-workshop-offer = Sie erhalten unsere Angebote für Wartung und Reparatur.
preferences-topic-no-workshop-offer = Sie erhalten keine Angebote der Werkstatt.
preferences-topic-newsletter = Newsletter und allgemeine Informationen
preferences-topic-text-newsletter = Unser Newsletter mit Tipps und Neuem. Ab und zu fragen wir auch, wie zufrieden Sie waren.
preferences-topic-yes-newsletter = Sie erhalten unseren Newsletter.
preferences-topic-no-newsletter = Sie erhalten keinen Newsletter.
preferences-topic-reminder = Erinnerung an Hauptuntersuchung und Wartung
preferences-topic-text-reminder = Wir sagen Ihnen Bescheid, wenn Hauptuntersuchung oder Wartung fällig sind.
preferences-topic-yes-reminder = Wir denken für Sie an Hauptuntersuchung und Wartung.
preferences-topic-no-reminder = Sie behalten selbst im Blick, wann Hauptuntersuchung und Wartung fällig sind.
preferences-topic-unset = Dazu haben Sie noch nichts gesagt.
preferences-channels-title = Sie dürfen mich erreichen über:
preferences-channels-text = Wir nutzen nur die Wege, zu denen Sie Ja sagen.
preferences-channel-email = E-Mail
preferences-channel-letter = Brief
preferences-channel-phone = Telefon
preferences-channel-sms = SMS
preferences-channel-yes-email = Wir dürfen Ihnen zu den Themen oben E-Mails schreiben.
preferences-channel-yes-letter = Wir dürfen Ihnen einen Brief schicken.
preferences-channel-yes-phone = Wir dürfen Sie anrufen.
preferences-channel-yes-sms = Wir dürfen Ihnen eine SMS schicken.
preferences-channel-no-email = Wir schreiben Ihnen nur zu Terminen, Rechnungen und Ihrem Konto.
preferences-channel-no-letter = Sie erhalten von uns keine Post mit Angeboten.
preferences-channel-no-phone = Wir rufen Sie nur zu einem laufenden Termin an.
preferences-channel-no-sms = Wir schicken Ihnen nur zu einem laufenden Termin eine SMS.
preferences-channel-missing-email = Wir haben noch keine E-Mail-Adresse von Ihnen. Tragen Sie sie unter Meine Daten ein.
preferences-channel-missing-letter = Wir haben noch keine Anschrift von Ihnen. Tragen Sie sie unter Meine Daten ein.
preferences-channel-missing-phone = Wir haben noch keine Telefonnummer von Ihnen. Tragen Sie sie unter Meine Daten ein.
preferences-channel-missing-sms = Wir haben noch keine Mobilfunknummer von Ihnen. Tragen Sie sie unter Meine Daten ein.
preferences-prefer = Am liebsten über
preferences-prefer-hint = Diesen Weg wählen wir, wenn mehrere erlaubt sind.
preferences-prefer-none = Egal
preferences-never-asked = Noch nicht gewählt
preferences-changed-customer = Von Ihnen gewählt am { $date }
preferences-changed-staff = Geändert von { $company } am { $date }
preferences-changed-import = Aus unserer Verwaltung übernommen am { $date }
preferences-changed-system = Automatisch geändert am { $date }
preferences-finer = Genauer wählen je Thema
preferences-finer-text = Sie möchten ein Thema, aber nicht auf jedem Weg? Schalten Sie es hier aus.
preferences-as-above = Wie oben
preferences-not = Nein
preferences-save = Wünsche speichern
preferences-save-note = Es ändert sich nichts, bis Sie auf Speichern drücken.
preferences-object-title = Gar keine Werbung
preferences-object-notice = Sie haben jederzeit das Recht, Werbung von { $company } zu widersprechen. Sagen Sie Nein, und wir hören sofort damit auf. Nachrichten zu Ihren Terminen, Rechnungen und zur Sicherheit Ihres Fahrzeugs erhalten Sie weiterhin.
preferences-everything-off = Alles ausschalten
preferences-objection-title = Sie erhalten keine Werbung von uns
preferences-objection-text = Sie haben alles ausgeschaltet. Sagen Sie unten irgendwo Ja, gilt nur das.

## Wünsche und Seiten über einen Link

link-preferences-title = Weniger Nachrichten
link-preferences-lead = Hier stoppen Sie Nachrichten von { $company }. Eine Anmeldung ist nicht nötig.
link-preferences-for = Es geht um { $email }
link-stop-this = Stoppen: { $what }
link-scope-both = { $topic }, über { $channel }
link-scope-all = jede Werbung
link-this-stopped = Diese Nachrichten sind gestoppt.
link-topics = Diese Themen nicht mehr
link-channels = Auf diesen Wegen nicht mehr
link-save = Wahl speichern
link-save-note = Nur was Sie ankreuzen, wird gestoppt.
link-all-stopped = Jede Werbung ist gestoppt.
link-grant = Möchten Sie etwas erhalten? Das geht nach der Anmeldung.
personal-lead = { $company } hat eine Nachricht zu Ihrem Fahrzeug für Sie.
personal-open = Meine Seite öffnen
personal-not-you = Sind Sie das nicht, oder möchten Sie alles sehen?
personal-opened = Sie sehen nur, worum es in der Nachricht ging. Für alles Weitere melden Sie sich bitte an.
personal-call = Rufen Sie uns an
personal-mail = Schreiben Sie uns
personal-more-title = Alles zu Ihrem Fahrzeug
personal-more-text = Ihre Rechnungen, Besuche und Wünsche finden Sie auf Ihrer eigenen Seite.

## Hilfe

help-title = Hilfe und Kontakt
help-lead = Fragen zu Ihrem Fahrzeug, einem Termin oder dieser Seite? Wir helfen Ihnen gern.
help-website = Unsere Website
help-locations = Unsere Standorte
help-open-until = Geöffnet bis { $time }
help-opens = Geschlossen, öffnet { $day } um { $time }
help-closed = Geschlossen

## Anmeldung und Sicherheit

account-title = Anmeldung und Sicherheit
account-since = Ihr Konto besteht seit dem { $date }.
account-sign-in = So melden Sie sich an
account-email = E-Mail-Adresse
account-email-button = E-Mail-Adresse ändern
account-password-button = Passwort ändern
account-sessions = Wo Sie angemeldet sind
account-sessions-text = Erkennen Sie etwas nicht? Melden Sie das Gerät ab und ändern Sie Ihr Passwort.
account-session-here = dieses Gerät
account-session-seen = Zuletzt genutzt { $when }, von { $ip }
account-session-unknown = Unbekanntes Gerät
account-session-end = Abmelden
account-sessions-end-others = Alle anderen Geräte abmelden
account-language = Sprache Ihres Kontos
account-language-text = In dieser Sprache sehen Sie Ihre Seite, und in ihr schreiben wir Ihnen zu Ihrem Konto.
account-password-title = Passwort ändern
account-password-lead = Auf anderen Geräten melden Sie sich danach neu an.
account-password-current = Aktuelles Passwort
account-password-note = Wir teilen Ihnen per E-Mail mit, dass es geändert wurde.
account-password-save = Passwort ändern
account-email-title = E-Mail-Adresse ändern
account-email-lead = Sie melden sich jetzt mit { $email } an.
account-email-new = Neue E-Mail-Adresse
account-email-note = Wir senden einen Link an die neue Adresse. Erst wenn Sie ihn öffnen, gilt die Änderung.
account-email-save = Link senden
error-email-same = Mit dieser Adresse melden Sie sich schon an. Bitte geben Sie eine andere ein.
email-link-confirm-title = Neue E-Mail-Adresse bestätigen
email-link-confirm-text = Künftig melden Sie sich mit { $email } an.
email-link-confirm-button = Diese Adresse verwenden
email-link-confirm-done-title = Ihre E-Mail-Adresse wurde geändert
email-link-confirm-done-text = Sie melden sich künftig mit der neuen Adresse an.
email-link-confirm-in-use-title = Diese Adresse wird schon verwendet
email-link-confirm-in-use-text = Mit dieser E-Mail-Adresse meldet sich bereits jemand anderes an. Bitte wählen Sie eine andere.
email-link-verify-title = E-Mail-Adresse bestätigen
email-link-verify-text = Gehört { $email } Ihnen?
email-link-verify-button = Ja, das ist meine Adresse
email-link-verify-done-title = Vielen Dank
email-link-verify-done-text = Ihre E-Mail-Adresse ist bestätigt.
email-link-undo-title = Änderung rückgängig machen
email-link-undo-text = Sie melden sich dann wieder mit { $email } an. Alle Geräte werden abgemeldet, und Sie wählen ein neues Passwort.
email-link-undo-button = Änderung rückgängig machen
email-link-undo-done-title = Die Änderung wurde rückgängig gemacht
email-link-undo-done-text = Wir haben Ihnen einen Link geschickt, mit dem Sie ein neues Passwort wählen.
email-link-ended-title = Dieser Link gilt nicht mehr
email-link-ended-text = Der Link wurde schon verwendet oder ist abgelaufen. Melden Sie sich an, um es noch einmal zu versuchen.
done-home = Zu meiner Seite

## Bestätigungen

flash-details-saved = Ihre Daten sind gespeichert.
flash-contact-saved = Gespeichert. Wir haben einen Link geschickt, mit dem Sie Ihre E-Mail-Adresse bestätigen.
flash-verify-sent = Wir haben Ihnen einen Link geschickt, mit dem Sie Ihre E-Mail-Adresse bestätigen.
flash-car-saved = Gespeichert. Danke für die Meldung.
flash-correction-asked = Danke. Wir sehen es uns an.
flash-preferences-saved = Ihre Wünsche sind gespeichert und gelten ab sofort.
flash-preferences-off = Alles ist aus. Sie erhalten keine Werbung mehr von uns.
flash-link-preferences-saved = Ihre Wahl gilt ab jetzt.
flash-session-ended = Das Gerät ist abgemeldet.
flash-sessions-ended = Alle anderen Geräte sind abgemeldet.
flash-password-changed = Ihr Passwort ist geändert.
flash-email-change-sent = Wir haben einen Link an die neue Adresse geschickt.
