# The mailbox of the demo
dev-mail-title = Postvak van de demo
dev-mail-lead = Alles wat Carport zou mailen, komt hier terecht. Er gaat niets de deur uit.
dev-mail-empty = Nog geen berichten.
dev-mail-from = Van:
dev-mail-to = Aan:
dev-mail-text = Als platte tekst
dev-mail-headers = Kopregels
dev-mail-back = Terug naar het postvak
dev-mail-raw = Bron
