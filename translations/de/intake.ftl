# Dateien aus dem Händlersystem: warum eine Datei oder Zeile nicht übernommen wurde und warum ein Import nachfragt.

intake-kind-locations = Standorte
intake-kind-customers = Kunden
intake-kind-vehicles = Fahrzeuge
intake-kind-visits = Besuche
intake-kind-invoices = Rechnungen
intake-kind-consents = Einwilligungen

intake-result-rejected = Zeile nicht übernommen
intake-result-left-out = Zeile ohne diesen Wert übernommen

intake-error-file-file = Datei
intake-error-file-line = Zeile
intake-error-file-column = Spalte
intake-error-file-value = Wert
intake-error-file-reason = Grund
intake-error-file-result = Ergebnis

intake-no-files = Hier liegt keine Datei, die wir importieren können. Wählen Sie CSV-Dateien, einen Ordner damit oder ein ZIP-Archiv.
intake-busy = Ein anderer Import läuft noch. Warten Sie, bis er fertig ist, und starten Sie dann diesen.
intake-later = Der Import konnte gerade nicht weiterlaufen. Es ist nichts verloren: Starten Sie ihn gleich noch einmal.
intake-refused = Sie haben diesen Import angehalten. Es wurde nichts geändert.

intake-file-empty = Die Datei ist leer. Erstellen Sie den Export neu.
intake-file-not-text = Das ist eine Datei der Art { $format }. Exportieren Sie die Daten als CSV.
intake-file-too-large = Die Datei ist größer als { $gigabytes } GB. Liefern Sie sie in Teilen.
intake-file-too-many-columns = Die Datei hat mehr als { $limit } Spalten. Exportieren Sie nur die Spalten der Vorlage.
intake-file-too-many-rows = Die Datei hat mehr als { $limit } Zeilen. Liefern Sie sie in Teilen.
intake-file-unknown-kind = Weder der Name noch die erste Zeile sagt, was die Datei enthält. Benennen Sie sie wie in der Vorlage, zum Beispiel kunden.csv.
intake-file-missing-columns = In der Datei mit dem Inhalt { $kind } fehlen die Spalten { $columns }. Nehmen Sie sie in den Export auf oder geben Sie in den Spalteneinstellungen an, wie sie heißen.
intake-file-unreadable = Die Datei lässt sich nicht lesen. Liefern Sie sie noch einmal.
intake-file-twice = «{ $other }» enthält die gleiche Art von Zeilen. Liefern Sie von jeder Art eine Datei.
intake-file-not-delivered = Das Manifest nennt diese Datei, aber sie ist nicht da. Liefern Sie sie mit.
intake-file-checksum = Das ist nicht die Datei aus dem Manifest. Liefern Sie den ganzen Export noch einmal.
intake-file-archive = Das Archiv lässt sich nicht entpacken. Packen Sie es noch einmal als ZIP.
intake-file-changed = Die Datei wurde nach dem Start des Imports geändert. Starten Sie den Import noch einmal.

intake-doubt-empty = Die Datei mit dem Inhalt { $kind } hat keine Zeile, die wir verwenden können.
intake-doubt-cut-off = Die Datei mit dem Inhalt { $kind } endet mitten in einer Zeile. Wahrscheinlich ist sie nicht ganz angekommen.
intake-doubt-row-count = Die Datei mit dem Inhalt { $kind } soll { $of } Zeilen haben und hat { $found }.
intake-doubt-missing = { $kind }: { $found } von { $of } stehen nicht mehr in diesem vollständigen Export.
intake-doubt-rejected = { $kind }: { $found } von { $of } Zeilen sind nicht brauchbar.

