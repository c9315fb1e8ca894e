# The mailbox of the demo
dev-mail-title = The demo’s mailbox
dev-mail-lead = Everything Carport would mail ends up here. Nothing leaves the house.
dev-mail-empty = No mail yet.
dev-mail-from = From:
dev-mail-to = To:
dev-mail-text = As plain text
dev-mail-headers = Headers
dev-mail-back = Back to the mailbox
dev-mail-raw = Source
