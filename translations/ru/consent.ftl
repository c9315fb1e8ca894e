# Согласие: почему сообщение разрешено или нет и что говорит реестр.

## Названия

consent-channel-email = электронная почта
consent-channel-sms = SMS
consent-channel-letter = письмо по почте
consent-channel-phone = телефон
consent-channel-push = уведомление на устройстве
consent-purpose-service = Сервисное сообщение
consent-purpose-reminder = Напоминание о техосмотре и обслуживании
consent-purpose-workshop-offer = Предложения сервиса
consent-purpose-sales-news = Новости и акции отдела продаж
consent-purpose-newsletter = Рассылка и общая информация
consent-purpose-partner-offer = Предложения партнёров
consent-purpose-review-request = Просьба оставить отзыв
consent-purpose-portal-invitation = Приглашение в личный кабинет
consent-purpose-recall = Отзывная кампания
consent-purpose-meaning-reminder = Мы сообщим, когда вашему автомобилю пора на техосмотр или обслуживание.
consent-purpose-meaning-workshop-offer = Предложения нашего сервиса: например, подготовка к зиме или шины.
consent-purpose-meaning-sales-news = Новости об автомобилях и акциях в нашем салоне.
consent-purpose-meaning-newsletter = Наша рассылка с советами и новостями компании. Иногда мы также спросим, понравилось ли вам у нас.
consent-purpose-meaning-partner-offer = Предложения компаний, с которыми мы сотрудничаем. Мы отправляем их сами и не передаём ваши данные.
consent-kind-prospect = потенциальный клиент
consent-kind-customer = клиент
consent-kind-former = бывший клиент
consent-kind-business = организация
consent-kind-unknown = пока не известно
consent-choice-unset = Ещё не выбрано
consent-choice-yes = Да
consent-choice-no = Нет
consent-basis-consent = согласие
consent-basis-requested-service = услуга по запросу клиента
consent-basis-soft-opt-in = действующий клиент (soft opt-in)
consent-basis-legitimate-interest = законный интерес
consent-basis-contract = договор
consent-basis-legal-duty = обязанность по закону или безопасность
consent-basis-published-address = адрес, опубликованный для этого
consent-basis-impersonal-address = общий адрес организации
consent-basis-presumed-consent = предполагаемое согласие

## Почему сообщение разрешено

consent-allow-consent = Клиент согласился получать такие сообщения на этот адрес.
consent-allow-requested-service = Клиент сам включил эту услугу.
consent-allow-soft-opt-in = Клиент покупал у нас похожее, сам дал нам этот адрес и мог при этом возразить.
consent-allow-legitimate-interest = Согласие здесь не требуется: наш интерес взвешен и задокументирован, клиент не возражал.
consent-allow-contract = Сообщение связано с записью, заказом или обращением клиента.
consent-allow-legal-duty = Это сообщение нужно доставить всегда: этого требует закон или безопасность.
consent-allow-published-address = Организация опубликовала этот адрес для таких сообщений.
consent-allow-impersonal-address = Это общий адрес организации, а не личный.
consent-allow-presumed-consent = Зафиксировано, почему организация, вероятно, заинтересована в звонке.

## Почему сообщение не разрешено

