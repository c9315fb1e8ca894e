# De pagina’s van de klant: inloggen, account, gegevens, auto, voorkeuren, hulp.

## Menu

portal-nav-home = Home
portal-nav-home-short = Home
portal-nav-details = Mijn gegevens
portal-nav-details-short = Gegevens
portal-nav-cars = Mijn auto
portal-nav-cars-short = Auto
portal-nav-preferences = Mijn voorkeuren
portal-nav-preferences-short = Voorkeuren
portal-nav-account = Inloggen en beveiliging
portal-nav-account-short = Account
portal-nav-help = Hulp en contact
portal-nav-help-short = Hulp
portal-complete = Uw gegevens zijn voor { $percent }% compleet
portal-complete-missing = Dit ontbreekt nog: { $missing }
portal-complete-action = Aanvullen

## Inloggen

sign-in-title = Inloggen
sign-in-new-account = Nieuw account
sign-in-forgot = Wachtwoord vergeten
sign-in-login = Login
sign-in-login-hint = Uw e-mailadres
sign-in-password = Wachtwoord
sign-in-stay = Ingelogd blijven op dit apparaat
sign-in-stay-for-ever = Tot u zelf uitlogt. Kies dit alleen op een apparaat van uzelf.
sign-in-stay-days =
    { $count ->
        [one] Tot { $count } dag na het inloggen. Kies dit alleen op een apparaat van uzelf.
       *[other] Tot { $count } dagen na het inloggen. Kies dit alleen op een apparaat van uzelf.
    }
sign-in-stay-hours =
    { $count ->
        [one] Tot { $count } uur na het inloggen. Kies dit alleen op een apparaat van uzelf.
       *[other] Tot { $count } uur na het inloggen. Kies dit alleen op een apparaat van uzelf.
    }
sign-in-button = Inloggen
sign-in-text-1 = Op uw persoonlijke pagina vindt u wat handig is om te weten over uw auto: APK, onderhoud, bezoeken en facturen.
sign-in-text-2 = U ziet er ook welke contactgegevens wij van u hebben, past ze aan als er iets verandert, en kiest zelf welke berichten u krijgt en hoe.
sign-in-create = Maak een nieuw account aan
sign-in-side-title = Alles over uw auto op één plek
sign-in-side-due = Zie op tijd wanneer de APK of een beurt eraan komt
sign-in-side-papers = Vind bezoeken en facturen terug
sign-in-side-choice = Kies zelf welke berichten u krijgt
error-sign-in = E-mailadres en wachtwoord passen niet bij elkaar. Probeer het opnieuw of kies «Wachtwoord vergeten».

## Account activeren en aanvragen

activate-title = Maak een nieuw MijnVoertuig-account aan
activate-lead = Als u van ons een bericht heeft gehad om uw account te activeren, vul dan onderstaande gegevens in en klik op verzenden.
activate-number = Klantnummer
activate-number-hint = Het staat in het bericht dat u van ons kreeg en op uw facturen.
activate-email = E-mail
activate-plate = Kenteken
activate-plate-hint = Met of zonder streepjes
activate-note = We sturen een link naar het e-mailadres dat we van u hebben. Daarmee kiest u zelf een wachtwoord.
activate-button = Verzenden
activate-no-message = Heeft u (nog) geen bericht ontvangen?
activate-request-link = Vraag dan hier uw account aan.
activate-sent = Kloppen deze gegevens met wat wij van u hebben, dan sturen we nu een link naar het e-mailadres dat bij ons bekend is. De link werkt 24 uur.
activate-sent-otherwise = Geen bericht gekregen? Kijk ook in uw map met ongewenste e-mail, of vraag het ons.
check-mail-title = Kijk in uw e-mail
check-mail-sign-in = Naar inloggen

