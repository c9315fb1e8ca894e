# Datums, getallen en opsommingen.

today = vandaag
tomorrow = morgen
yesterday = gisteren

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
in-years = over { $count } jaar
days-ago =
    { $count ->
        [one] { $count } dag geleden
       *[other] { $count } dagen geleden
    }
weeks-ago =
    { $count ->
        [one] { $count } week geleden
       *[other] { $count } weken geleden
    }
months-ago =
    { $count ->
        [one] { $count } maand geleden
       *[other] { $count } maanden geleden
    }
years-ago = { $count } jaar geleden

day-and-month = { $day } { $month }
date-with-weekday = { $weekday } { $date }
mileage-km = { $number } km
list-and = { $first } en { $last }
hours-closed = gesloten

weekday-mon = maandag
weekday-tue = dinsdag
weekday-wed = woensdag
weekday-thu = donderdag
weekday-fri = vrijdag
weekday-sat = zaterdag
weekday-sun = zondag

weekday-short-mon = ma
weekday-short-tue = di
weekday-short-wed = wo
weekday-short-thu = do
weekday-short-fri = vr
weekday-short-sat = za
weekday-short-sun = zo

# De maand alleen, en de maand na een dag.
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

month-of-1 = januari
month-of-2 = februari
month-of-3 = maart
month-of-4 = april
month-of-5 = mei
month-of-6 = juni
month-of-7 = juli
month-of-8 = augustus
month-of-9 = september
month-of-10 = oktober
month-of-11 = november
month-of-12 = december
