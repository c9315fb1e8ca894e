# Codes by mail and on letters: signing in, proving who is there, activation on paper.

## Codes by mail

code-offer = Sign in with a code by e-mail
code-sign-in-title = Sign in with a code
code-sign-in-lead = Enter your e-mail address. We send you a code to sign in with.
code-sign-in-button = Send me a code
code-use-password = Use my password
code-enter-title = Enter your code
code-enter-lead = If there is an account with this address, the code is on its way. Keep this page open.
code-enter-code = Code from the e-mail
code-enter-hint = Only the newest code works, in this browser.
code-enter-nothing = No e-mail? Look in your spam folder too.
code-enter-again = Ask for a new code
code-step-up-offer = Password not at hand? We can send a code to your e-mail address.
code-step-up-lead = The code is on its way to { $email }. Keep this page open.
code-reason-sign-in = to sign in to your page
code-reason-step-up = to confirm that it is you
code-reason-activation = to confirm your e-mail address for your new account

error-mail-code-form = Enter the code from the e-mail. It has digits only.
error-mail-code-wrong = This is not the code from the newest e-mail. Check it and try again.
error-mail-code-over = This code no longer works. Ask for a new one.
error-mail-code-wait-seconds =
    { $count ->
        [one] A code has just been sent. In { $count } second you can ask for another.
       *[other] A code has just been sent. In { $count } seconds you can ask for another.
    }
error-mail-code-wait-minutes =
    { $count ->
        [one] This address has had enough codes for now. In { $count } minute you can ask for another, or use your password.
       *[other] This address has had enough codes for now. In { $count } minutes you can ask for another, or use your password.
    }
error-mail-code-resting = Codes do not work for a while. Please use your password.

## Activation by letter

activate-by-letter = Did you get a letter with a code?
activate-by-letter-link = Activate with the code
activate-letter-title = Activate with your letter
activate-letter-lead = Enter what is in the letter, and the e-mail address you want to sign in with.
activate-letter-number-hint = It is in the letter, next to your address.
activate-letter-code = Activation code
activate-letter-code-hint = Twelve letters and digits. Capitals and dashes do not matter.
activate-letter-email = Your e-mail address
activate-letter-email-hint = You sign in with it from now on.
activate-letter-note = We send a code to this address, so that we know it is yours.
activate-letter-none = No letter?
activate-letter-other = Other ways to activate
activate-letter-sent = The code is on its way to your e-mail address. Keep this page open.
activate-letter-again = Start again with your letter
error-letter-code-form = An activation code has twelve letters and digits. Copy it from the letter.
error-letter-code-wrong = This customer number and code do not work together. Check both. Does it still not work? Ask us for a new letter.

## The letter

activation-letter-subject = Your own page at { $company }
activation-letter-text = At { $company } you have a page of your own. There you see your car, your visits and your invoices, and you choose which messages you want from us. With this letter you open it.
activation-letter-code = Your activation code
activation-letter-page = Go to
activation-letter-step-1 = Open the address above, or scan the square code.
activation-letter-step-2 = Enter your customer number, your activation code and your e-mail address.
activation-letter-step-3 = Confirm your e-mail address with the code we send there, and choose a password.
activation-letter-until = The activation code works once, until { $date }. Keep it to yourself. We never ask for it by telephone.
activation-letter-qr = Activate
