# Страницы клиента: вход, учётная запись, данные, автомобиль, предпочтения, помощь.

## Меню

portal-nav-home = Главная
portal-nav-home-short = Главная
portal-nav-details = Мой профиль
portal-nav-details-short = Профиль
portal-nav-cars = Мой автомобиль
portal-nav-cars-short = Автомобиль
portal-nav-preferences = Мои предпочтения
portal-nav-preferences-short = Выбор
portal-nav-account = Вход и безопасность
portal-nav-account-short = Вход
portal-nav-help = Помощь и контакты
portal-nav-help-short = Помощь
portal-complete = Данные заполнены на { $percent } %
portal-complete-missing = Пока не хватает: { $missing }
portal-complete-action = Заполнить

## Вход

sign-in-title = Вход
sign-in-new-account = Новая учётная запись
sign-in-forgot = Забыли пароль
sign-in-login = Логин
sign-in-login-hint = Ваш адрес эл. почты
sign-in-password = Пароль
sign-in-stay = Оставаться в системе на этом устройстве
sign-in-stay-for-ever = Пока вы сами не выйдете. Выбирайте только на своём устройстве.
sign-in-stay-days =
    { $count ->
        [one] { $count } день после входа. Выбирайте только на своём устройстве.
        [few] { $count } дня после входа. Выбирайте только на своём устройстве.
       *[many] { $count } дней после входа. Выбирайте только на своём устройстве.
    }
sign-in-stay-hours =
    { $count ->
        [one] { $count } час после входа. Выбирайте только на своём устройстве.
        [few] { $count } часа после входа. Выбирайте только на своём устройстве.
       *[many] { $count } часов после входа. Выбирайте только на своём устройстве.
    }
sign-in-button = Войти
sign-in-text-1 = На личной странице вы найдёте всё полезное и важное о вашем автомобиле.
sign-in-text-2 = Здесь видны контактные данные, которые есть у нас, и их можно исправить. А ещё вы сами решаете, какую информацию от нас получать и каким способом.
sign-in-create = Создать учётную запись
sign-in-side-title = Всё о вашем автомобиле в одном месте
sign-in-side-due = Вовремя узнавайте о техосмотре и обслуживании
sign-in-side-papers = Находите визиты и счета
sign-in-side-choice = Сами выбирайте, какие сообщения получать
error-sign-in = Адрес почты и пароль не подходят друг к другу. Попробуйте ещё раз или выберите «Забыли пароль».

## Активация и заявка

activate-title = Создайте учётную запись
activate-lead = Если вы получили от нас сообщение об активации, заполните эти поля и нажмите «Отправить».
activate-number = Номер клиента
activate-number-hint = Он указан в нашем сообщении и в ваших счетах.
activate-email = Эл. почта
activate-plate = Номер автомобиля
activate-plate-hint = С пробелами или без
activate-note = Мы отправим ссылку на адрес почты, который у нас записан. По ней вы сами выберете пароль.
activate-button = Отправить
activate-no-message = Сообщение (ещё) не приходило?
activate-request-link = Тогда подайте заявку здесь.
activate-sent = Если эти данные совпадают с нашими, мы отправляем ссылку на адрес почты, который у нас записан. Ссылка действует 24 часа.
activate-sent-otherwise = Письма нет? Загляните в папку «Спам» или спросите нас.
check-mail-title = Проверьте почту
check-mail-sign-in = Ко входу

request-title = Заявка на учётную запись
request-lead = Нет данных для активации? Заполните эту форму, и мы найдём их для вас.
request-first-name = Имя
request-last-name = Фамилия
request-promise =
    { $count ->
        [one] Данные для активации придут в течение { $count } рабочего дня.
        [few] Данные для активации придут в течение { $count } рабочих дней.
       *[many] Данные для активации придут в течение { $count } рабочих дней.
    }
request-button = Подать заявку
request-sent-title = Заявка получена
request-sent = Мы её рассмотрим и ответим не позднее чем { $due }. Подтверждение отправлено вам на почту.

## Пароль

