# The back office: customers, what they said, the proof of it, and requests for an account.

office-nav-home = Vandaag
office-nav-customers = Klanten
office-nav-requests = Accountaanvragen
office-nav-proof = Bewijs van toestemming

## The start

office-home-customers = Klanten
office-home-week = Deze week te beslissen
office-home-week-note = Week { $week }
office-home-calls = Te bellen
office-home-call-back =
    { $count ->
        [one] { $count } terugbellen
       *[other] { $count } terugbellen
    }
office-home-overdue =
    { $count ->
        [one] { $count } is te laat
       *[other] { $count } zijn te laat
    }
office-home-waiting = Wacht op antwoord
office-home-all-requests = Alle aanvragen
office-home-find = Zoek een klant

## Customers

office-customers-search = Naam, klantnummer, kenteken, e-mailadres of telefoonnummer
office-customers-none-title = Niemand gevonden
office-customers-none-text = Probeer het begin van de achternaam, of het kenteken zonder streepjes.
office-customers-all = Toon alle klanten
office-customers-name = Naam
office-customers-number = Klantnummer
office-customers-location = Vestiging
office-customers-account = Eigen pagina
office-customers-shown =
    { $count ->
        [one] { $count } klant op deze pagina
       *[other] { $count } klanten op deze pagina
    }
office-customers-first = Naar het begin

## A customer

office-customer-number = Klant { $number }
office-customer-data = Gegevens
office-customer-kind = Soort
office-customer-born = Geboortedatum
office-customer-language = Taal
office-customer-first-workshop = Eerste werkplaatsbezoek
office-customer-last-visit = Laatste bezoek
office-customer-last-invoice = Laatste betaalde factuur
office-customer-contacts = Zo bereikt u de klant
office-customer-contacts-none = Er is nog geen adres of nummer bekend.
office-contact-verified = Bevestigd
office-contact-unverified = Niet bevestigd
office-contact-invalid = Werkt niet
office-customer-cars = Auto’s
office-customer-cars-none = Er is geen auto bekend.
office-customer-inspection = APK vóór
office-customer-maintenance = onderhoud vóór
office-customer-invite = Stuur uitnodiging
office-customer-invite-asked = De klant heeft erom gevraagd
office-letter-print = Activatiebrief afdrukken
office-letter-note = Brief afgedrukt op { $printed }, werkt tot en met { $until }
office-customer-nothing = Nog niets.
office-customer-visits = Bezoeken ({ $count })
office-customer-invoices = Facturen ({ $count })
office-customer-messages = Berichten ({ $count })
office-customer-changes = Gewijzigde gegevens ({ $count })
office-customer-visit-rows = Bezoeken
office-customer-invoice-rows = Facturen
office-customer-message-rows = Berichten
office-customer-change-rows = Gewijzigde gegevens
office-customer-erased = De gegevens van deze klant zijn gewist op { $date }.
office-customer-deceased = Deze klant is overleden; genoteerd op { $date }. Er gaat niets meer uit.
office-customer-restricted = De klant liet het gebruik van de gegevens beperken op { $date }.
office-customer-missing = Sinds { $date } staat deze klant niet meer in de export van het dealersysteem.
office-account-active = Heeft een eigen pagina
office-account-invited = Uitgenodigd
office-account-none = Nog geen eigen pagina
office-column-date = Datum
office-column-kind = Soort
office-column-plate = Kenteken
office-column-what = Wat
office-column-mileage = Kilometerstand
office-column-number = Nummer
office-column-amount = Bedrag
office-column-channel = Kanaal
office-column-status = Status
office-column-old = Was
office-column-new = Is nu
office-column-by = Door
office-invoice-workshop = Werkplaats
office-invoice-parts = Onderdelen
office-invoice-vehicle = Auto
office-invoice-other = Overig
office-change-open = Nog niet in het dealersysteem
office-change-confirmed = In het dealersysteem
office-change-overtaken = Nieuwer in het dealersysteem
office-change-replaced = Later opnieuw gewijzigd
office-message-service = Servicebericht
office-message-pending = Wacht
office-message-handing-over = Onderweg
office-message-sent = Verzonden
office-message-failed = Mislukt
office-message-suppressed = Tegengehouden
office-message-uncertain = Onzeker
office-actor-staff = een medewerker
office-actor-customer = de klant
office-actor-import = het dealersysteem
office-actor-system = automatisch