request-title = MijnVoertuig-account aanvragen
request-lead = Heeft u geen activatiegegevens? Vul dit formulier in, dan zoeken wij ze voor u op.
request-first-name = Voornaam
request-last-name = Achternaam
request-promise =
    { $count ->
        [one] U ontvangt binnen { $count } werkdag uw activatiegegevens.
       *[other] U ontvangt binnen { $count } werkdagen uw activatiegegevens.
    }
request-button = Aanvragen
request-sent-title = Uw aanvraag is binnen
request-sent = We kijken ernaar en laten uiterlijk { $due } van ons horen. We hebben u ook een bevestiging gemaild.

## Wachtwoord

forgot-title = Wachtwoord vergeten
forgot-lead = Vul uw e-mailadres in. U krijgt een link waarmee u een nieuw wachtwoord kiest.
forgot-button = Stuur mij een link
forgot-sent = Hoort er een account bij dit adres, dan sturen we er nu een link heen. De link werkt 24 uur en één keer.
forgot-sent-otherwise = Heeft u nog geen account?
set-password-title-first = Kies uw wachtwoord
set-password-title-new = Kies een nieuw wachtwoord
set-password-lead-first = Hiermee maakt u uw account klaar.
set-password-lead-new = Op alle apparaten logt u daarna opnieuw in.
set-password-new = Nieuw wachtwoord
set-password-again = Nog een keer
set-password-hint = Minstens { $min } tekens. Een korte zin die alleen u kent, werkt goed.
set-password-note = Na het opslaan bent u ingelogd.
set-password-button = Wachtwoord opslaan
link-ended-title = Deze link werkt niet meer
link-ended-text = Een link werkt één keer en maar een beperkte tijd. Vraag gerust een nieuwe aan.
link-ended-forgot = Nieuw wachtwoord aanvragen
link-ended-activate = Account activeren
error-account-address-in-use = Met dit e-mailadres logt al iemand anders in. Geef ons een eigen e-mailadres door, dan sturen we u een nieuwe link.
step-up-title = Bent u het zelf?
step-up-lead = U gaat iets wijzigen dat uw account beschermt. Vul daarom nog een keer uw wachtwoord in.

## Home

home-lead = Welkom op uw eigen pagina bij { $company }.
home-car-button = Bekijk uw auto
home-more-cars = Uw andere auto’s
home-tiles = Wat u hier kunt doen
home-tile-details-title = Mijn Gegevens
home-tile-details-text = Beheer hier uw persoonlijke gegevens opdat wij op de juiste wijze met u in contact kunnen blijven.
home-tile-details-link = Gegevens aanpassen
home-tile-preferences-title = Mijn Voorkeuren
home-tile-preferences-text = Stel zelf in welke berichten u wel of niet wenst te ontvangen.
home-tile-preferences-link = Voorkeuren aanpassen
home-tile-cars-title = Mijn Auto
home-tile-cars-text = Hier vindt u de gegevens van uw auto.
home-tile-cars-link = Gegevens inzien
home-tile-invoices-title = Mijn Facturen
home-tile-invoices-text = Bekijk en bewaar de facturen van uw bezoeken.
home-tile-invoices-link = Facturen bekijken
welcome-title = Uw account is klaar
welcome-text = U logt voortaan in met uw e-mailadres en uw wachtwoord.
welcome-object = U heeft altijd het recht om bezwaar te maken tegen reclame van ons. Zeg nee en wij stoppen er meteen mee.

## Mijn gegevens

