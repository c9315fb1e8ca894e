# Wat er mis is met een veld, en hoe het wel moet.

error-required = Vul dit veld in.
error-too-long =
    { $max ->
        [one] Gebruik ten hoogste { $max } teken.
       *[other] Gebruik ten hoogste { $max } tekens.
    }
error-text-not-editable = Deze tekst kunt u niet aanpassen.
error-text-no-variables = In deze tekst kan { $variable } niet worden ingevuld. Haal de accolades weg.
error-text-unknown-variable = { $variable } kennen we hier niet. U kunt kiezen uit: { $known }.
