# Слова, которые встречаются на каждой странице и в каждом сообщении.

language-nl = Нидерландский
language-de = Немецкий
language-ru = Русский
language-en = Английский

greeting = Здравствуйте, { $name }

yes = Да
no = Нет
unknown = Неизвестно
not-filled-in = Не заполнено
optional = необязательно

button-save = Сохранить
button-cancel = Отмена
button-continue = Продолжить
button-close = Закрыть
button-undo = Отменить действие
button-search = Найти
button-download = Скачать
button-copy = Скопировать

