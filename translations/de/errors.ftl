# Was an einem Feld nicht stimmt und wie es richtig geht.

error-required = Bitte füllen Sie dieses Feld aus.
error-required-first-name = Bitte geben Sie den Vornamen ein.
error-required-last-name = Bitte geben Sie den Nachnamen ein.
error-required-city = Bitte geben Sie den Ort ein.
error-required-name = Bitte geben Sie einen Namen ein.
error-required-note = Bitte notieren Sie, warum.
error-required-reason = Bitte nennen Sie den Grund.
error-too-long = Verwenden Sie höchstens { $max } Zeichen.
error-text-not-editable = Diesen Text können Sie nicht anpassen.
error-text-no-variables = In diesem Text kann { $variable } nicht eingesetzt werden. Bitte entfernen Sie die Klammern.
error-text-unknown-variable = { $variable } ist hier nicht bekannt. Zur Auswahl stehen: { $known }.

error-country-unknown = Das Land «{ $value }» kennen wir nicht. Bitte wählen Sie ein Land aus der Liste oder geben Sie den Ländercode mit zwei Buchstaben an.

error-name-empty = Bitte geben Sie einen Nachnamen oder einen Firmennamen an.
error-name-characters = Bitte geben Sie nur einen Namen an, ohne Webadresse und ohne die Zeichen < > {"{"} {"}"}.

error-customer-number-empty = Bitte geben Sie Ihre Kundennummer an. Sie steht in unserer Nachricht an Sie und auf Ihren Rechnungen.
error-customer-number-form = Eine Kundennummer besteht aus Buchstaben und Ziffern, höchstens { $max } Zeichen. Bitte prüfen Sie sie noch einmal.

error-email-empty = Bitte geben Sie eine E-Mail-Adresse an.
error-email-one = Bitte geben Sie eine einzige E-Mail-Adresse ohne Leerzeichen und Kommas an. Sie haben «{ $value }» geschrieben.
error-email-at = In «{ $value }» fehlt das @-Zeichen.
error-email-local = Der Teil vor dem @ in «{ $value }» stimmt nicht. Verwenden Sie Buchstaben, Ziffern, Punkte und Striche.
error-email-domain = Der Teil nach dem @ in «{ $value }» stimmt nicht. Er sieht aus wie «beispiel.de».

error-phone-empty = Bitte geben Sie eine Telefonnummer an.
error-phone-characters = Eine Telefonnummer besteht aus Ziffern, eventuell mit einem + davor.
error-phone-form = Diese Telefonnummer gibt es nicht. Prüfen Sie, ob alle Ziffern da sind; bei einer ausländischen Nummer gehört die Landesvorwahl davor, etwa +31.

error-street-empty = Bitte geben Sie die Straße an.
error-house-number-empty = Bitte geben Sie die Hausnummer an.
error-house-number-form = In der Hausnummer fehlt eine Ziffer.
error-city-empty = Bitte geben Sie den Ort an.
error-postcode-empty = Bitte geben Sie die Postleitzahl an.
error-postcode-form = Diese Postleitzahl stimmt nicht. Verwenden Sie nur Buchstaben, Ziffern und Bindestriche.
error-postcode-nl = Eine niederländische Postleitzahl hat vier Ziffern und zwei Buchstaben, zum Beispiel 1234 AB.
error-postcode-de = Eine deutsche Postleitzahl hat fünf Ziffern, zum Beispiel 80331.
error-postcode-be = Eine belgische Postleitzahl hat vier Ziffern, zum Beispiel 1000.
error-postcode-fr = Eine französische Postleitzahl hat fünf Ziffern, zum Beispiel 75001.
error-postcode-at = Eine österreichische Postleitzahl hat vier Ziffern, zum Beispiel 1010.
error-postcode-ru = Eine russische Postleitzahl hat sechs Ziffern, zum Beispiel 101000.

error-plate-empty = Bitte geben Sie das Kennzeichen an.
error-plate-characters = Ein Kennzeichen besteht aus Buchstaben, Ziffern und Bindestrichen.
error-plate-long = Ein Kennzeichen hat höchstens { $max } Buchstaben und Ziffern. Bitte geben Sie ein einziges Kennzeichen an.

error-vin-empty = Bitte geben Sie die Fahrgestellnummer (FIN) an. Sie steht im Fahrzeugschein.
error-vin-characters = Eine Fahrgestellnummer besteht aus Ziffern und Buchstaben von A bis Z.
error-vin-letters = In einer Fahrgestellnummer kommen I, O und Q nicht vor. Meinen Sie eine 1 oder eine 0?
error-vin-long = Eine Fahrgestellnummer hat 17 Zeichen. Sie haben { $count } eingegeben.
error-vin-short = Eine Fahrgestellnummer hat 17 Zeichen, bei sehr alten Autos weniger. Sie haben { $count } eingegeben.

error-engine-number-empty = Bitte geben Sie die Motornummer an.
error-engine-number-form = Eine Motornummer besteht aus höchstens 25 Buchstaben und Ziffern.

error-mileage-empty = Bitte geben Sie den Kilometerstand an.
error-mileage-form = Bitte geben Sie den Kilometerstand in ganzen Kilometern an, zum Beispiel 84.500.
error-mileage-high = Dieser Kilometerstand ist zu hoch. Bitte geben Sie höchstens { $max } an.

error-slug-form = Verwenden Sie 2 bis 40 Kleinbuchstaben, Ziffern und einzelne Bindestriche, mit einem Buchstaben am Anfang.
error-slug-reserved = «{ $slug }» verwenden wir selbst. Bitte wählen Sie ein anderes Wort.
error-colour-form = Bitte geben Sie die Farbe als # mit sechs Zeichen an, zum Beispiel #35506b.
error-hours-form = Schreiben Sie Öffnungszeiten als 08:00-12:30, 13:00-17:30 oder «geschlossen».
error-hours-order = Das Ende muss nach dem Beginn liegen, am selben Tag.
error-hours-overlap = Diese Zeiten überschneiden sich. Fassen Sie sie zusammen oder lassen Sie eine Pause dazwischen.
error-setting-unknown = Die Einstellung «{ $key }» gibt es nicht.
error-setting-bounds = Bitte wählen Sie eine Zahl von { $min } bis { $max }.
error-setting-date = Dieses Datum gibt es nicht. Schreiben Sie Jahr, Monat und Tag, zum Beispiel 20160901.
error-setting-stay = Bitte wählen Sie mindestens 24 Stunden, oder 0 für immer.
error-base-url = Bitte geben Sie eine Webadresse ohne Pfad an, zum Beispiel https://www.beispiel.de.
error-control-characters = Verwenden Sie hier nur gewöhnliche Buchstaben, Ziffern und Satzzeichen.