details-title = Mijn gegevens
details-lead = Houd uw gegevens actueel, dan kunnen wij op de juiste wijze met u in contact blijven.
details-commitment = We gebruiken uw gegevens om u en uw auto goed te helpen, en geven ze niet aan anderen voor hun reclame.
details-name = Naam
details-address = Adres
details-contact = Zo bereiken we u
details-name-title = Uw naam wijzigen
details-address-title = Uw adres wijzigen
details-contact-title = E-mail en telefoon wijzigen
details-name-button = Naam wijzigen
details-address-button = Adres wijzigen
details-contact-button = E-mail en telefoon wijzigen
details-address-missing = We hebben nog geen adres van u.
details-edit-lead = Er wordt niets bewaard tot u op opslaan drukt.
details-save = Mijn gegevens opslaan
details-save-note = We slaan uw wijziging op en geven die door aan onze administratie.
details-sign-in-note = U logt in met { $email }. Dat adres wijzigt u bij «Inloggen en beveiliging».
details-contact-lead = Wijzigt u uw e-mailadres, dan vragen we u het te bevestigen.
details-contact-note = Toestemming die u voor een oud adres of nummer gaf, gaat niet vanzelf mee. Dat u iets niet wilt, blijft gelden.
details-email-hint = Hierheen sturen we bevestigingen en facturen.
details-mobile-hint = Voor vragen terwijl uw auto bij ons is.
details-email-confirmed = bevestigd
details-email-unconfirmed = nog niet bevestigd
details-email-invalid = berichten komen niet aan
details-verify-button = Stuur de bevestiging opnieuw
details-password = Uw wachtwoord
details-password-hint = Zo weten we zeker dat u het bent.
field-name = Naam
field-salutation = Aanhef
field-initials = Voorletters
field-infix = Tussenvoegsel
field-company = Bedrijfsnaam
field-street = Straat
field-house-number = Huisnummer
field-addition = Toevoeging
field-postcode = Postcode
field-city = Plaats
field-region = Regio
field-country = Land
choose = Maak een keuze
error-choose = Maak een keuze uit de lijst.
error-phone-not-mobile = Dit is geen mobiel nummer. Vul een vast nummer in bij «Telefoonnummer».

## Mijn auto

cars-lead = Alle auto’s die wij van u kennen.
cars-empty-title = We kennen nog geen auto van u
cars-empty-text = Heeft u een auto die bij ons in onderhoud is? Laat het weten, dan zetten wij hem hier neer.
cars-empty-button = Neem contact op
car-without-name = Uw auto
car-inspection-due = Uw APK verloopt { $when }
car-inspection-by = Uiterlijk { $date }
car-inspection-over = Uw APK is verlopen
car-inspection-since = Sinds { $date }
car-inspection-unknown = We weten nog niet wanneer uw APK verloopt
car-mileage = Kilometerstand
car-mileage-on = { $mileage } op { $date }
car-mileage-hint = Zoals de teller nu aangeeft.
car-mileage-sure = Deze stand klopt echt
car-nickname = Eigen naam voor deze auto
car-nickname-hint = Handig als u meer auto’s heeft.
car-maintenance = Volgende onderhoud
car-engine-number = Motornummer
car-facts = Gegevens
car-history = Bezoeken
car-history-empty = Hier ziet u straks wat er bij ons aan uw auto is gedaan.
car-visit-mileage = { $number } km
car-edit-title = Kilometerstand doorgeven
car-edit-button = Kilometerstand doorgeven
car-edit-note = Met de kilometerstand zien we wanneer uw auto aan onderhoud toe is.
car-edit-save = Opslaan
car-correction-button = Klopt er iets niet?
car-correction-waiting = U vroeg ons op { $date } om een correctie: { $field } wordt «{ $value }». We kijken ernaar.
correction-title = Iets laten verbeteren
correction-lead = { $car }. Deze gegevens komen uit het kentekenregister of uit onze administratie. Zeg wat er anders moet, dan zoeken wij het uit.
correction-field = Wat klopt er niet?
correction-value = Wat moet het zijn?
correction-value-hint = Bij een datum: dag, maand en jaar. Is de auto niet meer van u? Vul dan in sinds wanneer.
correction-note = Toelichting
correction-after = We kijken het na en passen het aan als het klopt.
correction-button = Verbetering vragen
error-mileage-lower = Dit is minder dan de laatste stand van { $old } km. Kijk het nog eens na, of bevestig dat het klopt.
invoices-title = Facturen
invoices-lead = Uw facturen, precies zoals u ze van ons kreeg.
invoices-all = Alle facturen
invoices-empty-title = Nog geen facturen
invoices-empty-text = Na uw eerste bezoek vindt u hier de factuur.
invoices-no-document = Vraag deze factuur bij ons op
invoice-category-workshop = Werkplaats
invoice-category-parts = Onderdelen
invoice-category-vehicle = Auto
invoice-category-other = Factuur

