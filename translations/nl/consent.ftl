# Toestemming: waarom een bericht wel of niet mag, en wat het register zegt.

## Namen

consent-channel-email = e-mail
consent-channel-sms = sms
consent-channel-letter = brief
consent-channel-phone = telefoon
consent-channel-push = melding op uw toestel
consent-purpose-service = Servicebericht
consent-purpose-reminder = Herinnering voor APK en onderhoud
consent-purpose-workshop-offer = Werkplaatsaanbiedingen
consent-purpose-sales-news = Verkoopnieuws en acties
consent-purpose-newsletter = Nieuwsbrief en algemene informatie
consent-purpose-partner-offer = Aanbiedingen van partners
consent-purpose-review-request = Vraag om een beoordeling
consent-purpose-portal-invitation = Uitnodiging voor de eigen pagina
consent-purpose-recall = Terugroepactie
consent-purpose-meaning-reminder = Wij laten het u weten als uw auto aan de APK of aan onderhoud toe is.
consent-purpose-meaning-workshop-offer = Aanbiedingen van onze werkplaats, zoals een winterbeurt of banden.
consent-purpose-meaning-sales-news = Nieuws over auto’s en acties in onze showroom.
consent-purpose-meaning-newsletter = Onze nieuwsbrief met tips en nieuws van ons bedrijf. Ook vragen wij u dan weleens wat u van ons vond.
consent-purpose-meaning-partner-offer = Aanbiedingen van bedrijven met wie wij samenwerken. Wij versturen ze zelf en geven uw gegevens niet door.
consent-kind-prospect = geïnteresseerde, nog geen klant
consent-kind-customer = klant
consent-kind-former = oud-klant
consent-kind-business = bedrijf
consent-kind-unknown = nog niet bekend
consent-choice-unset = Nog niet gekozen
consent-choice-yes = Ja
consent-choice-no = Nee
consent-basis-consent = toestemming
consent-basis-requested-service = aangevraagde dienst
consent-basis-soft-opt-in = bestaande klant (soft opt-in)
consent-basis-legitimate-interest = gerechtvaardigd belang
consent-basis-contract = overeenkomst
consent-basis-legal-duty = wettelijke plicht of veiligheid
consent-basis-published-address = hiervoor gepubliceerd adres
consent-basis-impersonal-address = algemeen bedrijfsadres
consent-basis-presumed-consent = vermoedelijke toestemming

## Waarom het bericht mag

consent-allow-consent = De klant heeft ja gezegd tegen deze berichten op dit adres.
consent-allow-requested-service = De klant heeft deze dienst zelf aangezet.
consent-allow-soft-opt-in = De klant kocht bij ons iets vergelijkbaars, gaf ons zelf dit adres en kon daarbij bezwaar maken.
consent-allow-legitimate-interest = Toestemming is hier niet nodig: ons belang is afgewogen en vastgelegd, en de klant heeft geen bezwaar gemaakt.
consent-allow-contract = Het bericht hoort bij een afspraak, bestelling of verzoek van de klant.
consent-allow-legal-duty = Dit bericht moet altijd aankomen: de wet of de veiligheid vraagt erom.
consent-allow-published-address = Het bedrijf heeft dit adres voor zulke berichten gepubliceerd.
consent-allow-impersonal-address = Dit is een algemeen adres van een bedrijf en niet van een persoon.
consent-allow-presumed-consent = Er is vastgelegd waarom dit bedrijf het gesprek waarschijnlijk op prijs stelt.

## Waarom het bericht niet mag