consent-deny-erased = Данные этого человека удалены по его просьбе.
consent-deny-restricted = Использование данных этого человека ограничено по его просьбе.
consent-deny-deceased = Этот человек умер.
consent-deny-minor = Этот человек несовершеннолетний.
consent-deny-objected = Клиент отказался от любой рекламы.
consent-deny-purpose-refused = Клиент не хочет получать такие сообщения.
consent-deny-vehicle-gone = Автомобиль больше не принадлежит этому клиенту.
consent-deny-company-suspended = Компания сейчас не может отправлять рекламу.
consent-deny-content-unfit = Сообщение ещё не утверждено или в нём не хватает обязательных сведений.
consent-deny-frequency-cap = Клиент уже получил достаточно сообщений за последнее время.
consent-deny-quiet-hours = В это время мы никого не беспокоим.
consent-deny-channel-refused = Клиент не хочет, чтобы с ним связывались таким способом.
consent-deny-refused-on-channel = Клиент не хочет получать такие сообщения этим способом.
consent-deny-no-contact-point = Для этого нет ни адреса, ни номера.
consent-deny-contact-point-invalid = Адрес или номер неверный.
consent-deny-bounced = Сообщения на этот адрес не доставляются.
consent-deny-complained = Получатель пожаловался на спам.
consent-deny-stopped = Получатель ответил STOP.
consent-deny-on-register = Клиент внесён в публичный список отказавшихся.
consent-deny-other-entity = Адрес или согласие получила другая организация.
consent-deny-origin-unknown = Неизвестно, откуда взят этот адрес.
consent-deny-unconfirmed = Клиент согласился, но ещё не подтвердил согласие с самого адреса.
consent-deny-partner-not-named = Этого партнёра не было в списке, на который согласился клиент.
consent-deny-inactive = От этого человека слишком давно не было вестей; согласие больше не действует.
consent-deny-no-need = Нет записи, заказа или обращения, к которому относится это сообщение.
consent-deny-no-consent = Клиент не давал на это согласия, а без него нельзя.
consent-deny-not-for-channel = Такие сообщения нельзя отправлять этим способом.
consent-deny-soft-no-purchase = Клиент не давал согласия и ещё ничего у нас не оплачивал.
consent-deny-soft-other-entity = Клиент покупал у другой организации или дал адрес ей.
consent-deny-soft-no-notice = Когда мы получили адрес, клиента не предупреждали, что мы будем слать на него рекламу.
consent-deny-soft-no-opt-out = Когда мы получили адрес, у клиента не было возможности отказаться.
consent-deny-soft-not-similar = То, что клиент покупал у нас, не похоже на это предложение.
consent-deny-soft-address-not-theirs = Не записано, когда клиент дал нам этот адрес.
consent-deny-soft-aged = Последняя покупка была слишком давно.
consent-hold-kind-unknown = Это зависит от того, клиент это или организация. Сначала укажите это.
consent-hold-register-unchecked = Сначала проверьте, нет ли клиента в публичном списке отказавшихся.

## На чём основано решение

consent-item-granted = Согласие дано { $date }
consent-item-requested = Услуга включена { $date }
consent-item-refused = Отказ получен { $date }
consent-item-bought-workshop = Визит в сервис оплачен { $date }
consent-item-bought-parts = Запчасти или аксессуары оплачены { $date }
consent-item-bought-vehicle = Автомобиль куплен { $date }
consent-item-collected = Адрес получен от клиента { $date }
consent-item-notice = Клиент мог отказаться: уведомление действовало { $date }

## Что будет с предложением

consent-outcome-send-email = Отправляется по электронной почте.
consent-outcome-send-sms = Отправляется по SMS.
consent-outcome-send-letter = Отправляется письмом по почте.
consent-outcome-send-push = Отправляется уведомлением на устройство.
consent-outcome-call = В списке звонков.
consent-outcome-call-locked = В списке звонков, но звонить нельзя: { $reason }
consent-outcome-nothing = Ничего не отправляется: { $reason }

## Что должно быть в сообщении

consent-must-identity = полное название компании
consent-must-postal-address = почтовый адрес
consent-must-registration-number = регистрационный или налоговый номер
consent-must-replyable-sender = адрес отправителя, на который можно ответить
consent-must-marked-as-advertising = пометка, что это реклама
consent-must-reason-line = почему клиент это получает
consent-must-unsubscribe = ссылка для отписки
consent-must-preference-link = ссылка на настройки
consent-must-privacy-link = ссылка на политику конфиденциальности
consent-must-objection-sentence = фраза о праве отказаться
consent-must-objection-notice = уведомление о праве на возражение
consent-must-address-source = откуда взят адрес
consent-must-stop-text = как отказаться от SMS
consent-must-preference-code = код или QR для перехода к настройкам
consent-must-caller-name = имя звонящего
consent-must-commercial-purpose = цель звонка, в самом начале разговора
consent-must-visible-number = видимый номер телефона
consent-must-right-to-object-offered = предложение больше не звонить
consent-must-presumed-reason = почему организация, вероятно, хочет этот звонок
consent-objection-sentence = Вы можете отказаться от этих сообщений в любое время. Это бесплатно, кроме обычной платы за связь.
consent-stop-text-word = Отписаться: ответьте STOP или { $link }
consent-stop-text-short-code = Отписаться: отправьте STOP на { $number }

