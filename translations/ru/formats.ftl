# Даты, числа и перечисления.

today = сегодня
tomorrow = завтра
yesterday = вчера

in-days =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дня
       *[many] через { $count } дней
    }
in-weeks =
    { $count ->
        [one] через { $count } неделю
        [few] через { $count } недели
       *[many] через { $count } недель
    }
in-months =
    { $count ->
        [one] через { $count } месяц
        [few] через { $count } месяца
       *[many] через { $count } месяцев
    }
in-years =
    { $count ->
        [one] через { $count } год
        [few] через { $count } года
       *[many] через { $count } лет
    }
days-ago =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
       *[many] { $count } дней назад
    }
weeks-ago =
    { $count ->
        [one] { $count } неделю назад
        [few] { $count } недели назад
       *[many] { $count } недель назад
    }
months-ago =
    { $count ->
        [one] { $count } месяц назад
        [few] { $count } месяца назад
       *[many] { $count } месяцев назад
    }
years-ago =
    { $count ->
        [one] { $count } год назад
        [few] { $count } года назад
       *[many] { $count } лет назад
    }

day-and-month = { $day } { $month }
date-with-weekday = { $weekday }, { $date }
mileage-km = { $number } км
list-and = { $first } и { $last }
hours-closed = закрыто

weekday-mon = понедельник
weekday-tue = вторник
weekday-wed = среда
weekday-thu = четверг
weekday-fri = пятница
weekday-sat = суббота
weekday-sun = воскресенье

weekday-short-mon = пн
weekday-short-tue = вт
weekday-short-wed = ср
weekday-short-thu = чт
weekday-short-fri = пт
weekday-short-sat = сб
weekday-short-sun = вс

# Месяц отдельно и месяц после числа.
month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь

month-of-1 = января
month-of-2 = февраля
month-of-3 = марта
month-of-4 = апреля
month-of-5 = мая
month-of-6 = июня
month-of-7 = июля
month-of-8 = августа
month-of-9 = сентября
month-of-10 = октября
month-of-11 = ноября
month-of-12 = декабря
