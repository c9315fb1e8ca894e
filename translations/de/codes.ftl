# Codes per E-Mail und in Briefen: Anmelden, zeigen, wer da ist, Aktivieren auf Papier.

## Codes per E-Mail

code-offer = Mit einem Code per E-Mail anmelden
code-sign-in-title = Mit einem Code anmelden
code-sign-in-lead = Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen einen Code zum Anmelden.
code-sign-in-button = Code senden
code-use-password = Mein Passwort verwenden
code-enter-title = Geben Sie Ihren Code ein
code-enter-lead = Wenn zu dieser Adresse ein Konto gehört, ist der Code unterwegs. Lassen Sie diese Seite geöffnet.
code-enter-code = Code aus der E-Mail
code-enter-hint = Nur der neueste Code gilt, in diesem Browser.
code-enter-nothing = Keine E-Mail? Sehen Sie auch im Spam-Ordner nach.
code-enter-again = Neuen Code anfordern
code-step-up-offer = Passwort nicht zur Hand? Wir können einen Code an Ihre E-Mail-Adresse senden.
code-step-up-lead = Der Code ist unterwegs an { $email }. Lassen Sie diese Seite geöffnet.
code-reason-sign-in = zum Anmelden in Ihrem Kundenbereich
code-reason-step-up = um zu bestätigen, dass Sie es sind
code-reason-activation = um Ihre E-Mail-Adresse für Ihr neues Konto zu bestätigen

error-mail-code-form = Geben Sie den Code aus der E-Mail ein. Er besteht nur aus Ziffern.
error-mail-code-wrong = Das ist nicht der Code aus der neuesten E-Mail. Prüfen Sie ihn und versuchen Sie es noch einmal.
error-mail-code-over = Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.
error-mail-code-wait-seconds =
    { $count ->
        [one] Ein Code wurde gerade gesendet. In { $count } Sekunde können Sie einen neuen anfordern.
       *[other] Ein Code wurde gerade gesendet. In { $count } Sekunden können Sie einen neuen anfordern.
    }
error-mail-code-wait-minutes =
    { $count ->
        [one] Diese Adresse hat vorerst genug Codes erhalten. In { $count } Minute können Sie einen neuen anfordern. Oder verwenden Sie Ihr Passwort.
       *[other] Diese Adresse hat vorerst genug Codes erhalten. In { $count } Minuten können Sie einen neuen anfordern. Oder verwenden Sie Ihr Passwort.
    }
error-mail-code-resting = Codes sind gerade nicht möglich. Bitte verwenden Sie Ihr Passwort.

## Aktivieren mit einem Brief

activate-by-letter = Haben Sie einen Brief mit einem Code erhalten?
activate-by-letter-link = Mit dem Code aktivieren
activate-letter-title = Mit Ihrem Brief aktivieren
activate-letter-lead = Geben Sie ein, was im Brief steht, und die E-Mail-Adresse, mit der Sie sich anmelden möchten.
activate-letter-number-hint = Sie steht im Brief neben Ihrer Anschrift.
activate-letter-code = Aktivierungscode
activate-letter-code-hint = Zwölf Buchstaben und Ziffern. Großschreibung und Bindestriche spielen keine Rolle.
activate-letter-email = Ihre E-Mail-Adresse
activate-letter-email-hint = Damit melden Sie sich künftig an.
activate-letter-note = Wir senden einen Code an diese Adresse, damit wir wissen, dass sie Ihnen gehört.
activate-letter-none = Kein Brief?
activate-letter-other = Andere Wege zur Aktivierung
activate-letter-sent = Der Code ist unterwegs an Ihre E-Mail-Adresse. Lassen Sie diese Seite geöffnet.
activate-letter-again = Noch einmal mit dem Brief beginnen
error-letter-code-form = Ein Aktivierungscode hat zwölf Buchstaben und Ziffern. Übernehmen Sie ihn aus dem Brief.
error-letter-code-wrong = Kundennummer und Code passen nicht zusammen. Prüfen Sie beide. Klappt es trotzdem nicht? Bitten Sie uns um einen neuen Brief.

## Der Brief

activation-letter-subject = Ihr eigener Kundenbereich bei { $company }
activation-letter-text = Bei { $company } haben Sie einen eigenen Kundenbereich. Dort sehen Sie Ihr Fahrzeug, Ihre Besuche und Ihre Rechnungen und bestimmen, welche Nachrichten Sie von uns möchten. Mit diesem Brief öffnen Sie ihn.
activation-letter-code = Ihr Aktivierungscode
activation-letter-page = Gehen Sie zu
activation-letter-step-1 = Öffnen Sie die Adresse oben oder scannen Sie den quadratischen Code.
activation-letter-step-2 = Geben Sie Ihre Kundennummer, Ihren Aktivierungscode und Ihre E-Mail-Adresse ein.
activation-letter-step-3 = Bestätigen Sie Ihre E-Mail-Adresse mit dem Code, den wir dorthin senden, und wählen Sie ein Passwort.
activation-letter-until = Der Aktivierungscode gilt einmal, bis zum { $date }. Behalten Sie ihn für sich. Wir fragen nie am Telefon danach.
activation-letter-qr = Aktivieren
