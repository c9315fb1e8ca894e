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
office-imports-last = Последний импорт
office-imports-last-rows = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
  }
office-imports-last-rejected = { $rejected ->
    [one] { $rejected } не принята
    [few] { $rejected } не приняты
   *[many] { $rejected } не принято
  }
office-imports-last-none = Ещё не было
office-columns-title = Столбцы
office-columns-lead = Carport знает обычные названия столбцов на четырёх языках. Укажите здесь, что означают остальные.
office-columns-none = Пока все столбцы ваших файлов распознаны.
office-columns-yours = Из ваших файлов
office-columns-yours-hint = Что не выбрано, не используется.
office-columns-undecided = Не используется
office-columns-left-out = Больше не учитывать
office-columns-near = Возможно: { $near }
office-columns-new = Другое название
office-columns-new-hint = Для столбца, которого ещё не было ни в одном импорте.
office-columns-header = Название в вашем файле
office-columns-header-hint = Как в первой строке.
office-columns-column = Это
office-columns-note = Действует со следующего импорта.
office-columns-say = Указать, что это
flash-import-columns = Столбцы сохранены. Они действуют со следующего импорта.
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
audit-import-columns = Указаны столбцы файлов импорта
