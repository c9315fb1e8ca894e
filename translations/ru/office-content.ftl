# Contact moments and the editor of what they say

## Contact moments: when, by which channel, what they say

office-moments-once = Разово
moment-when = Когда
moment-when-inspection = На неделе за { $days } дн. до техосмотра; кого пропустили — не позже чем за { $until } дн.
moment-when-maintenance = На неделе за { $days } дн. до обслуживания; кого пропустили — не позже чем за { $until } дн.
moment-when-after = Через { $span } после { $date }.
moment-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
 }
moment-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
 }
moment-when-within = Один раз, когда вы решите: все, у кого { $date } — не более { $months } мес. назад.
moment-when-within-without-account = Один раз, когда вы решите: все без учётной записи, у кого { $date } — не более { $months } мес. назад.
moment-date-first-workshop-on = первого визита в сервис
moment-date-last-visit-on = последнего визита
moment-date-last-invoice-on = последнего счёта
moment-purpose = Для чего
moment-deadline = Срок для решения
moment-deadline-hint = С понедельника недели. Потом предложение снимается и ничего не отправляется.
moment-spacing = Пауза для одного клиента
moment-spacing-hint = Столько времени клиента с той же машиной не предлагают снова.
moment-days-unit = дн.
moment-offer-after = Предлагается через
moment-offer-only = Для компаний, начавших после
moment-channels = Каналы
moment-channel-place = Вариант { $place }
moment-channel-none = Нет
moment-channel-off = Канал «{ $channel }» у вашей компании выключен и пропускается.
moment-channel-no-script = Сценария звонка ещё нет. Напишите его на одном из языков, иначе телефон пропускается.
moment-channels-note = Клиент, который предпочёл другой разрешённый канал, получит сообщение по нему. Уже одобренное не меняется.
moment-channels-save = Сохранить каналы
moment-fallback-letter = Иначе письмо
moment-fallback-letter-hint = Если ни один канал не разрешён, уйдёт бумажное письмо — если оно разрешено.
moment-error-channel-twice = Этот канал уже выбран. Выберите другой или «Нет».
moment-says = Что говорится
moment-says-hint = На каждом языке один текст для письма и бумаги и сценарий звонка.
moment-not-written = Ещё не написано. Клиенты получат текст на вашем основном языке.
moment-missing = Нет текста
moment-lacks = Нет текста: { $channel }
moment-advice = { $count ->
    [one] { $count } совет
    [few] { $count } совета
   *[many] { $count } советов
 }
moment-edit = Изменить
moment-read = Читать
moment-versions = Версии
moment-versions-hint = Каждое сохранение создаёт новую версию. Одобренное и отправленное остаётся со своей.
moment-version = Версия
moment-version-when = Создана
moment-version-who = Кем
moment-version-use = Использование
moment-version-current = Действует
moment-numbers = Числа меняются в настройках
moment-actions = К акциям
office-version-title = Версия { $number }
office-version-made = Создана { $when }, автор: { $who }.
office-version-current = Эта версия действует сейчас.
office-version-again = Использовать снова

## The editor

