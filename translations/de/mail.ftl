# Was in E-Mails, Briefen, SMS und Telefonaten um die Nachricht herum steht, und die Service-Mails.

mail-regards = Mit freundlichen Grüßen
mail-greeting = Guten Tag { $name },
mail-greeting-unknown = Guten Tag,
mail-advertising = Werbung von { $company }
mail-button-hint = Funktioniert die Schaltfläche nicht? Dann öffnen Sie diese Adresse:
mail-unsubscribe = Abmelden
mail-preferences = Meine Einstellungen
mail-privacy = Datenschutz

mail-car-inspection = Hauptuntersuchung gültig bis
mail-car-maintenance = Wartung etwa am
mail-car-mileage = Letzter bekannter Kilometerstand

mail-reason-consent = Sie erhalten diese Nachricht, weil Sie { $company } am { $date } Ihre Einwilligung gegeben haben für: { $topic }. Sie können sie jederzeit widerrufen.
mail-reason-customer = Sie erhalten diese Nachricht, weil Sie Kunde von { $company } sind; Ihr letzter Besuch war am { $date }. Sie können der Verwendung Ihrer Daten für Werbung jederzeit widersprechen, ohne dass hierfür andere als die Übermittlungskosten nach den Basistarifen entstehen.
mail-reason-on-file = Sie erhalten diese Nachricht, weil Ihre Daten bei { $company } hinterlegt sind. Sie können der Verwendung Ihrer Daten für Werbung jederzeit widersprechen, ohne dass hierfür andere als die Übermittlungskosten nach den Basistarifen entstehen.
mail-reason-service = Sie erhalten diese Nachricht, weil sie zu Ihrem Auto oder Ihrem Konto bei { $company } gehört. Sie ist keine Werbung.
mail-reason-internal = Sie erhalten diese Nachricht, weil diese Adresse die Meldungen von { $company } empfängt.
mail-reason-duty = Sie erhalten diese Nachricht, weil { $company } Sie darüber informieren muss. Sie ist keine Werbung.
mail-first-notice = Dies ist die erste Nachricht dieser Art. Sie haben das Recht, der Werbung von { $company } zu widersprechen: Sagen Sie Nein, und wir hören sofort damit auf.

mail-sms-way-out = Abmelden: { $url }
mail-script-opening-marketing = Nennen Sie Ihren Namen, sagen Sie, dass Sie für { $company } anrufen und dass es um ein Angebot geht.
mail-script-opening-service = Nennen Sie Ihren Namen und sagen Sie, dass Sie für { $company } anrufen.
mail-script-objection = Fragen Sie, ob Sie künftig wieder anrufen dürfen. Lautet die Antwort Nein, halten Sie das sofort fest.

mail-account-activation-subject = Wählen Sie Ihr Passwort für { $company }
mail-account-activation-text =
    Ihre persönliche Seite bei { $company } ist bereit. Wählen Sie ein Passwort, dann können Sie hinein.

    { $hours ->
        [one] Der Link gilt { $hours } Stunde und nur einmal.
       *[other] Der Link gilt { $hours } Stunden und nur einmal.
    }

    Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne diesen Link kommt niemand auf Ihre Seite.
mail-account-activation-button = Passwort wählen

mail-account-invitation-subject = Ihre eigene Seite bei { $company }
mail-account-invitation-text =
    Bei { $company } haben Sie jetzt eine eigene Seite: Ihr Auto, Ihre Besuche und Ihre Rechnungen an einem Ort. Dort bestimmen Sie auch, welche Nachrichten Sie von uns bekommen.

    Wählen Sie ein Passwort, dann können Sie hinein. { $days ->
        [one] Der Link gilt { $days } Tag und nur einmal.
       *[other] Der Link gilt { $days } Tage und nur einmal.
    }
mail-account-invitation-button = Passwort wählen

mail-account-activated-subject = Willkommen auf Ihrer Seite bei { $company }
mail-account-activated-text =
    Ihr Konto ist bereit. Ab jetzt melden Sie sich mit Ihrer E-Mail-Adresse und dem eben gewählten Passwort an.

    Das waren nicht Sie? Dann wählen Sie jetzt ein neues Passwort und rufen Sie uns an.
mail-account-activated-button = Neues Passwort wählen

mail-account-request-received-subject = Wir haben Ihre Anfrage erhalten
mail-account-request-received-text =
    Vielen Dank für Ihre Anfrage. Sie hören spätestens { $due } von uns. Sie bekommen dann eine E-Mail mit allem, was Sie brauchen, um Ihre Seite zu öffnen.

    Sie haben nichts angefragt? Dann können Sie diese Nachricht löschen.
mail-account-request-received-button = Zu { $company }

mail-account-request-declined-subject = Zu Ihrer Anfrage bei { $company }
mail-account-request-declined-text =
    Mit den Angaben aus Ihrer Anfrage konnten wir keine Seite für Sie öffnen.

    Rufen Sie uns kurz an oder schreiben Sie uns, dann klären wir das gemeinsam.
mail-account-request-declined-button = So erreichen Sie uns

mail-account-request-notice-subject = Jemand möchte ein Konto bei { $company }
mail-account-request-notice-text =
    Es gibt eine neue Anfrage für ein Konto. Die Antwort wird spätestens { $due } erwartet.

    Bei der Anfrage steht, um welchen Kunden es sich wahrscheinlich handelt. Mit einem Klick senden Sie die Einladung.