## What a customer said

office-consents-title = Toestemmingen
office-consents-topic = Onderwerp
office-consents-changed = { $date }, { $by }
office-consents-objected = Bezwaar tegen alle reclame
office-consents-timeline = Wat er is gezegd, en wanneer
office-consents-nothing = Deze klant heeft er nog nooit iets over gezegd.
office-consents-scope = { $topic } / { $channel }
office-consents-how = { $how }, door { $by }
office-consents-reason = Reden: { $reason }
office-consents-wording = Tekst, versie { $version }
office-consents-erased = Inhoud gewist op verzoek van de klant

## Changing preferences on request

office-preferences-title = Voorkeuren wijzigen
office-preferences-lead = Alleen als de klant erom vraagt. De klant ziet op de eigen pagina dat u het hebt gewijzigd.
office-preferences-topics = Waarover
office-preferences-channels = Hoe
office-preferences-leave = Zo laten
office-preferences-unreachable = Hiervoor is nog geen adres of nummer bekend.
office-preferences-pairs = Niet zo voor dit onderwerp
office-preferences-pairs-text = Vink aan wat de klant niet wil, ook als onderwerp en kanaal allebei op ja staan.
office-preferences-said = Wat de klant heeft gezegd
office-preferences-wording = Lees dit voor, of laat de klant het lezen. Kies pas daarna ja.
office-preferences-source = Waar zei de klant dit?
office-preferences-source-choose = Kies
office-preferences-said-on = Wanneer
office-preferences-said-on-hint = Laat leeg voor nu.
office-preferences-reason = Waarom wijzigt u dit?
office-preferences-reason-hint = Bijvoorbeeld: vroeg erom bij het ophalen van de auto.
office-preferences-note = Dit blijft bewaard, met uw naam.
office-preferences-save = Voorkeuren opslaan
office-preferences-object = Helemaal geen reclame
office-wording-lead = Mag { $company } u op de hoogte houden? U kiest waarover en hoe.
office-wording-channels = Mogelijke manieren: { $channels }.
office-wording-object = U kunt dit altijd wijzigen, op uw eigen pagina of door het { $company } te laten weten. Nee zeggen heeft geen gevolgen.

## Why somebody gets a message, or not

office-explain-why = Waarom deze klant iets krijgt, of niet
office-explain-why-text = Kies een contactmoment.
office-explain-title = Waarom wel of niet: { $moment }
office-explain-on = Op welke dag
office-explain-ask = Toon
office-explain-off = Dit contactmoment staat uit. Er gaat dus niets uit, wat hieronder ook staat.
office-explain-no-car = Dit contactmoment gaat over een auto, en deze klant heeft er geen.
office-explain-due = Het is deze week aan de beurt.
office-explain-not-due = Het is deze week niet aan de beurt.
office-explain-window = Het gaat om { $date } en wordt voorgesteld van { $from } tot en met { $to }.
office-explain-no-date = De datum waar het om gaat is niet bekend.
office-explain-allowed = mag
office-explain-denied = mag niet
office-explain-held = wacht
office-explain-basis = Grondslag
office-explain-must = Moet erin staan
office-explain-rule = Regel
office-explain-pack = Geldende regels
office-explain-pdf = Als PDF
office-explain-earlier = Eerder voorgesteld
office-explain-car = Auto
office-explain-timing = Moment
office-outcome-send = bericht
office-outcome-call-list = bellijst
office-outcome-call-locked = bellijst, niet bellen
office-outcome-nothing = niets
office-proposal-proposed = wacht op een besluit
office-proposal-approved = goedgekeurd
office-proposal-skipped = overgeslagen
office-proposal-postponed = uitgesteld
office-proposal-done = klaar
office-proposal-expired = verlopen

## Proof of consent

