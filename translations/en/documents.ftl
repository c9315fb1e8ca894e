# The fixed words of letters, proofs and invoices.

## Pages

document-page-of = Page { $page } of { $pages }

## Letter

document-date-label = Date
document-objection = You may object at any time to the use of your data for advertising: go to { $address } or tell { $company }; you need no reason.

## Proof of consent, for a supervisory authority

document-proof-title-person = Proof of consent of { $name }
document-proof-title-period = Proof of consent, { $from } to { $to }
document-proof-intro = This document shows which consents, refusals and withdrawals { $company } has recorded: when, for what, with which wording, where, how and by whom. The entries are taken unchanged from the consent ledger, to which entries are only ever added; none is changed or removed.
document-proof-controller = Controller
document-proof-address = Address
document-proof-registration = Registration
document-proof-person = Person concerned
document-proof-period = Period
document-proof-people = Number of people
document-proof-asked-by = Requested by
document-proof-reference = Reference
document-proof-issued = Issued on
document-proof-issued-by = Issued by
document-proof-standing = What holds now
document-proof-standing-intro = The latest choice for each topic and channel, derived from the entries below.
document-proof-topic = Topic
document-proof-channel = Channel
document-proof-state = State
document-proof-since = Since
document-proof-entry = No.
document-proof-events = Entries in the ledger
document-proof-events-intro = Oldest first. Times are local, with their distance from UTC. “W” refers to the wording displayed, further below.
document-proof-no-events = There are no entries.
document-proof-when = No. and time
document-proof-what = What and for what
document-proof-how = Where, how and by whom
document-proof-by = By:
document-proof-wording = Text
document-proof-wordings = Wordings displayed
document-proof-wordings-intro = Each wording exactly as it was displayed, with its fingerprint (SHA-256).
document-proof-hash = Fingerprint of the entry
document-proof-chain = Check of the ledger
document-proof-chain-intro = Each entry carries a fingerprint computed from its content and the fingerprint before it. Changing one character of an old entry breaks the chain. For this document the whole chain was computed again.
document-proof-chain-first = First in here
document-proof-chain-last = Last in here
document-proof-chain-count = Checked
document-proof-chain-intact = The chain is intact.
document-proof-chain-broken = The chain is broken at entry { $number }: that entry or an earlier one was changed afterwards.
document-proof-verify = How to check this yourself
document-proof-verify-intro = With this command you compute the chain again yourself, on the company's installation:
document-proof-verify-outcome = The result names the number of entries and the last fingerprint. As long as nothing was added, both equal those in this document.
document-proof-chain-head = End of the chain
document-proof-chain-erased = Of these erased
document-proof-erased = Erased at the person’s request
document-proof-erased-how = The personal content is erased. The fingerprint shows that there is an entry here.
document-proof-all-purposes = All topics
document-proof-all-channels = all channels
document-proof-actor-customer = the person concerned
document-proof-actor-staff = member of staff { $name }
document-proof-actor-import = import { $name }
document-proof-actor-partner = a partner’s program
document-proof-actor-system = automatically
document-proof-form = Form
document-proof-default-unset = nothing filled in beforehand
document-proof-default-earlier = the person’s own earlier choice shown
document-proof-default-set = filled in beforehand
document-proof-recorded = Recorded on
document-proof-basis = Legal basis
document-proof-reason = Reason
document-proof-network = IP address
document-proof-browser = Browser
document-proof-assurance = Assurance
document-proof-message = Message
document-proof-document = Document
document-proof-line = line { $line }
document-proof-rules = Rules
document-proof-concerns = Concerns no.
document-proof-partner-list = List of partners, version

## Explanation of a decision

document-explanation-title = Why this customer gets this, or does not
document-explanation-customer = Customer
document-explanation-moment = Contact moment
document-explanation-purpose = Purpose
document-explanation-decided = Decided on
document-explanation-rule-pack = Rules
document-explanation-allow = Allowed
document-explanation-deny = Not allowed
document-explanation-hold = Check first
document-explanation-basis = Legal basis
document-explanation-rule = Rule
document-explanation-evidence = Evidence
document-explanation-no-evidence = None
document-explanation-foot = The decision is made again right before sending. Whatever the customer changes in the meantime counts at once.

## Invoice

document-invoice-title = Invoice
document-invoice-number = Invoice number
document-invoice-date = Invoice date
document-invoice-delivered = Work done on
document-invoice-due = Pay by
document-invoice-description = Description
document-invoice-quantity = Quantity
document-invoice-price = Price
document-invoice-vat = VAT
document-invoice-amount = Amount
document-invoice-net = Total without VAT
document-invoice-vat-of = VAT { $rate } on { $amount }
document-invoice-total = Total
document-invoice-payment = Payment
document-invoice-remarks = Remarks

## Card for the counter

document-card-scan = Scan the code with your phone, or go to
