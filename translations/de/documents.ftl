# Die festen Wörter von Briefen, Nachweisen und Rechnungen.

## Seiten

document-page-of = Seite { $page } von { $pages }

## Brief

document-date-label = Datum
document-objection = Sie können der Verwendung Ihrer Daten für Werbung jederzeit widersprechen: unter { $address } oder direkt bei { $company }, auch ohne Gründe zu nennen.

## Nachweis der Einwilligung, für eine Aufsichtsbehörde

document-proof-title-person = Nachweis der Einwilligung von { $name }
document-proof-title-period = Nachweis der Einwilligungen, { $from } bis { $to }
document-proof-intro = Dieses Dokument zeigt, welche Einwilligungen, Ablehnungen und Widerrufe { $company } festgehalten hat: wann, wofür, mit welchem Wortlaut, wo, wie und durch wen. Die Angaben stammen unverändert aus dem Einwilligungsregister. Dort wird nur hinzugefügt, nichts geändert und nichts gelöscht.
document-proof-controller = Verantwortlicher
document-proof-address = Anschrift
document-proof-registration = Registrierung
document-proof-person = Betroffene Person
document-proof-period = Zeitraum
document-proof-people = Anzahl Personen
document-proof-asked-by = Angefordert von
document-proof-reference = Aktenzeichen
document-proof-issued = Erstellt am
document-proof-issued-by = Erstellt von
document-proof-standing = Was jetzt gilt
document-proof-standing-intro = Die letzte Entscheidung je Thema und Kanal, abgeleitet aus den Einträgen unten.
document-proof-topic = Thema
document-proof-channel = Kanal
document-proof-state = Stand
document-proof-since = Seit
document-proof-entry = Nr.
document-proof-events = Einträge im Register
document-proof-events-intro = Der älteste steht oben. Zeiten sind Ortszeiten mit dem Abstand zu UTC. „W“ verweist auf den gezeigten Wortlaut weiter unten.
document-proof-no-events = Es gibt keine Einträge.
document-proof-when = Nr. und Zeit
document-proof-what = Was und wofür
document-proof-how = Wo, wie und durch wen
document-proof-by = Durch:
document-proof-wording = Text
document-proof-wordings = Gezeigte Texte
document-proof-wordings-intro = Jeder Text genau so, wie er gezeigt wurde, mit seinem Fingerabdruck (SHA-256).
document-proof-hash = Fingerabdruck des Eintrags
document-proof-chain = Prüfung des Registers
document-proof-chain-intro = Jeder Eintrag trägt einen Fingerabdruck, der aus seinem Inhalt und dem vorigen Fingerabdruck berechnet ist. Wer in einem alten Eintrag ein Zeichen ändert, zerbricht die Kette. Für dieses Dokument wurde die ganze Kette nachgerechnet.
document-proof-chain-first = Erster hierin
document-proof-chain-last = Letzter hierin
document-proof-chain-count = Nachgerechnet
document-proof-chain-intact = Die Kette ist unversehrt.
document-proof-chain-broken = Die Kette ist bei Eintrag { $number } zerbrochen: Dieser oder ein früherer Eintrag wurde nachträglich geändert.
document-proof-verify = Selbst prüfen
document-proof-verify-intro = Mit diesem Befehl rechnen Sie die Kette auf der Installation des Unternehmens selbst nach:
document-proof-verify-outcome = Das Ergebnis nennt die Zahl der Einträge und den letzten Fingerabdruck. Solange nichts hinzugekommen ist, stimmen beide mit diesem Dokument überein.
document-proof-chain-head = Ende der Kette
document-proof-chain-erased = Davon gelöscht
document-proof-erased = Auf Verlangen der Person gelöscht
document-proof-erased-how = Der persönliche Inhalt ist gelöscht. Der Fingerabdruck zeigt, dass hier ein Eintrag steht.
document-proof-all-purposes = Alle Themen
document-proof-all-channels = alle Kanäle
document-proof-actor-customer = die betroffene Person selbst
document-proof-actor-staff = Mitarbeiter { $name }
document-proof-actor-import = Import { $name }
document-proof-actor-partner = Programm eines Partners
document-proof-actor-system = automatisch
document-proof-form = Formular
document-proof-default-unset = nichts vorausgefüllt
document-proof-default-earlier = eigene frühere Wahl gezeigt
document-proof-default-set = vorausgefüllt
document-proof-recorded = Festgehalten am
document-proof-basis = Rechtsgrundlage
document-proof-reason = Grund
document-proof-network = IP-Adresse
document-proof-browser = Browser
document-proof-assurance = Sicherheit
document-proof-message = Nachricht
document-proof-document = Beleg
document-proof-line = Zeile { $line }
document-proof-rules = Regelwerk
document-proof-concerns = Betrifft Nr.
document-proof-partner-list = Partnerliste, Version

## Erklärung einer Entscheidung

document-explanation-title = Warum dieser Kunde das bekommt oder nicht
document-explanation-customer = Kunde
document-explanation-moment = Kontaktanlass
document-explanation-purpose = Zweck
document-explanation-decided = Entschieden am
document-explanation-rule-pack = Regelwerk
document-explanation-allow = Erlaubt
document-explanation-deny = Nicht erlaubt
document-explanation-hold = Erst prüfen
document-explanation-basis = Rechtsgrundlage
document-explanation-rule = Regel
document-explanation-evidence = Nachweis
document-explanation-no-evidence = Keiner
document-explanation-foot = Die Entscheidung wird unmittelbar vor dem Versand noch einmal getroffen. Was der Kunde inzwischen ändert, gilt sofort.

## Rechnung

document-invoice-title = Rechnung
document-invoice-number = Rechnungsnr.
document-invoice-date = Rechnungsdatum
document-invoice-delivered = Leistungsdatum
document-invoice-due = Zahlbar bis
document-invoice-description = Beschreibung
document-invoice-quantity = Menge
document-invoice-price = Preis
document-invoice-vat = MwSt.
document-invoice-amount = Betrag
document-invoice-net = Summe netto
document-invoice-vat-of = MwSt. { $rate } auf { $amount }
document-invoice-total = Gesamtbetrag
document-invoice-payment = Zahlung
document-invoice-remarks = Hinweise

## Karte für den Tresen

document-card-scan = Scannen Sie den Code mit Ihrem Telefon oder öffnen Sie
