# Consent: why a message may go or not, and what the ledger says.

## Names

consent-channel-email = e-mail
consent-channel-sms = text message
consent-channel-letter = letter
consent-channel-phone = telephone
consent-channel-push = notification on your device
consent-purpose-service = Service message
consent-purpose-reminder = Reminder of inspection and maintenance
consent-purpose-workshop-offer = Workshop offers
consent-purpose-sales-news = Sales news and offers
consent-purpose-newsletter = Newsletter and general information
consent-purpose-partner-offer = Offers from partners
consent-purpose-review-request = Request for a review
consent-purpose-portal-invitation = Invitation to the personal page
consent-purpose-recall = Recall
consent-purpose-meaning-reminder = We let you know when your car is due for its inspection or maintenance.
consent-purpose-meaning-workshop-offer = Offers from our workshop, such as a winter check or tyres.
consent-purpose-meaning-sales-news = News about cars and offers in our showroom.
consent-purpose-meaning-newsletter = Our newsletter with tips and news from our company. Now and then we also ask how you liked our work.
consent-purpose-meaning-partner-offer = Offers from companies we work with. We send them ourselves and do not pass on your data.
consent-kind-prospect = prospect, not yet a customer
consent-kind-customer = customer
consent-kind-former = former customer
consent-kind-business = business
consent-kind-unknown = not yet known
consent-choice-unset = Not chosen yet
consent-choice-yes = Yes
consent-choice-no = No
consent-basis-consent = consent
consent-basis-requested-service = requested service
consent-basis-soft-opt-in = existing customer (soft opt-in)
consent-basis-legitimate-interest = legitimate interest
consent-basis-contract = contract
consent-basis-legal-duty = legal duty or safety
consent-basis-published-address = address published for this
consent-basis-impersonal-address = general business address
consent-basis-presumed-consent = presumed consent

## Why the message may go

consent-allow-consent = The customer said yes to these messages at this address.
consent-allow-requested-service = The customer switched this service on.
consent-allow-soft-opt-in = The customer bought something similar from us, gave us this address and could object at the time.
consent-allow-legitimate-interest = No consent is needed here: our interest has been weighed and recorded, and the customer has not objected.
consent-allow-contract = The message belongs to an appointment, order or request of the customer.
consent-allow-legal-duty = This message must always arrive: the law or somebody’s safety calls for it.
consent-allow-published-address = The business published this address for such messages.
consent-allow-impersonal-address = This is a general address of a business and belongs to no person.
consent-allow-presumed-consent = It is on record why this business presumably wants the call.

## Why the message may not go

consent-deny-erased = This person’s data were erased on request.
consent-deny-restricted = This person had the use of their data restricted.
consent-deny-deceased = This person has died.
consent-deny-minor = This person is a minor.
consent-deny-objected = The customer objected to all marketing.
consent-deny-purpose-refused = The customer does not want this kind of message.
consent-deny-vehicle-gone = The car no longer belongs to this customer.
consent-deny-company-suspended = The company may not send marketing at the moment.
consent-deny-content-unfit = The message is not approved yet or lacks something that must be in it.
consent-deny-frequency-cap = The customer has had enough messages for now.
consent-deny-quiet-hours = We disturb nobody at this time.
consent-deny-channel-refused = The customer does not want to be contacted in this way.
consent-deny-refused-on-channel = The customer does not want this kind of message in this way.
consent-deny-no-contact-point = There is no address or number for this.
consent-deny-contact-point-invalid = The address or number is wrong.
consent-deny-bounced = Messages to this address come back undeliverable.
consent-deny-complained = The recipient reported a message as unwanted.
consent-deny-stopped = The recipient answered STOP.
consent-deny-on-register = The customer is on a public list of people who do not want this.
consent-deny-other-entity = Another legal entity collected the address or received the consent.
consent-deny-origin-unknown = It is not known where this address came from.
consent-deny-unconfirmed = The customer said yes but has not yet confirmed it from the address itself.
consent-deny-partner-not-named = This partner was not on the list the customer said yes to.
consent-deny-inactive = This person has not been heard of for too long; the consent no longer counts.
consent-deny-no-need = There is no appointment, order or request that this message belongs to.
consent-deny-no-consent = The customer has not said yes to this, and without a yes it is not allowed.
consent-deny-not-for-channel = This kind of message is not allowed in this way.
consent-deny-soft-no-purchase = The customer has not said yes and has not paid for anything with us yet.
consent-deny-soft-other-entity = The customer bought from, or gave the address to, another legal entity.
consent-deny-soft-no-notice = When we received this address, there was no notice that we would use it for marketing.
consent-deny-soft-no-opt-out = When we received this address, the customer could not object.
consent-deny-soft-not-similar = What the customer bought from us is not similar to what this message offers.
consent-deny-soft-address-not-theirs = It is not on record when the customer gave us this address.
consent-deny-soft-aged = The last purchase was too long ago.
consent-hold-kind-unknown = It depends on whether this is a customer or a business. Please fill that in first.
consent-hold-register-unchecked = First check whether the customer is on the public list of objections.

## What the decision rests on

