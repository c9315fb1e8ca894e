# Codes per e-mail en op brieven: inloggen, bewijzen wie er is, activeren op papier.

## Codes per e-mail

code-offer = Inloggen met een code per e-mail
code-sign-in-title = Inloggen met een code
code-sign-in-lead = Vul uw e-mailadres in. We sturen u een code om mee in te loggen.
code-sign-in-button = Stuur mij een code
code-use-password = Mijn wachtwoord gebruiken
code-enter-title = Vul uw code in
code-enter-lead = Hoort er een account bij dit adres, dan is de code onderweg. Houd deze pagina open.
code-enter-code = Code uit de e-mail
code-enter-hint = Alleen de nieuwste code werkt, in deze browser.
code-enter-nothing = Geen e-mail? Kijk ook in uw map met ongewenste e-mail.
code-enter-again = Vraag een nieuwe code
code-step-up-offer = Wachtwoord niet bij de hand? We kunnen een code naar uw e-mailadres sturen.
code-step-up-lead = De code is onderweg naar { $email }. Houd deze pagina open.
code-reason-sign-in = om in te loggen op uw pagina
code-reason-step-up = om te bevestigen dat u het bent
code-reason-activation = om uw e-mailadres voor uw nieuwe account te bevestigen

error-mail-code-form = Vul de code uit de e-mail in. Hij heeft alleen cijfers.
error-mail-code-wrong = Dit is niet de code uit de nieuwste e-mail. Kijk hem na en probeer het opnieuw.
error-mail-code-over = Deze code werkt niet meer. Vraag een nieuwe.
error-mail-code-wait-seconds =
    { $count ->
        [one] Er is net een code verstuurd. Over { $count } seconde kunt u een nieuwe vragen.
       *[other] Er is net een code verstuurd. Over { $count } seconden kunt u een nieuwe vragen.
    }
error-mail-code-wait-minutes =
    { $count ->
        [one] Dit adres heeft voorlopig genoeg codes gekregen. Over { $count } minuut kunt u een nieuwe vragen. Of gebruik uw wachtwoord.
       *[other] Dit adres heeft voorlopig genoeg codes gekregen. Over { $count } minuten kunt u een nieuwe vragen. Of gebruik uw wachtwoord.
    }
error-mail-code-resting = Codes werken even niet. Gebruik uw wachtwoord.

## Activeren met een brief

activate-by-letter = Heeft u een brief met een code gekregen?
activate-by-letter-link = Activeer met de code
activate-letter-title = Activeren met uw brief
activate-letter-lead = Vul in wat in de brief staat, en het e-mailadres waarmee u wilt inloggen.
activate-letter-number-hint = Het staat in de brief, naast uw adres.
activate-letter-code = Activatiecode
activate-letter-code-hint = Twaalf letters en cijfers. Hoofdletters en streepjes maken niet uit.
activate-letter-email = Uw e-mailadres
activate-letter-email-hint = Hiermee logt u voortaan in.
activate-letter-note = We sturen een code naar dit adres, zodat we weten dat het van u is.
activate-letter-none = Geen brief?
activate-letter-other = Andere manieren om te activeren
activate-letter-sent = De code is onderweg naar uw e-mailadres. Houd deze pagina open.
activate-letter-again = Opnieuw beginnen met uw brief
error-letter-code-form = Een activatiecode heeft twaalf letters en cijfers. Neem hem over uit de brief.
error-letter-code-wrong = Dit klantnummer en deze code horen niet bij elkaar. Kijk ze allebei na. Lukt het nog niet? Vraag ons een nieuwe brief.

## De brief

activation-letter-subject = Uw eigen pagina bij { $company }
activation-letter-text = Bij { $company } heeft u een eigen pagina. Daar ziet u uw auto, uw bezoeken en uw facturen, en kiest u welke berichten u van ons wilt. Met deze brief opent u hem.
activation-letter-code = Uw activatiecode
activation-letter-page = Ga naar
activation-letter-step-1 = Open het adres hierboven, of scan de vierkante code.
activation-letter-step-2 = Vul uw klantnummer, uw activatiecode en uw e-mailadres in.
activation-letter-step-3 = Bevestig uw e-mailadres met de code die we daarheen sturen, en kies een wachtwoord.
activation-letter-until = De activatiecode werkt één keer, tot en met { $date }. Houd hem voor uzelf. Wij vragen er nooit telefonisch naar.
activation-letter-qr = Activeren