change-field-gender = Aanhef
change-field-initials = Voorletters
change-field-first-name = Voornaam
change-field-infix = Tussenvoegsel
change-field-last-name = Achternaam
change-field-business-name = Bedrijfsnaam
change-field-email = E-mailadres
change-field-mobile = Mobiel nummer
change-field-phone = Telefoonnummer
change-field-address = Adres
change-field-mileage = Kilometerstand
change-field-plate = Kenteken
change-field-vin = Chassisnummer (VIN)
change-field-make = Merk
change-field-model = Merk en model
change-field-plate-country = Land van het kenteken
change-field-version = Uitvoering
change-field-body = Carrosserie
change-field-maintenance-due = Datum volgende beurt
change-field-colour = Kleur
change-field-fuel = Brandstof
change-field-first-registration = Eerste toelating
change-field-inspection-due = Vervaldatum APK
change-field-owned-until = Deze auto is niet meer van mij
change-nothing = niets
change-line = { $field }: van «{ $old }» naar «{ $new }»
change-correction-line = Gevraagde correctie, { $field }: van «{ $shown }» naar «{ $asked }»

## Mijn voorkeuren

preferences-words-changed = De tekst op deze pagina is net gewijzigd. Daarom is er niets opgeslagen. Lees de tekst en kies opnieuw.
preferences-lead = Geef hier aan welke informatie u van { $company } wilt ontvangen. U kunt uw keuze altijd wijzigen.
preferences-topics-title = Geef hier aan welke informatie u wilt ontvangen.
preferences-yes = Wel
preferences-no = Niet
preferences-topic-sales-news = Verkoopnieuws en -acties
preferences-topic-text-sales-news = Nieuws over auto’s en acties uit onze showroom.
preferences-topic-yes-sales-news = U hoort van ons als er nieuws of een actie is.
preferences-topic-no-sales-news = U krijgt geen verkoopnieuws en geen acties.
preferences-topic-workshop-offer = Werkplaatsaanbiedingen
preferences-topic-text-workshop-offer = Aanbiedingen van onze werkplaats, zoals een wintercheck of banden.
preferences-topic-yes-workshop-offer = U krijgt onze aanbiedingen voor onderhoud.
preferences-topic-no-workshop-offer = U krijgt geen aanbiedingen van de werkplaats.
preferences-topic-newsletter = Nieuwsbrieven en algemene informatie
preferences-topic-text-newsletter = Onze nieuwsbrief met tips en nieuws. Ook vragen we u dan weleens wat u van ons vond.
preferences-topic-yes-newsletter = U krijgt onze nieuwsbrief.
preferences-topic-no-newsletter = U krijgt geen nieuwsbrief.
preferences-topic-reminder = Herinneringsservice voor APK en onderhoud
preferences-topic-text-reminder = We laten het u weten als uw auto aan de APK of aan onderhoud toe is.
preferences-topic-yes-reminder = We denken voor u aan APK en onderhoud.
preferences-topic-no-reminder = U houdt zelf bij wanneer APK en onderhoud nodig zijn.
preferences-topic-unset = U heeft hier nog niets over gezegd.
preferences-channels-title = U mag mij benaderen via:
preferences-channels-text = We gebruiken alleen de wegen waar u ja tegen zegt.
preferences-channel-email = E-mail
preferences-channel-letter = Briefpost
preferences-channel-phone = Telefoon
preferences-channel-sms = Sms
preferences-channel-yes-email = We mogen u mailen over de onderwerpen hierboven.
preferences-channel-yes-letter = We mogen u een brief sturen.
preferences-channel-yes-phone = We mogen u bellen.
preferences-channel-yes-sms = We mogen u een sms sturen.
preferences-channel-no-email = We mailen u alleen over uw afspraken, facturen en account.
preferences-channel-no-letter = U krijgt van ons geen post met aanbiedingen.
preferences-channel-no-phone = We bellen u alleen over een lopende afspraak.
preferences-channel-no-sms = We sms’en u alleen over een lopende afspraak.
preferences-channel-missing-email = We hebben nog geen e-mailadres van u. Vul het in bij Mijn gegevens.
preferences-channel-missing-letter = We hebben nog geen adres van u. Vul het in bij Mijn gegevens.
preferences-channel-missing-phone = We hebben nog geen telefoonnummer van u. Vul het in bij Mijn gegevens.
preferences-channel-missing-sms = We hebben nog geen mobiel nummer van u. Vul het in bij Mijn gegevens.
preferences-prefer = Liefst via
preferences-prefer-hint = We kiezen deze weg als er meer mogen.
preferences-prefer-none = Geen voorkeur
preferences-never-asked = Nog niet gekozen
preferences-changed-customer = Door u gekozen op { $date }
preferences-changed-staff = Gewijzigd door { $company } op { $date }
preferences-changed-import = Overgenomen uit onze administratie op { $date }
preferences-changed-system = Automatisch gewijzigd op { $date }
preferences-finer = Fijner kiezen per onderwerp
preferences-finer-text = Wilt u een onderwerp wel, maar niet langs elke weg? Zet het hier uit.
preferences-as-above = Zoals hierboven
preferences-not = Niet
preferences-save = Voorkeuren opslaan
preferences-save-note = Er verandert niets tot u op opslaan drukt.
preferences-object-title = Helemaal geen reclame
preferences-object-notice = U heeft altijd het recht om bezwaar te maken tegen reclame van { $company }. Zeg nee en wij stoppen er meteen mee. Berichten over uw afspraken, facturen en de veiligheid van uw auto blijft u krijgen.
preferences-everything-off = Alles uitzetten
preferences-objection-title = U krijgt geen reclame van ons
preferences-objection-text = U heeft alles uitgezet. Zegt u hieronder ergens ja, dan geldt alleen dat.