intake-reason-too-few-fields = Die Zeile hat zu wenige Felder. Vielleicht hat ein Zeilenumbruch oder Anführungszeichen sie geteilt.
intake-reason-too-many-fields = Die Zeile hat zu viele Felder. Setzen Sie Werte mit dem Trennzeichen in Anführungszeichen.
intake-reason-unclosed-quote = Ein Anführungszeichen wird geöffnet und nicht geschlossen. Entfernen Sie es oder schreiben Sie es doppelt.
intake-reason-unreadable-characters = Einige Zeichen sind nicht lesbar. Exportieren Sie die Datei als UTF-8.
intake-reason-control-character = Der Wert enthält unsichtbare Steuerzeichen. Entfernen Sie sie.
intake-reason-formula = Der Wert beginnt wie eine Tabellenformel. Schreiben Sie ihn ohne das Zeichen am Anfang.
intake-reason-required = Dieser Wert muss ausgefüllt sein.
intake-reason-name-characters = Diese Zeichen können nicht in einem Namen stehen.
intake-reason-too-long = Der Wert ist zu lang. Kürzen Sie ihn.
intake-reason-key = Diese Nummer können wir nicht verwenden. Verwenden Sie Buchstaben, Ziffern, Leerzeichen und - . / _.
intake-reason-email = Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@beispiel.de.
intake-reason-phone = Das ist keine Telefonnummer. Schreiben Sie sie mit Vorwahl oder mit + und Ländervorwahl.
intake-reason-plate = Das ist kein Kennzeichen.
intake-reason-vin = Das ist keine Fahrgestellnummer. Sie hat 17 Buchstaben und Ziffern, ohne I, O und Q.
intake-reason-engine-number = Das ist keine Motornummer.
intake-reason-address-incomplete = Die Anschrift ist unvollständig. Geben Sie Straße, Hausnummer, Postleitzahl und Ort an.
intake-reason-postcode = Das ist keine Postleitzahl des Landes.
intake-reason-country = Dieses Land kennen wir nicht. Verwenden Sie ein Kürzel wie NL oder DE.
intake-reason-language = Diese Sprache kennen wir nicht. Verwenden Sie nl, de, ru oder en.
intake-reason-date = Das ist kein Datum. Schreiben Sie es wie 31.12.2026 oder 2026-12-31, mit vier Ziffern für das Jahr.
intake-reason-date-in-future = Dieses Datum liegt in der Zukunft; das kann hier nicht sein.
intake-reason-date-too-old = Dieses Datum liegt zu weit zurück, um zu stimmen.
intake-reason-amount = Das ist kein Betrag. Schreiben Sie ihn wie 1234,50.
intake-reason-amount-unclear = Tausender oder Nachkommastellen? Schreiben Sie den Betrag mit zwei Nachkommastellen, zum Beispiel 1234,00.
intake-reason-count = Das ist keine ganze Zahl, die wir verwenden können.
intake-reason-flag = Antworten Sie mit ja oder nein.
intake-reason-choice = Dieses Wort kennen wir nicht. Die Vorlage nennt die möglichen Wörter.
intake-reason-opening-hours = Diese Öffnungszeiten können wir nicht lesen. Schreiben Sie sie wie Mo-Fr 8:00-17:30; Sa 9:00-13:00.
intake-reason-time-zone = Diese Zeitzone kennen wir nicht. Schreiben Sie sie wie Europe/Berlin.
intake-reason-name-missing = Ein Kunde braucht einen Nachnamen oder einen Firmennamen.
intake-reason-vehicle-unnamed = Ein Auto braucht eine Nummer, ein Kennzeichen oder eine Fahrgestellnummer.
intake-reason-consent-without-proof = Zu einem Ja gehören Datum, Herkunft und Wortlaut. Ohne sie gilt es nicht als Einwilligung.
intake-reason-duplicate-key = Diese Nummer steht weiter unten noch einmal. Die spätere Zeile zählt.
intake-reason-unknown-customer = Es gibt keinen Kunden mit dieser Nummer.
intake-reason-unknown-vehicle = Dieses Auto kennen wir nicht. Die Zeile wurde ohne Auto übernommen.
intake-reason-unknown-location = Es gibt keinen Standort mit diesem Code.
intake-reason-unknown-legal-entity = Es gibt keine Gesellschaft mit diesem Namen.
intake-reason-unknown-visit = Es gibt keinen Besuch mit dieser Nummer.
intake-reason-unknown-contact = Der Kunde hat diese Adresse oder Nummer nicht; ein Ja kann nicht dazu gehören.
intake-reason-document-missing = Dieses Dokument wurde nicht mitgeliefert. Liefern Sie es mit den Rechnungen.
intake-reason-document-unfit = Dieses Dokument ist kein PDF oder ist zu groß.
intake-reason-refusal-stands = Der Kunde hat Nein gesagt. Das gilt, bis er es selbst ändert.
intake-reason-erased = Die Daten dieses Kunden wurden auf Wunsch gelöscht. Eine Datei bringt sie nicht zurück.
