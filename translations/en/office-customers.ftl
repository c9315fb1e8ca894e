# The back office: customers, what they said, the proof of it, and requests for an account.

office-nav-home = Today
office-nav-customers = Customers
office-nav-requests = Account requests
office-nav-proof = Proof of consent

## The start

office-home-customers = Customers
office-home-week = To decide this week
office-home-week-note = Week { $week }
office-home-calls = To call
office-home-call-back =
    { $count ->
        [one] { $count } to call back
       *[other] { $count } to call back
    }
office-home-overdue =
    { $count ->
        [one] { $count } is late
       *[other] { $count } are late
    }
office-home-waiting = Waiting for an answer
office-home-all-requests = All requests
office-home-find = Find a customer

## Customers

office-customers-search = Name, customer number, plate, e-mail address or telephone number
office-customers-none-title = Nobody found
office-customers-none-text = Try the beginning of the surname, or the plate without dashes.
office-customers-all = Show all customers
office-customers-name = Name
office-customers-number = Customer number
office-customers-location = Location
office-customers-account = Own page
office-customers-shown =
    { $count ->
        [one] { $count } customer on this page
       *[other] { $count } customers on this page
    }
office-customers-first = To the beginning

## A customer

office-customer-number = Customer { $number }
office-customer-data = Data
office-customer-kind = Kind
office-customer-born = Date of birth
office-customer-language = Language
office-customer-first-workshop = First workshop visit
office-customer-last-visit = Last visit
office-customer-last-invoice = Last paid invoice
office-customer-contacts = How to reach them
office-customer-contacts-none = No address or number is known yet.
office-contact-verified = Confirmed
office-contact-unverified = Not confirmed
office-contact-invalid = Does not work
office-customer-cars = Cars
office-customer-cars-none = No car is known.
office-customer-inspection = Inspection by
office-customer-maintenance = maintenance by
office-customer-invite = Send invitation
office-customer-invite-asked = The customer asked for it
office-letter-print = Print activation letter
office-letter-note = Letter printed on { $printed }, works until { $until }
office-customer-nothing = Nothing yet.
office-customer-visits = Visits ({ $count })
office-customer-invoices = Invoices ({ $count })
office-customer-messages = Messages ({ $count })
office-customer-changes = Changes of data ({ $count })
office-customer-visit-rows = Visits
office-customer-invoice-rows = Invoices
office-customer-message-rows = Messages
office-customer-change-rows = Changes of data
office-customer-erased = The data of this customer were erased on { $date }.
office-customer-deceased = This customer has died; noted on { $date }. Nothing is sent any more.
office-customer-restricted = The customer had the use of the data restricted on { $date }.
office-customer-missing = Since { $date } this customer is no longer in the dealer system’s export.
office-account-active = Has an own page
office-account-invited = Invited
office-account-none = No own page yet
office-column-date = Date
office-column-kind = Kind
office-column-plate = Plate
office-column-what = What
office-column-mileage = Mileage
office-column-number = Number
office-column-amount = Amount
office-column-channel = Channel
office-column-status = Status
office-column-old = Was
office-column-new = Is now
office-column-by = By
office-invoice-workshop = Workshop
office-invoice-parts = Parts
office-invoice-vehicle = Car
office-invoice-other = Other
office-change-open = Dealer system does not have it yet
office-change-confirmed = Dealer system has it
office-change-overtaken = Newer in the dealer system
office-change-replaced = Changed again later
office-message-service = Service message
office-message-pending = Waiting
office-message-handing-over = On its way
office-message-sent = Sent
office-message-failed = Failed
office-message-suppressed = Kept back
office-message-uncertain = Uncertain
office-actor-staff = a member of staff
office-actor-customer = the customer
office-actor-import = the dealer system
office-actor-system = automatic

## What a customer said

office-consents-title = Consents
office-consents-topic = Topic
office-consents-changed = { $date }, { $by }
office-consents-objected = Objected to all marketing
office-consents-timeline = What was said, and when
office-consents-nothing = This customer has never said anything about it.
office-consents-scope = { $topic } / { $channel }
office-consents-how = { $how }, by { $by }
office-consents-reason = Reason: { $reason }
office-consents-wording = Wording, version { $version }
office-consents-erased = Content erased at the customer’s request

## Changing preferences on request

