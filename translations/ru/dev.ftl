# The mailbox of the demo
dev-mail-title = Почта демоверсии
dev-mail-lead = Всё, что отправил бы Carport, попадает сюда. Наружу ничего не уходит.
dev-mail-empty = Писем пока нет.
dev-mail-from = От:
dev-mail-to = Кому:
dev-mail-text = Простым текстом
dev-mail-headers = Заголовки
dev-mail-back = Назад к почте
dev-mail-raw = Исходник