forgot-title = Забыли пароль
forgot-lead = Введите адрес почты. Мы пришлём ссылку, по которой вы выберете новый пароль.
forgot-button = Прислать ссылку
forgot-sent = Если с этим адресом связана учётная запись, мы отправляем на него ссылку. Она действует 24 часа и один раз.
forgot-sent-otherwise = У вас ещё нет учётной записи?
set-password-title-first = Выберите пароль
set-password-title-new = Выберите новый пароль
set-password-lead-first = После этого учётная запись готова.
set-password-lead-new = На всех устройствах потом нужно будет войти заново.
set-password-new = Новый пароль
set-password-again = Ещё раз
set-password-hint = Знаков не меньше { $min }. Подойдёт короткая фраза, которую знаете только вы.
set-password-note = После сохранения вы сразу войдёте.
set-password-button = Сохранить пароль
link-ended-title = Ссылка больше не действует
link-ended-text = Ссылка действует один раз и ограниченное время. Запросите новую.
link-ended-forgot = Запросить новый пароль
link-ended-activate = Активировать учётную запись
error-account-address-in-use = С этим адресом почты уже входит другой человек. Сообщите нам свой адрес, и мы пришлём новую ссылку.
step-up-title = Это вы?
step-up-lead = Вы меняете то, что защищает вашу учётную запись. Введите пароль ещё раз.

## Главная

home-lead = Добро пожаловать на вашу страницу в компании { $company }.
home-car-button = Посмотреть автомобиль
home-more-cars = Другие ваши автомобили
home-tiles = Что здесь можно сделать
home-tile-details-title = Мой профиль
home-tile-details-text = Пожалуйста, заполните данные о себе. Так мы сможем быстрее решать ваши вопросы.
home-tile-details-link = Изменить данные
home-tile-preferences-title = Мои предпочтения
home-tile-preferences-text = Решите сами, какие сообщения вы хотите получать, а какие нет.
home-tile-preferences-link = Изменить предпочтения
home-tile-cars-title = Мой автомобиль
home-tile-cars-text = Здесь собраны данные вашего автомобиля.
home-tile-cars-link = Посмотреть данные
home-tile-invoices-title = Мои счета
home-tile-invoices-text = Смотрите и сохраняйте счета за ваши визиты.
home-tile-invoices-link = Посмотреть счета
welcome-title = Учётная запись готова
welcome-text = Теперь вы входите с адресом почты и паролем.
welcome-object = Вы всегда можете отказаться от нашей рекламы. Скажите «нет», и мы сразу прекратим.

## Мой профиль

details-title = Мои личные данные
details-lead = Пожалуйста, заполните данные о себе. Так мы сможем предоставить информацию и быстрее решать ваши вопросы.
details-commitment = Мы используем ваши данные, чтобы заботиться о вас и вашем автомобиле, и не передаём их другим для их рекламы.
details-name = Имя
details-address = Адрес
details-contact = Мои контакты
details-name-title = Изменить имя
details-address-title = Изменить адрес
details-contact-title = Изменить почту и телефон
details-name-button = Изменить имя
details-address-button = Изменить адрес
details-contact-button = Изменить почту и телефон
details-address-missing = У нас ещё нет вашего адреса.
details-edit-lead = Ничего не сохраняется, пока вы не нажмёте «Сохранить».
details-save = Сохранить мои данные
details-save-note = Мы сохраним изменение и передадим его в наш учёт.
details-sign-in-note = Вы входите с адресом { $email }. Его можно изменить в разделе «Вход и безопасность».
details-contact-lead = Если вы измените адрес почты, мы попросим его подтвердить.
details-contact-note = Согласие, данное для старого адреса или номера, само не переходит на новый. Ваши отказы остаются в силе.
details-email-hint = Сюда мы отправляем подтверждения и счета.
details-mobile-hint = Для вопросов, пока автомобиль у нас.
details-email-confirmed = подтверждён
details-email-unconfirmed = ещё не подтверждён
details-email-invalid = письма не доходят
details-verify-button = Отправить подтверждение ещё раз
details-password = Ваш пароль
details-password-hint = Так мы знаем, что это вы.
field-name = Имя
field-salutation = Пол
field-initials = Инициалы
field-infix = Приставка к фамилии
field-company = Организация
field-street = Улица
field-house-number = Дом
field-addition = Квартира, корпус
field-postcode = Почтовый индекс
field-city = Город
field-region = Регион
field-country = Страна
choose = Выберите
error-choose = Выберите значение из списка.
error-phone-not-mobile = Это не мобильный номер. Стационарный номер введите в поле «Телефон».

