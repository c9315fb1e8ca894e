# Dates, numbers and lists.

today = today
tomorrow = tomorrow
yesterday = yesterday

in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
in-weeks =
    { $count ->
        [one] in { $count } week
       *[other] in { $count } weeks
    }
in-months =
    { $count ->
        [one] in { $count } month
       *[other] in { $count } months
    }
in-years =
    { $count ->
        [one] in { $count } year
       *[other] in { $count } years
    }
days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
weeks-ago =
    { $count ->
        [one] { $count } week ago
       *[other] { $count } weeks ago
    }
months-ago =
    { $count ->
        [one] { $count } month ago
       *[other] { $count } months ago
    }
years-ago =
    { $count ->
        [one] { $count } year ago
       *[other] { $count } years ago
    }

day-and-month = { $day } { $month }
date-with-weekday = { $weekday } { $date }
mileage-km = { $number } km
list-and = { $first } and { $last }
hours-closed = closed

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday

weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun

# The month alone, and the month after a day.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December
