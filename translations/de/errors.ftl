# Was an einem Feld nicht stimmt und wie es richtig geht.

error-required = Bitte füllen Sie dieses Feld aus.
error-too-long = Verwenden Sie höchstens { $max } Zeichen.
error-text-not-editable = Diesen Text können Sie nicht anpassen.
error-text-no-variables = In diesem Text kann { $variable } nicht eingesetzt werden. Bitte entfernen Sie die Klammern.
error-text-unknown-variable = { $variable } ist hier nicht bekannt. Zur Auswahl stehen: { $known }.