## Voorkeuren en pagina’s via een link

link-preferences-title = Minder berichten
link-preferences-lead = Hier stopt u berichten van { $company }. U hoeft niet in te loggen.
link-preferences-for = Dit gaat over { $email }
link-stop-this = Stop: { $what }
link-scope-both = { $topic }, via { $channel }
link-scope-all = alle reclame
link-this-stopped = Deze berichten zijn gestopt.
link-topics = Deze onderwerpen niet meer
link-channels = Langs deze wegen niet meer
link-save = Keuze opslaan
link-save-note = Alleen wat u aankruist, stopt.
link-all-stopped = Alle reclame is gestopt.
link-grant = Wilt u iets juist wel ontvangen? Dat kan nadat u bent ingelogd.
personal-lead = { $company } heeft een bericht over uw auto voor u klaargezet.
personal-open = Open mijn pagina
personal-not-you = Bent u dit niet, of wilt u alles zien?
personal-opened = U ziet alleen waar het bericht over ging. Voor de rest logt u in.
personal-call = Bel ons
personal-mail = Mail ons
personal-more-title = Alles over uw auto
personal-more-text = Uw facturen, uw bezoeken en uw voorkeuren staan op uw eigen pagina.

## Hulp

help-title = Hulp en contact
help-lead = Vragen over uw auto, een afspraak of deze pagina? We helpen u graag.
help-website = Onze website
help-locations = Onze vestigingen
help-open-until = Open tot { $time }
help-opens = Gesloten, { $day } open om { $time }
help-closed = Gesloten