content-edit = Правка текста
content-language = Язык
content-version-made = Версия { $number }, { $when }, { $who }
content-copied = На этом языке ещё ничего нет. Начните с текста на языке «{ $language }»: переведите и сохраните.
content-overtaken-title = Коллега успел раньше
content-overtaken = Тем временем сохранена новая версия. Ваш текст на месте. Сначала посмотрите ту версию: если сохранить сейчас, ваш текст заменит её.
content-blocks = Сообщение
content-blocks-hint = Для письма и бумаги. Отправитель, причина и отписка добавятся сами. **Жирный** — в звёздочках, ссылка — [слова](https://…).
content-block-heading = Заголовок
content-block-paragraph = Абзац
content-block-list = Список
content-block-personal-page = Кнопка на личную страницу
content-block-button = Кнопка
content-block-car = Автомобиль
content-block-action = Блок акции
content-block-image = Картинка
content-block-divider = Линия
content-block-signature = Подпись
content-block-about-car = Номер, марка и модель, известные даты.
content-block-about-divider = Линия во всю ширину.
content-shown-to-everyone = всех
content-shown-to-with-car = клиентов с известной машиной
content-shown-to-without-car = клиентов без известной машины
content-field-shown-to = Для
content-field-subject = Тема
content-field-preheader = Строка предпросмотра
content-field-heading = Заголовок
content-field-text = Текст
content-field-items = Пункты
content-field-numbered = С номерами
content-field-label = Надпись на кнопке
content-field-url = Куда ведёт кнопка
content-field-image-url = Адрес картинки
content-field-alt = Что изображено
content-field-name = Имя
content-field-role = Должность или отдел
content-field-script = Что сказать по телефону
content-field-sms = SMS
content-hint-subject = Коротко и по делу, до 60 знаков. Это и тема бумажного письма.
content-hint-preheader = Почта показывает эту строку после темы.
content-hint-items = Каждый пункт с новой строки.
content-hint-personal-page = Ведёт каждого клиента на его страницу. В бумажном письме станет QR-кодом.
content-hint-url = Начинается с https://
content-hint-alt = Для тех, кто не видит картинку.
content-hint-script = Кто звонит и право отказаться от звонков добавятся сами.
content-hint-sms = Пишите кратко: платится за каждую часть. Пока SMS не отправляются.
content-up = Выше: { $block }
content-down = Ниже: { $block }
content-remove = Убрать: { $block }
content-add = Добавить блок
content-letter = В бумажном письме
content-letter-hint = Только для бумаги.
content-letter-qr = Кнопка на личную страницу как QR-код
content-letter-car = Показать автомобиль
content-problems = Исправьте перед сохранением
content-advice = Советы
content-fine = Замечаний нет.
content-save = Сохранить новую версию
content-save-note = Действует для всего, что вы одобрите с этого момента.
content-look = Предпросмотр
content-as-pdf = Письмо в PDF
content-variables = Вставить данные клиента
content-variables-hint = Известно не про всех? Добавьте после имени | fallback "…" с запасным текстом. Иначе сообщение этому клиенту не уйдёт.
content-preview = Как это выглядит
content-preview-as = Показать как
content-preview-width = Ширина
content-preview-phone = Телефон
content-preview-desk = Компьютер
content-preview-for = Для
content-preview-sample = пример клиента
content-preview-sample-no-car = без машины
content-preview-customer = реальный клиент
content-preview-number = Номер клиента
content-preview-no-customer = Введите номер существующего клиента.
content-preview-not-yet = Пока показать нельзя:
content-view-email = Письмо
content-view-text = Как текст
content-view-letter = На бумаге
content-view-pdf = PDF
content-view-sms = SMS
content-view-script = Звонок
content-problem-missing = О клиенте { $customer } неизвестно: { $variables }. Дополните данные клиента или добавьте запасной текст.
content-problem-no-text = Текста для этого ещё нет.
content-problem-too-large = Письмо слишком длинное: почта обрежет конец. Уберите часть блоков.
content-problem-other = Сообщение не получается составить. Проверьте адрес клиента.
content-sms-length = Знаков: { $characters }, SMS: { $parts }
content-sms-length-wide = Знаков: { $characters }, SMS: { $parts }. Из-за особых знаков в одну SMS помещается меньше.
content-place-block = Блок { $number }
content-lint-car-variable = Здесь упоминается машина. Клиенты без известной машины это не получат: добавьте запасной текст или показывайте блок только клиентам с машиной.
content-sample-street = ул. Примерная, д. 1
content-sample-city = 123456, г. Примерск
flash-content-written = Сохранено как новая версия.
flash-content-same = Ничего не изменилось: последняя версия такая же.
flash-content-restored = Этот текст снова действует — как новая версия.
flash-moment-on = Повод для контакта включён.
flash-moment-off = Повод для контакта выключен.
flash-moment-changed = Каналы сохранены.
audit-content-written = Написал текст
audit-content-restored = Вернул прежний текст
audit-moment-changed = Изменил каналы повода для контакта
office-actions-new = Создать акцию

## Campaigns

office-nav-actions = Акции
office-actions-title = Акции
office-actions-lead = Разовые рассылки, которые вы запускаете или нет. Сначала видно, кому и почему.
office-actions-none-title = Акций пока нет
office-actions-none-text = Создайте свою или подождите, пока Carport предложит.
office-actions-name = Акция
office-actions-name-hint = Название для коллег; клиенты его не видят.
office-actions-on = Предложена
office-actions-decided = Решение
office-actions-new-lead = Вы выбираете, для кого она. Ничего не уйдёт, пока вы не одобрите предложения недели.
office-actions-new-note = Затем вы увидите, кто это, и напишете текст.
office-actions-purpose-hint = Получит ли клиент сообщение, решает его согласие по этой теме.
office-actions-date = Для клиентов, у кого
action-date-last-visit-on = был визит
action-date-last-invoice-on = был оплаченный счёт
office-actions-months = За последние
office-actions-months-unit = мес.
office-actions-months-hint = Полных календарных месяцев, включая сегодня.
office-actions-without-account = Только клиенты без учётной записи
office-actions-locations = Только эти филиалы
office-actions-among-hint = Ничего не отмечено: все филиалы.
office-actions-makes = Только с автомобилем этой марки
office-actions-makes-hint = Ничего не отмечено: все марки.
office-actions-words = Начать с текста
office-actions-words-hint = Потом вы его измените.
office-actions-text = Текст и каналы
office-actions-for = Для кого
office-actions-count = Пересчитать
office-actions-found = Подходят
office-actions-proposed = Будут предложены
office-actions-left-out = Нет
office-actions-more = Их так много, что посчитаны только первые 20 000.
office-actions-why-not = Почему нет
office-actions-first = Первые из них
office-actions-last = Последний раз
office-actions-nobody-title = Никто не подходит
office-actions-nobody-text = Возьмите больше месяцев или посмотрите выше, почему остальные не предложены.
office-actions-put-together = Предложения готовятся и скоро появятся в этой неделе.
office-actions-not-run = Эта акция не проводится.
office-actions-stand = { $count ->
    [one] { $count } предложение
    [few] { $count } предложения
   *[many] { $count } предложений
 }
action-status-proposed = Ждёт вас
action-status-activated = Запущена
action-status-declined = Отклонена
flash-action-made = Акция создана. Проверьте, для кого она, и напишите текст.
flash-action-changed = Пересчитано.
audit-action-made = Создал акцию
audit-action-changed = Изменил, для кого акция
