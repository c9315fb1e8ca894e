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
list-and = en

button-save = Opslaan
button-cancel = Annuleren
button-continue = Doorgaan
button-back = Terug
button-close = Sluiten
button-change = Wijzigen
button-undo = Ongedaan maken
button-search = Zoeken
button-send = Verzenden
button-download = Downloaden
button-copy = Kopiëren

saved = Opgeslagen

in-days =
    { $count ->
        [one] over { $count } dag
       *[other] over { $count } dagen
    }
in-weeks =
    { $count ->
        [one] over { $count } week
       *[other] over { $count } weken
    }
in-months =
    { $count ->
        [one] over { $count } maand
       *[other] over { $count } maanden
    }
