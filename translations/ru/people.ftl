# Люди: обращение, виды и страны.

salutation-male = Уважаемый господин { $name }
salutation-female = Уважаемая госпожа { $name }
salutation-male-by-name = Уважаемый { $name }
salutation-female-by-name = Уважаемая { $name }
salutation-neutral = Здравствуйте, { $name }
salutation-nobody = Здравствуйте

gender-male = Мужской
gender-female = Женский
gender-unspecified = Не указан

customer-kind-person = Частное лицо
customer-kind-business = Организация

stage-visitor = Посетитель
stage-lead = Лид
stage-prospect = Потенциальный клиент
stage-customer = Клиент
stage-ambassador = Посол компании
stage-former = Бывший клиент

contact-point-email = Электронная почта
contact-point-mobile = Мобильный телефон
contact-point-phone = Телефон
contact-point-address = Почтовый адрес

origin-dms = Из системы дилера
origin-customer = Указал клиент
origin-staff = Указал сотрудник
origin-request = Из заявки
origin-import = Из файла

profile-field-first-name = Имя
profile-field-salutation = Пол
profile-field-email = Подтверждённый адрес электронной почты
profile-field-phone = Телефон
profile-field-address = Адрес
profile-field-car = Автомобиль
profile-field-mileage = Пробег
profile-field-preferences = Предпочтения
profile-field-birth-date = Дата рождения

country-at = Австрия
country-be = Бельгия
country-bg = Болгария
country-by = Беларусь
country-ch = Швейцария
country-cy = Кипр
country-cz = Чехия
country-de = Германия
country-dk = Дания
country-ee = Эстония
country-es = Испания
country-fi = Финляндия
country-fr = Франция
country-gb = Великобритания
country-ge = Грузия
country-gr = Греция
country-hr = Хорватия
country-hu = Венгрия
country-ie = Ирландия
country-is = Исландия
country-it = Италия
country-kz = Казахстан
country-li = Лихтенштейн
country-lt = Литва
country-lu = Люксембург
country-lv = Латвия
country-ma = Марокко
country-mc = Монако
country-mt = Мальта
country-nl = Нидерланды
country-no = Норвегия
country-pl = Польша
country-pt = Португалия
country-ro = Румыния
country-ru = Россия
country-se = Швеция
country-si = Словения
country-sk = Словакия
country-tr = Турция
country-ua = Украина
