# Daten, Zahlen und Aufzählungen.

today = heute
tomorrow = morgen
yesterday = gestern

in-days =
    { $count ->
        [one] in { $count } Tag
       *[other] in { $count } Tagen
    }
in-weeks =
    { $count ->
        [one] in { $count } Woche
       *[other] in { $count } Wochen
    }
in-months =
    { $count ->
        [one] in { $count } Monat
       *[other] in { $count } Monaten
    }
in-years =
    { $count ->
        [one] in { $count } Jahr
       *[other] in { $count } Jahren
    }
days-ago =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
weeks-ago =
    { $count ->
        [one] vor { $count } Woche
       *[other] vor { $count } Wochen
    }
months-ago =
    { $count ->
        [one] vor { $count } Monat
       *[other] vor { $count } Monaten
    }
years-ago =
    { $count ->
        [one] vor { $count } Jahr
       *[other] vor { $count } Jahren
    }

day-and-month = { $day }. { $month }
date-with-weekday = { $weekday }, { $date }
mileage-km = { $number } km
list-and = { $first } und { $last }
hours-closed = geschlossen

weekday-mon = Montag
weekday-tue = Dienstag
weekday-wed = Mittwoch
weekday-thu = Donnerstag
weekday-fri = Freitag
weekday-sat = Samstag
weekday-sun = Sonntag

weekday-short-mon = Mo
weekday-short-tue = Di
weekday-short-wed = Mi
weekday-short-thu = Do
weekday-short-fri = Fr
weekday-short-sat = Sa
weekday-short-sun = So

# Der Monat allein und der Monat nach einem Tag.
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

month-of-1 = Januar
month-of-2 = Februar
month-of-3 = März
month-of-4 = April
month-of-5 = Mai
month-of-6 = Juni
month-of-7 = Juli
month-of-8 = August
month-of-9 = September
month-of-10 = Oktober
month-of-11 = November
month-of-12 = Dezember