consent-deny-erased = De gegevens van deze persoon zijn op verzoek gewist.
consent-deny-restricted = Deze persoon heeft het gebruik van de gegevens laten beperken.
consent-deny-deceased = Deze persoon is overleden.
consent-deny-minor = Deze persoon is minderjarig.
consent-deny-objected = De klant wil geen enkel reclamebericht.
consent-deny-purpose-refused = De klant wil dit soort berichten niet.
consent-deny-vehicle-gone = De auto is niet meer van deze klant.
consent-deny-company-suspended = Het bedrijf mag op dit moment geen reclame versturen.
consent-deny-content-unfit = Het bericht is nog niet goedgekeurd of mist iets dat erin moet staan.
consent-deny-frequency-cap = De klant heeft voorlopig genoeg berichten gekregen.
consent-deny-quiet-hours = Op dit tijdstip storen wij niemand.
consent-deny-channel-refused = De klant wil niet op deze manier benaderd worden.
consent-deny-refused-on-channel = De klant wil dit soort berichten niet langs deze weg.
consent-deny-no-contact-point = Hiervoor is geen adres of nummer bekend.
consent-deny-contact-point-invalid = Het adres of nummer klopt niet.
consent-deny-bounced = Berichten aan dit adres komen onbestelbaar terug.
consent-deny-complained = De ontvanger heeft een bericht als ongewenst gemeld.
consent-deny-stopped = De ontvanger heeft STOP geantwoord.
consent-deny-on-register = De klant staat op een openbare lijst van mensen die dit niet willen.
consent-deny-other-entity = Een ander bedrijf heeft dit adres verkregen of de toestemming gekregen.
consent-deny-origin-unknown = Van dit adres is niet bekend waar het vandaan komt.
consent-deny-unconfirmed = De klant heeft ja gezegd, maar dat nog niet bevestigd vanaf het adres zelf.
consent-deny-partner-not-named = Deze partner stond niet op de lijst waar de klant ja tegen zei.
consent-deny-inactive = Deze persoon heeft te lang niets van zich laten horen; de toestemming geldt niet meer.
consent-deny-no-need = Er loopt geen afspraak, bestelling of verzoek waar dit bericht bij hoort.
consent-deny-no-consent = De klant heeft hier geen ja op gezegd, en zonder ja mag het niet.
consent-deny-not-for-channel = Dit soort berichten mag niet langs deze weg.
consent-deny-soft-no-purchase = De klant heeft hier geen ja op gezegd en nog niets bij ons betaald.
consent-deny-soft-other-entity = De klant kocht bij een ander bedrijf of gaf het adres daar af.
consent-deny-soft-no-notice = Toen we dit adres kregen, stond nergens dat we het voor reclame zouden gebruiken.
consent-deny-soft-no-opt-out = Toen we dit adres kregen, kon de klant geen bezwaar maken.
consent-deny-soft-not-similar = Wat de klant bij ons kocht, lijkt niet op wat dit bericht aanbiedt.
consent-deny-soft-address-not-theirs = Het is niet vastgelegd wanneer de klant ons dit adres gaf.
consent-deny-soft-aged = De laatste aankoop is te lang geleden.
consent-hold-kind-unknown = Het hangt ervan af of dit een klant of een bedrijf is. Vul dat eerst aan.
consent-hold-register-unchecked = Kijk eerst of de klant op de openbare lijst van bezwaren staat.

## Waar de beslissing op berust

consent-item-granted = Ja gezegd op { $date }
consent-item-requested = Dienst aangezet op { $date }
consent-item-refused = Nee gezegd op { $date }
consent-item-bought-workshop = Werkplaatsbezoek betaald op { $date }
consent-item-bought-parts = Onderdelen of accessoires betaald op { $date }
consent-item-bought-vehicle = Auto gekocht op { $date }
consent-item-collected = Adres van de klant gekregen op { $date }
consent-item-notice = De klant kon bezwaar maken: mededeling van kracht op { $date }

## Wat er met een voorstel gebeurt

consent-outcome-send-email = Gaat per e-mail.
consent-outcome-send-sms = Gaat per sms.
consent-outcome-send-letter = Gaat per brief.
consent-outcome-send-push = Gaat als melding op het toestel.
consent-outcome-call = Staat op de bellijst.
consent-outcome-call-locked = Staat op de bellijst, maar niet bellen: { $reason }
consent-outcome-nothing = Er gaat niets uit: { $reason }

## Wat er in een bericht moet staan

consent-must-identity = de officiële naam van het bedrijf
consent-must-postal-address = het postadres
consent-must-registration-number = KvK- of btw-nummer
consent-must-replyable-sender = een afzender die antwoorden ontvangt
consent-must-marked-as-advertising = dat het reclame is
consent-must-reason-line = waarom de klant dit krijgt
consent-must-unsubscribe = een afmeldlink
consent-must-preference-link = een link naar de voorkeuren
consent-must-privacy-link = een link naar de privacyverklaring
consent-must-objection-sentence = de zin over het recht van bezwaar
consent-must-objection-notice = de mededeling over het recht van bezwaar
consent-must-address-source = waar het adres vandaan komt
consent-must-stop-text = hoe de klant sms kan stoppen
consent-must-preference-code = een code of QR naar de voorkeuren
consent-must-caller-name = de naam van de beller
consent-must-commercial-purpose = het doel van het gesprek, meteen aan het begin
consent-must-visible-number = een zichtbaar nummer
consent-must-right-to-object-offered = het aanbod om niet meer gebeld te worden
consent-must-presumed-reason = waarom het bedrijf het gesprek waarschijnlijk wil
consent-objection-sentence = U kunt altijd bezwaar maken tegen deze berichten. Dat kost u niets, behalve de gewone kosten van uw verbinding.
consent-stop-text-word = Afmelden? Antwoord STOP of ga naar { $link }
consent-stop-text-short-code = Afmelden? Stuur STOP naar { $number }

