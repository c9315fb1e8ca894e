# The back office: customers, what they said, the proof of it, and requests for an account.

office-nav-home = Сегодня
office-nav-customers = Клиенты
office-nav-requests = Запросы на доступ
office-nav-proof = Доказательство согласия

## The start

office-home-customers = Клиенты
office-home-week = Решить на этой неделе
office-home-week-note = Неделя { $week }
office-home-calls = Позвонить
office-home-call-back =
    { $count ->
        [one] { $count } повторный звонок
        [few] { $count } повторных звонка
       *[many] { $count } повторных звонков
    }
office-home-overdue =
    { $count ->
        [one] { $count } просрочен
        [few] { $count } просрочено
       *[many] { $count } просрочено
    }
office-home-waiting = Ждут ответа
office-home-all-requests = Все запросы
office-home-find = Найти клиента

## Customers

office-customers-search = Фамилия, номер клиента, госномер, почта или телефон
office-customers-none-title = Никого не нашли
office-customers-none-text = Попробуйте начало фамилии или госномер без пробелов.
office-customers-all = Показать всех клиентов
office-customers-name = Имя
office-customers-number = Номер клиента
office-customers-location = Филиал
office-customers-account = Личный кабинет
office-customers-shown =
    { $count ->
        [one] { $count } клиент на этой странице
        [few] { $count } клиента на этой странице
       *[many] { $count } клиентов на этой странице
    }
office-customers-first = В начало

## A customer

office-customer-number = Клиент { $number }
office-customer-data = Данные
office-customer-kind = Тип
office-customer-born = Дата рождения
office-customer-language = Язык
office-customer-first-workshop = Первый визит в сервис
office-customer-last-visit = Последний визит
office-customer-last-invoice = Последний оплаченный счёт
office-customer-contacts = Контакты
office-customer-contacts-none = Пока нет ни адреса, ни телефона.
office-contact-verified = Подтверждён
office-contact-unverified = Не подтверждён
office-contact-invalid = Не работает
office-customer-cars = Автомобили
office-customer-cars-none = Автомобили не указаны.
office-customer-inspection = Техосмотр до
office-customer-maintenance = ТО до
office-customer-invite = Отправить приглашение
office-customer-invite-asked = Клиент сам об этом попросил
office-letter-print = Напечатать письмо для активации
office-letter-note = Письмо напечатано { $printed }, действует до { $until }
office-customer-nothing = Пока ничего нет.
office-customer-visits = Визиты ({ $count })
office-customer-invoices = Счета ({ $count })
office-customer-messages = Сообщения ({ $count })
office-customer-changes = Изменения данных ({ $count })
office-customer-visit-rows = Визиты
office-customer-invoice-rows = Счета
office-customer-message-rows = Сообщения
office-customer-change-rows = Изменения данных
office-customer-erased = Данные этого клиента удалены { $date }.
office-customer-deceased = Клиент умер, отмечено { $date }. Сообщения больше не отправляются.
office-customer-restricted = Клиент ограничил использование данных { $date }.
office-customer-missing = С { $date } клиента нет в выгрузке дилерской системы.
office-account-active = Кабинет открыт
office-account-invited = Приглашение отправлено
office-account-none = Кабинета пока нет
office-column-date = Дата
office-column-kind = Вид
office-column-plate = Госномер
office-column-what = Что
office-column-mileage = Пробег
office-column-number = Номер
office-column-amount = Сумма
office-column-channel = Канал
office-column-status = Статус
office-column-old = Было
office-column-new = Стало
office-column-by = Кто
office-invoice-workshop = Сервис
office-invoice-parts = Запчасти
office-invoice-vehicle = Автомобиль
office-invoice-other = Другое
office-change-open = Ещё не в дилерской системе
office-change-confirmed = В дилерской системе
office-change-overtaken = В дилерской системе новее
office-change-replaced = Изменено позже
office-message-service = Сервисное сообщение
office-message-pending = Ожидает
office-message-handing-over = Отправляется
office-message-sent = Отправлено
office-message-failed = Не доставлено
office-message-suppressed = Не отправлено
office-message-uncertain = Неизвестно
office-actor-staff = сотрудник
office-actor-customer = клиент
office-actor-import = дилерская система
office-actor-system = автоматически

## What a customer said

office-consents-title = Согласия
office-consents-topic = Тема
office-consents-changed = { $date }, { $by }
office-consents-objected = Отказ от любой рекламы
office-consents-timeline = Что и когда было сказано
office-consents-nothing = Клиент ещё ничего об этом не говорил.
office-consents-scope = { $topic } / { $channel }
office-consents-how = { $how }, внёс: { $by }
office-consents-reason = Причина: { $reason }
office-consents-wording = Текст, версия { $version }
office-consents-erased = Содержание удалено по просьбе клиента

## Changing preferences on request

