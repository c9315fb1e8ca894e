# The customer's pages: signing in, account, details, car, preferences, help.

## Menu

portal-nav-home = Home
portal-nav-home-short = Home
portal-nav-details = My details
portal-nav-details-short = Details
portal-nav-cars = My car
portal-nav-cars-short = Car
portal-nav-preferences = My preferences
portal-nav-preferences-short = Preferences
portal-nav-account = Sign-in and security
portal-nav-account-short = Account
portal-nav-help = Help and contact
portal-nav-help-short = Help
portal-complete = Your details are { $percent }% complete
portal-complete-missing = Still missing: { $missing }
portal-complete-action = Fill in

## Signing in

sign-in-title = Sign in
sign-in-new-account = New account
sign-in-forgot = Forgot password
sign-in-login = Login
sign-in-login-hint = Your e-mail address
sign-in-password = Password
sign-in-stay = Stay signed in on this device
sign-in-stay-for-ever = Until you sign out yourself. Choose this only on a device of your own.
sign-in-stay-days =
    { $count ->
        [one] For { $count } day after signing in. Choose this only on a device of your own.
       *[other] For { $count } days after signing in. Choose this only on a device of your own.
    }
sign-in-stay-hours =
    { $count ->
        [one] For { $count } hour after signing in. Choose this only on a device of your own.
       *[other] For { $count } hours after signing in. Choose this only on a device of your own.
    }
sign-in-button = Sign in
sign-in-text-1 = Your personal page keeps you up to date on useful and practical things around your car.
sign-in-text-2 = On your page you can see the contact details we have and change them where needed. You also choose which information you want from us, and how.
sign-in-create = Create a new account
sign-in-side-title = Everything about your car in one place
sign-in-side-due = See in time when an inspection or a service is due
sign-in-side-papers = Find your visits and invoices again
sign-in-side-choice = Choose yourself which messages you get
error-sign-in = This e-mail address and password do not belong together. Try again, or choose “Forgot password”.

## Activating and requesting an account

activate-title = Create a new account
activate-lead = If you have had a message from us to activate your account, fill in these details and press send.
activate-number = Customer number
activate-number-hint = It is in the message we sent you and on your invoices.
activate-email = E-mail
activate-plate = Number plate
activate-plate-hint = With or without dashes
activate-note = We send a link to the e-mail address we have on file. With it you choose your own password.
activate-button = Send
activate-no-message = Have you not had a message (yet)?
activate-request-link = Then request your account here.
activate-sent = If these details match ours, we are now sending a link to the e-mail address we have on file. The link works for 24 hours.
activate-sent-otherwise = No message? Look in your spam folder too, or ask us.
check-mail-title = Check your e-mail
check-mail-sign-in = To sign-in

request-title = Request an account
request-lead = No activation details? Fill in this form and we will look them up for you.
request-first-name = First name
request-last-name = Last name
request-promise =
    { $count ->
        [one] You will receive your activation details within { $count } working day.
       *[other] You will receive your activation details within { $count } working days.
    }
request-button = Request
request-sent-title = We have your request
request-sent = We will look at it and let you know by { $due } at the latest. We have also sent you a confirmation by e-mail.

## Password

forgot-title = Forgot password
forgot-lead = Enter your e-mail address. You will get a link to choose a new password.
forgot-button = Send me a link
forgot-sent = If there is an account with this address, we are now sending a link to it. The link works for 24 hours, and once.
forgot-sent-otherwise = Do you not have an account yet?
set-password-title-first = Choose your password
set-password-title-new = Choose a new password
set-password-lead-first = This makes your account ready.
set-password-lead-new = You will have to sign in again on all your devices.
set-password-new = New password
set-password-again = Once more
set-password-hint = At least { $min } characters. A short sentence only you know works well.
set-password-note = After saving you are signed in.
set-password-button = Save password
link-ended-title = This link no longer works
link-ended-text = A link works once, and only for a limited time. Feel free to ask for a new one.
link-ended-forgot = Ask for a new password
link-ended-activate = Activate account
error-account-address-in-use = Somebody else already signs in with this e-mail address. Give us an address of your own and we will send you a new link.
step-up-title = Is it you?
step-up-lead = You are about to change something that protects your account. Please enter your password once more.

## Home

