# Pages for what is not there or went wrong
error-page-home = На главную
error-page-not-found-title = Такой страницы нет
error-page-not-found-text = Возможно, адрес введён с ошибкой или срок действия ссылки истёк.
error-page-sign-in-title = Сначала войдите
error-page-sign-in-text = После входа вы увидите эту страницу.
error-page-bad-request-title = Мы не поняли запрос
error-page-bad-request-text = При отправке произошла ошибка. Вернитесь и попробуйте снова: введённые данные не сохранены.
error-page-too-large-title = Слишком большой объём
error-page-too-large-text = Отправьте меньше данных за раз или файл поменьше.
error-page-too-many-title = Немного подождите
error-page-too-many-text = С вашего подключения было слишком много попыток. Подождите несколько минут и попробуйте снова.
error-page-cross-site-title = Эта форма отправлена с другого сайта
error-page-cross-site-text = В целях безопасности мы ничего не изменили. Откройте страницу здесь заново.
error-page-internal-title = У нас произошла ошибка
error-page-internal-text = Мы уже знаем об этом и разбираемся. Попробуйте через несколько минут.
