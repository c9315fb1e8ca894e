# Der feste Rahmen jeder Seite: Menü, Suche, Sprache und Meldungen.

layout-skip = Zum Inhalt
layout-menu = Menü
layout-account = Mein Konto
layout-sign-out = Abmelden
layout-language = Sprache
layout-theme = Hell oder dunkel
layout-theme-auto = Wie mein Gerät
layout-theme-light = Hell
layout-theme-dark = Dunkel
layout-legal = Über diese Website
layout-search-hint = Suchen Sie nach Name, Kennzeichen, FIN oder Kundennummer
layout-commands = Schnell zu einer Seite
layout-switch-company = Anderen Betrieb wählen
layout-breadcrumb = Sie sind hier
layout-show = Anzeigen
layout-hide = Verbergen
layout-copied = Kopiert
layout-errors = Bitte prüfen Sie diese Angaben
layout-previous = Zurück
layout-next = Weiter
layout-unreachable = Wir erreichen den Server nicht. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.
layout-selected = Ausgewählt:
layout-select-all = Alle Zeilen auswählen
layout-clear-selection = Auswahl aufheben
layout-privacy = Datenschutz
