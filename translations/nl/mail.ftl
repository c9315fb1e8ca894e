# Wat in e-mails, brieven, sms'jes en telefoongesprekken om het bericht heen staat, en de servicemails.

mail-regards = Met vriendelijke groet,
mail-greeting = Dag { $name },
mail-greeting-unknown = Goedendag,
mail-advertising = Reclame van { $company }
mail-button-hint = Werkt de knop niet? Open dan dit adres:
mail-unsubscribe = Afmelden
mail-preferences = Mijn voorkeuren
mail-privacy = Privacy

mail-car-inspection = APK geldig tot
mail-car-maintenance = Onderhoud rond
mail-car-mileage = Laatst bekende kilometerstand

mail-reason-consent = U krijgt dit bericht omdat u { $company } op { $date } toestemming gaf voor: { $topic }. Die toestemming kunt u altijd weer intrekken.
mail-reason-customer = U krijgt dit bericht omdat u klant bent bij { $company }; uw laatste bezoek was op { $date }. U kunt altijd bezwaar maken tegen het gebruik van uw gegevens voor reclame. Dat kost u niets, behalve wat uw provider voor de verbinding rekent.
mail-reason-on-file = U krijgt dit bericht omdat uw gegevens bij { $company } bekend zijn. U kunt altijd bezwaar maken tegen het gebruik van uw gegevens voor reclame. Dat kost u niets, behalve wat uw provider voor de verbinding rekent.
mail-reason-service = U krijgt dit bericht omdat het hoort bij uw auto of uw account bij { $company }. Het is geen reclame.
mail-reason-internal = U krijgt dit bericht omdat dit adres bij { $company } meldingen ontvangt.
mail-reason-duty = U krijgt dit bericht omdat { $company } verplicht is u hierover te informeren. Het is geen reclame.
mail-first-notice = Dit is het eerste bericht van deze soort. U heeft het recht om bezwaar te maken tegen reclame van { $company }: zeg nee en wij stoppen er meteen mee.

mail-sms-way-out = Afmelden: { $url }
mail-script-opening-marketing = Noem uw naam, zeg dat u belt namens { $company } en dat het om een aanbod gaat.
mail-script-opening-service = Noem uw naam en zeg dat u belt namens { $company }.
mail-script-objection = Vraag of u de klant in de toekomst weer mag bellen. Is het antwoord nee, noteer dat dan meteen.

mail-account-activation-subject = Kies uw wachtwoord voor { $company }
mail-account-activation-text =
    Uw persoonlijke pagina bij { $company } staat klaar. Kies een wachtwoord en u kunt erin.

    De link werkt { $hours } uur en één keer.

    Heeft u hier niet om gevraagd? Dan hoeft u niets te doen: zonder deze link komt niemand op uw pagina.
mail-account-activation-button = Wachtwoord kiezen

mail-account-invitation-subject = Uw eigen pagina bij { $company }
mail-account-invitation-text =
    Bij { $company } heeft u nu een eigen pagina: uw auto, uw bezoeken en uw facturen bij elkaar. U bepaalt er ook zelf welke berichten u van ons krijgt.

    Kies een wachtwoord en u kunt erin. { $days ->
        [one] De link werkt { $days } dag en één keer.
       *[other] De link werkt { $days } dagen en één keer.
    }
mail-account-invitation-button = Wachtwoord kiezen

mail-account-activated-subject = Welkom op uw pagina bij { $company }
mail-account-activated-text =
    Uw account is klaar. U logt voortaan in met uw e-mailadres en het wachtwoord dat u net heeft gekozen.

    Heeft u dit niet zelf gedaan? Kies dan nu een nieuw wachtwoord en bel ons.
mail-account-activated-button = Nieuw wachtwoord kiezen

mail-account-request-received-subject = Wij hebben uw aanvraag ontvangen
mail-account-request-received-text =
    Bedankt voor uw aanvraag. Uiterlijk { $due } hoort u van ons. U krijgt dan een e-mail met alles wat u nodig heeft om uw pagina te openen.

    Heeft u niets aangevraagd? Dan kunt u dit bericht weggooien.
mail-account-request-received-button = Naar { $company }

mail-account-request-declined-subject = Over uw aanvraag bij { $company }
mail-account-request-declined-text =
    Met de gegevens uit uw aanvraag konden wij geen pagina voor u openen.

    Bel of mail ons even, dan zoeken wij het samen uit.
mail-account-request-declined-button = Zo bereikt u ons

mail-account-request-notice-subject = Iemand vraagt een account aan bij { $company }
mail-account-request-notice-text =
    Er is een nieuwe aanvraag voor een account. De aanvrager verwacht uiterlijk { $due } een antwoord.

    Bij de aanvraag staat welke klant het waarschijnlijk is. Met één klik verstuurt u de uitnodiging.
