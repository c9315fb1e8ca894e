# Автомобили: виды и предупреждения.

body-type-hatchback = Хэтчбек
body-type-sedan = Седан
body-type-estate = Универсал
body-type-suv = Внедорожник
body-type-van = Минивэн или фургон
body-type-coupe = Купе
body-type-convertible = Кабриолет
body-type-pickup = Пикап
body-type-city = Городской автомобиль
body-type-motorcycle = Мотоцикл
body-type-unknown = Неизвестно

fuel-petrol = Бензин
fuel-diesel = Дизель
fuel-hybrid = Гибрид
fuel-plug-in-hybrid = Подзаряжаемый гибрид
fuel-electric = Электричество
fuel-lpg = Сжиженный газ
fuel-cng = Природный газ
fuel-hydrogen = Водород
fuel-unknown = Неизвестно

holding-role-owner = Владелец
holding-role-driver = Водитель
holding-role-payer = Плательщик

visit-kind-workshop = Сервис
visit-kind-showroom = Автосалон
visit-kind-bodyshop = Кузовной цех
visit-kind-tyres = Шины
visit-kind-parts = Запчасти
visit-kind-inspection = Техосмотр
visit-kind-other = Другое

warning-vin-short = В этом номере кузова меньше 17 знаков. Так бывает только у автомобилей, выпущенных до 1981 года.
warning-vin-check = Контрольная цифра VIN не сходится. Проверьте номер ещё раз.