## Мой автомобиль

cars-lead = Все ваши автомобили, которые мы знаем.
cars-empty-title = Мы ещё не знаем вашего автомобиля
cars-empty-text = Обслуживаете автомобиль у нас? Сообщите нам, и он появится здесь.
cars-empty-button = Связаться с нами
car-without-name = Ваш автомобиль
car-inspection-due = Техосмотр нужен { $when }
car-inspection-by = Не позднее { $date }
car-inspection-over = Срок техосмотра истёк
car-inspection-since = С { $date }
car-inspection-unknown = Мы ещё не знаем, когда вам нужен техосмотр
car-mileage = Пробег
car-mileage-on = { $mileage } на { $date }
car-mileage-hint = Как сейчас показывает счётчик.
car-mileage-sure = Это верное показание
car-nickname = Своё имя для автомобиля
car-nickname-hint = Удобно, если автомобилей несколько.
car-maintenance = Следующее обслуживание
car-engine-number = Номер двигателя
car-facts = Данные
car-history = Визиты
car-history-empty = Здесь появится, что мы делали с вашим автомобилем.
car-visit-mileage = { $number } км
car-edit-title = Сообщить пробег
car-edit-button = Сообщить пробег
car-edit-note = По пробегу мы видим, когда автомобилю нужно обслуживание.
car-edit-save = Сохранить
car-correction-button = Что-то неверно?
car-correction-waiting = { $date } вы попросили исправить: { $field } – «{ $value }». Мы проверяем.
correction-title = Исправить данные
correction-lead = { $car }. Эти данные взяты из реестра или из нашего учёта. Напишите, что нужно исправить, и мы разберёмся.
correction-field = Что неверно?
correction-value = Как должно быть?
correction-value-hint = Для даты: день, месяц и год. Автомобиль больше не ваш? Укажите, с какого дня.
correction-note = Пояснение
correction-after = Мы проверим и исправим, если всё верно.
correction-button = Попросить исправить
error-mileage-lower = Это меньше последнего показания, { $old } км. Проверьте ещё раз или подтвердите, что всё верно.
invoices-title = Счета
invoices-lead = Ваши счета, точно такие, какими вы получили их от нас.
invoices-all = Все счета
invoices-empty-title = Счетов пока нет
invoices-empty-text = После первого визита счёт появится здесь.
invoices-no-document = Запросите этот счёт у нас
invoice-category-workshop = Сервис
invoice-category-parts = Запчасти
invoice-category-vehicle = Автомобиль
invoice-category-other = Счёт

change-field-gender = Пол
change-field-initials = Инициалы
change-field-first-name = Имя
change-field-infix = Приставка к фамилии
change-field-last-name = Фамилия
change-field-business-name = Организация
change-field-email = Адрес эл. почты
change-field-mobile = Мобильный телефон
change-field-phone = Телефон
change-field-address = Адрес
change-field-mileage = Пробег
change-field-plate = Номер автомобиля
change-field-vin = VIN
change-field-make = Марка
change-field-model = Марка и модель
change-field-plate-country = Страна номера
change-field-version = Комплектация
change-field-body = Кузов
change-field-maintenance-due = Дата следующего ТО
change-field-colour = Цвет
change-field-fuel = Топливо
change-field-first-registration = Первая регистрация
change-field-inspection-due = Срок техосмотра
change-field-owned-until = Автомобиль больше не мой
change-nothing = ничего
change-line = { $field }: было «{ $old }», стало «{ $new }»
change-correction-line = Просьба исправить, { $field }: было «{ $shown }», должно быть «{ $asked }»

## Мои предпочтения