mail-account-request-notice-button = Anfragen ansehen

mail-password-reset-subject = Ein neues Passwort wählen
mail-password-reset-text =
    Sie möchten ein neues Passwort für Ihre Seite bei { $company }. Wählen Sie es über die Schaltfläche.

    { $hours ->
        [one] Der Link gilt { $hours } Stunde und nur einmal.
       *[other] Der Link gilt { $hours } Stunden und nur einmal.
    } Frühere Links gelten nicht mehr.

    Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun. Ihr Passwort bleibt, wie es ist.
mail-password-reset-button = Neues Passwort wählen

mail-password-changed-subject = Ihr Passwort wurde geändert
mail-password-changed-text =
    Das Passwort Ihrer Seite bei { $company } wurde soeben geändert. Waren Sie das, ist alles in Ordnung.

    Das waren nicht Sie? Dann wählen Sie jetzt ein neues Passwort und rufen Sie uns an.
mail-password-changed-button = Neues Passwort wählen

mail-email-confirm-subject = Bestätigen Sie Ihre neue E-Mail-Adresse
mail-email-confirm-text =
    Sie möchten sich bei { $company } künftig mit dieser E-Mail-Adresse anmelden. Bestätigen Sie das über die Schaltfläche.

    Der Link gilt 24 Stunden. Bis Sie bestätigen, bleibt alles, wie es war.
mail-email-confirm-button = E-Mail-Adresse bestätigen

mail-email-changed-subject = Ihre E-Mail-Adresse für die Anmeldung wurde geändert
mail-email-changed-text =
    Sie melden sich bei { $company } künftig mit einer anderen E-Mail-Adresse an. Mit dieser hier geht das nicht mehr.

    Das waren nicht Sie? Dann machen Sie die Änderung sofort rückgängig.
mail-email-changed-button = Änderung rückgängig machen

mail-code-subject = Ihr Code für { $company }
mail-code-text =
    Ihr Code ist { $code }, { $reason }. { $minutes ->
        [one] Er gilt { $minutes } Minute.
       *[other] Er gilt { $minutes } Minuten.
    }

    Er wurde am { $time } angefordert. Waren Sie das nicht? Dann müssen Sie nichts tun: Ohne diesen Code kommt niemand hinein.

    Geben Sie diesen Code niemandem weiter. Wir fragen nie am Telefon danach.

mail-consent-confirm-subject = Bestätigen Sie Ihre Wahl bei { $company }
mail-consent-confirm-text =
    Jemand, wahrscheinlich Sie, hat für diese Adresse gewählt: { $topic }. Wenn das stimmt, bestätigen Sie es bitte.

    { $days ->
        [one] Sie haben dafür { $days } Tag Zeit. Wenn Sie nichts tun, verfällt die Wahl.
       *[other] Sie haben dafür { $days } Tage Zeit. Wenn Sie nichts tun, verfällt die Wahl.
    }
mail-consent-confirm-button = Wahl bestätigen

mail-staff-invitation-subject = { $inviter } lädt Sie zu { $company } ein
mail-staff-invitation-text =
    { $inviter } hat Ihnen Zugang zum System von { $company } gegeben. Ihre Rolle: { $role }.

    { $days ->
        [one] Die Einladung gilt { $days } Tag.
       *[other] Die Einladung gilt { $days } Tage.
    }
mail-staff-invitation-button = Einladung annehmen

mail-staff-second-factor-subject = Ihr Anmeldecode wurde eingerichtet
mail-staff-second-factor-text =
    Der Anmeldecode für Ihr Konto bei { $company } wurde gerade eingerichtet. Auf anderen Geräten sind Sie abgemeldet.

    Das waren nicht Sie? Dann ändern Sie sofort Ihr Passwort und sagen Sie im Betrieb { $company } Bescheid.
mail-staff-second-factor-button = Mein Konto

mail-change-digest-subject =
    { $count ->
        [one] { $count } Änderung durch einen Kunden
       *[other] { $count } Änderungen durch Kunden
    }
mail-change-digest-text =
    Kunden haben ihre Daten selbst geändert. Übernehmen Sie die Änderungen in Ihr Händlersystem, oder exportieren Sie sie als Datei.

    { $changes }
mail-change-digest-button = Änderungen ansehen

mail-email-verify-subject = Bitte bestätigen Sie Ihre E-Mail-Adresse
mail-email-verify-text =
    Sie haben { $company } diese E-Mail-Adresse genannt. Bestätigen Sie mit dem Knopf, dass sie Ihnen gehört; so wissen wir, dass unsere Nachrichten ankommen.

    Der Link gilt 24 Stunden. Das waren nicht Sie? Dann müssen Sie nichts tun.
mail-email-verify-button = E-Mail-Adresse bestätigen

mail-contact-email-changed-subject = Ihre E-Mail-Adresse bei { $company } wurde geändert
mail-contact-email-changed-text =
    Auf Ihrer Seite bei { $company } steht jetzt eine andere E-Mail-Adresse. An diese hier schreiben wir nicht mehr.

    Das waren nicht Sie? Dann wählen Sie sofort ein neues Passwort und rufen Sie uns an.
mail-contact-email-changed-button = Neues Passwort wählen