## Inloggen en beveiliging

account-title = Inloggen en beveiliging
account-since = Uw account bestaat sinds { $date }.
account-sign-in = Zo logt u in
account-email = E-mailadres
account-email-button = E-mailadres wijzigen
account-password-button = Wachtwoord wijzigen
account-sessions = Waar u bent ingelogd
account-sessions-text = Herkent u iets niet? Log dat apparaat uit en wijzig uw wachtwoord.
account-session-here = dit apparaat
account-session-seen = Laatst gebruikt { $when }, vanaf { $ip }
account-session-unknown = Onbekend apparaat
account-session-end = Uitloggen
account-sessions-end-others = Alle andere apparaten uitloggen
account-language = Taal van uw account
account-language-text = In deze taal ziet u uw pagina en schrijven we over uw account.
account-password-title = Wachtwoord wijzigen
account-password-lead = Op andere apparaten logt u daarna opnieuw in.
account-password-current = Huidig wachtwoord
account-password-note = We laten u per e-mail weten dat het is gewijzigd.
account-password-save = Wachtwoord wijzigen
account-email-title = E-mailadres wijzigen
account-email-lead = U logt nu in met { $email }.
account-email-new = Nieuw e-mailadres
account-email-note = We sturen een link naar het nieuwe adres. Pas als u die opent, gaat het in.
account-email-save = Stuur de link
error-email-same = Hiermee logt u al in. Vul een ander adres in.
email-link-confirm-title = Nieuw e-mailadres bevestigen
email-link-confirm-text = Vanaf nu logt u in met { $email }.
email-link-confirm-button = Dit adres gebruiken
email-link-confirm-done-title = Uw e-mailadres is gewijzigd
email-link-confirm-done-text = U logt voortaan in met het nieuwe adres.
email-link-confirm-in-use-title = Dit adres is al in gebruik
email-link-confirm-in-use-text = Met dit e-mailadres logt al iemand anders in. Kies een ander adres.
email-link-verify-title = Uw e-mailadres bevestigen
email-link-verify-text = Klopt het dat { $email } van u is?
email-link-verify-button = Ja, dit is mijn adres
email-link-verify-done-title = Bedankt
email-link-verify-done-text = Uw e-mailadres is bevestigd.
email-link-undo-title = Wijziging ongedaan maken
email-link-undo-text = U logt dan weer in met { $email }. Alle apparaten worden uitgelogd en u kiest een nieuw wachtwoord.
email-link-undo-button = Wijziging ongedaan maken
email-link-undo-done-title = De wijziging is teruggedraaid
email-link-undo-done-text = We hebben u een link gestuurd om een nieuw wachtwoord te kiezen.
email-link-ended-title = Deze link werkt niet meer
email-link-ended-text = De link is al gebruikt of verlopen. Log in om het opnieuw te proberen.
done-home = Naar mijn pagina

## Meldingen

flash-details-saved = Uw gegevens zijn opgeslagen.
flash-contact-saved = Opgeslagen. We hebben een link gestuurd om uw e-mailadres te bevestigen.
flash-verify-sent = We hebben u een link gestuurd om uw e-mailadres te bevestigen.
flash-car-saved = Opgeslagen. Bedankt voor het doorgeven.
flash-correction-asked = Bedankt. We kijken het na.
flash-preferences-saved = Uw voorkeuren zijn opgeslagen en gelden meteen.
flash-preferences-off = Alles staat uit. U krijgt geen reclame meer van ons.
flash-link-preferences-saved = Uw keuze geldt vanaf nu.
flash-session-ended = Dat apparaat is uitgelogd.
flash-sessions-ended = Alle andere apparaten zijn uitgelogd.
flash-password-changed = Uw wachtwoord is gewijzigd.
flash-email-change-sent = We hebben een link naar het nieuwe adres gestuurd.