mail-account-request-notice-button = Aanvragen bekijken

mail-password-reset-subject = Een nieuw wachtwoord kiezen
mail-password-reset-text =
    U wilt een nieuw wachtwoord voor uw pagina bij { $company }. Dat kan met de knop hieronder.

    De link werkt { $hours } uur en één keer. Eerdere links werken niet meer.

    Heeft u hier niet om gevraagd? Dan hoeft u niets te doen. Uw wachtwoord blijft zoals het is.
mail-password-reset-button = Nieuw wachtwoord kiezen

mail-password-changed-subject = Uw wachtwoord is gewijzigd
mail-password-changed-text =
    Het wachtwoord van uw pagina bij { $company } is zojuist gewijzigd. Was u dat, dan is alles in orde.

    Was u het niet? Kies dan nu een nieuw wachtwoord en bel ons.
mail-password-changed-button = Nieuw wachtwoord kiezen

mail-email-confirm-subject = Bevestig uw nieuwe e-mailadres
mail-email-confirm-text =
    U wilt bij { $company } voortaan inloggen met dit e-mailadres. Bevestig dat met de knop hieronder.

    De link werkt 24 uur. Tot u bevestigt, blijft alles zoals het was.
mail-email-confirm-button = E-mailadres bevestigen

mail-email-changed-subject = Uw e-mailadres voor het inloggen is gewijzigd
mail-email-changed-text =
    U logt bij { $company } voortaan in met een ander e-mailadres. Met dit adres kan dat niet meer.

    Heeft u dit niet zelf gewijzigd? Draai de wijziging dan meteen terug.
mail-email-changed-button = Wijziging terugdraaien

mail-code-subject = Uw code voor { $company }
mail-code-text =
    Uw code is { $code }, { $reason }. { $minutes ->
        [one] Hij werkt { $minutes } minuut.
       *[other] Hij werkt { $minutes } minuten.
    }

    Hij is gevraagd op { $time }. Was u dat niet? Dan hoeft u niets te doen: zonder deze code komt niemand binnen.

    Geef deze code aan niemand door. Wij vragen er nooit telefonisch naar.

mail-consent-confirm-subject = Bevestig uw keuze bij { $company }
mail-consent-confirm-text =
    Iemand, waarschijnlijk u, heeft op dit adres gekozen voor: { $topic }. Klopt dat, bevestig het dan.

    { $days ->
        [one] U heeft daar { $days } dag de tijd voor. Doet u niets, dan vervalt de keuze.
       *[other] U heeft daar { $days } dagen de tijd voor. Doet u niets, dan vervalt de keuze.
    }
mail-consent-confirm-button = Keuze bevestigen

mail-staff-invitation-subject = { $inviter } nodigt u uit bij { $company }
mail-staff-invitation-text =
    { $inviter } heeft u toegang gegeven tot het systeem van { $company }. Uw rol: { $role }.

    { $days ->
        [one] De uitnodiging is { $days } dag geldig.
       *[other] De uitnodiging is { $days } dagen geldig.
    }
mail-staff-invitation-button = Uitnodiging aannemen

mail-staff-second-factor-subject = Uw inlogcode is ingesteld
mail-staff-second-factor-text =
    De inlogcode van uw account bij { $company } is zojuist ingesteld. Op andere apparaten bent u uitgelogd.

    Was u dit niet? Wijzig dan meteen uw wachtwoord en waarschuw de eigenaar van { $company }.
mail-staff-second-factor-button = Mijn account

mail-change-digest-subject =
    { $count ->
        [one] { $count } wijziging door een klant
       *[other] { $count } wijzigingen door klanten
    }
mail-change-digest-text =
    Klanten hebben zelf gegevens gewijzigd. Neem de wijzigingen over in uw dealersysteem, of exporteer ze als bestand.

    { $changes }
mail-change-digest-button = Wijzigingen bekijken

mail-email-verify-subject = Bevestig uw e-mailadres
mail-email-verify-text =
    U gaf { $company } dit e-mailadres door. Bevestig met de knop dat het van u is, dan weten we zeker dat onze berichten aankomen.

    De link werkt 24 uur. Heeft u dit niet doorgegeven? Dan hoeft u niets te doen.
mail-email-verify-button = E-mailadres bevestigen

mail-contact-email-changed-subject = Uw e-mailadres bij { $company } is gewijzigd
mail-contact-email-changed-text =
    Op uw pagina bij { $company } staat nu een ander e-mailadres. Op dit adres krijgt u geen berichten meer.

    Heeft u dit niet zelf gewijzigd? Kies dan meteen een nieuw wachtwoord en bel ons.
mail-contact-email-changed-button = Nieuw wachtwoord kiezen
