# Wat er mis is met een veld, en hoe het wel moet.

error-required = Vul dit veld in.
error-required-first-name = Vul de voornaam in.
error-required-last-name = Vul de achternaam in.
error-required-city = Vul de plaats in.
error-required-name = Vul een naam in.
error-required-note = Schrijf op waarom.
error-required-reason = Schrijf de reden op.
error-too-long =
    { $max ->
        [one] Gebruik ten hoogste { $max } teken.
       *[other] Gebruik ten hoogste { $max } tekens.
    }
error-text-not-editable = Deze tekst kunt u niet aanpassen.
error-text-no-variables = In deze tekst kan { $variable } niet worden ingevuld. Haal de accolades weg.
error-text-unknown-variable = { $variable } kennen we hier niet. U kunt kiezen uit: { $known }.

error-country-unknown = Het land «{ $value }» kennen we niet. Kies een land uit de lijst of geef de landcode van twee letters.

error-name-empty = Vul een achternaam of een bedrijfsnaam in.
error-name-characters = Vul alleen een naam in, zonder webadres en zonder de tekens < > {"{"} {"}"}.

error-customer-number-empty = Vul uw klantnummer in. Het staat in het bericht dat u van ons kreeg en op uw facturen.
error-customer-number-form = Een klantnummer bestaat uit letters en cijfers, ten hoogste { $max } tekens. Kijk het nog eens na.

error-email-empty = Vul een e-mailadres in.
error-email-one = Vul één e-mailadres in, zonder spaties of komma’s. U schreef «{ $value }».
error-email-at = In «{ $value }» ontbreekt het apenstaartje (@).
error-email-local = Het deel voor het apenstaartje in «{ $value }» klopt niet. Gebruik letters, cijfers, punten en streepjes.
error-email-domain = Het deel na het apenstaartje in «{ $value }» klopt niet. Het lijkt op «voorbeeld.nl».

error-phone-empty = Vul een telefoonnummer in.
error-phone-characters = Een telefoonnummer bestaat uit cijfers, eventueel met een + ervoor.
error-phone-form = Dit telefoonnummer bestaat niet. Kijk of alle cijfers er staan; zet bij een buitenlands nummer de landcode ervoor, zoals +49.

error-street-empty = Vul de straat in.
error-house-number-empty = Vul het huisnummer in.
error-house-number-form = In het huisnummer ontbreekt een cijfer.
error-city-empty = Vul de plaats in.
error-postcode-empty = Vul de postcode in.
error-postcode-form = Deze postcode klopt niet. Gebruik alleen letters, cijfers en streepjes.
error-postcode-nl = Een Nederlandse postcode heeft vier cijfers en twee letters, zoals 1234 AB.
error-postcode-de = Een Duitse postcode heeft vijf cijfers, zoals 80331.
error-postcode-be = Een Belgische postcode heeft vier cijfers, zoals 1000.
error-postcode-fr = Een Franse postcode heeft vijf cijfers, zoals 75001.
error-postcode-at = Een Oostenrijkse postcode heeft vier cijfers, zoals 1010.
error-postcode-ru = Een Russische postcode heeft zes cijfers, zoals 101000.

error-plate-empty = Vul het kenteken in.
error-plate-characters = Een kenteken bestaat uit letters, cijfers en streepjes.
error-plate-long = Een kenteken heeft ten hoogste { $max } letters en cijfers. Vul één kenteken in.

error-vin-empty = Vul het chassisnummer (VIN) in. Het staat op het kentekenbewijs.
error-vin-characters = Een chassisnummer bestaat uit cijfers en letters van A tot Z.
error-vin-letters = In een chassisnummer komen I, O en Q niet voor. Bedoelt u een 1 of een 0?
error-vin-long = Een chassisnummer heeft 17 tekens. U vulde er { $count } in.
error-vin-short = Een chassisnummer heeft 17 tekens, bij heel oude auto’s minder. U vulde er { $count } in.

error-engine-number-empty = Vul het motornummer in.
error-engine-number-form = Een motornummer bestaat uit ten hoogste 25 letters en cijfers.

error-mileage-empty = Vul de kilometerstand in.
error-mileage-form = Vul de kilometerstand in hele kilometers in, zoals 84.500.
error-mileage-high = Deze kilometerstand is te hoog. Vul ten hoogste { $max } in.

error-slug-form = Gebruik 2 tot 40 kleine letters, cijfers en losse streepjes, met een letter vooraan.
error-slug-reserved = «{ $slug }» gebruiken we zelf. Kies een ander woord.
error-colour-form = Geef de kleur als # met zes tekens, zoals #35506b.
error-hours-form = Schrijf openingstijden als 08:00-12:30, 13:00-17:30, of «gesloten».
error-hours-order = De eindtijd moet na de begintijd liggen, op dezelfde dag.
error-hours-overlap = Deze tijden overlappen elkaar. Maak er één tijd van of laat er een pauze tussen.
error-setting-unknown = De instelling «{ $key }» bestaat niet.
error-setting-bounds = Kies een getal van { $min } tot en met { $max }.
error-setting-date = Dit is geen bestaande datum. Schrijf jaar, maand en dag, zoals 20160901.
error-setting-stay = Kies ten minste 24 uur, of 0 voor altijd.
error-base-url = Geef een webadres zonder pad, zoals https://www.voorbeeld.nl.
error-control-characters = Gebruik hier alleen gewone letters, cijfers en leestekens.
