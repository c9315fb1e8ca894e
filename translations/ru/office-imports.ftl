# Импорт из дилерской системы: страницы бэк-офиса и то, что говорится о файлах и строках
office-nav-imports = Импорт
office-imports-title = Импорт
office-imports-lead = Что поступило из вашей дилерской системы.
office-imports-new = Загрузить файлы
office-imports-none-title = Импорта ещё не было
office-imports-none-text = Загрузите выгрузку из дилерской системы. Сначала вы увидите, что изменится.
office-imports-when = Начат
office-imports-who = Кто
office-imports-contents = Содержание
office-imports-mode-full = Полная выгрузка
office-imports-mode-daily = Ежедневная выгрузка
office-imports-dry = Проба
office-imports-state = Состояние
office-imports-state-waiting = Ожидает
office-imports-state-reading = Читается
office-imports-state-held = Нужно ваше решение
office-imports-state-merging = Переносится
office-imports-state-done = Готово
office-imports-state-failed = Не выполнен
office-imports-state-undone = Отменён
office-imports-rows = Строки
office-imports-new-lead = По одному файлу каждого вида: клиенты, автомобили, визиты, счета, центры, согласия. Если счета в PDF, сложите всё в один архив zip.
office-imports-files = Файлы
office-imports-files-hint = CSV или zip, как их выдаёт система. Вместе не больше 2 ГБ.
office-imports-full-hint = Всё, что есть в системе. Кого в ней нет, будет отмечен как отсутствующий.
office-imports-daily-hint = Что изменилось с прошлой выгрузки.
office-imports-dry-label = Проба: только показать, что изменится
office-imports-upload = Загрузить и проверить
office-imports-note = Прежде чем что-то пропадёт, импорт остановится и спросит вас.
office-imports-no-file = Выберите хотя бы один файл.
office-imports-no-mode = Укажите, полная это выгрузка или ежедневная.
office-imports-too-many = Не больше { $max } файлов за раз. Сложите их в один архив zip.
office-imports-too-large = Вместе файлы больше { $max } ГБ. Загрузите их по частям или архивом zip.
office-imports-twice = Два файла называются «{ $name }». Переименуйте один из них.
office-imports-problem = { $name }: { $problem }
office-imports-busy = Другой импорт ещё идёт. Дождитесь его конца и загрузите файлы снова.
office-imports-broken-off = Загрузка прервалась. Попробуйте ещё раз.
office-imports-of = Импорт от { $when }
office-imports-progress = { $done } из { $of } строк
office-imports-refresh = Обновить
office-imports-continue = Продолжить импорт
office-imports-continue-lead = Уже некоторое время ничего не происходит. Если импорт прервался, он продолжится с того же места.
office-imports-doubts = Продолжить импорт?
office-imports-nothing-yet = Пока ничего не изменено.
office-imports-dry-doubts = Настоящий импорт остановился бы здесь и спросил вас
office-imports-go-on = Всё равно импортировать
office-imports-stop = Остановить импорт
office-imports-counts = Что стало со строками
office-imports-would = Что стало бы со строками
office-imports-kind = Вид
office-imports-created = Новые
office-imports-changed = Изменённые
office-imports-unchanged = Без изменений
office-imports-rejected = Отклонённые
office-imports-left-out = Пропущенные значения
office-imports-missing = Больше нет в файле
office-imports-remarks = Что не так в файлах
office-imports-remarks-first = Первые { $count }. В файле ошибок есть все.
office-imports-download = Скачать файл ошибок
office-imports-no-remarks = Каждая строка принята как есть.
office-imports-changes = Что изменится
office-imports-changes-done = Что изменилось
office-imports-changes-first = Первые { $count } полей.
office-imports-field = Поле
office-imports-before = Было
office-imports-after = Стало
office-imports-unknown-headers = Столбцы, которые не использованы
office-imports-unknown-header = { $file }: «{ $header }»
office-imports-unknown-header-near = { $file }: «{ $header }» – вы имеете в виду «{ $near }»?
office-imports-undo = Отменить импорт
office-imports-undo-text = Созданное импортом будет удалено, изменённое – возвращено. То, что люди изменили после него, останется, и вы увидите, что именно.
office-imports-kept = Отменено
office-imports-kept-counts = { $restored ->
    [one] Возвращено { $restored } поле
    [few] Возвращено { $restored } поля
   *[many] Возвращено { $restored } полей
  }, { $removed ->
    [one] удалена { $removed } запись
    [few] удалены { $removed } записи
   *[many] удалено { $removed } записей
  }.
office-imports-kept-refusals = { $count ->
    [one] { $count } отказ остаётся: «нет» не отменяется.
    [few] { $count } отказа остаются: «нет» не отменяется.
   *[many] { $count } отказов остаются: «нет» не отменяется.
  }
office-imports-kept-fields = Осталось так, как люди изменили после импорта
office-imports-kept-things = Осталось, потому что с этим работают
flash-import-begun = Файлы получены. Импорт начался.
flash-import-busy = Другой импорт ещё идёт. Решите, когда он закончится.
flash-import-accepted = Импорт продолжается.
flash-import-refused = Импорт остановлен. Ничего не изменено.
flash-import-undone = Импорт отменён.
flash-import-not-last = После него был другой импорт. Сначала отмените его.
flash-import-nothing-to-undo = Отменять нечего.
flash-import-not-held = Решение уже принято.
audit-import-begun = Начало импорта
audit-import-accepted = Импорт продолжен
audit-import-refused = Импорт остановлен
audit-import-undone = Импорт отменён

