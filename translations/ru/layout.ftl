# Постоянные части каждой страницы: меню, поиск, язык и сообщения.

layout-skip = К содержанию
layout-menu = Меню
layout-account = Мой аккаунт
layout-sign-out = Выйти
layout-language = Язык
layout-theme = Светлая или тёмная тема
layout-theme-auto = Как на устройстве
layout-theme-light = Светлая
layout-theme-dark = Тёмная
layout-legal = Об этом сайте
layout-search-hint = Имя, госномер, VIN или номер клиента
layout-commands = Быстрый переход
layout-switch-company = Выбрать другую компанию
layout-breadcrumb = Вы здесь
layout-show = Показать
layout-hide = Скрыть
layout-copied = Скопировано
layout-errors = Проверьте эти данные
layout-previous = Назад
layout-next = Далее
layout-unreachable = Не удаётся связаться с сервером. Проверьте подключение и попробуйте ещё раз.
layout-selected = Выбрано:
layout-select-all = Выбрать все строки
layout-clear-selection = Снять выделение
layout-privacy = Конфиденциальность