home-lead = Welcome to your own page at { $company }.
home-car-button = See your car
home-more-cars = Your other cars
home-tiles = What you can do here
home-tile-details-title = My details
home-tile-details-text = Keep your personal details up to date, so that we can stay in touch in the right way.
home-tile-details-link = Change details
home-tile-preferences-title = My preferences
home-tile-preferences-text = Decide for yourself which messages you want and which you do not.
home-tile-preferences-link = Change preferences
home-tile-cars-title = My car
home-tile-cars-text = Here you find the details of your car.
home-tile-cars-link = See details
home-tile-invoices-title = My invoices
home-tile-invoices-text = See and keep the invoices of your visits.
home-tile-invoices-link = See invoices
welcome-title = Your account is ready
welcome-text = From now on you sign in with your e-mail address and your password.
welcome-object = You always have the right to object to advertising from us. Say no and we stop at once.

## My details

details-title = My details
details-lead = Keep your details up to date, so that we can stay in touch in the right way.
details-commitment = We use your details to look after you and your car, and do not give them to others for their advertising.
details-name = Name
details-address = Address
details-contact = How we reach you
details-name-title = Change your name
details-address-title = Change your address
details-contact-title = Change e-mail and telephone
details-name-button = Change name
details-address-button = Change address
details-contact-button = Change e-mail and telephone
details-address-missing = We do not have an address of yours yet.
details-edit-lead = Nothing is kept until you press save.
details-save = Save my details
details-save-note = We save your change and pass it on to our administration.
details-sign-in-note = You sign in with { $email }. You change that address under “Sign-in and security”.
details-contact-lead = If you change your e-mail address, we ask you to confirm it.
details-contact-note = Permission you gave for an old address or number does not move along by itself. What you refused stays refused.
details-email-hint = This is where we send confirmations and invoices.
details-mobile-hint = For questions while your car is with us.
details-email-confirmed = confirmed
details-email-unconfirmed = not confirmed yet
details-email-invalid = messages do not arrive
details-verify-button = Send the confirmation again
details-password = Your password
details-password-hint = So that we know it is you.
field-name = Name
field-salutation = Form of address
field-initials = Initials
field-infix = Prefix
field-company = Company name
field-street = Street
field-house-number = House number
field-addition = Addition
field-postcode = Postcode
field-city = Town
field-region = Region
field-country = Country
choose = Please choose
error-choose = Choose one from the list.
error-phone-not-mobile = This is not a mobile number. Enter a landline under “Telephone number”.

## My car

cars-lead = All the cars of yours that we know.
cars-empty-title = We do not know a car of yours yet
cars-empty-text = Do we look after a car of yours? Let us know and we will put it here.
cars-empty-button = Get in touch
car-without-name = Your car
car-inspection-due = Your inspection is due { $when }
car-inspection-by = By { $date }
car-inspection-over = Your inspection has expired
car-inspection-since = Since { $date }
car-inspection-unknown = We do not know yet when your inspection is due
car-mileage = Mileage
car-mileage-on = { $mileage } on { $date }
car-mileage-hint = As the counter shows it now.
car-mileage-sure = This reading is right
car-nickname = Your own name for this car
car-nickname-hint = Handy when you have several.
car-maintenance = Next service
car-engine-number = Engine number
car-facts = Details
car-history = Visits
car-history-empty = Here you will see what we did to your car.
car-visit-mileage = { $number } km
car-edit-title = Report your mileage
car-edit-button = Report your mileage
car-edit-note = The mileage tells us when your car is due for a service.
car-edit-save = Save
car-correction-button = Is something wrong?
car-correction-waiting = On { $date } you asked us for a correction: { $field } should be “{ $value }”. We are looking at it.
correction-title = Have something corrected
correction-lead = { $car }. These details come from the vehicle register or from our administration. Tell us what should be different and we will find out.
correction-field = What is wrong?
correction-value = What should it be?
correction-value-hint = For a date: day, month and year. Is the car no longer yours? Then fill in since when.
correction-note = Explanation
correction-after = We check it and change it if it is right.
correction-button = Ask for a correction
error-mileage-lower = This is less than the last reading of { $old } km. Check it again, or confirm that it is right.
invoices-title = Invoices
invoices-lead = Your invoices, exactly as you got them from us.
invoices-all = All invoices
invoices-empty-title = No invoices yet
invoices-empty-text = After your first visit you will find the invoice here.
invoices-no-document = Ask us for this invoice
invoice-category-workshop = Workshop
invoice-category-parts = Parts
invoice-category-vehicle = Car
invoice-category-other = Invoice