office-proof-title = Bewijs van toestemming
office-proof-person-lead = Alles wat deze klant heeft gezegd, met de tekst die de klant zag en de keten die toont dat niets is gewijzigd.
office-proof-period-lead = Voor een toezichthouder: wie wat zei, wanneer, waar en bij welke tekst.
office-proof-period = Alles uit een periode
office-proof-from = Eerste dag
office-proof-to = Laatste dag
office-proof-asked-by = Wie vraagt erom?
office-proof-asked-by-hint = Bijvoorbeeld de toezichthouder, of de klant zelf.
office-proof-reference = Hun kenmerk
office-proof-note = Elke download wordt met uw naam genoteerd.
office-proof-legal = Dit bewijs toont wat is vastgelegd. Het is geen juridisch advies: vraag een jurist wat u mag versturen.
office-check-title = Controleer de keten
office-check-text = Elke regel zit vast aan de vorige. Eén gewijzigde byte wordt gevonden.
office-check-head = Het einde van de keten nu. Bewaar het elders: het toont later dat niets is afgeknipt.
office-check-button = Nu controleren
office-check-now = Het einde van de keten
office-check-noted = Een einde dat u eerder noteerde
office-check-noted-hint = Nummer, dubbele punt en hash, zoals hier getoond.
office-check-intact = De keten is heel
office-check-broken = De keten is verbroken
office-check-not-done = Niet gecontroleerd
office-check-entries = Gecontroleerde regels: { $count }
proof-all-topics = Alle onderwerpen
proof-all-channels = alle kanalen
proof-number = Klantnummer
proof-reason = Reden
proof-recorded = Vastgelegd
proof-basis = Grondslag
proof-network = Netwerk
proof-browser = Browser
proof-assurance = Herkend aan
proof-message = Bericht
proof-document = Document
proof-line = regel { $line }
proof-rule-pack = Regels
proof-supersedes = Verwijst naar regel
proof-default-unset = vooraf niets ingevuld
proof-default-earlier = eigen eerdere antwoord getoond
proof-default-set = ja vooraf ingevuld

## Account requests

office-requests-lead = Antwoord binnen twee werkdagen. De uitnodiging gaat naar het adres in uw bestand, nooit naar dat uit de aanvraag.
office-requests-none-title = Er wacht niemand
office-requests-none-text = Nieuwe aanvragen verschijnen hier en per e-mail.
office-requests-due = Beantwoorden vóór { $when }
office-requests-overdue = Te laat sinds { $when }
office-requests-address = Adres
office-requests-received = Ontvangen
office-requests-matches = Wie het kan zijn
office-requests-no-match = Niemand in het bestand past hierbij.
office-requests-search = Zoek in klanten
office-requests-number = Klantnummer van iemand anders
flash-request-no-customer = Deze klant is niet gevonden. Kijk het nummer na in het klantenbestand.
office-requests-match-email = e-mailadres
office-requests-match-plate = kenteken
office-requests-match-name = naam en postcode
office-requests-goes-to = Uitnodiging gaat naar { $email }
office-requests-no-address = Geen e-mailadres bekend. Noteer het eerst aan de balie.
office-requests-invite = Stuur uitnodiging
office-requests-decline = Wijs de aanvraag af
office-requests-note = Notitie
office-requests-note-hint = Voor uw collega’s: waarom niet? De bezoeker ziet dit niet, maar krijgt wel een e-mail waarin staat hoe u te bereiken bent.
office-requests-answered = Onlangs beantwoord
office-requests-status-open = Open
office-requests-status-invited = Uitgenodigd
office-requests-status-declined = Afgewezen

## What just happened, and what is wrong