office-preferences-title = Change preferences
office-preferences-lead = Only when the customer asks for it. The customer sees on their own page that you changed it.
office-preferences-topics = About what
office-preferences-channels = In which way
office-preferences-leave = Leave
office-preferences-unreachable = There is no address or number for this yet.
office-preferences-pairs = Not this way for this topic
office-preferences-pairs-text = Tick what the customer does not want, even where topic and channel are both yes.
office-preferences-said = What the customer said
office-preferences-wording = Read this out, or let the customer read it. Choose yes only after that.
office-preferences-source = Where did the customer say it?
office-preferences-source-choose = Choose
office-preferences-said-on = When
office-preferences-said-on-hint = Leave empty for now.
office-preferences-reason = Why do you change it?
office-preferences-reason-hint = For example: asked for it when collecting the car.
office-preferences-note = This is kept for good, with your name.
office-preferences-save = Save preferences
office-preferences-object = No advertising at all
office-wording-lead = May { $company } keep you informed? You choose what about and how.
office-wording-channels = Possible ways: { $channels }.
office-wording-object = You can change this at any time, on your own page or by telling { $company }. Saying no has no consequences.

## Why somebody gets a message, or not

office-explain-why = Why this customer gets something, or not
office-explain-why-text = Choose a contact moment.
office-explain-title = Why or why not: { $moment }
office-explain-on = On which day
office-explain-ask = Show
office-explain-off = This contact moment is switched off. So nothing goes out, whatever it says below.
office-explain-no-car = This contact moment is about a car, and this customer has none.
office-explain-due = It is due in this week.
office-explain-not-due = It is not due in this week.
office-explain-window = It is about { $date } and is proposed from { $from } to { $to }.
office-explain-no-date = The date it goes by is not known.
office-explain-allowed = allowed
office-explain-denied = not allowed
office-explain-held = wait
office-explain-basis = Basis
office-explain-must = Must be in it
office-explain-rule = Rule
office-explain-pack = Rules in force
office-explain-pdf = As PDF
office-explain-earlier = Proposed before
office-explain-car = Car
office-explain-timing = Timing
office-outcome-send = message
office-outcome-call-list = call list
office-outcome-call-locked = call list, do not call
office-outcome-nothing = nothing
office-proposal-proposed = waits for a decision
office-proposal-approved = approved
office-proposal-skipped = skipped
office-proposal-postponed = postponed
office-proposal-done = done
office-proposal-expired = expired

## Proof of consent

office-proof-title = Proof of consent
office-proof-person-lead = Everything this customer said, with the words they saw and the chain that shows that nothing was changed.
office-proof-period-lead = For a supervisory authority: who said what, when, where and shown which words.
office-proof-period = All entries of a period
office-proof-from = First day
office-proof-to = Last day
office-proof-asked-by = Who asks for it?
office-proof-asked-by-hint = For example the supervisory authority, or the customer.
office-proof-reference = Their reference
office-proof-note = Every download is noted with your name.
office-proof-legal = This proof shows what was recorded. It is no legal advice: ask a lawyer what you may send.
office-check-title = Check the chain
office-check-text = Every entry is joined to the one before it. One changed byte is found.
office-check-head = The end of the chain now. Keep it somewhere else: it shows later that nothing was cut off.
office-check-button = Check now
office-check-now = The end of the chain
office-check-noted = An end you noted earlier
office-check-noted-hint = Number, colon and hash, as shown here.
office-check-intact = The chain is intact
office-check-broken = The chain is broken
office-check-not-done = Not checked
office-check-entries = Entries checked: { $count }
proof-all-topics = All topics
proof-all-channels = all channels
proof-number = Customer number
proof-reason = Reason
proof-recorded = Recorded
proof-basis = Basis
proof-network = Network
proof-browser = Browser
proof-assurance = Identified by
proof-message = Message
proof-document = Document
proof-line = line { $line }
proof-rule-pack = Rules
proof-supersedes = Refers to entry
proof-default-unset = nothing filled in beforehand
proof-default-earlier = own earlier answer shown
proof-default-set = yes filled in beforehand

## Account requests