consent-item-granted = Said yes on { $date }
consent-item-requested = Service switched on, { $date }
consent-item-refused = Said no on { $date }
consent-item-bought-workshop = Workshop visit paid on { $date }
consent-item-bought-parts = Parts or accessories paid on { $date }
consent-item-bought-vehicle = Car bought on { $date }
consent-item-collected = Address received from the customer on { $date }
consent-item-notice = The customer could object: notice in force on { $date }

## What happens with a proposal

consent-outcome-send-email = Goes by e-mail.
consent-outcome-send-sms = Goes by text message.
consent-outcome-send-letter = Goes by letter.
consent-outcome-send-push = Goes as a notification on the device.
consent-outcome-call = On the call list.
consent-outcome-call-locked = On the call list, but do not call: { $reason }
consent-outcome-nothing = Nothing goes out: { $reason }

## What must be in a message

consent-must-identity = the company’s legal name
consent-must-postal-address = the postal address
consent-must-registration-number = registration or VAT number
consent-must-replyable-sender = a sender that receives replies
consent-must-marked-as-advertising = that it is advertising
consent-must-reason-line = why the customer gets this
consent-must-unsubscribe = an unsubscribe link
consent-must-preference-link = a link to the preferences
consent-must-privacy-link = a link to the privacy statement
consent-must-objection-sentence = the sentence about the right to object
consent-must-objection-notice = the notice of the right to object
consent-must-address-source = where the address came from
consent-must-stop-text = how to stop text messages
consent-must-preference-code = a code or QR to the preferences
consent-must-caller-name = the caller’s name
consent-must-commercial-purpose = the purpose of the call, right at the start
consent-must-visible-number = a visible number
consent-must-right-to-object-offered = the offer not to be called again
consent-must-presumed-reason = why the business presumably wants the call
consent-objection-sentence = You can object to these messages at any time. It costs you nothing but the basic rate of your connection.
consent-stop-text-word = To opt out, reply STOP or go to { $link }
consent-stop-text-short-code = To opt out, text STOP to { $number }

## The consent ledger

consent-action-grant = Said yes
consent-action-confirm = Confirmed the yes
consent-action-deny = Said no
consent-action-withdraw = Took consent back
consent-action-object = Objected to all marketing
consent-action-soi-notice = Told about the right to object
consent-action-import = Taken over without proof, does not count as a yes
consent-action-expire = Consent ran out
consent-action-correct = Corrected an earlier entry
consent-method-portal = on the personal page
consent-method-link = by a link in a message
consent-method-web-form = with a form on the website
consent-method-one-click = by one-click unsubscribe
consent-method-stop = with STOP by text message
consent-method-arf = by a spam report
consent-method-paper = on paper
consent-method-counter = at the desk
consent-method-phone = on the telephone
consent-method-letter = by letter
consent-method-dms = from the dealer system
consent-method-import = from a file
consent-method-api = through another program
consent-method-merge = when customers were merged
consent-method-system = automatically
consent-actor-customer = yourself
consent-actor-staff = a member of staff
consent-actor-import = the dealer system
consent-actor-partner = a partner’s program
consent-actor-system = automatic
consent-origin-customer = given by the customer
consent-origin-dms = from the dealer system
consent-origin-staff = noted by a member of staff
consent-origin-import-without-origin = from a file that does not say where it is from

## What an entry lacks

consent-invalid-wording-missing = A yes needs the wording the customer saw. Please choose it.
consent-invalid-origin-missing = Say where the customer said yes, such as the desk or a form.
consent-invalid-time-missing = Say when the customer said this.
consent-invalid-in-the-future = This time is still to come. Say when the customer said this.
consent-invalid-contact-point-missing = A yes belongs to an address or number. Please fill that in first.
consent-invalid-pre-ticked = Yes was already filled in. Let the customer choose.
consent-invalid-road-cannot-grant = With this link you can opt out. To switch something on, please sign in.
consent-invalid-reason-missing = Say why you change this. The customer sees that staff did it.
consent-invalid-not-asked = Consent is not asked for this kind of message.
consent-invalid-basis-unfit = A yes rests on consent or on a service the customer switched on.
consent-invalid-partner-list-missing = Say which list of partners the customer saw.
consent-invalid-objection-is-partial = An objection is about all marketing. For one kind, choose “do not receive”.
consent-invalid-supersedes-missing = Choose the entry this is about.
consent-invalid-not-a-cell = Only a yes for one kind of message at one address can run out.

## What is wrong with the ledger

consent-damage-wrong-number = Entry { $number } has another number: an entry was removed, inserted or moved.
consent-damage-wrong-company = Entry { $number } belongs to another company.
consent-damage-not-joined = Entry { $number } does not join the one before it.
consent-damage-header-changed = The number, date or identifier of entry { $number } was changed.
consent-damage-content-changed = The content of entry { $number } was changed.
consent-damage-head-missing = The ledger does not lead to entry { $number }, which was noted elsewhere.
consent-damage-emptied = Entry { $number } was emptied, though this person’s data were not erased.
consent-damage-wording-changed = The words that entry { $number } refers to are no longer as they were shown.
consent-damage-standing-changed = The permissions kept for the person of entry { $number } are not what the ledger says.