## Реестр согласий

consent-action-grant = Согласие
consent-action-confirm = Согласие подтверждено
consent-action-deny = Отказ
consent-action-withdraw = Согласие отозвано
consent-action-object = Отказ от любой рекламы
consent-action-soi-notice = Сообщено о праве отказаться
consent-action-import = Перенесено без подтверждения, согласием не считается
consent-action-expire = Срок согласия истёк
consent-action-correct = Прежняя запись исправлена
consent-method-portal = в личном кабинете
consent-method-link = по ссылке в сообщении
consent-method-web-form = через форму на сайте
consent-method-one-click = отпиской в один клик
consent-method-stop = ответом STOP по SMS
consent-method-arf = жалобой на спам
consent-method-paper = на бумаге
consent-method-counter = на стойке приёма
consent-method-phone = по телефону
consent-method-letter = письмом
consent-method-dms = из системы дилера
consent-method-import = из файла
consent-method-api = через другую программу
consent-method-merge = при объединении карточек клиента
consent-method-system = автоматически
consent-actor-customer = вы сами
consent-actor-staff = сотрудник
consent-actor-import = система дилера
consent-actor-partner = программа партнёра
consent-actor-system = автоматически
consent-origin-customer = указал клиент
consent-origin-dms = из системы дилера
consent-origin-staff = записал сотрудник
consent-origin-import-without-origin = из файла без указания источника

## Чего не хватает в записи

consent-invalid-wording-missing = К согласию нужен текст, который видел клиент. Выберите его.
consent-invalid-origin-missing = Укажите, где клиент дал согласие: например, на стойке приёма или в форме.
consent-invalid-time-missing = Укажите, когда клиент это сказал.
consent-invalid-in-the-future = Это время ещё не наступило. Укажите, когда клиент это сказал.
consent-invalid-contact-point-missing = Согласие относится к адресу или номеру. Сначала укажите его.
consent-invalid-pre-ticked = Ответ «да» был выбран заранее. Пусть клиент выберет сам.
consent-invalid-road-cannot-grant = По этой ссылке можно отписаться. Чтобы включить что-то, войдите в личный кабинет.
consent-invalid-reason-missing = Укажите, почему вы это меняете. Клиент увидит, что это сделал сотрудник.
consent-invalid-not-asked = Для таких сообщений согласие не запрашивается.
consent-invalid-basis-unfit = Основанием может быть только согласие или услуга, которую включил клиент.
consent-invalid-partner-list-missing = Укажите, какой список партнёров видел клиент.
consent-invalid-objection-is-partial = Возражение касается всей рекламы. Для одного вида выберите «не получать».
consent-invalid-supersedes-missing = Выберите запись, к которой это относится.
consent-invalid-not-a-cell = Истечь может только согласие на один вид сообщений по одному адресу.

## Что не так с реестром

consent-damage-wrong-number = У записи { $number } другой номер: запись удалена, вставлена или перемещена.
consent-damage-wrong-company = Запись { $number } принадлежит другой компании.
consent-damage-not-joined = Запись { $number } не связана с предыдущей.
consent-damage-header-changed = В записи { $number } изменены номер, дата или идентификатор.
consent-damage-content-changed = Содержание записи { $number } изменено.
consent-damage-head-missing = Реестр не приводит к записи { $number }, отмеченной в другом месте.
consent-damage-emptied = Запись { $number } опустошена, хотя данные этого человека не удалялись.
consent-damage-wording-changed = Текст, на который ссылается запись { $number }, уже не такой, каким его показали.
consent-damage-standing-changed = Согласия, сохранённые для человека из записи { $number }, не совпадают с реестром.