intake-kind-locations = Центры
intake-kind-customers = Клиенты
intake-kind-vehicles = Автомобили
intake-kind-visits = Визиты
intake-kind-invoices = Счета
intake-kind-consents = Согласия

intake-report-file = Файл
intake-report-line = Строка
intake-report-column = Столбец
intake-report-value = Значение
intake-report-reason = Причина
intake-report-outcome = Итог
intake-outcome-rejected = Строка не принята
intake-outcome-left-out = Значение пропущено

intake-refused = Вы остановили импорт. Ничего не изменено.
intake-file-changed = Файл изменился после проверки. Загрузите файлы снова.
intake-file-empty = Файл пуст. Сделайте выгрузку снова.
intake-file-not-text = Это файл { $kind }. Выгрузите данные в CSV.
intake-file-too-large = Файл больше { $limit } ГБ. Разделите его.
intake-file-too-many-columns = В файле больше { $limit } столбцов. Выгрузите только те, что есть в шаблоне.
intake-file-too-many-rows = В файле больше { $limit } строк. Разделите его.
intake-file-unknown-kind = Ни по имени, ни по первой строке не видно, что в файле. Назовите его, например, клиенты.csv и поместите названия столбцов в первую строку.
intake-file-missing-columns = Не хватает столбцов: { $columns }. Выгрузите и их.
intake-file-unreadable = Файл не читается. Сделайте выгрузку снова.
intake-file-twice = В «{ $other }» строки того же вида. Загрузите по одному файлу каждого вида.
intake-file-not-delivered = Файл есть в описи, но его не прислали. Загрузите и его.
intake-file-checksum = Это не тот файл, что указан в описи. Сделайте выгрузку снова.
intake-file-archive = Архив не распаковывается. Создайте его снова.

intake-doubt-empty = { $kind }: в полной выгрузке нет ни одной пригодной строки (в файле { $of }).
intake-doubt-cut-off = { $kind }: файл обрывается посреди строки.
intake-doubt-row-count = { $kind }: объявлено строк – { $of }, в файле – { $found }.
intake-doubt-missing = { $kind }: { $found } из { $of } нет в полной выгрузке, они будут отмечены как отсутствующие.
intake-doubt-rejected = { $kind }: непригодных строк – { $found } из { $of }.

intake-reason-too-few-fields = Полей меньше, чем названий столбцов
intake-reason-too-many-fields = Полей больше, чем названий столбцов
intake-reason-unclosed-quote = Кавычка открыта и не закрыта
intake-reason-unreadable-characters = Нечитаемые знаки; проверьте кодировку выгрузки
intake-reason-control-character = Управляющие знаки в значении
intake-reason-formula = Формула электронной таблицы
intake-reason-required = Это значение должно быть заполнено
intake-reason-name-characters = Знаки, которых не бывает в имени
intake-reason-too-long = Длиннее, чем допускает столбец
intake-reason-key = Не номер и не код
intake-reason-email = Не адрес электронной почты
intake-reason-phone = Не номер телефона
intake-reason-plate = Не номерной знак
intake-reason-vin = Не VIN
intake-reason-engine-number = Не номер двигателя
intake-reason-address-incomplete = Нет улицы, дома или населённого пункта
intake-reason-postcode = Не индекс этой страны
intake-reason-country = Не страна
intake-reason-language = Этот язык здесь не используется
intake-reason-date = Не дата
intake-reason-date-in-future = Эта дата не может быть в будущем
intake-reason-date-too-old = Слишком давняя дата
intake-reason-amount = Не сумма
intake-reason-amount-unclear = Тысячи или копейки? Пишите сумму с двумя знаками после запятой
intake-reason-count = Не целое число в допустимых пределах
intake-reason-flag = Ни да, ни нет
intake-reason-choice = Неизвестное слово
intake-reason-opening-hours = Часы работы не читаются
intake-reason-time-zone = Не часовой пояс
intake-reason-name-missing = Нет ни фамилии, ни названия организации
intake-reason-vehicle-unnamed = Нет ни номера, ни номерного знака, ни VIN
intake-reason-consent-without-proof = Для «да» нужны дата, источник и текст
intake-reason-duplicate-key = Тот же номер есть ниже; считается та строка
intake-reason-unknown-customer = Клиента с таким номером нет
intake-reason-unknown-vehicle = Такого автомобиля нет
intake-reason-unknown-location = Центра с таким кодом нет
intake-reason-unknown-legal-entity = Юридического лица с таким названием нет
intake-reason-unknown-visit = Визита с таким номером нет
intake-reason-unknown-contact = У клиента нет такого адреса или номера
intake-reason-document-missing = Документа не было среди файлов
intake-reason-document-unfit = Не PDF или слишком большой файл
intake-reason-refusal-stands = Позже клиент отказался; отказ остаётся в силе
intake-reason-erased = Данные клиента удалены и не вернутся