## Het toestemmingsregister

consent-action-grant = Ja gezegd
consent-action-confirm = Ja bevestigd
consent-action-deny = Nee gezegd
consent-action-withdraw = Toestemming ingetrokken
consent-action-object = Bezwaar tegen alle reclame
consent-action-soi-notice = Op het recht van bezwaar gewezen
consent-action-import = Overgenomen zonder bewijs, geldt niet als ja
consent-action-expire = Toestemming verlopen
consent-action-correct = Eerdere regel gecorrigeerd
consent-method-portal = op de eigen pagina
consent-method-link = via een link in een bericht
consent-method-web-form = met een formulier op de website
consent-method-one-click = met één klik afgemeld
consent-method-stop = met STOP per sms
consent-method-arf = als spam gemeld
consent-method-paper = op papier
consent-method-counter = aan de balie
consent-method-phone = aan de telefoon
consent-method-letter = per brief
consent-method-dms = uit het dealersysteem
consent-method-import = uit een bestand
consent-method-api = via een ander programma
consent-method-merge = bij het samenvoegen van klanten
consent-method-system = automatisch
consent-actor-customer = uzelf
consent-actor-staff = een medewerker
consent-actor-import = het dealersysteem
consent-actor-partner = een partnerprogramma
consent-actor-system = automatisch
consent-origin-customer = door de klant opgegeven
consent-origin-dms = uit het dealersysteem
consent-origin-staff = genoteerd door een medewerker
consent-origin-import-without-origin = uit een bestand zonder herkomst

## Wat er aan een regel ontbreekt

consent-invalid-wording-missing = Bij een ja hoort de tekst die de klant zag. Kies die tekst.
consent-invalid-origin-missing = Vul in waar de klant ja zei, zoals de balie of een formulier.
consent-invalid-time-missing = Vul in wanneer de klant dit zei.
consent-invalid-in-the-future = Dit tijdstip moet nog komen. Vul in wanneer de klant dit zei.
consent-invalid-contact-point-missing = Een ja hoort bij een adres of nummer. Vul dat eerst in.
consent-invalid-pre-ticked = Het ja was al ingevuld. Laat de klant zelf kiezen.
consent-invalid-road-cannot-grant = Met deze link kunt u zich afmelden. Wilt u iets aanzetten, log dan in.
consent-invalid-reason-missing = Vul in waarom u dit wijzigt. De klant ziet dat een medewerker het deed.
consent-invalid-not-asked = Voor dit soort berichten wordt geen toestemming gevraagd.
consent-invalid-basis-unfit = Een ja berust op toestemming of op een dienst die de klant aanzette.
consent-invalid-partner-list-missing = Vul in welke lijst van partners de klant zag.
consent-invalid-objection-is-partial = Een bezwaar gaat over alle reclame. Kies «niet ontvangen» voor één soort.
consent-invalid-supersedes-missing = Kies de regel waar dit over gaat.
consent-invalid-not-a-cell = Alleen een ja voor één soort bericht op één adres kan verlopen.

## Wat er mis is met het register

consent-damage-wrong-number = Regel { $number } heeft een ander nummer: er is een regel weggehaald, toegevoegd of verplaatst.
consent-damage-wrong-company = Regel { $number } hoort bij een ander bedrijf.
consent-damage-not-joined = Regel { $number } sluit niet aan op de regel ervoor.
consent-damage-header-changed = Van regel { $number } is het nummer, de datum of het kenmerk gewijzigd.
consent-damage-content-changed = De inhoud van regel { $number } is gewijzigd.
consent-damage-head-missing = Het register leidt niet naar regel { $number }, die elders is genoteerd.
consent-damage-emptied = Regel { $number } is leeggemaakt, terwijl de gegevens van deze persoon niet zijn gewist.
consent-damage-wording-changed = De tekst waar regel { $number } naar verwijst, staat er niet meer zoals hij is getoond.
consent-damage-standing-changed = De toestemmingen die bij de persoon van regel { $number } zijn vastgelegd, zijn niet wat het register zegt.
