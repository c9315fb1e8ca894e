# Contact moments and the editor of what they say

## Contact moments: when, by which channel, what they say

office-moments-once = Eenmalig
moment-when = Wanneer
moment-when-inspection = In de week die { $days } dagen voor de keuring ligt; wie dan gemist is, tot { $until } dagen ervoor.
moment-when-maintenance = In de week die { $days } dagen voor het onderhoud ligt; wie dan gemist is, tot { $until } dagen ervoor.
moment-when-after = { $span } na { $date }.
moment-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
 }
moment-months = { $count ->
    [one] { $count } maand
   *[other] { $count } maanden
 }
moment-when-within = Eén keer, als u ertoe besluit: iedereen met { $date } in de laatste { $months } maanden.
moment-when-within-without-account = Eén keer, als u ertoe besluit: iedereen zonder account met { $date } in de laatste { $months } maanden.
moment-date-first-workshop-on = het eerste werkplaatsbezoek
moment-date-last-visit-on = het laatste bezoek
moment-date-last-invoice-on = de laatste factuur
moment-purpose = Waarvoor
moment-deadline = Zo lang kunt u beslissen
moment-deadline-hint = Vanaf de maandag van de week. Daarna vervalt het voorstel en gaat er niets meer uit.
moment-spacing = Rust voor dezelfde klant
moment-spacing-hint = Zo lang wordt dezelfde klant voor dezelfde auto niet opnieuw voorgesteld.
moment-days-unit = dagen
moment-offer-after = Voorgelegd na
moment-offer-only = Voor bedrijven die begonnen na
moment-channels = Kanalen
moment-channel-place = Keuze { $place }
moment-channel-none = Geen
moment-channel-off = Het kanaal { $channel } staat uit voor uw bedrijf en wordt overgeslagen.
moment-channel-no-script = Er is nog geen belscript. Schrijf het bij een taal, anders wordt telefoon overgeslagen.
moment-channels-note = Een klant die liever een ander toegestaan kanaal heeft, krijgt dat. Wat al goedgekeurd is, verandert niet.
moment-channels-save = Kanalen opslaan
moment-fallback-letter = Anders een brief
moment-fallback-letter-hint = Als geen van de kanalen mag, gaat er een brief, als die mag.
moment-error-channel-twice = Dit kanaal staat er al. Kies een ander, of geen.
moment-says = Wat het zegt
moment-says-hint = Per taal één tekst, voor e-mail en brief; daarbij wat u aan de telefoon zegt.
moment-not-written = Nog niet geschreven. Klanten krijgen de tekst in uw eerste taal.
moment-missing = Ontbreekt
moment-lacks = Geen tekst voor { $channel }
moment-advice = { $count ->
    [one] { $count } tip
   *[other] { $count } tips
 }
moment-edit = Bewerken
moment-read = Lezen
moment-versions = Versies
moment-versions-hint = Elke keer dat u opslaat ontstaat een nieuwe versie. Wat goedgekeurd of verstuurd is, houdt de zijne.
moment-version = Versie
moment-version-when = Gemaakt
moment-version-who = Door
moment-version-use = Gebruik
moment-version-current = Geldt nu
moment-numbers = De getallen staan bij de instellingen
moment-actions = Naar de acties
office-version-title = Versie { $number }
office-version-made = Gemaakt op { $when } door { $who }.
office-version-current = Deze versie geldt nu.
office-version-again = Deze weer gebruiken

## The editor

