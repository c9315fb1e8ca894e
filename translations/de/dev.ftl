# The mailbox of the demo
dev-mail-title = Postfach der Demo
dev-mail-lead = Was Carport verschicken würde, landet hier. Nichts verlässt das Haus.
dev-mail-empty = Noch keine Nachrichten.
dev-mail-from = Von:
dev-mail-to = An:
dev-mail-text = Als reiner Text
dev-mail-headers = Kopfzeilen
dev-mail-back = Zurück zum Postfach
dev-mail-raw = Quelltext
