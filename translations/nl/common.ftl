# Woorden die op elke pagina en in elk bericht voorkomen.

language-nl = Nederlands
language-de = Duits
language-ru = Russisch
language-en = Engels

greeting = Dag { $name }

yes = Ja
no = Nee
unknown = Onbekend
not-filled-in = Niet ingevuld
optional = niet verplicht

button-save = Opslaan
button-cancel = Annuleren
button-continue = Doorgaan
button-close = Sluiten
button-undo = Ongedaan maken
button-search = Zoeken
button-download = Downloaden
button-copy = Kopiëren

