# Редактор сообщений: переменные, ошибки и советы.

## Переменные

content-variable-my-page-url = Адрес личной страницы
content-variable-customer-number = Номер клиента
content-variable-salutation = Обращение
content-variable-first-name = Имя
content-variable-last-name = Фамилия
content-variable-full-name = Имя и фамилия
content-variable-plate = Номер автомобиля
content-variable-make-model = Марка и модель
content-variable-inspection-due = Техосмотр действует до
content-variable-maintenance-due = Обслуживание примерно
content-variable-mileage = Пробег
content-variable-last-visit = Последний визит
content-variable-company-name = Название компании
content-variable-company-phone = Телефон компании
content-variable-location-name = Название филиала
content-variable-location-phone = Телефон филиала
content-variable-advisor = Мастер-приёмщик

## Ошибки

content-error-unknown-variable = Переменной { $name } нет. Выберите переменную из списка.
content-error-unclosed-variable = Переменная начинается двумя фигурными скобками и двумя заканчивается. Последних двух нет.
content-error-fallback = После имени переменной может стоять только | fallback "…", а не: { $typed }
content-error-unclosed-bold = Жирный текст начинается с ** и заканчивается **. Конца нет.
content-error-address = Ссылка на { $typed } невозможна. Напишите адрес, который начинается с https://.
content-error-only-words = Здесь возможны только слова и переменные, в одну строку: без жирного текста и ссылок.
content-error-no-language = Напишите сообщение хотя бы на одном языке.
content-error-no-blocks = Сообщение пустое. Добавьте блок.
content-error-too-many-blocks = Слишком много блоков, наибольшее число: { $max }. Удалите лишние.

## Советы

content-lint-preheader-empty = Напишите короткий анонс: почта показывает его после темы.
content-lint-subject-reply = Тема выдаёт себя за ответ. Уберите «Re:» или «Fwd:».
content-lint-subject-capitals = Тема написана заглавными буквами. Это похоже на крик и настораживает спам-фильтры.
content-lint-subject-long = Тема длиннее 60 знаков; на телефоне конец не виден.
content-lint-exclamation = Обойдитесь без восклицательных знаков: спокойным словам верят больше.
content-lint-capitals = Не пишите слова заглавными буквами; важное выделите жирным.
content-lint-no-text = В сообщении нет текста. Напишите хотя бы один абзац.
content-lint-long = В сообщении больше 350 слов. Лучше одна мысль на сообщение.
content-lint-many-buttons = Кнопок больше одной. С одной кнопкой понятно, что делать.
content-lint-no-button = Нет кнопки. Дайте читателю один понятный следующий шаг.
content-lint-alt-missing = Опишите словами, что на картинке, для тех, кто её не видит.
content-lint-not-https = Используйте адрес с https://: почта предупреждает об адресах с http://.
content-lint-sms-long = SMS длинное и уйдёт в нескольких частях; каждая оплачивается.
