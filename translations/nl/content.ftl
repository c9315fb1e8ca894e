# De redacteur van berichten: variabelen, fouten en raad.

## Variabelen

content-variable-my-page-url = Adres van de eigen pagina
content-variable-customer-number = Klantnummer
content-variable-salutation = Aanhef
content-variable-first-name = Voornaam
content-variable-last-name = Achternaam
content-variable-full-name = Volledige naam
content-variable-plate = Kenteken
content-variable-make-model = Merk en model
content-variable-inspection-due = APK geldig tot
content-variable-maintenance-due = Onderhoud rond
content-variable-mileage = Kilometerstand
content-variable-last-visit = Laatste bezoek
content-variable-company-name = Naam van het bedrijf
content-variable-company-phone = Telefoon van het bedrijf
content-variable-location-name = Naam van de vestiging
content-variable-location-phone = Telefoon van de vestiging
content-variable-advisor = Serviceadviseur

## Fouten

content-error-unknown-variable = De variabele { $name } bestaat niet. Kies er een uit de lijst.
content-error-unclosed-variable = Een variabele begint met twee accolades en eindigt ook met twee. De laatste twee ontbreken.
content-error-fallback = Na de naam van een variabele mag alleen | fallback "…" staan, niet: { $typed }
content-error-unclosed-bold = Vette tekst begint met ** en eindigt met **. Het einde ontbreekt.
content-error-address = Naar { $typed } kan geen link wijzen. Schrijf een adres dat met https:// begint.
content-error-only-words = Hier kunnen alleen woorden en variabelen staan, op één regel: geen vette tekst en geen links.
content-error-no-language = Schrijf het bericht in ten minste één taal.
content-error-no-blocks = Het bericht is leeg. Voeg een blok toe.
content-error-too-many-blocks = Een bericht heeft ten hoogste { $max } blokken. Haal er een paar weg.

## Raad

content-lint-preheader-empty = Schrijf een voorproefje: mailprogramma's tonen het achter het onderwerp.
content-lint-subject-reply = Het onderwerp doet alsof het een antwoord is. Haal «Re:» of «Fwd:» weg.
content-lint-subject-capitals = Het onderwerp staat in hoofdletters. Dat leest als schreeuwen en valt op bij spamfilters.
content-lint-subject-long = Het onderwerp is langer dan 60 tekens; op een telefoon valt het einde weg.
content-lint-exclamation = Laat uitroeptekens weg: rustige woorden worden eerder geloofd.
content-lint-capitals = Schrijf woorden niet in hoofdletters; maak ze vet als ze belangrijk zijn.
content-lint-no-text = Het bericht heeft geen lopende tekst. Schrijf ten minste één alinea.
content-lint-long = Het bericht heeft meer dan 350 woorden. Eén boodschap per bericht werkt beter.
content-lint-many-buttons = Er staat meer dan één knop in. Met één knop weet de lezer wat te doen.
content-lint-no-button = Er is geen knop. Geef de lezer één duidelijke volgende stap.
content-lint-alt-missing = Zeg in woorden wat op de afbeelding staat, voor wie haar niet ziet.
content-lint-not-https = Gebruik een adres dat met https:// begint; mailprogramma's waarschuwen voor http://.
content-lint-sms-long = De sms is lang en gaat in meer delen de deur uit; elk deel kost geld.