content-edit = Tekst bewerken
content-language = Taal
content-version-made = Versie { $number }, { $when }, { $who }
content-copied = In deze taal is nog niets geschreven. U begint met de tekst in het { $language }; vertaal die en sla op.
content-overtaken-title = Een collega was u net voor
content-overtaken = Intussen is een nieuwe versie opgeslagen. Uw tekst staat hier nog. Bekijk eerst de andere versie; als u nu opslaat, komt uw tekst in de plaats.
content-blocks = Bericht
content-blocks-hint = Voor e-mail en brief. De afzender, waarom de klant dit krijgt en de afmelding komen er vanzelf onder. **Vet** schrijft u met sterretjes, een link als [woorden](https://…).
content-block-heading = Kop
content-block-paragraph = Alinea
content-block-list = Lijst
content-block-personal-page = Knop naar de eigen pagina
content-block-button = Knop
content-block-car = De auto
content-block-action = Actieblok
content-block-image = Afbeelding
content-block-divider = Lijn
content-block-signature = Ondertekening
content-block-about-car = Kenteken, merk en model, en de datums die bekend zijn.
content-block-about-divider = Een lijn over de hele breedte.
content-shown-to-everyone = iedereen
content-shown-to-with-car = klanten met een bekende auto
content-shown-to-without-car = klanten zonder bekende auto
content-field-shown-to = Voor
content-field-subject = Onderwerp
content-field-preheader = Voorbeeldregel
content-field-heading = Kop
content-field-text = Tekst
content-field-items = Punten
content-field-numbered = Genummerd
content-field-label = Wat op de knop staat
content-field-url = Waar de knop heen gaat
content-field-image-url = Adres van de afbeelding
content-field-alt = Wat er te zien is
content-field-name = Naam
content-field-role = Functie of afdeling
content-field-script = Wat u aan de telefoon zegt
content-field-sms = Sms
content-hint-subject = Kort en concreet, tot 60 tekens. Ook de onderwerpregel van de brief.
content-hint-preheader = Mailprogramma’s tonen deze regel achter het onderwerp.
content-hint-items = Eén punt per regel.
content-hint-personal-page = Leidt elke klant naar zijn eigen pagina. In een brief wordt het een QR-code.
content-hint-url = Begint met https://
content-hint-alt = Voor wie de afbeelding niet ziet.
content-hint-script = Wie er belt en het recht om niet meer gebeld te worden staan er vanzelf bij.
content-hint-sms = Houd het kort: elk deel kost geld. Er worden nu nog geen sms’en verstuurd.
content-up = Omhoog: { $block }
content-down = Omlaag: { $block }
content-remove = Weghalen: { $block }
content-add = Blok toevoegen
content-letter = In de brief
content-letter-hint = Wat alleen op papier geldt.
content-letter-qr = De knop naar de eigen pagina als QR-code
content-letter-car = De auto tonen
content-problems = Nog te verbeteren voor u kunt opslaan
content-advice = Tips
content-fine = Hier valt niets aan te verbeteren.
content-save = Opslaan als nieuwe versie
content-save-note = Geldt voor wat u vanaf nu goedkeurt.
content-look = Voorbeeld
content-as-pdf = Brief als PDF
content-variables = Gegevens van de klant invoegen
content-variables-hint = Weet u iets niet van elke klant? Schrijf dan | fallback "…" achter de naam, met wat er anders moet staan. Zonder dat wordt het bericht voor die klant tegengehouden.
content-preview = Zo ziet het eruit
content-preview-as = Tonen als
content-preview-width = Breedte
content-preview-phone = Telefoon
content-preview-desk = Computer
content-preview-for = Voor
content-preview-sample = voorbeeldklant
content-preview-sample-no-car = zonder auto
content-preview-customer = echte klant
content-preview-number = Klantnummer
content-preview-no-customer = Vul een klantnummer in van een klant die er is.
content-preview-not-yet = Dit kan nog niet worden getoond:
content-view-email = E-mail
content-view-text = Als tekst
content-view-letter = Brief
content-view-pdf = PDF
content-view-sms = Sms
content-view-script = Gesprek
content-problem-missing = Van { $customer } is niet bekend: { $variables }. Vul het aan bij de klant, of schrijf een vervangende tekst.
content-problem-no-text = Hiervoor is nog geen tekst.
content-problem-too-large = De e-mail is te lang: mailprogramma’s zouden het einde afknippen. Haal blokken weg.
content-problem-other = Dit bericht kan niet worden gemaakt. Controleer het adres van de klant.
content-sms-length = { $characters } tekens, { $parts } sms
content-sms-length-wide = { $characters } tekens, { $parts } sms. Door bijzondere tekens past er minder in één sms.
content-place-block = Blok { $number }
content-lint-car-variable = Dit noemt iets van een auto. Klanten zonder bekende auto krijgen het zo niet: schrijf een vervangende tekst, of toon het blok alleen aan klanten met een auto.
content-sample-street = Voorbeeldstraat 1
content-sample-city = 1234 AB Voorbeeldstad
flash-content-written = Opgeslagen als nieuwe versie.
flash-content-same = Er is niets veranderd: de laatste versie zegt hetzelfde.
flash-content-restored = Deze tekst geldt weer, als nieuwe versie.
flash-moment-on = Het contactmoment staat aan.
flash-moment-off = Het contactmoment staat uit.
flash-moment-changed = De kanalen zijn opgeslagen.
audit-content-written = Schreef een tekst
audit-content-restored = Nam een oudere tekst terug
audit-moment-changed = Wijzigde de kanalen van een contactmoment
office-actions-new = Actie maken

## Campaigns

office-nav-actions = Acties
office-actions-title = Acties
office-actions-lead = Eenmalige berichten die u laat doorgaan of niet. Eerst ziet u voor wie en waarom.
office-actions-none-title = Nog geen acties
office-actions-none-text = Maak er zelf een, of wacht tot Carport er een voorstelt.
office-actions-name = Actie
office-actions-name-hint = Zo herkennen uw collega’s haar; klanten zien de naam niet.
office-actions-on = Voorgelegd
office-actions-decided = Besloten
office-actions-new-lead = U kiest voor wie zij is. Er gaat niets uit voor u de voorstellen in de week goedkeurt.
office-actions-new-note = Daarna ziet u wie het zijn en schrijft u de tekst.
office-actions-purpose-hint = De toestemming van elke klant voor dit onderwerp beslist of hij het krijgt.
office-actions-date = Voor klanten met
action-date-last-visit-on = een bezoek
action-date-last-invoice-on = een betaalde factuur
office-actions-months = In de laatste
office-actions-months-unit = maanden
office-actions-months-hint = Hele kalendermaanden, tot en met vandaag.
office-actions-without-account = Alleen klanten zonder account
office-actions-locations = Alleen deze vestigingen
office-actions-among-hint = Niets aangevinkt: alle vestigingen.
office-actions-makes = Alleen met een auto van dit merk
office-actions-makes-hint = Niets aangevinkt: alle merken.
office-actions-words = Begin met de tekst van
office-actions-words-hint = U past de tekst daarna aan.
office-actions-text = Tekst en kanalen
office-actions-for = Voor wie
office-actions-count = Opnieuw tellen
office-actions-found = Past bij de keuze
office-actions-proposed = Wordt voorgesteld
office-actions-left-out = Niet
office-actions-more = Het zijn er zo veel dat alleen de eerste 20.000 zijn geteld.
office-actions-why-not = Waarom niet
office-actions-first = De eersten
office-actions-last = Laatst
office-actions-nobody-title = Hier past niemand bij
office-actions-nobody-text = Neem meer maanden, of kijk hierboven waarom de anderen niet worden voorgesteld.
office-actions-put-together = De voorstellen worden gemaakt. Ze staan zo in deze week.
office-actions-not-run = Deze actie gaat niet door.
office-actions-stand = { $count ->
    [one] { $count } voorstel
   *[other] { $count } voorstellen
 }
action-status-proposed = Wacht op u
action-status-activated = Gaat door
action-status-declined = Gaat niet door
flash-action-made = De actie is gemaakt. Kijk voor wie zij is en schrijf de tekst.
flash-action-changed = Opnieuw geteld.
audit-action-made = Maakte een actie
audit-action-changed = Wijzigde voor wie een actie is
