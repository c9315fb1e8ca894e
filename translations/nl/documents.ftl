# De vaste woorden van brieven, bewijzen en facturen.

## Pagina's

document-page-of = Pagina { $page } van { $pages }

## Brief

document-date-label = Datum
document-objection = U mag altijd bezwaar maken tegen het gebruik van uw gegevens voor reclame. U hoeft geen reden te geven: ga naar { $address } of laat het { $company } weten.

## Bewijs van toestemming, voor een toezichthouder

document-proof-title-person = Bewijs van toestemming van { $name }
document-proof-title-period = Bewijs van toestemming, { $from } tot en met { $to }
document-proof-intro = Dit document laat zien welke toestemmingen, weigeringen en intrekkingen { $company } heeft vastgelegd: wanneer, waarvoor, met welke tekst, waar, hoe en door wie. De gegevens komen ongewijzigd uit het toestemmingsregister. Daaraan wordt alleen toegevoegd, er wordt niets gewijzigd of gewist.
document-proof-controller = Verwerkingsverantwoordelijke
document-proof-address = Adres
document-proof-registration = Registratie
document-proof-person = Betrokkene
document-proof-period = Periode
document-proof-people = Aantal personen
document-proof-asked-by = Gevraagd door
document-proof-reference = Kenmerk
document-proof-issued = Opgemaakt op
document-proof-issued-by = Opgemaakt door
document-proof-standing = Wat nu geldt
document-proof-standing-intro = De laatste keuze per onderwerp en kanaal, afgeleid uit de vermeldingen hieronder.
document-proof-topic = Onderwerp
document-proof-channel = Kanaal
document-proof-state = Stand
document-proof-since = Sinds
document-proof-entry = Nr.
document-proof-events = Vermeldingen in het register
document-proof-events-intro = De oudste staat bovenaan. Tijden zijn plaatselijk, met het verschil met UTC. ‘W’ verwijst naar de getoonde tekst verderop.
document-proof-no-events = Er zijn geen vermeldingen.
document-proof-when = Nr. en tijd
document-proof-what = Wat en waarvoor
document-proof-how = Waar, hoe en door wie
document-proof-by = Door:
document-proof-wording = Tekst
document-proof-wordings = Getoonde teksten
document-proof-wordings-intro = Elke tekst precies zoals hij is getoond, met zijn vingerafdruk (SHA-256).
document-proof-hash = Vingerafdruk van de vermelding
document-proof-chain = Controle van het register
document-proof-chain-intro = Elke vermelding draagt een vingerafdruk die uit haar inhoud en uit de vorige vingerafdruk is berekend. Wie één teken in een oude vermelding wijzigt, breekt de keten. Voor dit document is de hele keten nagerekend.
document-proof-chain-first = Eerste hierin
document-proof-chain-last = Laatste hierin
document-proof-chain-count = Nagerekend
document-proof-chain-intact = De keten is ongeschonden.
document-proof-chain-broken = De keten is verbroken bij vermelding { $number }: die vermelding of een eerdere is achteraf gewijzigd.
document-proof-verify = Zelf nagaan
document-proof-verify-intro = Met dit commando rekent u op de installatie van het bedrijf de keten zelf na:
document-proof-verify-outcome = De uitkomst noemt het aantal vermeldingen en de laatste vingerafdruk. Zolang er niets bij is gekomen, zijn ze gelijk aan die in dit document.
document-proof-chain-head = Einde van de keten
document-proof-chain-erased = Waarvan gewist
document-proof-erased = Gewist op verzoek van de betrokkene
document-proof-erased-how = De persoonlijke inhoud is gewist. De vingerafdruk laat zien dat hier een vermelding staat.
document-proof-all-purposes = Alle onderwerpen
document-proof-all-channels = alle kanalen
document-proof-actor-customer = de betrokkene zelf
document-proof-actor-staff = medewerker { $name }
document-proof-actor-import = import { $name }
document-proof-actor-partner = programma van een partner
document-proof-actor-system = automatisch
document-proof-form = Formulier
document-proof-default-unset = niets vooraf ingevuld
document-proof-default-earlier = eigen eerdere keuze getoond
document-proof-default-set = vooraf ingevuld
document-proof-recorded = Vastgelegd op
document-proof-basis = Grondslag
document-proof-reason = Reden
document-proof-network = IP-adres
document-proof-browser = Browser
document-proof-assurance = Zekerheid
document-proof-message = Bericht
document-proof-document = Bewijsstuk
document-proof-line = regel { $line }
document-proof-rules = Regels
document-proof-concerns = Betreft nr.
document-proof-partner-list = Partnerlijst, versie

## Uitleg van een beslissing

document-explanation-title = Waarom deze klant dit wel of niet krijgt
document-explanation-customer = Klant
document-explanation-moment = Contactmoment
document-explanation-purpose = Berichtsoort
document-explanation-decided = Beslist op
document-explanation-rule-pack = Regels
document-explanation-allow = Mag
document-explanation-deny = Mag niet
document-explanation-hold = Eerst nakijken
document-explanation-basis = Grondslag
document-explanation-rule = Regel
document-explanation-evidence = Bewijs
document-explanation-no-evidence = Geen
document-explanation-foot = De beslissing wordt vlak voor het versturen opnieuw genomen. Wat de klant intussen verandert, geldt meteen.

## Factuur

document-invoice-title = Factuur
document-invoice-number = Factuurnummer
document-invoice-date = Factuurdatum
document-invoice-delivered = Uitgevoerd op
document-invoice-due = Uiterlijk te betalen
document-invoice-description = Omschrijving
document-invoice-quantity = Aantal
document-invoice-price = Prijs
document-invoice-vat = Btw
document-invoice-amount = Bedrag
document-invoice-net = Totaal zonder btw
document-invoice-vat-of = Btw { $rate } over { $amount }
document-invoice-total = Totaal
document-invoice-payment = Betaling
document-invoice-remarks = Opmerkingen

## Kaart voor op de balie

document-card-scan = Scan de code met uw telefoon of ga naar
