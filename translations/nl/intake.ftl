# Bestanden uit het dealersysteem: waarom een bestand of regel niet is overgenomen, en waarom een import iets vraagt.

intake-kind-locations = vestigingen
intake-kind-customers = klanten
intake-kind-vehicles = voertuigen
intake-kind-visits = bezoeken
intake-kind-invoices = facturen
intake-kind-consents = toestemmingen

intake-result-rejected = Regel niet overgenomen
intake-result-left-out = Regel overgenomen zonder deze waarde

intake-error-file-file = Bestand
intake-error-file-line = Regel
intake-error-file-column = Kolom
intake-error-file-value = Waarde
intake-error-file-reason = Reden
intake-error-file-result = Resultaat

intake-no-files = Hier staat geen bestand dat we kunnen importeren. Kies CSV-bestanden, een map met CSV-bestanden of een ZIP-archief.
intake-busy = Er loopt nog een andere import. Wacht tot die klaar is en begin dan deze.
intake-later = De import kon even niet verder. Er is niets verloren: start hem zo dadelijk opnieuw.
intake-refused = U hebt deze import gestopt. Er is niets gewijzigd.

intake-file-empty = Het bestand is leeg. Maak een nieuwe export.
intake-file-not-text = Dit is een bestand van het type { $format }. Exporteer de gegevens als CSV.
intake-file-too-large = Het bestand is groter dan { $gigabytes } GB. Lever het in delen aan.
intake-file-too-many-columns = Het bestand heeft meer dan { $limit } kolommen. Exporteer alleen de kolommen uit het sjabloon.
intake-file-too-many-rows = Het bestand heeft meer dan { $limit } regels. Lever het in delen aan.
intake-file-unknown-kind = Uit de naam en de eerste regel blijkt niet wat er in het bestand staat. Geef het de naam uit het sjabloon, bijvoorbeeld klanten.csv.
intake-file-missing-columns = In het bestand met { $kind } ontbreken de kolommen { $columns }. Neem ze op in de export, of geef bij de kolominstellingen aan hoe ze heten.
intake-file-unreadable = Het bestand kan niet worden gelezen. Lever het opnieuw aan.
intake-file-twice = «{ $other }» bevat dezelfde soort gegevens. Lever van elke soort één bestand aan.
intake-file-not-delivered = Het manifest noemt dit bestand, maar het is er niet. Lever het ook aan.
intake-file-checksum = Dit is niet het bestand uit het manifest. Lever de hele export opnieuw aan.
intake-file-archive = Het archief kan niet worden uitgepakt. Pak het opnieuw in als ZIP.
intake-file-changed = Het bestand is gewijzigd nadat de import begon. Start de import opnieuw.

intake-doubt-empty = Het bestand met { $kind } heeft geen regel die we kunnen gebruiken.
intake-doubt-cut-off = Het bestand met { $kind } stopt midden in een regel. Het is waarschijnlijk niet helemaal aangekomen.
intake-doubt-row-count = Het bestand met { $kind } hoort { $of } regels te hebben en heeft er { $found }.
intake-doubt-missing = { $found } van de { $of } { $kind } staan niet meer in deze volledige export.
intake-doubt-rejected = { $found } van de { $of } regels met { $kind } zijn niet bruikbaar.

intake-reason-too-few-fields = De regel heeft te weinig velden. Misschien is hij gesplitst door een regeleinde of aanhalingsteken.
intake-reason-too-many-fields = De regel heeft te veel velden. Zet waarden met het scheidingsteken erin tussen aanhalingstekens.
intake-reason-unclosed-quote = Een aanhalingsteken wordt geopend en niet gesloten. Haal het weg of schrijf het dubbel.
intake-reason-unreadable-characters = Sommige tekens zijn onleesbaar. Exporteer het bestand als UTF-8.
intake-reason-control-character = De waarde bevat onzichtbare stuurtekens. Haal ze weg.
intake-reason-formula = De waarde begint als een formule uit een rekenblad. Schrijf hem zonder het teken vooraan.
intake-reason-required = Deze waarde moet ingevuld zijn.
intake-reason-name-characters = Deze tekens kunnen niet in een naam staan.
intake-reason-too-long = De waarde is te lang. Maak hem korter.
intake-reason-key = Dit nummer of deze code kunnen we niet gebruiken. Gebruik letters, cijfers, spaties en - . / _.
intake-reason-email = Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.
intake-reason-phone = Dit is geen telefoonnummer. Schrijf het met netnummer, of met + en landnummer.
intake-reason-plate = Dit is geen kenteken.
intake-reason-vin = Dit is geen chassisnummer. Het heeft 17 letters en cijfers, zonder I, O en Q.
intake-reason-engine-number = Dit is geen motornummer.
intake-reason-address-incomplete = Het adres is niet compleet. Geef straat, huisnummer, postcode en plaats.
intake-reason-postcode = Dit is geen postcode van het land.
intake-reason-country = We kennen dit land niet. Gebruik een code zoals NL of DE.
intake-reason-language = We kennen deze taal niet. Gebruik nl, de, ru of en.
intake-reason-date = Dit is geen datum. Schrijf hem als 31-12-2026 of 2026-12-31, met vier cijfers voor het jaar.
intake-reason-date-in-future = Deze datum ligt in de toekomst en dat kan hier niet.
intake-reason-date-too-old = Deze datum ligt te ver terug om te kloppen.
intake-reason-amount = Dit is geen bedrag. Schrijf het als 1234,50.
intake-reason-amount-unclear = Duizendtallen of decimalen? Schrijf het bedrag met twee decimalen, bijvoorbeeld 1234,00.
intake-reason-count = Dit is geen heel getal dat we kunnen gebruiken.
intake-reason-flag = Antwoord met ja of nee.
intake-reason-choice = We kennen dit woord niet. In het sjabloon staat welke woorden u kunt gebruiken.
intake-reason-opening-hours = Deze openingstijden kunnen we niet lezen. Schrijf ze als ma-vr 8:00-17:30; za 9:00-13:00.
intake-reason-time-zone = We kennen deze tijdzone niet. Schrijf hem als Europe/Amsterdam.
intake-reason-name-missing = Een klant heeft een achternaam of een bedrijfsnaam nodig.
intake-reason-vehicle-unnamed = Een auto heeft een nummer, kenteken of chassisnummer nodig.
intake-reason-consent-without-proof = Bij een ja horen datum, herkomst en tekst. Zonder die drie telt het niet als toestemming.
intake-reason-duplicate-key = Dit nummer staat verderop nog een keer. De latere regel telt.
intake-reason-unknown-customer = Er is geen klant met dit nummer.
intake-reason-unknown-vehicle = We kennen deze auto niet. De regel is zonder auto overgenomen.
intake-reason-unknown-location = Er is geen vestiging met deze code.
intake-reason-unknown-legal-entity = Er is geen rechtspersoon met deze naam.
intake-reason-unknown-visit = Er is geen bezoek met dit nummer.
intake-reason-unknown-contact = De klant heeft dit adres of nummer niet, dus een ja kan er niet bij horen.
intake-reason-document-missing = Dit document is niet aangeleverd. Lever het mee met de facturen.
intake-reason-document-unfit = Dit document is geen PDF of is te groot.
intake-reason-refusal-stands = De klant heeft nee gezegd. Dat blijft zo tot de klant het zelf verandert.
intake-reason-erased = De gegevens van deze klant zijn op verzoek gewist. Een bestand brengt ze niet terug.
