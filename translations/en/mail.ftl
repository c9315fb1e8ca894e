# What surrounds the message in e-mails, letters, SMS and calls, and the service mails.

mail-regards = Kind regards,
mail-greeting = Hello { $name },
mail-greeting-unknown = Hello,
mail-advertising = Advertising from { $company }
mail-button-hint = If the button does not work, open this address:
mail-unsubscribe = Unsubscribe
mail-preferences = My preferences
mail-privacy = Privacy

mail-car-inspection = Inspection valid until
mail-car-maintenance = Maintenance around
mail-car-mileage = Last known mileage

mail-reason-consent = You get this message because on { $date } you gave { $company } permission for: { $topic }. You can withdraw it at any time.
mail-reason-customer = You get this message because you are a customer of { $company }; your last visit was on { $date }. You can object to the use of your data for advertising at any time, at no cost other than what your provider charges for the connection.
mail-reason-on-file = You get this message because { $company } has your details on file. You can object to the use of your data for advertising at any time, at no cost other than what your provider charges for the connection.
mail-reason-service = You get this message because it belongs to your car or your account at { $company }. It is not advertising.
mail-reason-internal = You get this message because this address receives the notices of { $company }.
mail-reason-duty = You get this message because { $company } must inform you about this. It is not advertising.
mail-first-notice = This is the first message of its kind. You have the right to object to advertising from { $company }: say no, and we stop at once.

mail-sms-way-out = Stop: { $url }
mail-script-opening-marketing = Give your name, say that you are calling for { $company } and that it is about an offer.
mail-script-opening-service = Give your name and say that you are calling for { $company }.
mail-script-objection = Ask whether you may call again in future. If the answer is no, record it at once.

mail-account-activation-subject = Choose your password for { $company }
mail-account-activation-text =
    Your personal page at { $company } is ready. Choose a password and you are in.

    { $hours ->
        [one] The link works once, within { $hours } hour.
       *[other] The link works once, within { $hours } hours.
    }

    You did not ask for this? Then you need not do anything: without this link nobody gets into your page.
mail-account-activation-button = Choose password

mail-account-invitation-subject = Your own page at { $company }
mail-account-invitation-text =
    You now have your own page at { $company }: your car, your visits and your invoices in one place. There you also decide which messages you get from us.

    Choose a password and you are in. { $days ->
        [one] The link works once, within { $days } day.
       *[other] The link works once, within { $days } days.
    }
mail-account-invitation-button = Choose password

mail-account-activated-subject = Welcome to your page at { $company }
mail-account-activated-text =
    Your account is ready. From now on you sign in with your e-mail address and the password you have just chosen.

    Was this not you? Then choose a new password now and call us.
mail-account-activated-button = Choose new password

mail-account-request-received-subject = We have received your request
mail-account-request-received-text =
    Thank you for your request. You will hear from us by { $due } at the latest. You will then get an e-mail with everything you need to open your page.

    You did not request anything? Then you can throw this message away.
mail-account-request-received-button = Go to { $company }

mail-account-request-declined-subject = About your request at { $company }
mail-account-request-declined-text =
    With the details in your request we could not open a page for you.

    Give us a call or send us a mail, and we will sort it out together.
mail-account-request-declined-button = How to reach us

mail-account-request-notice-subject = Somebody requests an account at { $company }
mail-account-request-notice-text =
    There is a new request for an account. An answer is expected by { $due } at the latest.

    The request shows which customer it probably is. One click sends the invitation.
mail-account-request-notice-button = View requests

mail-password-reset-subject = Choose a new password
mail-password-reset-text =
    You want a new password for your page at { $company }. Choose it with the button below.

    { $hours ->
        [one] The link works once, within { $hours } hour.
       *[other] The link works once, within { $hours } hours.
    } Earlier links no longer work.

    You did not ask for this? Then you need not do anything. Your password stays as it is.
mail-password-reset-button = Choose new password

mail-password-changed-subject = Your password was changed
mail-password-changed-text =
    The password of your page at { $company } has just been changed. If that was you, all is well.

    It was not you? Then choose a new password now and call us.
mail-password-changed-button = Choose new password

mail-email-confirm-subject = Confirm your new e-mail address
mail-email-confirm-text =
    You want to sign in at { $company } with this e-mail address from now on. Confirm it with the button below.

    The link works for 24 hours. Until you confirm, everything stays as it was.
mail-email-confirm-button = Confirm e-mail address

mail-email-changed-subject = Your e-mail address for signing in was changed
mail-email-changed-text =
    From now on you sign in at { $company } with a different e-mail address. This one no longer works for that.

    Was this not you? Then take the change back straight away.
mail-email-changed-button = Take the change back

mail-code-subject = Your code for { $company }
mail-code-text =
    Your code is { $code }, { $reason }. { $minutes ->
        [one] It works for { $minutes } minute.
       *[other] It works for { $minutes } minutes.
    }

    It was asked for on { $time }. Was that not you? Then you need not do anything: without this code nobody gets in.

    Do not pass this code on to anybody. We never ask for it by telephone.

mail-consent-confirm-subject = Confirm your choice at { $company }
mail-consent-confirm-text =
    Somebody, probably you, chose this for your address: { $topic }. If that is right, please confirm it.

    { $days ->
        [one] You have { $days } day for that. If you do nothing, the choice lapses.
       *[other] You have { $days } days for that. If you do nothing, the choice lapses.
    }
mail-consent-confirm-button = Confirm choice

mail-staff-invitation-subject = { $inviter } invites you to { $company }
mail-staff-invitation-text =
    { $inviter } has given you access to the system of { $company }. Your role: { $role }.

    { $days ->
        [one] The invitation is valid for { $days } day.
       *[other] The invitation is valid for { $days } days.
    }
mail-staff-invitation-button = Accept invitation

mail-staff-second-factor-subject = Your sign-in code was set up
mail-staff-second-factor-text =
    The sign-in code of your account at { $company } has just been set up. You are signed out on other devices.

    Was this not you? Then change your password straight away and tell the owner of { $company }.
mail-staff-second-factor-button = My account

mail-change-digest-subject =
    { $count ->
        [one] { $count } change by a customer
       *[other] { $count } changes by customers
    }
mail-change-digest-text =
    Customers have changed their own data. Take the changes over into your dealer system, or export them as a file.

    { $changes }
mail-change-digest-button = View changes

mail-email-verify-subject = Confirm your e-mail address
mail-email-verify-text =
    You gave { $company } this e-mail address. Confirm with the button that it is yours, so that we know our messages arrive.

    The link works for 24 hours. Was this not you? Then there is nothing you need to do.
mail-email-verify-button = Confirm e-mail address

mail-contact-email-changed-subject = Your e-mail address at { $company } was changed
mail-contact-email-changed-text =
    Your page at { $company } now shows a different e-mail address. We no longer write to this one.

    Was this not you? Then choose a new password straight away and call us.
mail-contact-email-changed-button = Choose a new password