office-preferences-title = Изменить предпочтения
office-preferences-lead = Только по просьбе клиента. В своём кабинете клиент увидит, что изменение внесли вы.
office-preferences-topics = О чём
office-preferences-channels = Каким способом
office-preferences-leave = Не менять
office-preferences-unreachable = Для этого пока нет адреса или телефона.
office-preferences-pairs = Эту тему – не этим способом
office-preferences-pairs-text = Отметьте то, чего клиент не хочет, даже если тема и канал разрешены.
office-preferences-said = Что сказал клиент
office-preferences-wording = Прочитайте это вслух или дайте прочитать клиенту. Только после этого выбирайте «да».
office-preferences-source = Где клиент это сказал?
office-preferences-source-choose = Выберите
office-preferences-said-on = Когда
office-preferences-said-on-hint = Оставьте пустым, если сейчас.
office-preferences-reason = Почему вы это меняете?
office-preferences-reason-hint = Например: попросил, когда забирал автомобиль.
office-preferences-note = Запись сохранится с вашим именем.
office-preferences-save = Сохранить предпочтения
office-preferences-object = Никакой рекламы
office-wording-lead = Можно ли { $company } присылать вам новости? Вы выбираете, о чём и как.
office-wording-channels = Возможные способы: { $channels }.
office-wording-object = Вы можете изменить это в любой момент в личном кабинете или сообщив { $company }. Отказ ни на что не влияет.

## Why somebody gets a message, or not

office-explain-why = Почему клиент получает сообщение или нет
office-explain-why-text = Выберите повод для контакта.
office-explain-title = Почему да или нет: { $moment }
office-explain-on = На какой день
office-explain-ask = Показать
office-explain-off = Этот повод отключён. Ничего не отправится, что бы ни было указано ниже.
office-explain-no-car = Этот повод связан с автомобилем, а у клиента его нет.
office-explain-due = На этой неделе подошёл срок.
office-explain-not-due = На этой неделе срок не подошёл.
office-explain-window = Дата отсчёта – { $date }, предлагается с { $from } по { $to }.
office-explain-no-date = Дата отсчёта неизвестна.
office-explain-allowed = можно
office-explain-denied = нельзя
office-explain-held = подождать
office-explain-basis = Основание
office-explain-must = Обязательно указать
office-explain-rule = Правило
office-explain-pack = Действующие правила
office-explain-pdf = В PDF
office-explain-earlier = Предлагалось раньше
office-explain-car = Автомобиль
office-explain-timing = Срок
office-outcome-send = сообщение
office-outcome-call-list = список звонков
office-outcome-call-locked = список звонков, не звонить
office-outcome-nothing = ничего
office-proposal-proposed = ждёт решения
office-proposal-approved = одобрено
office-proposal-skipped = пропущено
office-proposal-postponed = отложено
office-proposal-done = завершено
office-proposal-expired = срок истёк

## Proof of consent

office-proof-title = Доказательство согласия
office-proof-person-lead = Всё, что сказал клиент, с показанным текстом и цепочкой, которая подтверждает, что ничего не меняли.
office-proof-period-lead = Для надзорного органа: кто, что, когда и где сказал и какой текст видел.
office-proof-period = Все записи за период
office-proof-from = Первый день
office-proof-to = Последний день
office-proof-asked-by = Кто запрашивает?
office-proof-asked-by-hint = Например, надзорный орган или сам клиент.
office-proof-reference = Номер обращения
office-proof-note = Каждая выгрузка записывается с вашим именем.
office-proof-legal = Документ показывает, что было записано. Это не юридическая консультация: что можно отправлять, спросите у юриста.
office-check-title = Проверить цепочку
office-check-text = Каждая запись связана с предыдущей. Даже один изменённый байт будет найден.
office-check-head = Конец цепочки сейчас. Сохраните его отдельно: позже он покажет, что ничего не удалено.
office-check-button = Проверить сейчас
office-check-now = Конец цепочки
office-check-noted = Ранее записанный конец
office-check-noted-hint = Номер, двоеточие и хеш, как показано здесь.
office-check-intact = Цепочка цела
office-check-broken = Цепочка нарушена
office-check-not-done = Не проверено
office-check-entries = Проверено записей: { $count }
proof-all-topics = Все темы
proof-all-channels = все каналы
proof-number = Номер клиента
proof-reason = Причина
proof-recorded = Записано
proof-basis = Основание
proof-network = Сеть
proof-browser = Браузер
proof-assurance = Как опознан
proof-message = Сообщение
proof-document = Документ
proof-line = строка { $line }
proof-rule-pack = Правила
proof-supersedes = Относится к записи
proof-default-unset = заранее ничего не отмечено
proof-default-earlier = показан прежний ответ клиента
proof-default-set = «да» отмечено заранее

## Account requests

