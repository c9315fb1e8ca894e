# Постоянные слова писем, подтверждений и счетов.

## Страницы

document-page-of = Страница { $page } из { $pages }

## Письмо

document-date-label = Дата
document-objection = Вы можете в любой момент отказаться от использования ваших данных для рекламы: на странице { $address } или сообщив об этом компании { $company }, без объяснения причин.

## Подтверждение согласия для надзорного органа

document-proof-title-person = Подтверждение согласия: { $name }
document-proof-title-period = Подтверждение согласий: { $from } – { $to }
document-proof-intro = Этот документ показывает, какие согласия, отказы и отзывы согласия зафиксировала компания { $company }: когда, для чего, с каким текстом, где, как и кем. Сведения взяты без изменений из реестра согласий. В него можно только добавлять записи; изменить или удалить их нельзя.
document-proof-controller = Оператор данных
document-proof-address = Адрес
document-proof-registration = Регистрация
document-proof-person = Субъект данных
document-proof-period = Период
document-proof-people = Число лиц
document-proof-asked-by = Запрошено
document-proof-reference = Номер запроса
document-proof-issued = Составлено
document-proof-issued-by = Составил
document-proof-standing = Что действует сейчас
document-proof-standing-intro = Последний выбор по каждой теме и каналу, выведенный из записей ниже.
document-proof-topic = Тема
document-proof-channel = Канал
document-proof-state = Состояние
document-proof-since = С какого времени
document-proof-entry = №
document-proof-events = Записи реестра
document-proof-events-intro = Сначала самые старые. Время местное, с указанием разницы с UTC. «W» отсылает к показанному тексту ниже.
document-proof-no-events = Записей нет.
document-proof-when = № и время
document-proof-what = Что и для чего
document-proof-how = Где, как и кем
document-proof-by = Кем:
document-proof-wording = Текст
document-proof-wordings = Показанные тексты
document-proof-wordings-intro = Каждый текст в точности в том виде, в каком он был показан, с его отпечатком (SHA-256).
document-proof-hash = Отпечаток записи
document-proof-chain = Проверка реестра
document-proof-chain-intro = Каждая запись несёт отпечаток, вычисленный из её содержания и предыдущего отпечатка. Изменение одного знака в старой записи разрывает цепочку. Для этого документа вся цепочка пересчитана.
document-proof-chain-first = Первая здесь
document-proof-chain-last = Последняя здесь
document-proof-chain-count = Пересчитано
document-proof-chain-intact = Цепочка цела.
document-proof-chain-broken = Цепочка разорвана на записи { $number }: она или более ранняя запись была изменена позднее.
document-proof-verify = Как проверить самостоятельно
document-proof-verify-intro = Этой командой вы можете сами пересчитать цепочку на установке компании:
document-proof-verify-outcome = В результате указаны число записей и последний отпечаток. Пока новых записей нет, они совпадают с приведёнными в этом документе.
document-proof-chain-head = Конец цепочки
document-proof-chain-erased = Из них удалено
document-proof-erased = Удалено по просьбе субъекта данных
document-proof-erased-how = Личное содержание удалено. Отпечаток показывает, что запись здесь есть.
document-proof-all-purposes = Все темы
document-proof-all-channels = все каналы
document-proof-actor-customer = сам субъект данных
document-proof-actor-staff = сотрудник { $name }
document-proof-actor-import = импорт { $name }
document-proof-actor-partner = программа партнёра
document-proof-actor-system = автоматически
document-proof-form = Форма
document-proof-default-unset = ничего не отмечено заранее
document-proof-default-earlier = показан собственный прежний выбор
document-proof-default-set = отмечено заранее
document-proof-recorded = Записано
document-proof-basis = Основание
document-proof-reason = Причина
document-proof-network = IP-адрес
document-proof-browser = Браузер
document-proof-assurance = Проверка личности
document-proof-message = Сообщение
document-proof-document = Документ
document-proof-line = строка { $line }
document-proof-rules = Свод правил
document-proof-concerns = Относится к №
document-proof-partner-list = Список партнёров, версия

## Объяснение решения

document-explanation-title = Почему клиент получает это сообщение или не получает
document-explanation-customer = Клиент
document-explanation-moment = Повод для контакта
document-explanation-purpose = Вид сообщения
document-explanation-decided = Решение принято
document-explanation-rule-pack = Свод правил
document-explanation-allow = Можно
document-explanation-deny = Нельзя
document-explanation-hold = Сначала проверить
document-explanation-basis = Основание
document-explanation-rule = Правило
document-explanation-evidence = Подтверждение
document-explanation-no-evidence = Нет
document-explanation-foot = Непосредственно перед отправкой решение принимается заново. Всё, что клиент за это время изменил, учитывается сразу.

## Счёт

document-invoice-title = Счёт
document-invoice-number = Номер счёта
document-invoice-date = Дата счёта
document-invoice-delivered = Работы выполнены
document-invoice-due = Оплатить до
document-invoice-description = Наименование
document-invoice-quantity = Количество
document-invoice-price = Цена
document-invoice-vat = НДС
document-invoice-amount = Сумма
document-invoice-net = Итого без НДС
document-invoice-vat-of = НДС { $rate } с { $amount }
document-invoice-total = Итого к оплате
document-invoice-payment = Оплата
document-invoice-remarks = Примечания

## Карточка на стойку

document-card-scan = Отсканируйте код телефоном или откройте