preferences-words-changed = Текст на этой странице только что изменился, поэтому ничего не сохранено. Прочитайте его и выберите ещё раз.
preferences-lead = Укажите, какую информацию вы хотите получать от компании { $company }. Выбор можно изменить в любой момент.
preferences-topics-title = Какую информацию вы хотите получать?
preferences-yes = Да
preferences-no = Нет
preferences-topic-sales-news = Новости и акции отдела продаж
preferences-topic-text-sales-news = Новости об автомобилях и акции нашего салона.
preferences-topic-yes-sales-news = Мы расскажем вам о новостях и акциях.
preferences-topic-no-sales-news = Вы не получаете новостей и акций отдела продаж.
preferences-topic-workshop-offer = Предложения сервиса
preferences-topic-text-workshop-offer = Предложения нашего сервиса, например подготовка к зиме или шины.
preferences-topic-yes-workshop-offer = Вы получаете предложения по обслуживанию.
preferences-topic-no-workshop-offer = Вы не получаете предложений сервиса.
preferences-topic-newsletter = Рассылка и общая информация
preferences-topic-text-newsletter = Наша рассылка с советами и новостями. Иногда мы спросим и ваше мнение о нас.
preferences-topic-yes-newsletter = Вы получаете нашу рассылку.
preferences-topic-no-newsletter = Вы не получаете рассылку.
preferences-topic-reminder = Напоминания о техосмотре и обслуживании
preferences-topic-text-reminder = Мы сообщим, когда автомобилю нужен техосмотр или обслуживание.
preferences-topic-yes-reminder = Мы помним о техосмотре и обслуживании за вас.
preferences-topic-no-reminder = О техосмотре и обслуживании вы помните сами.
preferences-topic-unset = Вы ещё ничего об этом не сказали.
preferences-channels-title = Со мной можно связаться:
preferences-channels-text = Мы используем только те способы, на которые вы согласны.
preferences-channel-email = Электронная почта
preferences-channel-letter = Письмо
preferences-channel-phone = Телефон
preferences-channel-sms = СМС
preferences-channel-yes-email = Мы можем писать вам на почту о выбранных темах.
preferences-channel-yes-letter = Мы можем отправить вам бумажное письмо.
preferences-channel-yes-phone = Мы можем вам позвонить.
preferences-channel-yes-sms = Мы можем отправить вам СМС.
preferences-channel-no-email = Мы пишем на почту только о визитах, счетах и учётной записи.
preferences-channel-no-letter = Писем с предложениями вы не получаете.
preferences-channel-no-phone = Мы звоним только о назначенном визите.
preferences-channel-no-sms = Мы отправляем СМС только о назначенном визите.
preferences-channel-missing-email = У нас ещё нет вашего адреса почты. Укажите его в разделе «Мой профиль».
preferences-channel-missing-letter = У нас ещё нет вашего адреса. Укажите его в разделе «Мой профиль».
preferences-channel-missing-phone = У нас ещё нет вашего телефона. Укажите его в разделе «Мой профиль».
preferences-channel-missing-sms = У нас ещё нет вашего мобильного номера. Укажите его в разделе «Мой профиль».
preferences-prefer = Предпочтительный способ коммуникации
preferences-prefer-hint = Мы выберем его, если разрешено несколько.
preferences-prefer-none = Всё равно
preferences-never-asked = Ещё не выбрано
preferences-changed-customer = Вы выбрали это { $date }
preferences-changed-staff = Изменено компанией { $company } { $date }
preferences-changed-import = Взято из нашего учёта { $date }
preferences-changed-system = Изменено автоматически { $date }
preferences-finer = Точный выбор по темам
preferences-finer-text = Тема нужна, но не всеми способами? Отключите лишнее здесь.
preferences-as-above = Как выше
preferences-not = Нет
preferences-save = Сохранить предпочтения
preferences-save-note = Ничего не меняется, пока вы не нажмёте «Сохранить».
preferences-object-title = Совсем без рекламы
preferences-object-notice = Вы всегда можете отказаться от рекламы компании { $company }. Скажите «нет», и мы сразу прекратим. Сообщения о ваших визитах, счетах и безопасности автомобиля будут приходить и дальше.
preferences-everything-off = Отключить всё
preferences-objection-title = Вы не получаете нашу рекламу
preferences-objection-text = Вы отключили всё. Если ниже вы скажете «да», будет действовать только это.

## Предпочтения и страницы по ссылке

link-preferences-title = Меньше сообщений
link-preferences-lead = Здесь можно отключить сообщения компании { $company }. Входить не нужно.
link-preferences-for = Это касается адреса { $email }
link-stop-this = Отключить: { $what }
link-scope-both = { $topic }, способ – { $channel }
link-scope-all = вся реклама
link-this-stopped = Эти сообщения отключены.
link-topics = Больше не присылать на эти темы
link-channels = Больше не использовать эти способы
link-save = Сохранить выбор
link-save-note = Отключится только то, что вы отметите.
link-all-stopped = Вся реклама отключена.
link-grant = Хотите, наоборот, что-то получать? Это можно после входа.
personal-lead = Компания { $company } подготовила для вас сообщение об автомобиле.
personal-open = Открыть мою страницу
personal-not-you = Это не вы или хотите увидеть всё?
personal-opened = Здесь только то, о чём было сообщение. Для остального войдите.
personal-call = Позвонить нам
personal-mail = Написать нам
personal-more-title = Всё о вашем автомобиле
personal-more-text = Счета, визиты и предпочтения – на вашей личной странице.