change-field-gender = Form of address
change-field-initials = Initials
change-field-first-name = First name
change-field-infix = Prefix
change-field-last-name = Last name
change-field-business-name = Company name
change-field-email = E-mail address
change-field-mobile = Mobile number
change-field-phone = Telephone number
change-field-address = Address
change-field-mileage = Mileage
change-field-plate = Number plate
change-field-vin = Chassis number (VIN)
change-field-make = Make
change-field-model = Make and model
change-field-plate-country = Country of the number plate
change-field-version = Version
change-field-body = Body
change-field-maintenance-due = Date of the next service
change-field-colour = Colour
change-field-fuel = Fuel
change-field-first-registration = First registration
change-field-inspection-due = Inspection date
change-field-owned-until = This car is no longer mine
change-nothing = nothing
change-line = { $field }: from “{ $old }” to “{ $new }”
change-correction-line = Correction asked for, { $field }: from “{ $shown }” to “{ $asked }”

## My preferences

preferences-words-changed = The text on this page has just changed, so nothing was saved. Please read it and choose again.
preferences-lead = Say here which information you want from { $company }. You can change your choice at any time.
preferences-topics-title = Which information do you want to receive?
preferences-yes = Yes
preferences-no = No
preferences-topic-sales-news = Sales news and offers
preferences-topic-text-sales-news = News about cars and offers from our showroom.
preferences-topic-yes-sales-news = You hear from us when there is news or an offer.
preferences-topic-no-sales-news = You get no sales news and no offers.
preferences-topic-workshop-offer = Workshop offers
preferences-topic-text-workshop-offer = Offers from our workshop, such as a winter check or tyres.
preferences-topic-yes-workshop-offer = You get our offers for service work.
preferences-topic-no-workshop-offer = You get no offers from the workshop.
preferences-topic-newsletter = Newsletters and general information
preferences-topic-text-newsletter = Our newsletter with tips and news. Now and then we also ask what you thought of us.
preferences-topic-yes-newsletter = You get our newsletter.
preferences-topic-no-newsletter = You get no newsletter.
preferences-topic-reminder = Reminders for inspection and service
preferences-topic-text-reminder = We let you know when your car is due for its inspection or a service.
preferences-topic-yes-reminder = We think of inspection and service for you.
preferences-topic-no-reminder = You keep track of inspection and service yourself.
preferences-topic-unset = You have not said anything about this yet.
preferences-channels-title = You may contact me by:
preferences-channels-text = We use only the ways you say yes to.
preferences-channel-email = E-mail
preferences-channel-letter = Letter
preferences-channel-phone = Telephone
preferences-channel-sms = Text message
preferences-channel-yes-email = We may e-mail you about the topics above.
preferences-channel-yes-letter = We may send you a letter.
preferences-channel-yes-phone = We may call you.
preferences-channel-yes-sms = We may send you a text message.
preferences-channel-no-email = We e-mail you only about your appointments, invoices and account.
preferences-channel-no-letter = You get no post with offers from us.
preferences-channel-no-phone = We call you only about a running appointment.
preferences-channel-no-sms = We text you only about a running appointment.
preferences-channel-missing-email = We do not have your e-mail address yet. Enter it under My details.
preferences-channel-missing-letter = We do not have your address yet. Enter it under My details.
preferences-channel-missing-phone = We do not have your telephone number yet. Enter it under My details.
preferences-channel-missing-sms = We do not have your mobile number yet. Enter it under My details.
preferences-prefer = Preferably by
preferences-prefer-hint = We choose this way when several are allowed.
preferences-prefer-none = No preference
preferences-never-asked = Not chosen yet
preferences-changed-customer = Chosen by you on { $date }
preferences-changed-staff = Changed by { $company } on { $date }
preferences-changed-import = Taken from our administration on { $date }
preferences-changed-system = Changed automatically on { $date }
preferences-finer = A finer choice per topic
preferences-finer-text = Do you want a topic, but not in every way? Switch it off here.
preferences-as-above = As above
preferences-not = No
preferences-save = Save preferences
preferences-save-note = Nothing changes until you press save.
preferences-object-title = No advertising at all
preferences-object-notice = You always have the right to object to advertising from { $company }. Say no and we stop at once. You will still get messages about your appointments, your invoices and the safety of your car.
preferences-everything-off = Switch everything off
preferences-objection-title = You get no advertising from us
preferences-objection-text = You have switched everything off. If you say yes to something below, only that counts.

