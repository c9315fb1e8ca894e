# Der Editor für Nachrichten: Variablen, Fehler und Rat.

## Variablen

content-variable-my-page-url = Adresse der eigenen Seite
content-variable-customer-number = Kundennummer
content-variable-salutation = Anrede
content-variable-first-name = Vorname
content-variable-last-name = Nachname
content-variable-full-name = Vollständiger Name
content-variable-plate = Kennzeichen
content-variable-make-model = Marke und Modell
content-variable-inspection-due = Hauptuntersuchung gültig bis
content-variable-maintenance-due = Wartung etwa am
content-variable-mileage = Kilometerstand
content-variable-last-visit = Letzter Besuch
content-variable-company-name = Name des Betriebs
content-variable-company-phone = Telefon des Betriebs
content-variable-location-name = Name des Standorts
content-variable-location-phone = Telefon des Standorts
content-variable-advisor = Serviceberater

## Fehler

content-error-unknown-variable = Die Variable { $name } gibt es nicht. Wählen Sie eine aus der Liste.
content-error-unclosed-variable = Eine Variable beginnt mit zwei geschweiften Klammern und endet mit zweien. Die letzten beiden fehlen.
content-error-fallback = Nach dem Namen einer Variable darf nur | fallback "…" stehen, nicht: { $typed }
content-error-unclosed-bold = Fetter Text beginnt mit ** und endet mit **. Das Ende fehlt.
content-error-address = Auf { $typed } kann kein Link zeigen. Schreiben Sie eine Adresse, die mit https:// beginnt.
content-error-only-words = Hier sind nur Wörter und Variablen möglich, in einer Zeile: kein fetter Text und keine Links.
content-error-no-language = Schreiben Sie die Nachricht in mindestens einer Sprache.
content-error-no-blocks = Die Nachricht ist leer. Fügen Sie einen Block hinzu.
content-error-too-many-blocks = Eine Nachricht hat höchstens { $max } Blöcke. Entfernen Sie einige.

## Rat

content-lint-preheader-empty = Schreiben Sie einen Vorspann: Mailprogramme zeigen ihn hinter dem Betreff.
content-lint-subject-reply = Der Betreff gibt sich als Antwort aus. Entfernen Sie «AW:» oder «WG:».
content-lint-subject-capitals = Der Betreff steht in Großbuchstaben. Das wirkt wie Schreien und fällt Spamfiltern auf.
content-lint-subject-long = Der Betreff ist länger als 60 Zeichen; auf dem Telefon fehlt das Ende.
content-lint-exclamation = Lassen Sie Ausrufezeichen weg: Ruhigen Worten glaubt man eher.
content-lint-capitals = Schreiben Sie Wörter nicht in Großbuchstaben; heben Sie Wichtiges fett hervor.
content-lint-no-text = Die Nachricht hat keinen Fließtext. Schreiben Sie mindestens einen Absatz.
content-lint-long = Die Nachricht hat mehr als 350 Wörter. Eine Botschaft je Nachricht wirkt besser.
content-lint-many-buttons = Es gibt mehr als eine Schaltfläche. Mit einer weiß man, was zu tun ist.
content-lint-no-button = Es fehlt eine Schaltfläche. Geben Sie einen klaren nächsten Schritt.
content-lint-alt-missing = Sagen Sie in Worten, was das Bild zeigt, für alle, die es nicht sehen.
content-lint-not-https = Verwenden Sie eine Adresse mit https://; vor http:// warnen Mailprogramme.
content-lint-sms-long = Die SMS ist lang und geht in mehreren Teilen hinaus; jeder Teil kostet.