## Помощь

help-title = Помощь и контакты
help-lead = Вопрос об автомобиле, визите или этой странице? Мы с радостью поможем.
help-website = Наш сайт
help-locations = Наши адреса
help-open-until = Открыто до { $time }
help-opens = Закрыто, откроется: { $day }, { $time }
help-closed = Закрыто

## Вход и безопасность

account-title = Вход и безопасность
account-since = Ваша учётная запись создана { $date }.
account-sign-in = Как вы входите
account-email = Адрес эл. почты
account-email-button = Изменить адрес
account-password-button = Изменить пароль
account-sessions = Где вы вошли
account-sessions-text = Что-то незнакомо? Завершите вход на том устройстве и смените пароль.
account-session-here = это устройство
account-session-seen = Последний раз { $when }, адрес { $ip }
account-session-unknown = Неизвестное устройство
account-session-end = Выйти
account-sessions-end-others = Выйти на всех других устройствах
account-language = Язык учётной записи
account-language-text = На этом языке вы видите страницу, на нём же мы пишем об учётной записи.
account-password-title = Изменить пароль
account-password-lead = На других устройствах потом нужно будет войти заново.
account-password-current = Текущий пароль
account-password-note = Мы сообщим о смене пароля по почте.
account-password-save = Изменить пароль
account-email-title = Изменить адрес почты
account-email-lead = Сейчас вы входите с адресом { $email }.
account-email-new = Новый адрес почты
account-email-note = Мы отправим ссылку на новый адрес. Он начнёт действовать, когда вы её откроете.
account-email-save = Отправить ссылку
error-email-same = С этим адресом вы уже входите. Укажите другой.
email-link-confirm-title = Подтвердите новый адрес
email-link-confirm-text = Теперь вы будете входить с адресом { $email }.
email-link-confirm-button = Использовать этот адрес
email-link-confirm-done-title = Адрес изменён
email-link-confirm-done-text = Теперь вы входите с новым адресом.
email-link-confirm-in-use-title = Этот адрес уже занят
email-link-confirm-in-use-text = С этим адресом почты уже входит другой человек. Выберите другой.
email-link-verify-title = Подтвердите адрес почты
email-link-verify-text = Адрес { $email } принадлежит вам?
email-link-verify-button = Да, это мой адрес
email-link-verify-done-title = Спасибо
email-link-verify-done-text = Ваш адрес почты подтверждён.
email-link-undo-title = Отменить изменение
email-link-undo-text = Вы снова будете входить с адресом { $email }. Вход на всех устройствах завершится, и вы выберете новый пароль.
email-link-undo-button = Отменить изменение
email-link-undo-done-title = Изменение отменено
email-link-undo-done-text = Мы отправили ссылку, по которой вы выберете новый пароль.
email-link-ended-title = Ссылка больше не действует
email-link-ended-text = Ссылка уже использована или её срок истёк. Войдите и попробуйте ещё раз.
done-home = На мою страницу

## Подтверждения

flash-details-saved = Ваши данные сохранены.
flash-contact-saved = Сохранено. Мы отправили ссылку для подтверждения адреса почты.
flash-verify-sent = Мы отправили ссылку для подтверждения адреса почты.
flash-car-saved = Сохранено. Спасибо, что сообщили.
flash-correction-asked = Спасибо. Мы проверим.
flash-preferences-saved = Предпочтения сохранены и уже действуют.
flash-preferences-off = Всё отключено. Рекламы от нас больше не будет.
flash-link-preferences-saved = Ваш выбор уже действует.
flash-session-ended = Вход на том устройстве завершён.
flash-sessions-ended = Вход на всех других устройствах завершён.
flash-password-changed = Пароль изменён.
flash-email-change-sent = Мы отправили ссылку на новый адрес.