## Preferences and pages by a link

link-preferences-title = Fewer messages
link-preferences-lead = Here you stop messages from { $company }. You do not have to sign in.
link-preferences-for = This is about { $email }
link-stop-this = Stop: { $what }
link-scope-both = { $topic }, by { $channel }
link-scope-all = all advertising
link-this-stopped = These messages have stopped.
link-topics = These topics no more
link-channels = In these ways no more
link-save = Save choice
link-save-note = Only what you tick will stop.
link-all-stopped = All advertising has stopped.
link-grant = Would you like to receive something? You can, once you have signed in.
personal-lead = { $company } has a message about your car for you.
personal-open = Open my page
personal-not-you = Is this not you, or do you want to see everything?
personal-opened = You see only what the message was about. For the rest, please sign in.
personal-call = Call us
personal-mail = E-mail us
personal-more-title = Everything about your car
personal-more-text = Your invoices, your visits and your preferences are on your own page.

## Help

help-title = Help and contact
help-lead = Questions about your car, an appointment or this page? We are glad to help.
help-website = Our website
help-locations = Our locations
help-open-until = Open until { $time }
help-opens = Closed, opens { $day } at { $time }
help-closed = Closed

## Sign-in and security

account-title = Sign-in and security
account-since = You have had your account since { $date }.
account-sign-in = How you sign in
account-email = E-mail address
account-email-button = Change e-mail address
account-password-button = Change password
account-sessions = Where you are signed in
account-sessions-text = Something you do not recognise? Sign that device out and change your password.
account-session-here = this device
account-session-seen = Last used { $when }, from { $ip }
account-session-unknown = Unknown device
account-session-end = Sign out
account-sessions-end-others = Sign out all other devices
account-language = Language of your account
account-language-text = You see your page in this language, and we write about your account in it.
account-password-title = Change password
account-password-lead = On other devices you will have to sign in again.
account-password-current = Current password
account-password-note = We let you know by e-mail that it was changed.
account-password-save = Change password
account-email-title = Change e-mail address
account-email-lead = You now sign in with { $email }.
account-email-new = New e-mail address
account-email-note = We send a link to the new address. Only when you open it does the change take effect.
account-email-save = Send the link
error-email-same = You already sign in with this. Enter another address.
email-link-confirm-title = Confirm new e-mail address
email-link-confirm-text = From now on you sign in with { $email }.
email-link-confirm-button = Use this address
email-link-confirm-done-title = Your e-mail address has been changed
email-link-confirm-done-text = From now on you sign in with the new address.
email-link-confirm-in-use-title = This address is already in use
email-link-confirm-in-use-text = Somebody else already signs in with this e-mail address. Choose another one.
email-link-verify-title = Confirm your e-mail address
email-link-verify-text = Is { $email } yours?
email-link-verify-button = Yes, this is my address
email-link-verify-done-title = Thank you
email-link-verify-done-text = Your e-mail address has been confirmed.
email-link-undo-title = Undo the change
email-link-undo-text = You will sign in with { $email } again. All devices are signed out and you choose a new password.
email-link-undo-button = Undo the change
email-link-undo-done-title = The change has been undone
email-link-undo-done-text = We have sent you a link to choose a new password.
email-link-ended-title = This link no longer works
email-link-ended-text = The link was used already or has expired. Sign in to try again.
done-home = To my page

## Confirmations

flash-details-saved = Your details have been saved.
flash-contact-saved = Saved. We have sent a link to confirm your e-mail address.
flash-verify-sent = We have sent you a link to confirm your e-mail address.
flash-car-saved = Saved. Thank you for telling us.
flash-correction-asked = Thank you. We will look into it.
flash-preferences-saved = Your preferences have been saved and count from now on.
flash-preferences-off = Everything is off. You get no more advertising from us.
flash-link-preferences-saved = Your choice counts from now on.
flash-session-ended = That device has been signed out.
flash-sessions-ended = All other devices have been signed out.
flash-password-changed = Your password has been changed.
flash-email-change-sent = We have sent a link to the new address.
