# Файлы из учётной системы дилера: почему файл или строка не приняты и о чём спрашивает загрузка.

intake-kind-locations = салоны
intake-kind-customers = клиенты
intake-kind-vehicles = автомобили
intake-kind-visits = визиты
intake-kind-invoices = счета
intake-kind-consents = согласия

intake-result-rejected = Строка не принята
intake-result-left-out = Строка принята без этого значения

intake-error-file-file = Файл
intake-error-file-line = Строка
intake-error-file-column = Столбец
intake-error-file-value = Значение
intake-error-file-reason = Причина
intake-error-file-result = Итог

intake-no-files = Здесь нет файла, который можно загрузить. Выберите файлы CSV, папку с ними или архив ZIP.
intake-busy = Другая загрузка ещё идёт. Дождитесь её окончания и начните эту.
intake-later = Сейчас загрузка не смогла продолжиться. Ничего не потеряно: запустите её чуть позже.
intake-refused = Вы остановили эту загрузку. Ничего не изменено.

intake-file-empty = Файл пуст. Выгрузите его ещё раз.
intake-file-not-text = Это файл вида { $format }. Выгрузите данные в формате CSV.
intake-file-too-large = Файл больше { $gigabytes } ГБ. Передайте его частями.
intake-file-too-many-columns = Столбцов в файле больше, чем { $limit }. Выгрузите только столбцы из шаблона.
intake-file-too-many-rows = Строк в файле больше, чем { $limit }. Передайте его частями.
intake-file-unknown-kind = Ни имя файла, ни первая строка не говорят, что в нём. Назовите его как в шаблоне, например customers.csv.
intake-file-missing-columns = В файле «{ $kind }» нет столбцов { $columns }. Добавьте их в выгрузку или укажите в настройках столбцов, как они называются.
intake-file-unreadable = Файл не читается. Передайте его ещё раз.
intake-file-twice = В файле «{ $other }» строки того же вида. Передайте по одному файлу каждого вида.
intake-file-not-delivered = Файл указан в описи, но его нет. Передайте его тоже.
intake-file-checksum = Это не тот файл, что указан в описи. Передайте всю выгрузку ещё раз.
intake-file-archive = Архив не распаковывается. Упакуйте его ещё раз в ZIP.
intake-file-changed = Файл изменился после начала загрузки. Начните загрузку заново.

intake-doubt-empty = В файле «{ $kind }» нет ни одной пригодной строки.
intake-doubt-cut-off = Файл «{ $kind }» обрывается посреди строки. Скорее всего, он дошёл не целиком.
intake-doubt-row-count = В файле «{ $kind }» должно быть строк: { $of }, а есть: { $found }.
intake-doubt-missing = В полной выгрузке больше нет: { $kind }, { $found } из { $of }.
intake-doubt-rejected = Непригодных строк в файле «{ $kind }»: { $found } из { $of }.

intake-reason-too-few-fields = В строке слишком мало полей. Возможно, её разорвал перенос или кавычка.
intake-reason-too-many-fields = В строке слишком много полей. Значения с разделителем заключайте в кавычки.
intake-reason-unclosed-quote = Кавычка открыта и не закрыта. Уберите её или напишите дважды.
intake-reason-unreadable-characters = Часть символов не читается. Выгрузите файл в UTF-8.
intake-reason-control-character = В значении есть невидимые управляющие символы. Уберите их.
intake-reason-formula = Значение начинается как формула таблицы. Напишите его без знака в начале.
intake-reason-required = Это значение нужно заполнить.
intake-reason-name-characters = Таких символов не бывает в именах.
intake-reason-too-long = Значение слишком длинное. Сократите его.
intake-reason-key = Такой номер или код не подходит. Используйте буквы, цифры, пробелы и знаки - . / _.
intake-reason-email = Это не адрес электронной почты. Напишите его в виде name@example.ru.
intake-reason-phone = Это не номер телефона. Напишите его с кодом города или с + и кодом страны.
intake-reason-plate = Это не регистрационный номер.
intake-reason-vin = Это не VIN. В нём 17 букв и цифр, без I, O и Q.
intake-reason-engine-number = Это не номер двигателя.
intake-reason-address-incomplete = Адрес неполный. Укажите улицу, дом, индекс и город.
intake-reason-postcode = Это не почтовый индекс страны.
intake-reason-country = Такой страны мы не знаем. Укажите код, например RU или DE.
intake-reason-language = Такого языка мы не знаем. Укажите nl, de, ru или en.
intake-reason-date = Это не дата. Напишите её в виде 31.12.2026 или 2026-12-31, год четырьмя цифрами.
intake-reason-date-in-future = Эта дата в будущем, а здесь такого не может быть.
intake-reason-date-too-old = Эта дата слишком давняя, чтобы быть верной.
intake-reason-amount = Это не сумма. Напишите её в виде 1234,50.
intake-reason-amount-unclear = Тысячи или копейки? Напишите сумму с двумя знаками после запятой, например 1234,00.
intake-reason-count = Это не подходящее целое число.
intake-reason-flag = Ответьте «да» или «нет».
intake-reason-choice = Такого слова мы не знаем. Возможные слова перечислены в шаблоне.
intake-reason-opening-hours = Эти часы работы не читаются. Напишите их в виде пн-пт 8:00-17:30; сб 9:00-13:00.
intake-reason-time-zone = Такого часового пояса мы не знаем. Напишите его в виде Europe/Moscow.
intake-reason-name-missing = Клиенту нужна фамилия или название организации.
intake-reason-vehicle-unnamed = Автомобилю нужен номер в системе, регистрационный номер или VIN.
intake-reason-consent-without-proof = К «да» нужны дата, источник и текст. Без них это не согласие.
intake-reason-duplicate-key = Этот номер встречается ниже ещё раз. Учитывается более поздняя строка.
intake-reason-unknown-customer = Клиента с таким номером нет.
intake-reason-unknown-vehicle = Такого автомобиля мы не знаем. Строка принята без него.
intake-reason-unknown-location = Салона с таким кодом нет.
intake-reason-unknown-legal-entity = Юридического лица с таким названием нет.
intake-reason-unknown-visit = Визита с таким номером нет.
intake-reason-unknown-contact = У клиента нет такого адреса или номера, и «да» не к чему отнести.
intake-reason-document-missing = Этот документ не передан. Передайте его вместе со счетами.
intake-reason-document-unfit = Этот документ не PDF или слишком велик.
intake-reason-refusal-stands = Клиент отказался. Так и останется, пока он сам не передумает.
intake-reason-erased = Данные этого клиента удалены по его просьбе. Файл их не возвращает.