office-requests-lead = Ответьте в течение двух рабочих дней. Приглашение уходит на адрес из базы, а не из запроса.
office-requests-none-title = Никто не ждёт
office-requests-none-text = Новые запросы появятся здесь и придут на почту.
office-requests-due = Ответить до { $when }
office-requests-overdue = Просрочено с { $when }
office-requests-address = Адрес
office-requests-received = Получено
office-requests-matches = Кто это может быть
office-requests-no-match = В базе никто не подходит.
office-requests-search = Искать среди клиентов
office-requests-number = Номер другого клиента
flash-request-no-customer = Такого клиента нет. Проверьте номер в базе клиентов.
office-requests-match-email = почта
office-requests-match-plate = госномер
office-requests-match-name = фамилия и индекс
office-requests-goes-to = Приглашение уйдёт на { $email }
office-requests-no-address = Почты нет в базе. Сначала запишите её на стойке.
office-requests-invite = Отправить приглашение
office-requests-decline = Отклонить запрос
office-requests-note = Заметка
office-requests-note-hint = Для коллег: почему нет? Посетитель этого не увидит, но получит письмо о том, как с вами связаться.
office-requests-answered = Недавние ответы
office-requests-status-open = Открыт
office-requests-status-invited = Приглашён
office-requests-status-declined = Отклонён

## What just happened, and what is wrong

flash-invitation-sent = Приглашение отправлено.
flash-invitation-has-account = У клиента уже есть личный кабинет.
flash-invitation-no-address = В базе нет рабочей почты. Сначала запишите её, проверив документ.
flash-invitation-kept-back = Приглашение, о котором никто не просил, считается рекламой. { $reason } Если клиент сам о нём попросит, отметьте это.
flash-letter-has-email = У клиента есть рабочая почта. Отправьте приглашение туда.
flash-letter-no-number = У клиента ещё нет номера, а для письма он нужен.
flash-letter-no-address = Рабочего почтового адреса нет. Сначала запишите его.
flash-letter-unprintable = Адрес не помещается в окно конверта. Сначала сократите его.
flash-request-answered = На этот запрос уже ответил кто-то другой.
flash-request-declined = Запрос отклонён.
flash-office-preferences = Предпочтения сохранены. Клиент увидит, что их изменили вы.
flash-office-objection = Отказ записан. Реклама этому клиенту больше не уйдёт.
flash-preferences-unchanged = Ничего не изменилось: так уже было.
office-error-words = Текст для клиента только что изменился, поэтому ничего не сохранено. Зачитайте новый текст и сохраните ещё раз.
office-error-source = Выберите, где клиент это сказал.
office-error-date = Это не дата. Напишите её как 2026-11-22.
office-error-time = Это не время. Напишите его как 14:30.
office-error-period = Последний день раньше первого. Поменяйте их местами.
office-error-proof-long = Записей больше { $max }. Выберите период короче либо CSV или JSON.
office-error-format = Выберите PDF, CSV или JSON.
office-error-chain-end = Это не конец цепочки. Скопируйте номер, двоеточие и хеш, как они были показаны.
office-column-document = Документ
office-invoice-download = Скачать счёт { $number }
office-edit-title = Изменить данные
office-edit-lead = По просьбе клиента. Изменение попадёт в файл для вашей учётной системы.
office-edit-consents = Согласие относится к адресу или номеру и само не переходит на новый. Отказ остаётся в силе.
office-edit-note = Изменение попадёт в журнал с вашим именем.
office-edit-save = Сохранить данные
flash-customer-changed = Данные сохранены.

office-car-title = Изменить автомобиль
office-car-edit = Изменить: { $car }
office-car-lead = Перенесите данные из документов или с самого автомобиля. Изменение попадёт в файл для вашей учётной системы.
office-car-papers = Документы
office-car-what = Автомобиль
office-car-use = Эксплуатация
office-car-model = Модель
office-car-save = Сохранить автомобиль
error-date-future = Эта дата в будущем. Проверьте её.
flash-car-changed = Автомобиль сохранён.
flash-customer-unchanged = Ничего не изменилось: всё уже так и было.
office-nav-changes = Изменения
office-changes-title = Изменения данных
office-changes-lead = Что изменили клиенты и сотрудники и чего ваша учётная система ещё не знает.
office-changes-none-title = Всё передано
office-changes-none-text = Когда клиент изменит что-то в личном кабинете, это появится здесь.
office-changes-export = Скачать файл для учётной системы
office-changes-export-note = Архив с файлами CSV в форме шаблона импорта. После этого изменения исчезнут из списка.
office-changes-more = Здесь показаны первые { $count }. Они же попадут в файл.
office-changes-exports = Выгружено ранее
office-changes-again = Скачать ещё раз
office-changes-corrections = Клиенты просят исправить
office-changes-corrections-text = Точно это знает только реестр или ваша учётная система. Исправьте там и отметьте здесь.
office-changes-shown = Сейчас
office-changes-asked = Должно быть
office-changes-settle = Готово
flash-correction-settled = Просьба закрыта.
flash-correction-reopened = Просьба снова открыта.
flash-changes-none = Выгружать нечего.
office-home-changes = Изменения для переноса
office-home-corrections =
    { $count ->
        [one] { $count } просьба об исправлении
        [few] { $count } просьбы об исправлении
       *[many] { $count } просьб об исправлении
    }