office-requests-lead = Answer within two working days. The invitation goes to the address on file, never to the one in the request.
office-requests-none-title = Nobody is waiting
office-requests-none-text = New requests appear here and by e-mail.
office-requests-due = Answer by { $when }
office-requests-overdue = Late since { $when }
office-requests-address = Address
office-requests-received = Received
office-requests-matches = Who it may be
office-requests-no-match = Nobody on file fits.
office-requests-search = Search customers
office-requests-number = Customer number of somebody else
flash-request-no-customer = There is no such customer. Check the number in your customers.
office-requests-match-email = e-mail address
office-requests-match-plate = plate
office-requests-match-name = name and postcode
office-requests-goes-to = Invitation goes to { $email }
office-requests-no-address = No e-mail address on file. Note it at the desk first.
office-requests-invite = Send invitation
office-requests-decline = Decline the request
office-requests-note = Note
office-requests-note-hint = For your colleagues: why not? The visitor does not see it, but gets a mail that says how to reach you.
office-requests-answered = Answered lately
office-requests-status-open = Open
office-requests-status-invited = Invited
office-requests-status-declined = Declined

## What just happened, and what is wrong

flash-invitation-sent = The invitation is on its way.
flash-invitation-has-account = This customer already has an own page.
flash-invitation-no-address = There is no working e-mail address on file. Note one first, after looking at an identity document.
flash-invitation-kept-back = An invitation that nobody asked for counts as advertising. { $reason } If the customer asks for it, tick that.
flash-letter-has-email = This customer has an e-mail address that works. Send the invitation there.
flash-letter-no-number = This customer has no customer number yet, and the letter needs one.
flash-letter-no-address = There is no postal address on file that works. Note one first.
flash-letter-unprintable = The postal address does not fit an envelope window. Shorten it first.
flash-request-answered = Somebody else has answered this request meanwhile.
flash-request-declined = The request is declined.
flash-office-preferences = The preferences are saved. The customer sees that you changed them.
flash-office-objection = The objection is noted. No more advertising goes to this customer.
flash-preferences-unchanged = Nothing was changed: it already was like this.
office-error-words = The text for the customer has just changed, so nothing was saved. Read the new text out and save again.
office-error-source = Choose where the customer said it.
office-error-date = This is no date. Write it as 2026-11-22.
office-error-time = This is no time. Write it as 14:30.
office-error-period = The last day comes before the first. Swap them.
office-error-proof-long = That is more than { $max } entries. Choose a shorter period, or take CSV or JSON.
office-error-format = Choose PDF, CSV or JSON.
office-error-chain-end = This is no end of a chain. Copy number, colon and hash as they were shown.
office-column-document = Document
office-invoice-download = Download invoice { $number }
office-edit-title = Change details
office-edit-lead = At the customer’s request. The change goes into the file for your own system.
office-edit-consents = Consent belongs to an address or number and does not move along by itself. A refusal stays.
office-edit-note = The change is in the log with your name.
office-edit-save = Save details
flash-customer-changed = The details are saved.

office-car-title = Edit car
office-car-edit = Edit { $car }
office-car-lead = Copy what the registration papers or the car say. The change goes into the file for your own system.
office-car-papers = Papers
office-car-what = Car
office-car-use = Use
office-car-model = Model
office-car-save = Save car
error-date-future = This date is in the future. Please check it.
flash-car-changed = The car is saved.
flash-customer-unchanged = Nothing changed: it was like that already.
office-nav-changes = Changes
office-changes-title = Changes of details
office-changes-lead = What customers and colleagues changed and your own system does not know yet.
office-changes-none-title = Everything is passed on
office-changes-none-text = When customers change something on their page, it stands here, ready to be taken over.
office-changes-export = Download the file for your system
office-changes-export-note = A zip of CSV files in the form of the import template. After that these changes are no longer listed.
office-changes-more = These are the first { $count }. The file holds the same.
office-changes-exports = Taken before
office-changes-again = Download again
office-changes-corrections = Customers ask for a correction
office-changes-corrections-text = Only the register or your own system knows this for sure. Correct it there and tick it off here.
office-changes-shown = Shown now
office-changes-asked = Should be
office-changes-settle = Done
flash-correction-settled = The request is dealt with.
flash-correction-reopened = The request is open again.
flash-changes-none = There is nothing to take.
office-home-changes = Changes to take over
office-home-corrections =
    { $count ->
        [one] 1 request for correction
       *[other] { $count } requests for correction
    }
