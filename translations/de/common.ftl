# Wörter, die auf jeder Seite und in jeder Nachricht vorkommen.

language-nl = Niederländisch
language-de = Deutsch
language-ru = Russisch
language-en = Englisch

greeting = Guten Tag, { $name }

yes = Ja
no = Nein
unknown = Unbekannt
not-filled-in = Nicht ausgefüllt
optional = freiwillig

button-save = Speichern
button-cancel = Abbrechen
button-continue = Weiter
button-close = Schließen
button-undo = Rückgängig machen
button-search = Suchen
button-download = Herunterladen
button-copy = Kopieren