flash-invitation-sent = De uitnodiging is onderweg.
flash-invitation-has-account = Deze klant heeft al een eigen pagina.
flash-invitation-no-address = Er is geen werkend e-mailadres bekend. Noteer er eerst een, na controle van een identiteitsbewijs.
flash-invitation-kept-back = Een uitnodiging waar niemand om vroeg, telt als reclame. { $reason } Vraagt de klant er zelf om, vink dat dan aan.
flash-letter-has-email = Deze klant heeft een werkend e-mailadres. Stuur de uitnodiging daarheen.
flash-letter-no-number = Deze klant heeft nog geen klantnummer, en de brief heeft er een nodig.
flash-letter-no-address = Er is geen werkend postadres bekend. Noteer er eerst een.
flash-letter-unprintable = Het postadres past niet in een vensterenvelop. Maak het eerst korter.
flash-request-answered = Iemand anders heeft deze aanvraag al beantwoord.
flash-request-declined = De aanvraag is afgewezen.
flash-office-preferences = De voorkeuren zijn opgeslagen. De klant ziet dat u ze hebt gewijzigd.
flash-office-objection = Het bezwaar is genoteerd. Deze klant krijgt geen reclame meer.
flash-preferences-unchanged = Er is niets gewijzigd: het stond al zo.
office-error-words = De tekst voor de klant is net gewijzigd. Daarom is er niets opgeslagen. Lees de nieuwe tekst voor en sla daarna op.
office-error-source = Kies waar de klant dit zei.
office-error-date = Dit is geen datum. Schrijf die als 2026-11-22.
office-error-time = Dit is geen tijd. Schrijf die als 14:30.
office-error-period = De laatste dag ligt vóór de eerste. Wissel ze om.
office-error-proof-long = Dat zijn meer dan { $max } regels. Kies een kortere periode, of neem CSV of JSON.
office-error-format = Kies PDF, CSV of JSON.
office-error-chain-end = Dit is geen einde van een keten. Kopieer nummer, dubbele punt en hash zoals getoond.
office-column-document = Document
office-invoice-download = Factuur { $number } downloaden
office-edit-title = Gegevens wijzigen
office-edit-lead = Op verzoek van de klant. De wijziging gaat mee in het bestand voor uw eigen systeem.
office-edit-consents = Toestemming hoort bij een adres of nummer en gaat niet vanzelf mee. Een weigering blijft gelden.
office-edit-note = De wijziging staat met uw naam in het logboek.
office-edit-save = Gegevens opslaan
flash-customer-changed = De gegevens zijn opgeslagen.

office-car-title = Auto wijzigen
office-car-edit = { $car } wijzigen
office-car-lead = Neem over wat op het kentekenbewijs of in de auto staat. De wijziging gaat mee in het bestand voor uw eigen systeem.
office-car-papers = Papieren
office-car-what = Auto
office-car-use = Gebruik
office-car-model = Model
office-car-save = Auto opslaan
error-date-future = Deze datum ligt in de toekomst. Kijk hem na.
flash-car-changed = De auto is opgeslagen.
flash-customer-unchanged = Er is niets gewijzigd: het stond al zo.
office-nav-changes = Wijzigingen
office-changes-title = Wijzigingen van gegevens
office-changes-lead = Wat klanten en collega’s hebben gewijzigd en uw eigen systeem nog niet weet.
office-changes-none-title = Alles is doorgegeven
office-changes-none-text = Wijzigt een klant iets op de eigen pagina, dan staat het hier, klaar om over te nemen.
office-changes-export = Bestand voor uw systeem downloaden
office-changes-export-note = Een zip met CSV-bestanden in de vorm van het importsjabloon. Daarna staan deze wijzigingen hier niet meer.
office-changes-more = Hier staan de eerste { $count }. Het bestand bevat ze ook.
office-changes-exports = Eerder opgehaald
office-changes-again = Nogmaals downloaden
office-changes-corrections = Klanten vragen om een correctie
office-changes-corrections-text = Alleen het kentekenregister of uw eigen systeem weet dit zeker. Pas het daar aan en zet het hier op afgehandeld.
office-changes-shown = Staat nu
office-changes-asked = Moet zijn
office-changes-settle = Afgehandeld
flash-correction-settled = Het verzoek is afgehandeld.
flash-correction-reopened = Het verzoek staat weer open.
flash-changes-none = Er is niets om op te halen.
office-home-changes = Wijzigingen over te nemen
office-home-corrections =
    { $count ->
        [one] 1 correctieverzoek
       *[other] { $count } correctieverzoeken
    }
